"""The streams of an OLE compound file (MS-CFB), as far as an XLS needs them."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from etl.sources.tabular.fault import Fault

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST_REGULAR = 0xFFFFFFF9
_HEADER_LINKS = 109
_STREAM, _ROOT = 2, 5


class Compound:
    """The streams by name. Raises Fault where the chains of sectors are torn or run in circles."""

    def __init__(self, data: bytes) -> None:
        try:
            self._read(data)
        except struct.error as error:
            raise Fault("broken") from error

    def _read(self, data: bytes) -> None:
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in {9, 12} or mini_shift != 6:
            raise Fault("broken")
        self._data, self._size = data, 1 << shift
        directory, self._small, mini_table = (
            *struct.unpack_from("<I4xI", data, 48),
            struct.unpack_from("<I", data, 60)[0],
        )
        self._table = self._numbers(self._links())
        self._mini_table = self._numbers(self._chain(mini_table, self._table))
        self._entries: dict[str, tuple[int, int]] = {}
        self._mini = b""
        entries = b"".join(map(self._sector, self._chain(directory, self._table)))
        for at in range(0, len(entries) - 127, 128):
            length, kind = struct.unpack_from("<HB", entries, at + 64)
            name = entries[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", errors="replace")
            first, size = struct.unpack_from("<II", entries, at + 116)
            if kind == _ROOT:
                self._mini = b"".join(map(self._sector, self._chain(first, self._table)))
            elif kind == _STREAM:
                self._entries[name] = (first, size)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def stream(self, name: str) -> bytes:
        """A stream's bytes. Raises Fault when it is shorter than the directory says."""
        first, size = self._entries[name]
        if size < self._small:
            chain = self._chain(first, self._mini_table)
            whole = b"".join(self._mini[at * 64 : at * 64 + 64] for at in chain)
        else:
            whole = b"".join(map(self._sector, self._chain(first, self._table)))
        if len(whole) < size:
            raise Fault("broken")
        return whole[:size]

    def _links(self) -> Iterator[int]:
        """The sectors of the allocation table: the header's, then those of the chained lists."""
        count, next_list = struct.unpack_from("<I", self._data, 44)[0], struct.unpack_from("<I", self._data, 68)[0]
        yield from struct.unpack_from(f"<{min(count, _HEADER_LINKS)}I", self._data, 76)
        seen = 0
        while next_list <= _LAST_REGULAR:
            *links, next_list = struct.unpack(f"<{self._size // 4}I", self._sector(next_list))
            yield from (link for link in links if link <= _LAST_REGULAR)
            seen += 1
            if seen > len(self._data) // self._size:
                raise Fault("broken")

    def _numbers(self, sectors: Iterator[int]) -> tuple[int, ...]:
        whole = b"".join(map(self._sector, sectors))
        return struct.unpack(f"<{len(whole) // 4}I", whole)

    def _chain(self, first: int, table: tuple[int, ...]) -> Iterator[int]:
        left = len(table)
        while first <= _LAST_REGULAR:
            if first >= len(table) or left == 0:
                raise Fault("broken")
            yield first
            first, left = table[first], left - 1

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        sector = self._data[at : at + self._size]
        if not sector:
            raise Fault("broken")
        return sector.ljust(self._size, b"\0")
