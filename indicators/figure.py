"""A figure: what every indicator gives, one row a region or OPD."""

from __future__ import annotations

import dataframely as dy

from warehouse.tables._base import one_of
from warehouse.vocabulary import Grade, State


class Figure(dy.Schema):
    """One row per region or OPD asked for. Bounds are null unless `state` is `nilai`; rates are fractions 0..1.

    `low` and `high` bound the value (`high` null with `low` given = no upper limit). Numerator and denominator are
    null for indicators that have none. `sources` counts independent voices: copies of one release are one.
    """

    code = dy.String(nullable=True, description="Region code or opd_id; null = the nation.")
    name = dy.String(description="Its name.")
    state = dy.String(check=one_of(State), description="One of the five states.")
    low = dy.Float64(nullable=True, description="Lower bound.")
    high = dy.Float64(nullable=True, description="Upper bound; null with a lower bound = no upper limit.")
    numerator_low = dy.Int64(nullable=True)
    numerator_high = dy.Int64(nullable=True)
    denominator_low = dy.Int64(nullable=True)
    denominator_high = dy.Int64(nullable=True)
    reporting_rate = dy.Float64(
        nullable=True, description="Share of the units obliged that reported; null = no units known."
    )
    grade = dy.String(nullable=True, check=one_of(Grade), description="Best evidence grade behind the figure.")
    sources = dy.Int64(description="Independent voices behind the figure.")
