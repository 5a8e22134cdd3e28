"""A column before it is settled: what its heading and its cells say by themselves. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from etl.clean.dates import Campaign, DateReading
from etl.recognise.area import Area
from etl.recognise.evidence import Evidence, evidence_of
from etl.recognise.grid import Grid
from etl.recognise.headings import Meaning, plain, read_heading
from etl.recognise.layout import Column, Field
from warehouse.vocabulary import EmployeeType, Tier

MEASURES = (Field.PEOPLE, Field.PLEDGED, Field.SIGNED)
FIGURES = (*MEASURES, Field.PERCENT, Field.REST, Field.PART, Field.TOTAL, Field.PARTICIPANTS, Field.SIGNERS)
UNITS = (Field.OPD, Field.REGION)
_CLEAR_TIER = re.compile(r"jenjang|es[e]lon|jenis jabatan|kelompok jabatan|tier")
_PROVINCE = re.compile(r"(?:nama )?prov(?:insi|ince)?\.?$")
_NAMED, _MOSTLY = 0.5, 0.6
"""The share of a column's values that makes it one of names, or of the words of a short list."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A column as understood so far. `unsure`: figures of which nobody says what they count; `wordy`: words of which
    nobody says what they name; `sums`: a plain "Jumlah"; `which_day`: days, beside others, of
    which nobody says what happened then."""

    index: int
    words: tuple[str, ...]
    evidence: Evidence
    field: Field
    employee_type: EmployeeType | None = None
    tier: Tier | None = None
    as_of: DateReading | None = None
    of: Field | None = None
    sums: bool = False
    unsure: bool = False
    wordy: bool = False
    which_day: bool = False

    @property
    def heading(self) -> str:
        """The heading's words joined."""
        return " / ".join(self.words)

    def settled(self) -> Column:
        """The column as it leaves recognition."""
        return Column(self.index, self.heading, self.field, self.employee_type, self.tier, self.as_of, self.of)


def draft_columns(grid: Grid, area: Area, campaigns: Sequence[Campaign]) -> list[Draft]:
    """The columns of a table, by heading and content."""
    drafts = []
    for column, words in zip(area.columns, area.words, strict=True):
        evidence = evidence_of(grid, column, area.first, area.stop)
        meaning = read_heading(words, campaigns)
        drafts.append(_drafted(column, words, evidence, meaning))
    return _with_people(_with_unit(_with_one_region(drafts)))


def _drafted(index: int, words: tuple[str, ...], evidence: Evidence, said: Meaning) -> Draft:
    draft = Draft(
        index, words, evidence, Field.UNUSED, said.employee_type, said.tier, said.as_of, of=said.of, sums=said.sums
    )
    numeric, all_numeric = evidence.figures >= 0.5, evidence.figures > 0.8
    if said.field in {Field.EMPLOYEE_TYPE, Field.TIER}:
        return _kind_of_people(draft, said.field)
    if said.field in UNITS:
        return replace(draft, field=Field.PART if all_numeric and evidence.filled else _unit(said.field, draft))
    if said.field is None:
        return replace(draft, unsure=True) if words and (said.unsure or numeric) else _by_content(draft)
    no_code = said.field is Field.REGION_CODE and evidence.filled and evidence.codes < 0.5
    no_words = said.field in {Field.MODE, Field.METHOD, Field.OCCASION} and numeric
    no_count = said.field is Field.PEOPLE and evidence.filled and evidence.figures < 0.2 and not said.employee_type
    if no_count:
        return replace(draft, wordy=True, sums=False)
    return replace(draft, field=Field.UNUSED if no_code or no_words else said.field, unsure=no_words)


def _kind_of_people(draft: Draft, field: Field) -> Draft:
    """A column "Status" or "Jabatan": types, tiers, marks, or words that are no matter of ours."""
    evidence = draft.evidence
    if evidence.types >= 0.5:
        return replace(draft, field=Field.EMPLOYEE_TYPE)
    if evidence.tiers >= 0.5:
        return replace(draft, field=Field.TIER)
    if evidence.figures > 0.8 or evidence.marks >= 0.5:
        return replace(draft, unsure=True)
    clear = "pegawai" in draft.heading.lower() or _CLEAR_TIER.search(draft.heading.lower())
    return replace(draft, field=field if clear or not evidence.filled else Field.NOTE)


def _unit(field: Field, draft: Draft) -> Field:
    """OPD or region, where the heading's word is used for both and the names are clearly of the other kind."""
    heading = plain(draft.words[-1])
    if "kecamatan" in heading or "distrik" in heading or not draft.evidence.filled:
        return field
    if field is Field.OPD and draft.evidence.typed >= _NAMED and draft.evidence.regions >= _NAMED:
        return Field.REGION
    if field is Field.REGION and draft.evidence.units >= 0.6 and draft.evidence.regions < 0.3:
        return Field.OPD
    return field


def _by_content(draft: Draft) -> Draft:
    """A column that its heading does not explain."""
    evidence = draft.evidence
    if not evidence.filled:
        return draft
    numbering = draft.index <= 3 and not draft.words and evidence.counts_rows()
    fields = (
        (Field.NIP, evidence.nips >= _NAMED),
        (Field.NUMBER, numbering),
        (Field.EMPLOYEE_TYPE, evidence.types >= _MOSTLY),
        (Field.TIER, evidence.tiers >= _MOSTLY),
        (None, evidence.figures >= _NAMED),
        (Field.DATE, evidence.dates >= _MOSTLY),
    )
    field = next((field for field, holds in fields if holds), Field.NOTE)
    if field is None:
        return replace(draft, unsure=True)
    return replace(draft, wordy=True) if field is Field.NOTE else replace(draft, field=field)


def _with_one_region(drafts: list[Draft]) -> list[Draft]:
    """Beside a column of kabupaten and kota, one of provinces does not say whose row it is."""
    regions = [draft for draft in drafts if draft.field is Field.REGION]
    provinces = [draft for draft in regions if draft.words and _PROVINCE.search(plain(draft.words[-1]))]
    if len(provinces) == len(regions):
        return drafts
    return [replace(draft, field=Field.UNUSED) if draft in provinces else draft for draft in drafts]


def _with_unit(drafts: list[Draft]) -> list[Draft]:
    """The column that names units, where no heading gives one: the one whose words are names of units or regions."""
    if any(draft.field in UNITS for draft in drafts):
        return drafts
    best: tuple[float, int, Field] | None = None
    for at, draft in enumerate(drafts):
        if not draft.wordy:
            continue
        units, regions = draft.evidence.units, draft.evidence.regions
        share, field = max((regions, Field.REGION), (units, Field.OPD))
        score = share * (draft.evidence.distinct / draft.evidence.filled)
        if share >= _NAMED and (best is None or score > best[0]):
            best = (score, at, field)
    if best is None:
        return drafts
    return [replace(draft, field=best[2], wordy=False) if at == best[1] else draft for at, draft in enumerate(drafts)]


def _with_people(drafts: list[Draft]) -> list[Draft]:
    """A column "Nama" is a person's name in a list with NIP, or beside a unit where nothing is counted."""
    fields = {draft.field for draft in drafts}
    counted = any(draft.evidence.figures >= 0.5 and draft.field in MEASURES for draft in drafts)
    listed = Field.NIP in fields or (not counted and bool(fields & set(UNITS)))
    person = re.compile(r"(?:nama|name)(?: (?:lengkap|pegawai|asn|pns|peserta|dan gelar|tanpa gelar)| ?[/&].*)?")
    return [
        replace(draft, field=Field.NAME, wordy=False)
        if listed and draft.wordy and draft.words and person.fullmatch(plain(draft.words[-1]))
        else draft
        for draft in drafts
    ]
