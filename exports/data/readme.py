"""README.txt of a package: what a person must know before the first file is opened."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from briefings.briefing import Briefing
from briefings.stamp import Stamp
from briefings.table import Table
from exports import way_back
from exports.data.descriptor import RIGHTS
from i18n import N_, Text
from indicators.words import STATE_MEANINGS, STATES

_WIDTH = 100
_READING = (
    N_(
        "A figure is three columns: _low and _high are its bounds, _state is why there may be none. Both bounds are "
        "the same where the figure is exact. An empty _high beside a _low: there is no known upper limit. An empty "
        "cell is never 0."
    ),
    N_(
        "Shares are fractions: 0.665 is 66.5%. Days are year-month-day. Codes of regions are text, also where they "
        "look like numbers: tell the program so, or 33.10 becomes 33.1."
    ),
    N_(
        "CSV: UTF-8 without a byte-order mark, commas between cells, decimal points. A text that a spreadsheet would "
        "take for a formula has an apostrophe in front, which is not part of it."
    ),
    N_("For Excel take the workbook (XLSX), or the CSV for Excel from the download menu."),
)
_CODE = N_(
    "Every row carries the code of this package in ikrar_code. Enter it on the page “Check a file” to see the same "
    "state again and what has changed since."
)


def readme(briefing: Briefing, tables: Mapping[str, Table], stamp: Stamp, t: Text) -> str:
    """The text, in the reader's language, in lines that fit a window."""
    parts = ("\n".join(_wrapped(line) for line in block) for block in _blocks(briefing, tables, stamp, t))
    return "\n\n".join(parts) + "\n"


def _blocks(briefing: Briefing, tables: Mapping[str, Table], stamp: Stamp, t: Text) -> Iterator[list[str]]:
    yield [briefing.title]
    if band := way_back.example(stamp, t):
        yield [band]
    code = [f"{t('Code')}: {stamp.code}", f"{t('Data as of')}: {t.date(stamp.as_of)}"]
    yield [*code, *([stamp.address] if stamp.address else [])]
    yield [
        t("What is in it"),
        *(f"- data/{name}.csv, .parquet: {table.title}" for name, table in tables.items()),
        "- datapackage.json: " + t("every column with its meaning, type and unit (Data Package 2.0)"),
        "- metadata-satu-data.json: " + t("every indicator as a data standard (Perpres 39/2019)"),
    ]
    code_says = t(_CODE) if way_back.scanned(stamp) else way_back.without_code(stamp, t)
    yield [t("How to read it"), *(f"- {each}" for each in (*map(t, _READING), code_says))]
    yield [t("States"), *(f"- {state}: {t(word)}. {t(STATE_MEANINGS[state])}" for state, word in STATES.items())]
    yield [t(RIGHTS)]


def _wrapped(line: str) -> str:
    indent = "  " if line.startswith("- ") else ""
    return textwrap.fill(line, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
