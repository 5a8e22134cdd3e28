"""States and evidence grades as small marks that do not need colour: a glyph and a word, and a border of their own."""

from __future__ import annotations

from i18n import Text
from indicators.words import GLYPHS, GRADES, STATE_MEANINGS, STATES, word
from pages.ui.html import Html, tag


def state_badge(state: str, t: Text) -> Html:
    """One of the five states: glyph, word, and a border pattern (solid, dashed, dotted, double, none)."""
    glyph = tag("span", GLYPHS.get(state, ""), class_="glyph", aria_hidden="true")
    meaning = STATE_MEANINGS.get(state)
    return tag("span", glyph, word(STATES, state, t), class_=f"badge state {state}", title=meaning and t(meaning))


def grade_badge(grade: str | None, t: Text) -> Html:
    """The evidence grade: its letter and what it is. Null prints an en dash."""
    if grade is None:
        return tag("span", "–", class_="none")
    return tag("span", tag("b", grade), " ", word(GRADES, grade, t), class_=f"badge grade grade-{grade.lower()}")


def mark(label: str, kind: str = "plain", hint: str | None = None) -> Html:
    """Any other short mark, e.g. a date's status. `kind` is `plain` or `warn`."""
    return tag("span", label, class_=f"badge {kind}", title=hint)
