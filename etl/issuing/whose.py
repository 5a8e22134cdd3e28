"""By whose hand a row of a list is another one now: the batches that changed something about what it is about. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

import polars as pl

from etl.issuing.listed import Listed
from indicators.history.behind import Row, by_batch
from warehouse.frames import Frames
from warehouse.steps import Step

_OWN: Final = {
    "event": "event_id",
    "event_region": "event_id",
    "claim": "subject_id",
    "source": "source_id",
    "obligation": "obligation_id",
    "headcount": "unit_id",
    "signature": "unit_id",
    "opd": "opd_id",
    "region": "code",
    "campaign": "campaign_id",
    "regulation": "regulation_id",
}
"""What the rows of each table of the warehouse are about."""
_NAMED: Final = ("source_id", "opd_id", "region_code")
"""What they name beside that."""


def blamed(found: Listed, way: Sequence[Step], sides: tuple[Frames, Frames]) -> Listed:
    """The rows with the batches behind each, on the way between the two states."""
    behind = _behind({one.row_id for one in found.changed}, way, sides)
    return replace(found, changed=tuple(replace(one, blame=by_batch(behind[one.row_id])) for one in found.changed))


def _behind(ids: set[str], way: Sequence[Step], sides: tuple[Frames, Frames]) -> Mapping[str, Sequence[Row]]:
    """The rows on the way that are about each of these; unless any is, those that name it or it rests on."""
    own: defaultdict[str, list[Row]] = defaultdict(list)
    other: defaultdict[str, list[Row]] = defaultdict(list)
    cited = _cited(ids, sides)
    for step in way:
        for one in ids & {step.snapshot.batch.batch_id}:
            own[one].append(Row(step, "refused", "added", None, None, None, None))
        for table, what, rows in _differing(step):
            about = _values(rows, _OWN[table])
            named = {name for column in _NAMED if column in rows.columns for name in _values(rows, column)}
            named |= {one for name in about | named for one in (*_of_unit(name), *cited[name])}
            if table == "obligation":  # one of a region may bind each of its units
                named |= {one for one in ids if one.partition("/")[0] in named}
            # That a source is new, or gone, is no other reading of it.
            said = "claim" if table == "source" and what != "changed" else table
            for one in ids & about:
                own[one].append(Row(step, said, what, None, None, None, one))
            for one in ids & named:
                other[one].append(Row(step, said, what, None, None, None, one))
    return {one: own[one] or other[one] for one in ids}


def _differing(step: Step) -> Iterator[tuple[str, str, pl.DataFrame]]:
    for table, difference in step.found.items():
        if table in _OWN:
            yield table, "added", difference.added
            yield table, "changed", difference.changed
            yield table, "removed", difference.removed


def _values(rows: pl.DataFrame, column: str) -> set[str]:
    return set(rows[column].unique().drop_nulls())


def _of_unit(name: str) -> tuple[str, str, str]:
    """A unit, its region and its province; of another thing no more than its own name says."""
    return name, name.partition("/")[0], name[:2]


def _cited(ids: Collection[str], sides: tuple[Frames, Frames]) -> Mapping[str, set[str]]:
    """The ceremonies among these ids by each source that they rest on, in either state."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for frames in sides:
        told = frames.claim.filter(pl.col("subject_id").is_in(list(ids))).select("source_id", "subject_id").unique()
        for source, event in told.iter_rows():
            found[source].add(event)
    return found
