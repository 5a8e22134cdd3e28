"""Draws a contradiction: the sides beside each other, each with who says so, where and when."""

from __future__ import annotations

from i18n import Text
from indicators.words import CLAIM_STATUSES, word
from pages import ui
from pages.kontradiksi.model import Dispute
from pages.ui import Html
from pages.wilayah.claims import Statement, Voice
from warehouse.vocabulary import ClaimStatus

_GLYPHS = {ClaimStatus.ACCEPTED: "✓", ClaimStatus.REJECTED: "✗", ClaimStatus.OPEN: "?"}


def side_name(place: int) -> str:
    """What a side is called: A, B, … The words of a source never become the label of a control."""
    return chr(ord("A") + place)


def dispute(one: Dispute, t: Text, onward: Html | None = None) -> Html:
    """One contradiction. `onward` is what can be done about it."""
    heading = ui.tag("h3", ui.link(one.title, one.href))
    about = ui.tag("p", " · ".join(filter(None, (one.field.label, one.when))), class_="by")
    sides = (_side(place, statement, t) for place, statement in enumerate(one.field.statements))
    resting = t("Indicators: {names}.", names=", ".join(one.indicators)) if one.indicators else None
    depends = ui.tag("p", ui.join(t("Depends on it: {what}.", what=one.depends), resting, by=" "), class_="note")
    return ui.tag(
        "section", heading, about, ui.tag("div", *sides, class_="sides"), depends, onward, class_="dispute", id=one.key
    )


def settled(one: Dispute, t: Text) -> Html:
    """A decided contradiction, folded: what it is about and the side that holds; unfolded both sides and the reason."""
    holds = [side.value for side in one.field.statements if side.status == ClaimStatus.ACCEPTED]
    summary = ui.tag(
        "summary",
        ui.tag("span", one.title, class_="what"),
        ui.tag("span", f"{one.field.label}: ", ui.tag("b", "; ".join(holds)), class_="holds"),
    )
    return ui.tag("details", summary, dispute(one, t), class_="folded")


def _side(place: int, statement: Statement, t: Text) -> Html:
    status = ClaimStatus(statement.status)
    standing = ui.mark(f"{_GLYPHS[status]} {word(CLAIM_STATUSES, status, t)}", f"claim-{status}")
    qualifier = f" ({statement.qualifier})" if statement.qualifier else ""
    value = ui.tag(
        "p", ui.tag("b", f"{side_name(place)}. "), ui.tag("span", statement.value, class_="value"), qualifier
    )
    decided = [statement.decided] if statement.decided else []
    reasons = [ui.tag("p", reason, class_="note") for reason in (*statement.reasons, *decided)]
    voices = ui.tag("ul", *(_voice(voice, t) for voice in statement.voices), class_="voices")
    return ui.tag("div", value, ui.tag("p", standing), voices, *reasons, class_=f"side {status}")


def _voice(voice: Voice, t: Text) -> Html:
    source = voice.source
    name = ui.link(source.publisher, source.href, title=source.title) if source.href else ui.text(source.publisher)
    day = t.date(source.published_on, "short") if source.published_on else t("no date")
    printed = ui.tag("q", voice.stated) if voice.stated else t("not quoted")
    return ui.tag(
        "li",
        printed,
        ui.tag("div", name, ", ", day, " ", ui.grade_badge(source.grade, t), class_="note"),
        data_claim=voice.claim_id,
    )
