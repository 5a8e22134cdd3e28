"""Every region's figures as one table, also of those without any: what data files hold unless a section is named."""

from __future__ import annotations

from typing import Final

from briefings.answer import Answer
from briefings.asked import Asked
from briefings.briefing import Request
from briefings.table import Cell, Column, Kind, Table
from geo import Layer
from i18n import Text
from indicators import DEFINITIONS
from indicators.scope import QueryLevel
from warehouse.frames import Frames

INDICATORS: Final = ("documented_events", "pledged_rate", "signed_rate", "reporting_rate")


def regional(frames: Frames, request: Request, t: Text, layer: Layer) -> Table:
    """The kabupaten and kota of the nation or of a province, or the one asked for: a row a region in code order.

    Raises NotFound for an unknown region or campaign.
    """
    asked = Asked.of(frames, request, t, layer)
    level: QueryLevel | None = None if asked.kind == "kabupaten" else "kabupaten"
    answers = {name: asked.answer(name, level) for name in INDICATORS}
    events = answers["documented_events"]
    return Table(
        "wilayah",
        t("Pledges and signatures by region, {place}", place=asked.place),
        (
            Column("code", t("Code"), description=t("Kemendagri code of the region.")),
            Column("name", t("Region"), description=t("The region's official name.")),
            *(_column(name, t) for name in INDICATORS),
            Column("grade", t("Evidence"), description=t("Best evidence grade behind the figure.")),
            Column("sources", t("Voices"), "count", description=t("Independent voices behind the figure.")),
        ),
        tuple(_row(code, events, answers) for code in events.rows),
    )


def _column(name: str, t: Text) -> Column:
    definition = DEFINITIONS[name]
    kind: Kind = "fraction" if definition.is_fraction else "count"
    return Column(name, t(definition.label), kind, bounded=True, description=t(definition.definition))


def _row(code: str | None, events: Answer, answers: dict[str, Answer]) -> tuple[Cell, ...]:
    row = events.rows[code]
    return (code, row["name"], *(one.cell(code) for one in answers.values()), row["grade"], row["sources"])
