"""A roster of any size from the disk, once through: of each row what is needed to count, a few bytes.

A name is never read, a NIP never leaves the batch of rows in which it was read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import polars as pl

from etl.recognise.layout import Field
from etl.roster import nip
from etl.roster.keyed_hash import keyed_hash
from etl.roster.secret import Secret
from i18n import N_, BadInput

WORDS = (
    Field.REGION,
    Field.REGION_CODE,
    Field.OPD,
    Field.EMPLOYEE_TYPE,
    Field.TIER,
    Field.PLEDGED_MARK,
    Field.SIGNED_MARK,
)
"""The columns whose texts are few and come again and again."""

INDEX = "index"

_Encoding = Literal["utf8", "utf8-lossy"]

_UNREADABLE = N_(
    "The file cannot be read as a roster: a line is not well formed, or a column of OPD, types, tiers or marks holds"
    " tens of thousands of different texts."
)
_CHECK = N_("Check which column holds what, and save the file as CSV UTF-8.")


@dataclass(frozen=True, slots=True)
class Form:
    """How the text file is laid out: its separator, how many lines stand before the first row, how many columns there
    are, and which of them hold what (from 1)."""

    separator: str
    lines_before: int
    width: int
    columns: Mapping[Field, int]


def scan(path: Path, form: Form, secret: Secret) -> pl.DataFrame:
    """One row a record, in order: `index` from 0, `person` (keyed hash; null where `fault`, a code of `nip.FAULTS`, is
    not 0), `is_contract`, and the words as categories under their field's name (no such column = null).

    Records with neither NIP nor OPD are no data and left out: blank lines, footers. Raises BadInput where a column of
    words holds tens of thousands of different ones: it is something else.
    """
    texts = {field: pl.col(f"c{index}") for field, index in form.columns.items()}
    is_data = pl.any_horizontal(texts[field].is_not_null() for field in (Field.NIP, Field.OPD) if field in texts)
    words = [_words(texts.get(field)).alias(field) for field in WORDS]
    for encoding in _ENCODINGS:
        rows = _records(path, form, encoding).filter(is_data).select(INDEX, nip.coded(texts[Field.NIP]), *words)
        try:
            frame = rows.collect(engine="streaming")
        except pl.exceptions.ComputeError:
            continue
        code = pl.col(f"c{form.columns[Field.NIP]}")
        numbers = frame.select(pl.when(code > 0).then(code)).to_series()
        return frame.select(
            pl.exclude(f"c{form.columns[Field.NIP]}"),
            keyed_hash(numbers, secret).alias("person"),
            fault=pl.when(code < 0).then(-code).otherwise(0).cast(pl.UInt8),
            is_contract=nip.is_contract(code),
        )
    # What Polars says may quote a cell.
    raise BadInput(_UNREADABLE, where=path.name, next_step=_CHECK)


_ENCODINGS: tuple[_Encoding, ...] = ("utf8", "utf8-lossy")
"""How a file is read, and how one that is not UTF-8 throughout: letters of the latter may be lost. Looking for such
letters takes a tenth of the time."""


def count_records(path: Path, form: Form) -> int:
    """Records below the header, blank ones too."""
    return int(_records(path, form, _ENCODINGS[-1]).select(pl.len()).collect(engine="streaming").item())


def mapped(words: pl.Series, read: Callable[[pl.Series], pl.DataFrame]) -> pl.DataFrame:
    """What `read` makes of each word. It is given the distinct texts (null among them) and answers in their order."""
    distinct = words.unique().append(words.clear(1)).unique()
    answers = read(distinct.cast(pl.String())).with_columns(distinct.to_physical().cast(pl.UInt32()).alias(_CODE))
    of_null = answers.filter(pl.col(_CODE).is_null())
    count = answers.select(pl.col(_CODE).max().fill_null(0) + 1).item()
    codes = pl.DataFrame({_CODE: pl.int_range(count, dtype=pl.UInt32, eager=True)})
    table = pl.concat([codes.join(answers, on=_CODE, how="left", maintain_order="left"), of_null], how="diagonal")
    return table.drop(_CODE)[words.to_physical().cast(pl.UInt32()).fill_null(count)]


_CODE = "code"


def _records(path: Path, form: Form, encoding: _Encoding) -> pl.LazyFrame:
    return pl.scan_csv(
        path,
        separator=form.separator,
        has_header=False,
        skip_lines=form.lines_before,
        schema={f"c{n}": pl.String() for n in range(1, form.width + 1)},
        truncate_ragged_lines=True,
        encoding=encoding,
        row_index_name=INDEX,
        glob=False,
    )


def _words(text: pl.Expr | None) -> pl.Expr:
    # Categories of its own for each column and each file: none outlives the frame.
    kind = pl.Categorical(pl.Categories.random("roster", pl.UInt16))
    return pl.lit(None, kind) if text is None else text.cast(kind)
