"""A region's briefing, made of the sections asked for."""

from __future__ import annotations

from collections.abc import Callable

from briefings.asked import Asked
from briefings.briefing import SECTION_NAMES, Briefing, Request, Section, SectionName
from briefings.progress import Begun, unheard
from briefings.sections import belum_melapor, linimasa, metode, opd, peta, ringkasan
from geo import Layer
from i18n import Text
from warehouse.frames import Frames

SECTIONS: dict[SectionName, Callable[[Asked], Section]] = {
    SectionName.RINGKASAN: ringkasan.section,
    SectionName.PETA: peta.section,
    SectionName.LINIMASA: linimasa.section,
    SectionName.OPD: opd.section,
    SectionName.BELUM_MELAPOR: belum_melapor.section,
    SectionName.METODE: metode.section,
}
"""What answers each section."""


def brief(frames: Frames, request: Request, t: Text, layer: Layer, begun: Begun = unheard) -> Briefing:
    """The briefing in the reader's language, its maps drawn on `layer`. The same arguments give the same briefing.

    `begun` is told of each section. Raises NotFound for an unknown region or campaign.
    """
    asked = Asked.of(frames, request, t, layer)

    def made(name: SectionName) -> Section:
        begun(t("Working out: {section}", section=t(SECTION_NAMES[name])))
        return SECTIONS[name](asked)

    return Briefing(
        request=request,
        place=asked.place,
        campaign=asked.election,
        title=t("Neutrality pledge of civil servants in {place}", place=asked.place),
        sections=tuple(map(made, request.sections)),
    )
