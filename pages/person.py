"""Who sits at this PC. On loopback and without a login, the account of the operating system is the analyst."""

from __future__ import annotations

import getpass
import os

UNKNOWN = "lokal"


def local_user() -> str:
    """Name for the audit log: IKRAR_USER, else the account that runs the process, else `lokal`."""
    if named := os.environ.get("IKRAR_USER", "").strip():
        return named
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # an account without a name: how it shows depends on system and version
        return UNKNOWN
