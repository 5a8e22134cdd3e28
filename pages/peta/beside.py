"""What stands under the map: events that no region on it counts, and the sources. Drawn as one piece, sent as one."""

from __future__ import annotations

from i18n import Text
from pages import ui
from pages.context import Context
from pages.peta.lists import EventList
from pages.peta.model import PetaModel
from pages.wilayah.events import EventRow


def own(model: PetaModel, t: Text) -> ui.Html:
    """Events of provincial governments: no kabupaten or kota has them."""
    if model.asked.level == "provinsi" or not model.own or not model.own.total:
        return ui.Html()
    if model.province:
        heading = t("At province level: {name}", name=model.province_name)
        lead = t("Held by the provincial government or its units; no regency or city of this map counts them.")
        return ui.join(ui.finding(heading, lead), _list(model.own, t))
    words = t.n(
        "{count} event of provincial governments is not on this map, because no regency or city held it.",
        "{count} events of provincial governments are not on this map, because no regency or city held them.",
        model.own.total,
    )
    return ui.notice(ui.join(words, ui.link(t("Show provinces"), model.provinces_href), by=" "))


def aside(model: PetaModel, t: Text) -> ui.Html:
    """Events of central offices, election bodies and the nation."""
    if model.aside is None:
        return ui.Html()
    lead = t("Central offices, election bodies and national events. They enter no region's figure.")
    rows = _list(model.aside, t) if model.aside.total else ui.paragraph(t("None under these filters."))
    return ui.join(ui.finding(t("Listed apart"), lead), rows)


def sources(model: PetaModel, context: Context) -> ui.Html:
    """The best sources, and where the others are."""
    t = context.t
    rest = model.sources_total - len(model.sources)
    more = t.n("{count} more source", "{count} more sources", rest)
    return ui.join(ui.sources(model.sources, t), ui.tag("p", ui.link(more, context.link("sumber"))) if rest else None)


def _list(events: EventList, t: Text) -> ui.Html:
    """The newest few as a list, and where the rest is."""
    items = [
        ui.tag("li", ui.link(row.title, row.href), ui.tag("span", _about(row, t), class_="note")) for row in events.rows
    ]
    rest = events.total - len(events.rows)
    more = t.n("{count} more in the timeline", "{count} more in the timeline", rest)
    return ui.join(ui.tag("ul", *items, class_="entries"), ui.tag("p", ui.link(more, events.href)) if rest else None)


def _about(row: EventRow, t: Text) -> str:
    grade = t("evidence {grade}", grade=row.grade) if row.grade else t("no source")
    return f" {row.date}, {grade}."
