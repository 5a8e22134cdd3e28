"""The figures that two snapshots give differently, in words: old and new, each leading to its own pinned view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from briefings.ceremonies.rows import region_names
from i18n import Text
from indicators.figure_words import figure_or_state
from indicators.history.because import BECAUSE
from indicators.history.behind import Blame
from indicators.history.changes import FigureChange, Value
from indicators.history.widening import WORDS
from indicators.registry import DEFINITIONS
from indicators.scope import ALL_CAMPAIGNS
from pages.context import HOME, Context

SHOWN = 100
"""Figures that are listed; how many differ is always said."""


@dataclass(frozen=True, slots=True)
class Said:
    """One value in words, and the address of the page that shows it as of its snapshot."""

    words: str
    href: str
    as_of: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure that differs. `code` null = the nation; `region` names that of an OPD, else null.

    `why`: a line a batch, with its address and the person. `widened`: why the figure is less sure than before; empty
    where it is not.
    """

    indicator: str
    label: str
    code: str | None
    level: str
    name: str
    region: str | None
    campaign: str
    election: str
    old: Said
    new: Said
    why: tuple[tuple[str, str, str], ...]
    widened: str


@dataclass(frozen=True, slots=True)
class Figures:
    """The first of the figures that differ, and how many there are."""

    rows: tuple[FigureRow, ...]
    total: int


def figure_rows(changes: Sequence[FigureChange], before: int, after: int, context: Context) -> Figures:
    """The figures in words; `before` and `after` are the snapshots compared."""
    campaigns = dict(context.frames.campaign.select("campaign_id", "name").iter_rows())
    names = region_names(context.frames) | campaigns
    rows = (_row(one, before, after, names, context) for one in changes[:SHOWN])
    return Figures(tuple(rows), len(changes))


def _row(change: FigureChange, before: int, after: int, names: dict[str, str], context: Context) -> FigureRow:
    """`names`: those of regions and campaigns by their code."""
    t = context.t
    region, _, unit = (change.code or "").partition("/")
    return FigureRow(
        indicator=change.indicator,
        label=t(DEFINITIONS[change.indicator].label),
        code=change.code,
        level=change.level,
        name=change.name,
        region=names.get(region) if unit else None,
        campaign=change.campaign,
        election=t("All elections")
        if change.campaign == ALL_CAMPAIGNS
        else names.get(change.campaign, change.campaign),
        old=_said(change, change.old, before, context),
        new=_said(change, change.new, after, context),
        why=tuple(why(blame, context) for blame in change.blame),
        widened="; ".join(t(WORDS[one]) for one in change.widened),
    )


def _said(change: FigureChange, value: Value | None, number: int, context: Context) -> Said:
    words = "–" if value is None else figure_or_state(change.indicator, asdict(value), context.t)
    return Said(words, address(change.level, change.code, change.campaign, str(number), context), str(number))


def address(level: str, code: str | None, campaign: str, per: str, context: Context) -> str:
    """The page that shows a figure of a unit as of a state."""
    page = "opd" if level in {"opd", "pemda"} else "wilayah" if code else HOME
    region = code.partition("/")[0] if code else None
    # The figure is one of all evidence: filters that the reader chose elsewhere would show another one.
    plain = {"provinsi": None, "dari": None, "sampai": None, "bukti": None}
    return context.link(page, **plain, kampanye=campaign, per=per, wilayah=region)


def why(blame: Blame, context: Context) -> tuple[str, str, str]:
    """What happened, the address of the batch, and who loaded it when."""
    t, batch = context.t, blame.step.snapshot.batch
    what = "; ".join([*(t(BECAUSE[one]) for one in blame.because), *(f"“{reason}”" for reason in blame.reasons)])
    return what, context.link("riwayat", batch=batch.batch_id), _whose(blame, t)


def _whose(blame: Blame, t: Text) -> str:
    snapshot = blame.step.snapshot
    by = t("system") if snapshot.batch.by == "system" else snapshot.batch.by
    said = t("{name}, {by}, {moment}", name=snapshot.batch.name, by=by, moment=t.moment(snapshot.taken_at))
    if blame.step.is_back:
        return t("{batch} taken back", batch=said)
    return t("undone: {name}", name=said) if snapshot.batch.undoes else said
