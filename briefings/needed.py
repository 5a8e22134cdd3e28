"""What would fill a section that has nothing to show: whom one asks for what, in place of an empty page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from briefings.briefing import Section, SectionName
from i18n import N_, Text

_BROUGHT: Final = N_("Brought in on the page “Upload”, it stands here in the next file.")
_NEEDED: Final[Mapping[SectionName, tuple[str, ...]]] = {
    SectionName.LINIMASA: (
        N_("The day, the place and the organiser of each ceremony, from a letter, an official release or the news."),
        N_("Who took part: all civil servants, representatives, or how many people."),
        _BROUGHT,
    ),
    SectionName.OPD: (
        N_("A list of the OPD with the number of civil servants obliged in each, and the day of that count."),
        N_("How many in each OPD took the pledge, and how many signed the integrity pact."),
        _BROUGHT,
    ),
}


def needed(section: Section, t: Text) -> tuple[str, ...]:
    """Sentences for whoever has to find the missing evidence; none where the section has a picture, which takes the
    evidence that they ask for, or where nothing is missing."""
    return () if section.picture else tuple(map(t, _NEEDED.get(section.name, ())))
