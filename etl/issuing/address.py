"""Where others open this installation: what the QR code on a file leads to."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

from i18n import N_, BadInput

PUBLIC_ADDRESS = "IKRAR_PUBLIC_ADDRESS"
"""The environment's name of it."""
CHECK_PAGE, CODE = "cek", "kode"
"""The page that a code leads to, and the link key that holds the code."""


def public_address(environment: Mapping[str, str]) -> str | None:
    """The address that others open, without a slash at its end; null = none is set, and the QR code on files holds
    the code alone.

    What the process listens on is no such address: on loopback it leads every other PC to itself. Raises BadInput for
    anything but http or https with a host, and at most a path.
    """
    given = environment.get(PUBLIC_ADDRESS, "").strip()
    if not given:
        return None
    try:
        parts = urlsplit(given)
        port = parts.port
    except ValueError:
        raise _unusable(given) from None
    bare = not (parts.query or parts.fragment or parts.username or parts.password)
    printable = given.isascii() and given.isprintable() and not set(given) & set(" \"'<>\\")
    if parts.scheme not in {"http", "https"} or not parts.hostname or port == 0 or not (bare and printable):
        raise _unusable(given)
    return given.rstrip("/")


def code_address(address: str | None, code: str) -> str | None:
    """The address that opens a code's page; null where others can open none."""
    return None if address is None else f"{address}/{CHECK_PAGE}?{urlencode({CODE: code})}"


def _unusable(given: str) -> BadInput:
    return BadInput(
        N_("{name} is no address that a browser opens: {given}"),
        next_step=N_(
            "Give it as https://ikrar.example.go.id, or leave it unset: the QR code on files then opens no page."
        ),
        name=PUBLIC_ADDRESS,
        given=given,
    )
