"""Coded words as people read them: one home for pages, commands, files and the API."""

from __future__ import annotations

from i18n import N_, Text
from warehouse.vocabulary import (
    Activity,
    ClaimStatus,
    DateStatus,
    Duty,
    DutyStatus,
    EmployeeType,
    EventLevel,
    Grade,
    Level,
    Mode,
    OpdKind,
    OrganiserKind,
    Role,
    SourceKind,
    State,
    Tier,
)

STATES: dict[str, str] = {
    State.NILAI: N_("documented"),
    State.BELUM_LAPOR: N_("not yet reported"),
    State.TIDAK_WAJIB: N_("not obliged"),
    State.DITAHAN: N_("withheld"),
    State.BELUM_ADA_BUKTI: N_("no evidence yet"),
}

GLYPHS: dict[str, str] = {
    State.NILAI: "●",
    State.BELUM_LAPOR: "○",
    State.TIDAK_WAJIB: "—",
    State.DITAHAN: "▨",
    State.BELUM_ADA_BUKTI: "?",
}
"""A mark a state, so that states are told apart without colour."""

STATE_MEANINGS: dict[str, str] = {
    State.NILAI: N_("There is a figure with a source. Zero is a figure too."),
    State.BELUM_LAPOR: N_(
        "A duty to report is on record, or the region's own recap lists the unit, and nothing came in."
    ),
    State.TIDAK_WAJIB: N_("The unit is exempt; the exemption has a source."),
    State.DITAHAN: N_("There is a figure, but of so few people that it would point at persons."),
    State.BELUM_ADA_BUKTI: N_("No duty on record and no evidence found. This accuses nobody."),
}

GRADES: dict[str, str] = {
    Grade.A: N_("roster or signed sheet"),
    Grade.B: N_("official recap"),
    Grade.C: N_("official release"),
    Grade.D: N_("news"),
}

ACTIVITIES: dict[str, str] = {
    Activity.IKRAR: N_("pledge read"),
    Activity.PAKTA: N_("integrity pact signed"),
    Activity.DEKLARASI: N_("declaration"),
    Activity.KOMITMEN: N_("joint commitment"),
}

LEVELS: dict[str, str] = {
    EventLevel.NASIONAL: N_("national"),
    Level.PROVINSI: N_("province"),
    Level.KABUPATEN: N_("regency"),
    Level.KOTA: N_("city"),
    EventLevel.OPD: N_("OPD"),
    EventLevel.KECAMATAN: N_("district"),
    EventLevel.VERTIKAL: N_("central office"),
}

ORGANISERS: dict[str, str] = {
    OrganiserKind.PEMDA: N_("regional government"),
    OrganiserKind.OPD: N_("OPD"),
    OrganiserKind.VERTIKAL: N_("central office"),
    OrganiserKind.PENYELENGGARA: N_("election body"),
    OrganiserKind.NASIONAL: N_("national"),
}

ROLES: dict[str, str] = {
    Role.ORGANISER: N_("organiser"),
    Role.PARTICIPANT: N_("participant"),
    Role.PLACE: N_("place"),
}

DATE_STATUSES: dict[str, str] = {
    DateStatus.STATED: N_("as printed"),
    DateStatus.INFERRED: N_("inferred"),
    DateStatus.CORRECTED: N_("corrected"),
    DateStatus.DISPUTED: N_("disputed"),
    DateStatus.MISSING: N_("not known"),
}

MODES: dict[str, str] = {
    Mode.LURING: N_("on site"),
    Mode.DARING: N_("online"),
    Mode.HIBRIDA: N_("on site and online"),
}

CLAIM_STATUSES: dict[str, str] = {
    ClaimStatus.ACCEPTED: N_("accepted"),
    ClaimStatus.REJECTED: N_("rejected"),
    ClaimStatus.OPEN: N_("open"),
}

SOURCE_KINDS: dict[str, str] = {
    SourceKind.ARTICLE: N_("article"),
    SourceKind.RELEASE: N_("release"),
    SourceKind.LETTER: N_("letter"),
    SourceKind.WORKBOOK: N_("workbook"),
    SourceKind.ROSTER: N_("roster"),
    SourceKind.REGULATION: N_("regulation"),
    SourceKind.DATASET: N_("dataset"),
    SourceKind.REPORT: N_("written report"),
    SourceKind.SIMULATION: N_("simulation"),
}

EMPLOYEE_TYPES: dict[str, str] = {
    EmployeeType.ASN: N_("ASN (PNS and PPPK)"),
    EmployeeType.PNS: N_("PNS"),
    EmployeeType.PPPK: N_("PPPK"),
    EmployeeType.NON_ASN: N_("non-ASN"),
}

TIERS: dict[str, str] = {
    Tier.SEMUA: N_("all tiers"),
    Tier.PIMPINAN: N_("senior executives"),
    Tier.ADMINISTRATOR: N_("administrators"),
    Tier.PENGAWAS: N_("supervisors"),
    Tier.PELAKSANA: N_("executing staff"),
    Tier.FUNGSIONAL: N_("functional posts"),
}

OPD_KINDS: dict[str, str] = {
    OpdKind.DINAS: N_("dinas"),
    OpdKind.BADAN: N_("badan"),
    OpdKind.SEKRETARIAT: N_("sekretariat"),
    OpdKind.INSPEKTORAT: N_("inspektorat"),
    OpdKind.KECAMATAN: N_("district"),
    OpdKind.KELURAHAN: N_("kelurahan"),
    OpdKind.RSUD: N_("RSUD"),
    OpdKind.SATPOL: N_("satpol PP"),
    OpdKind.PUSKESMAS: N_("puskesmas"),
    OpdKind.SEKOLAH: N_("school"),
    OpdKind.LEMBAGA: N_("institution"),
    OpdKind.VERTIKAL: N_("central office"),
}

DUTIES: dict[str, str] = {
    Duty.IKRAR: N_("take the pledge"),
    Duty.PAKTA: N_("sign the pact"),
    Duty.REPORT: N_("report"),
}

DUTY_STATUSES: dict[str, str] = {
    DutyStatus.WAJIB: N_("obliged"),
    DutyStatus.TIDAK_WAJIB: N_("not obliged"),
}

POINTS: dict[int, str] = {
    1: N_("neutral public service"),
    2: N_("no conflict of interest or intimidation"),
    3: N_("wise use of social media"),
    4: N_("no money politics"),
}


def word(names: dict[str, str], code: str | None, t: Text) -> str:
    """The name of a coded word; the code itself where it is unknown, an en dash for null."""
    return "–" if code is None else t(names.get(code, code))


def listed(words: list[str], t: Text) -> str:
    """`a`, `a dan b`, `a, b, dan c`."""
    if len(words) < 2:
        return "".join(words)
    if len(words) == 2:
        return t("{first} and {last}", first=words[0], last=words[1])
    return t("{first}, and {last}", first=", ".join(words[:-1]), last=words[-1])
