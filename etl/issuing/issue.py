"""What can be handed out: a briefing whole, a part of it, or a single picture or table of any page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from briefings.briefing import Briefing, Request, SectionName
from briefings.build import brief
from briefings.picture import MapDrawing, Picture
from briefings.refusals import refusals
from briefings.regional import regional
from briefings.table import Table
from etl.issuing import makers
from etl.issuing.handing import Issued, Origin, Seen, Showing, hand_out
from etl.issuing.kinds import KINDS, PICTURES, PLACES, TABLES, WHOLE, WORKED_WITH, PictureForm, Wishes
from etl.issuing.paths import page_of
from etl.issuing.progress import Progress, Steps, unheard
from exports.data.places import has_regions
from geo import register
from i18n import N_, BadInput, Text
from indicators.registry import DEFINITIONS
from indicators.scope import ALL_CAMPAIGNS
from warehouse.vocabulary import Audience

NO_WISHES = Wishes()


def known_kind(kind: str) -> None:
    """Raises BadInput for a kind that is none of `KINDS`."""
    if kind not in KINDS:
        raise BadInput(
            N_("There is no kind of file “{kind}”."), next_step=N_("Known: {known}."), kind=kind, known=", ".join(KINDS)
        )


def issue(
    origin: Origin,
    request: Request,
    kind: str,
    wishes: Wishes = NO_WISHES,
    *,
    path: str | None = None,
    progress: Progress = unheard,
) -> Issued:
    """A briefing as a file of a kind of `KINDS`. One that holds no whole briefing takes a part, as `issue_part` does;
    where all sections are asked for, that of the map, or as data the figures of every region (`regional`).

    The state is the origin's, whatever day the request names. `path`: the page that shows the same figures for ever,
    null = the region's. `progress` is told the steps of a whole briefing. Raises BadInput for an unknown kind,
    NotFound for an unknown region or election, and what `hand_out` raises.
    """
    known_kind(kind)
    if kind not in WHOLE:
        asks_for_all = request.sections == tuple(SectionName)
        if asks_for_all and kind not in PICTURES:
            return _issue_regional(origin, request, kind, wishes, path)
        part = replace(request, sections=(SectionName.PETA,)) if asks_for_all else request
        return issue_part(origin, part, kind, wishes, path=path)
    count = len(request.sections)
    steps = Steps(progress, count + (count if kind in makers.BY_SECTION else 0) + 1)
    briefing = brief(origin.frames, _dated(origin, request), origin.t, origin.layer, steps.begin)
    if kind in WORKED_WITH:
        every = regional(origin.frames, briefing.request, origin.t, origin.layer)
        briefing = replace(briefing, regions=every)
    if kind == "xlsx":
        briefing = replace(briefing, refusals=_refusals(origin, request))
    showing = Showing(
        briefing.queries(),
        " ".join(("briefing", *request.sections, *(table.name for table in briefing.beside()))),
        briefing.title,
        _seen(origin, briefing, path),
        next((edition for one in _pictures(briefing) if (edition := _edition(one, origin.t))), None),
    )
    return hand_out(
        origin,
        kind,
        showing,
        lambda stamp: makers.of_briefing(kind, briefing, stamp, origin.t, wishes, begun=steps.begin),
    )


def _issue_regional(origin: Origin, request: Request, kind: str, wishes: Wishes, path: str | None) -> Issued:
    about = brief(origin.frames, replace(_dated(origin, request), sections=()), origin.t, origin.layer)
    table = regional(origin.frames, about.request, origin.t, origin.layer)
    return issue_table(origin, table, kind, _seen(origin, about, path), wishes)


def issue_part(
    origin: Origin, request: Request, kind: str, wishes: Wishes = NO_WISHES, *, path: str | None = None
) -> Issued:
    """The first picture (kinds of `PICTURES`) or table (the others) of the request's sections.

    Raises BadInput where none of them has any, and like `issue`.
    """
    briefing = _brief(origin, request)
    seen = _seen(origin, briefing, path)
    form = next((form for form in PICTURES if form == kind), None)
    if form is not None:
        if (picture := next(_pictures(briefing), None)) is not None:
            return issue_picture(origin, picture, form, seen)
    elif (
        table := next((one for one in _tables(briefing) if kind not in PLACES or has_regions(one)), None)
    ) is not None:
        return issue_table(origin, table, kind, seen, wishes, what="part")
    raise BadInput(
        N_("None of the sections asked for has what a file of kind {kind} shows."),
        next_step=N_("Ask for another section, or for a whole briefing: {known}."),
        kind=kind,
        known=", ".join(WHOLE),
    )


def issue_picture(origin: Origin, picture: Picture, form: PictureForm, seen: Seen) -> Issued:
    """A single picture of any page. Raises what `hand_out` raises."""
    showing = Showing(
        tuple(dict.fromkeys(picture.queries)),
        _about("picture", picture.name, seen),
        picture.title,
        seen,
        _edition(picture, origin.t),
    )
    return hand_out(origin, form, showing, lambda stamp: makers.of_picture(form, picture, stamp, origin.t))


def issue_table(
    origin: Origin,
    table: Table,
    kind: str,
    seen: Seen,
    wishes: Wishes = NO_WISHES,
    *,
    what: Literal["table", "part"] = "table",
) -> Issued:
    """A single table: a kind of `TABLES`, or of `PLACES` where its rows are regions.

    `what` it is on record as: a table of the page that shows the same, or a part of a briefing, which is on none.
    Raises BadInput for another kind, and what `hand_out` raises.
    """
    if kind not in {*TABLES, *PLACES}:
        raise BadInput(N_("A table is no file of kind {kind}."), kind=kind)
    showing = _shown(what, table, seen)
    if kind in PLACES:
        outlines = origin.outlines
        showing = replace(showing, boundaries=None if outlines is None else outlines.label)
        return hand_out(origin, kind, showing, lambda stamp: makers.of_places(kind, table, stamp, origin.t, outlines))
    return hand_out(origin, kind, showing, lambda stamp: makers.of_table(kind, table, stamp, origin.t, wishes))


def _brief(origin: Origin, request: Request) -> Briefing:
    return brief(origin.frames, _dated(origin, request), origin.t, origin.layer)


def _dated(origin: Origin, request: Request) -> Request:
    return replace(request, as_of=origin.asked.day)


def _refusals(origin: Origin, request: Request) -> Table | None:
    """The rows of the region's files that were refused, which a workbook lists for the office."""
    if request.audience is not Audience.DALAM:
        return None
    refused = origin.store.table("refused", origin.frames.snapshot.number)
    region = request.region and register.current_code(request.region)
    return refusals(refused, origin.frames, region, request.audience, origin.t)


def _seen(origin: Origin, briefing: Briefing, path: str | None) -> Seen:
    """Where a briefing's figures are seen, its election named: which is the newest with data may change."""
    campaigns = {name: code for code, name in origin.frames.campaign.select("campaign_id", "name").iter_rows()}
    campaign = ALL_CAMPAIGNS if briefing.campaign is None else campaigns.get(briefing.campaign)
    request = replace(briefing.request, campaign=campaign)
    return Seen(path or page_of(request, origin.per), request.audience, request.region, request.campaign)


def _shown(what: str, table: Table, seen: Seen) -> Showing:
    queries = tuple(dict.fromkeys(table.queries()))
    # A list that asks for no figure (ceremonies, sources) is told from others of its name by the page that shows it.
    about = _about(what, table.name, seen) if queries else f"{what} {table.name} {seen.path}"
    return Showing(queries, about, table.title, seen, listed=frozenset(table.row_ids()) & DEFINITIONS.keys())


def _edition(picture: Picture, t: Text) -> str | None:
    """The outlines that a map is drawn on; null for what is no map."""
    if not isinstance(picture.drawing, MapDrawing):
        return None
    layer = picture.drawing.layer
    return f"{t(layer.label)}: {layer.edition}"


def _tables(briefing: Briefing) -> Iterator[Table]:
    return (table for section in briefing.sections for table in section.tables)


def _pictures(briefing: Briefing) -> Iterator[Picture]:
    return (section.picture for section in briefing.sections if section.picture is not None)


def _about(what: str, name: str, seen: Seen) -> str:
    """What tells files of the same questions apart: a map of a province and of one of its regions ask the same."""
    return " ".join(filter(None, (what, name, seen.region)))
