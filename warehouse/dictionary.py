"""The data dictionary, written from the schema classes: `python -m warehouse.dictionary`.

A contract test compares the file with what this makes, so that it cannot fall behind.
"""

from __future__ import annotations

import inspect
from enum import StrEnum
from pathlib import Path

import dataframely as dy
import polars as pl

from warehouse import contract, vocabulary
from warehouse.references import REFERENCES
from warehouse.tables import TABLES, Table

FILE = Path(__file__).parents[1] / "docs" / "data-dictionary.md"

_PREFACE = """# Data dictionary

Written by `python -m warehouse.dictionary` from the schema classes in `warehouse/tables/`; do not edit.

Every table also has `batch_id`, the batch that last wrote the row (`ikrar snapshots` lists batches). Rows are merged on
the key, which is never null. A rule is named as a refusal names it; a null passes every rule but *not null*.
"""


def dictionary() -> str:
    """The whole document in Markdown."""
    words = [member for _, member in inspect.getmembers(vocabulary, _is_vocabulary) if member is not StrEnum]
    tables = "\n".join(_table(name, schema) for name, schema in TABLES.items())
    return f"{_PREFACE}\n{tables}\n## Vocabularies\n\n" + "\n".join(_vocabulary(one) for one in words)


def _is_vocabulary(member: object) -> bool:
    return inspect.isclass(member) and issubclass(member, StrEnum)


def _table(name: str, schema: type[Table]) -> str:
    columns = schema.columns()
    rows = [_row(name, column, definition) for column, definition in columns.items() if column != "batch_id"]
    rules = [member for member in vars(schema) if not member.startswith("_") and member not in columns | vars(Table)]
    lines = [
        f"## {name}",
        "",
        inspect.getdoc(schema) or "",
        "",
        f"Key: {', '.join(f'`{column}`' for column in contract.key(name))}.",
        *([f"Files apart by: {', '.join(f'`{one}`' for one in schema.partition_by)}."] if schema.partition_by else []),
        *([f"Rules of a row: {', '.join(f'`{rule}`' for rule in rules)}."] if rules else []),
        "",
        "| column | type | null | what it is | rules | refers to |",
        "|---|---|---|---|---|---|",
        *rows,
        "",
    ]
    return "\n".join(lines)


def _row(table: str, name: str, column: dy.Column) -> str:
    targets = [
        f"`{one.target}`" + (f" where `subject_kind` is {one.kind}" if one.kind else "")
        for one in REFERENCES
        if (one.table, one.column) == (table, name)
    ]
    cells = [
        f"`{name}`",
        _type(contract.columns(table)[name]),
        "yes" if column.nullable else "no",
        column.description or "",
        "; ".join(_rules(column)),
        ", ".join(targets),
    ]
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _type(kind: pl.DataType) -> str:
    return "Datetime, UTC, microseconds" if isinstance(kind, pl.Datetime) else str(kind)


def _rules(column: dy.Column) -> list[str]:
    """The column's own rules: words of a vocabulary, a pattern, a least value."""
    found = [f"`{rule}`" for rule in column.check] if isinstance(column.check, dict) else []
    if isinstance(column, dy.String) and column.regex:
        found.append(f"pattern `{column.regex}`")
    if isinstance(column, dy.Int64) and column.min is not None:
        found.append(f"at least {column.min}")
    return found


def _vocabulary(words: type[StrEnum]) -> str:
    return f"### in_{words.__name__.lower()}\n\n{inspect.getdoc(words)}\n\n{', '.join(f'`{word}`' for word in words)}\n"


if __name__ == "__main__":
    FILE.write_text(dictionary(), encoding="utf-8", newline="\n")
