"""Draws sources and method."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefings.table import Table
from i18n import Text
from indicators.words import GRADES, STATE_MEANINGS
from pages import downloads, stores, ui
from pages.context import Context
from pages.sumber import method, tables
from pages.sumber.model import DefinitionView, View, build
from pages.way_on import way_on


def render(context: Context) -> None:
    """Draw the page."""
    t = context.t
    view = stores.view(build, context)
    voices = _figure(t.n("{count} independent voice", "{count} independent voices", view.voices), "voices")
    sources = _figure(t.n("{count} source", "{count} sources", len(view.sources)), "sources")
    ui.show(
        ui.title(t("What does all this rest on?")),
        ui.answer(
            t("{sources}, {voices}; every figure leads back to them.", **_PLACES), sources=sources, voices=voices
        ),
        _contents(t),
    )
    _sources(view, context)
    ui.show(_evidence(t), _states(t))
    ui.show(
        ui.finding(
            t("How each indicator is computed"), t("These are the definitions the code computes by."), "indikator"
        ),
        *(_definition(definition) for definition in view.definitions),
    )
    _menu("definitions", lambda: tables.definitions(t), context)
    ui.show(_prose(t, t("How counts are read"), method.COUNTS, "angka"))
    ui.show(_prose(t, t("How dates are corrected"), method.DATES, "tanggal"))
    ui.show(_regulations(view, t))
    if view.regulations:
        _menu("regulations", lambda: tables.regulations(context), context)
    ui.show(_campaigns(view, t))
    if view.campaigns:
        _menu("elections", lambda: tables.elections(context), context)
    ui.show(_prose(t, t("How the map is drawn"), method.MAP, "peta"))
    ui.show(_snapshot(context), _prose(t, t("What this cannot tell"), method.LIMITS, "batas"))


_PLACES = {"sources": "{sources}", "voices": "{voices}"}


def _figure(words: str, counted: str) -> ui.Html:
    return ui.figure_link(words, "#sumber", indicator=counted)


def _contents(t: Text) -> ui.Html:
    parts = (
        ("sumber", t("Sources")),
        ("bukti", t("Evidence grades")),
        ("keadaan", t("The five states")),
        ("indikator", t("How each indicator is computed")),
        ("tanggal", t("How dates are corrected")),
        ("peraturan", t("Regulations")),
        ("peta", t("How the map is drawn")),
        ("batas", t("What this cannot tell")),
    )
    return ui.tag("nav", ui.join(*(ui.link(name, f"#{anchor}") for anchor, name in parts), by=" · "), class_="contents")


def _sources(view: View, context: Context) -> None:
    t = context.t
    ui.show(ui.finding(t("Sources"), anchor="sumber"))
    if not view.sources:
        ui.show(ui.empty(t("No source is on record yet."), way_on(context)))
        return
    shown, caption = ui.first(view.sources, t("All sources, best evidence first"), "sources", t)
    columns = [
        ui.Column(t("Source")),
        ui.Column(t("Publisher")),
        ui.Column(t("Published")),
        ui.Column(t("Grade")),
        ui.Column(t("Supports")),
    ]
    rows = [
        (
            ui.join(
                ui.source_title(row.item),
                ui.tag("div", row.item.note, class_="note") if row.item.note else None,
            ),
            ui.join(row.item.publisher, ui.tag("div", _nature(row.kind, row.copy_of, t), class_="note")),
            t.date(row.item.published_on, "short"),
            ui.grade_badge(row.item.grade, t),
            ui.join(*(ui.link(name, href) for name, href in row.supports), by="; ") or "–",
        )
        for row in shown
    ]
    ui.show(ui.table(columns, rows, caption, stacked=True))
    _menu("sources", lambda: tables.sources(view, t), context)


def _menu(name: str, make: Callable[[], Table], context: Context) -> None:
    downloads.table_menu(name, make, context, context.permalink("sumber"))


def _nature(kind: str, copy_of: str | None, t: Text) -> str:
    return t("{kind}, copy of a release by {publisher}", kind=kind, publisher=copy_of) if copy_of else kind


def _evidence(t: Text) -> ui.Html:
    rows = [(ui.tag("b", grade), t(name)) for grade, name in GRADES.items()]
    explanation = t("The grade says how near a source is to the people who signed, not whether it is right.")
    return ui.join(
        ui.finding(t("Evidence grades"), explanation, "bukti"),
        ui.table([ui.Column(t("Grade")), ui.Column(t("What it is"))], rows, t("From the strongest to the weakest")),
    )


def _states(t: Text) -> ui.Html:
    rows = [(ui.state_badge(state, t), t(meaning)) for state, meaning in STATE_MEANINGS.items()]
    explanation = t("They are never mixed, and they can be told apart without colour.")
    return ui.join(
        ui.finding(t("The five states"), explanation, "keadaan"),
        ui.table([ui.Column(t("State")), ui.Column(t("What it means"))], rows, t("The states a figure can be in")),
    )


def _definition(definition: DefinitionView) -> ui.Html:
    return ui.join(
        ui.tag("h3", definition.label, " ", ui.tag("code", definition.name), id=f"indikator-{definition.name}"),
        ui.facts([*definition.facts, *definition.states]),
    )


def _prose(t: Text, heading: str, sentences: Sequence[str], anchor: str) -> ui.Html:
    items = (ui.tag("li", t(sentence)) for sentence in sentences)
    return ui.join(ui.finding(heading, anchor=anchor), ui.tag("ul", *items, class_="prose"))


def _regulations(view: View, t: Text) -> ui.Html:
    columns = [
        ui.Column(t("Regulation")),
        ui.Column(t("What it does here")),
        ui.Column(t("Issued by")),
        ui.Column(t("In force from")),
        ui.Column(t("Read at")),
    ]
    rows = [
        (row.title, row.subject, row.issued_by, row.in_force, ui.link(row.source, row.href) if row.href else row.source)
        for row in view.regulations
    ]
    return ui.join(
        ui.finding(t("Regulations"), t("Only those whose text or report was read; each with its source."), "peraturan"),
        ui.table(columns, rows, t("Laws, joint decrees and circulars that pledges rest on"))
        if rows
        else ui.empty(t("No regulation is on record.")),
    )


def _campaigns(view: View, t: Text) -> ui.Html:
    columns = [ui.Column(t("Election")), ui.Column(t("Polling day")), ui.Column(t("Campaign")), ui.Column(t("Read at"))]
    rows = [
        (row.name, row.election, row.campaign, ui.link(row.source, row.href) if row.href else row.source)
        for row in view.campaigns
    ]
    return ui.join(ui.finding(t("Elections")), ui.table(columns, rows, t("Elections and their campaign periods")))


def _snapshot(context: Context) -> ui.Html:
    t, snapshot = context.t, context.frames.snapshot
    facts = [
        (t("Snapshot"), t.number(snapshot.number)),
        (t("Taken"), t.moment(snapshot.taken_at)),
        (t("Check every file and the log"), ui.tag("code", "ikrar verify")),
        (t("What changed between two snapshots"), ui.tag("code", "ikrar diff 1 2")),
        (t("The same figures as a file"), ui.tag("code", "ikrar query documented_events --level provinsi --json")),
    ]
    return ui.join(ui.finding(t("Check it yourself"), anchor="periksa"), ui.facts(facts))
