"""Who sits at this PC. Without a login, and on loopback only, the account of the operating system is the analyst."""

from __future__ import annotations

from etl.cli.console import local_user
from etl.cli.serve import is_loopback
from pages.serving.settings import listens_on
from warehouse.vocabulary import Audience


def analyst() -> str | None:
    """Who may bring files and undo batches; null where the dashboard can be reached from elsewhere: nobody may."""
    return local_user() if is_loopback(listens_on()) else None


def audience() -> Audience:
    """Who looks: who sits at this PC is inside, whoever comes over the network is the public."""
    return Audience.PUBLIK if analyst() is None else Audience.DALAM
