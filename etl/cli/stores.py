"""The store that a command works on, with data in it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from etl.build import build
from etl.cli.console import DATA, log
from i18n import Text
from warehouse.store import Store


def filled_store(folder: Path, t: Text, now: dt.datetime) -> Store:
    """The store in this folder, built from the bundled data first where nothing has been loaded (said on stderr)."""
    store = Store(folder)
    if not store.exists():
        log(t("No store in {folder} yet: building it from the bundled data.", folder=folder))
        build(folder, data=DATA, now=now)
    return store
