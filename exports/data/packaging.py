"""All tables of a briefing as one ZIP that describes itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from briefings.briefing import Briefing
from briefings.stamp import Stamp
from briefings.table import Table
from exports.archive import packed
from exports.data.columnar import parquet
from exports.data.delimited import MARK, csv
from exports.data.descriptor import descriptor
from exports.data.readme import readme
from exports.data.satu_data import satu_data
from i18n import Text


def package(briefing: Briefing, stamp: Stamp, t: Text) -> bytes:
    """A ZIP: README.txt, each table as CSV and Parquet, `datapackage.json`, `metadata-satu-data.json`.

    The CSV files have no byte-order mark, which the standard's readers would take for a part of the first key; for
    spreadsheets there is `csv`. The same briefing and stamp give the same bytes.
    """
    tables = tables_of(briefing)
    files: dict[str, bytes] = {}
    for name, table in tables.items():
        files[f"data/{name}.csv"] = csv(table, stamp, t).removeprefix(MARK.encode())
        files[f"data/{name}.parquet"] = parquet(table, stamp, t)
    told = {
        "README.txt": readme(briefing, tables, stamp, t).encode(),
        "datapackage.json": _json(descriptor(briefing, tables, files, stamp, t)),
        "metadata-satu-data.json": _json(satu_data(briefing, stamp, t)),
    }
    return packed((told | files).items(), stamp.made_at)


def tables_of(briefing: Briefing) -> dict[str, Table]:
    """The tables of all sections by their names; of two with the same name, the second has its section's before it.

    Last that of every region, where the briefing has it.
    """
    found: dict[str, Table] = {}
    for section in briefing.sections:
        for table in section.tables:
            found[table.name if table.name not in found else f"{section.name}-{table.name}"] = table
    if briefing.regions is not None:
        found[briefing.regions.name] = briefing.regions
    return found


def _json(told: Mapping[str, Any]) -> bytes:
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
