"""The pieces all pages are drawn with: pure builders of HTML, and `show`, which puts it on the page.

Plain text is escaped wherever it enters; `Html` is what these builders give. Looks live in `assets/ikrar.css`.
"""

from indicators import words
from pages.ui.badges import grade_badge, mark, state_badge
from pages.ui.bars import state_bar
from pages.ui.figures import Card, answer, cards, facts, figure_link
from pages.ui.html import Html, join, link, show, tag, text
from pages.ui.long import first
from pages.ui.notes import SourceItem, empty, finding, notice, paragraph, source_title, sources, title
from pages.ui.tables import Column, table

__all__ = [
    "Card",
    "Column",
    "Html",
    "SourceItem",
    "answer",
    "cards",
    "empty",
    "facts",
    "figure_link",
    "finding",
    "first",
    "grade_badge",
    "join",
    "link",
    "mark",
    "notice",
    "paragraph",
    "show",
    "source_title",
    "sources",
    "state_badge",
    "state_bar",
    "table",
    "tag",
    "text",
    "title",
    "words",
]
