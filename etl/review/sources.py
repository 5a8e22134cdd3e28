"""What goes on record of a document: its row in `source`, and its signature beside the store."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

from etl.disk import write_whole
from etl.extract.values import Document
from etl.review.copies import Kept, Signature
from etl.review.values import SourceFacts
from geo.names import opd_slug
from i18n import BadInput
from warehouse.vocabulary import Grade, SourceKind

UNKNOWN_PUBLISHER = "tidak disebut"
_FOLDER = "signatures"
_DIGEST = re.compile(r"[0-9a-f]{64}")
_OFFICE = re.compile(
    r"\b(?:pemerintah|pemprov|pemkab|pemkot|prokompim|prokopim|humas|diskominfo|dinas|badan|setda|sekretariat"
    r"|inspektorat|bkd|bkpsdm|bkpp|bkn|kemenag|kementerian|kpud?|bawaslu|kecamatan|puskesmas|rsud)\b",
    re.IGNORECASE,
)
"""Words of a publisher that is an office: what it publishes is a release."""


def facts_of(document: Document) -> SourceFacts:
    """What a document's own words say of it as a source; a person may know better, and its address.

    An office's own page is a release (grade C), anything else an article (grade D).
    """
    publisher = document.publisher or UNKNOWN_PUBLISHER
    official = publisher.endswith(".go.id") or _OFFICE.search(publisher) is not None
    headline = next((part.span for part in document.parts if part.kind == "headline"), None)
    return SourceFacts(
        SourceKind.RELEASE if official else SourceKind.ARTICLE,
        Grade.C if official else Grade.D,
        publisher,
        document.text[slice(*headline)] if headline else None,
        published_on=document.published_on,
    )


def unreadable(document: Document, where: str) -> BadInput:
    """Why nothing can be done with a document that could not be read."""
    values: dict[str, Any] = dict(document.error_values)
    return BadInput(document.error or "", where=where, **values)


def source_id_of(facts: SourceFacts, sha256: str) -> str:
    """The id under which a document goes on record: its publisher and the beginning of its digest."""
    return f"{opd_slug(facts.publisher)[:40].strip('-') or 'artikel'}-{sha256[:10]}"


def source_row(
    facts: SourceFacts, source_id: str, sha256: str, *, now: dt.datetime, syndicated_from: str | None
) -> dict[str, Any]:
    """The document's row in `source`."""
    return {
        "source_id": source_id,
        "kind": facts.kind.value,
        "publisher": facts.publisher,
        "title": facts.title,
        "url": facts.url,
        "published_on": facts.published_on,
        "captured_at": now,
        "sha256": sha256,
        "grade": facts.grade.value,
        "syndicated_from": syndicated_from,
        "is_simulated": False,
    }


class Signatures:
    """The signatures of documents on record, in `signatures` in the store's folder, a file each by its digest.

    One is written before its document is loaded, so that no document is on record without; those of documents that
    are not, or not any more, do nothing.
    """

    def __init__(self, store: Path) -> None:
        self._folder = store / _FOLDER

    def keep(self, signature: Signature, sha256: str, source_id: str) -> None:
        """Put a signature on record. Raises BadInput where it cannot be written, ValueError for what is no digest."""
        if not _DIGEST.fullmatch(sha256):
            raise ValueError(sha256)
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        told = {"source_id": source_id, "shingles": signature.shingles, "least": signature.least}
        write_whole(self._folder / f"{sha256}.json", json.dumps(told).encode())

    def all(self) -> tuple[Kept, ...]:
        """Every signature on record. One that cannot be read is left out: copies of its document then go unnoticed."""
        return tuple(kept for path in sorted(self._folder.glob("*.json")) if (kept := _read(path)) is not None)


def _read(path: Path) -> Kept | None:
    try:
        told = json.loads(path.read_bytes())
        signature = Signature(int(told["shingles"]), tuple(int(value) for value in told["least"]))
        return Kept(signature, path.stem, source_id=str(told["source_id"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
