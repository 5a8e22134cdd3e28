"""Which form and which language a request wants (RFC 9110, section 12)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from starlette.requests import Request

from i18n import LANGUAGES, Language, Text, text


class Form(StrEnum):
    """The forms of an answer, by their suffix; the first is given to who does not mind."""

    JSON = "json"
    CSV = "csv"
    GEOJSON = "geojson"


MEDIA_TYPES = {Form.JSON: "application/json", Form.CSV: "text/csv", Form.GEOJSON: "application/geo+json"}


def form(header: str | None) -> Form | None:
    """The form that an Accept header likes best; null = none of ours will do. No header = any."""
    wishes = _wishes(header or "*/*") or [("*/*", 1.0)]
    liked = {one: _quality(media, wishes) for one, media in MEDIA_TYPES.items()}
    best = max(liked, key=lambda one: liked[one])
    return best if liked[best] > 0 else None


def words(request: Request) -> Text:
    """The reader's words: the language of the address, else of the browser, else Indonesian."""
    asked = next((one for one in LANGUAGES if one == request.query_params.get("bahasa")), None)
    return text(asked or language(request.headers.get("accept-language")))


def language(header: str | None) -> Language:
    """The language of ours that an Accept-Language header likes best; Indonesian where it names none."""
    wishes = [(name.split("-")[0], quality) for name, quality in _wishes(header or "")]
    liked: dict[Language, float] = {
        one: max((quality for name, quality in wishes if name == one), default=0.0) for one in LANGUAGES
    }
    return max(liked, key=lambda one: liked[one])


def _wishes(header: str) -> list[tuple[str, float]]:
    """Names and qualities in a header, lower case; what cannot be read is left out."""
    found = []
    for part in header.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        given = next((piece[2:].strip() for piece in parameters if piece.startswith("q=")), "1")
        try:
            quality = float(given)
        except ValueError:
            continue
        if name and 0 <= quality <= 1:
            found.append((name, quality))
    return found


def _quality(media: str, wishes: Sequence[tuple[str, float]]) -> float:
    """How much a type is liked: the wish that names it most exactly counts."""
    ranges = (media, f"{media.split('/', maxsplit=1)[0]}/*", "*/*")
    for wanted in ranges:
        named = [quality for name, quality in wishes if name == wanted]
        if named:
            return max(named)
    return 0.0
