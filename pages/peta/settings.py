"""The native controls of the map page: measure, classes, what to compare. Each writes the link."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from i18n import N_
from indicators import DEFINITIONS
from pages import map_component
from pages.context import Context
from pages.controls import day, select
from pages.peta import asked as link
from pages.peta.comparison import campaigns
from pages.peta.model import PetaModel
from pages.peta.switches import shapes

METHODS = {"tetap": N_("Fixed limits"), "kuantil": N_("Quantiles"), "alami": N_("Natural breaks")}


def draw(model: PetaModel, context: Context) -> None:
    """The controls, folded. An overlay has its own measure, so there is nothing to choose."""
    t, asked = context.t, model.asked
    if asked.overlay:
        return
    comparisons = {"": t("Nothing"), "tanggal": t("Two days"), "pemilihan": t("Two elections")}
    with (
        st.expander(t("Measure and classes"), expanded=asked.compare is not None),
        st.container(key="map-measure", horizontal=True),
    ):
        select(link.INDICATOR, t("Measure"), {name: t(one.label) for name, one in DEFINITIONS.items()}, asked.indicator)
        select(link.METHOD, t("Classes"), {name: t(label) for name, label in METHODS.items()}, asked.method)
        select(link.COMPARE, t("Compare"), comparisons, asked.compare or "")
        _sides(model, context)


def _sides(model: PetaModel, context: Context) -> None:
    t = context.t
    if model.asked.compare:
        for choice in shapes(context, model.asked, map_component.layer(context.params, model.asked.level)):
            select(choice.key, choice.label, dict(choice.options), choice.chosen)
    labels = {link.FIRST: t("First map"), link.SECOND: t("Second map")}
    for (key, label), pane in zip(labels.items(), model.panes, strict=False):
        if pane.side is None:
            return
        if model.asked.compare == "tanggal":
            day(key, label, dt.date.fromisoformat(pane.side.value))
        else:
            select(key, label, campaigns(context), pane.side.value)
