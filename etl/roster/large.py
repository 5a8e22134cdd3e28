"""A roster beyond the size of workbooks: a text file from the disk to a new snapshot, once through.

What a workbook keeps a row for is here only counted: the preview lists the rows that are not good.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

import polars as pl

from etl.ingest.assemble import tables_of
from etl.ingest.campaign import campaigns_of
from etl.ingest.desk import Desk
from etl.ingest.judge import Judged
from etl.ingest.rosters import judged_cells, shown_cells, units_of
from etl.ingest.settle import Settled, settle
from etl.ingest.sources import source_id_of
from etl.ingest.tables import headcount_rows, signature_rows
from etl.ingest.values import Memory, Preview, Progress, Request, Verdict
from etl.recognise.layout import WAITING
from etl.roster.head import head_of, is_large_text, print_of
from etl.roster.hiding import without_people
from etl.roster.known import KnownPeople, known_people
from etl.roster.listing import listed
from etl.roster.reduced import reduced
from etl.roster.scan import scan
from etl.roster.sorting import cells_of, grouped, keys, sort_out, tallied, told
from etl.roster.tally import KEY
from i18n import N_
from warehouse.store import Store

__all__ = ["LargePreview", "is_large_text", "preview_large"]

_READING, _COUNTING = N_("Reading the file"), N_("Counting people")


@dataclass(frozen=True, slots=True, eq=False)
class LargePreview(Preview):
    """A preview whose `rows` are only those refused or in conflict; `tallied` counts all."""

    tallied: Mapping[Verdict, int] = field(default_factory=dict)

    def count(self, verdict: Verdict) -> int:
        """Rows of the file with this verdict."""
        return self.tallied.get(verdict, 0)

    @property
    def rows_in(self) -> int:
        """Data rows of the file."""
        return sum(self.tallied.values())


def preview_large(
    store: Store, path: Path, request: Request, memory: Memory, *, now: dt.datetime, tell: Progress
) -> LargePreview:
    """What would happen if a large roster were saved now. Writes nothing. Raises like `etl.ingest.preview`."""
    tell(_READING, 0.0)
    frames, known = store.frames(), known_people(store)
    head = head_of(path, request, campaigns_of(frames), memory)
    with ThreadPoolExecutor(1) as beside:
        printing = beside.submit(print_of, path)
        records = scan(path, head.form, known.secret)
        tell(_COUNTING, 0.6)
        block, words = reduced(records, head.block, head.form)
        recognition = replace(head.recognition, blocks=(block,))
        desk = Desk({**memory.answers.get(recognition.layout, {}), **request.answers})
        settled = settle(recognition, recognition.questions, request, frames, memory=memory, desk=desk)
        campaign = settled.campaign.campaign_id if settled.campaign else None
        units = units_of(settled.lines, (block,), desk, has_campaign=campaign is not None)
        people = sort_out(records, words, units, head, _stored(settled, known))
        del records
        printed = printing.result()
    counted = grouped(people)
    cells = cells_of(counted, units)
    nowhere = cells.select(
        *KEY, block_id=pl.lit(block.block_id), sheet=pl.lit(None, pl.String()), row=pl.lit(None, pl.Int64())
    )
    figures = judged_cells(cells, request, frames, campaign=campaign, desk=desk, first_rows=nowhere)
    names = {**dict(frames.opd.select("opd_id", "name").iter_rows()), **settled.units.new}
    remarks = listed(*told(people), path, head, printed, units=names)
    workbook = replace(head.workbook, sha256=printed.sha256)
    source_id = source_id_of(workbook, request)
    brought = {
        "headcount": headcount_rows(figures, source_id),
        "signature": signature_rows(figures, frames.signature, campaign, source_id),
    }
    judged = Judged(pl.DataFrame(), remarks.refusals, [0] * len(remarks.refusals), tables=brought)
    tables = dict(tables_of(judged, settled, recognition, workbook, request, source_id=source_id, now=now))
    counts = tallied(counted, people, figures)
    if counts.get(Verdict.NEW, 0) + counts.get(Verdict.CHANGED, 0):
        tables["person_key"] = keys(people, figures, campaign or "", known.secret.key_id)
    shown = without_people(head.recognition)
    return LargePreview(
        request=request,
        sha256=printed.sha256,
        kind=recognition.kind,
        region=request.region,
        campaign=campaign or request.campaign,
        layout=recognition.layout,
        blocks=shown.blocks,
        set_aside=shown.set_aside,
        rows=remarks.rows,
        figures=shown_cells(figures),
        warnings=remarks.warnings,
        refusals=remarks.refusals,
        questions=tuple({one.id: one for one in (*recognition.questions, *desk.questions)}.values()),
        waiting=pl.DataFrame(schema=WAITING),
        tables=tables,
        size=path.stat().st_size,
        tallied=counts,
    )


def _stored(settled: Settled, known: KnownPeople) -> pl.DataFrame:
    regions = settled.lines["region_code"].drop_nulls().unique().sort().to_list()
    return known.stored(settled.campaign.campaign_id, regions) if settled.campaign else known.stored("", ())
