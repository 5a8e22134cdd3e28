"""What a list of ceremonies says, as claims, and the events that follow from all claims about them. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from etl.reconcile import events_from_claims, write_bounds
from etl.reconcile.fields import SEPARATOR
from geo import register
from warehouse import contract
from warehouse.frames import Frames
from warehouse.vocabulary import ClaimStatus, DatePrecision, DateStatus, EventLevel, OrganiserKind, SubjectKind

_NEWER = "Digantikan oleh berkas yang lebih baru dari pengirim yang sama."
_DECIDED = "Angka dari berkas yang lebih baru dipilih."
_CONTRADICTED = ("date", "participants", "signers")
"""Fields of which one source's word can stand against another's."""


def claim_rows(events: pl.DataFrame, frames: Frames, source_id: str, campaign: str | None, *, by: str) -> pl.DataFrame:
    """The rows of `claim` that saved rows bring, and the former claims that they push aside."""
    spoken = frames.claim.filter(
        pl.col("subject_kind") == SubjectKind.EVENT.value, pl.col("subject_id").is_in(events["event_id"].to_list())
    )
    ordinals = Counter(spoken.select("subject_id", "field").iter_rows())
    made: list[dict[str, Any]] = []
    for row in events.iter_rows(named=True):
        for field, claim in _said(row, campaign):
            subject = row["event_id"]
            ordinals[subject, field] += 1
            made.append(
                {
                    "claim_id": f"{subject}/{field}/{ordinals[subject, field]:02d}/{source_id}",
                    "subject_kind": SubjectKind.EVENT.value,
                    "subject_id": subject,
                    "field": field,
                    "source_id": source_id,
                    "status": ClaimStatus.ACCEPTED.value,
                    **claim,
                }
            )
    fresh = contract.frame("claim", made)
    return pl.concat([fresh, _aside(events, fresh, spoken.drop("batch_id"), by)])


def event_tables(claims: pl.DataFrame, events: pl.DataFrame, frames: Frames) -> Mapping[str, pl.DataFrame]:
    """`claim`, `event` and `event_region`: the events that claims touch, from all that is said of them."""
    touched = claims["subject_id"].unique().to_list()
    others = frames.claim.filter(
        pl.col("subject_kind") == SubjectKind.EVENT.value, pl.col("subject_id").is_in(touched)
    ).drop("batch_id")
    every = pl.concat([claims, others.join(claims, on="claim_id", how="anti")])
    simulated = frames.source.filter("is_simulated")["source_id"]
    tables = events_from_claims(every, simulated)
    # A claim's value writes the first third of a month as the ten days it is.
    parts = events.filter(pl.col("day_precision") == DatePrecision.PART_OF_MONTH.value).select(
        "event_id", date_low="day_low", date_high="day_high", part="day_precision"
    )
    event = tables["event"].join(parts, on=["event_id", "date_low", "date_high"], how="left", maintain_order="left")
    event = event.with_columns(date_precision=pl.coalesce("part", "date_precision")).drop("part")
    return {"claim": claims, "event": event, "event_region": tables["event_region"]}


def _said(row: Mapping[str, Any], campaign: str | None) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each field that a row speaks of, with value, print and qualifier."""
    code, is_unit = row["region_code"], row["opd_id"] is not None
    plain = {
        "campaign_id": campaign,
        "activity": SEPARATOR.join(row["activity"]),
        "level": EventLevel.OPD.value if is_unit else register.region(code).level,
        "organiser_kind": (OrganiserKind.OPD if is_unit else OrganiserKind.PEMDA).value,
        "organiser_region_code": code,
        "opd": row["name"] if is_unit else None,
        "opd_id": row["opd_id"],
        "mode": row["mode"],
        "venue": row["venue"],
        "occasion": row["occasion"],
        "led_by": row["led_by"],
    }
    yield from ((field, {"value": value}) for field, value in plain.items() if value is not None)
    if row["day_low"] is not None:
        value = _days(row)
        yield "date", {"value": value, "stated": row["day_stated"] or value, "qualifier": DateStatus.STATED.value}
    for count in ("participants", "signers"):
        if row[f"{count}_stated"] is not None:
            bounds = write_bounds(row[f"{count}_low"], row[f"{count}_high"])
            said = {"value": bounds, "stated": row[f"{count}_stated"], "qualifier": row[f"{count}_qualifier"]}
            yield count, said


def _days(row: Mapping[str, Any]) -> str:
    low, high, precision = row["day_low"], row["day_high"], row["day_precision"]
    if precision == DatePrecision.YEAR:
        return f"{low:%Y}"
    if precision == DatePrecision.MONTH:
        return f"{low:%Y-%m}"
    return str(low.isoformat()) if low == high else f"{low.isoformat()}..{high.isoformat()}"


def _aside(events: pl.DataFrame, fresh: pl.DataFrame, spoken: pl.DataFrame, by: str) -> pl.DataFrame:
    """Accepted claims that a newer file of the same sender, or a person's choice, pushes aside, with the reason."""
    pushing = events.filter(pl.col("is_own").fill_null(value=False) | pl.col("replaces")).select(
        "replaces", subject_id="event_id"
    )
    fields = fresh.filter(pl.col("field").is_in(_CONTRADICTED)).select("subject_id", "field").unique()
    return (
        spoken.filter(pl.col("status") == ClaimStatus.ACCEPTED.value)
        .join(fields, on=["subject_id", "field"], how="semi", maintain_order="left")
        .join(pushing, on="subject_id", maintain_order="left")
        .with_columns(
            status=pl.lit(ClaimStatus.REJECTED.value),
            reason=pl.when("replaces").then(pl.lit(_DECIDED)).otherwise(pl.lit(_NEWER)),
            decided_by=pl.lit(by),
        )
        .select(fresh.columns)
    )
