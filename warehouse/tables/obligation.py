import dataframely as dy

from warehouse.tables._base import Table, one_of
from warehouse.vocabulary import Duty, DutyScope, DutyStatus


class Obligation(Table):
    """One row per duty that a circular or law puts on a region or its units for a campaign."""

    obligation_id = dy.String(primary_key=True, description="Slug.")
    campaign_id = dy.String(description="Election it is for.")
    region_code = dy.String(description="Region bound, or whose units are bound.")
    scope = dy.String(check=one_of(DutyScope), description="The region, every OPD of it, or one OPD.")
    opd_id = dy.String(nullable=True, description="The OPD where scope is opd; else null.")
    what = dy.String(check=one_of(Duty), description="ikrar, pakta or report.")
    status = dy.String(check=one_of(DutyStatus), description="wajib or tidak_wajib (exempt).")
    due_date = dy.Date(nullable=True, description="Deadline; null = none set.")
    due_stated = dy.String(nullable=True, description="The deadline as printed, when it is not a date.")
    set_by = dy.String(description="Who set it: office and letter number.")
    reason = dy.String(nullable=True, description="Why exempt; null for an obligation.")
    source_id = dy.String(description="Where it was read.")
