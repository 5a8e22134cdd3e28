"""The duties themselves: who set what for whom, until when, and why somebody is exempt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from i18n import Text
from indicators.words import DUTIES, DUTY_STATUSES, word
from pages.context import Context
from pages.kewajiban.lists import deadline_words
from pages.ui import SourceItem
from pages.wilayah.claims import source_items
from warehouse.vocabulary import DutyScope, DutyStatus


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A duty as it was set. `deadline` in words, null for an exemption; `reason` null for an obligation.

    `whom_href` leads to the region's page of duties, `correct_href` to the form.
    """

    obligation_id: str
    what: str
    whom: str
    whom_href: str
    status: str
    reason: str | None
    election: str
    deadline: str | None
    set_by: str
    source: SourceItem
    correct_href: str


def duty_rows(context: Context, obligations: pl.DataFrame) -> tuple[DutyRow, ...]:
    """These rows of the obligation table in words, in their order."""
    frames = context.frames
    names = {
        key: name
        for table, id_ in ((frames.region, "code"), (frames.opd, "opd_id"), (frames.campaign, "campaign_id"))
        for key, name in table.select(id_, "name").iter_rows()
    }
    items = source_items(frames)
    return tuple(_duty(row, names, items, context) for row in obligations.to_dicts())


def in_order(obligations: pl.DataFrame, campaign: pl.DataFrame) -> pl.DataFrame:
    """The newest election first, then by region, those for all OPD before those for one."""
    days = campaign.select("campaign_id", "election_date")
    rank = pl.col("scope").replace_strict({scope: place for place, scope in enumerate(DutyScope)})
    return obligations.join(days, on="campaign_id", how="left", maintain_order="left").sort(
        pl.col("election_date"),
        "region_code",
        rank,
        "opd_id",
        "what",
        "obligation_id",
        descending=[True, False, False, False, False, False],
        nulls_last=True,
    )


def _duty(
    row: Mapping[str, Any], names: Mapping[str, str], items: Mapping[str, SourceItem], context: Context
) -> DutyRow:
    t, region = context.t, names.get(row["region_code"], row["region_code"])
    whom = {
        DutyScope.REGION: region,
        DutyScope.EVERY_OPD: t("every OPD of {region}", region=region),
        DutyScope.OPD: f"{names.get(row['opd_id'], row['opd_id'])}, {region}",
    }
    return DutyRow(
        obligation_id=row["obligation_id"],
        what=word(DUTIES, row["what"], t),
        whom=whom[DutyScope(row["scope"])],
        whom_href=context.link("kewajiban", wilayah=row["region_code"], kampanye=row["campaign_id"], tugas=row["what"]),
        status=word(DUTY_STATUSES, row["status"], t),
        reason=row["reason"],
        election=names.get(row["campaign_id"], row["campaign_id"]),
        deadline=_deadline(row, t),
        set_by=row["set_by"],
        source=items[row["source_id"]],
        correct_href=context.link("kewajiban", langkah="catat", kewajiban=row["obligation_id"]),
    )


def _deadline(row: Mapping[str, Any], t: Text) -> str | None:
    if row["status"] == DutyStatus.TIDAK_WAJIB:
        return None
    day = deadline_words(row["due_date"], row["due_stated"], t)
    return t("no deadline set") if day is None else t("deadline {day}", day=day)
