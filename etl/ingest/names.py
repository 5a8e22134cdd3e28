"""Names as they are compared, and the codes that people gave them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import polars as pl

from geo import register, spelling


def name_key(name: str) -> str:
    """The form in which two writings of a name are compared: letters and digits only."""
    return name_keys([name])[name]


def name_keys(names: Iterable[str]) -> Mapping[str, str]:
    """Each name with its key."""
    distinct = pl.Series("name", list(dict.fromkeys(names)), dtype=pl.String)
    keys = pl.select(spelling.key(spelling.words(pl.lit(distinct)))).to_series()
    return dict(zip(distinct, keys, strict=True))


def written_alike(name: str, other: str) -> bool:
    """True where two names differ by capitals and blanks at most: nothing that a person would have to be told."""
    return name.casefold().split() == other.casefold().split()


def is_within(code: str, area: str | None) -> bool:
    """True where a region is an area or lies in it; null = everywhere. Raises NotFound for an unknown code."""
    if area is None or code == area:
        return True
    return register.region(code).parent_code == area


def in_scope(code: str, scope: tuple[str, ...] | None) -> bool:
    """True where a region is one of those, or below one of them; null = all."""
    return scope is None or any(is_within(code, area) for area in scope)
