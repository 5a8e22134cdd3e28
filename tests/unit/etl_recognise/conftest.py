"""Tables written as text, as a region's file gives them to recognition."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.recognise import recognise
from etl.recognise.layout import Answer, Block, FileKind, Recognition
from etl.sources.tabular import DEFAULT, Workbook
from etl.sources.tabular.parse import parse

Read = Callable[..., Recognition]


@pytest.fixture
def read_table() -> Read:
    """Recognise lines separated by semicolons (leading spaces are no part of them)."""

    def read(
        text: str, *, kind: FileKind | None = None, answers: dict[str, Answer] | None = None, region: str = "33.07"
    ) -> Recognition:
        lines = [line.strip() for line in text.strip().splitlines()]
        contents = parse("\n".join(lines).encode(), DEFAULT, {})
        book = Workbook("contoh.csv", "0" * 64, contents.kind, contents.sheets, contents.encoding, ())
        return recognise(book, kind=kind, region=region, answers=answers or {})

    return read


@pytest.fixture
def fields() -> Callable[[Block], list[str]]:
    """The columns of a block in short: field, employee type, tier, measure of a percentage."""

    def short(block: Block) -> list[str]:
        return [
            " ".join(str(part) for part in (each.field, each.employee_type, each.tier, each.of) if part)
            for each in block.columns
        ]

    return short
