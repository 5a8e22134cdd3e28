"""The columns that publishers of Indonesian boundaries use, recognised by name whatever the case."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from geo.boundaries.values import BoundaryLevel, Cells

Role = Literal["name", "kind", "province"]


@dataclass(frozen=True, slots=True)
class Layout:
    """What a publisher's columns are called, in lower case; of several names the first with values counts.

    `marks`: a table with one of them has this layout. `level` null = to be seen from the values. `codes`: columns that
    may hold codes; of which system is never assumed.
    """

    publisher: str | None
    level: BoundaryLevel | None
    marks: tuple[str, ...]
    codes: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    province: tuple[str, ...] = ()


_CODES = ("code", "kode", "kode_kemendagri", "kode_wilayah", "bps_code", "kode_bps")
_NAMES = ("name", "nama", "nama_wilayah")
_KAB_CODES = ("kode_kab", "kodekab", "kd_kab", "kdkab", "kode_kabkota", "kab_code", "id_kab", "idkab")
_KAB_NAMES = ("nama_kab", "nmkab", "kabupaten", "kabkot", "kab_kota", "kabkota", "kabupaten_kota", "nama_kabkota")
_KINDS = ("type", "jenis", "tipe")
_PROV_CODES = ("kode_prov", "kodeprov", "kdprov", "kd_prov", "id_prov", "kode_provinsi")
_PROV = ("province", "provinsi", "nama_prov", "nmprov", "prov", "nama_provinsi")

LAYOUTS = (
    Layout("BIG", "kabupaten", ("wadmkk", "kdpkab"), ("kdpkab", "kdbbps"), ("wadmkk", "namobj"), (), ("wadmpr",)),
    Layout("BIG", "provinsi", ("wadmpr", "kdppum"), ("kdppum", "kdpbps"), ("wadmpr", "namobj")),
    Layout(
        "HDX COD-AB",
        "kabupaten",
        ("adm2_pcode",),
        ("adm2_pcode",),
        ("adm2_name", "adm2_en", "adm2_id"),
        (),
        ("adm1_name", "adm1_en", "adm1_id"),
    ),
    Layout("HDX COD-AB", "provinsi", ("adm1_pcode",), ("adm1_pcode",), ("adm1_name", "adm1_en", "adm1_id")),
    Layout("GADM", "kabupaten", ("gid_2",), ("cc_2",), ("name_2",), ("type_2",), ("name_1",)),
    Layout("GADM", "provinsi", ("gid_1",), ("cc_1", "iso_1"), ("name_1",)),
    Layout("geoBoundaries", None, ("shapename",), ("shapeiso",), ("shapename",)),
    Layout(
        None, "kabupaten", (*_KAB_CODES, *_KAB_NAMES), (*_KAB_CODES, *_CODES), (*_KAB_NAMES, *_NAMES), _KINDS, _PROV
    ),
    Layout(None, None, (*_CODES, *_NAMES), _CODES, _NAMES, (*_KINDS, "level", "tingkat"), _PROV),
    Layout(None, "provinsi", (*_PROV_CODES, *_PROV), _PROV_CODES, _PROV),
)
"""In the order they are tried: what only one publisher uses comes before plain words."""


def layout_of(columns: Collection[str], level: BoundaryLevel | None = None) -> Layout | None:
    """The first layout whose marks the columns have, of the wanted level where one is wanted; null where none fits."""
    known = {column.lower() for column in columns}
    fitting = (layout for layout in LAYOUTS if level is None or layout.level in {None, level})
    return next((layout for layout in fitting if known.intersection(layout.marks)), None)


def best(tables: Mapping[str, tuple[Collection[str], int]], level: BoundaryLevel | None) -> str | None:
    """The table to take of a file with several, by their columns and number of features; null where none is known.

    Kabupaten before provinces, and of those the coarsest: a table of villages repeats its kabupaten on every row.
    """
    known = {name: layout for name, (columns, _) in tables.items() if (layout := layout_of(columns, level))}
    order = {"kabupaten": 0, None: 1, "provinsi": 2}
    ranked = sorted(known, key=lambda name: (order[known[name].level], tables[name][1], name))
    return ranked[0] if ranked else None


def column(wanted: Sequence[str], columns: Mapping[str, Cells]) -> str | None:
    """The table's own spelling of the first wanted column that holds anything."""
    own = {name.lower(): name for name in columns}
    return next((own[name] for name in wanted if name in own and any(columns[own[name]])), None)
