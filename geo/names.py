"""Names to codes: exact, else a verified alias, else a question. A name is never guessed.

`exact`: the official name, with or without its type word or abbreviation, where only one region or unit fits.
`alias`: a verified other name, or a replaced code. `ambiguous`: several fit. `unknown`: none does. Similarity only
fills `candidates`; it never decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import polars as pl

from geo.region_names import resolve_frame
from geo.resolution import Candidate, Resolution, Status
from geo.unit_names import resolve_units
from geo.units import opd_kind, opd_slug

Kind = Literal["region", "opd"]

__all__ = ["Candidate", "Kind", "Resolution", "Status", "opd_kind", "opd_slug", "resolve", "resolve_frame"]


def resolve(names: Sequence[str], *, within: str | None = None, kind: Kind = "region") -> list[Resolution]:
    """One resolution a name, in order. Raises NotFound for a `within` that is no code.

    kind region: `within` is the code whose area is searched, itself included. kind opd: `within` is the region the
    units belong to and the code an opd_id, `33.03/dinas-kesehatan`; without it the canonical name's slug.
    """
    if kind == "opd":
        return resolve_units(names, within=within)
    frame = resolve_frame(pl.Series(names, dtype=pl.String), within=within)
    return [
        Resolution(name, code, status, tuple(Candidate(**each) for each in candidates))
        for name, code, status, candidates in frame.iter_rows()
    ]
