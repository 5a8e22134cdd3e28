"""The worked example of the documentation, number by number: by the code, and by `ikrar query`."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from etl.clean.counts import read_count
from etl.cli.app import build
from warehouse.store import Store
from warehouse.tables import TABLES

PAGE = Path(__file__).parents[3] / "docs" / "worked-example.md"
REGION, CAMPAIGN, DAY = "33.03", "pemilu-2024", dt.date(2023, 11, 1)
COLUMNS = {
    "people": ["OPD", "tier", "printed", "low", "high"],
    "duty": ["OPD", "what", "status"],
    "opd": ["OPD", "state", "signed", "obliged", "low", "high", "missing", "finished"],
    "region": ["indicator", "low", "high", "numerator", "denominator", "reported"],
    "design": ["OPD", "obliged", "signed"],
}


def tables():
    """The tables of the page in order, as (kind, rows); a row is a dictionary of texts by heading."""
    blocks = re.findall(r"(?:^\|.*\|\n)+", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for block in blocks:
        heading, _, *body = ([cell.strip() for cell in line.strip("|").split("|")] for line in block.splitlines())
        (kind,) = [name for name, columns in COLUMNS.items() if columns == heading]
        yield kind, [dict(zip(heading, cells, strict=True)) for cells in body]


FOUND = list(tables())
HEADCOUNT, SIGNED = (rows for kind, rows in FOUND if kind == "people")
(DUTIES,) = (rows for kind, rows in FOUND if kind == "duty")
(DESIGN,) = (rows for kind, rows in FOUND if kind == "design")
OF_OPD, OF_PIMPINAN = (rows for kind, rows in FOUND if kind == "opd")
REGION_ROWS, PIMPINAN_ROWS, DESIGN_ROWS = (rows for kind, rows in FOUND if kind == "region")


def number(text):
    """What a cell of the page says: a fraction, a number, or nothing."""
    if not text:
        return None
    above, _, below = text.partition("/")
    return int(above) / int(below) if below else float(above)


def pair(text):
    return {
        end: int(bound) if bound else None
        for end, bound in zip(("low", "high"), (text or "..").split(".."), strict=True)
    }


def rows_of(headcount, signed, duties):
    """The rows of the warehouse that the page's tables are."""
    names = list(dict.fromkeys(row["OPD"] for row in headcount))
    place = {"region_code": REGION}
    cell = {"employee_type": "ASN", "as_of": DAY, "as_of_precision": "day", "source_id": "rekap"}

    def counted(row, stem):
        unit = {"unit_id": f"{REGION}/{row['OPD']}", "opd_id": f"{REGION}/{row['OPD']}", "tier": row["tier"]}
        low, high = int(row["low"]), int(row["high"])
        count = {f"{stem}_low": low, f"{stem}_high": high, f"{stem}_stated": row["printed"]}
        return {**place, **cell, **unit, **count, f"{stem}_qualifier": "exact" if low == high else "approx"}

    region = {"level": "kabupaten", "name": "Kabupaten Purbalingga", "code": REGION, "parent_code": "33"}
    return {
        "region": [{"level": "provinsi", "name": "Jawa Tengah", "code": "33"}, region],
        "campaign": [{"campaign_id": CAMPAIGN, "name": "Pemilu 2024", "election_date": dt.date(2024, 2, 14)}],
        "source": [{"source_id": "rekap", "kind": "report", "publisher": "x", "grade": "B", "is_simulated": True}],
        "opd": [{**place, "opd_id": f"{REGION}/{name}", "name": name, "kind": "dinas"} for name in names],
        "headcount": [counted(row, "people") for row in headcount],
        "signature": [{**counted(row, "signed"), "campaign_id": CAMPAIGN} for row in signed],
        "obligation": [
            {
                **place, "obligation_id": "edaran", "campaign_id": CAMPAIGN, "scope": "every_opd", "what": row["what"],
                "status": row["status"], "set_by": "Sekda", "source_id": "rekap",
            }
            for row in duties
        ],
    }  # fmt: skip


def stored(folder, rows):
    """A store that holds the rows."""
    frames = {}
    for name, given in rows.items():
        schema = {column: kind for column, kind in TABLES[name].create_empty().schema.items() if column != "batch_id"}
        frames[name] = pl.DataFrame([{column: row.get(column) for column in schema} for row in given], schema=schema)
    now = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    Store(folder).load(frames, kind="example", name="example", by="test", content_sha256="0" * 64, now=now)
    return folder


def asking(store):
    def ask(indicator, *arguments):
        command = ["query", indicator, "--region", REGION, "--campaign", CAMPAIGN, *arguments, "--json"]
        result = CliRunner().invoke(build(), [*command, "--store", str(store)])
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    return ask


@pytest.fixture(scope="module")
def query(tmp_path_factory):
    return asking(stored(tmp_path_factory.mktemp("example") / "store", rows_of(HEADCOUNT, SIGNED, DUTIES)))


@pytest.mark.parametrize("row", [*HEADCOUNT, *SIGNED], ids=lambda row: f"{row['OPD']} {row['tier']} {row['printed']}")
def test_what_was_printed_gives_these_bounds(row):
    count = read_count(row["printed"])
    assert (count.low, count.high) == (int(row["low"]), int(row["high"]))


@pytest.mark.parametrize(
    ("rows", "tier"), [(OF_OPD, []), (OF_PIMPINAN, ["--tier", "pimpinan"])], ids=["all", "pimpinan"]
)
@pytest.mark.parametrize("audience", ["publik", "dalam"])
def test_each_opd(query, rows, tier, audience):
    asked = ["--level", "opd", "--audience", audience, *tier]
    signed, missing, finished = (
        {row["name"]: row for row in query(name, *asked)} for name in ("signed_rate", "gap_people", "opd_finished")
    )
    assert set(signed) == {row["OPD"] for row in rows}
    for row in rows:
        figure = signed[row["OPD"]]
        assert figure["state"] == row["state"]
        assert (figure["low"], figure["high"]) == (number(row["low"]), number(row["high"]))
        assert (figure["numerator"], figure["denominator"]) == (pair(row["signed"]), pair(row["obliged"]))
        for found, heading in ((missing, "missing"), (finished, "finished")):
            assert {end: found[row["OPD"]][end] for end in ("low", "high")} == pair(row[heading]), heading


def agrees(figure, row):
    """True where the figure is the row of the page, to the last digit."""
    assert figure["state"] == "nilai"
    assert (figure["low"], figure["high"]) == (number(row["low"]), number(row["high"]))
    assert (figure["numerator"], figure["denominator"]) == (pair(row["numerator"]), pair(row["denominator"]))
    assert figure["reporting_rate"] == number(row["reported"])


@pytest.mark.parametrize(
    ("row", "tier"),
    [*((row, []) for row in REGION_ROWS), *((row, ["--tier", "pimpinan"]) for row in PIMPINAN_ROWS)],
    ids=lambda value: value["indicator"] if isinstance(value, dict) else " ".join(value),
)
@pytest.mark.parametrize("level", ["kabupaten", "pemda"])
def test_the_region(query, row, tier, level):
    (figure,) = query(row["indicator"], "--level", level, *tier)
    agrees(figure, row)


def test_every_sum_of_the_page_is_right():
    """`a + b = c`, `a/b = c` and the like, as they stand in the prose."""
    prose = PAGE.read_text(encoding="utf-8").replace("−", "-").replace("\n  ", " ")
    sums = re.findall(r"(\d+(?:\.\d+)?(?: [-+] \d+(?:\.\d+)?)+) = (\d+(?:\.\d+)?)", prose)
    sums += re.findall(r"(\d+/\d+) = (\d+\.\d+)", prose)
    assert len(sums) >= 20
    for left, right in sums:
        parts = re.split(r" ([-+]) ", left)
        total = number(parts[0])
        for sign, part in zip(parts[1::2], parts[2::2], strict=True):
            total += float(part) if sign == "+" else -float(part)
        assert total == float(right), left


def test_the_example_of_the_design(tmp_path):
    printed = [{"OPD": row["OPD"], "tier": "semua", "printed": row["obliged"]} for row in DESIGN]
    counts = [{"OPD": row["OPD"], "tier": "semua", "printed": row["signed"]} for row in DESIGN if row["signed"]]
    for row in (*printed, *counts):
        count = read_count(row["printed"])
        row |= {"low": count.low, "high": count.high}
    query = asking(stored(tmp_path / "store", rows_of(printed, counts, [])))
    for row in DESIGN_ROWS:
        agrees(*query(row["indicator"]), row)
    assert (number(DESIGN_ROWS[0]["low"]), number(DESIGN_ROWS[0]["high"])) == (0.49, 0.76)
