"""The door: bytes, files or pasted text to `Document`s. Files are read in a process of their own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from etl.sources.articles import wire
from etl.sources.articles.contents import Contents
from etl.sources.articles.limits import DEFAULT, Limits
from etl.sources.child import guard
from etl.sources.child.fault import Fault
from etl.sources.child.limits import MB

if TYPE_CHECKING:  # the child shares this package, and loads neither words nor tables
    from etl.extract.values import Document
    from i18n import IkrarError

_COMMAND = guard.command("etl.sources.articles.child")
_TOGETHER = 250
"""Files that one process reads: starting it takes longer than reading many an article."""


def read(data: bytes, name: str, *, limits: Limits = DEFAULT) -> Document:
    """The article in a file, by its content; `name` becomes the document's path.

    What cannot be read is a document with an `error`: no article, a scan, damaged, locked, beyond a limit. Raises
    IkrarError where the reading process does not start.
    """
    if len(data) > limits.file:
        return _document(data, name, _too_large(len(data), limits))
    return _document(data, name, *_contents([data], limits))


def read_path(path: Path, *, limits: Limits = DEFAULT) -> Document:
    """The same for a file on disk, which is not loaded when it is too large. Raises OSError too."""
    size = path.stat().st_size
    if size > limits.file:
        return _refused(_too_large(size, limits), str(path), _digest(path))
    return read(path.read_bytes(), str(path), limits=limits)


def read_all(paths: Iterable[Path]) -> Iterator[Document]:
    """Many files, in their order. They share processes; a file that breaks one is refused and the others are not."""
    for group in _groups(paths):
        if len(group) == 1:
            yield read_path(group[0])
            continue
        files = [path.read_bytes() for path in group]
        for path, data, contents in zip(group, files, _contents(files, DEFAULT), strict=True):
            yield _document(data, str(path), contents)


def from_text(text: str, name: str) -> Document:
    """Pasted text, as typed: markup in it is text. Its sha256 is that of its UTF-8."""
    data = text.encode("utf-8", "replace")
    if len(data) > DEFAULT.text:
        return _document(data, name, Fault("too_much_text", size=-(-len(data) // MB), limit=DEFAULT.text // MB))
    return _document(data, name, Contents(((None, text),), typed=True) if text.strip() else Fault("empty"))


def _groups(paths: Iterable[Path]) -> Iterator[list[Path]]:
    """Files that one process reads: not many, and together no more than one text may have."""
    group: list[Path] = []
    together = 0
    for path in paths:
        size = path.stat().st_size
        if group and (len(group) == _TOGETHER or together + size > DEFAULT.text):
            yield group
            group, together = [], 0
        group.append(path)
        together += size
    if group:
        yield group


def _contents(files: Sequence[bytes], limits: Limits) -> list[Contents | Fault]:
    """What each file holds, or why it cannot be read. Where the process did not come to its end, either half of the
    files is read again, down to the one that ended it."""
    try:
        return _read(files, limits)
    except Fault as fault:
        if fault.code == "no_reader":
            raise _unable() from fault
        if len(files) == 1:
            return [fault]
    half = len(files) // 2
    return [*_contents(files[:half], limits), *_contents(files[half:], limits)]


def _read(files: Sequence[bytes], limits: Limits) -> list[Contents | Fault]:
    """What the child makes of files. Raises Fault where it did not come to its end."""
    return list(wire.read_answers(guard.run(_COMMAND, wire.request(files, limits), limits), len(files)))


def _document(data: bytes, name: str, contents: Contents | Fault) -> Document:
    from etl.extract.document import document_of, text_document
    from etl.sources.articles.language import language_of

    digest = hashlib.sha256(data).hexdigest()
    if isinstance(contents, Fault):
        return _refused(contents, name, digest)
    language = language_of(" ".join(text for _, text in contents.blocks))
    if contents.typed:
        document = text_document(contents.blocks[0][1], path=name, sha256=digest, language=language)
    else:
        document = document_of(
            contents.blocks,
            path=name,
            sha256=digest,
            publisher=contents.publisher,
            published_on=contents.published_on,
            language=language,
        )
    return document if document.text else _refused(Fault("empty"), name, digest)  # nothing but what does not print


def _refused(fault: Fault, name: str, digest: str) -> Document:
    from etl.extract.values import Document
    from etl.sources.articles.messages import MESSAGES

    return Document(name, digest, "", (), error=MESSAGES[fault.code], error_values=fault.values)


def _digest(path: Path) -> str:
    """The sha256 of a file too large to load."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _too_large(size: int, limits: Limits) -> Fault:
    return Fault("too_large", size=-(-size // MB), limit=limits.file // MB)


def _unable() -> IkrarError:
    from etl.sources.articles.messages import NEXT_STEP, NO_READER
    from i18n import IkrarError

    return IkrarError(NO_READER, next_step=NEXT_STEP)
