"""The page as a value: the briefing that the files will hold, and the section that is looked at."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass

import geo
from briefings.briefing import Briefing, Section, SectionName
from briefings.build import brief
from briefings.finding import Finding, Reference
from briefings.picture import MapDrawing, Picture
from exports import pictures
from indicators.question import NATION_NAME, Evidence
from indicators.registry import INDICATORS
from indicators.scope import ALL_CAMPAIGNS
from pages import stores
from pages.context import Context
from pages.paparan.asked import NATION, PAGE, REGION, Asked, asked, whole

MAP_CM = (24.0, 12.5)
"""The map as it is shown, in the proportions that a slide gives it."""


@dataclass(frozen=True, slots=True)
class Step:
    """A section that can be looked at: its name, its heading, the way to it."""

    name: SectionName
    heading: str
    href: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class View:
    """The page. `section` is the one that is looked at; `map_image` its map as an address that holds it, null = its
    picture is no map. `earlier` and `later` are the ways to its neighbours, null = it has none."""

    asked: Asked
    briefing: Briefing
    section: Section
    steps: tuple[Step, ...]
    map_image: str | None
    earlier: str | None
    later: str | None


def build(context: Context) -> View:
    """The page under the context's filters and the page's own link keys (`pages.paparan.asked`)."""
    wanted = asked(context)
    made = stores.view(briefing, whole(context))
    section = made.sections[wanted.page]
    hrefs = [_href(context, wanted, each.name) for each in made.sections]
    steps = tuple(
        Step(each.name, each.heading, href, each.name == section.name)
        for each, href in zip(made.sections, hrefs, strict=True)
    )
    return View(
        wanted,
        made,
        section,
        steps,
        _map_image(section.picture, context),
        hrefs[wanted.page - 1] if wanted.page else None,
        hrefs[wanted.page + 1] if wanted.page + 1 < len(hrefs) else None,
    )


def briefing(context: Context) -> Briefing:
    """The briefing that the link asks for, as files of it hold it."""
    layer = next(iter(official for official in geo.layers(stores.store_path()) if official.kind == "resmi"), None)
    return brief(context.frames, asked(context).request, context.t, layer or geo.layers(stores.store_path())[0])


def regions(context: Context) -> Mapping[str, str]:
    """What can be chosen: the nation, each province, and each kabupaten and kota, in the order of their codes."""
    frame = context.frames.region
    in_force = frame.filter(frame["successor_code"].is_null()).sort("code")
    return {NATION: NATION_NAME} | dict(in_force.select("code", "name").iter_rows())


def evidence_href(reference: Reference, context: Context) -> str:
    """The page that shows what is behind a figure: counts of an OPD, or ceremonies of a region."""
    scope, code = reference.query.scope, reference.code
    region = (code or scope.region or "").split("/")[0] or None
    campaign = None if scope.campaign == ALL_CAMPAIGNS else scope.campaign
    counts_people = INDICATORS[reference.query.indicator].evidence is Evidence.TALLIES
    if reference.part == "units" and not counts_people:
        return context.link("peta", kampanye=campaign, provinsi=region and region[:2], tingkat=scope.level)
    return context.link("opd" if counts_people and region else "wilayah", kampanye=campaign, wilayah=region)


def number_links(finding: Finding, context: Context) -> dict[str, tuple[str, str]]:
    """The words of each number of a finding, and the way to what is behind it."""
    return {
        place: (number.words, evidence_href(number.reference, context)) for place, number in finding.numbers.items()
    }


def _href(context: Context, wanted: Asked, name: SectionName) -> str:
    first = name == wanted.request.sections[0]
    return context.link("paparan", **{**context.params, PAGE: None if first else name.value})


def permalink(context: Context, wanted: Asked) -> str:
    """The address that shows this briefing for ever."""
    kept = whole(context).params
    return context.permalink("paparan", **{**kept, REGION: wanted.request.region or NATION})


def _map_image(picture: Picture | None, context: Context) -> str | None:
    if picture is None or not isinstance(picture.drawing, MapDrawing):
        return None
    drawn = pictures.bare(picture, context.t, "svg", *MAP_CM)
    return f"data:image/svg+xml;base64,{base64.b64encode(drawn).decode()}"
