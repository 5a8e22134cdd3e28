"""A long list a page at a time; the page is in the link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paging:
    """Rows `first`..`last` (counted from 1) of `total`, and the ways to the pages beside; null = there is none."""

    first: int
    last: int
    total: int
    earlier_href: str | None
    later_href: str | None

    @property
    def place(self) -> slice:
        """The rows shown, of the whole list."""
        return slice(self.first - 1, self.last)


def paging(total: int, wanted: str | None, size: int, link: Callable[[str | None], str]) -> Paging:
    """The page that the link names (`wanted`, counted from 1); the nearest there is where it names none.

    `link` gives the address of a page, null = the first.
    """
    pages = max(1, -(-total // size))
    number = (
        min(max(int(wanted), 1), pages) if wanted and wanted.isascii() and wanted.isdigit() and len(wanted) < 7 else 1
    )
    return Paging(
        first=min(total, (number - 1) * size + 1),
        last=min(total, number * size),
        total=total,
        earlier_href=link(str(number - 1) if number > 2 else None) if number > 1 else None,
        later_href=link(str(number + 1)) if number < pages else None,
    )
