"""A whole made-up country as tables: the same people and seed give the same rows."""

from __future__ import annotations

import datetime as dt

import numpy as np
import polars as pl

from etl.simulate.ceremonies import ceremonies
from etl.simulate.labels import CAMPAIGN, EXAMPLE, PUBLISHER
from etl.simulate.progress import conduct, manners, signatures
from etl.simulate.structure import headcounts, units
from warehouse.tables import TABLES
from warehouse.vocabulary import Duty, DutyScope, DutyStatus, Grade, Level, Qualifier, SourceKind

COUNTED_ON = dt.date(2024, 8, 31)
DUE = {Duty.IKRAR: dt.date(2024, 9, 24), Duty.PAKTA: dt.date(2024, 10, 31)}
RANKED, RANKED_ON = 10, dt.date(2024, 9, 2)
"""How many provinces the example's risk index names, and the day it came out."""
SET_BY = f"{EXAMPLE}: surat edaran Sekretaris Daerah"


def simulate(people: int, seed: int, regions: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """The tables of the example but their batch: `people` civil servants of every region in force, one election.

    `regions`: the region table without its batch. Every source is simulated and every event says so.
    """
    in_force = regions.filter(pl.col("valid_to").is_null()).sort("code")
    random = np.random.default_rng(seed)
    opd = units(in_force, random)
    headcount = headcounts(opd, people, random)
    like = manners(in_force, random)
    doing = conduct(opd, like, random)
    signed = signatures(headcount, doing, random)
    told = ceremonies(like, opd, in_force.select("code", "level"), random)
    files = _files(in_force, random)
    tables = {
        "region": regions,
        "campaign": _campaign(),
        "opd": opd,
        "headcount": _headcount_rows(headcount),
        "signature": signed.with_columns(
            campaign_id=pl.lit(CAMPAIGN), source_id=pl.format("contoh-rekap-{}", "region_code")
        ),
        "obligation": _obligations(like, doing),
        "risk_index": _risk_index(in_force, seed),
        **told,
        "source": pl.concat([told["source"], files, _risk_source()], how="diagonal"),
    }
    return {name: _as_table(name, frame) for name, frame in tables.items()}


def _as_table(name: str, frame: pl.DataFrame) -> pl.DataFrame:
    """The columns of the table but its batch, in its order; what the example does not say is null."""
    wanted = {column: kind for column, kind in TABLES[name].create_empty().schema.items() if column != "batch_id"}
    return frame.select(
        (pl.col(column).cast(kind) if column in frame.columns else pl.lit(None, kind)).alias(column)
        for column, kind in wanted.items()
    )


def _campaign() -> pl.DataFrame:
    """The real days of the Pilkada of 2024: election on 27 November, campaign from 25 September to 23 November."""
    return pl.DataFrame(
        {
            "campaign_id": [CAMPAIGN],
            "name": ["Pilkada 2024"],
            "election_date": [dt.date(2024, 11, 27)],
            "campaign_start": [dt.date(2024, 9, 25)],
            "campaign_end": [dt.date(2024, 11, 23)],
            "points": [[1, 2, 3, 4]],
        }
    )


def _headcount_rows(headcount: pl.DataFrame) -> pl.DataFrame:
    return headcount.with_columns(
        unit_id="opd_id",
        as_of=pl.lit(COUNTED_ON),
        as_of_precision=pl.lit("day"),
        people_low="people",
        people_high="people",
        people_stated=pl.col("people").cast(pl.String),
        people_qualifier=pl.lit(Qualifier.EXACT.value),
        source_id=pl.format("contoh-pegawai-{}", "region_code"),
        note=pl.lit(EXAMPLE),
    )


def _files(regions: pl.DataFrame, random: np.random.Generator) -> pl.DataFrame:
    """Three sources a region: its headcount, its recap of signatures (some with rosters), its circular."""
    grade = pl.lit(pl.Series(random.choice([Grade.A.value, Grade.B.value], regions.height, p=[0.15, 0.85])))
    kinds = {
        "pegawai": ("jumlah pegawai", pl.lit(Grade.B.value)),
        "rekap": ("rekap penanda tangan", grade),
        "edaran": ("surat edaran", pl.lit(Grade.B.value)),
    }
    return pl.concat(
        [
            regions.select(
                source_id=pl.format(f"contoh-{word}-{{}}", "code"),
                kind=pl.lit(SourceKind.SIMULATION.value),
                publisher=pl.lit(PUBLISHER),
                title=pl.format(f"{EXAMPLE}: {title} {{}}", "name"),
                grade=best,
                is_simulated=pl.lit(value=True),
            )
            for word, (title, best) in kinds.items()
        ]
    )


def _risk_index(regions: pl.DataFrame, seed: int) -> pl.DataFrame:
    """Ten provinces with an index, few high and many low, like the one that Bawaslu publishes; the others have none."""
    random = np.random.default_rng([seed, 1])  # numbers of its own, so that the rest of the example stays as it was
    provinces = regions.filter(level=Level.PROVINSI)["code"].to_list()
    drawn = sorted(random.choice(provinces, size=min(RANKED, len(provinces)), replace=False))
    values = 100 * random.power(0.3, size=len(drawn))
    return pl.DataFrame({"region_code": drawn, "value": values.round(2)}).with_columns(
        index_id=pl.lit("contoh-indeks"),
        issued_by=pl.lit(EXAMPLE),
        published_on=pl.lit(RANKED_ON),
        source_id=pl.lit("contoh-indeks"),
        note=pl.lit(EXAMPLE),
    )


def _risk_source() -> pl.DataFrame:
    return pl.DataFrame(
        {
            "source_id": ["contoh-indeks"],
            "kind": [SourceKind.SIMULATION.value],
            "publisher": [PUBLISHER],
            "title": [f"{EXAMPLE}: indeks kerawanan netralitas ASN"],
            "published_on": [RANKED_ON],
            "grade": [Grade.D.value],
            "is_simulated": [True],
        }
    )


def _obligations(manners: pl.DataFrame, conduct: pl.DataFrame) -> pl.DataFrame:
    """Each region's duty for every OPD, or its exemption, and the exemption of single OPD."""
    exempt = pl.col("manner") == "exempt"
    of_regions = manners.filter(pl.col("manner") != "unasked").select(
        "region_code",
        opd_id=pl.lit(None, pl.String),
        scope=pl.when(exempt).then(pl.lit(DutyScope.REGION.value)).otherwise(pl.lit(DutyScope.EVERY_OPD.value)),
        is_exempt=exempt,
    )
    of_units = conduct.filter("is_exempt").select(
        "region_code", "opd_id", scope=pl.lit(DutyScope.OPD.value), is_exempt=pl.lit(value=True)
    )
    both = pl.concat([of_regions, of_units], how="diagonal")
    bound = pl.coalesce("opd_id", "region_code").str.replace("/", "-", literal=True)
    status = pl.when("is_exempt").then(pl.lit(DutyStatus.TIDAK_WAJIB.value)).otherwise(pl.lit(DutyStatus.WAJIB.value))
    return pl.concat(
        [
            both.select(
                "region_code",
                "scope",
                "opd_id",
                obligation_id=pl.format(f"contoh-{duty.value}-{{}}", bound),
                campaign_id=pl.lit(CAMPAIGN),
                what=pl.lit(duty.value),
                status=status,
                due_date=pl.when(~pl.col("is_exempt")).then(pl.lit(due)),
                set_by=pl.lit(SET_BY),
                reason=pl.when("is_exempt").then(pl.lit(f"{EXAMPLE}: dikecualikan")),
                source_id=pl.format("contoh-edaran-{}", "region_code"),
            )
            for duty, due in DUE.items()
        ]
    )
