"""What titles, label lines and sheet names say of all rows below them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import polars as pl

from etl.clean.dates import Campaign, DateReading, read_date
from etl.recognise.area import Area
from etl.recognise.grid import Grid
from etl.recognise.layout import Given
from etl.recognise.rows import DAY_LINE
from etl.recognise.words import employee_types_in, tiers_in
from geo.names import resolve, resolve_frame
from warehouse.vocabulary import DatePrecision, EmployeeType

_LABEL = re.compile(
    r"(?:nama )?(?:opd|skpd|perangkat daerah|unit kerja|unit organisasi|satuan kerja|satker|instansi|dinas ?/ ?\w+)"
    r"(?: perangkat daerah)?\s*[:=]\s*(?P<name>.+)",
    re.IGNORECASE,
)
_TYPED = re.compile(
    r"(?<!\w)(?:kabupaten|kab\.?|kota|provinsi|prov\.?|pemkab|pemkot|pemko|pemprov|se-?)\s+(?=\w)", re.IGNORECASE
)
_END = re.compile(r"[,;:()\d]|\s[-–—]\s|\b(?:tahun|per|keadaan|posisi|bulan|semester)\b", re.IGNORECASE)
_MOST_WORDS = 5
_NOT_THE_DAY = re.compile(r"dicetak|diunduh|download|printed|tanggal cetak|nomor\s*:?\s*\S*\d|no\.?\s*:?\s*\S*\d\S*/")
_HOLDS_FOR = re.compile(
    r"\b(?:keadaan|kondisi|per|posisi|s\.?d|s/d|sampai dengan|hingga)\b|\bdata\s?:"
    r"|^(?:hari ?[/,]? ?)?(?:tanggal|tgl)\.?\s?[:=]"
)
"""Words that a line has which says for which day the figures hold, and not when a letter was written."""

_FINENESS = [
    DatePrecision.DAY,
    DatePrecision.RANGE,
    DatePrecision.PART_OF_MONTH,
    DatePrecision.MONTH,
    DatePrecision.YEAR,
]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a title: its text and where it stands (`Rekap!A3`)."""

    text: str
    place: str


def lines_of(grid: Grid, area: Area) -> list[Line]:
    """The title lines above a table; the cells of one row are one line, but of tables side by side each has its own."""
    left, right = area.columns[0], area.columns[-1]
    lines = []
    for at in area.titles:
        cells = grid.line(at)
        own = {column: text for column, text in cells.items() if left <= column <= right} or cells
        lines.append(Line(" ".join(own.values()), _place(grid, at, min(own))))
    return lines


def _place(grid: Grid, at: int, column: int) -> str:
    """Where a cell stands: Rekap!A3, of a text file A3."""
    place = f"{_letters(column)}{grid.rows[at]}"
    return f"{grid.sheet.name}!{place}" if grid.sheet.name else place


def below(grid: Grid, footers: Sequence[int]) -> list[Line]:
    """The footers of a table that say for which day its figures hold."""
    cells = [(at, grid.line(at)) for at in footers]
    return [
        Line(" ".join(line.values()), _place(grid, at, min(line)))
        for at, line in cells
        if DAY_LINE.match(line[min(line)].lower())
    ]


def given_by(
    own: Sequence[Line],
    above: Sequence[Line],
    sheet: str | None,
    campaigns: Sequence[Campaign],
    *,
    needs_unit: bool,
    under: Sequence[Line],
) -> Given:
    """What a table's own titles say; day and region also from titles further up on the sheet, then the sheet's name.
    The day may also stand `under` the table, where no title gives one.

    `needs_unit`: no column names a unit, so that an OPD in a plain title or in the sheet's name is the one meant.
    """
    given, stated = Given(), {}
    name = [Line(sheet, "sheet name")] if sheet else []
    day = next((said for lines in (own, above, under, name) if (said := _day(lines, campaigns))), None)
    region = _region(own) or _region(above)
    opd = _opd(own, name, plain=needs_unit)
    types = next(((line, found) for line in own if (found := employee_types_in(line.text.lower()))), None)
    if day:
        given, stated["as_of"] = replace(given, as_of=day[1]), day[0].place
    if region:
        given, stated["region"] = replace(given, region=region[1]), region[0].place
    if opd:
        given, stated["opd"] = replace(given, opd=opd[1]), opd[0].place
    if types:
        one = types[1][0] if len(types[1]) == 1 else EmployeeType.ASN
        given, stated["employee_type"] = replace(given, employee_type=one), types[0].place
    tier = next(((line, tiers[0]) for line in own if len(tiers := tiers_in(line.text.lower())) == 1), None)
    if tier and needs_unit:
        given, stated["tier"] = replace(given, tier=tier[1]), tier[0].place
    return replace(given, stated_in=stated)


def _day(lines: Sequence[Line], campaigns: Sequence[Campaign]) -> tuple[Line, DateReading] | None:
    """The date that the lines print: where one says what the figures hold for, that; the finest; the first. No day of
    printing, no day of a letter."""
    found = []
    for line in lines:
        if not re.search(r"\d", line.text) or _NOT_THE_DAY.search(line.text.lower()):
            continue
        reading = read_date(line.text, campaigns=campaigns)
        if reading.low is not None and reading.precision in _FINENESS:
            said = _HOLDS_FOR.search(line.text.lower()) is not None
            found.append(((not said, _FINENESS.index(reading.precision)), line, reading))
    if not found:
        return None
    _, line, reading = min(found, key=lambda each: each[0])
    return line, reading


def _region(lines: Sequence[Line]) -> tuple[Line, str] | None:
    """The region that the lines name; a kabupaten or kota before its province."""
    phrases = [(line, phrase) for line in lines for phrase in _phrases(line.text)]
    if not phrases:
        return None
    codes = resolve_frame(pl.Series([phrase for _, phrase in phrases], dtype=pl.String))["code"].to_list()
    known = [(line, phrase, code) for (line, phrase), code in zip(phrases, codes, strict=True) if code]
    best = min(known, key=lambda each: (len(each[2]) == 2, -len(each[1].split())), default=None)
    return None if best is None else (best[0], best[1])


def _phrases(text: str) -> Iterator[str]:
    """What may be a region's name in a line: from a type word on, one to five words."""
    for match in _TYPED.finditer(text):
        end = _END.search(text, match.end())
        words = text[match.start() : end.start() if end else len(text)].split()
        if words and words[0].lower() in {"se", "se-"}:
            words = words[1:]
        for count in range(1, min(len(words), _MOST_WORDS) + 1):
            yield " ".join(words[:count])
    for match in re.finditer(r"\bse-\s?(?=[A-Z])", text, re.IGNORECASE):
        end = _END.search(text, match.end())
        words = text[match.end() : end.start() if end else len(text)].split()
        for count in range(1, min(len(words), _MOST_WORDS) + 1):
            yield " ".join(words[:count])


def _opd(lines: Sequence[Line], name: Sequence[Line], *, plain: bool) -> tuple[Line, str] | None:
    """The unit that a label line names; where no column does, also a title that is a unit's name, or the sheet's."""
    for line in lines:
        if found := _LABEL.match(line.text):
            return line, found["name"].strip()
    if not plain:
        return None
    for line in [*lines, *name]:
        if resolve([line.text], kind="opd")[0].code:
            return line, line.text
    return None


def _letters(column: int) -> str:
    """A column's letters: A, Z, AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
