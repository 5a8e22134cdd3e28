"""`ikrar serve` stays on this PC unless a secret says otherwise."""

from __future__ import annotations

import socket

import pytest

from etl.cli.serve import check_address, is_loopback, run
from i18n import BadInput, text


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104  # an address to refuse, not to bind
        ("::", False),
        ("192.168.1.5", False),
        ("localhost.evil.example", False),
        ("", False),
    ],
)
def test_loopback(address: str, *, expected: bool) -> None:
    assert is_loopback(address) is expected


@pytest.mark.parametrize("secret", ["", "short", "x" * 31])
def test_beyond_this_pc_needs_a_long_secret(secret: str) -> None:
    with pytest.raises(BadInput, match="IKRAR_SECRET"):
        check_address("0.0.0.0", secret)  # noqa: S104  # an address to refuse, not to bind
    check_address("0.0.0.0", "x" * 32)  # noqa: S104  # an address to refuse, not to bind
    check_address("127.0.0.1", secret)


def test_a_taken_port_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BadInput, match=f"port {port} cannot be used"):
            run("127.0.0.1", port, text("en"))
