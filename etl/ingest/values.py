"""The values of an ingest: what is asked for, what would happen, what was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import polars as pl

from etl.recognise.layout import Answer, Block, FileKind
from etl.sources.tabular import Question

Progress = Callable[[str, float], None]
"""Told the step (a message id) and the share of the whole work that is done, 0..1."""


class Verdict(StrEnum):
    """What becomes of one row of the file. HELD waits for an answer; CONFLICT for a person's choice between figures."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    CONFLICT = "conflict"
    REFUSED = "refused"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Finding:
    """A warning or a refusal. `rule` is its published name; `column` the heading, null = the whole row.

    `message` is a message id with its `values`, which never hold a person's name or NIP. `suggestion`: what to do, a
    message id too.
    """

    sheet: str | None
    row: int | None
    column: str | None
    rule: str
    message: str
    values: Mapping[str, object] = field(default_factory=dict)
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What a person wants done with a file. Null = to be read from the file, or asked.

    `by` is who asks; `scope` the regions they may write, those below included (null = all). `accept_mapping` accepts
    recognised columns and new OPD whose names are known. `answers` are by question id.
    """

    name: str
    by: str
    kind: FileKind | None = None
    region: str | None = None
    campaign: str | None = None
    sender: str | None = None
    accept_mapping: bool = False
    answers: Mapping[str, Answer] = field(default_factory=dict)
    scope: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """What people approved before. `names`: (kind region or opd, name as a key, region it holds in or "") to a code;
    `answers`: layout to question id to answer, of this sender."""

    names: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    answers: Mapping[str, Mapping[str, Answer]] = field(default_factory=dict)


ROWS = {
    "block_id": pl.String(),
    "sheet": pl.String(),
    "row": pl.Int64(),
    "verdict": pl.String(),
    "rule": pl.String(),
    "region_code": pl.String(),
    "unit": pl.String(),
    "unit_stated": pl.String(),
}
"""One row a row of the file: where, its verdict, the rule behind a refusal, and the region's code. `unit`: the name of
the OPD, or of the region where the row speaks of it as a whole; null while that is not settled. `unit_stated`: how the
row or its table writes it; null where neither does, and in a roster, of which no cell goes on."""

FIGURES = {
    "block_id": pl.String(),
    "sheet": pl.String(),
    "row": pl.Int64(),
    "verdict": pl.String(),
    "table": pl.String(),
    "key": pl.String(),
    "field": pl.String(),
    "old_low": pl.Int64(),
    "old_high": pl.Int64(),
    "new_low": pl.Int64(),
    "new_high": pl.Int64(),
    "stated": pl.String(),
    "old_source_id": pl.String(),
}
"""One row a figure that a row of the file brings: its key as people read it, and what stood there before."""


@dataclass(frozen=True, slots=True, eq=False)
class Preview:
    """What would happen if the file were saved now. The counts of `rows` by verdict always add up to its height.

    `tables`: rows to load, by warehouse table, without batch_id (refused rows included); empty where nothing would
    change. `waiting` as in Recognition, over all steps. `size`: bytes of the file. `snapshot`: what it was
    compared with.
    """

    request: Request
    sha256: str
    kind: FileKind
    region: str | None
    campaign: str | None
    layout: str
    blocks: tuple[Block, ...]
    set_aside: pl.DataFrame
    rows: pl.DataFrame
    figures: pl.DataFrame
    warnings: tuple[Finding, ...]
    refusals: tuple[Finding, ...]
    questions: tuple[Question, ...]
    waiting: pl.DataFrame
    tables: Mapping[str, pl.DataFrame]
    size: int = 0
    snapshot: int | None = None

    def count(self, verdict: Verdict) -> int:
        """Rows of the file with this verdict."""
        return int((self.rows["verdict"] == verdict.value).sum())

    @property
    def rows_in(self) -> int:
        """Data rows of the file."""
        return self.rows.height

    @property
    def proposed_opd(self) -> Mapping[str, str]:
        """opd_id to name of the units that saving would put on record."""
        made = self.tables.get("opd")
        return {} if made is None else dict(made.select("opd_id", "name").iter_rows())

    @property
    def lists_people(self) -> bool:
        """True where some table of the file lists people: the file may not be left on the disk."""
        return self.kind is FileKind.ROSTER or any(block.lists_people for block in self.blocks)

    @property
    def is_clean(self) -> bool:
        """True where no row is refused, held or in conflict."""
        return not any(self.count(verdict) for verdict in (Verdict.CONFLICT, Verdict.REFUSED, Verdict.HELD))


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What was done: the batch and snapshot that came of it. `batch` null = nothing was saved (dry run, nothing new, or
    all or nothing asked and not all good); `snapshot` is then the one that still holds."""

    preview: Preview
    batch: str | None
    snapshot: int | None
