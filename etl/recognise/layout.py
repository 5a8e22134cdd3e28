"""What a workbook's sheets were recognised as: tables with named columns, what is not data, what has to be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import polars as pl

from etl.clean.dates import DateReading
from etl.sources.tabular import Question
from warehouse.vocabulary import EmployeeType, Tier

Answer = str | tuple[str, ...]
"""A person's answer to a question: a word, or a word a column (kind `header`)."""


class FileKind(StrEnum):
    """What a row of a file is about: people of a unit, people who pledged or signed, a ceremony, one person."""

    HEADCOUNT = "headcount"
    SIGNATURES = "signatures"
    EVENTS = "events"
    ROSTER = "roster"


class Field(StrEnum):
    """What a column holds. The value is the word that answers the questions `column` and `header`.

    PART is a split of the same people that is not kept (by sex, rank, education …) and TOTAL a sum within the row:
    both are only checked. REST is who has not signed. UNUSED columns are listed, never read. A roster's MARK columns
    say of a person yes or no.
    """

    NUMBER = "number"
    REGION = "region"
    REGION_CODE = "region_code"
    OPD = "opd"
    EMPLOYEE_TYPE = "employee_type"
    TIER = "tier"
    PEOPLE = "people"
    PLEDGED = "pledged"
    SIGNED = "signed"
    PERCENT = "percent"
    REST = "rest"
    PART = "part"
    TOTAL = "total"
    DATE = "date"
    METHOD = "method"
    NOTE = "note"
    UNUSED = "unused"
    ACTIVITY = "activity"
    VENUE = "venue"
    OCCASION = "occasion"
    PARTICIPANTS = "participants"
    SIGNERS = "signers"
    MODE = "mode"
    LED_BY = "led_by"
    SOURCE_URL = "source_url"
    NIP = "nip"
    NAME = "name"
    SIGNED_MARK = "signed_mark"
    PLEDGED_MARK = "pledged_mark"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table. `index` is its place on the sheet, from 1; `heading` its header words, outer group first,
    joined by " / ", "" where it has none. `of` is the measure (pledged, signed) a PERCENT is a share of PEOPLE for, or
    that a DATE is the day of; null for the date of the whole row.

    `employee_type`, `tier` and `as_of` are what the heading says of every figure in the column (a column "PPPK", a
    column "2019"); null = not said there. PEOPLE with an employee type is that type's headcount; two columns of one
    measure that say the same type, tier and day (CPNS beside PNS) count different people and add up.
    """

    index: int
    heading: str
    field: Field
    employee_type: EmployeeType | None = None
    tier: Tier | None = None
    as_of: DateReading | None = None
    of: Field | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What stands outside the rows and holds for all of them: in a title, a label line, the sheet name; null = unsaid.

    `opd` and `region` are texts as written, to be resolved. `stated_in` names, for each field that is given, where it
    was read (`Rekap!A3`, `sheet name`).
    """

    as_of: DateReading | None = None
    region: str | None = None
    opd: str | None = None
    employee_type: EmployeeType | None = None
    tier: Tier | None = None
    stated_in: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A subtotal or total row, and the data rows that it should be the sum of."""

    row: int
    what: str
    covers: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """One table on a sheet: two side by side or below each other are two. `block_id` is the same for the same layout.

    `text` and `kinds` are the sheet's rows between header and end (`row`, and `c<index>` for each column of the block)
    that are data or totals, merged cells filled down where a person confirmed it. `data_rows` are the data rows in
    order; `totals` the others. `maybe_parts`: data rows that may count those below them too, which no sum proves.
    """

    block_id: str
    sheet: str | None
    hidden: bool
    kind: FileKind
    columns: tuple[Column, ...]
    header_rows: tuple[int, ...]
    data_rows: tuple[int, ...]
    totals: tuple[TotalRow, ...]
    given: Given
    text: pl.DataFrame = field(repr=False)
    kinds: pl.DataFrame = field(repr=False)
    maybe_parts: tuple[TotalRow, ...] = ()

    def of(self, *fields: Field) -> tuple[Column, ...]:
        """The columns that hold one of these."""
        return tuple(column for column in self.columns if column.field in fields)

    @property
    def lists_people(self) -> bool:
        """True where rows are persons, in whatever file: no cell of them may be kept or shown."""
        return self.kind is FileKind.ROSTER or bool(self.of(Field.NIP, Field.NAME))


SET_ASIDE = {"sheet": pl.String(), "row": pl.Int64(), "what": pl.String(), "text": pl.String()}
"""One row a sheet row that is not data: title, header, unit, numbering, group, subtotal, total, footer, or
part: of a row above it that counts its people already."""

WAITING = {"question_id": pl.String(), "block_id": pl.String(), "row": pl.Int64()}
"""One row a data row and question that holds it back."""


@dataclass(frozen=True, slots=True, eq=False)
class Recognition:
    """A workbook as tables. `layout` is a digest of its headings: the same for next month's file of the same form.

    `set_aside` lists what was taken for no data (SET_ASIDE), so that a person can object; `waiting` the data rows that
    an open question holds back (WAITING). Blocks are there in their likeliest reading while questions are open.
    """

    kind: FileKind
    layout: str
    blocks: tuple[Block, ...]
    set_aside: pl.DataFrame
    questions: tuple[Question, ...]
    waiting: pl.DataFrame
