"""Streamlit's settings, taken from our own file and not from whatever folder the command was typed in."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

from streamlit.web import bootstrap

FILE = Path(__file__).parents[2] / ".streamlit" / "config.toml"


def read(file: Path = FILE) -> dict[str, Any]:
    """The settings as `section.name` to value."""
    sections = tomllib.loads(file.read_text(encoding="utf-8"))
    return {f"{section}.{name}": value for section, names in sections.items() for name, value in names.items()}


def allowed_hosts(settings: dict[str, Any]) -> tuple[str, ...]:
    """Host names this process answers to: loopback, and what IKRAR_HOSTS names (comma-separated)."""
    more = (host.strip().lower() for host in os.environ.get("IKRAR_HOSTS", "").split(","))
    return (*settings["server.allowedHosts"], *(host for host in more if host))


def listens_on() -> str:
    """Address that `ikrar serve` said it listens on; "" where somebody else serves, which is taken for the worst."""
    return os.environ.get("IKRAR_ADDRESS", "")


def upload_limit() -> int:
    """Bytes of one file from a browser."""
    return int(read()["server.maxUploadSize"]) * 1024 * 1024


def apply() -> tuple[str, ...]:
    """Set Streamlit's options; they win over files in the home and working folders. Returns the allowed hosts."""
    settings = read()
    hosts = allowed_hosts(settings)
    bootstrap.load_config_options(settings | {"server.allowedHosts": list(hosts)})
    return hosts
