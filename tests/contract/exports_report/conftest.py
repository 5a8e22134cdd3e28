"""Reports of the hand-made briefing and of whole ones, as Word file and as PDF, each made once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from briefings.briefing import Briefing
from briefings.stamp import Stamp, code_of
from exports import docx, pdf
from exports.report import Report, compose
from i18n import text
from warehouse.frames import Frames

CASES = ("buatan", "provinsi", "tanpa-data", "contoh", "satu-opd")


@dataclass(frozen=True)
class Made:
    """A briefing, what its report says of itself, its words, and the report in both formats."""

    briefing: Briefing
    stamp: Stamp
    said: Report
    docx: bytes
    pdf: bytes


def _stamp(briefing: Briefing, frames: Frames) -> Stamp:
    taken, per = frames.snapshot.taken_at, str(frames.snapshot.number)
    queries = briefing.queries()
    return Stamp(
        code_of(taken, per, queries, "laporan"), per, frames.snapshot.number, taken, taken.date(),
        frames.is_simulated, {query.indicator: 1 for query in queries}, dt.datetime(2026, 11, 22, 8, tzinfo=dt.UTC),
        boundaries="Peta skematik Ikrar", address="https://ikrar.example.go.id/cek?kode=IKR",
    )  # fmt: skip


@pytest.fixture(scope="session")
def reports(
    small_briefing: Briefing, small_stamp: Stamp, briefings_made: Mapping[str, tuple[Briefing, Frames]]
) -> dict[str, Made]:
    """By case."""
    given = {"buatan": (small_briefing, small_stamp)} | {
        case: (briefing, _stamp(briefing, frames)) for case, (briefing, frames) in briefings_made.items()
    }
    t = text("id")
    return {
        case: Made(
            briefing,
            stamp,
            compose(briefing, stamp, t),
            docx.report(briefing, stamp, t),
            pdf.report(briefing, stamp, t),
        )
        for case, (briefing, stamp) in given.items()
    }


@pytest.fixture(scope="session", params=CASES)
def made(reports: dict[str, Made], request: pytest.FixtureRequest) -> Made:
    """Each case."""
    return reports[request.param]
