"""A briefing and its stamp → the report: sections in order, pictures and tables numbered, sources listed once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from briefings.briefing import Briefing, Section, SourceNote
from briefings.picture import MapDrawing, Picture
from briefings.stamp import Stamp, code_in
from exports.report.grid import grid
from exports.report.printable import printable
from exports.report.values import Head, Part, Report, Shown, Source
from i18n import Text
from indicators.words import GRADES, word

_WIDTH, _MAP_HEIGHT = 16.6, 8.2
_LOWEST, _HIGHEST = 4.5, 8.2
"""Centimetres: the width of the text, and between what a picture may be high, so that two fit on a page."""

_PIXEL = 0.02
"""Centimetres of a report for a pixel of a chart on the screen."""

_MOST_SOURCES = 40
_WIB = dt.timezone(dt.timedelta(hours=7))
"""The capital's clock, so that a report says the same wherever it is made."""


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The next picture's and table's number, and that of each source which is listed."""

    pictures: Iterator[int]
    tables: Iterator[int]
    sources: Mapping[SourceNote, int]


def compose(briefing: Briefing, stamp: Stamp, t: Text) -> Report:
    """The report of a briefing in the language of `t`. The same briefing and stamp give the same report."""
    every = list(dict.fromkeys(source for section in briefing.sections for source in section.sources))
    sources, rest = every[:_MOST_SOURCES], len(every[_MOST_SOURCES:])
    numbers = _Numbers(count(1), count(1), {source: number for number, source in enumerate(sources, 1)})
    parts = [_part(section, numbers, stamp, t) for section in briefing.sections]
    more = t.n("{count} more source is in the workbook.", "{count} more sources are in the workbook.", rest)
    before, between, after = t("Page {page} of {pages}", page="\0", pages="\0").split("\0")
    report = Report(
        language=t.language,
        description=parts[0].finding if parts else briefing.title,
        head=_head(briefing, stamp, t),
        band=t("DATA CONTOH: made up by a program. It reports on no real region.") if stamp.is_simulated else None,
        parts=tuple(parts),
        sources_heading=t("Sources"),
        sources=tuple(_source(source, t) for source in sources),
        sources_rest=more if rest else "",
        closing_heading=t("Checking the figures"),
        closing=tuple(_closing(stamp, t)),
        footer=f"{stamp.code} · {t('Data as of {day}', day=t.date(stamp.as_of))}",
        page_words=(before, between, after),
    )
    return printable(report)


def _head(briefing: Briefing, stamp: Stamp, t: Text) -> Head:
    taken = t.moment(stamp.taken_at, _WIB)
    says = (stamp.address or stamp.code) if _is_on_record(stamp) else None
    return Head(
        title=t("Report"),
        subject=(t("Subject"), briefing.title),
        facts=(
            (t("Region"), briefing.place),
            (t("Election"), briefing.campaign or t("All elections")),
            (t("Data as of"), t.date(stamp.as_of)),
            (t("Snapshot"), t("{number}, made {moment}", number=stamp.snapshot, moment=taken)),
        ),
        code=(t("Code"), stamp.code),
        square_says=says,
        square_alt=t("QR code that says {words}", words=says) if says else "",
    )


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


def _source(source: SourceNote, t: Text) -> Source:
    said = [f"{source.title}. {source.publisher}"]
    if source.published_on:
        said.append(t.date(source.published_on))
    grade = t("Evidence {grade} ({meaning})", grade=source.grade, meaning=word(GRADES, source.grade, t))
    return Source(
        words=f"{', '.join(said)}. {grade}.",
        url=source.url,
        opens=bool(source.url and source.url.startswith(("https://", "http://"))),
    )


def _is_on_record(stamp: Stamp) -> bool:
    return code_in(stamp.code) == stamp.code


def _closing(stamp: Stamp, t: Text) -> Iterator[str]:
    yield _way_back(stamp, t)
    if stamp.address:
        yield t("Address: {address}", address=stamp.address)
    if stamp.versions:
        versions = ", ".join(f"{name} {version}" for name, version in sorted(stamp.versions.items()))
        yield t("Snapshot {per}; versions of the indicators: {versions}.", per=stamp.per, versions=versions)
    yield t("Figures are never more precise than their sources: where only bounds are known, the bounds are given.")


def _way_back(stamp: Stamp, t: Text) -> str:
    if not _is_on_record(stamp):
        return t(
            "This report could not be put on record, so it has no code. Its figures are those of the snapshot: “ikrar "
            "query … --as-of {per}” gives them again.",
            per=stamp.per,
        )
    return t(
        "Open the page “Cek angka” in Ikrar and enter the code {code}, or scan the square above. The page shows these "
        "figures as they were, says whether they still hold, and if not, what has changed since and why.",
        code=stamp.code,
    )
