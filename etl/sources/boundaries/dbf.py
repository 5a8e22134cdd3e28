"""A shapefile's table (dBASE): fields of fixed width, read as the text they are."""

from __future__ import annotations

import codecs
import struct
from dataclasses import dataclass

from etl.sources.child.fault import Fault
from geo.boundaries.values import Cells

_END = 0x0D
_DELETED = 0x2A
_MEMO = b"MGB"
_CODE_PAGES = {"1252": "cp1252", "ansi 1252": "cp1252", "88591": "latin-1", "iso88591": "latin-1", "65001": "utf-8"}


@dataclass(frozen=True, slots=True)
class Fields:
    """A table's head: names with where in a record they stand, the number of records, where those begin."""

    places: dict[str, slice]
    count: int
    start: int
    width: int


def fields(data: bytes) -> Fields:
    """The head of a table. Raises Fault where it is torn."""
    try:
        count, start, width = struct.unpack_from("<IHH", data, 4)
        places: dict[str, slice] = {}
        at, offset = 32, 1
        while data[at] != _END:
            name = data[at : at + 11].split(b"\0", 1)[0].decode("ascii", "replace").strip()
            length = data[at + 16]
            if data[at + 11 : at + 12] not in _MEMO:
                places[name] = slice(offset, offset + length)
            at, offset = at + 32, offset + length
    except (struct.error, IndexError) as error:
        raise Fault("broken") from error
    if offset > width or width == 0 or start + count * width > len(data) + 1:
        raise Fault("broken")
    return Fields(places, count, start, width)


def cells(data: bytes, head: Fields, code_page: str) -> tuple[dict[str, Cells], list[bool]]:
    """The columns, and which records are deleted. `code_page`: what the .cpg file says, "" where there is none."""
    records = [data[head.start + at * head.width :][: head.width] for at in range(head.count)]
    raw = {name: [record[place] for record in records] for name, place in head.places.items()}
    encoding = _encoding(code_page, b"".join(value for column in raw.values() for value in column))
    return (
        {
            name: [value.decode(encoding, "replace").strip("\0 ") or None for value in column]
            for name, column in raw.items()
        },
        [record[:1] == bytes([_DELETED]) for record in records],
    )


def _encoding(code_page: str, text: bytes) -> str:
    """What the file says, else UTF-8 where the text is that, else what Windows wrote."""
    said = code_page.strip().lower()
    try:
        return codecs.lookup(_CODE_PAGES.get(said, said or "-")).name
    except LookupError:
        pass
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
