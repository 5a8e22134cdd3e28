"""The closed vocabularies of the warehouse: every coded word that a column may hold, in one place."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """Level of a region."""

    PROVINSI = "provinsi"
    KABUPATEN = "kabupaten"
    KOTA = "kota"


class EventLevel(StrEnum):
    """Whose ceremony it was."""

    NASIONAL = "nasional"
    PROVINSI = "provinsi"
    KABUPATEN = "kabupaten"
    KOTA = "kota"
    OPD = "opd"
    KECAMATAN = "kecamatan"
    VERTIKAL = "vertikal"


class OrganiserKind(StrEnum):
    """Who called the ceremony: a regional government, its unit, a central office, an election body, the nation."""

    PEMDA = "pemda"
    OPD = "opd"
    VERTIKAL = "vertikal"
    PENYELENGGARA = "penyelenggara"
    NASIONAL = "nasional"


class Activity(StrEnum):
    """What was done: the pledge read, the pact signed, a declaration, a joint commitment."""

    IKRAR = "ikrar"
    PAKTA = "pakta"
    DEKLARASI = "deklarasi"
    KOMITMEN = "komitmen"


class Role(StrEnum):
    """A region's part in an event."""

    ORGANISER = "organiser"
    PARTICIPANT = "participant"
    PLACE = "place"


class Qualifier(StrEnum):
    """How a printed count bounds the true one (see `indicators.interval`)."""

    EXACT = "exact"
    APPROX = "approx"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    WORD = "word"
    ALL = "all"
    REPRESENTED = "represented"


class DatePrecision(StrEnum):
    """The unit in which the date is known."""

    DAY = "day"
    RANGE = "range"
    MONTH = "month"
    PART_OF_MONTH = "part_of_month"
    YEAR = "year"


class DateStatus(StrEnum):
    """Where the date comes from: printed in full, completed from an anchor, corrected, in dispute, or not given."""

    STATED = "stated"
    INFERRED = "inferred"
    CORRECTED = "corrected"
    DISPUTED = "disputed"
    MISSING = "missing"


class Mode(StrEnum):
    """On site, online, or both."""

    LURING = "luring"
    DARING = "daring"
    HIBRIDA = "hibrida"


class ClaimStatus(StrEnum):
    """`accepted` enters figures; `rejected` stays visible with its reason; `open` waits for a person."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    OPEN = "open"


class Grade(StrEnum):
    """Evidence grade: A roster or signed sheet, B official recap, C official release, D news."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class SourceKind(StrEnum):
    """What a source is."""

    ARTICLE = "article"
    RELEASE = "release"
    LETTER = "letter"
    WORKBOOK = "workbook"
    ROSTER = "roster"
    REGULATION = "regulation"
    DATASET = "dataset"
    REPORT = "report"
    SIMULATION = "simulation"


class EmployeeType(StrEnum):
    """`ASN` is PNS and PPPK together where a source does not split them; `NON_ASN` is outside ASN."""

    ASN = "ASN"
    PNS = "PNS"
    PPPK = "PPPK"
    NON_ASN = "NON_ASN"


class Tier(StrEnum):
    """Rank of the post; `semua` where a source does not split tiers."""

    SEMUA = "semua"
    PIMPINAN = "pimpinan"
    ADMINISTRATOR = "administrator"
    PENGAWAS = "pengawas"
    PELAKSANA = "pelaksana"
    FUNGSIONAL = "fungsional"


class Method(StrEnum):
    """How a pact was signed: ink or electronic."""

    BASAH = "basah"
    ELEKTRONIK = "elektronik"


class OpdKind(StrEnum):
    """Kind of unit; `vertikal` is a central office and not an OPD."""

    DINAS = "dinas"
    BADAN = "badan"
    SEKRETARIAT = "sekretariat"
    INSPEKTORAT = "inspektorat"
    KECAMATAN = "kecamatan"
    KELURAHAN = "kelurahan"
    RSUD = "rsud"
    SATPOL = "satpol"
    PUSKESMAS = "puskesmas"
    SEKOLAH = "sekolah"
    LEMBAGA = "lembaga"
    VERTIKAL = "vertikal"


class Duty(StrEnum):
    """What an obligation asks for."""

    IKRAR = "ikrar"
    PAKTA = "pakta"
    REPORT = "report"


class DutyScope(StrEnum):
    """Whom an obligation binds: the region itself, every OPD of it, or one named OPD."""

    REGION = "region"
    EVERY_OPD = "every_opd"
    OPD = "opd"


class DutyStatus(StrEnum):
    """Obliged or exempt."""

    WAJIB = "wajib"
    TIDAK_WAJIB = "tidak_wajib"


class SubjectKind(StrEnum):
    """What a claim is about."""

    EVENT = "event"
    OPD = "opd"
    REGION = "region"
    CAMPAIGN = "campaign"


class Audience(StrEnum):
    """Who looks: everybody, or a person of the office. Fewer people can be told apart for the first."""

    PUBLIK = "publik"
    DALAM = "dalam"


class State(StrEnum):
    """The five states of a figure, never mixed (0 is a value)."""

    NILAI = "nilai"
    BELUM_LAPOR = "belum_lapor"
    TIDAK_WAJIB = "tidak_wajib"
    DITAHAN = "ditahan"
    BELUM_ADA_BUKTI = "belum_ada_bukti"
