"""Step 4: what would happen if the file were saved now, row by row, and the two ways to save it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

import streamlit as st

from etl.ingest.labels import VERDICTS
from etl.ingest.values import Preview
from i18n import IkrarError, Text
from pages import ui
from pages.context import Context
from pages.ui import Card, Column, Html
from pages.unggah import desk, rows
from pages.unggah.controls import taken, uploader
from pages.unggah.model import BATCH, PREVIEW, SAVED, STEP, UPLOAD, VERDICT, WORDS
from pages.unggah.words import XLSX


def draw(upload: desk.Upload, context: Context) -> None:
    """Figures, rows, findings, and the buttons."""
    t, preview = context.t, upload.preview
    tallies = rows.tallies(preview, t)
    good = rows.to_save(preview)
    figures = {tally.verdict: _figure(tally, upload, context) for tally in tallies}
    ready = ui.figure_link(t.n("{count} row", "{count} rows", good), _address(upload, context), indicator="to_save")
    all_rows = ui.figure_link(
        t.n("{count} row", "{count} rows", preview.rows_in), _address(upload, context), indicator="rows_in"
    )
    ui.show(
        ui.answer(t("{ready} of {rows} would be saved.", ready="{ready}", rows="{rows}"), ready=ready, rows=all_rows),
        ui.cards([Card(tally.label, figures[tally.verdict], tally.note) for tally in tallies if tally.count]),
        _proposed(upload, t),
    )
    _save(upload, good, context)
    _counted(upload, context)
    _table(upload, context)
    _findings(upload, t)
    _file(upload, t)


def _figure(tally: rows.Tally, upload: desk.Upload, context: Context) -> Html:
    href = _address(upload, context, verdict=tally.verdict)
    return ui.figure_link(context.t.number(tally.count), href, indicator=f"verdict-{tally.verdict}")


def _address(upload: desk.Upload, context: Context, verdict: str | None = None) -> str:
    own = {UPLOAD: upload.upload_id, STEP: PREVIEW, VERDICT: verdict}
    return f"{context.link('unggah', **own)}#baris"


def _proposed(upload: desk.Upload, t: Text) -> Html:
    """OPD that saving would put on record."""
    names = list(upload.preview.proposed_opd.values())
    if not names:
        return Html()
    shown = ui.words.listed(names[:12], t)
    count = t.n(
        "{count} OPD would be put on record: {names}",
        "{count} OPD would be put on record: {names}",
        len(names),
        names=shown,
    )
    return ui.notice(count + (" …" if len(names) > 12 else "."))


def _save(upload: desk.Upload, good: int, context: Context) -> None:
    t, preview = context.t, upload.preview
    with st.container(horizontal=True, gap="small"):
        part = st.button(
            t.n("Save the {count} good row", "Save all {count} good rows", good),
            type="primary",
            disabled=not good,
            key="save-good",
        )
        whole = st.button(
            t("Save only if all rows are good"),
            disabled=not (good and preview.is_clean),
            help=None if preview.is_clean else t("Not all rows are good."),
            key="save-all",
        )
    if not good:
        ui.show(ui.paragraph(_why_nothing(preview, t)))
    if good and upload.is_kept and preview.refusals and not desk.awaits(preview):
        words = t("Take the file with its verdicts (below) first: once its good rows are saved, it is kept no longer.")
        ui.show(ui.tag("p", words, class_="note"))
    if not (part or whole):
        return
    try:
        with st.spinner(t("Saving …")):
            done = desk.keep_good(upload, all_or_nothing=whole)
    except IkrarError as fault:
        ui.show(ui.notice(fault.render(t), "warn"))
        return
    for key in (VERDICT, WORDS):
        st.query_params.pop(key, None)
    st.query_params.update({STEP: SAVED} | ({BATCH: done.batch} if done.batch else {}))
    st.rerun()


def _why_nothing(preview: Preview, t: Text) -> str:
    if preview.questions:
        return t("Nothing can be saved yet: answer the questions first.")
    return t("There is nothing to save: every good row is on record already.")


def _table(upload: desk.Upload, context: Context) -> None:
    """The rows, by verdict and by words in the name; both live in the link."""
    t, preview = context.t, upload.preview
    verdict, words = context.params.get(VERDICT), context.params.get(WORDS, "")
    ui.show(ui.finding(t("Rows of the file"), anchor="baris"))
    with st.container(key="row-filters", horizontal=True, gap="small"):
        _filter(verdict, t)
        _search(words, t)
    found = rows.table(preview, context.frames, t, verdict=verdict, words=words)
    if not found.rows:
        ui.show(ui.empty(t("No row of the file is like that.")))
        return
    has_figures = any(row.figures for row in found.rows)
    columns = [
        Column(t("Unit or region")),
        Column(t("What becomes of it")),
        *([Column(t("Figures"))] if has_figures else []),
        Column(t("What is said of it")),
    ]
    cells = [
        [
            _unit(row, t),
            ui.mark(t(VERDICTS[row.verdict]), "warn" if row.verdict in {"conflict", "refused", "held"} else "plain"),
            *([_lines(row.figures)] if has_figures else []),
            _lines(row.said),
        ]
        for row in found.rows
    ]
    caption = t("{shown} of {total} rows", shown=t.number(len(found.rows)), total=t.number(found.total))
    ui.show(_stacked(ui.table(columns, cells, caption)))


def _counted(upload: desk.Upload, context: Context) -> None:
    """What the people of a roster add up to: a person has no figures, a unit does."""
    t = context.t
    found = rows.counted(upload.preview, context.frames, t)
    if not found.rows:
        return
    columns = [Column(t("Unit or region")), Column(t("Of whom")), Column(t("Figures"))]
    caption = t("{shown} of {total} rows", shown=t.number(len(found.rows)), total=t.number(found.total))
    ui.show(
        ui.finding(t("What the people add up to"), anchor="hitungan"),
        _stacked(ui.table(columns, found.rows, caption)),
    )


def _stacked(table: Html) -> Html:
    """A table whose rows are read downwards on a phone."""
    return ui.tag("div", table, class_="stacked")


def _lines(said: Sequence[str]) -> Html | None:
    return ui.join(*(ui.tag("div", words, class_="wide") for words in said)) or None


def _unit(row: rows.RowView, t: Text) -> Html:
    """What the row is about; beneath it where that is, and how the file writes it."""
    stated = t("written: {name}", name=row.stated) if row.stated else ""
    notes = filter(None, (row.region, row.place, stated))
    return ui.join(row.unit, *(ui.tag("div", note, class_="note") for note in notes))


def _filter(verdict: str | None, t: Text) -> None:
    key, names = "rows-verdict", {"": t("all"), **{code: t(label) for code, label in VERDICTS.items()}}

    def write() -> None:
        if chosen := st.session_state[key]:
            st.query_params[VERDICT] = chosen
        else:
            st.query_params.pop(VERDICT, None)

    value = verdict if verdict in VERDICTS else ""
    if st.session_state.get(key, ...) != value:
        st.session_state[key] = value
    st.selectbox(t("What becomes of it"), list(names), format_func=names.__getitem__, key=key, on_change=write)


def _search(words: str, t: Text) -> None:
    key = "rows-words"

    def write() -> None:
        if chosen := st.session_state[key].strip():
            st.query_params[WORDS] = chosen
        else:
            st.query_params.pop(WORDS, None)

    if st.session_state.get(key, ...) != words:
        st.session_state[key] = words
    st.text_input(t("Words in the name"), max_chars=80, key=key, on_change=write)


def _findings(upload: desk.Upload, t: Text) -> None:
    preview = upload.preview
    good = t("A good row is saved as printed all the same.")
    groups = (
        (t("Refused, and why"), "", preview.refusals, "tolak"),
        (t("Warnings: look again"), good, preview.warnings, "ingat"),
    )
    columns = [Column(t("Place")), Column(t("What is wrong")), Column(t("What to do"))]
    for heading, lead, found, anchor in groups:
        if not found:
            continue
        shown = rows.findings(found, t)
        cells = [[one.place, one.message, one.suggestion or None] for one in shown]
        caption = t("{shown} of {total} rows", shown=t.number(len(shown)), total=t.number(len(found)))
        ui.show(ui.finding(heading, lead, anchor), _stacked(ui.table(columns, cells, caption)))


def _file(upload: desk.Upload, t: Text) -> None:
    """The file back, with a verdict beside each row; made when asked for. Of a roster it takes the file once more."""
    name = f"ikrar-{PurePath(upload.preview.request.name).stem}.xlsx"
    lead = t("The rows as they came, with what becomes of each. Corrected and sent again, it is recognised.")
    ui.show(ui.finding(t("The file with its verdicts"), lead))
    data: bytes | None = None
    if not upload.is_kept:
        again = uploader(t("The same file"), f"verdicts-{upload.upload_id}", t)
        if again is None:
            ui.show(ui.paragraph(t("A roster is never kept: choose the same file once more.")))
            return
        data = taken(again)
    st.download_button(
        t("Download as XLSX"),
        data=lambda: desk.answered_file(upload, data, t),
        file_name=name,
        mime=XLSX,
        on_click="ignore",
        icon=":material/download:",
        key="preview-file",
    )
