"""One name of a unit in one region: known, approved, no unit at all, or a question. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

import polars as pl
from rapidfuzz import fuzz, process

from geo.names import Resolution, opd_kind, opd_slug, resolve
from geo.spelling import name_key, name_keys
from geo.units import known
from warehouse.vocabulary import OpdKind

NO_UNIT, NEW_UNIT = "-", "+"
"""Answers to `opd_name` beside a unit's name: the row is about no OPD; a unit that nobody knows yet (`+Name`)."""

_CENTRAL = re.compile(
    r"\b(?:kementerian|kemenag|kemenkumham|kpud?|bawaslu|panwas\w*|kejaksaan|kejari|pengadilan|polres\w*|polsek|polda"
    r"|kodim|koramil|korem|tni|polri|bpn|lapas|rutan|imigrasi|kppn|kpp|bea cukai)\b"
)
"""Words that only central offices, courts, forces and election bodies have in their names."""

_NOT_A_UNIT = re.compile(
    r"(?:(?:pimpinan|(?:wakil )?ketua)(?: dan| serta)? )?anggota (?:dpr[dkpa]|dewan)\b.*|(?:pimpinan )?dpr[dkpa]\b.*"
    r"|(?:kepala|perangkat|aparat\w*|pemerintah|pamong|staf) (?:desa|gampong|nagari|kampung|pekon|tiyuh)\b.*"
    r"|(?:desa|gampong|nagari|pekon|tiyuh|kades|kuwu|keuchik|geuchik|wali nagari|hukum tua|pambakal)\b.*"
    r"|badan permusyawaratan (?:desa|kampung)\b.*|(?:ketua )?rt rw\b.*|linmas\b.*"
    r"|bupati\b.*|wali ?kota\b.*|gubernur\b.*"
)
"""Whom lists count among the units though they are none: councillors, village staff, heads of regions."""

_PART = re.compile(r"(?:bagian|sub ?bag(?:ian)?|asisten|staf ahli)\b.*")
"""How parts of a secretariat are called; that of the region has most of them."""
_SETDA = "Sekretariat Daerah"

_LEAST_SCORE = 65.0
_MOST_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Unit:
    """What a name is: `status` known, vertical, not_an_opd, or open (then `candidates` are units that may be meant).

    `opd_id` and `name` are those of a known unit; `approved`: a person said so, now or before.
    """

    status: str
    opd_id: str | None = None
    name: str | None = None
    approved: bool = False
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """The units that a region has on record: opd_id to name and kind, and each name as a key to its opd_id."""

    region: str
    names: Mapping[str, str]
    kinds: Mapping[str, str]
    keys: Mapping[str, str]

    def unit(self, opd_id: str, *, approved: bool = False) -> Unit:
        """The unit of an opd_id, on record or by its usual name."""
        if self.kinds.get(opd_id) == OpdKind.VERTIKAL:
            return Unit("vertical")
        return Unit("known", opd_id, self.names.get(opd_id) or usual_name(opd_id), approved)


def registers(opd: pl.DataFrame, regions: Collection[str]) -> dict[str, Register]:
    """The register of each of these regions; `opd` is the store's table."""
    own = opd.filter(pl.col("region_code").is_in(list(regions)))
    keys = name_keys(own["name"])
    units = {str(region): rows for (region,), rows in own.group_by(["region_code"], maintain_order=True)}
    nothing = own.clear()
    return {region: _register(region, units.get(region, nothing), keys) for region in regions}


def _register(region: str, own: pl.DataFrame, keys: Mapping[str, str]) -> Register:
    names = dict(own.select("opd_id", "name").iter_rows())
    kinds = dict(own.select("opd_id", "kind").iter_rows())
    return Register(region, names, kinds, {keys[name]: opd_id for opd_id, name in names.items()})


def read_units(
    named: Mapping[str, Resolution], keys: Mapping[str, str], own: Register, approved: Mapping[str, str]
) -> dict[str, Unit]:
    """What each name is in a region. `named`: what it resolves to there; `keys`: the names as they are compared;
    `approved`: keys of names that a person settled, to an opd_id or NO_UNIT."""
    found: dict[str, Unit] = {}
    for name, resolution in named.items():
        key = keys[name]
        if key in approved:
            code = approved[key]
            found[name] = Unit("not_an_opd") if code == NO_UNIT else own.unit(code, approved=True)
        elif key in own.keys:
            found[name] = own.unit(own.keys[key])
        elif resolution.code:
            found[name] = own.unit(resolution.code)
        elif opd_kind(name) == OpdKind.VERTIKAL or _CENTRAL.search(_words(name)):
            found[name] = Unit("vertical")
        elif _NOT_A_UNIT.fullmatch(_words(name)):
            found[name] = Unit("not_an_opd")
        else:
            usual = [each.name for each in resolution.candidates if each.code.startswith(own.region)]
            usual = [_SETDA, *usual] if is_part(name) else usual
            found[name] = Unit("open", candidates=_candidates(name, usual, own))
    return found


def answered_unit(answer: str, own: Register) -> str | None:
    """The opd_id that an answer names: a unit on record, one by its usual name or pattern, or `+` a new one. NO_UNIT
    where the row is about no unit; null for an answer that names nothing known."""
    if answer == NO_UNIT:
        return NO_UNIT
    if answer.startswith(NEW_UNIT):
        slug = opd_slug(answer.removeprefix(NEW_UNIT))
        return f"{own.region}/{slug}" if slug else None
    on_record = own.keys.get(name_key(answer))
    return on_record or resolve([answer], within=own.region, kind="opd")[0].code


def usual_name(opd_id: str) -> str:
    """The name of a unit by its opd_id: the usual one, else the words of its slug."""
    slug = opd_id.partition("/")[2]
    listed = _usual_names().get(slug)
    if listed:
        return listed
    return " ".join(_WRITTEN.get(word, word.capitalize()) for word in slug.split("-"))


_WRITTEN = {"rsud": "RSUD", "dprd": "DPRD", "uptd": "UPTD", "upt": "UPT", "dan": "dan", "smp": "SMP", "sd": "SD"}


@cache
def _usual_names() -> Mapping[str, str]:
    return {opd_slug(name): name for unit in known().values() for name in unit.canonical}


def is_part(name: str) -> bool:
    """True for a bagian, an assistant and the like: people of a secretariat, and no unit of their own."""
    return _PART.fullmatch(_words(name)) is not None


def _words(name: str) -> str:
    return " ".join(opd_slug(name).split("-"))


def _candidates(name: str, usual: list[str], own: Register) -> tuple[str, ...]:
    """Names of units that may be meant: the usual ones, and those on record that are written alike."""
    alike = process.extract(
        name, list(own.names.values()), scorer=fuzz.token_sort_ratio, limit=_MOST_CANDIDATES, score_cutoff=_LEAST_SCORE
    )
    return tuple(dict.fromkeys([*usual, *(text for text, _score, _index in alike)]))
