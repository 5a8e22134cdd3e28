"""What is a NIP, what was one, and what never was."""

from __future__ import annotations

import polars as pl
import pytest

from etl.roster import nip

WELL = 199001012015031901


def read(text: str | None, kind: str = "t") -> tuple[int | None, str | None]:
    """Number and rule of one cell, which large files are told in another form."""
    found = nip.checked(pl.Series([text], dtype=pl.String), pl.Series([kind], dtype=pl.String))[0]
    if kind == "t":
        code = pl.select(nip.coded(pl.lit(pl.Series([None, text], dtype=pl.String)))).to_series().to_list()
        assert code == [-nip.INVALID, found["number"] or -found["fault"]]
    return found["number"], None if found["fault"] == 0 else nip.FAULTS[found["fault"] - 1]


@pytest.mark.parametrize(
    "text",
    [
        "199001012015031901",
        "19900101 201503 1 901",
        "19900101.201503.1.901",
        "'199001012015031901",
        "’199001012015031901",
        "\u00a0199001012015031901\u200b",
        " 199001012015031901 ",
        "19900101-201503-1-901",
    ],
)
def test_spaces_dots_and_apostrophes_are_no_part(text: str) -> None:
    assert read(text) == (WELL, None)


@pytest.mark.parametrize(
    ("text", "kind", "rule"),
    [
        ("199001012015031901", "n", "damaged_nip"),
        ("199001012015031000", "t", "damaged_nip"),
        ("1.99405E+17", "t", "damaged_nip"),
        ("1,99405e17", "t", "damaged_nip"),
        ("12345", "n", "invalid_nip"),
        ("19900101201503190", "t", "invalid_nip"),
        ("1990010120150319011", "t", "invalid_nip"),
        ("199013012015031901", "t", "invalid_nip"),
        ("199004312015031901", "t", "invalid_nip"),
        ("199102292015031901", "t", "invalid_nip"),
        ("199001012015131901", "t", "invalid_nip"),
        ("199001012015033901", "t", "invalid_nip"),
        ("+99001012015031901", "t", "invalid_nip"),
        ("١٩٩٠٠١٠١٢٠١٥٠٣١٩٠١", "t", "invalid_nip"),
        ("Pegawai Contoh", "t", "invalid_nip"),
        ("", "t", "invalid_nip"),
        (None, "t", "invalid_nip"),
    ],
)
def test_what_is_no_nip_has_no_number(text: str | None, kind: str, rule: str) -> None:
    assert read(text, kind) == (None, rule)


@pytest.mark.parametrize(
    ("text", "is_contract"), [("198905052024211915", True), ("199602292020122915", False), (str(WELL), False)]
)
def test_a_contract_employee_is_told_by_the_month(text: str, is_contract: bool) -> None:
    number, rule = read(text)
    assert rule is None
    assert pl.select(nip.is_contract(pl.lit(number))).item() is is_contract
