"""The package describes every byte in it, by the rules of the standard that it names."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import polars as pl
import pytest

from briefings.briefing import Briefing
from briefings.stamp import Stamp
from exports import data
from i18n import LANGUAGES, Language, text

# The profile of Data Package 2.0 (datapackage.org/profiles/2.0), as far as what we write goes.
PATH = re.compile(r"^(?![./~])(?!.*(\.\./|\\|://)).+$|^https?://.+$")
TYPES = {"string", "integer", "number", "boolean", "date"}
RFC3339 = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")


def _files(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    return request.param


@pytest.fixture
def files(small_briefing: Briefing, small_stamp: Stamp, language: Language) -> Mapping[str, bytes]:
    return _files(data.package(small_briefing, small_stamp, text(language)))


@pytest.fixture
def descriptor(files: Mapping[str, bytes]) -> Any:
    return json.loads(files["datapackage.json"])


def test_the_descriptor_keeps_the_profile(descriptor: Any) -> None:
    assert descriptor["$schema"].endswith("/2.0/datapackage.json")
    assert RFC3339.match(descriptor["created"])
    assert all(isinstance(descriptor[key], str) for key in ("name", "id", "title", "description", "version"))
    assert descriptor["contributors"]
    for source in descriptor["sources"]:
        assert source["title"]
        assert PATH.match(source.get("path", "x"))
    names = [resource["name"] for resource in descriptor["resources"]]
    assert len(set(names)) == len(names) > 0
    for resource in descriptor["resources"]:
        assert PATH.match(resource["path"])
        assert "data" not in resource
        assert resource["type"] == "table"
        fields = resource["schema"]["fields"]
        assert {field["type"] for field in fields} <= TYPES
        assert len({field["name"] for field in fields}) == len(fields)
        assert all(field["title"] and field["description"] for field in fields)


def test_what_it_says_of_each_file_is_so(descriptor: Any, files: Mapping[str, bytes]) -> None:
    described = {resource["path"] for resource in descriptor["resources"]}
    assert described == {name for name in files if name.startswith("data/")}
    for resource in descriptor["resources"]:
        content = files[resource["path"]]
        keys = [field["name"] for field in resource["schema"]["fields"]]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        if resource["format"] == "csv":
            assert content.decode(resource["encoding"]).split("\r\n")[0].split(",") == keys
        else:
            assert pl.read_parquet(content).columns == keys


def test_each_indicator_is_a_data_standard(files: Mapping[str, bytes], small_stamp: Stamp) -> None:
    told = json.loads(files["metadata-satu-data.json"])
    assert {one["kode"]: one["versi"] for one in told["indikator"]} == dict(small_stamp.versions)
    for one in told["indikator"]:
        standard = one["standar_data"]
        assert list(standard) == ["konsep", "definisi", "klasifikasi", "ukuran", "satuan"]
        assert all(standard.values())


def test_the_readme_leads_back(files: Mapping[str, bytes], small_stamp: Stamp) -> None:
    words = files["README.txt"].decode()
    assert small_stamp.code in words
    assert "data/opd.csv" in words
    assert "DATA CONTOH" not in words


def test_example_data_says_so_everywhere(small_briefing: Briefing, small_stamp: Stamp) -> None:
    made_up = replace(small_stamp, is_simulated=True)
    files = _files(data.package(small_briefing, made_up, text("id")))
    assert "DATA CONTOH" in files["README.txt"].decode()
    assert json.loads(files["datapackage.json"])["title"].startswith("DATA CONTOH")
    assert json.loads(files["metadata-satu-data.json"])["data_contoh"] is True
    assert pl.read_csv(files["data/opd.csv"])["is_simulated"].all()


def test_the_same_briefing_gives_the_same_bytes(small_briefing: Briefing, small_stamp: Stamp) -> None:
    assert data.package(small_briefing, small_stamp, text("id")) == data.package(
        small_briefing, small_stamp, text("id")
    )


def test_tables_of_one_name_are_both_in_it(small_briefing: Briefing, small_stamp: Stamp) -> None:
    sections = tuple(replace(one, tables=small_briefing.sections[2].tables) for one in small_briefing.sections[:2])
    files = _files(data.package(replace(small_briefing, sections=sections), small_stamp, text("id")))
    assert {"data/opd.csv", "data/peta-opd.csv"} <= set(files)
