"""The short table of the overlay."""

from __future__ import annotations

from briefings.maps.finding import EVENTS
from i18n import Text
from pages import ui
from pages.context import Context
from pages.peta.model import PetaModel
from pages.peta.risk import RiskRow
from warehouse.vocabulary import State


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
