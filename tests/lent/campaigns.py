"""The smallest things that a store can hold: campaigns."""

from __future__ import annotations

import datetime as dt

import polars as pl

from warehouse import contract
from warehouse.store import Loaded, Store

NOW = dt.datetime(2026, 11, 22, 8, tzinfo=dt.UTC)


def campaigns(**names: str) -> dict[str, pl.DataFrame]:
    """Campaigns of these ids and names."""
    rows = ({"campaign_id": key, "name": name, "points": [1, 2]} for key, name in names.items())
    return {"campaign": contract.frame("campaign", rows)}


def load(
    store: Store, tables: dict[str, pl.DataFrame], kind: str = "ingest", day: int = 0, *, replaces: bool = False
) -> Loaded:
    """Load them as a batch, `day` days after NOW."""
    return store.load(
        tables,
        kind=kind,
        name="a file",
        by="analyst",
        content_sha256="0" * 64,
        now=NOW + dt.timedelta(days=day),
        replaces=replaces,
    )


def names(store: Store, number: int | None = None) -> dict[str, str]:
    """Name by id of the campaigns in a snapshot, null = the newest."""
    frame = store.frames(number).campaign
    return dict(zip(frame["campaign_id"], frame["name"], strict=True))
