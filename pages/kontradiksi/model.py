"""Contradictions as values: which there are, both sides of each, what depends on it, what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from briefings.ceremonies.rows import region_names
from etl.review import Contradiction, contradictions
from indicators import ALL_KINDS, DEFINITIONS, Scope, events_in
from indicators.scope import ALL_CAMPAIGNS
from pages.context import Context
from pages.kontradiksi.words import DEPENDS, OTHERS
from pages.wilayah.claims import FieldView, fields
from pages.wilayah.events import event_rows
from warehouse.vocabulary import SubjectKind

REGION, CHOSEN, BATCH = "wilayah", "putuskan", "batch"
"""Keys of the link: the region shown (those below it included), the contradiction that is being decided, and the batch
of a decision made just now."""

_ITSELF = "open_contradictions"
"""Rests on every field, which goes without saying."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A field that sources contradict each other in. `key` names it in the link and as the place on the page.

    `regions`: codes of the regions it is about, none = the nation. `href` leads to the ceremony or the region.
    `depends`: what changes with a decision, and the `indicators` that rest on the field, by name. `whole`: the
    contradiction as it is settled.
    """

    key: str
    title: str
    when: str | None
    href: str
    regions: tuple[str, ...]
    field: FieldView
    depends: str
    indicators: tuple[str, ...]
    whole: Contradiction


@dataclass(frozen=True, slots=True)
class View:
    """The page. `options`: regions and provinces that some contradiction is about, code to name; `region` the one that
    the link asks for, null = all. `chosen` null = none is being decided."""

    open: tuple[Dispute, ...]
    settled: tuple[Dispute, ...]
    options: Mapping[str, str]
    region: str | None
    chosen: Dispute | None


def build(context: Context) -> View:
    """All contradictions of the snapshot, those of the region in the link alone where it names one."""
    found = _disputes(context)
    names = region_names(context.frames)
    concerned = {code for one in found for code in one.regions}
    concerned |= {code.partition(".")[0] for code in concerned}
    options = {code: names[code] for code in sorted(concerned) if code in names}
    wanted = context.params.get(REGION)
    region = wanted if wanted in names else None
    shown = [one for one in found if region is None or _concerns(one, region)]
    still_open = tuple(one for one in shown if one.field.open)
    return View(
        open=still_open,
        settled=tuple(one for one in shown if not one.field.open),
        options=options if region is None else {region: names[region], **options},
        region=region,
        chosen=next((one for one in still_open if one.key == context.params.get(CHOSEN)), None),
    )


def _concerns(dispute: Dispute, region: str) -> bool:
    """A contradiction concerns a region where it is about it or about one below it."""
    return any(code == region or code.startswith(f"{region}.") for code in dispute.regions)


def _disputes(context: Context) -> tuple[Dispute, ...]:
    """Open ones first, then in the order of what they are about."""
    subjects = _subjects(context)
    return tuple(
        _dispute(one, subjects, context)
        for one in contradictions(context.frames)
        if one.subject_kind != SubjectKind.EVENT or (one.subject_kind, one.subject_id) in subjects
    )


def _dispute(one: Contradiction, subjects: Mapping[tuple[str, str], _Subject], context: Context) -> Dispute:
    t, claims = context.t, context.frames.claim
    unknown: _Subject = (one.subject_id, None, context.link("wilayah"), ())
    title, when, href, regions = subjects.get((one.subject_kind, one.subject_id), unknown)
    (view,) = fields(context.frames, claims.filter(pl.col("claim_id").is_in([side.claim_id for side in one.sides])), t)
    key = f"{one.subject_id}:{one.field}"
    return Dispute(
        key=key,
        title=title,
        when=when,
        href=href,
        regions=regions,
        field=view,
        depends=t(DEPENDS.get(one.field, OTHERS)),
        indicators=tuple(t(DEFINITIONS[name].label) for name in one.indicators if name != _ITSELF),
        whole=one,
    )


_Subject = tuple[str, str | None, str, tuple[str, ...]]
"""Title, day in words, address, codes of the regions."""


def _subjects(context: Context) -> dict[tuple[str, str], _Subject]:
    """What a claim may be about, by kind and id; of ceremonies those that may have been by the day asked for."""
    frames = context.frames
    events = events_in(frames, Scope(campaign=ALL_CAMPAIGNS, organiser_kind=ALL_KINDS, as_of=context.as_of))
    found: dict[tuple[str, str], _Subject] = {
        (SubjectKind.EVENT, row.event_id): (row.title, row.date, row.href, row.regions)
        for row in event_rows(context, events)
    }
    for code, name in frames.region.select("code", "name").iter_rows():
        found[SubjectKind.REGION, code] = (name, None, context.link("wilayah", wilayah=code), (code,))
    for opd_id, name, code in frames.opd.select("opd_id", "name", "region_code").iter_rows():
        found[SubjectKind.OPD, opd_id] = (name, None, context.link("opd", wilayah=code), (code,))
    for campaign_id, name in frames.campaign.select("campaign_id", "name").iter_rows():
        found[SubjectKind.CAMPAIGN, campaign_id] = (name, None, context.link("sumber"), ())
    return found
