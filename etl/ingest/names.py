"""Names that are the same to a person, and whether a region lies in another. Pure."""

from __future__ import annotations

from geo import register


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
