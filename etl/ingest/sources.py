"""The file as a source, and what it brings beside figures: units that are made, rows that were refused. Pure."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence

import polars as pl

from etl.ingest.units import Units
from etl.ingest.values import Finding, Request
from etl.recognise.layout import Block, FileKind
from etl.sources.tabular import Workbook
from geo.names import opd_kind, opd_slug
from i18n import text
from warehouse import contract
from warehouse.vocabulary import ClaimStatus, Grade, OpdKind, SourceKind, SubjectKind


def source_id_of(workbook: Workbook, request: Request) -> str:
    """The key of a file as a source: who sent it, and the beginning of its digest."""
    stem = request.sender or request.name.rpartition(".")[0] or request.name
    return f"{opd_slug(stem) or 'berkas'}-{workbook.sha256[:12]}"


def source_row(source_id: str, workbook: Workbook, kind: FileKind, request: Request, now: dt.datetime) -> pl.DataFrame:
    """The file's row of the table `source`. Its publisher is the sender, or the file name where nobody is named."""
    is_roster = kind is FileKind.ROSTER
    return contract.frame(
        "source",
        [
            {
                "source_id": source_id,
                "kind": (SourceKind.ROSTER if is_roster else SourceKind.WORKBOOK).value,
                "publisher": request.sender or request.name,
                "title": request.name,
                "captured_at": now,
                "sha256": workbook.sha256,
                "grade": (Grade.A if is_roster else Grade.B).value,
                "is_simulated": False,
            }
        ],
    )


def new_units(units: Units, used: set[str], source_id: str) -> dict[str, pl.DataFrame]:
    """The rows of `opd` for the units that saved rows need, and a claim each that names how the file prints them."""
    made = {opd_id: name for opd_id, name in units.new.items() if opd_id in used}
    opd = [
        {
            "opd_id": opd_id,
            "region_code": opd_id.partition("/")[0],
            "name": name,
            "kind": opd_kind(name) or OpdKind.LEMBAGA.value,
        }
        for opd_id, name in made.items()
    ]
    claims = [
        {
            "claim_id": f"{opd_id}/name/01/{source_id}",
            "subject_kind": SubjectKind.OPD.value,
            "subject_id": opd_id,
            "field": "name",
            "value": name,
            "stated": units.printed.get(opd_id),
            "source_id": source_id,
            "status": ClaimStatus.ACCEPTED.value,
        }
        for opd_id, name in made.items()
    ]
    return {"opd": contract.frame("opd", opd), "claim": contract.frame("claim", claims)}


def refused_rows(
    refusals: Sequence[Finding], places: Sequence[int], blocks: Sequence[Block], kind: FileKind, sha256: str
) -> pl.DataFrame:
    """The rows of `refused`: what a refused row said and why it was refused. `places`: the block of each refusal.

    The key follows from what the row says, so that the same row of a file sent again is the same refusal. Of a person
    only the place is kept.
    """
    words = text("id")
    texts = {place: {row["row"]: row for row in blocks[place].text.iter_rows(named=True)} for place in set(places)}
    seen: dict[str, int] = {}
    rows = []
    for finding, place in zip(refusals, places, strict=True):
        block = blocks[place]
        is_person = kind is FileKind.ROSTER or block.lists_people
        payload = None if is_person else _payload(block, texts[place].get(finding.row, {}))
        said = f"{finding.sheet}|{finding.row}|{sha256}" if payload is None else payload
        digest = hashlib.sha256(f"{finding.rule}|{said}".encode()).hexdigest()[:24]
        seen[digest] = seen.get(digest, 0) + 1
        rows.append(
            {
                "refused_id": f"{digest}-{seen[digest]}",
                "sheet": finding.sheet,
                "row": finding.row,
                "column": finding.column,
                "payload": payload,
                "rule": finding.rule,
                "message": words(finding.message, **finding.values),
                "suggestion": words(finding.suggestion, **finding.values) if finding.suggestion else None,
            }
        )
    return contract.frame("refused", rows)


def _payload(block: Block, cells: Mapping[str, object]) -> str:
    """The original cells of a row by heading (or column number where it has none, or twice the same) as JSON."""
    said: dict[str, object] = {}
    for column in block.columns:
        key = column.heading if column.heading and column.heading not in said else f"c{column.index}"
        said[key] = cells.get(f"c{column.index}")
    return json.dumps(said, ensure_ascii=False)
