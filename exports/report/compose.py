"""A briefing and its stamp → the report: sections in order, pictures and tables numbered, sources listed once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from briefings.briefing import Briefing, Section, SourceNote
from briefings.picture import MapDrawing, Picture
from briefings.stamp import Stamp
from exports.report.ends import closing, head, listed
from exports.report.grid import cut, grid, height
from exports.report.printable import printable
from exports.report.room import lines_left, shared
from exports.report.values import Part, Report, Shown
from i18n import Text

_WIDTH, _MAP_HEIGHT = 16.6, 7.6
_LOWEST, _HIGHEST = 4.5, 10.0
"""Centimetres: the width of the text, and between what a chart may be high."""

_PIXEL = 0.02
"""Centimetres of a report for a pixel of a chart on the screen."""

MOST_SOURCES = 16
"""About half a page; all are in the workbook."""


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The next picture's and table's number, and that of each source which is listed."""

    pictures: Iterator[int]
    tables: Iterator[int]
    sources: Mapping[SourceNote, int]


def compose(briefing: Briefing, stamp: Stamp, t: Text) -> Report:
    """The report of a briefing in the language of `t`. The same briefing and stamp give the same report."""
    sources, rest = _sources(briefing.sections)
    numbers = _Numbers(count(1), count(1), {source: number for number, source in enumerate(sources, 1)})
    parts = _fitted([_part(section, numbers, stamp, t) for section in briefing.sections], len(sources), t)
    more = t.n("{count} more source is in the workbook.", "{count} more sources are in the workbook.", rest)
    before, between, after = t("Page {page} of {pages}", page="\0", pages="\0").split("\0")
    report = Report(
        language=t.language,
        description=parts[0].finding if parts else briefing.title,
        head=head(briefing, stamp, t),
        band=t("DATA CONTOH: made up by a program. It reports on no real region.") if stamp.is_simulated else None,
        parts=parts,
        sources_heading=t("Sources"),
        sources=tuple(listed(source, t) for source in sources),
        sources_rest=more if rest else "",
        closing_heading=t("Checking the figures"),
        closing=tuple(closing(stamp, t)),
        footer=f"{stamp.code} · {t('Data as of {day}', day=t.date(stamp.as_of))}",
        page_words=(before, between, after),
    )
    return printable(report)


def _sources(sections: Sequence[Section]) -> tuple[list[SourceNote], int]:
    """The first sources of each section, each once, and how many more there are."""
    most = shared([len(section.sources) for section in sections], MOST_SOURCES)
    pairs = zip(sections, most, strict=True)
    first = dict.fromkeys(source for section, number in pairs for source in section.sources[:number])
    every = {source for section in sections for source in section.sources}
    return list(first), len(every) - len(first)


def _fitted(parts: Sequence[Part], sources: int, t: Text) -> tuple[Part, ...]:
    """The parts with their tables cut to the room there is for all of them."""
    given = iter(shared([height(one) for part in parts for one in part.grids], lines_left(parts, sources)))
    return tuple(replace(part, grids=tuple(cut(one, next(given), t) for one in part.grids)) for part in parts)


def _part(section: Section, numbers: _Numbers, stamp: Stamp, t: Text) -> Part:
    cited = sorted({numbers.sources[source] for source in section.sources if source in numbers.sources})
    return Part(
        heading=section.heading,
        finding=section.finding.words,
        more=" ".join(_sentence(finding.words) for finding in section.more),
        shown=_shown(section, section.picture, stamp, t, next(numbers.pictures)) if section.picture else None,
        grids=tuple(grid(table, next(numbers.tables), t) for table in section.tables),
        notes=section.notes,
        cited=t("Sources: {numbers}.", numbers=", ".join(f"[{number}]" for number in cited)) if cited else "",
    )


def _sentence(words: str) -> str:
    """The words with a full stop, as running text has it."""
    return words if words.endswith((".", "?", "!", "…", ":")) else f"{words}."


def _shown(section: Section, picture: Picture, stamp: Stamp, t: Text, number: int) -> Shown:
    is_map = isinstance(picture.drawing, MapDrawing)
    # What stands in bold right above is not said twice.
    title = section.heading if picture.title == section.finding.words else picture.title
    edition = t("Boundaries: {edition}.", edition=stamp.boundaries) if is_map and stamp.boundaries else ""
    return Shown(
        picture=picture,
        width=_WIDTH,
        height=_MAP_HEIGHT if is_map else _chart_height(picture),
        label=t("Figure {number}", number="").strip(),
        number=number,
        caption=" ".join(filter(None, (_sentence(title), picture.source and _sentence(picture.source), edition))),
        alt=picture.title,
    )


def _chart_height(picture: Picture) -> float:
    if isinstance(picture.drawing, MapDrawing):
        return _MAP_HEIGHT
    pixels = picture.drawing.layout.height
    return min(max((pixels or 0) * _PIXEL, _LOWEST), _HIGHEST)
