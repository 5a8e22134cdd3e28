"""Editions of official boundaries that were imported: what is kept of each, and which is in force.

An edition is a folder `boundaries/<id>/` in the store with `edition.json`, the map (`map.json`) and its regions
(`regions.parquet`). Ids begin with the moment of the import, so their order is that of time.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from geo.boundaries.reports import report_of
from geo.boundaries.values import Report
from geo.shapes import Layer
from i18n import N_, Damaged

FOLDER = "boundaries"
EDITION, MAP, REGIONS = "edition.json", "map.json", "regions.parquet"
LABEL = N_("Official boundaries")


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition with its provenance. Null = nobody said.

    `edition`: what the publisher calls it, often a day or year. `source`: where the file came from, in words or as an
    address. `file_name`, `sha256`, `format`: the file that was imported; the other digests are of what is kept.
    """

    id: str
    edition: str | None
    publisher: str | None
    licence: str | None
    source: str | None
    file_name: str
    sha256: str
    format: str
    imported_at: dt.datetime
    imported_by: str
    drawn: Mapping[str, Any]
    map_sha256: str
    regions_sha256: str
    report: Report

    @property
    def level(self) -> str:
        """kabupaten or provinsi."""
        return self.report.level

    def as_json(self) -> bytes:
        """The edition as it is kept."""
        told = asdict(self) | {"imported_at": self.imported_at.isoformat()}
        return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


@dataclass(frozen=True, slots=True)
class Outlines:
    """The regions of an edition as a map has them, for data files: GeoParquet (columns code and geometry, degrees).

    `label`: what a map prints of the edition. `licence`: null = nobody said.
    """

    label: str
    licence: str | None
    regions: bytes


def ids(store: Path) -> tuple[str, ...]:
    """The ids of all that are kept, damaged ones too, oldest first."""
    return tuple(sorted(path.parent.name for path in (store / FOLDER).glob(f"[0-9]*/{EDITION}")))


def editions(store: Path) -> tuple[Edition, ...]:
    """All that are kept, oldest first. Raises Damaged for one whose record cannot be read."""
    found = [store / FOLDER / each / EDITION for each in ids(store)]
    return tuple(_edition(path, path.stat().st_mtime_ns) for path in found)


def in_force(store: Path) -> Edition | None:
    """The newest with kabupaten and kota, else the newest of provinces; null = the map is schematic."""
    kept = editions(store)
    whole = [edition for edition in kept if edition.level == "kabupaten"]
    return next(reversed(whole or kept), None)


def changed(store: Path) -> int | None:
    """When an edition last came or went, in nanoseconds; null = none ever did. Cheap enough for every page."""
    try:
        return (store / FOLDER).stat().st_mtime_ns
    except FileNotFoundError:
        return None


def layer(store: Path) -> Layer | None:
    """The map of the edition in force; null where there is none. Raises Damaged where it is not what was imported."""
    edition = in_force(store)
    return None if edition is None else _layer(store, edition.id, edition.map_sha256)


def outlines(store: Path) -> Outlines | None:
    """The regions of the edition in force; null where there is none. Raises Damaged where they are not as imported."""
    edition = in_force(store)
    if edition is None:
        return None
    label = label_of(edition.edition, edition.publisher, edition.file_name, edition.imported_at)
    return Outlines(label, edition.licence, _intact(store / FOLDER / edition.id / REGIONS, edition.regions_sha256))


def label_of(edition: str | None, publisher: str | None, file_name: str, imported_at: dt.datetime) -> str:
    """What a map prints of its edition: publisher and edition, else file and day of import."""
    said = " ".join(filter(None, (publisher, edition)))
    return f"{said or file_name} ({imported_at.date().isoformat()})"


@lru_cache(maxsize=64)
def _edition(path: Path, _changed: int) -> Edition:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        moment = dt.datetime.fromisoformat(told["imported_at"])
        return Edition(**{**told, "imported_at": moment, "report": report_of(told["report"])})
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(path) from error


def recheck(store: Path) -> tuple[int, tuple[Damaged, ...]]:
    """How many files of editions were checked against their digests, and what is wrong with which."""
    faults = []
    kept = ids(store)
    for each in kept:
        folder = store / FOLDER / each
        try:
            edition = _edition(folder / EDITION, (folder / EDITION).stat().st_mtime_ns)
            _intact(folder / MAP, edition.map_sha256)
            _intact(folder / REGIONS, edition.regions_sha256)
        except Damaged as fault:
            faults.append(fault)
    return 3 * len(kept), tuple(faults)


@lru_cache(maxsize=4)
def _layer(store: Path, edition: str, sha256: str) -> Layer:
    body = _intact(store / FOLDER / edition / MAP, sha256)
    document = json.loads(body)
    levels = ("provinsi", "kabupaten") if document["regions"] else ("provinsi",)
    return Layer("resmi", LABEL, "resmi", document["edition"], sha256, body, levels)


def _intact(path: Path, sha256: str) -> bytes:
    try:
        body = path.read_bytes()
    except OSError as error:
        raise _damaged(path) from error
    if hashlib.sha256(body).hexdigest() != sha256:
        raise _damaged(path)
    return body


def _damaged(path: Path) -> Damaged:
    return Damaged(
        N_("The imported boundaries are damaged."),
        where=str(path),
        next_step=N_("Remove them with `ikrar boundaries remove {id}`, and import the file again."),
        id=path.parent.name,
    )
