"""What a cell of codes is read as, and which columns are whose."""

from __future__ import annotations

import pytest

from geo.boundaries import layouts
from geo.boundaries.codes import in_force, read, regions_by


@pytest.mark.parametrize(
    ("cell", "digits", "dotted"),
    [
        ("33.03", "3303", True),
        (" 3303 ", "3303", False),
        ("ID3303", "3303", False),
        ("id33", "33", False),
        ("33", "33", False),
        ("3303.0", "3303", False),
        ("33.0300000", "3303", True),
        ("33.1000000", "3310", True),
        ("33-03", "3303", False),
        ("ID-JT", "ID-JT", False),
    ],
)
def test_codes_are_read_however_they_are_written(cell: str, digits: str, dotted: bool) -> None:
    code = read(cell)
    assert (code.form, code.digits, code.dotted) == ("sound", digits, dotted)


@pytest.mark.parametrize("cell", ["333", "33.3", "3.03", "3", "ID333", "330", "3.3"])
def test_codes_that_lost_something_are_damaged(cell: str) -> None:
    assert (read(cell).form, read(cell).digits) == ("damaged", None)


@pytest.mark.parametrize("cell", ["33.03.01", "33.03.01.2001", "3303010", "3303012001", "ID3303010"])
def test_codes_of_districts_and_villages_are_finer(cell: str) -> None:
    assert read(cell).form == "finer"


@pytest.mark.parametrize("cell", [None, "", "IDN.9.1_1", "Purbalingga", "12345x", "3.3.0.3"])
def test_what_is_no_code_is_none(cell: str | None) -> None:
    assert read(cell).form == "none"


def test_the_two_systems_contradict_each_other_as_often_as_is_said() -> None:
    kemendagri, bps = regions_by("kemendagri", "kabupaten"), regions_by("bps", "kabupaten")
    digits = {code: code.replace(".", "") for code in in_force("kabupaten")}
    own = {code: number for number, code in bps.items()}
    differing = [code for code in digits if own[code] != digits[code]]
    assert len(differing) == 199
    current = {number for number, code in kemendagri.items() if digits[code] == number}
    assert sum(own[code] in current for code in differing) == 169


def test_replaced_codes_lead_to_their_successors() -> None:
    assert regions_by("kemendagri", "kabupaten")["9101"] == "93.01"
    assert len(in_force("kabupaten")) == 514
    assert len(in_force("provinsi")) == 38


@pytest.mark.parametrize(
    ("columns", "publisher", "level"),
    [
        (["NAMOBJ", "WADMKK", "WADMPR", "KDPKAB"], "BIG", "kabupaten"),
        (["NAMOBJ", "WADMPR", "KDPPUM"], "BIG", "provinsi"),
        (["ADM2_PCODE", "ADM1_PCODE"], "HDX COD-AB", "kabupaten"),
        (["adm1_pcode", "adm1_name"], "HDX COD-AB", "provinsi"),
        (["GID_1", "GID_2", "NAME_2"], "GADM", "kabupaten"),
        (["GID_1", "NAME_1"], "GADM", "provinsi"),
        (["shapeName"], "geoBoundaries", None),
        (["provinsi", "kabupaten"], None, "kabupaten"),
        (["kode", "nama", "provinsi"], None, None),
        (["provinsi"], None, "provinsi"),
    ],
)
def test_publishers_are_known_by_their_columns(columns: list[str], publisher: str | None, level: str | None) -> None:
    found = layouts.layout_of(columns)
    assert found is not None
    assert (found.publisher, found.level) == (publisher, level)


def test_unknown_columns_have_no_layout() -> None:
    assert layouts.layout_of(["OBJECTID", "Shape_Area"]) is None


def test_of_several_layers_the_coarsest_with_regencies_is_taken() -> None:
    layers = {
        "ADM_0": (["GID_0", "COUNTRY"], 1),
        "ADM_1": (["GID_1", "NAME_1"], 34),
        "ADM_2": (["GID_1", "GID_2", "NAME_2"], 502),
        "ADM_3": (["GID_1", "GID_2", "GID_3", "NAME_2"], 6695),
    }
    assert layouts.best(layers, None) == "ADM_2"
    assert layouts.best(layers, "provinsi") == "ADM_1"
    assert layouts.best({"ADM_0": layers["ADM_0"]}, None) is None
