"""Who sits at this PC. Without a login, and on loopback only, the account of the operating system is the analyst."""

from __future__ import annotations

from etl.cli.console import local_user
from etl.cli.serve import is_loopback
from pages.serving.settings import listens_on


def analyst() -> str | None:
    """Who may bring files and undo batches; null where the dashboard can be reached from elsewhere: nobody may."""
    return local_user() if is_loopback(listens_on()) else None
