"""The form for a duty: a region sets its own deadlines. What is saved is one batch, which can be undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import streamlit as st

from etl.obligations import DutyEntry, Letter, enter
from i18n import N_, BadInput, Conflict, IkrarError, Text
from indicators.words import DUTIES, DUTY_STATUSES, word
from pages import stores, ui, workbench
from pages.context import Context
from pages.kewajiban.entry import Choices, Given, choices, given, units_of
from pages.kewajiban.model import BATCH, DUTY, REGION, SAVED, STEP, WHAT
from pages.link import FIRST_DAY, LAST_DAY
from pages.ui import Html
from warehouse.vocabulary import Duty, DutyScope, DutyStatus

SCOPES: dict[str, str] = {
    DutyScope.EVERY_OPD: N_("every OPD of the region"),
    DutyScope.OPD: N_("one OPD"),
    DutyScope.REGION: N_("the region itself"),
}
_FAULT, _DOUBLE = "duty-fault", "duty-double"
"""Keys of the session: why the duty could not be saved, said once; and which one has one of its kind on record."""


def may_enter(context: Context) -> bool:
    """True for the analyst at this PC who looks at the newest real data."""
    return workbench.is_open(context)


def invite(href: str, context: Context) -> None:
    """The way to the form, for who may use it."""
    t = context.t
    if may_enter(context):
        ui.show(ui.tag("p", ui.link(t("Enter a duty or an exemption"), href, class_="go"), class_="onward"))


def saved(context: Context) -> Html:
    """What was just saved, with the way to see and to undo it."""
    t, batch = context.t, context.params.get(BATCH, "")
    ways = (
        ui.link(t("See in the history what changed"), context.link("riwayat", batch=batch)),
        ui.link(t("Undo it"), context.link("riwayat", batch=batch, langkah="batalkan")),
    )
    words = t("The duty is on record as batch {batch}.", batch=batch)
    return ui.tag("div", words, " ", ui.join(*ways, by=" · "), class_="notice info", role="status")


def draw(context: Context) -> None:
    """The form, filled with the duty to be corrected where the link names one."""
    t = context.t
    ui.show(
        ui.tag("p", ui.link(f"← {t('Duties')}", context.link("kewajiban", wilayah=context.params.get(REGION)))),
        ui.title(t("Enter a duty"), t("Who owes what until when, as a letter sets it. Offices, not names of persons.")),
    )
    if by := workbench.who(context, t("Duties can be entered only at the PC that Ikrar runs on.")):
        if fault := st.session_state.pop(_FAULT, None):
            ui.show(ui.notice(fault, "warn"))
        _form(given(context), choices(context), by, context)


def _form(before: Given, known: Choices, by: str, context: Context) -> None:
    t = context.t
    own = before.obligation_id or "new"
    with st.container(key="duty-fields", horizontal=True, gap="small"):
        campaign = _choice(t("Election"), known.campaigns, before.campaign_id, f"duty-election-{own}")
        region = _choice(t("Region"), known.regions, before.region_code, f"duty-region-{own}", t("Choose a region"))
        scope = _choice(t("Whom it binds"), _words(SCOPES, t), before.scope, f"duty-scope-{own}")
        units = units_of(context, region) if scope == DutyScope.OPD and region else {}
        unit = (
            _choice(t("OPD"), units, before.opd_id, f"duty-unit-{region}-{own}", t("Choose an OPD")) if units else None
        )
        what = _choice(t("Duty"), _words(DUTIES, t), before.what, f"duty-what-{own}")
        status = _choice(t("Obliged or exempt"), _words(DUTY_STATUSES, t), before.status, f"duty-status-{own}")
    if scope == DutyScope.OPD and region and not units:
        ui.show(ui.notice(t("No OPD of this region is on record yet. Bring in its list on the page Upload.")))
    is_exempt = status == DutyStatus.TIDAK_WAJIB
    due, stated, reason = None, "", ""
    with st.container(key="duty-terms", horizontal=True, gap="small"):
        if is_exempt:
            reason = _text(t("Reason of the exemption"), before.reason, f"duty-reason-{own}")
        else:
            due = _day(t("Deadline"), before.due_date, f"duty-due-{own}")
            stated = _text(t("Deadline as the letter words it"), before.due_stated, f"duty-due-stated-{own}")
    ui.show(ui.tag("h3", t("The letter that sets it")))
    with st.container(key="duty-letter", horizontal=True, gap="small"):
        office = _text(t("Office"), before.letter.office, f"duty-office-{own}", t("Sekretaris Daerah Kabupaten …"))
        number = _text(t("Number of the letter"), before.letter.number, f"duty-number-{own}")
        dated = _day(t("Dated"), before.letter.dated, f"duty-dated-{own}")
    entry = DutyEntry(
        campaign_id=campaign or "",
        region_code=region or "",
        scope=DutyScope(scope),
        what=Duty(what),
        status=DutyStatus(status),
        letter=Letter(office, number, dated),
        opd_id=unit,
        due_date=due,
        due_stated=stated,
        reason=reason,
        corrects=before.obligation_id,
    )
    beside = st.session_state.get(_DOUBLE) == _bound(entry) and st.checkbox(t("Both duties stand"), key="duty-beside")
    if st.button(t("Save the duty"), type="primary", key="duty-save"):
        _save(entry, by, context, beside=beside)


def _bound(entry: DutyEntry) -> tuple[str | None, ...]:
    """Which duties are of one kind for the same units: of two, somebody has to say that both stand."""
    return entry.campaign_id, entry.region_code, entry.scope, entry.opd_id, entry.what


def _save(entry: DutyEntry, by: str, context: Context, *, beside: bool) -> None:
    try:
        done = enter(stores.store(sample=False), entry, by=by, now=dt.datetime.now(dt.UTC), beside=beside)
        if not done.is_new:
            raise BadInput(N_("Nothing differs from what is on record."), next_step=N_("Change a field, or leave it."))
    except IkrarError as fault:
        st.session_state[_FAULT] = fault.render(context.t)
        st.session_state[_DOUBLE] = _bound(entry) if isinstance(fault, Conflict) else None
        st.rerun()
    st.session_state.pop(_DOUBLE, None)
    st.query_params.pop(DUTY, None)
    st.query_params.update(
        {
            STEP: SAVED,
            BATCH: done.snapshot.batch.batch_id,
            REGION: entry.region_code,
            WHAT: entry.what.value,
            "kampanye": entry.campaign_id,
        }
    )
    st.rerun()


def _words(names: Mapping[str, str], t: Text) -> dict[str, str]:
    return {code: word(dict(names), code, t) for code in names}


def _choice(label: str, names: Mapping[str, str], value: str | None, key: str, placeholder: str = "") -> Any:
    """A list; with a placeholder nothing is chosen at first unless `value` is. Null = nothing chosen."""
    codes = list(names)
    place = codes.index(value) if value is not None and value in names else (None if placeholder else 0)
    return st.selectbox(
        label, codes, index=place, format_func=names.__getitem__, key=key, placeholder=placeholder or None
    )


def _text(label: str, value: str, key: str, placeholder: str = "") -> str:
    return st.text_input(label, value, max_chars=300, key=key, placeholder=placeholder or None)


def _day(label: str, value: dt.date | None, key: str) -> dt.date | None:
    found: dt.date | None = st.date_input(
        label, value, min_value=FIRST_DAY, max_value=LAST_DAY, format="DD/MM/YYYY", key=key
    )
    return found
