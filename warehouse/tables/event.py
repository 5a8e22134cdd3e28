import dataframely as dy
import polars as pl

from warehouse.tables._base import Table, all_of, bounds_ordered, one_of
from warehouse.vocabulary import Activity, DatePrecision, DateStatus, EventLevel, Mode, OrganiserKind, Qualifier


class Event(Table):
    """One row per ceremony, put together from its accepted claims.

    Grain: ceremony; the same ceremony reported by several sources is one row. A field that no accepted claim gives
    is null. People are counted as bounds: `low` null = unknown, `high` null = no upper limit.
    """

    event_id = dy.String(primary_key=True, description="Slug of organiser and date: purbalingga-2023-11-24.")
    campaign_id = dy.String(nullable=True, description="Election the pledge is for; null = not said.")
    activity = dy.List(dy.String(), check=all_of(Activity), description="What was done; at least one.")
    level = dy.String(check=one_of(EventLevel), description="Whose ceremony it was.")
    organiser_kind = dy.String(check=one_of(OrganiserKind), description="Kind of organiser.")
    organiser_region_code = dy.String(nullable=True, description="Region that organised; null = national.")
    place_region_code = dy.String(nullable=True, description="Region where it was held; null = not known.")
    opd = dy.String(
        nullable=True, description="Unit or central office that organised, as named; null = the region itself."
    )
    opd_id = dy.String(nullable=True, description="Its opd_id where it is a known OPD.")
    date_low = dy.Date(nullable=True, description="Earliest day it can have been; null = not known.")
    date_high = dy.Date(nullable=True, description="Latest day it can have been; null = not known.")
    date_precision = dy.String(
        nullable=True, check=one_of(DatePrecision), description="Unit in which the date is known."
    )
    date_status = dy.String(check=one_of(DateStatus), description="Where the date comes from.")
    date_stated = dy.String(nullable=True, description="The date as its accepted source prints it.")
    mode = dy.String(nullable=True, check=one_of(Mode), description="On site, online or both; null = not said.")
    venue = dy.String(nullable=True, description="Venue as named.")
    occasion = dy.String(nullable=True, description="Occasion as named (apel, Hari Korpri, …).")
    led_by = dy.String(nullable=True, description="Office that led, never a person's name.")
    read_by = dy.String(nullable=True, description="Office that read the pledge out.")
    witnesses = dy.List(dy.String(), nullable=True, description="Offices and bodies that witnessed.")
    participants_low = dy.Int64(nullable=True, min=0, description="People who took part, lower bound.")
    participants_high = dy.Int64(nullable=True, min=0, description="People who took part, upper bound.")
    participants_stated = dy.String(nullable=True, description="As printed.")
    participants_qualifier = dy.String(nullable=True, check=one_of(Qualifier), description="How the print bounds it.")
    signers_low = dy.Int64(nullable=True, min=0, description="People who signed at the ceremony, lower bound.")
    signers_high = dy.Int64(nullable=True, min=0, description="People who signed, upper bound.")
    signers_stated = dy.String(nullable=True, description="As printed.")
    signers_qualifier = dy.String(nullable=True, check=one_of(Qualifier), description="How the print bounds it.")
    points = dy.List(
        dy.Int64(), nullable=True, description="Themes of the pledge (1 service, 2 interest, 3 media, 4 money)."
    )
    points_stated = dy.Int64(nullable=True, min=0, description="Number of points the source says the pledge has.")
    tiers = dy.List(dy.String(), nullable=True, description="Ranks that took part, in order, as named.")
    instruction_number = dy.String(nullable=True, description="Number of the circular that ordered it.")
    instruction_date = dy.Date(nullable=True, description="Date of that circular; never the date of the event.")
    legal_basis = dy.List(dy.String(), nullable=True, description="Regulations cited, as cited.")
    simultaneous_with = dy.String(nullable=True, description="event_id of the ceremony it was part of.")
    is_simulated = dy.Bool(description="True = example data, not real.")

    @dy.rule()
    def dates_in_order(cls) -> pl.Expr:
        return bounds_ordered("date_low", "date_high")

    @dy.rule()
    def participants_in_order(cls) -> pl.Expr:
        return bounds_ordered("participants_low", "participants_high")

    @dy.rule()
    def signers_in_order(cls) -> pl.Expr:
        return bounds_ordered("signers_low", "signers_high")

    @dy.rule()
    def missing_date_is_empty(cls) -> pl.Expr:
        return (pl.col("date_status") == "missing") == pl.col("date_low").is_null()
