"""`ikrar serve`: the dashboard on this PC, with the store built first where there is none."""

from __future__ import annotations

import datetime as dt
import ipaddress
import os
import socket
from pathlib import Path
from typing import Annotated

import typer
import uvicorn

from etl.build import build
from etl.cli.console import DEFAULT_STORE, StoreOption, log, words
from i18n import BadInput, Text
from warehouse.store import Store

ROOT = Path(__file__).parents[2]
SECRET_LENGTH = 32


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(serve)


def serve(
    store: StoreOption = DEFAULT_STORE,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 = any free one.")] = 8501,
    address: Annotated[
        str, typer.Option(help="Address to listen on; loopback unless IKRAR_SECRET is set.")
    ] = "127.0.0.1",
) -> None:
    """Start the dashboard; builds the store first when there is none."""
    t = words()
    check_address(address, os.environ.get("IKRAR_SECRET", ""))
    folder = store.resolve()
    if not Store(folder).exists():
        log(t("No store in {folder} yet: building it from the bundled data.", folder=folder))
        build(folder, data=ROOT / "data", now=dt.datetime.now(dt.UTC))
    os.environ["IKRAR_STORE"] = str(folder)
    run(address, port, t)


def is_loopback(address: str) -> bool:
    """True for an address that only this PC can reach."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"


def check_address(address: str, secret: str) -> None:
    """Raises `BadInput` for an address beyond this PC without a secret of its own."""
    if not is_loopback(address) and len(secret) < SECRET_LENGTH:
        raise BadInput(
            "{address} can be reached from other machines, and IKRAR_SECRET has fewer than {length} characters.",
            next_step="Set IKRAR_SECRET to a long random text and IKRAR_HOSTS to the dashboard's host names, "
            "or leave --address out.",
            address=address,
            length=SECRET_LENGTH,
        )


def run(address: str, port: int, t: Text) -> None:
    """Serve until interrupted. Raises `BadInput` where the address or port cannot be used."""
    try:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        listener = socket.create_server((address, port), family=family)
    except OSError as error:
        raise BadInput(
            "{address} port {port} cannot be used ({reason}).",
            next_step="Choose another one with --port, or 0 for any free one.",
            address=address,
            port=port,
            reason=error.strerror,
        ) from error
    os.environ["IKRAR_ADDRESS"] = address
    config = uvicorn.Config("app:app", access_log=False, server_header=False, proxy_headers=False)
    config.load()
    host, found = listener.getsockname()[:2]
    shown = f"http://{f'[{host}]' if ':' in host else host}:{found}"
    typer.echo(t("Ikrar is at {address}. Stop it with Ctrl+C.", address=shown))
    with listener:
        uvicorn.Server(config).run(sockets=[listener])
