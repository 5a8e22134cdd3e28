import dataframely as dy
import polars as pl

from warehouse.tables._base import Table, one_of
from warehouse.vocabulary import ClaimStatus, SubjectKind


class Claim(Table):
    """One row per statement of one field by one source.

    `value` is canonical text: a day `2023-11-06`, days `2023-10-01..2023-10-10`, a count `8050..8150` or `252..`
    (no upper limit), a code, a word, or `; `-separated words. Null value = the source says the field is unknown.
    Two sources may disagree: both rows stay, a person decides, the rejected one keeps its reason.
    """

    claim_id = dy.String(primary_key=True, description="Subject, field, source and ordinal.")
    subject_kind = dy.String(check=one_of(SubjectKind), description="event, opd, region or campaign.")
    subject_id = dy.String(description="event_id, opd_id, region code or campaign_id.")
    field = dy.String(description="Field of the subject that is stated.")
    value = dy.String(nullable=True, description="Canonical text of the value.")
    stated = dy.String(nullable=True, description="As the source prints it; null = concluded, see reason.")
    qualifier = dy.String(nullable=True, description="How a count or date is qualified.")
    source_id = dy.String(description="The source.")
    span_start = dy.Int64(nullable=True, min=0, description="First code point in the normalised text.")
    span_end = dy.Int64(nullable=True, min=0, description="Code point after the last.")
    status = dy.String(check=one_of(ClaimStatus), description="accepted, rejected or open.")
    reason = dy.String(nullable=True, description="Why rejected, corrected or inferred, in Indonesian.")
    decided_by = dy.String(nullable=True, description="Role that decided; null = nobody had to.")
    decided_on = dy.Date(nullable=True, description="Day of the decision.")

    @dy.rule()
    def rejection_has_reason(cls) -> pl.Expr:
        return (pl.col("status") != "rejected") | pl.col("reason").is_not_null()
