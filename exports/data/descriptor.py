"""`datapackage.json`: what is in the package, as the Data Package standard 2.0 has it (datapackage.org)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from briefings.briefing import Briefing, SourceNote
from briefings.stamp import Stamp
from briefings.table import Table
from exports.data import about
from exports.data.columnar import METADATA
from exports.data.fields import AS_OF, CODE, IS_SIMULATED, Field, fields
from i18n import N_, Text
from indicators.words import STATES

_PROFILES = "https://datapackage.org/profiles/2.0"
_DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}
_MEDIA_TYPES = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}

RIGHTS = N_(
    "Facts and figures are nobody's property; the texts that they come from are their publishers'. The package holds "
    "facts, titles and addresses only."
)


def descriptor(
    briefing: Briefing, tables: Mapping[str, Table], files: Mapping[str, bytes], stamp: Stamp, t: Text
) -> dict[str, Any]:
    """The descriptor as plain values for JSON. `tables` by their names in the package, `files` by their paths in it."""
    asked = briefing.request
    return {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": "-".join(filter(None, ("ikrar", asked.region or "nasional", asked.campaign))),
        "id": stamp.code,
        "title": f"DATA CONTOH: {briefing.title}" if stamp.is_simulated else briefing.title,
        "description": " ".join([t("Data as of {day}.", day=t.date(stamp.as_of)), t(RIGHTS)]),
        **({"homepage": stamp.address} if stamp.address else {}),
        "version": stamp.per,
        "created": stamp.made_at.isoformat(),
        "keywords": ["netralitas ASN", "ikrar", "pakta integritas"],
        "contributors": [{"title": "Ikrar", "roles": ["compiler"]}],
        "rights": t(RIGHTS),
        **_sources(briefing),
        METADATA: about.of_stamp(stamp),
        "resources": [
            _resource(name, form, table, files[f"data/{name}.{form}"], t)
            for name, table in tables.items()
            for form in _MEDIA_TYPES
        ],
    }


def sources_of(briefing: Briefing) -> tuple[SourceNote, ...]:
    """The sources of all sections, each once."""
    return tuple(dict.fromkeys(source for section in briefing.sections for source in section.sources))


def _sources(briefing: Briefing) -> dict[str, Any]:
    found = [dict(_source(source)) for source in sources_of(briefing)]
    return {"sources": found} if found else {}


def _source(source: SourceNote) -> Iterator[tuple[str, str]]:
    yield "title", source.title
    if source.url and source.url.startswith(("https://", "http://")):
        yield "path", source.url
    yield "publisher", source.publisher
    yield "grade", source.grade
    if source.published_on:
        yield "published_on", source.published_on.isoformat()


def _resource(name: str, form: str, table: Table, content: bytes, t: Text) -> dict[str, Any]:
    text = {"encoding": "utf-8", "dialect": {"$schema": f"{_PROFILES}/tabledialect.json", **_DIALECT}}
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": name if form == "csv" else f"{name}-{form}",
        "type": "table",
        "path": f"data/{name}.{form}",
        "title": table.title,
        **({"description": " ".join(table.notes)} if table.notes else {}),
        "format": form,
        "mediatype": _MEDIA_TYPES[form],
        **(text if form == "csv" else {}),
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {
            "$schema": f"{_PROFILES}/tableschema.json",
            "fields": [_field(field, t) for field in fields(table, t)],
            "missingValues": [""],
        },
    }


def _field(field: Field, t: Text) -> dict[str, Any]:
    described = " ".join(filter(None, (field.description, field.null)))
    told: dict[str, Any] = {"name": field.key, "title": field.title, "type": field.type, "description": described}
    if field.part == "state":
        told["categories"] = [{"value": str(state), "label": t(word)} for state, word in STATES.items()]
    if field.key in (CODE, AS_OF, IS_SIMULATED):
        told["constraints"] = {"required": True}
    return told
