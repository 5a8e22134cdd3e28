"""Who was counted before: the secret of a store, and the people that it holds."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from dataclasses import dataclass

import polars as pl

from etl.roster.secret import Secret, secret_of
from warehouse.store import Store

Stored = Callable[[str, Collection[str]], pl.DataFrame]
"""Rows of `person_key` of a campaign and some regions. Raises Conflict where another secret made them."""


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """The secret, and the people counted already."""

    secret: Secret
    stored: Stored


def known_people(store: Store) -> KnownPeople:
    """Those of a store at its newest snapshot. Makes the secret where there is none yet; raises as `secret_of`."""
    secret = secret_of(store.path, os.environ)

    def stored(campaign: str, regions: Collection[str]) -> pl.DataFrame:
        rows = store.partition("person_key", *((campaign, one) for one in regions))
        secret.must_match(rows)
        return rows

    return KnownPeople(secret, stored)
