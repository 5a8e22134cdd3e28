import dataframely as dy
import polars as pl

from warehouse.tables._base import Table, bounds_ordered, one_of
from warehouse.vocabulary import EmployeeType, Qualifier, Tier


class Headcount(Table):
    """People who are obliged: the denominators. One row per unit × employee type × tier × day.

    A unit is an OPD, or a whole region where the source does not split it (`opd_id` null, `unit_id` = region code).
    Bounds in people; both null = the source lists the unit without a figure.
    """

    unit_id = dy.String(primary_key=True, description="opd_id, or the region code for a whole region.")
    employee_type = dy.String(
        primary_key=True, check=one_of(EmployeeType), description="PNS, PPPK, NON_ASN or ASN (unsplit)."
    )
    tier = dy.String(primary_key=True, check=one_of(Tier), description="Tier, or semua.")
    as_of = dy.Date(
        primary_key=True, description="Day the count holds for; the last day of a month or year known only so."
    )
    as_of_precision = dy.String(
        check={"day_month_year": lambda c: c.is_in(["day", "month", "year"])}, description="day, month or year."
    )
    region_code = dy.String(description="Region of the unit.")
    opd_id = dy.String(nullable=True, description="The OPD; null = the whole region.")
    people_low = dy.Int64(nullable=True, min=0, description="People, lower bound.")
    people_high = dy.Int64(nullable=True, min=0, description="People, upper bound.")
    people_stated = dy.String(nullable=True, description="As printed.")
    people_qualifier = dy.String(nullable=True, check=one_of(Qualifier), description="How the print bounds it.")
    source_id = dy.String(description="Where it was read.")
    note = dy.String(nullable=True, description="What a reader should know of it, in Indonesian.")

    @dy.rule()
    def people_in_order(cls) -> pl.Expr:
        return bounds_ordered("people_low", "people_high")
