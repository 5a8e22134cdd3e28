"""Near copies: a release that portals print is one voice, however they cut it.

Texts are compared by MinHash over shingles of three words. Only the signature of a text is kept, from which no sentence
can be had back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from datasketch import MinHash

from etl.review.values import Copy

COPIED = 0.6
"""Least share of the shorter text that makes it a copy. Reports of one ceremony in words of their own share under
0.1, a pledge quoted in full adds at most 0.4, a release cut by a third keeps 0.85."""

_WORDS = 3
_PERMUTATIONS = 256
_SCHEME = "affine32"
"""How datasketch permutes: kept signatures can only be compared with those of the same scheme."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What is kept of a text: how many different shingles it has, and the least hash of them by each permutation."""

    shingles: int
    least: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """The signature of a known document: of a source of the store, or of one that waits for review."""

    signature: Signature
    sha256: str
    source_id: str | None = None
    review_id: str | None = None


def signature_of(text: str) -> Signature:
    """The signature of a text: case, punctuation and paragraphs do not count."""
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())
    shingles = {" ".join(words[at : at + _WORDS]) for at in range(max(len(words) - _WORDS + 1, min(len(words), 1)))}
    sketch = MinHash(num_perm=_PERMUTATIONS, scheme=_SCHEME)
    sketch.update_batch([shingle.encode() for shingle in sorted(shingles)])
    return Signature(len(shingles), tuple(int(value) for value in sketch.hashvalues))


def likeness(one: Signature, other: Signature) -> float:
    """The estimated share of the shorter text that stands in the other one too, 0..1."""
    if not (one.shingles and other.shingles) or len(one.least) != len(other.least):
        return 0.0
    same = sum(a == b for a, b in zip(one.least, other.least, strict=True)) / len(one.least)
    shared = same * (one.shingles + other.shingles) / (1 + same)
    return min(1.0, shared / min(one.shingles, other.shingles))


def copies_of(text: str, sha256: str, kept: Sequence[Kept]) -> tuple[Copy, ...]:
    """The known documents that a text copies or that copy it, the likest first. The same file is not its own copy."""
    own = signature_of(text)
    found = [
        Copy(round(share, 2), each.source_id, each.review_id)
        for each in kept
        if each.sha256 != sha256 and (share := likeness(own, each.signature)) >= COPIED
    ]
    return tuple(sorted(found, key=lambda copy: (-copy.likeness, copy.source_id is None, copy.source_id or "")))
