import dataframely as dy
import polars as pl


class Figure(dy.Schema):
    """One row a figure of a file as it was read, of whatever table."""

    line = dy.Int64(description="Place of the row in the file, from 0.")
    column = dy.Int64(description="Place of the column on its sheet, from 1.")
    heading = dy.String(nullable=True, description="Heading of the column.")
    field = dy.String(description="What is counted.")
    stated = dy.String(nullable=True, description="As printed.")
    cell_rule = dy.String(nullable=True, description="What the cell breaks by itself, as cleaning found.")
    low = dy.Int64(nullable=True, description="Lower bound.")
    high = dy.Int64(nullable=True, description="Upper bound.")

    @dy.rule()
    def formula_without_value(cls) -> pl.Expr:
        return pl.col("cell_rule") != "formula_without_value"

    @dy.rule()
    def negative_count(cls) -> pl.Expr:
        return (pl.col("cell_rule") != "negative_count") & (pl.col("low").fill_null(0) >= 0)

    @dy.rule()
    def unreadable_number(cls) -> pl.Expr:
        return pl.col("cell_rule") != "unreadable_number"
