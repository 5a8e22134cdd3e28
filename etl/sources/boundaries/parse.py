"""Bytes to the regions' map, in one process and pure: what the child process does."""

from __future__ import annotations

from etl.sources.boundaries import geojson, geopackage, geoparquet, packed
from etl.sources.boundaries.limits import Limits
from etl.sources.boundaries.offers import Offer
from etl.sources.boundaries.sniff import Format, sniff
from etl.sources.boundaries.wire import Asked
from etl.sources.child.fault import Fault
from geo.boundaries import layouts
from geo.boundaries.prepare import prepare
from geo.boundaries.values import Prepared, Unusable, Wanted


def parse(data: bytes, asked: Asked, limits: Limits) -> tuple[Format, Prepared]:
    """The format found, and what the wanted layer comes to. Raises Fault."""
    found, offered = _offers(data, asked, limits)
    if asked.format is not None and asked.format != found:
        raise Fault("other_format", found=found, wanted=asked.format)
    offer = _chosen(offered, asked)
    if offer.count > limits.features:
        raise Fault("too_many_features", count=offer.count, limit=limits.features)
    if offer.count == 0:
        raise Fault("empty")
    try:
        return found, prepare(offer.load(), Wanted(asked.level, asked.answers))
    except Unusable as reason:
        raise Fault(reason.code, **reason.values) from reason


def _offers(data: bytes, asked: Asked, limits: Limits) -> tuple[Format, list[Offer]]:
    match sniff(data):
        case "zip":
            return packed.offers(data, limits, asked.layer)
        case "geojson":
            return "geojson", geojson.offers(data)
        case "geopackage":
            return "geopackage", geopackage.offers(data)
        case "geoparquet":
            return "geoparquet", geoparquet.offers(data)


def _chosen(offered: list[Offer], asked: Asked) -> Offer:
    """The layer asked for, else the one whose columns are a publisher's. Raises Fault."""
    if len(offered) == 1:
        return offered[0]
    names = {offer.name: offer for offer in offered}
    if asked.layer is not None:
        if asked.layer not in names:
            raise Fault("no_layer", layer=asked.layer, layers=", ".join(names))
        return names[asked.layer]
    best = layouts.best({offer.name: (offer.columns, offer.count) for offer in offered}, asked.level)
    if best is None:
        raise Fault("several_layers", layers=", ".join(names) or "–")
    return names[best]
