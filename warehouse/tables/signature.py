import dataframely as dy
import polars as pl

from warehouse.tables._base import Table, bounds_ordered, one_of
from warehouse.vocabulary import EmployeeType, Method, Qualifier, Tier


class Signature(Table):
    """Pledged and signed people: the numerators. One row per campaign × unit × employee type × tier × day.

    Cumulative: the newest day at or before the day asked for counts. A pledge is not a signature: the two pairs of
    bounds are independent. Both null = nothing stated; 0 is a value.
    """

    campaign_id = dy.String(primary_key=True, description="Election it is for.")
    unit_id = dy.String(primary_key=True, description="opd_id, or the region code for a whole region.")
    employee_type = dy.String(
        primary_key=True, check=one_of(EmployeeType), description="PNS, PPPK, NON_ASN or ASN (unsplit)."
    )
    tier = dy.String(primary_key=True, check=one_of(Tier), description="Tier, or semua.")
    as_of = dy.Date(primary_key=True, description="Day the count holds for.")
    region_code = dy.String(description="Region of the unit.")
    opd_id = dy.String(nullable=True, description="The OPD; null = the whole region.")
    pledged_low = dy.Int64(nullable=True, min=0, description="People who took part in the reading, lower bound.")
    pledged_high = dy.Int64(nullable=True, min=0, description="Upper bound; null = no upper limit.")
    pledged_stated = dy.String(nullable=True, description="As printed.")
    pledged_qualifier = dy.String(nullable=True, check=one_of(Qualifier), description="How the print bounds it.")
    signed_low = dy.Int64(nullable=True, min=0, description="People who signed the pact, lower bound.")
    signed_high = dy.Int64(nullable=True, min=0, description="Upper bound; null = no upper limit.")
    signed_stated = dy.String(nullable=True, description="As printed.")
    signed_qualifier = dy.String(nullable=True, check=one_of(Qualifier), description="How the print bounds it.")
    method = dy.String(nullable=True, check=one_of(Method), description="Ink or electronic; null = not said.")
    source_id = dy.String(description="Where it was read.")

    @dy.rule()
    def pledged_in_order(cls) -> pl.Expr:
        return bounds_ordered("pledged_low", "pledged_high")

    @dy.rule()
    def signed_in_order(cls) -> pl.Expr:
        return bounds_ordered("signed_low", "signed_high")
