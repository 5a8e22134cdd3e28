"""A zipped file's members, looked at before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Generic, TypeVar
from xml.parsers import expat

from etl.sources.child.fault import Fault
from etl.sources.child.limits import MB

MEMBERS = 10_000
_ENCRYPTED = 0x1

Attributes = Mapping[str, str]
Handler = TypeVar("Handler")


TORN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, expat.ExpatError)
"""What a torn or forged zip makes the libraries raise."""


class Archive:
    """The members of a zip by lower-case name (programs differ in case). Raises Fault for bombs and damage.

    `expanded`: how many bytes they may have together, unpacked.
    """

    def __init__(self, data: bytes, expanded: int) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (*TORN, ValueError) as error:  # a place before the file's beginning is a ValueError
            raise Fault("broken") from error
        members = self._zip.infolist()
        size = sum(member.file_size for member in members)
        if size > expanded or len(members) > MEMBERS:
            raise Fault("too_expanded", size=size // MB, limit=expanded // MB)
        if any(member.flag_bits & _ENCRYPTED for member in members):
            raise Fault("password")
        self._members = {member.filename.lower().lstrip("/"): member for member in members}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._members

    def names(self) -> list[str]:
        """All names, in lower case."""
        return list(self._members)

    def head(self, name: str, size: int = 4096) -> bytes:
        """The first `size` bytes of a member. Raises Fault where it is torn."""
        with self._open(name) as file:
            return file.read(size)

    def text(self, name: str, size: int) -> str:
        """The first `size` bytes of a member as ASCII; "" when it does not exist."""
        if name not in self:
            return ""
        with self._open(name) as file:
            return file.read(size).decode("ascii", errors="replace")

    def walk(self, name: str, attach: Callable[[expat.XMLParserType], None]) -> None:
        """Stream a member's XML through the handlers that `attach` sets. A missing member is damage."""
        if name not in self:
            raise Fault("broken")
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = _refuse_entities
        parser.buffer_text = True
        attach(parser)
        with self._open(name) as file:
            parser.ParseFile(file)

    @contextmanager
    def _open(self, name: str) -> Iterator[IO[bytes]]:
        """A member to read; whatever its damage makes the libraries raise meanwhile is a Fault."""
        try:
            file = self._zip.open(self._members[name.lower()])
        except (*TORN, ValueError) as error:
            raise Fault("broken") from error
        with file:
            try:
                yield file
            except TORN as error:
                raise Fault("broken") from error


class Handlers:
    """What to do at the start and the end of an element, by its name without prefix.

    `characters` gets the text only while `listen` is on: a call for every cell's text would double the time.
    """

    def __init__(
        self,
        start: Mapping[str, Callable[[Attributes], None]],
        end: Mapping[str, Callable[[], None]] | None = None,
        characters: Callable[[str], object] | None = None,
    ) -> None:
        self._start, self._end, self._characters = _ByLocalName(start), _ByLocalName(end or {}), characters
        self._parser: expat.XMLParserType | None = None

    def attach(self, parser: expat.XMLParserType) -> None:
        """Hear what `parser` finds."""
        self._parser = parser
        start, end = self._start, self._end

        def begin(name: str, attributes: dict[str, str]) -> None:
            if handler := start[name]:
                handler(attributes)

        def finish(name: str) -> None:
            if handler := end[name]:
                handler()

        parser.StartElementHandler = begin
        if end.known:
            parser.EndElementHandler = finish

    def listen(self, *, on: bool) -> None:
        """Hear the text from here on, or no longer."""
        if self._parser:
            self._parser.CharacterDataHandler = self._characters if on else None


class _ByLocalName(dict[str, "Handler | None"], Generic[Handler]):
    """Handlers by name as written, filled from those known without prefix."""

    def __init__(self, known: Mapping[str, Handler]) -> None:
        super().__init__()
        self.known = known

    def __missing__(self, name: str) -> Handler | None:
        self[name] = handler = self.known.get(name.rpartition(":")[2])
        return handler


def local(attributes: Attributes) -> dict[str, str]:
    """Attributes by name without prefix."""
    return {name.rpartition(":")[2]: value for name, value in attributes.items()}


def _refuse_entities(*_: object) -> None:
    raise Fault("declares_entities")
