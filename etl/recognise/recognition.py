"""A workbook as tables, with what has to be asked: the steps in their order. Pure."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import polars as pl

from etl.clean.dates import Campaign
from etl.recognise import questions
from etl.recognise.aside import set_aside
from etl.recognise.drafts import UNITS, Draft
from etl.recognise.found import Settled, Table, settle_table, table_of
from etl.recognise.given import below, given_by
from etl.recognise.grid import Grid, grid_of
from etl.recognise.layout import WAITING, Answer, Block, Field, FileKind, Recognition
from etl.recognise.measures import is_turned, measures_in, only_shares
from etl.recognise.merged import Fills, filled_down, fills_of
from etl.recognise.returned import own_cells
from etl.recognise.rows import FOOT, SUB, SUM
from etl.recognise.tables import find_areas
from etl.recognise.unusable import nobody_counted, nothing_found
from etl.sources.tabular import Question, Workbook

_KEYS = (*UNITS, Field.REGION_CODE, Field.EMPLOYEE_TYPE, Field.TIER, Field.DATE)


def recognise(
    workbook: Workbook,
    *,
    kind: FileKind | None,
    region: str | None,
    campaigns: Sequence[Campaign] = (),
    answers: Mapping[str, Answer] | None = None,
) -> Recognition:
    """The tables of a workbook: likeliest reading, and questions where only a person can tell.

    `kind`: what the file is about, null = to be recognised; `region`: the code it is about, where known (its own row
    with the sum of all others is a total); `campaigns`: elections that titles may name. Raises BadInput where there is
    no table, or a header without rows.
    """
    return _Recogniser(workbook, kind, region, campaigns, answers or {}).run()


@dataclass(slots=True)
class _Recogniser:
    """The one pass over a workbook, with the questions and waiting rows that come up on the way."""

    workbook: Workbook
    kind: FileKind | None
    region: str | None
    campaigns: Sequence[Campaign]
    answers: Mapping[str, Answer]
    asked: dict[str, Question] = field(default_factory=dict)
    waiting: list[tuple[str, str, int]] = field(default_factory=list)

    def run(self) -> Recognition:
        """The recognition of the whole workbook."""
        grids = [grid_of(own_cells(sheet)) for sheet in self.workbook.sheets]
        tables = [table for grid in grids for table in self._tables(grid)]
        settled = [settle_table(table, self._kind(table), self.region, self.answers) for table in tables]
        filled = [each for each in settled if each.data]
        if not filled:
            raise nothing_found(self.workbook, tables)
        turned = [each for each in filled if is_turned(each.drafts)]
        # A turned table is never read beside others: only its sums over all OPD would come in, and nobody would notice.
        if turned or all(only_shares(each.drafts) for each in filled):
            raise nobody_counted(self.workbook.name, (turned or filled)[0])
        layout = hashlib.sha256("\n".join(sorted({each.table.form for each in filled})).encode()).hexdigest()
        left_out = {id(each) for each in filled if self._left_out(each)}
        for question in self.workbook.questions:
            self.asked[question.id] = question
        names = Counter[str]()
        blocks = []
        for each in filled:
            if id(each) in left_out:
                continue
            names[each.table.form] += 1
            blocks.append(self._block(each, f"{each.table.form}.{names[each.table.form]}", tables))
        aside = set_aside(grids, settled, left_out)
        waiting = pl.DataFrame(self.waiting, schema=WAITING, orient="row")
        return Recognition(self._main_kind(filled), layout, tuple(blocks), aside, tuple(self.asked.values()), waiting)

    def _tables(self, grid: Grid) -> list[Table]:
        found = [table_of(grid, area, self.campaigns) for area in find_areas(grid)]
        return [table for table in found if table]

    def _kind(self, table: Table) -> FileKind:
        """What a table is about: as told, as recognised, as answered, else the likeliest."""
        answer = self.answers.get(questions.kind_id(table.form))
        words = {each.value: each for each in FileKind}
        told = words.get(answer) if isinstance(answer, str) else None
        return self.kind or table.kind or told or FileKind.HEADCOUNT

    def _main_kind(self, settled: Sequence[Settled]) -> FileKind:
        """The kind of most data rows."""
        rows = Counter[FileKind]()
        for each in settled:
            rows[each.kind] += len(each.data)
        return rows.most_common(1)[0][0]

    def _left_out(self, settled: Settled) -> bool:
        """Whether a person said that a hidden sheet or a table does not count."""
        table = settled.table
        if self.kind is None and self.answers.get(questions.kind_id(table.form)) == questions.LEAVE_OUT:
            return table.kind is None
        sheet = table.grid.sheet
        return sheet.hidden and self.answers.get(self._sheet_id(table)) == questions.LEAVE_OUT

    def _sheet_id(self, table: Table) -> str:
        name = table.grid.sheet.name or ""
        alike = [
            each.name or ""
            for each in self.workbook.sheets
            if each.hidden and questions.slug(each.name or "") == questions.slug(name)
        ]
        return questions.sheet_id(name, len(alike) - 1 - alike.index(name))

    def _block(self, settled: Settled, block_id: str, tables: Sequence[Table]) -> Block:
        table, grid = settled.table, settled.table.grid
        data = settled.data
        above = [
            line
            for each in tables
            if each.grid is grid and each is not table and each.place < table.place
            for line in each.lines
        ]
        needs_unit = not any(draft.field in UNITS or draft.wordy for draft in settled.drafts)
        under = below(grid, settled.rows.filter(pl.col("what") == FOOT)["at"].to_list())
        given = given_by(table.lines, above, grid.sheet.name, self.campaigns, needs_unit=needs_unit, under=under)
        kept = sorted({*data, *self._places(settled)})
        names = ["row", *(f"c{draft.index}" for draft in settled.drafts)]
        block = Block(
            block_id=block_id,
            sheet=grid.sheet.name,
            hidden=grid.sheet.hidden,
            kind=settled.kind,
            columns=tuple(draft.settled() for draft in settled.drafts),
            header_rows=tuple(int(grid.rows[at]) for at in (*table.area.header, *table.area.repeats)),
            data_rows=tuple(grid.rows.gather(data).to_list()),
            totals=settled.totals,
            given=given,
            text=grid.sheet.text[kept].select(names),
            kinds=grid.sheet.kinds.with_columns(grid.rows.alias("row"))[kept].select(names),
            maybe_parts=settled.maybe_parts,
        )
        self._ask(settled, block)
        return self._merged(settled, block)

    def _places(self, settled: Settled) -> list[int]:
        """The positions of the total rows."""
        return settled.rows.filter(pl.col("what").is_in([SUB, SUM]))["at"].to_list()

    def _ask(self, settled: Settled, block: Block) -> None:
        """The questions about a table as a whole and about its columns."""
        table, sheet = settled.table, settled.table.grid.sheet
        for question in self.workbook.questions:
            self._wait(question.id, block, block.data_rows)
        if self.kind is None and table.kind is None and questions.kind_id(table.form) not in self.answers:
            self._raise(questions.ask_kind(table.form, sheet.name, settled.kind), block)
        if sheet.hidden and self._sheet_id(table) not in self.answers:
            self._raise(questions.ask_sheet(self._sheet_id(table), sheet.name or "–"), block)
        doubts = [draft for draft in settled.drafts if draft.unsure or draft.wordy]
        if doubts and not table.area.header:
            likely = [_word(draft) for draft in settled.drafts]
            self._raise(questions.ask_header(table.form, sheet.name, table.place, likely), block)
            return
        for draft in doubts:
            place = questions.Place(table.form, sheet.name, table.place, draft.index, draft.heading)
            likely = [measure.value for measure in measures_in(table.subject)]
            ask = questions.ask_unit(place) if draft.wordy else questions.ask_measure(place, settled.kind, likely)
            self._raise(ask, block)
        for draft in settled.drafts:
            if draft.which_day:
                place = questions.Place(table.form, sheet.name, table.place, draft.index, draft.heading)
                self._raise(questions.ask_day(place, settled.kind), block)

    def _merged(self, settled: Settled, block: Block) -> Block:
        """The block with names filled down where a person said so, and the question where nobody did."""
        grid, data = settled.table.grid, settled.data
        split = any(draft.field in {Field.EMPLOYEE_TYPE, Field.TIER} for draft in settled.drafts)
        text, kinds = block.text, block.kinds
        for draft in settled.drafts:
            if draft.field not in _KEYS and not draft.wordy:
                continue
            fills = fills_of(grid, draft.index, data, implied=split and draft.field in UNITS)
            if not fills:
                continue
            rows = _numbers(grid, fills)
            answer = self.answers.get(questions.merged_id(settled.table.form, draft.heading))
            if answer == questions.FILL_DOWN:
                text, kinds = (filled_down(frame, draft.index, rows) for frame in (text, kinds))
            elif answer != questions.LEAVE:
                first = int(grid.rows[min(fills.values())])
                place = questions.Place(settled.table.form, block.sheet, first, draft.index, draft.heading)
                self._raise(questions.ask_merged(place), block, tuple(rows))
        if text is block.text:
            return block
        return replace(block, text=text, kinds=kinds)

    def _raise(self, question: Question, block: Block, rows: Sequence[int] | None = None) -> None:
        """Ask, once for all tables of a form, and let the block's rows wait."""
        self.asked.setdefault(question.id, question)
        self._wait(question.id, block, block.data_rows if rows is None else rows)

    def _wait(self, question_id: str, block: Block, rows: Sequence[int]) -> None:
        self.waiting += [(question_id, block.block_id, row) for row in rows]


def _numbers(grid: Grid, fills: Fills) -> dict[int, int]:
    """Positions as row numbers."""
    return {int(grid.rows[at]): int(grid.rows[source]) for at, source in sorted(fills.items())}


def _word(draft: Draft) -> str:
    """A column as a word of an answer; "" where nothing is known."""
    return "" if draft.unsure or draft.wordy else draft.field.value
