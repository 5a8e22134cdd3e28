"""Every command and every setting is in the reference."""

from __future__ import annotations

import re
from pathlib import Path

from etl.cli import reference

ROOT = Path(__file__).parents[2]


def test_reference_is_what_the_commands_say() -> None:
    assert reference.PATH.read_text(encoding="utf-8") == reference.reference(), "run python -m etl.cli.reference"


def test_every_setting_is_documented() -> None:
    rooms = [
        "app.py",
        *(path for room in ("pages", "etl", "catalogue", "warehouse") for path in (ROOT / room).rglob("*.py")),
    ]
    used = {name for path in rooms for name in re.findall(r"IKRAR_[A-Z_]+", (ROOT / path).read_text(encoding="utf-8"))}
    documented = set(re.findall(r"IKRAR_[A-Z_]+", reference.PATH.read_text(encoding="utf-8")))
    assert used <= documented
