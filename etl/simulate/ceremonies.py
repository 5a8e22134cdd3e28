"""The made-up ceremonies of the regions that report: who, when, how many, and what the sources say of them."""

from __future__ import annotations

import datetime as dt

import numpy as np
import polars as pl

from etl.simulate.labels import CAMPAIGN, EXAMPLE, PUBLISHER
from warehouse.vocabulary import (
    Activity,
    ClaimStatus,
    DatePrecision,
    DateStatus,
    EventLevel,
    Grade,
    Mode,
    OrganiserKind,
    Qualifier,
    Role,
    SourceKind,
    SubjectKind,
)

_FROM, _DAYS = dt.date(2024, 7, 1), 140
_UNDATED, _RANGED, _DISPUTED, _DECIDED = 0.05, 0.08, 0.05, 0.05
_GRADES, _GRADE_SHARES = [grade.value for grade in Grade], [0.08, 0.22, 0.3, 0.4]
_ACTIVITIES = (
    [Activity.IKRAR.value, Activity.PAKTA.value],
    [Activity.IKRAR.value],
    [Activity.PAKTA.value],
    [Activity.DEKLARASI.value, Activity.IKRAR.value],
)
_POINTS = ([1, 2, 3, 4], [1, 2, 4], None)
_MODES = [Mode.LURING.value, Mode.HIBRIDA.value, Mode.DARING.value]


def ceremonies(
    manners: pl.DataFrame, units: pl.DataFrame, levels: pl.DataFrame, random: np.random.Generator
) -> dict[str, pl.DataFrame]:
    """The tables `event`, `event_region`, `claim` and `source` of regions that report, without batch.

    `manners`: `region_code`, `manner`; `units`: `opd_id`, `region_code`, `name`; `levels`: `code`, `level`.
    """
    reporting = manners.filter(pl.col("manner") == "reports").join(levels, left_on="region_code", right_on="code")
    reporting = reporting.sort("region_code").select("region_code", "level")
    drawn = pl.Series(random.binomial(3, 0.35, reporting.height))
    of_regions = (
        reporting.with_columns(number=pl.int_ranges(1, drawn.clip(0, 3) + 1))
        .filter(pl.col("number").list.len() > 0)
        .explode("number")
        .with_columns(
            opd_id=pl.lit(None, pl.String),
            opd=pl.lit(None, pl.String),
            organiser_kind=pl.lit(OrganiserKind.PEMDA.value),
            event_id=pl.format("contoh-{}-{}", "region_code", "number"),
        )
    )
    of_units = (
        units.filter(pl.Series(random.random(units.height) < 0.015))
        .join(reporting.select("region_code"), on="region_code", how="semi", maintain_order="left")
        .select(
            "region_code",
            "opd_id",
            opd="name",
            level=pl.lit(EventLevel.OPD.value),
            organiser_kind=pl.lit(OrganiserKind.OPD.value),
            event_id=pl.format("contoh-{}", pl.col("opd_id").str.replace("/", "-", literal=True)),
        )
    )
    events = _described(pl.concat([of_regions.drop("number"), of_units], how="diagonal").sort("event_id"), random)
    sources, claims = _reported(events, random)
    regions = pl.concat(
        [events.select("event_id", "region_code", role=pl.lit(role.value)) for role in (Role.ORGANISER, Role.PLACE)]
    )
    event = events.drop("is_disputed", "is_decided").rename({"region_code": "organiser_region_code"})
    return {"event": event, "event_region": regions, "claim": claims, "source": sources}


def _described(events: pl.DataFrame, random: np.random.Generator) -> pl.DataFrame:
    count = events.height
    chance = random.random(count)
    day = pl.lit(pl.Series(random.integers(0, _DAYS, count)))
    people = pl.Series(np.round(random.lognormal(5.2, 0.9, count)).astype(np.int64) + 20)
    said = random.choice(["exact", "at_least", "none"], count, p=[0.5, 0.15, 0.35])
    is_dated = pl.Series(chance >= _UNDATED)
    is_range = pl.Series((chance >= _UNDATED) & (chance < _UNDATED + _RANGED))
    low = pl.lit(_FROM) + pl.duration(days=day)
    doubt = pl.Series(random.random(count))
    events = events.with_columns(
        campaign_id=pl.lit(CAMPAIGN),
        activity=pl.Series([_ACTIVITIES[i] for i in random.choice(len(_ACTIVITIES), count, p=[0.5, 0.25, 0.15, 0.1])]),
        place_region_code="region_code",
        date_low=pl.when(is_dated).then(low),
        date_high=pl.when(is_range).then(low + pl.duration(days=4)).when(is_dated).then(low),
        date_precision=pl.when(is_range)
        .then(pl.lit(DatePrecision.RANGE.value))
        .when(is_dated)
        .then(pl.lit(DatePrecision.DAY.value)),
        date_status=pl.when(is_dated).then(pl.lit(DateStatus.STATED.value)).otherwise(pl.lit(DateStatus.MISSING.value)),
        mode=pl.Series(random.choice(_MODES, count, p=[0.7, 0.25, 0.05])),
        venue=pl.lit(EXAMPLE),
        participants_low=pl.when(pl.Series(said != "none")).then(people),
        participants_high=pl.when(pl.Series(said == "exact")).then(people),
        participants_qualifier=pl.when(pl.Series(said == "exact"))
        .then(pl.lit(Qualifier.EXACT.value))
        .when(pl.Series(said == "at_least"))
        .then(pl.lit(Qualifier.AT_LEAST.value)),
        points=pl.Series([_POINTS[i] for i in random.choice(len(_POINTS), count, p=[0.75, 0.1, 0.15])]),
        is_disputed=is_dated & (doubt < _DISPUTED),
        is_decided=is_dated & (doubt >= _DISPUTED) & (doubt < _DISPUTED + _DECIDED),
        is_simulated=pl.lit(value=True),
    )
    stated = pl.when(pl.col("participants_high").is_null()).then(pl.lit("setidaknya ")).otherwise(pl.lit(""))
    return events.with_columns(
        date_stated=pl.col("date_low").dt.strftime("%d/%m/%Y"),
        participants_stated=pl.concat_str(stated, pl.col("participants_low").cast(pl.String)),
        points_stated=pl.col("points").list.len().cast(pl.Int64),
    )


def _reported(events: pl.DataFrame, random: np.random.Generator) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Sources, one to three an event, and the claims they make; a disputed date has a second, open or rejected one."""
    copies = pl.Series(random.integers(1, 4, events.height))
    doubted = pl.col("is_disputed") | pl.col("is_decided")
    told = (
        events.with_columns(copy=pl.int_ranges(1, pl.max_horizontal(copies, pl.when(doubted).then(2).otherwise(1)) + 1))
        .explode("copy")
        .with_columns(source_id=pl.format("{}-sumber-{}", "event_id", "copy"))
    )
    count = told.height
    is_copy = (pl.col("copy") > 1) & pl.Series(random.random(count) < 0.2) & ~doubted
    sources = told.select(
        "source_id",
        kind=pl.lit(SourceKind.SIMULATION.value),
        publisher=pl.lit(PUBLISHER),
        title=pl.format(EXAMPLE + ": kegiatan {}", "event_id"),
        published_on=pl.col("date_high") + pl.duration(days=pl.lit(pl.Series(random.integers(0, 4, count)))),
        grade=pl.Series(random.choice(_GRADES, count, p=_GRADE_SHARES)),
        syndicated_from=pl.when(is_copy).then(pl.format("{}-sumber-1", "event_id")),
        is_simulated=pl.lit(value=True),
    )
    other = pl.col("copy") == 2
    day = pl.col("date_low") + pl.duration(days=pl.when(doubted & other).then(7).otherwise(0))
    is_range = pl.col("date_low") != pl.col("date_high")
    date = (
        pl.when(is_range & ~(doubted & other))
        .then(pl.format("{}..{}", pl.col("date_low").cast(pl.String), pl.col("date_high").cast(pl.String)))
        .otherwise(day.cast(pl.String))
    )
    people = pl.format("{}..{}", pl.col("participants_low"), pl.col("participants_high").cast(pl.String).fill_null(""))
    fields = {
        "activity": pl.col("activity").list.join("; "),
        "date": date,
        "participants": people,
        "points": pl.col("points").cast(pl.List(pl.String)).list.join("; "),
    }
    open_, rejected, accepted = (
        pl.lit(status.value) for status in (ClaimStatus.OPEN, ClaimStatus.REJECTED, ClaimStatus.ACCEPTED)
    )
    claims = pl.concat(
        [
            told.select(
                claim_id=pl.format("event/{}/{}/{}/1", "event_id", pl.lit(name), "source_id"),
                subject_kind=pl.lit(SubjectKind.EVENT.value),
                subject_id="event_id",
                field=pl.lit(name),
                value=value,
                source_id="source_id",
                status=pl.when(pl.lit(name == "date") & other & pl.col("is_disputed"))
                .then(open_)
                .when(pl.lit(name == "date") & other & pl.col("is_decided"))
                .then(rejected)
                .otherwise(accepted),
            )
            for name, value in fields.items()
        ]
    ).filter(pl.col("value").is_not_null())
    reason = pl.when(pl.col("status") == ClaimStatus.REJECTED).then(pl.lit(f"{EXAMPLE}: sumber lain lebih kuat"))
    return sources, claims.with_columns(reason=reason)
