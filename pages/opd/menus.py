"""Download menus of the page's charts and tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefings.picture import Picture
from briefings.table import Table
from pages import downloads
from pages.opd.files import Files


@dataclass(frozen=True, slots=True)
class Menus:
    """Draws the menus; what is chosen is made of `files`."""

    files: Files

    @property
    def _path(self) -> str:
        context = self.files.context
        return context.permalink("opd", **{**context.params, "wilayah": self.files.view.code})

    def picture(self, name: str, make: Callable[[], Picture]) -> None:
        """The menu under a chart."""
        downloads.picture_menu(name, make, self.files.context, self._path, self.files.view.code)

    def table(self, name: str, make: Callable[[], Table]) -> None:
        """The menu under a table."""
        downloads.table_menu(name, make, self.files.context, self._path, self.files.view.code)
