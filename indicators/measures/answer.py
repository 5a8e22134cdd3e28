"""What indicators share: the frame of figures, and what was received of whom."""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

from indicators.duties.obliged import ANY_DUTY, state_without_value
from indicators.evidence.ceremonies import links, selected
from indicators.figure import Figure
from indicators.question import NATION, Question
from warehouse.vocabulary import State

_EMPTY = Figure.create_empty()


def figures(
    question: Question,
    values: pl.DataFrame,
    what: Collection[str] = ANY_DUTY,
    heard: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """Figures of all units asked for, from `values` (column `unit` and any of the columns of `Figure`).

    A unit of `values` has state `nilai` unless there is a column for it; a unit that is missing or has a null state has
    no value: `belum_lapor`, `tidak_wajib` or `belum_ada_bukti` by its duties (`what` is owed). `heard` (column `unit`;
    default: of which anything was received) are units that never are `belum_lapor`. Raises dataframely's
    ValidationError on our own faults.
    """
    if "state" not in values.columns:
        values = values.with_columns(state=pl.lit(State.NILAI.value))
    missing = [
        pl.lit(None, dtype).alias(name)
        for name, dtype in _EMPTY.schema.items()
        if name not in {*values.columns, "code", "name"}
    ]
    without = state_without_value(question, received(question) if heard is None else heard, what).rename(
        {"state": "without_value"}
    )
    answer = (
        question.units.join(values.with_columns(missing), on="unit", how="left", validate="1:1", maintain_order="left")
        .join(without, on="unit", how="left", validate="1:1", maintain_order="left")
        .with_columns(
            code=pl.when(pl.col("unit") != NATION).then("unit"),
            state=pl.coalesce("state", "without_value", pl.lit(State.BELUM_ADA_BUKTI.value)),
            sources=pl.col("sources").fill_null(0),
        )
    )
    return Figure.validate(answer.select(_EMPTY.columns), cast=True)


def received(question: Question) -> pl.DataFrame:
    """The units of which anything at all was received for the election by the day asked for: column `unit`."""
    events = links(question, selected(question, filtered=False)).select("unit")
    signature = question.frames.signature.filter(
        question.of_campaign,
        question.until_as_of("as_of"),
        pl.any_horizontal(pl.col("^(pledged|signed)_(low|qualifier)$").is_not_null()),
    ).with_columns(question.unit())
    return pl.concat([events, signature.select("unit")]).unique()
