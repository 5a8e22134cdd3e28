"""How a large text file is laid out, told from its first rows; and its digest. The rest of it is streamed."""

from __future__ import annotations

import csv
import hashlib
import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np

from etl.clean.dates import Campaign
from etl.ingest.values import Memory, Request
from etl.recognise import recognise
from etl.recognise.layout import Block, Field, FileKind, Recognition
from etl.roster.scan import WORDS, Form
from etl.sources.tabular import Workbook, read
from etl.sources.tabular.separated import separator_of
from i18n import N_, BadInput

_LENGTH = 262_144
"""Bytes that show how the file is laid out: some thousand rows."""

_CHUNK = 1 << 20
_NEWLINE = ord("\n")

_PLAIN = N_("A file of this size has to be a roster: UTF-8 text, one table, one row a person, with a column NIP.")
_SPLIT = N_("Save it as CSV UTF-8 with one header row, or send it in smaller files.")


@dataclass(frozen=True, slots=True)
class Head:
    """What the first rows show: the workbook they make, what it was recognised as, its one table, and the form."""

    workbook: Workbook
    recognition: Recognition
    block: Block
    form: Form


@dataclass(frozen=True, slots=True)
class Print:
    """A file's SHA-256, and whether it has quotation marks."""

    sha256: str
    has_quotes: bool


def is_large_text(path: Path) -> bool:
    """True for what may be separated text in an encoding that keeps ASCII: no workbook, no UTF-16."""
    with path.open("rb") as file:
        start = file.read(_LENGTH)
    return b"\0" not in start and not start.startswith(b"PK\x03\x04")


def head_of(path: Path, request: Request, campaigns: Sequence[Campaign], memory: Memory) -> Head:
    """The layout of a file by its first rows, as answered now or before. Raises BadInput where that is no roster."""
    with path.open("rb") as file:
        start = file.read(_LENGTH)
    start = start[: start.rfind(b"\n") + 1] or start
    workbook = read(start, request.name)
    read_as = partial(recognise, workbook, kind=request.kind, region=request.region, campaigns=campaigns)
    recognition = read_as(answers=request.answers)
    if before := memory.answers.get(recognition.layout):
        recognition = read_as(answers={**before, **request.answers})
    with_nip = [block for block in recognition.blocks if block.of(Field.NIP)]
    if recognition.kind is not FileKind.ROSTER or len(with_nip) != 1 or workbook.encoding not in {"utf-8", "utf-8-sig"}:
        raise BadInput(_PLAIN, where=request.name, next_step=_SPLIT)
    (block,) = with_nip
    form = Form(
        separator=separator_of(start.decode("utf-8-sig")),
        lines_before=block.data_rows[0] - 1,
        width=workbook.sheets[0].text.width - 1,
        columns={field: block.of(field)[0].index for field in (Field.NIP, *WORDS) if block.of(field)},
    )
    return Head(workbook, replace(recognition, blocks=(block,)), block, form)


def print_of(path: Path) -> Print:
    """One pass over the bytes."""
    digest, has_quotes = hashlib.sha256(), False
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            has_quotes = has_quotes or b'"' in chunk
    return Print(digest.hexdigest(), has_quotes)


def count_lines(path: Path) -> int:
    """Lines of a file, the last one also where nothing ends it."""
    lines, last = 0, b"\n"
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            lines += int(np.count_nonzero(np.frombuffer(chunk, np.uint8) == _NEWLINE))
            last = chunk[-1:]
    return lines + (last != b"\n")


def lines_of(path: Path, form: Form, indices: Collection[int], *, is_exact: bool) -> dict[int, int]:
    """The line, from 1, on which each record begins. `is_exact`: every record is one line, so that they follow."""
    if is_exact:
        return {index: index + form.lines_before + 1 for index in indices}
    wanted, found = set(indices), {}
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        records = csv.reader(itertools.islice(file, form.lines_before, None), delimiter=form.separator)
        line = form.lines_before + 1
        for index, _cells in enumerate(records):
            if index in wanted:
                found[index] = line
                if len(found) == len(wanted):
                    break
            line = form.lines_before + records.line_num + 1
    return found
