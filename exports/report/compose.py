"""A briefing and its stamp → the report: sections in order, pictures and tables numbered, sources listed once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from briefings.briefing import Briefing, Section, SourceNote
from briefings.picture import MapDrawing, Picture
from briefings.stamp import Stamp
from exports import way_back
from exports.printable import printable
from exports.report.ends import closing, described, head
from exports.report.fit import fitted
from exports.report.grid import grid
from exports.report.room import shared
from exports.report.values import Part, Report, Shown
from i18n import N_, Text

_WIDTH, _MAP_HEIGHT = 16.6, 7.6
_LOWEST, _HIGHEST = 4.2, 11.5
"""Centimetres: the width of the text, and between what a chart may be high."""

_ROOMY, _TIGHT, _ROOMY_PIXELS = 0.02, 0.0148, 300
"""Centimetres of a report for a pixel of the screen, of a low chart and of a high one, whose letters are then as small
as can be read; and how many pixels are low."""

_TOO_HIGH = N_("The picture has more rows than a page can show; it is given out as a file of its own.")

MOST_SOURCES = 16
"""About half a page; all are in the workbook."""


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The next picture's number, and that of each source which is listed."""

    pictures: Iterator[int]
    sources: Mapping[SourceNote, int]


def compose(briefing: Briefing, stamp: Stamp, t: Text) -> Report:
    """The report of a briefing in the language of `t`. The same briefing and stamp give the same report."""
    sources, rest = _sources(briefing.sections)
    numbers = _Numbers(count(1), {source: number for number, source in enumerate(sources, 1)})
    listing = tuple(described(source, t) for source in sources)
    parts = fitted(_said_once([_part(section, numbers, stamp, t) for section in briefing.sections]), listing, t)
    more = t.n("{count} more source is in the workbook.", "{count} more sources are in the workbook.", rest)
    before, between, after = t("Page {page} of {pages}", page="\0", pages="\0").split("\0")
    report = Report(
        language=t.language,
        description=parts[0].finding if parts else briefing.title,
        head=head(briefing, stamp, t),
        band=way_back.example(stamp, t),
        parts=parts,
        sources_heading=t("Sources"),
        sources=listing,
        sources_rest=more if rest else "",
        closing_heading=t("Checking the figures"),
        closing=tuple(closing(stamp, t)),
        footer=f"{stamp.code} · {way_back.day(stamp, t)}",
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


def _part(section: Section, numbers: _Numbers, stamp: Stamp, t: Text) -> Part:
    cited = sorted({numbers.sources[source] for source in section.sources if source in numbers.sources})
    drawn = section.picture if section.picture and _height(section.picture) <= _HIGHEST else None
    return Part(
        heading=section.heading,
        finding=section.finding.words,
        more=" ".join(_sentence(finding.words) for finding in section.more),
        shown=_shown(section, drawn, stamp, t, next(numbers.pictures)) if drawn else None,
        grids=tuple(grid(table, t) for table in section.tables),
        notes=(*((t(_TOO_HIGH),) if section.picture and not drawn else ()), *section.notes),
        cited=t("Sources: {numbers}.", numbers=", ".join(f"[{number}]" for number in cited)) if cited else "",
    )


def _said_once(parts: Sequence[Part]) -> list[Part]:
    """The parts without the notes of those before: a report is read from top to bottom."""
    made, said = [], set[str]()
    for part in parts:
        made.append(replace(part, notes=tuple(note for note in part.notes if note not in said)))
        said.update(part.notes)
    return made


def _sentence(words: str) -> str:
    """The words with a full stop, as running text has it."""
    return words if words.endswith((".", "?", "!", "…", ":")) else f"{words}."


def _shown(section: Section, picture: Picture, stamp: Stamp, t: Text, number: int) -> Shown:
    is_map = isinstance(picture.drawing, MapDrawing)
    # What stands in bold right above is not said twice.
    title = section.heading if picture.title.startswith(section.finding.words) else picture.title
    edition = t("Boundaries: {edition}.", edition=stamp.boundaries) if is_map and stamp.boundaries else ""
    return Shown(
        picture=picture,
        width=_WIDTH,
        height=_height(picture),
        label=t("Figure {number}", number="").strip(),
        number=number,
        caption=" ".join(filter(None, (_sentence(title), picture.source and _sentence(picture.source), edition))),
        alt=picture.title,
    )


def _height(picture: Picture) -> float:
    """Centimetres that the picture needs to be read; may be more than there is."""
    if isinstance(picture.drawing, MapDrawing):
        return _MAP_HEIGHT
    pixels = float(picture.drawing.layout.height or 0)
    roomy = min(pixels, _ROOMY_PIXELS) * _ROOMY
    return max(roomy, pixels * _TIGHT, _LOWEST)
