"""Whether the rows of a file's tables still hold: each table as it was in the file's state, and as it is now. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from briefings.table import Cell, Column, Table
from indicators.history.behind import Blame

_NAMES: Final = frozenset({"code", "name", "region", "region_name", "opd_id", "opd_name", "indicator", "label", "unit"})
"""Columns that say whose figures they are."""
_OF_FIGURES: Final = frozenset({"state", "reporting_rate", "grade", "sources", "voices"})
"""Columns beside figures that repeat a part of them, or say what they rest on."""

_Row = Mapping[str, Cell]
"""The cells of a row that say something, by the key of their column."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that is another one now. `then` null = it is new; `now` null = it is gone.

    `title` is its table's, `columns` those that are compared, `row_id` what the row is about. `blame`: by whose hand.
    """

    title: str
    columns: tuple[Column, ...]
    row_id: str
    then: _Row | None
    now: _Row | None
    blame: tuple[Blame, ...] = ()

    @property
    def what(self) -> Literal["changed", "new", "gone"]:
        """What became of it."""
        if self.then is None:
            return "new"
        return "gone" if self.now is None else "changed"

    @property
    def differing(self) -> Iterator[tuple[Column, Cell, Cell]]:
        """The columns whose cells differ, with both; a missing cell is null."""
        for column in self.columns:
            was, now = ((side or {}).get(column.key) for side in (self.then, self.now))
            if was != now:
                yield column, was, now


@dataclass(frozen=True, slots=True)
class Listed:
    """What has become of the rows of a file's tables: how many are the same, and the others."""

    same: int = 0
    changed: tuple[RowChange, ...] = ()

    @property
    def total(self) -> int:
        """The rows that were in the file."""
        return self.same + sum(one.then is not None for one in self.changed)

    def count(self, what: Literal["changed", "new", "gone"]) -> int:
        """How many rows changed, are new or are gone."""
        return sum(one.what == what for one in self.changed)


def listed(tables: Iterable[tuple[Table, Table]]) -> Listed:
    """The rows of a file's tables; each as it was in the file's state, and as it is now.

    Of a table of figures only what its rows say beside them: the figures, and so which rows there are, are compared
    as such (`standing`).
    """
    found = [_of_table(*sides) for sides in tables]
    return Listed(sum(one.same for one in found), tuple(change for one in found for change in one.changed))


def _of_table(then: Table, now: Table) -> Listed:
    either = tuple({column.key: column for column in (*now.columns, *then.columns)}.values())
    has_figures = any(column.bounded for column in either)
    columns = _beside(either) if has_figures else either
    was, is_now = (_by_id(side, {column.key for column in columns}) for side in (then, now))
    pairs = [
        (row_id, *pair)
        for row_id in dict.fromkeys([*was, *is_now])
        for pair in _paired(was.get(row_id, []), is_now.get(row_id, []))
        if not has_figures or (columns and None not in pair)
    ]
    changed = tuple(RowChange(then.title, columns, *each) for each in pairs if each[1] != each[2])
    return Listed(len(pairs) - len(changed), changed)


def _beside(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns that say something beside figures, with those that say whose they are; none where no other is."""
    beside = tuple(column for column in columns if not column.bounded and column.key not in _OF_FIGURES)
    return beside if any(column.key not in _NAMES for column in beside) else ()


def _by_id(table: Table, keys: Collection[str]) -> Mapping[str, Sequence[_Row]]:
    """The rows of each id; a null is left out, as is a column that holds nothing else."""
    found: defaultdict[str, list[_Row]] = defaultdict(list)
    for row_id, row in zip(table.row_ids(), table.rows, strict=True):
        cells = zip(table.columns, row, strict=True)
        found[row_id].append({one.key: cell for one, cell in cells if one.key in keys and cell is not None})
    return found


def _paired(then: Sequence[_Row], now: Sequence[_Row]) -> Iterator[tuple[_Row | None, _Row | None]]:
    """Each row of then with the one of now that is most like it: first with its equal. Those left over are alone."""
    left, others = list(now), []
    for was in then:
        if was in left:
            left.remove(was)
            yield was, was
        else:
            others.append(was)
    for was in others:
        likest = max(left, key=lambda row: len(was.items() & row.items()), default=None)
        if likest is not None:
            left.remove(likest)
        yield was, likest
    for row in left:
        yield None, row
