"""The register against the material it was written from, and against the table it fills."""

from pathlib import Path

import polars as pl

from geo import register
from geo.names import resolve
from warehouse.tables import TABLES


def test_register_fills_the_region_table() -> None:
    TABLES["region"].validate(register.regions().with_columns(batch_id=pl.lit("test")))


def test_regions_are_those_of_the_reference(reference: Path) -> None:
    given = pl.read_csv(reference / "geo" / "regions.csv", infer_schema=False)
    ours = register.table("regions")
    renamed = given.rename({"iso3166_2": "iso_3166_2", "population_2024s2": "population"})
    columns = [name for name in ours.columns if name in renamed.columns]
    assert len(columns) == 10
    assert ours.select(columns).equals(renamed.select(columns))


def test_replaced_codes_resolve_to_those_of_the_reference(reference: Path) -> None:
    history = pl.read_csv(reference / "geo" / "code_history.csv", infer_schema=False)
    found = resolve(history["old_code"].to_list())
    assert [(each.status, each.code) for each in found] == [("alias", code) for code in history["code"]]


def test_verified_aliases_of_the_reference_resolve(reference: Path) -> None:
    aliases = pl.read_csv(reference / "geo" / "aliases_verified.csv", infer_schema=False)
    for alias, codes in aliases.select("alias", "code").iter_rows():
        (found,) = resolve([alias])
        if "|" in codes:
            assert found.status == "ambiguous", alias
            assert {each.code for each in found.candidates} >= set(codes.split("|")), alias
        elif alias != "Yogyakarta":  # also the official name of the city, so a question
            assert found.code == codes, alias


def test_unverified_aliases_only_suggest(reference: Path) -> None:
    aliases = pl.read_csv(reference / "geo" / "aliases_common_usage.csv", infer_schema=False)
    for alias, codes in aliases.select("alias", "code").iter_rows():
        (found,) = resolve([alias])
        if found.status == "unknown":
            assert found.candidates[0].code in codes.split("|"), alias
        elif found.code is not None:  # only where it is the official name or a verified alias, spaced otherwise
            assert found.code == codes, alias
