"""How many people there are at least in each group that a unit's headcounts and counts name.

A unit is an OPD or a region taken as a whole; its people outside ASN are a unit of their own (`is_outside`). A group is
an employee type × tier: `ASN` holds PNS and PPPK, `semua` holds every tier.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import polars as pl

from warehouse.frames import Frames
from warehouse.vocabulary import EmployeeType, Tier

UNIT: Final = ("unit_id", "is_outside")
ASN, PNS, PPPK = EmployeeType.ASN.value, EmployeeType.PNS.value, EmployeeType.PPPK.value
TYPES: Final = (PNS, PPPK)
ALL_TIERS: Final = Tier.SEMUA.value
TIERS: Final = tuple(tier.value for tier in Tier if tier is not Tier.SEMUA)


def group(kind: str, tier: str = ALL_TIERS) -> str:
    """The name of a group: `PNS pimpinan`, `ASN semua`."""
    return f"{kind} {tier}"


GROUPS: Final = tuple(group(kind, tier) for kind in (ASN, *TYPES) for tier in (ALL_TIERS, *TIERS))


def of_groups(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with `is_outside` and `group`. Of people outside ASN no types are known: there `ASN` is all of them."""
    is_outside = pl.col("employee_type") == EmployeeType.NON_ASN
    kind = pl.when(is_outside).then(pl.lit(ASN)).otherwise("employee_type")
    return rows.with_columns(is_outside=is_outside, group=pl.concat_str(kind, "tier", separator=" "))


def nobody(name: str) -> pl.Expr:
    """True where a headcount shows that there is nobody in the group."""
    return pl.col(f"nobody {name}")


def sizes(frames: Frames) -> pl.DataFrame:
    """A row a unit of `UNIT`: under each group's name the people in it at least, null where there are none or nothing
    is said of them; `nobody <group>` where that is known; `region_code`, `opd_id`.

    The smallest headcount of any day holds, so that a group does not come into sight by growing: its older counts
    would come with it. Where there is no headcount, there are at least as many people as were counted.
    """
    listed = of_groups(frames.headcount.filter(pl.col("people_low").is_not_null()))
    some = listed.with_columns(people=pl.when(pl.col("people_low") > 0).then("people_low"))
    counted = of_groups(frames.signature).with_columns(people=pl.max_horizontal("pledged_low", "signed_low"))
    found = (
        pl.concat([rows.select(*UNIT, "region_code", "opd_id") for rows in (listed, counted)])
        .unique(UNIT)
        .join(_wide(some, "min", "listed"), on=UNIT, how="left")
        .join(_wide(counted, "max", "counted"), on=UNIT, how="left")
        .join(_lists(listed), on=UNIT, how="left")
        .join(_open(listed), on=UNIT, how="left")
        .with_columns(pl.col("^(lists|maybe) .*$").fill_null(value=False))
    )
    people = _people()
    return found.select(
        *UNIT,
        "region_code",
        "opd_id",
        *(expr.alias(name) for name, expr in people.items()),
        *(
            (people[name].is_null() & full_list & ~pl.col(f"maybe {name}")).alias(f"nobody {name}")
            for name, full_list in _full_lists().items()
        ),
    )


def added(parts: Iterable[pl.Expr]) -> pl.Expr:
    """The sum of the parts that are known; null where none is."""
    known = list(parts)
    return pl.when(pl.any_horizontal(part.is_not_null() for part in known)).then(pl.sum_horizontal(known))


def _wide(rows: pl.DataFrame, of_days: str, stem: str) -> pl.DataFrame:
    """A row a unit, a column a group: `<stem> <group>`."""
    keep = pl.element().min() if of_days == "min" else pl.element().max()
    wide = rows.pivot("group", GROUPS, index=UNIT, values="people", aggregate_function=keep)
    return wide.rename({name: f"{stem} {name}" for name in GROUPS})


def _lists(listed: pl.DataFrame) -> pl.DataFrame:
    """Which ways to split its people a unit's headcounts use: `lists PNS`, and `lists PNS tiers` if by tier too."""
    is_split = ~pl.col("group").str.ends_with(f" {ALL_TIERS}")
    is_kind = {kind: pl.col("group").str.starts_with(f"{kind} ") for kind in (ASN, *TYPES)}
    return listed.group_by(UNIT).agg(
        *(found.any().alias(f"lists {kind}") for kind, found in is_kind.items()),
        *((found & is_split).any().alias(f"lists {kind} tiers") for kind, found in is_kind.items()),
    )


def _open(listed: pl.DataFrame) -> pl.DataFrame:
    """`maybe <group>` where a headcount of 0 or more tells of it: there may be nobody in it, or somebody."""
    is_open = (pl.col("people_low") == 0) & pl.col("people_high").ne_missing(0)
    return listed.filter(is_open).group_by(UNIT).agg(_tells_of(name).any().alias(f"maybe {name}") for name in GROUPS)


def _tells_of(name: str) -> pl.Expr:
    """True for rows of which some may be people of the group."""
    kind, tier = name.split(" ")
    is_kind = pl.lit(kind == ASN) | pl.col("group").str.contains(f"^({ASN}|{kind}) ")
    is_tier = pl.lit(tier == ALL_TIERS) | pl.col("group").str.contains(f" ({ALL_TIERS}|{tier})$")
    return is_kind & is_tier


def _people() -> dict[str, pl.Expr]:
    """People in each group at least: by headcounts, each a full list in its own way; else by what was counted."""
    in_list, in_count = _listed(), _counted()
    by_type, by_tier, by_both = (
        pl.any_horizontal(f"lists {kind}" for kind in TYPES),
        pl.any_horizontal(f"lists {kind} tiers" for kind in (ASN, *TYPES)),
        pl.any_horizontal(f"lists {kind} tiers" for kind in TYPES),
    )
    is_listed = {group(ASN): pl.any_horizontal(f"lists {kind}" for kind in (ASN, *TYPES))}
    is_listed |= {group(kind): by_type for kind in TYPES} | {group(ASN, tier): by_tier for tier in TIERS}
    is_listed |= {group(kind, tier): by_both for kind in TYPES for tier in TIERS}
    # a count of 0 of people that no headcount tells of: nobody knows how few they are
    return {
        name: pl.coalesce(in_list[name], pl.when((in_count[name] > 0) | ~is_listed[name]).then(in_count[name]))
        for name in GROUPS
    }


def _listed() -> dict[str, pl.Expr]:
    def own(kind: str, tier: str = ALL_TIERS) -> pl.Expr:
        return pl.col(f"listed {group(kind, tier)}")

    types = {kind: pl.min_horizontal(own(kind), added(own(kind, tier) for tier in TIERS)) for kind in TYPES}
    both = pl.sum_horizontal(list(types.values()), ignore_nulls=False)
    whole = pl.min_horizontal(own(ASN), added(own(ASN, tier) for tier in TIERS), both)
    return {
        group(ASN): pl.coalesce(whole, *types.values()),
        **{group(kind): people for kind, people in types.items()},
        **{
            group(ASN, tier): pl.min_horizontal(own(ASN, tier), added(own(kind, tier) for kind in TYPES))
            for tier in TIERS
        },
        **{group(kind, tier): own(kind, tier) for kind in TYPES for tier in TIERS},
    }


def _counted() -> dict[str, pl.Expr]:
    def own(kind: str, tier: str = ALL_TIERS) -> pl.Expr:
        return pl.col(f"counted {group(kind, tier)}")

    types = {kind: pl.max_horizontal(own(kind), added(own(kind, tier) for tier in TIERS)) for kind in TYPES}
    return {
        group(ASN): pl.max_horizontal(own(ASN), added(own(ASN, tier) for tier in TIERS), added(types.values())),
        **{group(kind): people for kind, people in types.items()},
        **{
            group(ASN, tier): pl.max_horizontal(own(ASN, tier), added(own(kind, tier) for kind in TYPES))
            for tier in TIERS
        },
        **{group(kind, tier): own(kind, tier) for kind in TYPES for tier in TIERS},
    }


def _full_lists() -> dict[str, pl.Expr]:
    """Where a group that is not named has nobody in it, because a headcount names all like it."""
    by_tier = {kind: pl.col(f"lists {kind} tiers") for kind in (ASN, *TYPES)}
    both = pl.all_horizontal(by_tier[kind] for kind in TYPES)
    return {
        **{group(kind): pl.col(f"lists {kind}") for kind in TYPES},
        **{group(ASN, tier): by_tier[ASN] | both for tier in TIERS},
        **{
            group(kind, tier): by_tier[kind] | (pl.col(f"lists {kind}") & _listed()[group(kind)].is_null())
            for kind in TYPES
            for tier in TIERS
        },
    }
