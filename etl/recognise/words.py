"""Words for employee types and tiers, as headings, cells and titles write them. Pure; for text in lower case."""

from __future__ import annotations

import re

from warehouse.vocabulary import EmployeeType, Tier

_TYPES: tuple[tuple[EmployeeType, str], ...] = (
    (
        EmployeeType.NON_ASN,
        (
            r"non[\s-]*(?:asn|pns)|honor\w*|thl|ppnpn|tkk|thk|gtt|ptt|tenaga kontrak|kontrak|tenaga harian\w*"
            r"|harian lepas|pegawai tidak tetap|tenaga pendukung|contract staff"
        ),
    ),
    (EmployeeType.PPPK, r"p3k|pppk|pegawai pemerintah dengan perjanjian kerja"),
    (EmployeeType.PNS, r"c?pns|pns ?d|calon pegawai negeri(?: sipil)?|pegawai negeri(?: sipil)?|civil servants?"),
    (EmployeeType.ASN, r"asn|aparatur sipil negara"),
)
_TIERS: tuple[tuple[Tier, str], ...] = (
    (
        Tier.PIMPINAN,
        (
            r"jpt\w*(?: (?:madya|pratama|utama))?|pimpinan(?: tinggi)?(?: madya| pratama| utama)?"
            r"|(?:eselon|esl?\.?) ?(?:i|ii|1|2)(?:[./ ]?[ab])?|ii?\.?[ab]|kepala (?:dinas|badan|opd)"
        ),
    ),
    (
        Tier.ADMINISTRATOR,
        r"administrator|(?:eselon|esl?\.?) ?(?:iii|3)(?:[./ ]?[ab])?|iii\.?[ab]",
    ),
    (Tier.PENGAWAS, r"pengawas|(?:eselon|esl?\.?) ?(?:iv|4)(?:[./ ]?[ab])?|iv\.?[ab]"),
    (Tier.FUNGSIONAL, r"jabatan fungsional|fungsional(?: \w+)?|jf[tu]?|jafung"),
    (Tier.PELAKSANA, r"pelaksana(?: ?/ ?staf\w*)?|staf|jfu|(?:eselon|esl?\.?) ?v|non[\s-]?eselon"),
)
_BARE_ESELON = {"i": Tier.PIMPINAN, "ii": Tier.PIMPINAN, "iii": Tier.ADMINISTRATOR, "iv": Tier.PENGAWAS}
_AROUND = r"(?:pejabat|jabatan|pegawai|jumlah|tenaga)"

_TYPE_WORDS = tuple((each, re.compile(rf"(?<![\w-])(?:{words})(?!\w)")) for each, words in _TYPES)
_TIER_WORDS = tuple((each, re.compile(rf"(?<![\w-])(?:{words})(?![\w.])")) for each, words in _TIERS)
_TYPE_CELLS = tuple(
    (each, re.compile(rf"(?:{_AROUND} )?(?:{words})(?: (?:paruh|penuh) waktu)?(?: \(?\w+\)?)?"))
    for each, words in _TYPES
)
_TIER_CELLS = tuple((each, re.compile(rf"(?:{_AROUND} )*(?:{words})f?")) for each, words in _TIERS)


_KINDS_OF_PEOPLE = re.compile(
    r"(?<!\w)(?:cpns|calon|paruh waktu|penuh waktu|pns|pppk|p3k|honor|thl|ppnpn|tkk|gtt|ptt|kontrak|harian"
    r"|tidak tetap|pendukung)"
)


def people_meant(heading: str) -> str:
    """Which people within one employee type a heading names, as words: CPNS are PNS, but other people than the PNS."""
    found = {word.replace("p3k", "pppk").replace("calon", "cpns") for word in _KINDS_OF_PEOPLE.findall(heading)}
    return " ".join(sorted(found - {"pns"} if "cpns" in found else found))


def employee_types_in(text: str) -> tuple[EmployeeType, ...]:
    """The employee types that a phrase names, each once; the `asn` of `non asn` is not one of its own."""
    found = []
    for each, words in _TYPE_WORDS:
        if words.search(text):
            found.append(each)
            text = words.sub(" ", text)
    return tuple(found)


def employee_type_of(cell: str) -> EmployeeType | None:
    """The employee type that a cell says and nothing else."""
    return next((each for each, words in _TYPE_CELLS if words.fullmatch(cell)), None)


def tiers_in(text: str) -> tuple[Tier, ...]:
    """The tiers that a phrase names."""
    return tuple(each for each, words in _TIER_WORDS if words.search(text))


def tier_of(cell: str) -> Tier | None:
    """The tier that a cell says and nothing else; a bare II counts, as in a column Eselon."""
    return _BARE_ESELON.get(cell) or next((each for each, words in _TIER_CELLS if words.fullmatch(cell)), None)
