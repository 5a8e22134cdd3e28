import datetime as dt

import polars as pl
import pytest

from geo import register
from i18n import NotFound


def test_every_level_is_complete() -> None:
    current = register.regions().filter(pl.col("valid_to").is_null())
    levels = dict(current["level"].value_counts().iter_rows())
    assert levels == {"provinsi": 38, "kabupaten": 416, "kota": 98}


def test_a_replaced_papua_code_ends_the_day_before_its_successor_begins() -> None:
    pairs = (
        register.regions()
        .filter(pl.col("successor_code").is_not_null())
        .join(register.regions(), left_on="successor_code", right_on="code", suffix="_new")
    )
    assert pairs.height == 26
    assert (pairs["valid_from_new"] - pairs["valid_to"]).to_list() == [dt.timedelta(days=1)] * 26
    assert set(pairs["valid_from_new"]) == {dt.date(2022, 7, 25), dt.date(2022, 12, 8)}
    assert (pairs["name"] == pairs["name_new"]).all()


@pytest.mark.parametrize(
    ("code", "short"),
    [
        ("33.03", "Purbalingga"),
        ("13.02", "Kab. Solok"),
        ("13.72", "Kota Solok"),
        ("34", "DI Yogyakarta"),
        ("33", "Jawa Tengah"),
        ("31.71", "Jakarta Pusat"),
        ("31.01", "Kepulauan Seribu"),
        ("91.01", "Merauke"),
    ],
)
def test_short_name(code: str, short: str) -> None:
    assert register.short_name(code) == short


def test_short_names_tell_regions_apart() -> None:
    current = [code for code, region in register.by_code().items() if region.successor_code is None]
    assert len({register.short_name(code) for code in current}) == len(current)


def test_children_are_those_in_force() -> None:
    assert register.children("34") == ("34.01", "34.02", "34.03", "34.04", "34.71")
    assert "91.01" not in register.children("91")
    assert "93.01" in register.children("93")
    assert register.children("33.03") == ()


@pytest.mark.parametrize("ask", [register.name_of, register.short_name, register.children, register.current_code])
def test_a_code_that_does_not_exist_is_not_found(ask: object) -> None:
    with pytest.raises(NotFound, match=r"00\.99"):
        ask("00.99")  # type: ignore[operator]  # functions of different results


def test_current_code() -> None:
    assert register.current_code("91.01") == "93.01"
    assert register.current_code("33.03") == "33.03"
