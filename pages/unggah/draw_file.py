"""Step 1: the file, and what it is said to be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import PurePath

import streamlit as st

from etl.ingest.values import Request
from etl.recognise.layout import FileKind
from exports.xlsx.template import form_of, template
from i18n import IkrarError, Text
from pages import ui
from pages.context import Context
from pages.serving.settings import upload_limit
from pages.unggah import desk
from pages.unggah.controls import bar, complain, complaint, taken, uploader
from pages.unggah.model import REGION, STEP, UNDERSTOOD, UPLOAD, Form, form
from pages.unggah.words import KINDS, XLSX


def draw(context: Context, by: str) -> None:
    """The form, the template for a region, and the uploads that wait."""
    t, offered = context.t, form(context)
    ui.show(
        ui.finding(
            t("Choose a file"),
            t(
                "Excel (xlsx, xls), OpenDocument (ods) or text (csv, tsv), as the region sent it, up to {size} MB.",
                size=t.number(upload_limit() // 1024 // 1024),
            ),
        )
    )
    with st.container(key="upload-fields", horizontal=True, gap="small"):
        region = _region(offered, t)
        campaign = _select("campaign", t("Election"), t("as the file says"), offered.campaigns)
        kind = _select("kind", t("What it holds"), t("find out"), {code: t(name) for code, name in KINDS.items()})
        sender = st.text_input(
            t("Sent by (office)"), max_chars=120, placeholder=t("BKPSDM of the regency"), key="upload-sender"
        )
    ui.show(
        ui.tag(
            "p",
            t("A roster (one row a person) is counted and never kept: no name and no NIP stays."),
            " ",
            t("Answers are remembered for the sender, so that the next file of the same form asks nothing."),
            class_="note",
        )
    )
    file = uploader(t("File of the region"), "upload-file", t)
    with st.container(horizontal=True, gap="small"):
        wanted = st.button(t("Read the file"), type="primary", disabled=file is None, key="upload-read")
        _template(context, region, campaign)
    complaint()
    if wanted and file is not None:
        request = Request(
            name=PurePath(file.name.replace("\\", "/")).name,
            by=by,
            kind=FileKind(kind) if kind else None,
            region=region,
            campaign=campaign,
            sender=sender.strip() or None,
        )
        _receive(taken(file), request, t)
    _unfinished(context, offered.regions)


def _region(offered: Form, t: Text) -> str | None:
    """The region, in the link as `wilayah`."""
    key = "upload-region"

    def write() -> None:
        if chosen := st.session_state[key]:
            st.query_params[REGION] = chosen
        else:
            st.query_params.pop(REGION, None)

    if st.session_state.get(key, ...) != offered.region:
        st.session_state[key] = offered.region
    chosen: str | None = st.selectbox(
        t("Region"),
        list(offered.regions),
        index=None,
        format_func=lambda code: f"{offered.regions[code]} · {code}",
        key=key,
        placeholder=t("as the file says"),
        on_change=write,
    )
    return chosen


def _select(name: str, label: str, unsaid: str, names: Mapping[str, str]) -> str | None:
    chosen: str | None = st.selectbox(
        label, list(names), index=None, format_func=names.__getitem__, placeholder=unsaid, key=f"upload-{name}"
    )
    return chosen


def _template(context: Context, region: str | None, campaign: str | None) -> None:
    """The form that comes back without a question. It is made when the button is pressed."""
    t, frames = context.t, context.frames
    st.download_button(
        t("Download the form of this region") if region else t("Choose a region to download its form"),
        data=lambda: template(form_of(frames, region or "", campaign), now=dt.datetime.now(dt.UTC)),
        file_name=f"ikrar-{region}.xlsx",
        mime=XLSX,
        disabled=region is None,
        on_click="ignore",
        key="upload-template",
    )


def _receive(data: bytes, request: Request, t: Text) -> None:
    try:
        with bar(t) as tell:
            upload_id = desk.receive(data, request, tell)
    except IkrarError as fault:
        complain(fault, t)
        return
    st.query_params.update({UPLOAD: upload_id, STEP: UNDERSTOOD})
    st.rerun()


def _about(request: Request, names: Mapping[str, str]) -> str:
    """The region and sender of a request, as far as they are said."""
    return ", ".join(filter(None, (names.get(request.region or ""), request.sender)))


def _unfinished(context: Context, names: Mapping[str, str]) -> None:
    """Uploads that were left before they were saved, and go on where they were."""
    t, waiting = context.t, desk.unfinished()
    if not waiting:
        return
    columns = [ui.Column(t("File")), ui.Column(t("What it holds")), ui.Column(t("Since")), ui.Column(t("By"))]
    rows = [
        [
            ui.join(
                ui.link(draft.request.name, context.link("unggah", **{UPLOAD: draft.draft_id, STEP: UNDERSTOOD})),
                ui.tag("div", _about(draft.request, names), class_="note"),
            ),
            t(KINDS[draft.kind]),
            t.moment(draft.kept_at),
            draft.request.by,
        ]
        for draft in waiting
    ]
    ui.show(
        ui.finding(t("Unfinished uploads"), t("Nothing of them is saved yet.")),
        ui.table(columns, rows, t("Choose one to go on.")),
    )
