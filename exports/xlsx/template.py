"""The workbook that a region fills in: its OPD, what may stand in each cell, and how to fill it.

It is written in the words that our own reading knows, so that it comes back without a question. The form and its notes
are for regions and so always in Indonesian; only the cells that a region fills in can be changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import polars as pl

from exports.xlsx.cells import Book, Format, Worksheet, lay_across, put, writing
from geo import register
from geo.units import known
from i18n import N_, NotFound, Text, text
from indicators.question import Evidence, campaign_of
from warehouse.frames import Frames
from warehouse.vocabulary import Method, OpdKind

SHEET, NOTES, LISTS = "Pengisian", "Petunjuk", "Daftar"
HEADINGS = (
    "Nama OPD",
    "Jenis Pegawai",
    "Jumlah Pegawai",
    "Berikrar",
    "Menandatangani Pakta Integritas",
    "Metode Tanda Tangan",
    "Keterangan",
)
AS_OF = "Keadaan per tanggal"
EMPLOYEE_TYPES = ("PNS", "PPPK", "Non-ASN")
METHODS = tuple(method.value.capitalize() for method in Method)
HEADER_ROW, FIRST_ROW, AS_OF_CELL = 7, 8, "B4"
"""Rows from 1: the header, the first row to fill in, and the cell for the day that all figures hold for."""

SPARE = 60
"""Empty rows below the known OPD, for those that are not on record; three times as many where none is."""

MOST_PEOPLE = 500_000
"""More people than any unit has: a slip of the keyboard."""

_WIDTHS = (52, 15, 16, 12, 22, 20, 40)
_NO_UNITS = frozenset({"istilah", OpdKind.VERTIKAL.value})
_NOTES = (
    N_("What this form is for: how many people of each OPD took part in the pledge and signed the integrity pact."),
    N_("Fill in the white cells only. The headings are locked so that the form can be read without a question."),
    N_("First enter the day that the figures hold for, in cell B4, for example {day}. It holds for all rows."),
    N_("One row is one OPD and one employee type: PNS, PPPK or Non-ASN."),
    N_("“{people}” counts all people of that type in the OPD; “{pledged}” those who took part in the reading of the "
       "pledge; “{signed}” those who signed the pact. A pledge is not a signature: count the two apart."),
    N_("Enter whole numbers without points or words. Enter 0 where there is nobody; leave a cell empty where the "
       "figure is not known yet: empty is read as “not yet reported”, never as 0."),
    N_("Figures are cumulative: everybody up to that day, not only those who were added."),
    N_("An OPD that is missing goes into the empty rows below, with its full official name: Dinas Kesehatan, "
       "Kecamatan Bobotsari, RSUD with its own name. Central offices such as Kantor Kementerian Agama are not OPD."),
    N_("Do not add totals, columns or rows above the table, and enter no names and no NIP of people."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """What a form is for. `units`: names of the region's OPD that are on record, in the order of the form, empty = none
    known; `usual`: names that OPD usually have, as a proposal; the figures hold for a day from `first_day` to
    `last_day`."""

    region: str
    campaign: str
    units: tuple[str, ...]
    usual: tuple[str, ...]
    first_day: dt.date
    last_day: dt.date

    @property
    def example(self) -> str:
        """A day that the form takes, as people type it."""
        return f"{self.last_day:%d/%m/%Y}"


def form_of(frames: Frames, region: str, campaign: str | None = None) -> Form:
    """The form for a region (code) and a campaign (id; null = the newest that the region has data of, else of all).

    Raises NotFound for either.
    """
    own = register.region(register.current_code(region))
    wanted = campaign_of(frames, campaign, own.code, Evidence.ANY)
    chosen = frames.campaign.drop_nulls("election_date").filter(pl.col("campaign_id").is_in([wanted]))
    if chosen.is_empty():
        raise NotFound(
            N_("The form needs one campaign with a polling day."),
            next_step=N_("Choose one of: {known}."),
            known=", ".join(frames.campaign.drop_nulls("election_date")["campaign_id"]),
        )
    polling_day: dt.date = chosen["election_date"].item()
    kinds = [kind.value for kind in OpdKind]
    units = (
        frames.opd.filter(
            pl.col("region_code") == own.code,
            pl.col("parent_opd_id").is_null(),
            pl.col("valid_to").is_null(),
            ~pl.col("kind").is_in(list(_NO_UNITS)),
        )
        .with_columns(place=pl.col("kind").replace_strict(kinds, range(len(kinds)), return_dtype=pl.Int64))
        .sort("place", "name")
    )
    usual = {name for one in known().values() if one.kind not in _NO_UNITS for name in one.canonical}
    return Form(
        region=f"Provinsi {own.name}" if own.parent_code is None else own.name,
        campaign=chosen["name"].item(),
        units=tuple(units["name"]),
        usual=tuple(sorted(usual)),
        # Reports from years before the polling day belong to another election.
        first_day=dt.date(polling_day.year - 1, 1, 1),
        last_day=polling_day,
    )


def template(form: Form, *, now: dt.datetime) -> bytes:
    """The form as XLSX: the sheet to fill in, a sheet of notes, and a hidden one with the names to choose from."""
    buffer, t = BytesIO(), text("id")
    with writing(buffer, now) as workbook:
        sheet, notes, lists = (workbook.add_worksheet(name) for name in (SHEET, NOTES, LISTS))
        rows = [(unit, kind) for unit in form.units for kind in EMPLOYEE_TYPES]
        last = FIRST_ROW + len(rows) + (SPARE if rows else 3 * SPARE) - 1
        _table(workbook, sheet, form, rows, last)
        _validations(sheet, form, last, t)
        _notes(workbook, notes, form, t)
        names = [*form.units, *(name for name in form.usual if name not in form.units)]
        for row, name in enumerate(names):
            put(lists, row, 0, name)
        workbook.define_name("DaftarOPD", f"={LISTS}!$A$1:$A${max(len(names), 1)}")
        lists.hide()
        for one in (notes, lists):
            one.protect()
    return buffer.getvalue()


def _table(workbook: Book, sheet: Worksheet, form: Form, rows: Sequence[tuple[str, str]], last: int) -> None:
    """Titles, the day, the header, the known units and the empty rows below them."""
    bold, title = workbook.add_format({"bold": True}), workbook.add_format({"bold": True, "font_size": 14})
    put(sheet, 0, 0, "REKAPITULASI IKRAR DAN PAKTA INTEGRITAS NETRALITAS ASN", title)
    put(sheet, 1, 0, form.region, bold)
    put(sheet, 2, 0, form.campaign, bold)
    put(sheet, 3, 0, AS_OF, bold)
    day = _input(workbook, num_format="dd/mm/yyyy", align="left", bg_color="#FFFBE6")
    put(sheet, 3, 1, None, day)
    header = workbook.add_format(
        {"bold": True, "border": 1, "bg_color": "#DCE6F1", "text_wrap": True, "align": "center", "valign": "vcenter"}
    )
    sheet.set_row(HEADER_ROW - 1, 32)
    for column, (heading, width) in enumerate(zip(HEADINGS, _WIDTHS, strict=True)):
        put(sheet, HEADER_ROW - 1, column, heading, header)
        sheet.set_column(column, column, width)
    fixed = workbook.add_format({"border": 1, "bg_color": "#F2F2F2"})
    plain, whole = _input(workbook), _input(workbook, num_format="0")
    for row in range(FIRST_ROW, last + 1):
        given: Sequence[str | None] = rows[row - FIRST_ROW] if row - FIRST_ROW < len(rows) else (None, None)
        for column, value in enumerate([*given, *[None] * (len(HEADINGS) - 2)]):
            shape = fixed if value is not None else whole if column in range(2, 5) else plain
            put(sheet, row - 1, column, value, shape)
    sheet.freeze_panes(HEADER_ROW, 1)
    sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})
    lay_across(sheet)
    sheet.repeat_rows(HEADER_ROW - 1)


def _input(workbook: Book, **given: object) -> Format:
    """A cell that a region fills in."""
    return workbook.add_format({"border": 1, "locked": False, **given})


def _validations(sheet: Worksheet, form: Form, last: int, t: Text) -> None:
    """What may stand in each cell, with a message in Indonesian where something else does."""
    sheet.data_validation(
        AS_OF_CELL,
        {
            "validate": "date",
            "criteria": "between",
            "minimum": form.first_day,
            "maximum": form.last_day,
            "input_title": t("Day of the figures"),
            "input_message": t("The day that all figures hold for, for example {day}.", day=form.example),
            "error_title": t("Not such a day"),
            "error_message": t(
                "Enter a day from {first} to {last} as day/month/year.",
                first=t.date(form.first_day),
                last=t.date(form.last_day),
            ),
        },
    )
    first, end = FIRST_ROW - 1, last - 1
    sheet.data_validation(
        first, 0, end, 0,
        {
            "validate": "list",
            "source": "=DaftarOPD",
            "error_type": "warning",
            "error_title": t("Name not on the list"),
            "error_message": t(
                "This name is not on the list. Kecamatan, RSUD and other OPD may be entered with their full official "
                "name."
            ),
        },
    )  # fmt: skip
    for column, choices in ((1, EMPLOYEE_TYPES), (5, METHODS)):
        sheet.data_validation(
            first, column, end, column,
            {
                "validate": "list",
                "source": list(choices),
                "error_title": t("Choose from the list"),
                "error_message": t("Choose one of: {choices}.", choices=", ".join(choices)),
            },
        )  # fmt: skip
    sheet.data_validation(
        first, 2, end, 4,
        {
            "validate": "integer",
            "criteria": "between",
            "minimum": 0,
            "maximum": MOST_PEOPLE,
            "error_title": t("Not a whole number"),
            "error_message": t(
                "Enter a whole number from 0 to {most}, without points or words. Leave the cell empty where the figure "
                "is not known yet.",
                most=MOST_PEOPLE,
            ),
        },
    )  # fmt: skip


def _notes(workbook: Book, sheet: Worksheet, form: Form, t: Text) -> None:
    """How to fill it in."""
    lay_across(sheet)
    sheet.set_column(0, 0, 110)
    put(sheet, 0, 0, t("How to fill in this form"), workbook.add_format({"bold": True, "font_size": 14}))
    put(sheet, 1, 0, f"{form.region}, {form.campaign}", workbook.add_format({"bold": True}))
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    _, _, people, pledged, signed, *_ = HEADINGS
    for number, note in enumerate(_NOTES, start=1):
        said = t(note, people=people, pledged=pledged, signed=signed, day=form.example)
        put(sheet, 2 + number, 0, f"{number}. {said}", wrapped)
