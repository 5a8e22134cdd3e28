"""Draws one ceremony in full."""

from __future__ import annotations

from i18n import Text
from pages import ui
from pages.wilayah.ceremony import CeremonyView, FieldInFull
from pages.wilayah.draw_claims import statements


def draw(view: CeremonyView, t: Text) -> None:
    """The ceremony: what was corrected, every field with every claim, the sources."""
    name, href = view.up
    row = view.row
    back = ui.tag("p", ui.link(f"← {name}", href), class_="by")
    facts = [
        part for part in (row.campaign, row.date if not row.date_note else f"{row.date} ({row.date_note})") if part
    ]
    lead = ui.tag("p", " · ".join(facts), " ", ui.grade_badge(row.grade, t), class_="answer")
    ui.show(back, ui.title(row.title), lead, ui.paragraph(view.lead))
    for correction in view.corrections:
        ui.show(ui.notice(correction, "warn"))
    ui.show(ui.finding(t("What is stated, and by whom"), _lead(t)), *(_field(one, t) for one in view.fields))
    ui.show(ui.sources(view.sources, t))


def _lead(t: Text) -> str:
    return t(
        "Bold: what enters the figures. Below it every claim with the words of its source; "
        "a claim that was not accepted stays, with the reason."
    )


def _field(one: FieldInFull, t: Text) -> ui.Html:
    note = ui.mark(one.note) if one.note else None
    state = None
    if one.claims.contested:
        words = t("contradiction, open") if one.claims.open else t("contradiction, settled")
        state = ui.mark(words, "warn")
    head = ui.tag("h3", one.claims.label)
    value = ui.tag("p", ui.tag("b", one.value), " ", ui.join(note, state, by=" "))
    return ui.tag("section", head, value, statements(one.claims, t, already=one.value), class_="field")
