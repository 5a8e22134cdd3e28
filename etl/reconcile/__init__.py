"""Claims → events. What several sources say of one ceremony becomes one row; what they disagree on stays visible."""

from etl.reconcile.events import disagreements, events_from_claims
from etl.reconcile.fields import FIELDS, Days, Field, Kind, is_value, read_bounds, read_days, write_bounds

__all__ = [
    "FIELDS",
    "Days",
    "Field",
    "Kind",
    "disagreements",
    "events_from_claims",
    "is_value",
    "read_bounds",
    "read_days",
    "write_bounds",
]
