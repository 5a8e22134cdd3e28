"""A sheet's cells, cleaned, with what each looks like: what all steps of recognising ask. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import polars as pl

from etl.clean.spelling import clean_column
from etl.recognise import vocabulary
from etl.sources.tabular import Sheet

FIGURE = r"^['(±~≈<>≥≤]*\s?-?\s?\d[\d\s.,:/-]*\s?(?:%|orang|org)?\s?(?:\)|\*+\)?|\d\))*$"
"""A number, a date in digits, a code: what stands in the cells of a table and not in its headings."""

COUNTED = (
    r"(?i)^(?:kurang lebih|lebih kurang|sekitar|sekira\w*|kira-kira|setidaknya|sedikitnya|paling \w+|min\w*|maks\w*"
    r"|hampir|nyaris|lebih dari|kurang dari|di ?atas|di ?bawah|[±~≈<>≥≤=']|ca\.?)?\s?-?\d[\d.,\s]*"
    r"(?:\s?(?:orang|org|asn|pns|pppk|pegawai|jiwa|ribu|rb|%|persen))?[*)\d\s]{0,4}$"
)
"""A count as people print it, words around it included."""

ABSENT = (
    r"(?i)^(?:[-–—_.]+|n/?a|n\.a\.?|■|□|▪|nihil|belum (?:me)?lapor|null|#.*[!?]|seluruh.*"
    r"|\w*(?:puluhan|ratusan|ribuan|belasan)\b.*)$"
)
"""What stands in a column of counts where no number is given."""

_YEAR = r"^(?:19|20)\d\d$"


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A sheet by position: `text` its cells cleaned (c1…cn, null = blank), one row a sheet row; `rows` their numbers.

    `filled`, `figures`, `heads`, `strong`: how many cells of each row are filled, look like figures (years apart), may
    be headings, hardly are anything else.
    """

    sheet: Sheet
    text: pl.DataFrame = field(repr=False)
    rows: pl.Series = field(repr=False)
    filled: pl.Series = field(repr=False)
    figures: pl.Series = field(repr=False)
    heads: pl.Series = field(repr=False)
    strong: pl.Series = field(repr=False)

    @property
    def height(self) -> int:
        """Rows of the sheet."""
        return self.text.height

    def line(self, at: int) -> dict[int, str]:
        """The filled cells of a row: text by column number."""
        return {int(name[1:]): value for name, value in zip(self.text.columns, self.text.row(at), strict=True) if value}

    def kind(self, at: int, column: int) -> str | None:
        """A cell's kind."""
        found: str | None = self.sheet.kinds[f"c{column}"][at]
        return found

    def column(self, column: int, first: int, stop: int) -> pl.Series:
        """The cells of a column between two positions."""
        return self.text[f"c{column}"].slice(first, stop - first)


def grid_of(sheet: Sheet) -> Grid:
    """A sheet made ready."""
    names = [name for name in sheet.text.columns if name != "row"]
    rows = sheet.text["row"]
    kinds = sheet.kinds.select(names)
    cleaned = [clean_column(sheet.text[name]).alias(name) for name in names]
    text = pl.DataFrame(cleaned) if names else pl.DataFrame({"c1": pl.Series([None] * rows.len(), dtype=pl.String)})
    text = text.select(pl.when(pl.col(name) != "").then(pl.col(name)).alias(name) for name in text.columns)
    if not names:
        kinds = text
    every = text.columns
    solid = [
        (pl.col(name).str.contains(FIGURE) | kinds[name].is_in(["n", "p", "d", "e", "f"]).fill_null(value=False))
        & ~pl.col(name).str.contains(_YEAR)
        for name in every
    ]
    stats = text.select(
        filled=pl.sum_horizontal(pl.col(name).is_not_null() for name in every),
        figures=pl.sum_horizontal(each.fill_null(value=False) for each in solid),
    )
    heads, strong = _headings(text, stats)
    return Grid(sheet, text, rows, stats["filled"], stats["figures"], heads, strong)


def _headings(text: pl.DataFrame, stats: pl.DataFrame) -> tuple[pl.Series, pl.Series]:
    """How many cells of a row may be, or surely are, headings; only of rows of words, as most rows hold figures."""
    wordy = stats.with_row_index("at").filter((pl.col("figures") == 0) & (pl.col("filled") > 1))["at"]
    lines = text[wordy].select(
        pl.when(pl.col(name).str.len_chars() <= 80)
        .then(pl.col(name).str.to_lowercase().str.replace_all(r"[\s_]+", " ").str.strip_chars(" .:*"))
        .alias(name)
        for name in text.columns
    )
    counted = lines.select(
        heads=pl.sum_horizontal(
            pl.col(name).str.contains(vocabulary.ANY).fill_null(value=False) for name in text.columns
        ),
        strong=pl.sum_horizontal(
            pl.col(name).str.contains(vocabulary.STRONG).fill_null(value=False) for name in text.columns
        ),
    )

    def placed(counts: pl.Series) -> pl.Series:
        every = pl.Series([0] * text.height, dtype=pl.UInt32)
        return every if wordy.is_empty() else every.scatter(wordy, counts.cast(pl.UInt32))

    return placed(counted["heads"]), placed(counted["strong"])


def looks(pattern: str, text: str) -> bool:
    """Whether a text matches one of the patterns above."""
    return re.match(pattern, text) is not None
