"""Keeping and removing editions of official boundaries: the effects at the end of an import."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from etl.sources.boundaries import Reading
from geo.boundaries.editions import EDITION, FOLDER, LABEL, MAP, REGIONS, Edition, ids, in_force, label_of
from geo.boundaries.publishers import licence_of
from geo.layer import serialise
from i18n import N_, BadInput, NotFound, text

BLOCKING = frozenset({"swapped", "codes"})
"""Kinds of questions about the whole file: without an answer nothing of it is sure."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a person says of where a file comes from. Null = not said; a publisher that is recognised is filled in."""

    edition: str | None = None
    publisher: str | None = None
    licence: str | None = None
    source: str | None = None


def obstacle(reading: Reading, *, partial: bool) -> BadInput | None:
    """Why a file is not imported as it stands; null = it can be. `partial`: regions without a shape are accepted."""
    report = reading.report
    if any(question.kind in BLOCKING for question in report.questions):
        return BadInput(N_("A question about the whole file is open."), next_step=N_("Answer it, and import again."))
    if not report.matched:
        return BadInput(N_("No feature of the file is a region."), next_step=N_("Answer the questions, if there are."))
    if report.missing and not partial:
        return BadInput(
            N_("{missing} of {expected} regions would have no shape."),
            next_step=N_("Answer the questions, or import it as it is with --partial."),
            missing=len(report.missing),
            expected=report.expected,
        )
    return None


def keep(store: Path, reading: Reading, said: Provenance, *, by: str, now: dt.datetime) -> Edition:
    """Put a file's map into force. Its folder is written aside and renamed: it is there whole or not at all.

    Raises BadInput where it cannot be written.
    """
    publisher = said.publisher or reading.report.publisher
    document = json.loads(reading.document)
    document |= {
        "label": text("id")(LABEL),
        "edition": label_of(said.edition, publisher, reading.name, now),
    }
    body = serialise(document)
    edition = Edition(
        id=f"{now.astimezone(dt.UTC):%Y%m%dT%H%M%S%f}-{reading.sha256[:8]}",
        edition=said.edition,
        publisher=publisher,
        licence=said.licence or licence_of(publisher),
        source=said.source,
        file_name=reading.name,
        sha256=reading.sha256,
        format=reading.format,
        imported_at=now,
        imported_by=by,
        drawn=dict(reading.drawn or {}),
        map_sha256=hashlib.sha256(body).hexdigest(),
        regions_sha256=hashlib.sha256(reading.regions).hexdigest(),
        report=reading.report,
    )
    _write(store / FOLDER / edition.id, {MAP: body, REGIONS: reading.regions, EDITION: edition.as_json()})
    return edition


def remove(store: Path, edition_id: str | None = None) -> str:
    """Take an edition away, null = the one in force, and give its id; what was before it is in force again.

    A damaged edition goes by its id too. Raises NotFound where there is none.
    """
    shown = in_force(store) if edition_id is None else None
    chosen = shown.id if shown else edition_id
    if chosen not in ids(store):
        raise NotFound(
            N_("There are no such official boundaries."), next_step=N_("`ikrar boundaries status` lists what there is.")
        )
    folder = store / FOLDER / chosen
    aside = folder.with_name(f".{chosen}")
    folder.replace(aside)  # gone at once, even if deleting stops half way
    shutil.rmtree(aside)
    return chosen


def _write(folder: Path, files: dict[str, bytes]) -> None:
    aside = folder.with_name(f".{folder.name}")
    try:
        aside.mkdir(parents=True)
        for name, data in files.items():
            with (aside / name).open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        aside.replace(folder)
    except OSError as error:
        shutil.rmtree(aside, ignore_errors=True)
        raise BadInput(
            N_("The file cannot be written ({reason})."),
            where=str(folder),
            next_step=N_("Check the folder, its permissions, the free disk space, and that no program has it open."),
            reason=error.strerror,
        ) from error
