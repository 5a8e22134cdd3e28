"""What a person types for a field becomes the canonical text of its value, or a refusal."""

from __future__ import annotations

import pytest

from etl.reconcile import FIELDS, is_value
from i18n import BadInput
from pages.tinjau.typed import canonical


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("date", "24 November 2023", "2023-11-24"),
        ("date", "27–28 Desember 2023", "2023-12-27..2023-12-28"),
        ("date", "November 2023", "2023-11"),
        ("date", "2023-11-24", "2023-11-24"),
        ("instruction_date", "2 Agustus 2023", "2023-08-02"),
        ("participants", "kurang lebih 8.100 orang", "8050..8150"),
        ("participants", "8.100", "8100"),
        ("participants", "minimal 252", "252.."),
        ("participants", "8050..8150", "8050..8150"),
        ("witnesses", "KPU;Bawaslu ; KPU", "KPU; Bawaslu"),
        ("venue", "  Pendopo;  Selatan ", "Pendopo, Selatan"),
        ("points_stated", "4", "4"),
    ],
)
def test_a_value_is_read_as_it_is_written(field: str, typed: str, value: str) -> None:
    assert canonical(field, typed) == value
    assert is_value(FIELDS[field], value)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("date", "kapan-kapan"),
        ("date", "31 Februari 2023"),
        ("instruction_date", "Agustus 2023"),
        ("participants", "banyak sekali"),
        ("points_stated", "empat"),
        ("mode", "hybrid"),
        ("venue", "   "),
    ],
)
def test_what_a_field_cannot_hold_is_refused(field: str, typed: str) -> None:
    with pytest.raises(BadInput):
        canonical(field, typed)
