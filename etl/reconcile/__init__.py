"""Claims → events. What several sources say of one ceremony becomes one row; what they disagree on stays visible."""

from etl.reconcile.agreement import Standing, alike, compatible, standing
from etl.reconcile.events import disagreements, events_from_claims, in_order, ordinal
from etl.reconcile.fields import FIELDS, Days, Field, Kind, is_value, read_bounds, read_days, write_bounds, write_days

__all__ = [
    "FIELDS",
    "Days",
    "Field",
    "Kind",
    "Standing",
    "alike",
    "compatible",
    "disagreements",
    "events_from_claims",
    "in_order",
    "is_value",
    "ordinal",
    "read_bounds",
    "read_days",
    "standing",
    "write_bounds",
    "write_days",
]
