"""What the page reads beside its snapshot: the batches there were, and the figures of the two states compared."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.history.changes import FigureChange, changed_figures
from pages import stores
from pages.context import Context
from pages.riwayat.model import BatchRow, Pair, build, every_batch
from warehouse.as_of import AsOf
from warehouse.steps import steps


def batches(context: Context) -> tuple[BatchRow, ...]:
    """Every batch up to the state shown, the newest first."""
    return every_batch(context, stores.history(context))


def pair_of(context: Context) -> Pair | None:
    """The two snapshots that the link compares; null = none."""
    return build(context, stores.history(context)).pair


def figure_changes(pair: Pair, context: Context) -> Sequence[FigureChange]:
    """The figures that the two give differently."""
    shown = stores.store(sample=context.sample)
    old, new = (stores.frames(shown.path, AsOf(number)) for number in (pair.before, pair.after))
    return changed_figures(old, new, steps(shown, pair.before, pair.after), context.audience)
