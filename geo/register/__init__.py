"""The region register: every province, kabupaten and kota in force, and the codes they replaced.

The facts are the CSV files beside this module; `README.md` there names their sources. Everything here is read once and
never changed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polars as pl

from i18n import N_, NotFound

FOLDER = Path(__file__).parent

_COLUMNS = {
    "code": pl.String,
    "bps_code": pl.String,
    "iso_3166_2": pl.String,
    "level": pl.String,
    "name": pl.String,
    "parent_code": pl.String,
    "latitude": pl.Float64,
    "longitude": pl.Float64,
    "area_km2": pl.Float64,
    "population": pl.Int64,
    "valid_from": pl.Date,
    "valid_to": pl.Date,
    "successor_code": pl.String,
}
_TYPE_WORDS = ("Kabupaten Administrasi ", "Kota Administrasi ", "Kabupaten ", "Kota ")
_SHORT_PROVINCES = {"31": "DKI Jakarta", "34": "DI Yogyakarta"}


@dataclass(frozen=True, slots=True)
class Region:
    """A code of the register. `parent_code` null = a province; `successor_code` null = in force."""

    code: str
    level: str
    name: str
    parent_code: str | None
    successor_code: str | None

    @property
    def bare_name(self) -> str:
        """The name without its type word: Solok, Jakarta Pusat. May belong to several regions."""
        for word in _TYPE_WORDS:
            if self.name.startswith(word):
                return self.name.removeprefix(word)
        return self.name


def table(name: str) -> pl.DataFrame:
    """One of the register's CSV files as it stands: every cell text, empty cells null."""
    return pl.read_csv(FOLDER / f"{name}.csv", infer_schema=False)


@cache
def regions() -> pl.DataFrame:
    """One row per code, in force or replaced, by code: the columns of the `region` table but its batch."""
    both = pl.concat([table("regions"), table("code_history")], how="diagonal")
    cells = {
        name: pl.col(name).str.to_date() if kind == pl.Date else pl.col(name).cast(kind)
        for name, kind in _COLUMNS.items()
    }
    return both.select(**cells).sort("code")


@cache
def by_code() -> dict[str, Region]:
    """Every code of the register, in force or replaced."""
    columns = list(Region.__slots__)
    return {row[0]: Region(*row) for row in regions().select(columns).iter_rows()}


def region(code: str) -> Region:
    """The region of a code, in force or replaced. Raises NotFound."""
    found = by_code().get(code)
    if found is None:
        raise NotFound(N_("There is no region with the code {code}."), code=code)
    return found


def current_code(code: str) -> str:
    """The code in force today for a code: the successor of a replaced one, else the code itself. Raises NotFound."""
    return region(code).successor_code or code


def name_of(code: str) -> str:
    """Official name with its type word: Kabupaten Purbalingga, Kota Solok, Jawa Tengah. Raises NotFound."""
    return region(code).name


@cache
def _shared_bare_names() -> frozenset[str]:
    counts = Counter(region.bare_name for region in by_code().values() if region.successor_code is None)
    return frozenset(name for name, count in counts.items() if count > 1)


def short_name(code: str) -> str:
    """The shortest name that means one region: Purbalingga, Kab. Solok, Kota Solok, DI Yogyakarta. Raises NotFound."""
    found = region(code)
    if code in _SHORT_PROVINCES:
        return _SHORT_PROVINCES[code]
    if found.level == "provinsi" or "Administrasi" in found.name:
        return found.bare_name
    if found.level == "kota":
        return found.name
    return f"Kab. {found.bare_name}" if found.bare_name in _shared_bare_names() else found.bare_name


@cache
def children(code: str) -> tuple[str, ...]:
    """Codes in force directly below a province, in order; none below a kabupaten or kota. Raises NotFound."""
    region(code)
    return tuple(each.code for each in by_code().values() if each.parent_code == code and each.successor_code is None)


@cache
def provinces() -> tuple[str, ...]:
    """The codes of the provinces, in order."""
    return tuple(each.code for each in by_code().values() if each.level == "provinsi")


@cache
def island_of(code: str) -> str:
    """Name of the island on which a region's label point lies. Raises KeyError for what lies on none that is listed."""
    islands = dict(table("islands").iter_rows())
    return str(islands.get(code) or islands[code[:2]])


@cache
def edition() -> str:
    """The decree that the codes in force follow."""
    (decree,) = table("regions")["source"].unique()
    return str(decree)
