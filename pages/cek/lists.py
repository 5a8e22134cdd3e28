"""The tables of a file on record, made anew of any state, as its page or its briefing makes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from briefings.briefing import SectionName
from briefings.build import brief
from briefings.refusals import refusals
from briefings.regional import regional
from briefings.table import Table
from catalogue.exports import OnRecord
from geo import layers
from i18n import NotFound
from indicators.suppression import shown_to
from pages import stores
from pages.choices import choices
from pages.context import HOME, Context
from pages.kewajiban import model as kewajiban
from pages.kewajiban import tables as of_duties
from pages.linimasa import model as linimasa
from pages.link import NO_FILTERS, own_params, read
from pages.opd import model as opd
from pages.opd import tables as of_units
from pages.opd.files import Files
from pages.paparan.asked import asked
from pages.peta import files as of_map
from pages.peta import model as peta
from pages.ringkasan import model as ringkasan
from pages.ringkasan import tables as of_summary
from pages.riwayat import desk as history
from pages.riwayat import tables as of_history
from pages.sumber import model as sumber
from pages.sumber import tables as of_sources
from pages.wilayah import model as wilayah
from pages.wilayah import tables as of_region
from warehouse.as_of import AsOf
from warehouse.frames import Frames
from warehouse.vocabulary import Audience


def seen_in(record: OnRecord, frames: Frames, audience: Audience, context: Context) -> Context:
    """The page that a file was made on, as its link has it, of another state and as `audience` sees it."""
    query = dict(parse_qsl(urlsplit(record.path).query, keep_blank_values=True))
    per = AsOf(frames.snapshot.number, AsOf.read(record.per).day)
    seen = shown_to(frames, audience)
    bare = Context(seen, NO_FILTERS, context.t, own_params(query), context.sample, per.day, audience, per.number)
    options = choices(bare)
    return replace(bare, filters=read(query, options.campaigns, options.provinces).filters)


def paired(record: OnRecord, then: Context, now: Context) -> Iterator[tuple[Table, Table]]:
    """Each table of the file in its own state, and what it is now. A picture has none."""
    what, *named = record.about.split()
    if what == "briefing":
        was, is_now = ({one.name: one for one in _made(partial(_of_briefing, named), each)} for each in (then, now))
        for name in was | is_now:
            yield was.get(name) or _emptied(is_now[name]), is_now.get(name) or _emptied(was[name])
        return
    page = urlsplit(record.path).path.strip("/") or HOME
    make = _of_part if what == "part" or page == "paparan" else TABLES.get(page)
    if make is None or what == "picture":
        return
    table = next((one for one in _made(make, then) if one.name == named[0]), None)
    if table is not None:
        yield table, _same(table, _made(make, now))


def _made(make: Callable[[Context], Iterator[Table]], context: Context) -> Iterator[Table]:
    """The tables, as they are asked for; none of a region or election that there is not in this state."""
    with suppress(NotFound):
        yield from make(context)


def _same(table: Table, among: Iterator[Table]) -> Table:
    """The table of this title, else of this name: which lists a page has depends on what there is."""
    others = []
    for one in among:
        if one.title == table.title:
            return one
        others.append(one)
    return next((one for one in others if one.name == table.name), _emptied(table))


def _emptied(table: Table) -> Table:
    return replace(table, rows=(), ids=())


def _of_briefing(named: Sequence[str], context: Context) -> Iterator[Table]:
    """The tables of the sections named, and those beside them. That of the method explains, and holds no data."""
    frames, t, request = context.frames, context.t, asked(context).request
    for name in SectionName:
        if name in named and name != SectionName.METODE:
            yield from _of_section(name, context)
    if "wilayah" in named:
        yield regional(frames, request, t, layers()[0])
    if "ditolak" in named:
        refused = stores.store(sample=context.sample).table("refused", frames.snapshot.number)
        if found := refusals(refused, frames, request.region, context.audience, t):
            yield found


def _of_part(context: Context) -> Iterator[Table]:
    """Those of a briefing of which one table was taken."""
    for name in SectionName:
        yield from _of_section(name, context)


def _of_section(name: SectionName, context: Context) -> Iterator[Table]:
    request = replace(asked(context).request, sections=(name,))
    for section in brief(context.frames, request, context.t, layers()[0]).sections:
        yield from section.tables


def _of_wilayah(context: Context) -> Iterator[Table]:
    view = stores.view(wilayah.build, context).region
    if view is None:
        return
    for place, (heading, rows) in enumerate(view.groups):
        yield of_region.events(rows, heading, context, f"acara-{place}")
    yield of_region.duties(view.duties, context.t)
    yield of_region.headcounts(view.headcounts, context.t)


def _of_linimasa(context: Context) -> Iterator[Table]:
    events = stores.view(linimasa.build, context).events
    yield of_region.events(events, context.t("All ceremonies under these filters"), context)


def _of_kewajiban(context: Context) -> Iterator[Table]:
    yield of_duties.duties(kewajiban.every_duty(context), context.t)
    chosen = stores.view(kewajiban.build, context).chosen
    if chosen is not None:
        for make in (of_duties.regions, of_duties.units, of_duties.missing):
            yield make(chosen, context.t)


def _of_opd(context: Context) -> Iterator[Table]:
    view = stores.view(opd.build, context).region
    if view is not None:
        files = Files(view, context)
        yield of_units.units(files)
        if view.compare:
            yield of_units.compare(files, view.compare)
        yield of_region.headcounts(view.whole, context.t)


def _of_peta(context: Context) -> Iterator[Table]:
    yield of_map.risks(stores.view(peta.build, context), context)


def _of_ringkasan(context: Context) -> Iterator[Table]:
    view = stores.view(ringkasan.build, context)
    yield of_summary.newest(view.newest, context)
    yield of_summary.unsettled(view.unsettled, context.t)


def _of_riwayat(context: Context) -> Iterator[Table]:
    yield of_history.batches(history.batches(context), context.t)
    if (pair := history.pair_of(context)) is not None:
        yield of_history.changed(history.figure_changes(pair, context), pair.before, pair.after, context.t)


def _of_sumber(context: Context) -> Iterator[Table]:
    yield of_sources.sources(stores.view(sumber.build, context), context.t)
    yield of_sources.definitions(context.t)
    yield of_sources.regulations(context)
    yield of_sources.elections(context)


TABLES: Final[Mapping[str, Callable[[Context], Iterator[Table]]]] = {
    "wilayah": _of_wilayah,
    "linimasa": _of_linimasa,
    "kewajiban": _of_kewajiban,
    "opd": _of_opd,
    "peta": _of_peta,
    HOME: _of_ringkasan,
    "riwayat": _of_riwayat,
    "sumber": _of_sumber,
}
"""The tables of each page that say something beside figures, by its address."""
