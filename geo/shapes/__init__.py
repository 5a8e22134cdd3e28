"""The maps that are checked in, ready to be served: our own schematic shapes, nobody's boundaries.

`python -m geo.shapes` makes them again from the register.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from i18n import N_

FOLDER = Path(__file__).parent
LABELS = {"skematik": N_("Schematic map"), "petak": N_("Schematic tile map")}
"""The maps kept here, in the order offered: name and kind, to the message that labels it."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A map to serve. `body` is the JSON document of `geo.layer.layer_document`, `sha256` its digest in hex.

    `label` is a message. `edition` says what the shapes were made of. `levels`: what it has outlines of.
    """

    name: str
    label: str
    kind: str
    edition: str
    sha256: str
    body: bytes
    levels: tuple[str, ...] = ("provinsi", "kabupaten")

    @property
    def file_name(self) -> str:
        """A name that changes with the content, so that browsers may keep it for ever: skematik-0123456789ab.json."""
        return f"{self.name}-{self.sha256[:12]}.json"


@cache
def layers() -> tuple[Layer, ...]:
    """The maps kept here, the one shown first in front."""
    return tuple(_layer(name) for name in LABELS)


def _layer(name: str) -> Layer:
    body = (FOLDER / f"{name}.json").read_bytes()
    document = json.loads(body)
    digest = hashlib.sha256(body).hexdigest()
    return Layer(name, LABELS[name], document["kind"], document["edition"], digest, body)
