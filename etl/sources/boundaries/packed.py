"""A zip: one or more shapefiles, or one of the other formats packed for the way. Nothing is unpacked to a disk."""

from __future__ import annotations

from etl.sources.boundaries import geojson, geopackage, geoparquet, shapefile
from etl.sources.boundaries.limits import Limits
from etl.sources.boundaries.offers import Offer
from etl.sources.boundaries.sniff import Format, sniff
from etl.sources.child.archive import Archive
from etl.sources.child.fault import Fault

_OTHERS = (".geojson", ".json", ".gpkg", ".parquet")
_READERS = {"geojson": geojson.offers, "geopackage": geopackage.offers, "geoparquet": geoparquet.offers}


def offers(data: bytes, limits: Limits, layer: str | None) -> tuple[Format, list[Offer]]:
    """What a zip offers; `layer` names the member wanted where there are several. Raises Fault."""
    archive = Archive(data, limits.expanded)
    names = [name for name in archive.names() if not name.startswith("__macosx/")]
    shapes = [name for name in names if name.endswith(".shp")]
    if shapes:
        return "shapefile", [_shapefile(archive, name, limits) for name in shapes]
    others = [name for name in names if name.endswith(_OTHERS)]
    wanted = [name for name in others if layer is None or _stem(name) == layer.lower()]
    if not others:
        raise Fault("no_member")
    if len(wanted) != 1:
        raise Fault("several_layers", layers=", ".join(sorted(map(_stem, others))))
    inner = archive.head(wanted[0], limits.expanded)
    kind = sniff(inner)
    if kind == "zip":
        raise Fault("zip_in_zip")
    return kind, _READERS[kind](inner)


def _shapefile(archive: Archive, name: str, limits: Limits) -> Offer:
    stem = name.removesuffix(".shp")
    if f"{stem}.dbf" not in archive:
        raise Fault("no_dbf", name=_stem(name))
    return shapefile.offer(
        _stem(name),
        archive.head(name, limits.expanded),
        archive.head(f"{stem}.dbf", limits.expanded),
        archive.text(f"{stem}.prj", 20_000),
        archive.text(f"{stem}.cpg", 40),
    )


def _stem(name: str) -> str:
    return name.rpartition("/")[2].rpartition(".")[0]
