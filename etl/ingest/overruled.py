"""Figures that a person decided against: they stay visible as rejected claims of their source. Pure."""

from __future__ import annotations

import datetime as dt

import polars as pl

from etl.ingest.values import Verdict
from etl.reconcile import write_bounds
from warehouse import contract
from warehouse.vocabulary import ClaimStatus, SubjectKind

_REPLACED = "Diganti dengan angka dari berkas yang lebih baru."
_KEPT = "Angka sumber yang sudah ada dipertahankan."
_FIELDS = {"people": "headcount"}
"""How claims call a measure that has another name there."""


def overruled_claims(
    figures: pl.DataFrame, known: pl.DataFrame, *, source_id: str, by: str, on: dt.date
) -> pl.DataFrame:
    """A rejected claim for each figure that an answer overruled: the stored one, or this file's own.

    `figures` as `compare` gives them, `is_decided` marks those an answer was about; `known` is the table `claim`.
    """
    rows = []
    for row in figures.filter("is_decided").iter_rows(named=True):
        own = row["verdict"] == Verdict.REFUSED.value
        prefix, source = ("", source_id) if own else ("old_", row["old_source_id"])
        cell = f"{row['employee_type']}-{row['tier']}-{row['as_of']}"
        rows.append(
            {
                "claim_id": f"{row['unit_id']}/{row['field']}/{cell}/{source}",
                "subject_kind": (SubjectKind.OPD if row["opd_id"] else SubjectKind.REGION).value,
                "subject_id": row["unit_id"],
                "field": _FIELDS.get(row["field"], row["field"]),
                "value": write_bounds(row[f"{prefix}low"], row[f"{prefix}high"]),
                "stated": row[f"{prefix}stated"],
                "qualifier": row[f"{prefix}qualifier"],
                "source_id": source,
                "status": ClaimStatus.REJECTED.value,
                "reason": _KEPT if own else _REPLACED,
                "decided_by": by,
                "decided_on": on,
            }
        )
    claims = contract.frame("claim", rows).unique("claim_id", keep="first", maintain_order=True)
    return claims.join(known, on="claim_id", how="anti", maintain_order="left")
