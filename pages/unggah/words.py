"""What the steps, columns, verdicts and answers of an upload are called."""

from __future__ import annotations

from collections.abc import Mapping

from etl.ingest.values import Verdict
from etl.recognise.layout import Field, FileKind
from i18n import N_, Text

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

STEPS: dict[str, str] = {
    "berkas": N_("File"),
    "dipahami": N_("What we understood"),
    "pertanyaan": N_("Questions"),
    "pratinjau": N_("Preview"),
    "tersimpan": N_("Saved"),
}
"""The steps in order, by their word in the link."""

KINDS: dict[str, str] = {
    FileKind.HEADCOUNT: N_("headcounts"),
    FileKind.SIGNATURES: N_("tallies of pledges and signatures"),
    FileKind.EVENTS: N_("ceremonies"),
    FileKind.ROSTER: N_("roster"),
}

FIELDS: dict[str, str] = {
    Field.NUMBER: N_("running number"),
    Field.REGION: N_("region"),
    Field.REGION_CODE: N_("code of the region"),
    Field.OPD: N_("OPD"),
    Field.EMPLOYEE_TYPE: N_("employee type"),
    Field.TIER: N_("tier"),
    Field.PEOPLE: N_("number of people"),
    Field.PLEDGED: N_("pledged (people)"),
    Field.SIGNED: N_("signed (people)"),
    Field.PERCENT: N_("percentage, only checked"),
    Field.REST: N_("not yet signed, only checked"),
    Field.PART: N_("part of the same people, only checked"),
    Field.TOTAL: N_("sum within the row, only checked"),
    Field.DATE: N_("date"),
    Field.METHOD: N_("way of signing"),
    Field.NOTE: N_("note"),
    Field.UNUSED: N_("not used"),
    Field.ACTIVITY: N_("kind of ceremony"),
    Field.VENUE: N_("venue"),
    Field.OCCASION: N_("occasion"),
    Field.PARTICIPANTS: N_("participants (people)"),
    Field.SIGNERS: N_("signers (people)"),
    Field.MODE: N_("on site or online"),
    Field.LED_BY: N_("led by (office)"),
    Field.SOURCE_URL: N_("address of the source"),
    Field.NIP: N_("NIP, never kept"),
    Field.NAME: N_("name of the person, never kept"),
    Field.SIGNED_MARK: N_("has signed: yes or no"),
    Field.PLEDGED_MARK: N_("has pledged: yes or no"),
}

VERDICT_NOTES: dict[str, str] = {
    Verdict.NEW: N_("not on record yet"),
    Verdict.CHANGED: N_("replaces an earlier figure of the same sender"),
    Verdict.SAME: N_("nothing to save"),
    Verdict.CONFLICT: N_("another source says otherwise; a person decides"),
    Verdict.REFUSED: N_("not saved; the reason stands beside it"),
    Verdict.HELD: N_("not saved until its question is answered"),
}

GIVEN: dict[str, str] = {
    "as_of": N_("As of"),
    "region": N_("Region"),
    "opd": N_("OPD"),
    "employee_type": N_("Employee type"),
    "tier": N_("Tier"),
}

ANSWERS: dict[str, str] = {
    "thousands": N_("the point and the comma part thousands (1.250 = one thousand two hundred fifty)"),
    "decimal": N_("decimals (1.250 = one and a quarter)"),
    "dmy": N_("day first (03/04 = 3 April)"),
    "mdy": N_("month first (03/04 = 4 March)"),
    "pledged_date": N_("the day of the pledge"),
    "signed_date": N_("the day of signing"),
    "fill_down": N_("holds for every row that the merged cell spans"),
    "leave": N_("holds for the first row only"),
    "bps": N_("BPS codes"),
    "kemendagri": N_("Kemendagri codes"),
    "include": N_("read it as well"),
    "leave_out": N_("leave it out"),
    "accept": N_("yes, put them on record"),
    "refuse": N_("no, these rows are left out"),
    "keep": N_("keep what is on record"),
    "replace": N_("take the figures of this file"),
}
"""Answers that are words of the contract; others (names, codes, encodings) are shown as they are."""


def answer_words(answer: str, names: Mapping[str, str], t: Text) -> str:
    """An answer as a person reads it: a coded word, a column's field, a code with its name, or the text itself."""
    coded = ANSWERS | FIELDS | KINDS
    if answer in coded:
        return t(coded[answer])
    return f"{names[answer]} · {answer}" if answer in names else answer


def printed(values: Mapping[str, object], t: Text) -> dict[str, object]:
    """Values of a message as they are printed: whole numbers with their separators, everything else as it is."""
    return {name: t.number(value) if type(value) is int else value for name, value in values.items()}
