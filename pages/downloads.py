"""Files on request: a menu beside a chart or table; what is chosen is made, saved at once, and named with its code.

Nothing is made on a run in which nobody asked. Files are handed over only at the PC itself (`pages/serving/files.py`):
to whoever comes over the network no menu is shown.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from briefings.picture import Picture
from briefings.table import Table
from etl.issuing import PICTURES, Issued, Origin, PictureForm, Progress, Seen, Wishes, issue_picture, issue_table
from etl.issuing import public_address as address_in
from i18n import N_, IkrarError, Text
from pages import stores, ui
from pages.context import Context
from pages.person import analyst

SEMICOLON: Final = "csv;"
"""The choice of a CSV that Indonesian Excel opens without asking."""

_CHOICES: Final[Mapping[str, str]] = {
    "png": N_("Picture (PNG)"),
    "svg": N_("Drawing (SVG)"),
    "pdf": N_("Drawing (PDF)"),
    "xlsx": N_("Workbook (Excel)"),
    SEMICOLON: N_("CSV for Indonesian Excel (semicolons)"),
    "csv": N_("CSV for programs (commas)"),
    "parquet": N_("Parquet"),
}


def origin(context: Context, by: str) -> Origin:
    """What files of this page are made of, now, by whom: the analyst at this PC (`pages.person.analyst`)."""
    return Origin(
        stores.store(sample=context.sample),
        context.t,
        dt.datetime.now(dt.UTC),
        by,
        context.per,
        address_in(os.environ),
        context.frames,
        stores.store_path(),
    )


def picture_menu(
    name: str, make: Callable[[], Picture], context: Context, path: str, region: str | None = None
) -> None:
    """The menu of a chart or map. `name` tells menus of a page apart; `path` shows the same figures for ever."""
    if (by := analyst()) is None:
        return
    chosen = _menu(f"picture-{name}", context.t("Download the picture"), PICTURES, context.t)
    form: PictureForm | None = next((form for form in PICTURES if form == chosen), None)
    if form is not None:
        hand_over(lambda _: issue_picture(origin(context, by), make(), form, seen(context, path, region)), context)


def table_menu(name: str, make: Callable[[], Table], context: Context, path: str, region: str | None = None) -> None:
    """The menu of a table: every row, as the page shows it, in the forms that programs read."""
    if (by := analyst()) is None:
        return
    chosen = _menu(f"table-{name}", context.t("Download the table"), ("xlsx", SEMICOLON, "csv", "parquet"), context.t)
    if chosen is not None:
        wishes = Wishes(semicolon=chosen == SEMICOLON)
        kind = "csv" if chosen == SEMICOLON else chosen
        hand_over(
            lambda _: issue_table(origin(context, by), make(), kind, seen(context, path, region), wishes), context
        )


def seen(context: Context, path: str, region: str | None = None) -> Seen:
    """Where the reader sees the figures of a file; `region` null = the province that is filtered for, or the nation."""
    chosen = context.filters
    return Seen(path, context.audience, region or chosen.province, chosen.campaign)


def hand_over(make: Callable[[Progress], Issued], context: Context) -> None:
    """Make a file now, save it without another press, and say what it is. What cannot be made is said.

    Meanwhile a bar tells the steps that `make` reports; it goes when the file is there, or cannot be.
    """
    t, room = context.t, st.empty()

    def tell(place: int, count: int, step: str) -> None:
        said = t("{step} … {place} of {count}", step=step, place=t.number(place), count=t.number(count))
        room.progress((place - 1) / count, said)

    room.progress(0.0, t("Making the file …"))
    try:
        made = make(tell)
    except IkrarError as fault:
        ui.show(ui.notice(fault.render(t), "warn"))
        return
    finally:
        room.empty()
    # The page's script presses the button of such a name once: see assets/shell.js.
    name = f"autosave-{made.sha256[:12]}-{dt.datetime.now(dt.UTC):%H%M%S%f}"
    with st.container(key="made", horizontal=True):
        st.download_button(
            t("Save again"),
            made.content,
            made.name,
            made.media_type,
            key=name,
            on_click="ignore",
            icon=":material/download:",
        )
        ui.show(_said(made, context))


def _said(made: Issued, context: Context) -> ui.Html:
    t = context.t
    size = t("{size} kB", size=t.number(max(1, round(len(made.content) / 1000))))
    if made.export_id is None:
        words = ui.text(t("{name} ({size}) is saved, but could not be put on record.", name=made.name, size=size))
        return ui.tag("p", words, class_="note saved", role="status")
    code = ui.link(made.code, context.link("cek", kode=made.code))
    said = t("{name} ({size}) is saved. Code", name=made.name, size=size)
    return ui.tag("p", said, " ", code, class_="note saved", role="status")


def _menu(key: str, label: str, choices: tuple[str, ...], t: Text) -> str | None:
    """The choice that was made in this run; null = none."""
    names = {choice: t(_CHOICES[choice]) for choice in choices}
    found: str | None = st.menu_button(
        label,
        choices,
        format_func=names.__getitem__,
        key=f"menu-{key}",
        icon=":material/download:",
        type="tertiary",
    )
    return found
