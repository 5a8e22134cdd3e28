"""What an article is beside the store: known or new, a copy or a voice of its own, field by field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import polars as pl
import pytest

from etl.extract.values import Extraction
from etl.reconcile import FIELDS, Standing, is_value, standing
from etl.review import NEW_EVENT, Because, Review, facts_of, proposals, propose
from etl.review.copies import Kept, copies_of, likeness, signature_of
from etl.review.known import candidates, new_event_id
from warehouse.frames import Frames
from warehouse.store import Loaded, Store

Golden = Callable[[str], Extraction]


@pytest.mark.parametrize(
    ("field", "value", "others", "expected"),
    [
        ("date", "2023-11-17", [], Standing.NEW),
        ("date", "2023-11-17", ["2023-11"], Standing.AGREES),
        ("date", "2023-11-16", ["2023-11-17"], Standing.DIFFERS),
        ("date", "2023-11-16", ["2023-11-17", "2023-11-16"], Standing.DIFFERS),
        ("date", "2023-11-16", [None], Standing.NEW),
        ("participants", "7350..7450", ["1000..9999"], Standing.AGREES),
        ("participants", "7350..7450", ["1000..2000"], Standing.DIFFERS),
        ("participants", None, ["1000..2000"], Standing.AGREES),
        ("participants", "60", [None], Standing.AGREES),
        ("participants", None, [], Standing.NEW),
        ("witnesses", "KPU", ["Bupati; KPU"], Standing.AGREES),
        ("witnesses", "KPU; Bawaslu", ["Bupati; KPU"], Standing.ADDS),
        ("venue", "Pendopo Selatan", ["Pendopo Selatan Wonosobo"], Standing.AGREES),
        ("venue", "Alun-alun", ["Pendopo Selatan Wonosobo"], Standing.ADDS),
        ("mode", "luring", ["hibrida"], Standing.DIFFERS),
        ("points_stated", "4", ["4"], Standing.AGREES),
    ],
)
def test_standing(field: str, value: str | None, others: list[str | None], expected: Standing) -> None:
    assert standing(FIELDS[field], value, others) is expected


def test_an_unknown_ceremony_is_new_in_every_field(golden: Golden, bundled_frames: Frames) -> None:
    (found,) = propose(golden("01"), bundled_frames)
    assert (found.event_id, found.is_known, found.copies) == ("wonosobo-2023-11-17", False, ())
    assert {each.standing for each in found.fields} == {Standing.NEW}
    values = {each.field: each.value for each in found.fields}
    assert values["participants"] == "7350..7450"
    assert values["witnesses"] == "Bupati; KPU; Bawaslu"
    assert values["organiser_region_code"] == "33.07"


def test_every_field_is_canonical_and_quotes_its_text(golden: Golden, bundled_frames: Frames) -> None:
    for number in ("01", "08", "10", "31", "37", "53", "64"):
        extraction = golden(number)
        for each in (field for one in propose(extraction, bundled_frames) for field in one.fields):
            assert each.value is None or is_value(FIELDS[each.field], each.value)
            assert each.spans or each.reason, each
            assert all(extraction.document.text[start:end] in extraction.document.text for start, end in each.spans)
            if each.stated and len(each.spans) == 1 and each.qualifier is None:
                assert extraction.document.text[slice(*each.spans[0])] == each.stated


def test_a_copied_release_is_the_same_event_and_one_voice(
    golden: Golden, store: Store, save: Callable[[str], Loaded]
) -> None:
    save("01")
    (found,) = proposals(store, _review(golden("67")))
    (original,) = store.frames().source.filter(sha256=golden("01").document.sha256)["source_id"]
    assert (found.event_id, found.is_known) == ("wonosobo-2023-11-17", True)
    assert {each.standing for each in found.fields} == {Standing.AGREES}
    assert [copy.source_id for copy in found.copies] == [original]
    save("67")
    (copied,) = store.frames().source.filter(sha256=golden("67").document.sha256)["syndicated_from"]
    assert copied == original


def test_a_report_of_its_own_opens_a_contradiction(golden: Golden, store: Store, save: Callable[[str], Loaded]) -> None:
    save("01")
    (found,) = proposals(store, _review(golden("68")))
    assert (found.event_id, found.copies) == ("wonosobo-2023-11-17", ())
    assert [(one.because, one.is_likely) for one in found.candidates] == [(Because.NEAR_DAYS, True)]
    differing = [each for each in found.fields if each.standing is Standing.DIFFERS]
    assert [(each.field, len(each.against)) for each in differing] == [("date", 1)]
    save("68")
    frames = store.frames()
    statuses = dict(
        frames.claim.filter(subject_id="wonosobo-2023-11-17", field="date").select("value", "status").iter_rows()
    )
    assert statuses == {"2023-11-17": "accepted", "2023-11-16": "open"}
    (event,) = frames.event.filter(event_id="wonosobo-2023-11-17").iter_rows(named=True)
    assert (event["date_low"], event["date_status"]) == (dt.date(2023, 11, 17), "stated")


def test_a_person_may_say_that_it_is_another_ceremony(
    golden: Golden, store: Store, save: Callable[[str], Loaded]
) -> None:
    save("01")
    (found,) = propose(golden("68"), store.frames(), chosen={0: NEW_EVENT})
    assert (found.event_id, found.is_known) == ("wonosobo-2023-11-16", False)


def test_two_ceremonies_of_one_article_are_never_one_event(golden: Golden, bundled_frames: Frames) -> None:
    extraction = golden("01")
    twice = replace(extraction, events=extraction.events * 2)
    ids = [each.event_id for each in propose(twice, bundled_frames)]
    assert ids == ["wonosobo-2023-11-17", "wonosobo-2023-11-17-pendopo-selatan-wonosobo"]


def test_without_an_organiser_there_is_no_event_yet(golden: Golden, bundled_frames: Frames) -> None:
    (found,) = propose(golden("35"), bundled_frames)
    assert (found.event_id, found.is_known, found.candidates) == (None, False, ())


STORED = {
    "event_id": "wonosobo-2023-11-17",
    "organiser_region_code": "33.07",
    "organiser_kind": "pemda",
    "campaign_id": "pemilu-2024",
    "place_region_code": "33.07",
    "venue": "Pendopo Selatan Wonosobo",
    "date_low": dt.date(2023, 11, 17),
    "date_high": dt.date(2023, 11, 17),
}


@pytest.mark.parametrize(
    ("said", "others", "because"),
    [
        ({"date": "2023-11-17"}, [], Because.DAYS),
        ({"date": "2023-11-16..2023-11-18"}, [], Because.DAYS),
        ({"date": "2023-02-17"}, ["2023-11-17"], Because.OTHER_DAY),
        ({"date": "2023-11-20", "venue": "Pendopo Selatan"}, [], Because.NEAR_DAYS),
        ({"date": "2023-12-20", "venue": "Pendopo Selatan"}, [], Because.ORGANISER),
        ({"date": "2023-11-20", "venue": "Alun-alun"}, [], None),
        ({"date": "2023", "venue": "Pendopo Selatan"}, [], Because.PLACE),
        ({"date": "2022", "venue": "Pendopo Selatan"}, [], None),
        ({"venue": "Pendopo Selatan"}, [], Because.PLACE),
        ({"place_region_code": "33.07"}, [], Because.PLACE),
        ({"venue": "Alun-alun"}, [], Because.ORGANISER),
        ({"date": "2023-11-17", "organiser_region_code": "33.03"}, [], None),
        ({"date": "2023-11-17", "campaign_id": "pilkada-2024"}, [], None),
        ({"date": "2023-11-17", "campaign_id": None}, [], Because.DAYS),
        ({"date": "2023-11-17", "opd": "Dinas Kesehatan", "organiser_kind": "opd"}, [], None),
        ({"date": "2023-11-17", "organiser_kind": "vertikal"}, [], None),
    ],
)
def test_which_ceremony_it_is(
    bundled_frames: Frames, said: dict[str, Any], others: list[str], because: Because | None
) -> None:
    values = {"organiser_region_code": "33.07", "organiser_kind": "pemda", "campaign_id": "pemilu-2024", **said}
    events = _events(bundled_frames, STORED)
    found = candidates(values, others, events)
    assert [each.because for each in found] == ([] if because is None else [because])
    assert all(each.is_likely == (because is not Because.ORGANISER) for each in found)


def test_two_that_fit_are_a_choice_unless_the_place_tells(bundled_frames: Frames) -> None:
    events = _events(bundled_frames, STORED, STORED | {"event_id": "lain", "venue": "Alun-alun"})
    values = {"organiser_region_code": "33.07", "organiser_kind": "pemda", "date": "2023-11-17"}
    assert not any(each.is_likely for each in candidates(values, [], events))
    told = candidates({**values, "venue": "Alun-alun Wonosobo"}, [], events)
    assert [each.event_id for each in told if each.is_likely] == ["lain"]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"organiser_region_code": "33.07", "date": "2023-11-17"}, "wonosobo-2023-11-17"),
        (
            {"organiser_region_code": "13.02", "opd": "RSUD Arosuka", "date": "2020-10"},
            "kabupaten-solok-rsud-arosuka-2020-10",
        ),
        ({"organiser_region_code": "33.07", "date": "2023", "opd_id": "33.07/bkd", "opd": "BKD"}, "wonosobo-bkd-2023"),
        ({"organiser_region_code": "33.07", "campaign_id": "pemilu-2024"}, "wonosobo-pemilu-2024"),
        ({"organiser_region_code": "33.07"}, "wonosobo-tanpa-tanggal"),
        ({"organiser_kind": "nasional", "date": "2022-09-27"}, "nasional-2022-09-27"),
        ({"organiser_kind": "pemda", "date": "2022-09-27"}, None),
    ],
)
def test_ids_of_new_events(values: dict[str, str], expected: str | None) -> None:
    assert new_event_id(values, ()) == expected


def test_ids_are_never_given_twice() -> None:
    values = {"organiser_region_code": "33.07", "date": "2023-11-17", "venue": "Alun-alun"}
    taken: list[str] = []
    for expected in ("wonosobo-2023-11-17", "wonosobo-2023-11-17-alun-alun", "wonosobo-2023-11-17-2"):
        found = new_event_id(values, taken)
        assert found == expected
        taken.append(str(found))


def test_copies_are_told_from_reports_of_their_own(golden: Golden) -> None:
    original, copy, report = (signature_of(golden(number).document.text) for number in ("01", "67", "68"))
    assert likeness(original, copy) > 0.75
    assert likeness(original, report) < 0.1
    assert likeness(original, signature_of("")) == 0


def test_a_file_is_not_its_own_copy(golden: Golden) -> None:
    document = golden("01").document
    kept = Kept(signature_of(document.text), document.sha256, source_id="a")
    assert copies_of(document.text, document.sha256, [kept]) == ()
    (again,) = copies_of(document.text.upper(), "0" * 64, [kept])
    assert (again.likeness, again.source_id) == (1.0, "a")


def _review(extraction: Extraction) -> Review:
    return Review(extraction, facts_of(extraction.document))


def _events(frames: Frames, *rows: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), schema=frames.event.schema)
