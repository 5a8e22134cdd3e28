"""One kind of duty for one election: how many units did what, and the sentence that says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from i18n import Text
from indicators.duties.reporting import NOT_REPORTED, REPORTED, Outcome, by_unit, counted
from indicators.words import DUTIES, listed, word
from pages.context import Context
from pages.kewajiban.words import ALL, OUTCOMES, SHORT
from warehouse.vocabulary import DutyStatus

_JUDGED = [outcome.value for outcome in (*REPORTED, *NOT_REPORTED)]


@dataclass(frozen=True, slots=True)
class Standing:
    """A kind of duty (`what`) for an election. `counts`: units by outcome that any has, in the order shown.

    `deadline`: in words, of all of them. `set_by` null = not one alone. `only_opd`: every unit obliged is an OPD.
    `href` leads to the page about this kind.
    """

    campaign_id: str
    what: str
    duty: str
    election: str
    deadline: str
    has_one_deadline: bool
    set_by: str | None
    counts: Mapping[str, int]
    only_opd: bool
    href: str

    @property
    def reported(self) -> int:
        """Units that reported, in time or not."""
        return sum(self.counts.get(outcome, 0) for outcome in REPORTED)

    @property
    def missing(self) -> int:
        """Units obliged that have not reported."""
        return sum(self.counts.get(outcome, 0) for outcome in NOT_REPORTED)


def standings(context: Context, rows: pl.DataFrame) -> tuple[Standing, ...]:
    """Each kind of duty in these `DutyOfUnit` rows, the newest election first, then the one that binds most units."""
    t, campaign = context.t, context.frames.campaign
    names = dict(campaign.select("campaign_id", "name").iter_rows())
    days = dict(campaign.select("campaign_id", "election_date").iter_rows())
    found = [
        Standing(
            campaign_id=election,
            what=what,
            duty=word(DUTIES, what, t),
            election=names.get(election, election),
            deadline=deadline(of_kind, t),
            has_one_deadline=_owed(of_kind).select("due_date", "due_stated").n_unique() <= 1,
            set_by=of_kind["set_by"][0] if of_kind["set_by"].n_unique() == 1 else None,
            counts=outcome_counts(of_kind),
            only_opd=of_kind.filter(pl.col("outcome").is_in(_JUDGED), pl.col("opd_id").is_null()).is_empty(),
            href=context.link(
                "kewajiban", kampanye=election, tugas=what, wilayah=context.params.get("wilayah"), hal=None
            ),
        )
        for (election, what), of_kind in rows.group_by("campaign_id", "what", maintain_order=True)
    ]
    return tuple(
        sorted(
            found,
            key=lambda one: (days.get(one.campaign_id) or dt.date.min, one.reported + one.missing, one.what),
            reverse=True,
        )
    )


def outcome_counts(rows: pl.DataFrame) -> dict[str, int]:
    """Units by outcome, in the order shown; a unit that is bound twice counts once."""
    found = counted(by_unit(rows), pl.lit("").alias("all")).to_dicts()
    return {outcome: found[0][outcome] for outcome in OUTCOMES if found and found[0][outcome]}


def deadline(rows: pl.DataFrame, t: Text) -> str:
    """The deadlines of these duties in words: one day, several, the printed words, or that none is set."""
    owed = _owed(rows)
    days = owed["due_date"].drop_nulls().unique().sort().to_list()
    printed = owed.filter(pl.col("due_date").is_null())["due_stated"].drop_nulls().unique().sort().to_list()
    if len(days) > 1:
        return t("deadlines from {first} to {last}", first=t.date(days[0]), last=t.date(days[-1]))
    if days:
        return t("deadline {day}", day=t.date(days[0]))
    if printed:
        return t("deadline as printed: {words}", words="; ".join(f"“{words}”" for words in printed))
    return t("no deadline set")


def _owed(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.filter(pl.col("status") == DutyStatus.WAJIB)


_UNLISTED = f"{{{Outcome.UNIT_BELUM_TERCATAT}}}"


def sentence(standing: Standing, t: Text) -> str:
    """The page's answer. It has a place {reported}, {units}, {missing}, or one named after an outcome, per figure."""
    units = standing.reported + standing.missing
    if not units and Outcome.UNIT_BELUM_TERCATAT in standing.counts:
        return t("Every OPD is obliged, but none is on record: nobody can be said to have reported or not.")
    if not units:
        return t("{tidak_wajib} exempt, and nobody obliged.", tidak_wajib="{tidak_wajib}")
    whom = t("OPD on record") if standing.only_opd else t("units on record")
    said = [
        t("{reported} of {units} {whom} have reported", reported="{reported}", units="{units}", whom=whom)
        + _details(standing, REPORTED, t)
    ]
    if standing.missing:
        said.append(t("{missing} have not", missing="{missing}") + _details(standing, NOT_REPORTED, t))
    answer = "; ".join(said) + "."
    if Outcome.UNIT_BELUM_TERCATAT not in standing.counts:
        return answer
    return f"{answer} {t('Of {count} more, every OPD is obliged and none is on record.', count=_UNLISTED)}"


def _details(standing: Standing, outcomes: tuple[Outcome, ...], t: Text) -> str:
    """`: {tepat_waktu} tepat waktu dan {terlambat} terlambat`, or `, semuanya terlambat`; nothing of no unit."""
    present = [outcome for outcome in OUTCOMES if outcome in outcomes and outcome in standing.counts]
    if len(present) == 1:
        return f", {t(ALL[present[0]])}"
    words = listed([t(SHORT[outcome], count=f"{{{outcome}}}") for outcome in present], t)
    return f": {words}" if words else ""
