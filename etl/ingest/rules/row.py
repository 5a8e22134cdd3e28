import dataframely as dy
import polars as pl


class FileRow(dy.Schema):
    """One row a data row of a file: where, whose and when it is, as it was read."""

    line = dy.Int64(description="Place of the row in the file, from 0.")
    region_status = dy.String(nullable=True, description="known, open, unknown, outside or disagrees.")
    unit_status = dy.String(nullable=True, description="known, open, vertical, not_an_opd, part, missing or refused.")
    type_is_read = dy.Bool(nullable=True, description="False = a cell that names no employee type.")
    tier_is_read = dy.Bool(nullable=True, description="False = a cell that names no tier.")
    day_is_read = dy.Bool(nullable=True, description="False = a cell that gives no day.")
    day_is_allowed = dy.Bool(nullable=True, description="False = a pledge of that day is not for this election.")
    kind_fits = dy.Bool(nullable=True, description="False = its table is of another kind than the file is read as.")
    is_counted = dy.Bool(nullable=True, description="False = no column of its table holds figures of that kind.")
    is_shifted = dy.Bool(nullable=True, description="True = its cells have slid sideways.")

    @dy.rule()
    def table_of_another_kind(cls) -> pl.Expr:
        return pl.col("kind_fits")

    @dy.rule()
    def nothing_counted(cls) -> pl.Expr:
        return pl.col("is_counted")

    @dy.rule()
    def shifted_cells(cls) -> pl.Expr:
        return ~pl.col("is_shifted")

    @dy.rule()
    def unknown_region(cls) -> pl.Expr:
        return pl.col("region_status") != "unknown"

    @dy.rule()
    def region_outside_scope(cls) -> pl.Expr:
        return pl.col("region_status") != "outside"

    @dy.rule()
    def region_code_disagrees(cls) -> pl.Expr:
        return pl.col("region_status") != "disagrees"

    @dy.rule()
    def vertical_office(cls) -> pl.Expr:
        return pl.col("unit_status") != "vertical"

    @dy.rule()
    def not_an_opd(cls) -> pl.Expr:
        return pl.col("unit_status") != "not_an_opd"

    @dy.rule()
    def part_of_opd(cls) -> pl.Expr:
        return pl.col("unit_status") != "part"

    @dy.rule()
    def missing_opd(cls) -> pl.Expr:
        return pl.col("unit_status") != "missing"

    @dy.rule()
    def new_opd_refused(cls) -> pl.Expr:
        return pl.col("unit_status") != "refused"

    @dy.rule()
    def unreadable_date(cls) -> pl.Expr:
        return pl.col("day_is_read")

    @dy.rule()
    def date_outside_campaign(cls) -> pl.Expr:
        return pl.col("day_is_allowed")

    @dy.rule()
    def unknown_employee_type(cls) -> pl.Expr:
        return pl.col("type_is_read")

    @dy.rule()
    def unknown_tier(cls) -> pl.Expr:
        return pl.col("tier_is_read")
