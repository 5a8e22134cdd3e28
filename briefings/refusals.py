"""Rows of a region's files that were refused, for whoever may have to ask the region again."""

from __future__ import annotations

import polars as pl

from briefings.table import Column, Table
from i18n import Text
from indicators.question import within
from warehouse.frames import Frames
from warehouse.vocabulary import Audience

_BROUGHT = ("signature", "headcount", "event_region", "obligation")
"""Tables that say what a batch was about, by their `region_code`."""


def refusals(refused: pl.DataFrame, frames: Frames, region: str | None, audience: Audience, t: Text) -> Table | None:
    """The refused rows (the table `refused`) of batches that brought something of the region or of one below it.

    Place, rule and reason, not what the row said: it may name persons. Null where there are none, and for the public:
    a reason may quote a count that is withheld. A file whose every row was refused is of no region that anyone knows,
    and stands in the nation's list alone.
    """
    if audience is not Audience.DALAM:
        return None
    brought = [getattr(frames, table).filter(within(region)).select("batch_id") for table in _BROUGHT]
    known = refused if region is None else refused.join(pl.concat(brought).unique(), on="batch_id", how="semi")
    rows = known.sort("batch_id", "sheet", "row", "refused_id")
    if rows.is_empty():
        return None
    columns = (
        Column("batch_id", t("Batch"), description=t("The load that the row came with.")),
        Column("sheet", t("Sheet"), description=t("The sheet of the file; empty for a file without sheets.")),
        Column("row", t("Row"), "count", description=t("The row of the file, counted from 1.")),
        Column("column", t("Column"), description=t("The column that the rule spoke of; empty = the whole row.")),
        Column("rule", t("Rule"), description=t("The name of the rule that refused the row.")),
        Column("message", t("What is wrong"), description=t("The reason, and what to do. Always in Indonesian.")),
    )
    told = rows.select(column.key for column in columns).rows()
    return Table("ditolak", t("Refused rows"), columns, tuple(told))
