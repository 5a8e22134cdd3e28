"""Whether a table holds kabupaten and kota or provinces, where its columns do not say it."""

from __future__ import annotations

from collections.abc import Sequence

from geo import names
from geo.boundaries import codes
from geo.boundaries.units import Unit
from geo.boundaries.values import BoundaryLevel, Unusable

_MORE_THAN_PROVINCES = 60


def level_of(units: Sequence[Unit]) -> BoundaryLevel:
    """The level that the codes say, else the names, else the number of units. Raises Unusable for villages."""
    read = [code for unit in units for cell in unit.cells if (code := codes.read(cell)).form != "none"]
    finer = sum(code.form == "finer" for code in read)
    if finer > len(read) / 2:
        raise Unusable("finer", count=len(units))
    lengths = [len(code.digits or "") for code in read if code.form == "sound"]
    if lengths:
        return "kabupaten" if 4 in lengths else "provinsi"
    found = names.resolve([unit.name or "" for unit in units])
    meant = [[each.code] if each.code else [candidate.code for candidate in each.candidates] for each in found]
    as_region = sum(any("." in code for code in likely) for likely in meant)
    as_province = sum(any("." not in code for code in likely) for likely in meant)
    if as_region == as_province:
        return "kabupaten" if len(units) > _MORE_THAN_PROVINCES else "provinsi"
    return "kabupaten" if as_region > as_province else "provinsi"
