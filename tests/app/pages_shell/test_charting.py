"""A chart is drawn once for all who look at the same view, is sent as it was drawn, and reaches nobody else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from plotly.graph_objs._figure import Figure
from streamlit.testing.v1 import AppTest

from charts import theme
from pages import charting, stores


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    stores.clear()


def script() -> None:
    """A page of one chart."""
    import datetime as dt

    import streamlit as st

    from i18n import text
    from pages import charting
    from pages.context import Context, Filters
    from warehouse.frames import Frames, SnapshotInfo

    frames = Frames.of(SnapshotInfo(1, dt.datetime(2024, 1, 1, tzinfo=dt.UTC)))
    context = Context(frames, Filters(province=st.session_state["province"]), text("id"))
    charting.chart("one", st.session_state["draw"], context, alt="Satu")


def figure(title: str) -> Figure:
    return theme.figure([{"type": "bar", "x": ["</b>", "é"], "y": [1.5, None]}], theme.layout(90, title=title))


def sent(province: str, draw: Callable[[], Figure]) -> str:
    """What the browser of a new session is told to draw."""
    app = AppTest.from_function(script, default_timeout=60)
    app.session_state["province"], app.session_state["draw"] = province, draw
    app.run()
    assert not app.exception
    found: str = app.get("plotly_chart")[0].proto.spec
    return found


def test_each_session_gets_its_own_chart_and_a_view_is_drawn_once() -> None:
    made: list[str] = []

    def drawn(province: str) -> str:
        return sent(province, lambda: made.append(province) or figure(province))

    provinces = ["33", "35", "33", "35"]
    assert [drawn(province) for province in provinces] == [figure(province).to_json() for province in provinces]
    assert made == ["33", "35"]


def test_what_is_done_to_a_chart_reaches_nobody_else() -> None:
    drawn = charting.Drawn(figure("33"))
    first = drawn.to_dict()
    first["data"].clear()
    first["layout"]["title"] = "35"
    assert drawn.to_json() == figure("33").to_json()
