"""The encoding of a text file: certain, or a question. Never guessed by statistics: detectors take cp1252 for cp775."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.sources.encoding import WrongMark, is_never_text, told
from etl.sources.tabular.fault import Fault
from etl.sources.tabular.workbook import Reading

QUESTION = "encoding"

CANDIDATES = ("cp1252", "mac_roman", "cp850")
"""Windows, old Macs, DOS. Latin-1 is not among them: where it differs from cp1252 it gives invisible control codes."""

_FOREIGN = re.compile(rb"[A-Za-z0-9'.]{0,3}[\x80-\xff]+[A-Za-z0-9'.]{0,3}")
_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text file's text. `encoding` is null while it has to be asked; `readings` are then the possible ones, and the
    text is in the first of them."""

    text: str
    encoding: str | None
    readings: tuple[Reading, ...] = ()


def decode(data: bytes, answer: str | None = None) -> Decoded:
    """The text of a file; `answer` names the codec where it had to be asked. Raises Fault for what is no text."""
    try:
        found = told(data)
    except WrongMark as fault:
        raise Fault("wrong_encoding", encoding=fault.encoding) from fault
    if found is not None:
        return Decoded(*found)
    if is_never_text(data):
        raise Fault("unknown_kind")
    return _ask(data, answer)


def _ask(data: bytes, answer: str | None) -> Decoded:
    """Offer the codecs that can read the file and read it differently."""
    pieces = list(dict.fromkeys(_FOREIGN.findall(data)))[:_EXAMPLES]
    readings: dict[str, Reading] = {}
    for codec in CANDIDATES:
        try:
            data.decode(codec)
        except UnicodeDecodeError:
            continue
        # three letters on either side tell an apostrophe from an accent, and are nobody's name
        sample = " … ".join(piece.decode(codec) for piece in pieces)
        readings.setdefault(sample, Reading(codec, sample))
    offered = tuple(readings.values())
    if answer is None:
        return Decoded(data.decode(offered[0].encoding), None, offered)
    if answer not in {reading.encoding for reading in offered}:
        choices = ", ".join(reading.encoding for reading in offered)
        raise Fault("wrong_answer", question=QUESTION, answer=answer, choices=choices)
    return Decoded(data.decode(answer), answer)
