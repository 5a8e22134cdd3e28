"""One file handed out: stamped with the way back to its figures, made, put on record."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

import geo
from briefings.finding import Query
from briefings.stamp import Stamp, code_of
from catalogue.database import Unusable
from catalogue.exports import Handed, record
from etl.issuing.address import code_address
from etl.issuing.kinds import KINDS, Kind
from etl.issuing.paths import file_name
from etl.issuing.questions import kept
from geo import Layer
from geo.boundaries import editions
from geo.boundaries.editions import Outlines
from i18n import N_, IkrarError, Text
from indicators.registry import DEFINITIONS
from warehouse.as_of import AsOf
from warehouse.frames import Frames
from warehouse.store import Store
from warehouse.vocabulary import Audience

NEWEST: Final = AsOf()
NOT_RECORDED = N_("not recorded")
"""What stands on a file in place of a code where the catalogue cannot be written: no code that leads nowhere."""


@dataclass(frozen=True)
class Origin:
    """What files are made of, and who makes them when.

    `asked`: the state; a file always names the snapshot that answers for it. `by`: account or office, for the record.
    `address`: where others open this installation (`public_address`), null = nowhere. `held`: the tables of that state
    where the caller has them, null = they are read. `boundaries`: the folder of the store that official boundaries were
    imported into, null = this one.
    """

    store: Store
    t: Text
    now: dt.datetime
    by: str
    asked: AsOf = NEWEST
    address: str | None = None
    held: Frames | None = None
    boundaries: Path | None = None

    @cached_property
    def frames(self) -> Frames:
        """The tables. Raises NotFound, and Damaged before a row of a changed file is read."""
        return self.held or self.store.frames(self.store.at(self.asked).number)

    @cached_property
    def layer(self) -> Layer:
        """The outlines of maps: the official ones where they were imported, else the schematic ones."""
        first, *more = geo.layers(self.boundaries or self.store.path)
        return next((one for one in more if one.kind == "resmi" and "kabupaten" in one.levels), first)

    @cached_property
    def outlines(self) -> Outlines | None:
        """The official outlines as data; null = none were imported."""
        return editions.outlines(self.boundaries or self.store.path)

    @property
    def per(self) -> AsOf:
        """The state by the snapshot that answers for it."""
        return AsOf(self.frames.snapshot.number, self.asked.day)


@dataclass(frozen=True, slots=True)
class Seen:
    """Where the same figures are seen on the screen, and by whom.

    `path`: the page below the installation's address that shows them for ever (`Context.permalink`). `region` null =
    the nation; `campaign` null = the newest with data.
    """

    path: str
    audience: Audience
    region: str | None = None
    campaign: str | None = None


@dataclass(frozen=True, slots=True)
class Showing:
    """What a file shows: its questions, and what tells it from others with the same ones (`about`).

    `title` is what its reader calls it. `boundaries` names the edition of its outlines, null = no map. `listed`:
    indicators that it speaks of without asking for their figures.
    """

    queries: tuple[Query, ...]
    about: str
    title: str
    seen: Seen
    boundaries: str | None = None
    listed: frozenset[str] = frozenset()

    @property
    def versions(self) -> dict[str, int]:
        """The version of each indicator in it."""
        named = self.listed | {one.indicator for one in self.queries}
        return {name: DEFINITIONS[name].version for name in sorted(named)}


@dataclass(frozen=True, slots=True)
class Issued:
    """A file, ready to be handed over. `export_id` null = it could not be put on record, and says so in itself."""

    name: str
    kind: Kind
    content: bytes
    sha256: str
    code: str
    per: str
    snapshot: int
    export_id: int | None

    @property
    def media_type(self) -> str:
        """As browsers name its kind."""
        return self.kind.media_type


def hand_out(origin: Origin, kind: str, showing: Showing, make: Callable[[Stamp], bytes]) -> Issued:
    """The file that `make` gives for its stamp, on record.

    Where the catalogue cannot be written (a disk that is full or may only be read) the file is made without a code and
    says so: figures with their state and sources are of use, a code that nobody can look up is a lie.
    Raises IkrarError where this kind cannot be made here, and what `make` raises.
    """
    stamp = _stamp(origin, showing)
    content = _made(kind, make, stamp)
    try:
        with origin.store.catalogue.writing() as session:
            number: int | None = record(session, _handed(origin, kind, showing, stamp, content))
    except Unusable:
        stamp, number = replace(stamp, code=origin.t(NOT_RECORDED), address=None), None
        content = _made(kind, make, stamp)
    return Issued(
        name=file_name(showing.title, stamp.per, kind),
        kind=KINDS[kind],
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        code=stamp.code,
        per=stamp.per,
        snapshot=stamp.snapshot,
        export_id=number,
    )


def _stamp(origin: Origin, showing: Showing) -> Stamp:
    snapshot, per = origin.frames.snapshot, str(origin.per)
    code = code_of(snapshot.taken_at, per, showing.queries, showing.about)
    return Stamp(
        code=code,
        per=per,
        snapshot=snapshot.number,
        taken_at=snapshot.taken_at,
        as_of=origin.asked.day or snapshot.taken_at.date(),
        is_simulated=origin.frames.is_simulated,
        versions=showing.versions,
        made_at=origin.now.replace(microsecond=0),  # finer than that is no use to a reader, and PDF has no room for it
        boundaries=showing.boundaries,
        address=code_address(origin.address, code),
    )


def _made(kind: str, make: Callable[[Stamp], bytes], stamp: Stamp) -> bytes:
    try:
        return make(stamp)
    except ImportError as fault:
        raise IkrarError(
            N_("Files of kind {kind} cannot be made on this PC ({fault})."),
            next_step=N_("The other kinds can. Install Ikrar again to mend it."),
            kind=kind,
            fault=str(fault),
        ) from fault


def _handed(origin: Origin, kind: str, showing: Showing, stamp: Stamp, content: bytes) -> Handed:
    return Handed(
        code=stamp.code,
        issued_at=origin.now,
        issued_by=origin.by,
        kind=kind,
        snapshot=stamp.snapshot,
        per=stamp.per,
        about=showing.about,
        title=showing.title,
        region_code=showing.seen.region,
        campaign_id=showing.seen.campaign,
        audience=showing.seen.audience,
        language=origin.t.language,
        queries=tuple(map(kept, showing.queries)),
        versions=stamp.versions,
        path=showing.seen.path,
        sha256=hashlib.sha256(content).hexdigest(),
        bytes=len(content),
    )
