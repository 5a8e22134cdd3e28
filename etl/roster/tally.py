"""People to counts: each person once, by keyed hash. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import polars as pl

from etl.recognise.layout import Block
from etl.roster import nip
from etl.roster.people import people
from etl.roster.secret import Secret
from warehouse.vocabulary import Tier

ROWS = {
    "block_id": pl.String(),
    "row": pl.Int64(),
    "verdict": pl.String(),
    "rule": pl.String(),
    "column": pl.Int64(),
    "opd_id": pl.String(),
    "employee_type": pl.String(),
    "tier": pl.String(),
    "as_of": pl.Date(),
    "other_row": pl.Int64(),
    "other_opd_id": pl.String(),
}
"""One row a data row of the blocks, in order.

`verdict` new, same, changed, conflict, refused or held, of the *person*: same = already counted in this cell (or
earlier in this file), changed = in another type or tier of this OPD, conflict = in another OPD. What a known person's
row brings to the figures is the verdict of its cell.

`rule` of a refusal: invalid_nip, damaged_nip or the unit's own; of a warning: duplicate_person, person_in_two_opd,
unreadable_mark, unreadable_tier; else null. `column`: the index of the column that the rule speaks of, null = the row.
`tier` is that of the cell the person is counted in. `other_row`, `other_opd_id`: where the person stands already, in
this file (row) or in the store (row null).
"""

CELLS = {
    "opd_id": pl.String(),
    "employee_type": pl.String(),
    "tier": pl.String(),
    "as_of": pl.Date(),
    "as_of_precision": pl.String(),
    "people": pl.Int64(),
    "pledged_low": pl.Int64(),
    "pledged_high": pl.Int64(),
    "signed_low": pl.Int64(),
    "signed_high": pl.Int64(),
}
"""One row an OPD × type × tier × day of the file: people counted there, of them pledged and signed.

Low counts those who are marked yes, high also those of whom it cannot be told; null where nobody is marked at all.
"""

VERDICTS = pl.Enum(["new", "same", "changed", "conflict", "refused", "held"])
RULES = pl.Enum(["duplicate_person", "person_in_two_opd", "unreadable_mark", "unreadable_tier"])
"""Of people whose NIP and OPD are known, the rules that may be told."""

KEY = ["opd_id", "employee_type", "tier", "as_of", "as_of_precision"]
"""What names a cell."""


@dataclass(frozen=True, slots=True, eq=False)
class Roster:
    """What a file's roster comes to: ROWS, CELLS, and who is counted: `position` in ROWS, `person`, `verdict`, KEY."""

    rows: pl.DataFrame = field(repr=False)
    cells: pl.DataFrame = field(repr=False)
    counted: pl.DataFrame = field(repr=False)


def count(blocks: Sequence[Block], units: pl.DataFrame, *, secret: Secret, stored: pl.DataFrame) -> Roster:
    """A workbook's roster, all blocks together: a person counts once over all of them.

    `units` are UNITS (`etl.roster.people`), a row a data row; `stored` the rows of `person_key` of the campaign and the
    regions concerned. Raises Conflict where those were hashed with another secret.
    """
    secret.must_match(stored)
    everyone = people(blocks, units, secret).with_row_index("position")
    is_read = pl.col("opd_id").is_not_null() & (pl.col("fault") == 0)
    counted, others = once(with_cells(everyone.filter(is_read)), stored)
    fault = pl.col("fault").replace_strict(dict(enumerate(nip.FAULTS, 1)), default=None, return_dtype=pl.String)
    left_out = everyone.filter(~is_read.fill_null(value=False)).with_columns(
        column=pl.when(pl.col("rule").is_null()).then("column"),
        rule=pl.coalesce("rule", fault),
    )
    left_out = left_out.with_columns(
        verdict=pl.when(pl.col("rule").is_null()).then(pl.lit("held")).otherwise(pl.lit("refused"))
    )
    words = pl.col("verdict", "rule").cast(pl.String)
    rows = pl.concat([counted.with_columns(words), others.with_columns(words), left_out], how="diagonal")
    return Roster(
        rows.sort("position").select(pl.col(name).cast(kind) for name, kind in ROWS.items()),
        cells(counted),
        counted.select("position", "person", pl.col("verdict").cast(pl.String), *KEY),
    )


def once(people: pl.DataFrame, stored: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """People with a NIP and an OPD: the rows that count, one a person in the order given, and the others in no order.

    Both with `verdict`, `rule`, `column`, `other_row` and `other_opd_id` as in ROWS. `stored` as in `count`.
    """
    known = stored.select(person="person_hash", known_opd="opd_id", known_type="employee_type", known_tier="tier")
    if known.height:
        marked = people.join(known, on="person", how="left", maintain_order="left")
    else:
        marked = people.with_columns(
            pl.lit(None, kind).alias(name) for name, kind in known.drop("person").schema.items()
        )
    is_elsewhere = (pl.col("known_opd") != pl.col("opd_id")).fill_null(value=False)
    here = marked.filter(~is_elsewhere) if known.height else marked
    is_first = _is_first(here["person"])
    first = here.filter(is_first)
    again = here.filter(~is_first).join(
        first.select("person", other_row="row", other_opd_id="opd_id"), on="person", maintain_order="left"
    )
    is_same = (pl.col("known_type") == pl.col("employee_type")) & (pl.col("known_tier") == pl.col("tier"))
    counted = first.with_columns(
        verdict=pl.when(pl.col("known_opd").is_null())
        .then(_verdict("new"))
        .when(is_same)
        .then(_verdict("same"))
        .otherwise(_verdict("changed")),
        rule=pl.when(pl.col("column").is_not_null())
        .then(_rule("unreadable_mark"))
        .when("is_tier_unread")
        .then(_rule("unreadable_tier")),
    )
    is_here_too = pl.col("opd_id") == pl.col("other_opd_id")
    elsewhere = marked.filter(is_elsewhere).with_columns(other_opd_id="known_opd")
    others = pl.concat([again, elsewhere], how="diagonal").with_columns(
        column=pl.lit(None, pl.Int64()),
        verdict=pl.when(is_here_too).then(_verdict("same")).otherwise(_verdict("conflict")),
        rule=pl.when(is_here_too).then(_rule("duplicate_person")).otherwise(_rule("person_in_two_opd")),
    )
    return counted.drop(_KNOWN), others.drop(_KNOWN)


def _is_first(people: pl.Series) -> pl.Series:
    """True for each person's first row. As `is_first_distinct`, in a third of the time where most come but once."""
    ordered = people.sort()
    twice = ordered.filter(ordered == ordered.shift(1)).unique()
    is_alone = ~people.is_in(twice.implode())
    places = (~is_alone).arg_true()
    return is_alone.scatter(places, people.gather(places).is_first_distinct())


_KNOWN = ("known_opd", "known_type", "known_tier")


def _verdict(word: str) -> pl.Expr:
    return pl.lit(word, VERDICTS)


def _rule(word: str) -> pl.Expr:
    return pl.lit(word, RULES)


def with_cells(people: pl.DataFrame) -> pl.DataFrame:
    """The people with the tier of the cell that each belongs to, and `is_tier_unread`.

    Where the tier of one of them cannot be told, the people of that OPD and type are not split by tier: a tier beside
    the whole would count them twice.
    """
    unread = people["tier"].is_null()
    if not unread.any() or unread.all():
        return people.with_columns(pl.col("tier").fill_null(Tier.SEMUA), is_tier_unread=False)
    is_split = ~pl.col("is_tier_unread").any().over("opd_id", "employee_type")
    return people.with_columns(is_tier_unread=unread).with_columns(
        tier=pl.when(is_split).then("tier").otherwise(pl.lit(Tier.SEMUA.value))
    )


def cells(counted: pl.DataFrame) -> pl.DataFrame:
    """CELLS of the people counted, sorted by KEY."""
    return bounded(groups(counted.with_columns(people=pl.lit(1)), KEY), KEY)


def groups(counted: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    """`people` of rows that are alike put together: how many, and of them who is marked yes, who not."""
    people = pl.col("people").cast(pl.Int64)
    marks = [
        people.filter(which).sum().alias(f"{name}_{word}")
        for name in ("pledged", "signed")
        for word, which in (("yes", pl.col(name)), ("told", pl.col(name).is_not_null()))
    ]
    return counted.group_by(by).agg(people.sum(), *marks)


def bounded(grouped: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    """Groups put together by `by`, with the bounds that CELLS has: nobody marked in the whole file is no mark."""
    summed = grouped.group_by(by).agg(pl.col("people", "^(pledged|signed)_(yes|told)$").sum())
    bounds = []
    for name in ("pledged", "signed"):
        yes, told = pl.col(f"{name}_yes"), pl.col(f"{name}_told")
        is_marked = pl.lit(bool(grouped[f"{name}_told"].sum()))
        bounds += [
            pl.when(is_marked).then(yes).alias(f"{name}_low"),
            pl.when(is_marked).then(yes + pl.col("people") - told).alias(f"{name}_high"),
        ]
    return summed.select(*by, "people", *bounds).sort(by)
