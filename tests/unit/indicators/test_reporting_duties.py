"""Who owes what, and what became of it: scopes, exemptions, extensions; on time, late, not certain, not yet."""

import datetime as dt

import polars as pl
import pytest

from indicators import Scope
from indicators.duties.reporting import Outcome, by_unit, counted, duties_of_units

DUE = dt.date(2024, 1, 31)
A, B, C = (f"33.03/{name}" for name in "abc")
UNITS = [{"opd_id": unit, "region_code": "33.03", "name": unit[-1].upper()} for unit in (A, B, C)]
EVERY = {"obligation_id": "e", "region_code": "33.03", "scope": "every_opd", "what": "pakta", "due_date": DUE}


def one(unit, **more):
    return {**EVERY, "obligation_id": f"o-{unit[-1]}", "scope": "opd", "opd_id": unit, **more}


def count(unit, day, stem="signed", people=0, **more):
    return {
        "unit_id": unit,
        "region_code": unit[:5],
        "as_of": day,
        f"{stem}_low": people,
        f"{stem}_high": people,
        **more,
    }


def held(unit, low, high, *activity, **more):
    """A ceremony of an OPD, or of a region whose code is given."""
    return {
        "event_id": f"acara-{unit}-{low}",
        "activity": list(activity or ["pakta"]),
        "organiser_kind": "opd" if "/" in unit else "pemda",
        "opd_id": unit if "/" in unit else None,
        "date_low": low,
        "date_high": high,
        "date_status": "stated" if low else "missing",
        **more,
    }


@pytest.fixture
def outcomes(frames):
    """A factory: tables and as_of → outcome by unit, of all rows."""

    def of(obligation, region="33.03", as_of=None, opd=UNITS, **tables):
        sources = tables.pop("source", [{"source_id": "rekap"}])
        warehouse = frames(obligation=obligation, opd=opd, source=sources, **tables)
        rows = duties_of_units(warehouse, Scope(region, as_of=as_of))
        return dict(rows.select("unit_id", "outcome").iter_rows())

    return of


def test_every_opd_is_bound_and_the_named_ones_by_their_own_duty(outcomes):
    later = dt.date(2025, 1, 31)
    found = outcomes([EVERY, one(B, status="tidak_wajib", due_date=None, reason="dilebur"), one(C, due_date=later)])
    assert found == {A: Outcome.LEWAT_TENGGAT, B: Outcome.TIDAK_WAJIB, C: Outcome.BELUM_JATUH_TEMPO}


def test_central_offices_and_units_that_are_no_more_are_not_bound(outcomes):
    gone = {**UNITS[1], "valid_to": dt.date(2024, 6, 1)}
    central = {**UNITS[2], "kind": "vertikal"}
    assert outcomes([EVERY], opd=[UNITS[0], gone, central]) == {A: Outcome.LEWAT_TENGGAT}
    assert set(outcomes([EVERY], opd=[UNITS[0], gone], as_of=dt.date(2024, 5, 1))) == {A, B}


def test_a_region_without_opd_on_record_accuses_nobody(outcomes):
    assert outcomes([EVERY], opd=[]) == {"33.03": Outcome.UNIT_BELUM_TERCATAT}


@pytest.mark.parametrize(
    ("low", "high", "due", "outcome"),
    [
        (DUE, DUE, DUE, Outcome.TEPAT_WAKTU),
        (dt.date(2024, 2, 1), dt.date(2024, 2, 3), DUE, Outcome.TERLAMBAT),
        (dt.date(2024, 1, 30), dt.date(2024, 2, 1), DUE, Outcome.TIDAK_PASTI),
        (None, None, DUE, Outcome.TIDAK_PASTI),
        (None, None, None, Outcome.MELAPOR),
        (DUE, DUE, None, Outcome.MELAPOR),
    ],
)
def test_a_ceremony_is_judged_by_its_bounds(outcomes, low, high, due, outcome):
    found = outcomes([{**EVERY, "due_date": due}], event=[held(A, low, high)])
    assert found[A] == outcome


@pytest.mark.parametrize(
    ("signature", "event", "outcome"),
    [
        ([count(A, DUE), count(A, dt.date(2024, 3, 1), people=9)], [], Outcome.TEPAT_WAKTU),
        ([count(A, dt.date(2024, 3, 1))], [], Outcome.TERLAMBAT),
        ([count(A, dt.date(2024, 3, 1))], [held(A, None, None)], Outcome.TIDAK_PASTI),
        ([count(A, DUE)], [held(A, None, None)], Outcome.TEPAT_WAKTU),
        ([count(A, DUE, employee_type="NON_ASN")], [], Outcome.LEWAT_TENGGAT),
        ([count(A, DUE, people=None)], [], Outcome.LEWAT_TENGGAT),
        ([count(A, DUE, campaign_id="pilkada-2024")], [], Outcome.LEWAT_TENGGAT),
    ],
)
def test_the_first_evidence_decides(outcomes, signature, event, outcome):
    assert outcomes([EVERY], signature=signature, event=event)[A] == outcome


@pytest.mark.parametrize(
    ("what", "by"),
    [("ikrar", {"pledged", "ikrar", "deklarasi"}), ("pakta", {"signed", "pakta"}), ("report", {"pledged", "signed"})],
)
@pytest.mark.parametrize("evidence", ["pledged", "signed", "ikrar", "pakta", "deklarasi"])
def test_a_pledge_is_no_signature_and_a_ceremony_no_report(outcomes, what, by, evidence):
    is_count = evidence in {"pledged", "signed"}
    tables = {"signature": [count(A, DUE, evidence)]} if is_count else {"event": [held(A, DUE, DUE, evidence)]}
    found = outcomes([{**EVERY, "what": what}], **tables)
    assert found[A] == (Outcome.TEPAT_WAKTU if evidence in by else Outcome.LEWAT_TENGGAT)
    assert found[B] == Outcome.LEWAT_TENGGAT


@pytest.mark.parametrize(
    ("tables", "outcome"),
    [
        ({"signature": [count(A, DUE)]}, Outcome.TEPAT_WAKTU),
        ({"signature": [count("33.03", DUE)]}, Outcome.TEPAT_WAKTU),
        ({"event": [held("33.03", DUE, DUE)], "event_region": [("33.03", "33.03")]}, Outcome.TEPAT_WAKTU),
        ({"event": [held("33.01", DUE, DUE)], "event_region": [("33.01", "33.01")]}, Outcome.LEWAT_TENGGAT),
        ({"event": [held(A, DUE, DUE)], "event_region": [(A, "33.03")]}, Outcome.LEWAT_TENGGAT),
    ],
)
def test_a_regions_duty_is_met_by_its_recap_or_its_own_ceremony(outcomes, tables, outcome):
    roles = [{"event_id": f"acara-{by}-{DUE}", "region_code": code} for by, code in tables.get("event_region", [])]
    rows = {**tables, "event_region": roles}
    assert outcomes([{**EVERY, "scope": "region"}], **rows)["33.03"] == outcome


@pytest.mark.parametrize(
    ("as_of", "outcome"),
    [
        (dt.date(2024, 1, 31), Outcome.BELUM_JATUH_TEMPO),
        (dt.date(2024, 2, 1), Outcome.LEWAT_TENGGAT),
        (dt.date(2024, 2, 9), Outcome.TERLAMBAT),
        (None, Outcome.TERLAMBAT),
    ],
)
def test_the_day_asked_for_decides_what_is_overdue_and_what_was_received(outcomes, as_of, outcome):
    assert outcomes([EVERY], as_of=as_of, signature=[count(A, dt.date(2024, 2, 9))])[A] == outcome


def test_a_ceremony_that_may_be_later_than_the_day_asked_for_settles_nothing(outcomes):
    long = held(A, dt.date(2024, 1, 1), dt.date(2024, 1, 31))
    assert outcomes([EVERY], event=[long], as_of=dt.date(2024, 1, 15))[A] == Outcome.TIDAK_PASTI


@pytest.mark.parametrize("deadline", [{"due_date": None}, {"due_date": None, "due_stated": "pekan ini"}])
def test_without_a_day_nobody_is_late(outcomes, deadline):
    assert outcomes([{**EVERY, **deadline}])[A] == Outcome.TANPA_TENGGAT


def test_an_obligation_goes_before_an_exemption_of_the_same_scope(outcomes):
    exempt = {**EVERY, "obligation_id": "x", "status": "tidak_wajib", "reason": "keliru"}
    assert outcomes([exempt, EVERY])[A] == Outcome.LEWAT_TENGGAT


def test_a_unit_bound_twice_counts_once_by_the_graver_outcome(frames):
    sooner = {**EVERY, "obligation_id": "gubernur", "due_date": dt.date(2024, 1, 10)}
    warehouse = frames(
        obligation=[EVERY, sooner],
        opd=UNITS,
        signature=[count(A, dt.date(2024, 1, 20))],
        source=[{"source_id": "rekap"}],
    )
    rows = duties_of_units(warehouse, Scope())
    assert rows.height == 2 * len(UNITS)
    units = by_unit(rows)
    assert dict(units.select("unit_id", "outcome").iter_rows()) == {
        A: Outcome.TERLAMBAT,
        B: Outcome.LEWAT_TENGGAT,
        C: Outcome.LEWAT_TENGGAT,
    }
    [total] = counted(units, pl.col("campaign_id")).to_dicts()
    assert total[Outcome.TERLAMBAT] + total[Outcome.LEWAT_TENGGAT] == len(UNITS)


def test_of_the_real_duties_only_those_with_units_on_record_are_judged(bundled_frames):
    rows = duties_of_units(bundled_frames, Scope())
    assert rows["obligation_id"].n_unique() == bundled_frames.obligation.height
    found = dict(rows.select("obligation_id", "outcome").iter_rows())
    assert found["kota-tangerang-pakta-2024"] == Outcome.MELAPOR
    assert found["bengkalis-pakta-2015"] == Outcome.UNIT_BELUM_TERCATAT


@pytest.mark.parametrize(("published", "is_known"), [("2024-01-10", True), ("2024-01-11", False), (None, True)])
def test_a_letter_that_came_out_later_sets_no_duty_yet(outcomes, published, is_known):
    letter = {"source_id": "rekap", "published_on": published and dt.date.fromisoformat(published)}
    assert bool(outcomes([{**EVERY, "source_id": "rekap"}], as_of=dt.date(2024, 1, 10), source=[letter])) is is_known
