"""Every kind of chart that there is, each with everything that it can show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest
from plotly.graph_objs._figure import Figure

from charts.columns import Column, columns
from charts.cumulative import Step as Day
from charts.cumulative import cumulative
from charts.funnel import Curve, Middle, funnel
from charts.funnel import Mark as Unit
from charts.pace import pace
from charts.phases import Phase
from charts.ranges import Row, Span, ranges
from charts.steps import Step, steps
from charts.timeline import Lane, Mark, Panel, timeline
from i18n import text
from indicators.comparing.funnel import Place
from indicators.comparing.pace import Reading

T = text("id")
HOSTILE = "Badan #1 *tebal* _x_ $y$ <b>&amp; =SUM(A1)"


def november(day: int) -> dt.date:
    return dt.date(2023, 11, day)


@pytest.fixture(scope="session")
def figures() -> Mapping[str, Figure]:
    """Charts by the name of the function of `charts` that makes them."""
    marks = (
        Mark("a", november(3), november(3), "stated", ()),
        Mark("b", november(3), november(3), "inferred", ()),
        Mark("c", november(5), november(20), "corrected", ()),
        Mark("d", november(24), november(24), "disputed", ()),
        Mark("e", november(27), november(28), "missing", ()),
    )
    phases = (
        Phase("campaign", november(15), dt.date(2024, 2, 10), "Kampanye <1>"),
        Phase("vote", dt.date(2024, 2, 14), dt.date(2024, 2, 14), "Pemungutan suara"),
    )
    lanes = (Lane("Jawa Tengah", marks), Lane(HOSTILE, ()), Lane("Pusat", marks[2:], aside=True))
    curves = [
        Curve((20, 60, 200, 900), (0.3, 0.5, 0.6, 0.66), (None, 0.95, 0.85, 0.78)),
        Curve((20, 60, 200, 900), (0.4, 0.55, 0.63, 0.67), (0.99, 0.9, 0.82, 0.76)),
    ]
    places = zip((25, 40, 90, 300, 700), Place, strict=False)
    units = [Unit(size, 0.4 + size / 2000, None if size == 90 else 0.5 + size / 1500, at, ()) for size, at in places]
    return {
        "timeline": timeline(Panel(lanes, phases, dt.date(2023, 9, 1), dt.date(2024, 3, 31)), T),
        "columns": columns(
            [Column(november(1), november(30), 1200, 1380), Column(dt.date(2023, 12, 1), dt.date(2023, 12, 31), 9, 9)],
            phases,
            T,
        ),
        "cumulative": cumulative([Day(november(1), 1, 2), Day(november(9), 4, 7), Day(november(24), 9, 12)], T),
        "ranges": ranges(
            [
                Row("Seluruh daerah", Span(0.49, 0.76), Span(0.9, 1.02), None, (), strong=True),
                Row(HOSTILE, Span(0.6, None), None, None, ()),
                Row("Dinas Kesehatan", Span(0.6, 0.6), Span(0.2, 0.2), None, ()),
                Row("Inspektorat", None, None, "belum <lapor>", ()),
            ],
            T,
            goal=0.95,
            goal_label="tuntas: 95 %",
        ),
        "funnel": funnel([*units, Unit(500, 0.7, 0.7, Place.WITHIN, ())], curves, Middle(0.68, 0.74, "bersama"), T),
        "pace": pace(
            [Reading(november(1), 100, 120), Reading(november(9), 400, 700), Reading(november(24), 900, None)],
            (1900, 2000),
            T,
            deadline=dt.date(2024, 1, 20),
            goal_label="95 % dari 2.000",
        ),
        "steps": steps(
            [
                Step("Pimpinan", 1.0, 1.0, "4 dari 4", ()),
                Step("Administrator", 0.6, 0.8, "60–80 %", ()),
                Step("Pengawas", None, None, "belum lapor", ()),
                Step("Pelaksana " + HOSTILE, 0.4, None, "sedikitnya 40 %", ()),
                Step("Fungsional", 0.9, 0.95, "90–95 %", (), aside=True),
            ],
            T,
            goal=0.95,
            goal_label="tuntas: 95 %",
        ),
    }
