"""Messy workbooks against what was written down for them by hand, an aspect a test (see the README beside them)."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from etl.ingest import preview
from etl.ingest.values import Finding, Preview, Request, Verdict
from etl.recognise.layout import Answer, FileKind
from etl.sources.tabular import Question
from i18n import BadInput, text
from tests.golden.etl_ingest.clean_rows import bounds, figures, rows_loaded, rows_wanted
from warehouse.store import Store

pytestmark = pytest.mark.usefixtures("read_in_this_process")
WORKBOOKS = Path(__file__).parents[1] / "workbooks"
WORDS = text("id")
NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
EXPECTED = {
    path.parent.name: tomllib.loads(path.read_text(encoding="utf-8")) for path in WORKBOOKS.glob("*/expected.toml")
}
GOOD = sorted(name for name, wanted in EXPECTED.items() if wanted["outcome"] == "ok")
BAD = sorted(EXPECTED.keys() - set(GOOD))
RUNS = [*GOOD, *(f"{name}-answered" for name in GOOD if "after" in EXPECTED[name])]
"""Every workbook that can be read, and once more with its questions answered."""
runs = pytest.mark.parametrize("case", RUNS)


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """What came of one run: a preview, or the fault that stopped it. `wanted` is what the expectation says of it."""

    wanted: Mapping[str, Any]
    preview: Preview | None
    fault: BadInput | None
    opd: Mapping[str, str]

    @property
    def got(self) -> Preview:
        """The preview; where reading failed, that fault is what the test fails with."""
        if self.preview is None:
            assert self.fault is not None
            raise self.fault
        return self.preview

    def asked(self, wanted: Mapping[str, Any]) -> list[Question]:
        """The questions of that kind, on that sheet, whose words name what it is about."""
        return [
            question
            for question in self.got.questions
            if question.kind == wanted["kind"]
            and wanted.get("sheet") in {None, question.sheet}
            and (wanted["about"] in {"file", question.sheet} or wanted["about"] in question.render(WORDS))
        ]


Attempt = Callable[[str], Trial]
"""One run of a workbook by its name; with "-answered" behind it: the second run."""


@pytest.fixture(scope="session")
def attempt(built_store: Path) -> Attempt:
    """Runs against the bundled data, each kept for all aspects. Dry runs, so the store is shared."""
    store = Store(built_store)
    known = dict(store.table("opd").select("opd_id", "name").iter_rows())

    @cache
    def run(case: str) -> Trial:
        name = case.removesuffix("-answered")
        wanted, answers = (EXPECTED[name], {}) if case == name else second(EXPECTED[name], run(name))
        (path,) = (WORKBOOKS / name).glob("input.*")
        request = Request(
            name=path.name,
            by="analis",
            kind=None if wanted["as"] == "auto" else FileKind(wanted["as"]),
            region=wanted["region"],
            campaign=wanted["campaign"],
            accept_mapping=True,
            answers=answers,
        )
        try:
            got = preview(store, path.read_bytes(), request, now=NOW)
        except BadInput as fault:
            return Trial(wanted, None, fault, known)
        return Trial(wanted, got, None, {**known, **got.proposed_opd})

    return run


def second(wanted: Mapping[str, Any], first: Trial) -> tuple[dict[str, Any], dict[str, Answer]]:
    """The answers to the first run's questions, and what is then expected."""
    answers: dict[str, Answer] = {}
    for question in wanted["questions"]:
        (asked,) = first.asked(question)
        if "answer" in question:
            answer = question["answer"]
            answers[asked.id] = tuple(answer) if isinstance(answer, list) else answer
    return {
        **wanted,
        **wanted["after"],
        "clean": [*wanted.get("clean", []), *wanted["after"].get("clean", [])],
        "questions": [question for question in wanted["questions"] if "answer" not in question],
    }, answers


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_used_is_refused_with_what_to_do(attempt: Attempt, name: str) -> None:
    trial = attempt(name)
    assert trial.fault is not None
    assert trial.fault.exit_code == trial.wanted["exit_code"]
    message = trial.fault.render(WORDS).lower()
    assert [word for word in trial.wanted["message_mentions"] if word.lower() not in message] == []


@runs
def test_every_row_is_accounted_for(attempt: Attempt, case: str) -> None:
    trial = attempt(case)
    got, wanted = trial.got, trial.wanted
    counts = {verdict.value: got.count(verdict) for verdict in Verdict}
    assert counts == {verdict.value: wanted[verdict.value] for verdict in Verdict}
    assert got.rows_in == wanted["rows_in"] == sum(counts.values())
    assert (0 if got.is_clean else 1) == wanted["exit_code"]
    assert got.kind == wanted.get("kind", wanted["as"])
    assert (got.region, got.campaign) == (wanted["region"], wanted["campaign"])


@runs
def test_refused_rows_and_their_rules(attempt: Attempt, case: str) -> None:
    trial = attempt(case)
    refused = trial.got.rows.filter(pl.col("verdict") == Verdict.REFUSED.value)
    wanted = sorted(places(trial.wanted.get("refusals", [])), key=str)
    assert sorted({(one.sheet, one.row, one.rule) for one in trial.got.refusals}, key=str) == wanted
    assert sorted(refused.select("sheet", "row", "rule").iter_rows(), key=str) == wanted
    assert [one for one in trial.got.refusals if not said(one)] == []


@runs
def test_what_is_flagged(attempt: Attempt, case: str) -> None:
    trial = attempt(case)
    flagged = {(one.sheet, one.row, one.rule) for one in trial.got.warnings}
    wanted = places(trial.wanted.get("warnings", []))
    assert wanted - flagged == set()
    assert flagged - wanted - places(trial.wanted.get("may_warn", [])) == set()
    for warning in trial.wanted.get("warnings", []):
        (place,) = places([warning])
        texts = [said(one) for one in trial.got.warnings if (one.sheet, one.row, one.rule) == place]
        for number in warning.get("sums", []):
            assert [found for found in texts if number in numbers(found)], texts


@runs
def test_what_is_asked(attempt: Attempt, case: str) -> None:
    trial = attempt(case)
    waiting = trial.got.waiting
    matched = []
    for wanted in trial.wanted.get("questions", []):
        (question,) = trial.asked(wanted)
        matched.append(question.id)
        rows = waiting.filter(pl.col("question_id") == question.id)["row"]
        assert sorted(set(rows)) == wanted["rows"], wanted
        assert set(wanted.get("choices", [])) <= set(question.choices), wanted
    assert sorted(question.id for question in trial.got.questions) == sorted(matched)


@runs
def test_what_is_taken_for_no_data(attempt: Attempt, case: str) -> None:
    trial = attempt(case)
    aside = trial.got.set_aside
    wanted = {
        (group.get("sheet"), what, row)
        for group in trial.wanted.get("set_aside", [])
        for what, rows in group.items()
        if what != "sheet"
        for row in rows
    }
    assert sorted(set(aside.select("sheet", "what", "row").iter_rows()), key=str) == sorted(wanted, key=str)


@runs
def test_rows_to_load_in_full(attempt: Attempt, case: str) -> None:
    trial = attempt(case)
    wanted, got = rows_wanted(trial.wanted), rows_loaded(trial.got.tables, trial.opd)
    assert sorted(got, key=str) == sorted(wanted, key=str)
    differing = {
        key: (row, {field: got[key][field] for field in row})
        for key, row in wanted.items()
        if any(got[key][field] != value for field, value in row.items())
    }
    assert differing == {}


@runs
def test_every_figure_leads_back_to_its_row(attempt: Attempt, case: str) -> None:
    trial = attempt(case)
    wanted = sorted(
        (group.get("sheet"), row["row"], table, measure, *bounds(value))
        for group in trial.wanted.get("clean", [])
        for row in group["rows"]
        if "row" in row
        for table, _, measure, value in figures(group, row)
        if not isinstance(value, str)
    )
    brought = trial.got.figures.filter(
        (pl.col("verdict") == Verdict.NEW.value) & pl.any_horizontal(pl.col("new_low", "new_high").is_not_null())
    ).select("sheet", "row", "table", "field", "new_low", "new_high")
    assert sorted(row for row in brought.iter_rows() if row[1] is not None) == wanted


@pytest.mark.parametrize("name", [name for name in GOOD if "never_shown" in EXPECTED[name]])
def test_nobody_is_named(attempt: Attempt, name: str) -> None:
    got, secrets = attempt(name).got, EXPECTED[name]["never_shown"]
    frames = [got.rows, got.figures, got.set_aside, got.waiting, *got.tables.values()]
    shown = [str(frame.to_dicts()) for frame in frames]
    shown += [said(one) + repr(one) for one in (*got.warnings, *got.refusals)]
    shown += [question.render(WORDS) + repr(question) for question in got.questions]
    shown.append(repr(got))
    assert [(secret, text) for secret in secrets for text in shown if secret in text] == []


def places(findings: list[dict[str, Any]]) -> set[tuple[str | None, int, str]]:
    return {(one.get("sheet"), one["row"], one["rule"]) for one in findings}


def said(finding: Finding) -> str:
    advice = WORDS(finding.suggestion, **finding.values) if finding.suggestion else ""
    return f"{WORDS(finding.message, **finding.values)} {advice}".strip()


def numbers(message: str) -> set[int]:
    """The whole numbers of an Indonesian sentence: 2.026 is two thousand and twenty-six."""
    return {int(found.replace(".", "")) for found in re.findall(r"\d+(?:\.\d{3})*", message)}
