"""Photos and letters that prove what a person typed in: kept by their digest beside the store, never run.

What a file is follows from its first bytes alone. A page hands it out as a download of exactly that type, with nosniff:
a PDF is never shown inside a page of ours.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from etl.disk import write_whole
from i18n import N_, BadInput, Damaged, NotFound

MOST_BYTES = 10_000_000
"""The largest attachment: a phone's photo, or some scanned pages."""

_KINDS = {
    "png": (b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82", "image/png"),
    "jpg": (b"\xff\xd8\xff", b"\xff\xd9", "image/jpeg"),
    "pdf": (b"%PDF-", b"%%EOF", "application/pdf"),
}
"""Suffix to the first bytes, the mark near the end, and the media type."""
_TAIL = 2048
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file kept as evidence: its digest, suffix, media type and size in bytes."""

    sha256: str
    suffix: str
    media_type: str
    bytes: int


class Attachments:
    """The attachments beside a store, in `attachments` in its folder."""

    def __init__(self, store: Path) -> None:
        self._folder = store / "attachments"

    def keep(self, data: bytes) -> Attachment:
        """Keep a file; the same bytes are kept once. Raises BadInput for what is no whole PNG, JPEG or PDF, for what is
        too large, and where it cannot be written."""
        suffix = _kind(data)
        found = Attachment(hashlib.sha256(data).hexdigest(), suffix, _KINDS[suffix][2], len(data))
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = self._folder / f"{found.sha256}.{suffix}"
        if not path.is_file():
            write_whole(path, data)
        return found

    def open(self, sha256: str) -> tuple[bytes, Attachment]:
        """A file's bytes and what it is. Raises NotFound, also for what is no digest, and Damaged where the file is
        not what was kept."""
        paths = [self._folder / f"{sha256}.{suffix}" for suffix in _KINDS] if _DIGEST.fullmatch(sha256) else []
        path = next((each for each in paths if each.is_file()), None)
        if path is None:
            raise NotFound(N_("This attachment is not here."), next_step=N_("Choose one from its ceremony's sources."))
        data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() != sha256:
            raise Damaged(
                N_("The attachment was changed since it was kept."), where=path.name, next_step=N_("Restore a backup.")
            )
        suffix = path.suffix.removeprefix(".")
        return data, Attachment(sha256, suffix, _KINDS[suffix][2], len(data))


def _kind(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise BadInput(
            N_("The attachment is larger than {most} MB."),
            next_step=N_("Take a smaller photo, or scan at a lower resolution."),
            most=MOST_BYTES // 1_000_000,
        )
    for suffix, (head, tail, _media_type) in _KINDS.items():
        if data.startswith(head) and tail in data[-_TAIL:]:
            return suffix
    raise BadInput(
        N_("An attachment is a whole PNG, JPEG or PDF file."),
        next_step=N_("Save the photo or the scanned letter as one of these and attach it again."),
    )
