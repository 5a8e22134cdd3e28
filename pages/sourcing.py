"""A page's sources as files name them."""

from __future__ import annotations

from collections.abc import Iterable

from briefings.briefing import SourceNote
from briefings.sources import source_line
from i18n import Text
from pages.ui import SourceItem


def line(items: Iterable[SourceItem], t: Text) -> str:
    """The source line under a picture; empty where there is none."""
    notes = [SourceNote(one.title, one.publisher, one.grade, one.href, one.published_on) for one in items]
    return source_line(notes, t)
