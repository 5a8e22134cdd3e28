"""Draws fields with their claims: a value, who says so and how each prints it, and why a value gave way."""

from __future__ import annotations

from i18n import Text
from indicators.words import CLAIM_STATUSES, word
from pages import ui
from pages.ui import Html
from pages.wilayah.claims import FieldView, Statement, Voice
from warehouse.vocabulary import ClaimStatus

_GLYPHS = {ClaimStatus.ACCEPTED: "✓", ClaimStatus.REJECTED: "✗", ClaimStatus.OPEN: "?"}


def statements(view: FieldView, t: Text, already: str | None = None) -> Html:
    """Every value that sources give a field; each claim is an element `data-claim`.

    `already` is the value printed above: where all sources agree on it, it is not said again.
    """
    agreed = len(view.statements) == 1 and view.statements[0].value == already
    return ui.tag("ul", *(_statement(one, t, agreed=agreed) for one in view.statements), class_="statements")


def _statement(one: Statement, t: Text, *, agreed: bool) -> Html:
    status = word(CLAIM_STATUSES, one.status, t)
    glyph = _GLYPHS[ClaimStatus(one.status)]
    qualifier = f" ({one.qualifier})" if one.qualifier else ""
    value = ui.tag("s" if one.status == ClaimStatus.REJECTED else "span", one.value)
    said = None if agreed else ui.join(" ", value, qualifier, " —")
    voices = ui.join(*(_voice(voice) for voice in one.voices), by="; ")
    reasons = [ui.tag("p", reason, class_="note") for reason in (*one.reasons, *([one.decided] if one.decided else []))]
    head = ui.tag("p", ui.mark(f"{glyph} {status}", f"claim-{one.status}"), said, " ", voices)
    return ui.tag("li", head, *reasons, class_=one.status)


def _voice(voice: Voice) -> Html:
    source = voice.source
    name = ui.link(source.publisher, source.href, title=source.title) if source.href else ui.text(source.publisher)
    printed = f": “{voice.stated}”" if voice.stated else None
    return ui.tag("span", name, ui.tag("span", f" {source.grade}", class_="note"), printed, data_claim=voice.claim_id)
