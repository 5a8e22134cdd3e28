"""The native controls over two maps: measure, classes, level, kind of map, and what the two are of."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from pages import map_component
from pages.context import Context
from pages.controls import day, select
from pages.peta import asked as link
from pages.peta.comparison import campaigns
from pages.peta.model import PetaModel
from pages.peta.switches import measures, shapes


def draw(model: PetaModel, context: Context) -> None:
    """The controls of a comparison; each writes the link. One map draws its own."""
    t, asked = context.t, model.asked
    labels = {link.FIRST: t("First map"), link.SECOND: t("Second map")}
    with st.container(key="map-measure", horizontal=True):
        layer = map_component.layer(context.params, asked.level)
        for choice in [*measures(context, asked), *shapes(context, asked, layer)]:
            select(choice.key, choice.label, dict(choice.options), choice.chosen)
        for (key, label), pane in zip(labels.items(), model.panes, strict=True):
            if pane.side is None:
                continue
            if asked.compare == "tanggal":
                day(key, label, dt.date.fromisoformat(pane.side.value))
            else:
                select(key, label, campaigns(context), pane.side.value)
