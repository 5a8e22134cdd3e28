"""A briefing as a deck: the cover, then the slides of each section."""

from __future__ import annotations

from briefings.briefing import Briefing
from briefings.progress import Begun, unheard
from briefings.stamp import Stamp
from exports.pptx import cover, slides
from exports.pptx.look import blank
from exports.pptx.pack import packed
from exports.pptx.sheet import Maker
from exports.pptx.stage import Stage, content_layout
from exports.pptx.template import opened
from i18n import Text


def deck(briefing: Briefing, stamp: Stamp, t: Text, template: bytes | None = None, begun: Begun = unheard) -> bytes:
    """The deck as .pptx in the language of `t`: 16:9 with our look, or as the template (.pptx or .potx) is.

    The same arguments give the same bytes. `begun` is told of each section, and of the writing. Raises BadInput for a
    template that cannot be used.
    """
    made = blank() if template is None else opened(template, t("PowerPoint template"))
    cover.add(made, briefing, stamp, t)
    maker = Maker(made, Stage.of(made, content_layout(made), t.language), briefing, stamp, t)
    for section in briefing.sections:
        begun(t("Composing: {section}", section=section.heading))
        slides.add(maker, section)
    begun(t("Writing the file"))
    return packed(made, briefing, stamp, t)
