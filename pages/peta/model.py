"""The map page as a value: the finding, one map or two, the events that belong to no region on it, the best sources."""

from __future__ import annotations

from dataclasses import dataclass

from briefings.ceremonies.rows import region_names
from briefings.maps.rows import is_tally
from indicators import Scope, events_in
from indicators.question import Evidence, campaign_of
from pages import ui
from pages.context import Context
from pages.peta import asked as link
from pages.peta import lists
from pages.peta.asked import Asked, asked
from pages.peta.comparison import campaigns, changed, sides
from pages.peta.finding import Finding, of_map
from pages.peta.lists import EventList
from pages.peta.maps import Drawn, Pane, overlaid, panes
from pages.peta.risk import Risk, risk
from pages.peta.rows import map_rows, newest_of, scope_of


@dataclass(frozen=True, slots=True)
class PetaModel:
    """The whole page. `province` null = the nation; `valued` false = no region has a figure.

    `finding` is the answer; `notes` say what must be known with it; `risk` null = no overlay. `own` are events of
    provincial governments, `aside` those of central offices, election bodies and the nation, which no region's figure
    counts; null for a measure of people.
    """

    asked: Asked
    province: str | None
    province_name: str | None
    valued: bool
    finding: Finding
    notes: tuple[str, ...]
    panes: tuple[Pane, ...]
    risk: Risk | None
    evidence_href: str
    provinces_href: str
    own: EventList | None
    aside: EventList | None
    sources: tuple[ui.SourceItem, ...]
    sources_total: int


def build(context: Context) -> PetaModel:
    """The page under the context's filters and the page's own link keys (`pages.peta.asked`)."""
    province, wanted = context.filters.province, asked(context)
    name = region_names(context.frames)[province] if province else None
    scope = scope_of(context, wanted)
    overlay = risk(context, wanted) if wanted.overlay else None
    if overlay:
        drawn = [Drawn(scope, list(overlay.rows))]
        found = Finding(overlay.sentence, overlay.numbers)
        maps = overlaid(context, wanted, overlay, scope, found.words)
    else:
        drawn = _drawn(context, wanted, scope)
        found = of_map(wanted, drawn[-1].scope, name, context)
        maps = panes(context, wanted, drawn, found.words)
    events = None if is_tally(wanted.indicator) else events_in(context.frames, context.scope(province))
    used = lists.used(context, wanted.indicator, scope)
    sources = lists.sources(context.frames, used, overlay.index.source_ids if overlay else ())
    return PetaModel(
        asked=wanted,
        province=province,
        province_name=name,
        valued=any(row.text for one in drawn for row in one.rows),
        finding=found,
        notes=_notes(drawn, overlay, context, wanted),
        panes=maps,
        risk=overlay,
        evidence_href=_evidence_href(context, wanted),
        provinces_href=context.link("peta", **{**context.params, link.LEVEL: "provinsi"}),
        own=None if events is None else lists.own(context, events),
        aside=None if events is None else lists.aside(context),
        sources=tuple(sources[: lists.MOST]),
        sources_total=len(sources),
    )


def _drawn(context: Context, wanted: Asked, scope: Scope) -> list[Drawn]:
    """One question, or the two of a comparison, answered for every region."""
    asking = [(side.scope, side) for side in sides(context, wanted, scope)] if wanted.compare else [(scope, None)]
    return [
        Drawn(each, map_rows(wanted.indicator, each, context, newest_of(context, wanted, each)), side)
        for each, side in asking
    ]


def _notes(drawn: list[Drawn], overlay: Risk | None, context: Context, wanted: Asked) -> tuple[str, ...]:
    """What two maps differ in, whose index a second layer shows, which election counts are of where none is chosen."""
    if overlay:
        return (overlay.note,)
    t, found = context.t, []
    titles = [one.side.title for one in drawn if one.side]
    if len(titles) == len(drawn):
        found.append(changed(drawn[0].rows, drawn[1].rows, (titles[0], titles[1]), wanted.level, t))
    if is_tally(wanted.indicator) and drawn[-1].scope.campaign is None:
        election = campaign_of(context.frames, None, context.filters.province, Evidence.TALLIES)
        name = campaigns(context).get(election or "")
        if name:
            found.append(
                t("Counts of {election} alone: counts of several elections cannot be added up.", election=name)
            )
    return tuple(found)


def _evidence_href(context: Context, wanted: Asked) -> str:
    """What is behind the figure of the whole: the counts of OPD, or the ceremonies."""
    province = context.filters.province
    if is_tally(wanted.indicator):
        return context.link("opd", wilayah=province)
    return context.link("wilayah", wilayah=province) if province else context.link("linimasa")
