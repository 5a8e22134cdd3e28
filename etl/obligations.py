"""A duty that a person puts on record: who owes what until when, by whose letter. One batch, which can be undone."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from etl.clean.spelling import clean_text
from etl.review.sources import source_id_of, source_row
from etl.review.values import SourceFacts
from geo.names import opd_slug
from i18n import N_, BadInput, Conflict, NotFound
from warehouse import contract
from warehouse.frames import Frames
from warehouse.store import Loaded, Store
from warehouse.vocabulary import Duty, DutyScope, DutyStatus, Grade, OpdKind, SourceKind

KIND = "obligation"
"""The kind of the batches that duties come in."""

_BEFORE, _AFTER = dt.timedelta(days=730), dt.timedelta(days=365)
"""How long before and after polling day a deadline can be meant."""
_NIP = re.compile(r"(?:\d[\s.]?){17}\d")
_OFFICE_AND_NUMBER = re.compile(r"(?P<office>.+?) \((?P<number>[^()]+)\)")


@dataclass(frozen=True, slots=True)
class Letter:
    """What sets a duty: the office, and the number and day of its letter where they are known."""

    office: str
    number: str = ""
    dated: dt.date | None = None

    @classmethod
    def of(cls, set_by: str) -> Letter:
        """The letter that an obligation's `set_by` names."""
        found = _OFFICE_AND_NUMBER.fullmatch(set_by)
        return cls(found["office"], found["number"]) if found else cls(set_by)

    @property
    def words(self) -> str:
        """As an obligation's `set_by` has it: `Sekda Banten (SE 800/3109-BKD/2023)`."""
        office, number = clean_text(self.office), clean_text(self.number)
        return f"{office} ({number})" if number else office


@dataclass(frozen=True, slots=True)
class DutyEntry:
    """A duty as typed in, columns as in the obligation table. `corrects`: the obligation_id it takes the place of."""

    campaign_id: str
    region_code: str
    scope: DutyScope
    what: Duty
    status: DutyStatus
    letter: Letter
    opd_id: str | None = None
    due_date: dt.date | None = None
    due_stated: str = ""
    reason: str = ""
    corrects: str | None = None


def enter(store: Store, entry: DutyEntry, *, by: str, now: dt.datetime, beside: bool = False) -> Loaded:
    """Save a duty as one batch, its letter as source. A correction keeps the id, and the source of the same letter.

    `beside`: it is meant to stand next to a duty of the same kind for the same unit. Raises BadInput for what cannot
    be on record, Conflict for a duty of that kind that is on record already, and what `Store.load` raises.
    """
    frames = store.frames()
    duty, source = rows_of(entry, frames, now=now, beside=beside)
    tables = {"obligation": contract.frame("obligation", [duty])}
    if source is not None:
        tables["source"] = contract.frame("source", [source])
    digest = hashlib.sha256(json.dumps(duty, default=str, sort_keys=True).encode()).hexdigest()
    return store.load(
        tables,
        kind=KIND,
        name=f"Kewajiban {entry.what} {entry.opd_id or entry.region_code}, {entry.campaign_id}",
        by=by,
        content_sha256=digest,
        now=now,
        upon=frames.snapshot.number,
    )


def rows_of(
    entry: DutyEntry, frames: Frames, *, now: dt.datetime, beside: bool = False
) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """The rows of `obligation` and `source` (null = on record already) of a duty. Raises like `enter`.

    An exemption keeps no deadline and an obligation no reason; `opd_id` is kept where one OPD is named.
    """
    _check(entry, frames)
    is_exempt = entry.status is DutyStatus.TIDAK_WAJIB
    duty = {
        "campaign_id": entry.campaign_id,
        "region_code": entry.region_code,
        "scope": entry.scope.value,
        "opd_id": entry.opd_id if entry.scope is DutyScope.OPD else None,
        "what": entry.what.value,
        "status": entry.status.value,
        "due_date": None if is_exempt else entry.due_date,
        "due_stated": None if is_exempt else clean_text(entry.due_stated) or None,
        "set_by": entry.letter.words,
        "reason": clean_text(entry.reason) if is_exempt else None,
    }
    if not beside:
        _only_one(duty, entry.corrects, frames)
    source_id, source = _source(entry, frames, now)
    return {"obligation_id": entry.corrects or _new_id(duty, frames), **duty, "source_id": source_id}, source


def _check(entry: DutyEntry, frames: Frames) -> None:
    election = frames.campaign.filter(pl.col("campaign_id") == entry.campaign_id)["election_date"]
    if election.is_empty():
        raise NotFound(N_("The election is missing."), next_step=N_("Choose the election that the duty is for."))
    if frames.region.filter(pl.col("code") == entry.region_code, pl.col("valid_to").is_null()).is_empty():
        raise NotFound(N_("The region is missing."), next_step=N_("Choose the region that the duty is for."))
    own = frames.opd.filter(pl.col("region_code") == entry.region_code, pl.col("kind") != OpdKind.VERTIKAL)
    if entry.scope is DutyScope.OPD and entry.opd_id not in own["opd_id"]:
        raise NotFound(N_("The OPD is missing."), next_step=N_("Choose an OPD of the region."))
    if not clean_text(entry.letter.office):
        raise BadInput(
            N_("It is not said who set the duty."),
            next_step=N_("Name the office, such as Sekretaris Daerah, and the number of its letter."),
        )
    if entry.status is DutyStatus.TIDAK_WAJIB and not clean_text(entry.reason):
        raise BadInput(N_("An exemption needs a reason."), next_step=N_("Say why the unit is not obliged."))
    if any(_NIP.search(text) for text in (entry.letter.words, entry.due_stated, entry.reason)):
        raise BadInput(N_("This looks like a NIP."), next_step=N_("Write offices and letter numbers, not persons."))
    if entry.status is DutyStatus.WAJIB and entry.due_date is not None:
        _check_deadline(entry.due_date, election[0])


def _check_deadline(due: dt.date, election: dt.date | None) -> None:
    if election is not None and not election - _BEFORE <= due <= election + _AFTER:
        raise BadInput(
            N_("The deadline {due} is too far from polling day, {election}."),
            next_step=N_("Check the year, or choose another election."),
            due=due.isoformat(),
            election=election.isoformat(),
        )


def _only_one(duty: Mapping[str, Any], corrects: str | None, frames: Frames) -> None:
    same = (pl.col(name).eq_missing(duty[name]) for name in ("campaign_id", "region_code", "scope", "opd_id", "what"))
    others = frames.obligation.filter(*same)
    if corrects is not None:
        others = others.filter(pl.col("obligation_id") != corrects)
    if not others.is_empty():
        raise Conflict(
            N_("A duty of this kind is on record for the same units, set by {set_by}."),
            next_step=N_("Correct that one, or say that both stand."),
            set_by=others["set_by"][0],
        )


def _source(entry: DutyEntry, frames: Frames, now: dt.datetime) -> tuple[str, dict[str, Any] | None]:
    """The source's id, and its row where it is not on record. A letter of an office is grade C, as any release."""
    if entry.corrects is not None:
        before = frames.obligation.filter(pl.col("obligation_id") == entry.corrects)
        if before.is_empty():
            raise NotFound(N_("The duty to be corrected is not on record."), next_step=N_("Enter it as a new one."))
        if before["set_by"][0] == entry.letter.words and entry.letter.dated is None:
            return before["source_id"][0], None
    letter = entry.letter
    identity = hashlib.sha256(f"{letter.words}\n{letter.dated or ''}".encode()).hexdigest()
    facts = SourceFacts(
        SourceKind.LETTER,
        Grade.C,
        clean_text(letter.office),
        clean_text(letter.number) or None,
        published_on=letter.dated,
    )
    source_id = source_id_of(facts, identity)
    if source_id in frames.source["source_id"]:
        return source_id, None
    # No file was taken in: the digest only tells letters apart.
    return source_id, source_row(facts, source_id, identity, now=now, syndicated_from=None) | {"sha256": None}


def _new_id(duty: Mapping[str, Any], frames: Frames) -> str:
    """A slug of whom it binds, to what, for which election; numbered where it is taken."""
    slug = opd_slug(f"{duty['opd_id'] or duty['region_code']} {duty['scope']} {duty['what']} {duty['campaign_id']}")
    taken, place = set(frames.obligation["obligation_id"]), 1
    while (name := slug if place == 1 else f"{slug}-{place}") in taken:
        place += 1
    return name
