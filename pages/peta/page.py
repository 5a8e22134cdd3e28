"""Map: draws `model.PetaModel`. What is clicked or chosen goes into the link; the next run reads it there."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages import downloads, map_component, stores, ui
from pages.context import Context
from pages.peta import beside, files, settings, table
from pages.peta.asked import DEFAULTS
from pages.peta.maps import Pane
from pages.peta.model import PetaModel, build
from pages.way_on import way_on


def render(context: Context) -> None:
    """Draw the page. The controls come after the map, which is what answers, into the room kept above it."""
    t = context.t
    model = stores.view(build, context)
    title = ui.title(t("Where have civil servants pledged neutrality?"))
    if not model.panes[0].payload["rows"]:
        ui.show(title, ui.empty(t("There are no regions in this data."), t("Run `ikrar build` first.")))
        return
    ui.show(title, _answer(model), *map(ui.paragraph, model.notes))
    if not model.valued:
        ui.show(ui.empty(t("No figure for any region under these filters."), way_on(context)))
    room = st.container(key="map-settings") if model.asked.compare else None
    region = _maps(model, context)
    if region:
        st.switch_page(st.Page(_elsewhere, title="wilayah", url_path="wilayah"), query_params=_visit(context, region))
    _download(model, context)
    ui.show(beside.own(model, t), beside.aside(model, t), beside.sources(model, context))
    if room:
        with room:
            settings.draw(model, context)


def _answer(model: PetaModel) -> ui.Html:
    """The sentence; what can be traced to sources is a link there."""
    found = model.finding
    places = {place: ui.text(words) for place, words in found.numbers.items()}
    side = model.panes[-1].side
    linked = partial(
        ui.figure_link,
        href=model.evidence_href,
        indicator=model.asked.indicator,
        code=model.province,
        campaign=side.scope.campaign if side else None,
        as_of=side.as_of if side else None,
    )
    for place, state in found.counted.items():
        places[place] = linked(figure=found.numbers[place], level=model.asked.level, state=state)
    if "figure" in found.numbers:
        places["figure"] = linked(figure=found.numbers["figure"])
    return ui.answer(found.sentence, **places)


def _maps(model: PetaModel, context: Context) -> str | None:
    """One map, or two beside each other; the region whose own page was asked for in this run."""
    if len(model.panes) == 1:
        return _map(model, model.panes[0], "map", context)
    visited = None
    with st.container(key="two-maps", horizontal=True):
        for pane in model.panes:
            key = f"map-{pane.payload['pane']}"
            with st.container(key=f"half-{key}"):
                visited = _map(model, pane, key, context) or visited
    return visited


def _map(model: PetaModel, pane: Pane, key: str, context: Context) -> str | None:
    visited = map_component.draw(pane.payload, key=key, on_open=_open, on_choose=_choose)
    downloads.picture_menu(key, partial(files.picture, model, pane, context), context, _path(context))
    return visited


def _path(context: Context) -> str:
    return context.permalink("peta", **context.params)


def _download(model: PetaModel, context: Context) -> None:
    """The short table of an overlay, and every figure as a file."""
    if model.risk:
        ui.show(table.risk_table(model, context))
    make = files.risks if model.risk else files.figures
    downloads.table_menu("map", partial(make, model, context), context, _path(context))


def _choose(key: str, value: str) -> None:
    """The value of a switch into the link; what is shown unasked leaves it."""
    if key not in DEFAULTS or value == DEFAULTS[key]:
        st.query_params.pop(key, None)
    else:
        st.query_params[key] = value


def _open(code: str) -> None:
    """Into the province of a region, or back to the nation."""
    if code:
        st.query_params["provinsi"] = code[:2]
    else:
        st.query_params.pop("provinsi", None)


def _visit(context: Context, region: str) -> dict[str, str]:
    return {**context.carried(), "wilayah": region}


def _elsewhere() -> None:
    """Names the target of a switch; the frame's own page of that address runs instead."""
