"""What the link asks for: the region, the sections, and the page of the briefing that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from briefings.briefing import Request, SectionName
from pages.context import Context

REGION: Final = "wilayah"
SECTIONS: Final = "bagian"
PAGE: Final = "halaman"
NATION: Final = ""
"""The region's value that stands for the whole country."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The request, and which of its sections is shown (from 0)."""

    request: Request
    page: int

    @property
    def shown(self) -> SectionName:
        """The section that is shown."""
        return self.request.sections[self.page]


def asked(context: Context) -> Asked:
    """What the link asks for; of what it misspells, what is shown unasked.

    Without a region of its own the page takes the province that is filtered for. A replaced code is that in force.
    """
    sections = read_sections(context.params.get(SECTIONS, ""))
    wanted = context.params.get(PAGE, "")
    page = sections.index(SectionName(wanted)) if wanted in sections else 0
    request = Request(
        region=_region(context),
        campaign=context.filters.campaign,
        as_of=context.as_of,
        audience=context.audience,
        sections=sections,
    )
    return Asked(request, page)


def whole(context: Context) -> Context:
    """The context of the whole briefing: the same on each of its pages, so that it is made once."""
    kept = {key: value for key, value in context.params.items() if key in {REGION, SECTIONS}}
    return replace(context, params=kept)


def read_sections(spelt: str) -> tuple[SectionName, ...]:
    """The sections that the link names, in their own order; all of them where it names none."""
    named = set(spelt.split(","))
    return tuple(name for name in SectionName if name in named) or tuple(SectionName)


def spell_sections(chosen: Sequence[SectionName]) -> str:
    """The sections as the link names them; empty where all or none are chosen."""
    named = [name.value for name in SectionName if name in chosen]
    return "" if len(named) in {0, len(SectionName)} else ",".join(named)


def _region(context: Context) -> str | None:
    frames, wanted = context.frames, context.params.get(REGION)
    if wanted == NATION:
        return None
    successors = dict(frames.region.select("code", "successor_code").iter_rows())
    code = successors.get(wanted or "") or wanted
    return code if code in successors else context.filters.province
