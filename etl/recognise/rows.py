"""What each row below a header is: data, group, subtotal, total, unit, numbering or footer. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import polars as pl

from etl.recognise.area import Area
from etl.recognise.grid import ABSENT, COUNTED, Grid

UNIT_CELL = re.compile(r"\(?(?:orang|org|jiwa|unit|pegawai|%|persen|people|lembar|dokumen)\)?")
_TOTAL = r"(?:sub[\s-]*)?(?:jumlah|total|jml|jlh)\b|grand total|rata-rata|subtotal"
TOTAL = re.compile(_TOTAL)
SUBTOTAL = re.compile(r"sub[\s-]*(?:jumlah|total|jml)")
_FOOTER = (
    r"(?:sumber|catatan|keterangan|ket|source|note|notes|nb|cat)\s?(?:data\s?)?[:.]|\*+\)?\s?\w|\d\)\s\w|diolah|mengetahui|nip\s?[.:]"
    r"|kepala (?:bkp|bkd|badan|dinas)|an\. |a\.n\.|plt\.|dicetak|diunduh|\(?[._]{5,}"
)
FOOTER = re.compile(_FOOTER)
_DAY_LINE = (
    r"(?:(?:data|angka) )?(?:(?:keadaan|kondisi|posisi|situasi)\b|per (?:tanggal|tgl)?\.?\s?:?\s?\d).*(?:19|20)\d\d\W*$"
)
DAY_LINE = re.compile(_DAY_LINE)
"""A line that says for which day the figures hold; above a table it is a title of it, so that it is no FOOTER."""
_NUMBERING = re.compile(r"\(?(\d{1,3}|[a-z])\)?\.?(?:\s?=.*)?")
_GROUP = re.compile(
    r"(?:[ivx]+|[a-z]|\d{1,2})[.)]\s.*|(?:dinas|badan|kecamatan|distrik|kelurahan|sekretariat|kantor|bagian|uptd?"
    r"|puskesmas|sekolah|lembaga(?: \w+){0,3}|perangkat daerah)"
    r"(?: ?[-,/&]? ?(?:dan )?(?:dinas|badan|kantor|daerah|lain))*"
)

DATA, GROUP, SUB, SUM, UNIT, NUMBERING, FOOT = "data", "group", "subtotal", "total", "unit", "numbering", "footer"
WITHIN = "part"
"""A row of people whom the row above it counts already."""


@dataclass(frozen=True, slots=True)
class Roles:
    """What the columns of a table are for telling its rows apart: `unit` names what a row is about (null: none does),
    `numbers` count the rows, `labels` are further words of a row, `values` what it says. `listing`: a table of words
    (people, ceremonies), where a row needs no figure."""

    unit: int | None
    numbers: tuple[int, ...]
    labels: tuple[int, ...]
    values: tuple[int, ...]
    listing: bool = False


def classify(grid: Grid, area: Area, roles: Roles) -> pl.DataFrame:
    """at, what, label of every filled row of a table's body, but for headers that stand in it again."""
    first, columns = area.first, area.columns
    body = _facts(grid, first, area.stop, columns, roles).filter(pl.col("filled") > 0)
    body = body.filter(~pl.col("at").is_in(list(area.repeats)))
    head = _before_data(grid, body["at"].head(2).to_list(), columns)
    end = _end(body, roles)
    after = pl.col("at") > end
    body = body.with_columns(
        what=pl.when(pl.col("at").is_in(list(head)))
        .then(pl.col("at").replace_strict(head, default=None, return_dtype=pl.String))
        .when(pl.col("footer") & (pl.col("figures") == 0))
        .then(pl.lit(FOOT))
        .when(after)
        .then(pl.lit("tail"))
        .when(pl.col("totals") & ((pl.col("values") > 0) | (pl.col("at") == end)))
        .then(pl.lit(SUM))
        .when(_is_group(body, roles))
        .then(pl.lit(GROUP))
        .otherwise(pl.lit(DATA))
    )
    return _with_tail(body, first, roles).select("at", "what", "label")


def _facts(grid: Grid, first: int, stop: int, columns: Sequence[int], roles: Roles) -> pl.DataFrame:
    """What there is to know of each row: counts of filled cells by role, its first words."""
    cells = grid.text.slice(first, stop - first).select(f"c{column}" for column in columns)

    def count(of: Sequence[int], pattern: str | None = None) -> pl.Expr:
        tests = [
            pl.col(f"c{column}").is_not_null() if pattern is None else pl.col(f"c{column}").str.contains(pattern)
            for column in of
        ]
        return pl.sum_horizontal(test.fill_null(value=False) for test in tests) if tests else pl.lit(0, dtype=pl.UInt32)

    unit = pl.lit(None, dtype=pl.String) if roles.unit is None else pl.col(f"c{roles.unit}")
    counted = f"(?:{COUNTED})|(?:{ABSENT})"
    facts = cells.select(
        filled=count(columns),
        values=count(roles.values),
        figures=count(roles.values, counted),
        labels=count([column for column in roles.labels if column != roles.unit]),
        numbers=count(roles.numbers),
        digits=count(roles.numbers, r"^\(?\d+[.)]?$"),
        unit=unit.is_not_null(),
        first=pl.coalesce(f"c{column}" for column in columns).str.to_lowercase(),
        label=pl.coalesce(unit, *(f"c{column}" for column in columns)).str.to_lowercase(),
        word_first=pl.coalesce(f"c{column}" for column in columns).str.to_lowercase(),
        **{f"word_{column}": pl.col(f"c{column}").str.to_lowercase() for column in roles.labels},
    )
    rust = rf"^(?:{_TOTAL})"
    return facts.with_row_index("at").select(
        (pl.col("at").cast(pl.Int64) + first).alias("at"),
        pl.exclude("at", "^word_.*$"),
        totals=pl.any_horizontal(pl.col("^word_.*$").str.contains(rust).fill_null(value=False)),
        footer=pl.col("first").str.contains(rf"^(?:{_FOOTER}|{_DAY_LINE})").fill_null(value=False),
    )


def _before_data(grid: Grid, rows: Sequence[int], columns: Sequence[int]) -> dict[int, str]:
    """Rows of column numbers or units right below the header."""
    found: dict[int, str] = {}
    for at in rows:
        cells = [text.lower() for column, text in grid.line(at).items() if column in columns]
        marks = [_NUMBERING.fullmatch(cell) for cell in cells]
        order = [mark[1] for mark in marks if mark]
        steps = [
            int(b) - int(a) if a.isdecimal() and b.isdecimal() else ord(b[0]) - ord(a[0]) for a, b in pairwise(order)
        ]
        if len(cells) > 1 and all(marks) and len(cells) >= len(columns) - 1 and set(steps) == {1}:
            found[at] = NUMBERING
        elif cells and all(UNIT_CELL.fullmatch(cell) for cell in cells):
            found[at] = UNIT
        else:
            break
    return found


def _end(body: pl.DataFrame, roles: Roles) -> int:
    """The last row that surely belongs to the table: a total, or a row with a label and figures."""
    if roles.listing:
        sure = (pl.col("filled") >= 2) & ~pl.col("footer")
        sure &= pl.col("unit") | (pl.col("labels") > 0)
    elif roles.values:
        sure = (pl.col("figures") > 0) & ((pl.col("labels") > 0) | (pl.col("figures") > 1))
        sure |= (pl.col("unit") & (pl.col("values") > 0) | pl.col("totals")) & ~pl.col("footer")
    else:
        sure = pl.col("unit") & ~pl.col("footer") & (pl.col("filled") >= 2 if roles.numbers else True)
    last = body.filter(sure)["at"].max()
    return int(last) if isinstance(last, int) else -1


def _is_group(body: pl.DataFrame, roles: Roles) -> pl.Expr:
    """A row of words over the rows that it heads: no value, and no place in the numbering of the others."""
    if roles.listing or not roles.values:
        return pl.lit(value=False)
    numbered = body.filter(pl.col("digits") > 0).height * 2 > body.filter(pl.col("figures") > 0).height
    outside = (pl.col("digits") == 0) if numbered else pl.lit(value=False)
    general = pl.col("label").str.contains(rf"^(?:{_GROUP.pattern})$").fill_null(value=False) & (pl.col("filled") <= 2)
    general &= pl.col("digits") == 0
    return (pl.col("values") == 0) & (~pl.col("unit") & (roles.unit is not None) | outside | general | pl.col("totals"))


def _with_tail(body: pl.DataFrame, first: int, roles: Roles) -> pl.DataFrame:
    """Rows behind the last sure one: units listed without a figure where they follow on, else footers."""
    what, rows, unit = body["what"].to_list(), body["at"].to_list(), body["unit"].to_list()
    before, role_before = first - 1, DATA
    for at, role in enumerate(what):
        if role == "tail":
            follows = role_before in {DATA, NUMBERING, UNIT} and rows[at] - before == 1
            what[at] = DATA if follows and unit[at] and not roles.listing else FOOT
        before, role_before = rows[at], what[at]
    return body.with_columns(what=pl.Series(what, dtype=pl.String))
