"""What a person types for a field, as the canonical text of its value. Pure."""

from __future__ import annotations

from etl.clean.counts import read_count
from etl.clean.dates import read_date
from etl.reconcile import FIELDS, Days, Kind, is_value, write_bounds, write_days
from etl.reconcile.fields import SEPARATOR
from i18n import N_, BadInput

_AS_READ = {
    Kind.DAYS: N_("Write the date like 24 November 2023, 27–28 Desember 2023 or November 2023."),
    Kind.DAY: N_("Write the day like 2 Agustus 2023."),
    Kind.COUNT: N_("Write the number like 8.100, kurang lebih 8.100, minimal 252 or ratusan."),
    Kind.NUMBER: N_("Write a whole number."),
}


def canonical(field: str, typed: str) -> str:
    """The value of a field as claims keep it. Raises BadInput for what the field cannot hold, an empty text too."""
    kind = FIELDS[field].kind
    words = " ".join(typed.split())
    if not words:
        raise BadInput(N_("Nothing was entered."), next_step=N_("Enter a value, or reject the field."))
    value = _read(kind, words, typed)
    if value is None or not is_value(FIELDS[field], value):
        raise BadInput(N_("“{value}” is no value of this field."), next_step=_AS_READ.get(kind), value=words[:60])
    return value


def _read(kind: Kind, words: str, typed: str) -> str | None:
    match kind:
        case Kind.DAYS | Kind.DAY:
            return words if _is_written(kind, words) else _days(words, kind)
        case Kind.COUNT:
            found = None if _is_written(kind, words) else read_count(words)
            return write_bounds(found.low, found.high) if found else words
        case Kind.TEXTS:
            parts = [" ".join(part.split()) for part in typed.replace("\n", ";").split(";")]
            return SEPARATOR.join(dict.fromkeys(filter(None, parts)))
        case Kind.TEXT:
            return words.replace(";", ",")
        case _:
            return words


def _days(words: str, kind: Kind) -> str | None:
    found = read_date(words)
    if found.low is None or found.high is None or found.precision is None:
        return None
    if kind is Kind.DAY:
        return found.low.isoformat() if found.low == found.high else None
    return write_days(Days(found.low, found.high, found.precision))


def _is_written(kind: Kind, words: str) -> bool:
    """True where the text is canonical already."""
    field = next(field for field in FIELDS.values() if field.kind is kind)
    return is_value(field, words)
