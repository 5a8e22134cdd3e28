"""What a link asks of the map page: measure, classes, level, a second layer, two maps or a slider."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from charts.map import METHODS, MapLevel, Method
from indicators import DEFINITIONS
from pages.context import Context

Comparison = Literal["tanggal", "pemilihan"]
COMPARISONS: tuple[Comparison, ...] = get_args(Comparison)

INDICATOR, METHOD, LEVEL, LAYER = "ukuran", "kelas", "tingkat", "lapis"
OVERLAY, PLAY = "lapis2", "putar"
COMPARE, FIRST, SECOND = "banding", "banding_a", "banding_b"
DEFAULTS = {
    INDICATOR: "documented_events",
    METHOD: "tetap",
    LEVEL: "provinsi",
    LAYER: "skematik",
    OVERLAY: "",
    PLAY: "0",
    COMPARE: "",
}
"""The page's own link keys that the map's controls write, with what is shown unasked."""
INDEX = "ikp"
"""Value of `lapis2`: the published index of vulnerability."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is shown. Of overlay, comparison and playing at most one holds, in this order; nonsense is left aside.

    `overlay` is of provinces of the whole nation alone. `first` and `second` are what the link says of the two maps:
    days or campaigns, still to be checked; null = not said.
    """

    indicator: str
    method: Method
    level: MapLevel
    overlay: bool
    compare: Comparison | None
    first: str | None
    second: str | None
    playing: bool


def asked(context: Context) -> Asked:
    """What the context's link asks for. A province is shown by its kabupaten and kota."""
    link, province = context.params, context.filters.province
    overlay = province is None and link.get(OVERLAY) == INDEX and not context.frames.risk_index.is_empty()
    frames = context.frames
    nothing = overlay or frames.region.is_empty() or frames.campaign.is_empty()
    compare = None if nothing else next((each for each in COMPARISONS if each == link.get(COMPARE)), None)
    wants_regions = link.get(LEVEL) == "kabupaten" and not overlay
    wanted = link.get(INDICATOR, "")
    return Asked(
        indicator=wanted if wanted in DEFINITIONS and not overlay else DEFAULTS[INDICATOR],
        method=next((each for each in METHODS if each == link.get(METHOD)), METHODS[0]),
        level="kabupaten" if province or wants_regions else "provinsi",
        overlay=overlay,
        compare=compare,
        first=link.get(FIRST),
        second=link.get(SECOND),
        playing=link.get(PLAY) == "1" and not overlay and compare is None,
    )
