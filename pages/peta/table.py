"""The figures of the map as a file, and the short table of the overlay."""

from __future__ import annotations

from briefings.ceremonies.rows import region_names
from briefings.maps.finding import EVENTS
from i18n import Text
from indicators import query
from pages import ui
from pages.context import Context
from pages.peta.model import PetaModel
from pages.peta.risk import RiskRow
from warehouse.vocabulary import State

COLUMNS = (
    "code",
    "name",
    "state",
    "low",
    "high",
    "numerator_low",
    "numerator_high",
    "denominator_low",
    "denominator_high",
    "reporting_rate",
    "grade",
    "sources",
)
"""Contract names, as `ikrar query` prints them."""


def csv(model: PetaModel, context: Context) -> str:
    """The figures of every region on the map as `ikrar query` gives them; of two maps, one after the other."""
    rows = []
    for pane in model.panes:
        shown = pane.side.title if pane.side else ""
        figures = query(model.asked.indicator, context.frames, pane.scope).select(COLUMNS)
        rows += [(model.asked.indicator, shown, *row) for row in figures.iter_rows()]
    return ui.csv_text(("indicator", "map", *COLUMNS), rows)


def risk_csv(model: PetaModel, context: Context) -> str:
    """Coverage and index of every province; null = the index was not published."""
    names = region_names(context.frames)
    rows = model.risk.rows if model.risk else ()
    return ui.csv_text(
        ("code", "name", "state", "share_with_evidence", "index"),
        [(row.code, names[row.code], row.state, row.low, row.second) for row in rows],
    )


def risk_table(model: PetaModel, context: Context) -> ui.Html:
    """The provinces that the index names, most at risk first, with their coverage."""
    t = context.t
    if model.risk is None:
        return ui.Html()
    columns = (
        ui.Column(t("Province")),
        ui.Column(t("Index"), numeric=True),
        ui.Column(t("Class of the index")),
        ui.Column(t("Regencies and cities with evidence"), numeric=True),
        ui.Column(t("Share"), numeric=True),
    )
    caption = t("The provinces of the index of {issued_by}", issued_by=model.risk.index.issued_by)
    return ui.table(columns, [_cells(row, t) for row in model.risk.table], caption)


def _cells(row: RiskRow, t: Text) -> tuple[str, ...]:
    covered = ui.figure_link(
        row.covered, row.href, indicator=EVENTS, code=row.code, level="kabupaten", state=State.NILAI
    )
    of = ui.text(t("{with_evidence} of {total}")).format_map({"with_evidence": covered, "total": row.obliged})
    return ui.link(row.name, row.href), row.value, row.risk, ui.Html(of), row.share
