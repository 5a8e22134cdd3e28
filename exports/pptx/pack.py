"""The deck as bytes: the same deck gives the same bytes, whenever it is packed."""

from __future__ import annotations

import io

from pptx.presentation import Presentation

from briefings.briefing import Briefing
from briefings.stamp import Stamp
from exports.archive import repacked
from exports.pptx.measure import plain
from exports.pptx.text import LANGUAGES
from i18n import Text


def packed(deck: Presentation, briefing: Briefing, stamp: Stamp, t: Text) -> bytes:
    """The file, its properties saying what it is, its moments those of the stamp."""
    made = stamp.made_at.replace(tzinfo=None)
    properties = deck.core_properties
    properties.title, properties.author, properties.last_modified_by = plain(briefing.title), "Ikrar", "Ikrar"
    properties.subject = plain(" · ".join(filter(None, (briefing.place, briefing.campaign))))
    properties.keywords = stamp.code + (" · DATA CONTOH" if stamp.is_simulated else "")
    properties.comments, properties.category, properties.language = "", "", LANGUAGES[t.language].xml_value
    properties.created, properties.modified, properties.last_printed = made, made, made
    properties.revision = 1
    written = io.BytesIO()
    deck.save(written)
    return repacked(written, stamp.made_at)
