"""Files saved one after the other: what is the same, what changes, what contradicts, what is remembered."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from catalogue import audit, memory
from etl.ingest import Outcome, Preview, Request, Verdict, ingest, preview, save
from etl.ingest.units import offered
from etl.recognise.layout import Answer, FileKind
from i18n import BadInput, Conflict, NotFound
from i18n import text as text_of
from warehouse.store import Store

pytestmark = pytest.mark.usefixtures("read_in_this_process")

NOW = dt.datetime(2024, 12, 1, 8, 0, tzinfo=dt.UTC)
TITLE = "Rekap Pakta Integritas Kabupaten Sambas per 15 Oktober 2024\n"
FILE = TITLE + "OPD;Jumlah ASN;Menandatangani\nDinas Kesehatan;120;100\nDinas Sosial;40;38\nSekretariat Daerah;90;80\n"
REQUEST = Request(
    name="rekap.csv",
    by="analis",
    kind=FileKind.SIGNATURES,
    region="61.01",
    campaign="pilkada-2024",
    sender="BKPSDM Sambas",
    accept_mapping=True,
)

Send = Callable[..., Outcome]


@pytest.fixture
def store(built_store: Path, tmp_path: Path) -> Store:
    folder = tmp_path / "store"
    shutil.copytree(built_store, folder)
    return Store(folder)


@pytest.fixture
def send(store: Store) -> Send:
    """Save a file; further arguments change the request."""

    def sent(text: str, *, encoding: str = "utf-8", all_or_nothing: bool = False, **changes: object) -> Outcome:
        request = replace(REQUEST, **changes)  # type: ignore[arg-type]  # fields of Request by name
        return ingest(store, text.encode(encoding), request, now=NOW, all_or_nothing=all_or_nothing)

    return sent


def counts(preview: Preview) -> dict[str, int]:
    return {verdict.value: preview.count(verdict) for verdict in Verdict if preview.count(verdict)}


def signed(store: Store, unit: str) -> tuple[object, ...]:
    rows = store.frames().signature.filter(pl.col("unit_id") == f"61.01/{unit}")
    return rows.select("pledged_low", "signed_low").row(0)


def test_a_file_sent_again_shuffled_or_in_another_encoding_changes_nothing(store: Store, send: Send) -> None:
    first = send(FILE)
    assert counts(first.preview) == {"new": 3}
    assert (first.batch, first.snapshot) == ("ingest-2", 2)
    head, *rows = FILE.removeprefix(TITLE).splitlines()
    shuffled = TITLE + "\n".join([head, *reversed(rows)])
    for text, encoding in ((FILE, "utf-8"), (shuffled, "utf-8"), (FILE, "utf-16")):
        again = send(text, encoding=encoding)
        assert counts(again.preview) == {"same": 3}
        assert (again.batch, again.snapshot, dict(again.preview.tables)) == (None, 2, {})
    assert store.verify().damaged == ()


def test_the_same_sender_changes_and_another_contradicts(store: Store, send: Send) -> None:
    send(FILE)
    newer = FILE.replace("120;100", "120;110")
    assert counts(send(newer).preview) == {"changed": 1, "same": 2}
    assert signed(store, "dinas-kesehatan") == (None, 110)
    other = send(FILE, sender="Bawaslu")
    assert counts(other.preview) == {"conflict": 1, "same": 2}
    assert [question.kind for question in other.preview.questions] == ["conflict"]
    assert other.batch is None
    figure = other.preview.figures.filter(pl.col("verdict") == "conflict").row(0, named=True)
    assert (figure["old_low"], figure["new_low"]) == (110, 100)


@pytest.mark.parametrize(
    ("answer", "wanted", "holds", "overruled"),
    [("keep", {"refused": 1, "same": 2}, 110, "100"), ("replace", {"changed": 1, "same": 2}, 100, "110")],
)
def test_a_person_decides_between_two_sources(
    store: Store, send: Send, answer: str, wanted: Mapping[str, int], holds: int, overruled: str
) -> None:
    send(FILE.replace("120;100", "120;110"))
    asked = send(FILE, sender="Bawaslu").preview.questions
    decided = send(FILE, sender="Bawaslu", answers={asked[0].id: answer})
    assert counts(decided.preview) == wanted
    assert signed(store, "dinas-kesehatan") == (None, holds)
    assert [one.rule for one in decided.preview.refusals] == ["kept_other_source"] * wanted.get("refused", 0)
    claims = store.frames().claim.filter(subject_id="61.01/dinas-kesehatan", field="signed")
    assert claims.select("value", "status", "decided_by", "decided_on").rows() == [
        (overruled, "rejected", "analis", NOW.date())
    ]
    assert store.verify().damaged == ()


def test_a_measure_that_a_file_does_not_bring_stays(store: Store, send: Send) -> None:
    send(TITLE + "OPD;Ikut Ikrar\nDinas Sosial;30\nDinas Kesehatan;70\n")
    later = send(TITLE + "OPD;Menandatangani\nDinas Sosial;28\nDinas Kesehatan;66\n")
    assert counts(later.preview) == {"new": 2}
    assert signed(store, "dinas-sosial") == (30, 28)


def test_all_or_nothing_saves_nothing_where_a_row_is_refused(store: Store, send: Send) -> None:
    text = FILE.replace("40;38", "40;-3")
    outcome = send(text, all_or_nothing=True)
    assert (outcome.batch, outcome.snapshot) == (None, 1)
    assert send(text).batch == "ingest-2"
    (refused,) = store.table("refused").iter_rows(named=True)
    assert (refused["row"], refused["rule"], refused["column"]) == (4, "negative_count", "Menandatangani")
    assert '"Menandatangani": "-3"' in refused["payload"]


def test_an_approved_name_is_not_asked_again(store: Store, send: Send) -> None:
    text = FILE.replace("Dinas Sosial", "Korpri")
    asked = send(text).preview
    assert counts(asked) == {"new": 2, "held": 1}
    (question,) = asked.questions
    assert question.kind == "opd_name"
    answered = send(text, answers={question.id: "+Sekretariat Korpri"})
    assert counts(answered.preview) == {"same": 2, "new": 1}
    assert store.frames().opd.filter(pl.col("opd_id") == "61.01/sekretariat-korpri")["name"].to_list() == [
        "Sekretariat Korpri"
    ]
    assert counts(send(text, sender="Bawaslu").preview) == {"same": 3}
    with store.catalogue.reading() as session:
        assert memory.approved_names(session) == {("opd", "korpri", "61.01"): "61.01/sekretariat-korpri"}
        assert [entry.by for entry in audit.entries(session) if entry.action == "approve_name"] == ["analis"]


def test_a_row_that_is_no_opd_is_refused_on_answer(send: Send) -> None:
    text = FILE.replace("Dinas Sosial", "Panitia Bersama")
    (question,) = send(text).preview.questions
    refused = send(text, answers={question.id: "-"}).preview
    assert [one.rule for one in refused.refusals] == ["not_an_opd"]


@pytest.mark.parametrize(("answer", "wanted"), [("accept", {"new": 3}), ("refuse", {"refused": 3})])
def test_new_opd_are_asked_about_once_a_file(send: Send, answer: str, wanted: Mapping[str, int]) -> None:
    asked = send(FILE, accept_mapping=False)
    assert counts(asked.preview) == {"held": 3}
    assert [question.kind for question in asked.preview.questions] == ["new_opd"]
    assert asked.batch is None
    assert counts(send(FILE, accept_mapping=False, answers={"new_opd": answer}).preview) == wanted


@pytest.mark.parametrize("accepted", [True, False])
def test_a_refused_row_makes_no_unit(store: Store, accepted: bool) -> None:
    text = FILE.replace("Dinas Sosial;40;38", "Dinas Sosial;40;-3").replace("Dinas Kesehatan", "Dinkes")
    found = preview(store, text.encode(), replace(REQUEST, accept_mapping=accepted), now=NOW)
    units = [("Dinkes", "Dinas Kesehatan"), ("Sekretariat Daerah", "Sekretariat Daerah")]
    if accepted:
        assert sorted(found.proposed_opd.values()) == [name for _, name in units]
        assert sorted(save(store, found, now=NOW).preview.tables["opd"]["name"]) == [name for _, name in units]
        assert found.rows.select("unit", "unit_stated").rows()[:2] == [
            ("Dinas Kesehatan", "Dinkes"),
            ("Dinas Sosial", "Dinas Sosial"),
        ]
    else:
        (question,) = found.questions
        assert not found.proposed_opd
        assert list(offered(question)) == units
        assert question.render(text_of("id")) == "2 OPD belum tercatat di Kabupaten Sambas. Tambahkan?"
        assert found.rows.select("unit", "unit_stated").rows()[0] == (None, "Dinkes")


@pytest.mark.parametrize(
    ("text", "answers", "named"),
    [
        (FILE.replace("Dinas Sosial", "Korpri"), {"opd_name:61.01:korpri": "Dinas Antariksa"}, "Dinas Antariksa"),
        (FILE, {"new_opd": "maybe"}, "accept, refuse"),
        (FILE, {"as_of": "kemarin"}, "2024-10-31"),
        (FILE, {"region": "99.99"}, "99.99"),
    ],
)
def test_an_answer_that_is_none_is_refused_with_what_may_be_said(
    store: Store, text: str, answers: Mapping[str, Answer], named: str
) -> None:
    with pytest.raises(BadInput) as fault:
        preview(store, text.encode(), replace(REQUEST, answers=answers), now=NOW)
    assert named in str(fault.value)
    assert next(iter(answers)) in str(fault.value)


@pytest.mark.parametrize(
    ("changes", "fault"), [({"campaign": "pilkada-1955"}, "pilkada-1955"), ({"region": "99.99"}, "99.99")]
)
def test_an_unknown_campaign_or_region_is_said(store: Store, changes: Mapping[str, str], fault: str) -> None:
    with pytest.raises(NotFound, match=fault):
        preview(store, FILE.encode(), replace(REQUEST, **changes), now=NOW)


@pytest.mark.parametrize(
    ("scope", "wanted"),
    [(None, {"new": 3}), (("61",), {"new": 3}), (("61.01",), {"new": 3}), (("61.02",), {"refused": 3})],
)
def test_nobody_writes_outside_their_scope(
    store: Store, scope: tuple[str, ...] | None, wanted: Mapping[str, int]
) -> None:
    assert counts(preview(store, FILE.encode(), replace(REQUEST, scope=scope), now=NOW)) == wanted


@pytest.mark.parametrize(
    ("day", "campaign", "kinds"),
    [
        ("1 Maret 2025", "pilkada-ulang-2025", []),
        ("15 Oktober 2024", None, ["campaign"]),
        ("15 Oktober 2024 untuk Pilkada 2024", "pilkada-2024", []),
        ("15 Oktober 2031", None, ["campaign"]),
    ],
)
def test_the_election_is_taken_only_where_no_other_is_possible(
    store: Store, day: str, campaign: str | None, kinds: list[str]
) -> None:
    text = FILE.replace("15 Oktober 2024", day)
    got = preview(store, text.encode(), replace(REQUEST, campaign=None), now=NOW)
    assert [question.kind for question in got.questions] == kinds
    assert got.campaign == campaign
    for question in got.questions:
        assert question.choices[0] == store.frames().campaign.sort("election_date")["campaign_id"].drop_nulls()[-1]


def test_a_title_that_names_another_region_is_asked(store: Store) -> None:
    got = preview(store, FILE.encode(), replace(REQUEST, region="61.07"), now=NOW)
    assert [(question.kind, set(question.choices)) for question in got.questions] == [("region", {"61.01", "61.07"})]
    answered = preview(store, FILE.encode(), replace(REQUEST, region="61.07", answers={"region": "61.07"}), now=NOW)
    assert counts(answered) == {"new": 3}
    assert set(answered.rows["region_code"]) == {"61.07"}


def test_rows_that_name_no_region_wait_for_the_files(store: Store) -> None:
    text = "Kabupaten/Kota;Jumlah ASN\nKab. Sambas;120\n;80\nKota Pontianak;90\n"
    request = replace(REQUEST, region=None, kind=FileKind.HEADCOUNT, answers={"as_of": "2024-10"})
    got = preview(store, text.encode(), request, now=NOW)
    assert [question.kind for question in got.questions] == ["region"]
    assert got.rows["verdict"].to_list() == ["new", "held", "new"]
    answered = preview(store, text.encode(), replace(request, answers={"as_of": "2024-10", "region": "61"}), now=NOW)
    assert answered.rows["region_code"].to_list() == ["61.01", "61", "61.71"]
    assert set(answered.tables["headcount"].select("as_of", "as_of_precision").rows()) == {
        (dt.date(2024, 10, 31), "month")
    }


def test_a_table_without_a_column_of_people_is_refused(store: Store) -> None:
    text = "OPD;Jumlah Pegawai Ikut Ikrar\nDinas Sosial;30\nDinas Kesehatan;70\nSekretariat Daerah;3\n"
    request = replace(REQUEST, kind=FileKind.HEADCOUNT, answers={"as_of": "2024-10"})
    got = preview(store, text.encode(), request, now=NOW)
    assert [one.rule for one in got.refusals] == ["nothing_counted"] * 3


def test_a_preview_is_not_saved_upon_data_it_was_not_compared_with(store: Store, send: Send) -> None:
    early = preview(store, FILE.encode(), REQUEST, now=NOW)
    send(FILE.replace(";100", ";90"), sender="Kesbangpol Sambas")
    before = store.latest().number
    with pytest.raises(Conflict):
        save(store, early, now=NOW)
    assert store.latest().number == before
