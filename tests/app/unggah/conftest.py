"""A preview as the flow would give it, written by hand: the page is tried without reading a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import polars as pl
import pytest

from etl.ingest.values import FIGURES, ROWS, Finding, Preview, Request
from etl.recognise.layout import SET_ASIDE, WAITING, Block, Column, Field, FileKind, Given, TotalRow
from etl.sources.tabular import Question

MakePreview = Callable[..., Preview]
REGION = "13.75"
BLOCK = "block-1"


def _frame(rows: list[Mapping[str, Any]], schema: Mapping[str, Any]) -> pl.DataFrame:
    return pl.DataFrame([{name: row.get(name) for name in schema} for row in rows], schema=dict(schema))


@pytest.fixture
def make_preview() -> MakePreview:
    """A preview of rows with these verdicts, one unit a row from row 5 on; other values by name."""

    def make(verdicts: str = "new", kind: FileKind = FileKind.SIGNATURES, **values: Any) -> Preview:
        words = verdicts.split()
        numbers = range(5, 5 + len(words))
        rows = [
            {
                "block_id": BLOCK,
                "sheet": "Rekap",
                "row": number,
                "verdict": word,
                "region_code": REGION,
                "unit": f"Dinas {number}",
                "rule": "negative_count" if word == "refused" else None,
            }
            for number, word in zip(numbers, words, strict=True)
        ]
        figures = [
            {
                "block_id": BLOCK,
                "sheet": "Rekap",
                "row": row["row"],
                "verdict": row["verdict"],
                "table": "signature",
                "key": "PNS · semua · 2024-10-31",
                "field": "signed",
                "new_low": 48,
                "new_high": 48,
                **(
                    {"old_low": 40, "old_high": 40, "old_source_id": "rekap"}
                    if row["verdict"] in {"changed", "conflict"}
                    else {}
                ),
            }
            for row in rows
            if row["verdict"] != "refused"
        ]
        refusals = tuple(
            Finding("Rekap", row["row"], "Tanda tangan", "negative_count", "“{text}” <b>", {"text": "-3"}, "Correct it")
            for row in rows
            if row["verdict"] == "refused"
        )
        text = pl.DataFrame({"row": list(numbers), "c1": [row["unit"] for row in rows], "c2": ["48"] * len(rows)})
        block = Block(
            block_id=BLOCK,
            sheet="Rekap",
            hidden=False,
            kind=kind,
            columns=(Column(1, "*OPD*", Field.OPD), Column(2, "Tanda <i>tangan</i>", Field.SIGNED)),
            header_rows=(4,),
            data_rows=tuple(numbers),
            totals=(TotalRow(99, "total", tuple(numbers)),),
            given=Given(region="Kota Bukittinggi", stated_in={"region": "Rekap!A1"}),
            text=text,
            kinds=text,
        )
        waiting = [
            {"question_id": question.id, "block_id": BLOCK, "row": row["row"]}
            for question in values.get("questions", ())
            for row in rows
            if row["verdict"] == "held"
        ]
        given = {
            "request": Request("rekap.xlsx", "siti", region=REGION),
            "sha256": "0" * 64,
            "kind": kind,
            "region": REGION,
            "campaign": "pilkada-2024",
            "layout": "l",
            "blocks": (block,),
            "set_aside": _frame([{"sheet": "Rekap", "row": 1, "what": "title", "text": "REKAP <script>"}], SET_ASIDE),
            "rows": _frame(rows, ROWS),
            "figures": _frame(figures, FIGURES),
            "warnings": (),
            "refusals": refusals,
            "questions": (),
            "waiting": _frame(waiting, WAITING),
            "tables": {},
        }
        return Preview(**(given | values))

    return make


@pytest.fixture
def ask() -> Callable[..., Question]:
    """A question of a kind, with its choices."""

    def make(kind: str, *choices: str, **values: Any) -> Question:
        place = {"sheet": "Rekap", "row": 5, "column": 1} | values
        return Question(
            f"{kind}:1",
            kind,
            text="Which {name}?",
            choices=choices,
            values={"name": "*x* <b>", "region": "Solok"},
            **place,
        )

    return make
