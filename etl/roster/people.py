"""A block of a roster to people: NIP as hash, and what the marks say. The first place where a NIP is gone."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from etl.recognise.layout import Block, Column, Field
from etl.roster import nip
from etl.roster.keyed_hash import keyed_hash
from etl.roster.marks import read_marks
from etl.roster.secret import Secret

UNITS = {
    "block_id": pl.String(),
    "row": pl.Int64(),
    "opd_id": pl.String(),
    "rule": pl.String(),
    "employee_type": pl.String(),
    "tier": pl.String(),
    "as_of": pl.Date(),
    "as_of_precision": pl.String(),
}
"""One row a data row: the unit as resolved. `opd_id` null = refused by `rule`, or held where that is null too.

`employee_type` null = not said, the NIP decides; `tier` null = not said. `as_of`, `as_of_precision` as in `headcount`.
"""

PEOPLE = {
    "block_id": pl.String(),
    "row": pl.Int64(),
    "person": pl.Int64(),
    "fault": pl.UInt8(),
    "opd_id": pl.String(),
    "rule": pl.String(),
    "employee_type": pl.String(),
    "tier": pl.String(),
    "as_of": pl.Date(),
    "as_of_precision": pl.String(),
    "pledged": pl.Boolean(),
    "signed": pl.Boolean(),
    "column": pl.Int64(),
}
"""One row a data row. `person` is the keyed hash, null where `fault` (a code of `nip.FAULTS`) is not 0.

`pledged` and `signed` are null where it cannot be told. `column`: of a fault the NIP's; else that of a mark which is no
mark, or null.
"""


def people(blocks: Sequence[Block], units: pl.DataFrame, secret: Secret) -> pl.DataFrame:
    """The data rows of all blocks as PEOPLE, in order."""
    return pl.concat([_people(block, units, secret) for block in blocks])


def _people(block: Block, units: pl.DataFrame, secret: Secret) -> pl.DataFrame:
    at = pl.DataFrame({"row": block.data_rows}, schema={"row": pl.Int64()})
    text, kinds = (at.join(cells, on="row", how="left", maintain_order="left") for cells in (block.text, block.kinds))
    column = next(iter(block.of(Field.NIP)), None)  # none: another kind of table beside the list, refused as such
    blank = pl.repeat(None, at.height, dtype=pl.String, eager=True)
    cells = (text[_cell(column)], kinds[_cell(column)]) if column else (blank, blank)
    checked = nip.checked(*cells).struct.unnest()
    of_fault = pl.when(checked["fault"] != 0).then(pl.lit(column and column.index, pl.Int64()))
    says: dict[str, pl.Series | pl.Expr] = {}
    unreadable = [of_fault]
    for name, kind in (("pledged", Field.PLEDGED_MARK), ("signed", Field.SIGNED_MARK)):
        says[name] = pl.lit(None, pl.Boolean())
        for mark in block.of(kind)[:1]:
            marks = read_marks(text[_cell(mark)], kinds[_cell(mark)])
            says[name] = marks.says
            unreadable.append(pl.when(marks.is_unreadable).then(pl.lit(mark.index, pl.Int64())))
    return (
        at.with_columns(
            block_id=pl.lit(block.block_id),
            person=keyed_hash(checked["number"], secret),
            fault=checked["fault"],
            number=checked["number"],
            column=pl.coalesce(unreadable),
            **says,
        )
        .join(units.filter(block_id=block.block_id), on=["block_id", "row"], how="left", maintain_order="left")
        .with_columns(
            employee_type=nip.employee_type(
                pl.col("employee_type").cast(nip.TYPES), nip.is_contract(pl.col("number"))
            ).cast(pl.String)
        )
        .select(list(PEOPLE))
    )


def _cell(column: Column) -> str:
    return f"c{column.index}"
