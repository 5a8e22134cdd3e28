"""Who sits at this PC. Without a login, and on loopback only, the account of the operating system is the analyst."""

from __future__ import annotations

import getpass
import os

from etl.cli.serve import is_loopback
from pages.serving.settings import listens_on

UNKNOWN = "lokal"


def analyst() -> str | None:
    """Who may bring files and undo batches; null where the dashboard can be reached from elsewhere: nobody may."""
    return local_user() if is_loopback(listens_on()) else None


def local_user() -> str:
    """Name for the audit log: IKRAR_USER, else the account that runs the process, else `lokal`."""
    if named := os.environ.get("IKRAR_USER", "").strip():
        return named
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # an account without a name: how it shows depends on system and version
        return UNKNOWN
