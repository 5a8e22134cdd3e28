"""A broken bundled file: the error names the file, the record and the field."""

from collections.abc import Callable
from pathlib import Path

import pytest

from etl.sources.bundled import read
from i18n import BadInput, text

SHEETS = {
    "campaigns": "campaign_id,name,election_date,election_source_id,campaign_start,campaign_end,source_id\n"
    "pemilu-2024,Pemilu 2024,2024-02-14,koran,,,\n",
    "regulations": "regulation_id,title,subject,issued_on,replaced_by,source_id\n"
    "uu-20-2023,UU 20/2023,,2023-10-31,,koran\n",
    "obligations": "obligation_id,campaign_id,region_code,scope,what,status,set_by,source_id\n"
    "o,pemilu-2024,33.03,every_opd,ikrar,wajib,Sekda,koran\n",
    "headcounts": "unit_id,employee_type,tier,as_of,as_of_precision,people_stated,source_id\n"
    "33.03/dinas-kesehatan,ASN,semua,2023-11-24,day,sekitar 40,koran\n",
    "signatures": "campaign_id,unit_id,employee_type,tier,as_of,signed_stated,source_id\n"
    "pemilu-2024,33.03,ASN,semua,2023-11-24,30,koran\n",
    "opd": "opd_id,name,kind,parent_opd_id,printed,source_id,note\n"
    "33.03/dinas-kesehatan,Dinas Kesehatan,dinas,,Dinkes,koran,\n",
    "claims": "subject_kind,subject_id,field,value,source_id,status,reason\n"
    "region,33.03,units,52,koran,rejected,salah\n",
    "risk_index": "index_id,region_code,value,issued_by,source_id\nikp-2023,33,55.87,Bawaslu,koran\n",
    "sources": "source_id,kind,publisher,url,grade\nkoran,article,Koran,https://koran.example/1,D\n",
}
EVENT = """\
[sources.rilis]
publisher = "Pemkab"
url = "https://pemkab.example/1"
grade = "C"

[claims.rilis]
campaign_id = "pemilu-2024"
activity = ["ikrar"]
level = "kabupaten"
organiser_kind = "pemda"
organiser_region_code = "33.03"
date = { value = "2023-11-24", stated = "Jumat (24/11/2023)" }
participants = "kurang lebih 8.100"

[claims.koran]
date = { value = "2023-11-23", status = "rejected", reason = "salah" }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small data folder in which everything is right."""
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "e.toml").write_text(EVENT, encoding="utf-8")
    for name, content in SHEETS.items():
        (tmp_path / f"{name}.csv").write_text(content, encoding="utf-8")
    return tmp_path


def test_a_folder_in_order_gives_its_tables(folder: Path) -> None:
    frames = read(folder)
    assert frames["event"].select("event_id", "participants_low", "participants_high").rows() == [("e", 8050, 8150)]
    assert frames["headcount"].select("opd_id", "people_low", "people_high").rows() == [
        ("33.03/dinas-kesehatan", 38, 42)
    ]
    assert frames["signature"].select("opd_id", "signed_low", "pledged_low").rows() == [(None, 30, None)]
    assert frames["claim"].filter(subject_kind="opd")["stated"].to_list() == ["Dinkes"]


def event(old: str, new: str) -> Callable[[Path], None]:
    return lambda folder: _edit(folder / "events" / "e.toml", old, new)


def sheet(name: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda folder: _edit(folder / f"{name}.csv", old, new)


def _edit(path: Path, old: str, new: str) -> None:
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (event("33.03", "33.99"), ["e.toml", "organiser_region_code", "33.99", "region"]),
        (event("33.03", "91.01"), ["e.toml", "organiser_region_code", "91.01"]),
        (event("pemilu-2024", "pemilu-2042"), ["e.toml", "campaign_id", "pemilu-2042"]),
        (event("claims.koran", "claims.majalah"), ["e.toml", "source_id", "majalah"]),
        (event("organiser_kind", "organizer_kind"), ["e.toml", "rilis", "organizer_kind"]),
        (event('"pemda"', '"pemkab"'), ["e.toml", "rilis", "organiser_kind", "pemkab"]),
        (event('["ikrar"]', '["ikrar", "ikrar"]'), ["e.toml", "activity"]),
        (event("2023-11-24", "24-11-2023"), ["e.toml", "rilis", "date", "24-11-2023"]),
        (event("kurang lebih 8.100", "banyak"), ["e.toml", "rilis", "participants", "banyak"]),
        (event(', reason = "salah"', ""), ["e.toml", "koran", "date"]),
        (event(', status = "rejected"', ', stated = "x"'), ["e.toml", "date"]),
        (event('"rejected"', '"refused"'), ["e.toml", "koran", "date", "refused"]),
        (event(', stated = "Jumat (24/11/2023)"', ""), ["e.toml", "rilis", "date"]),
        (event(', stated = "Jumat', ', qualifier = "sure", stated = "Jumat'), ["e.toml", "rilis", "date", "sure"]),
        (event('url = "https://pemkab.example/1"\n', ""), ["e.toml", "rilis", "url"]),
        (event("publisher", "author"), ["e.toml", "rilis", "author"]),
        (event("[sources.rilis]", "[sources.koran]"), ["koran"]),
        (event('level = "kabupaten"\n', ""), ["e.toml", "level"]),
        (event("[claims.koran]", "claims.koran]"), ["e.toml"]),
        (event(EVENT, ""), ["e.toml", "claims"]),
        (event("[claims.koran]", '[sources.diam]\npublisher = "x"\ngrade = "D"\nurl = "u"\n[claims.koran]'), ["diam"]),
        (sheet("campaigns", "2024-02-14", "14-02-2024"), ["campaigns.csv", "2", "election_date", "14-02-2024"]),
        (sheet("campaigns", "election_date", "polling_day"), ["campaigns.csv", "polling_day"]),
        (sheet("headcounts", "sekitar 40", "lumayan"), ["headcounts.csv", "people_stated", "lumayan"]),
        (sheet("headcounts", "/dinas-kesehatan", "/dinas-sosial"), ["headcounts.csv", "opd_id", "dinas-sosial"]),
        (sheet("obligations", "every_opd", "semua"), ["obligations.csv", "o", "scope"]),
        (sheet("obligations", "koran", "majalah"), ["obligations.csv", "source_id", "majalah"]),
        (sheet("risk_index", "55.87", "tinggi"), ["risk_index.csv", "2", "value", "tinggi"]),
        (sheet("risk_index", "55.87", "558.7"), ["risk_index.csv", "ikp-2023 33", "value"]),
        (sheet("risk_index", ",33,", ",97,"), ["risk_index.csv", "region_code", "97"]),
        (sheet("sources", ",D", ",E"), ["source", "koran", "grade"]),
        (sheet("sources", "koran,article", "rilis,article"), ["rilis"]),
        (sheet("claims", "33.03", "33.98"), ["claim", "subject_id", "33.98"]),
        (lambda folder: (folder / "opd.csv").unlink(), ["opd.csv"]),
    ],
)  # fmt: skip
def test_the_error_says_where(folder: Path, spoil: Callable[[Path], None], words: list[str]) -> None:
    spoil(folder)
    with pytest.raises(BadInput) as caught:
        read(folder)
    message = str(caught.value)
    assert [word for word in words if word not in message] == []
    assert caught.value.render(text("id")) != message
