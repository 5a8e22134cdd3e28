"""Which groups of a unit may be seen: parts of at least as many people as the threshold, no two of which overlap."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import polars as pl

from indicators.suppression.groups import ASN, GROUPS, TIERS, TYPES, added, group
from warehouse.vocabulary import Tier

_LEADING: Final = (Tier.PIMPINAN.value, Tier.ADMINISTRATOR.value, Tier.PENGAWAS.value)
"""Tiers of few people. They are hidden in this order, so that no two choices of what to hide ever cross."""
_MANY: Final = (Tier.FUNGSIONAL.value, Tier.PELAKSANA.value)
_ALL: Final = len(TIERS)


def visible(sizes: pl.DataFrame, threshold: int) -> pl.DataFrame:
    """`sizes` with a column `sees <group>` for each group: true where a count of it may be seen.

    A unit with too few people shows nothing; else its total. Where tiers are known within types, PNS and PPPK are parts
    of their own, each with its tiers (`_hiding`); a type that is too small hides behind the hidden tiers of the other
    one. Else the tiers are the parts, or, where no tiers are known, the types. Never both: from two ways to add up the
    same people, and one group of which all or none signed, follow counts of small groups.
    """
    decided = (
        sizes.with_columns(_hiding(kind, threshold).alias(f"hiding {kind}") for kind in (ASN, *TYPES))
        .with_columns(
            is_large=pl.col(group(ASN)) >= threshold,
            has_both=pl.all_horizontal(pl.col(group(kind)).is_not_null() for kind in TYPES),
            types=_enough((pl.col(group(kind)) for kind in TYPES), threshold)
            & ~_leaves_few(pl.col(group(ASN)), [pl.col(group(kind)) for kind in TYPES], threshold),
            has_tiers=pl.any_horizontal(pl.col(group(ASN, tier)).is_not_null() for tier in TIERS),
            crossed=pl.any_horizontal(pl.col(group(kind, tier)).is_not_null() for kind in TYPES for tier in TIERS),
        )
        .with_columns(_hiding_beside(kind, threshold).alias(f"hiding {kind}") for kind in TYPES)
        .with_columns(
            (_shows(kind, tier) & (pl.col("crossed") == (kind != ASN))).alias(f"shows {group(kind, tier)}")
            for kind in (ASN, *TYPES)
            for tier in TIERS
        )
    )
    sees = {group(ASN): pl.lit(value=True)}
    by_type = pl.col("types") & (pl.col("crossed") | ~pl.col("has_tiers") | ~pl.col("has_both"))
    for kind in TYPES:
        sees |= {group(kind): by_type} | {group(kind, tier): pl.col(f"shows {group(kind, tier)}") for tier in TIERS}
    for tier in TIERS:
        parts = [group(kind, tier) for kind in TYPES]
        all_parts = pl.all_horizontal(pl.col(f"shows {part}") | pl.col(part).is_null() for part in parts)
        sees[group(ASN, tier)] = pl.when("crossed").then(all_parts).otherwise(f"shows {group(ASN, tier)}")
    return decided.select(
        *sizes.columns,
        *((pl.col("is_large") & sees[name]).fill_null(value=False).alias(f"sees {name}") for name in GROUPS),
    )


def _enough(people: Iterable[pl.Expr], threshold: int) -> pl.Expr:
    """True where each of these groups has nobody or as many people as the threshold."""
    return pl.all_horizontal(count.is_null() | (count >= threshold) for count in people)


def _leaves_few(total: pl.Expr, parts: Iterable[pl.Expr], threshold: int) -> pl.Expr:
    """True where some people of the total, but too few, are in none of its parts."""
    rest = total - added(parts)
    return ((rest > 0) & (rest < threshold)).fill_null(value=False)


def _hiding(kind: str, threshold: int) -> pl.Expr:
    """How many tiers are hidden, because they are small or so that the small ones hide behind them.

    Who knows the total and the tiers that are seen knows what the hidden ones add up to. So those are as many people as
    the threshold or more: the leading tiers from above, then the smaller of the other two, else all. Where the smaller
    one is hidden, the leading tiers are enough people by themselves: the other choice would show their sum.
    """
    people = {tier: pl.col(group(kind, tier)) for tier in TIERS}

    def hides(*tiers: str) -> pl.Expr:
        behind = added(people[tier] for tier in tiers) >= threshold
        return behind & _enough((people[tier] for tier in TIERS if tier not in tiers), threshold)

    fourth = [hides(*_LEADING, tier) for tier in _MANY]
    return (
        pl.when(_leaves_few(pl.col(group(kind)), people.values(), threshold))
        .then(_ALL)
        .when(_enough(people.values(), threshold))
        .then(0)
        .when(hides(*_LEADING[:2]))
        .then(2)
        .when(hides(*_LEADING))
        .then(3)
        .when(
            pl.when(_functional_first(kind)).then(fourth[0]).otherwise(fourth[1]),
            added(people[tier] for tier in _LEADING) >= threshold,
        )
        .then(4)
        .otherwise(_ALL)
    )


def _hiding_beside(kind: str, threshold: int) -> pl.Expr:
    """The same where types are parts: a type that is too small hides all, and so does one that has none to hide behind
    for a few people of the other type."""
    own, is_small = pl.col(f"hiding {kind}"), pl.col(group(kind)) < threshold
    return pl.when(is_small | (~pl.col("types") & (own == 0))).then(_ALL).otherwise(own)


def _shows(kind: str, tier: str) -> pl.Expr:
    """True where the tier is not among those that are hidden."""
    hiding = pl.col(f"hiding {kind}")
    if tier in _LEADING:
        return hiding < max(2, 1 + _LEADING.index(tier))
    functional_first = _functional_first(kind)
    is_fourth = functional_first if tier == _MANY[0] else ~functional_first
    return hiding < pl.when(is_fourth).then(_ALL - 1).otherwise(_ALL)


def _functional_first(kind: str) -> pl.Expr:
    """True where the functional posts are the smaller one of the two tiers of many."""
    functional, staff = (pl.col(group(kind, tier)) for tier in _MANY)
    return functional.is_not_null() & (staff.is_null() | (functional <= staff))
