"""A control for each kind of field. What it gives is canonical; the words of a source never become a label."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl
import streamlit as st

from etl.reconcile import FIELDS, Kind
from etl.reconcile.fields import SEPARATOR
from i18n import N_, Text
from indicators.words import ACTIVITIES, LEVELS, MODES, ORGANISERS, POINTS
from pages.context import Context
from pages.tinjau.typed import canonical

_WORDS: Mapping[str, Mapping[str, str]] = {
    "activity": ACTIVITIES,
    "level": LEVELS,
    "organiser_kind": ORGANISERS,
    "mode": MODES,
}
EXAMPLES: Mapping[Kind, str] = {
    Kind.DAYS: N_("24 November 2023; 27–28 Desember 2023"),
    Kind.DAY: N_("2 Agustus 2023"),
    Kind.COUNT: N_("8.100; kurang lebih 8.100; minimal 252"),
    Kind.TEXTS: N_("several, parted by semicolons"),
}


def options(field: str, context: Context) -> Mapping[str, str]:
    """The values that a field of codes or words can hold, with their names; empty where anything may be typed."""
    frames, t = context.frames, context.t
    if field in _WORDS:
        return {code: t(name) for code, name in _WORDS[field].items()}
    if field == "points":
        return {str(number): f"{number} {t(name)}" for number, name in POINTS.items()}
    if field == "campaign_id":
        return _named(frames.campaign, "campaign_id", "name")
    if field == "opd_id":
        return _named(frames.opd, "opd_id", "name")
    if field.endswith(("_region_code", "_regions")):
        regions = frames.region.filter(pl.col("valid_to").is_null()).sort("code")
        return {code: f"{name} · {code}" for code, name in regions.select("code", "name").iter_rows()}
    return {}


def _named(table: pl.DataFrame, key: str, name: str) -> Mapping[str, str]:
    return dict(table.select(key, name).sort(name).iter_rows())


def ask(field: str, label: str, given: str | None, key: str, context: Context) -> str:
    """The control of a field; what it holds now as typed (`value` makes it canonical), "" where nothing is chosen."""
    t, kind, known = context.t, FIELDS[field].kind, options(field, context)
    if known and kind.is_list:
        parts = [part for part in (given or "").split(SEPARATOR) if part in known]
        return SEPARATOR.join(_several(label, known, parts, key, t))
    if known:
        place = list(known).index(given) if given is not None and given in known else None
        chosen: str | None = st.selectbox(
            label, list(known), index=place, format_func=known.__getitem__, key=key, placeholder=t("not said")
        )
        return chosen or ""
    example = EXAMPLES.get(kind)
    typed: str = st.text_input(label, given or "", max_chars=400, key=key, placeholder=t(example) if example else None)
    return typed


def _several(label: str, known: Mapping[str, str], parts: list[str], key: str, t: Text) -> list[str]:
    given: list[Any] = st.multiselect(
        label, list(known), parts, format_func=known.__getitem__, key=key, placeholder=t("not said")
    )
    return sorted(given, key=list(known).index)


def value(field: str, typed: str) -> str:
    """What a control holds as canonical text. Raises BadInput like `canonical`."""
    return typed if typed and FIELDS[field].kind.is_list and SEPARATOR in typed else canonical(field, typed)
