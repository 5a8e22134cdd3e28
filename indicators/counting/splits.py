"""Which tiers and employee types the counts of a government name by themselves: what is not named has no evidence."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from indicators.question import Evidence, ask
from indicators.scope import Scope
from indicators.suppression import WITHHELD
from warehouse.frames import Frames
from warehouse.vocabulary import EmployeeType, Tier


@dataclass(frozen=True, slots=True)
class Splits:
    """What counts of people who signed are of. Of each of `tiers` and `types` a count of its own is on record.

    `withheld` are the tiers and types of which a count is on record that these frames do not show. `without_tiers`,
    `without_types`: some counts hold all tiers, or PNS and PPPK, together.
    """

    tiers: frozenset[str]
    types: frozenset[str]
    withheld: frozenset[str]
    without_tiers: bool
    without_types: bool


def splits(frames: Frames, scope: Scope) -> Splits:
    """How the counts of the government of `scope.region` (its own, not those of regions below it) are split."""
    question = ask(frames, scope, Evidence.TALLIES)
    counted = frames.signature.filter(
        pl.col("region_code") == question.region,
        question.of_campaign,
        question.until_as_of("as_of"),
        pl.col("signed_low").is_not_null() | pl.col("signed_qualifier").is_not_null(),
    )
    is_withheld = (pl.col("signed_qualifier") == WITHHELD).fill_null(value=False)
    shown, hidden = counted.filter(~is_withheld), counted.filter(is_withheld)
    is_asn = pl.col("employee_type") != EmployeeType.NON_ASN
    tiers, types = set(shown.filter(is_asn)["tier"]), set(shown["employee_type"])
    return Splits(
        tiers=frozenset(tiers - {Tier.SEMUA.value}),
        types=frozenset(types - {EmployeeType.ASN.value}),
        withheld=frozenset({*hidden.filter(is_asn)["tier"], *hidden["employee_type"]}),
        without_tiers=Tier.SEMUA.value in tiers,
        without_types=EmployeeType.ASN.value in types,
    )
