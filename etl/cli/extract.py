"""`ikrar extract`: the ceremonies that articles tell of, with the words that prove each field. Writes nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from etl.cli.console import DATA, DEFAULT_STORE, JsonOption, StoreOption, print_json, print_table, words
from etl.extract import extract
from etl.extract.known import known_campaigns, known_regulations
from etl.extract.values import Conflict, EventDate, Extraction, People, ProposedEvent
from etl.sources.articles import read_all
from geo.register import name_of
from i18n import N_, BadInput, Text


def extract_command(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Articles: txt, html, pdf or docx.")],
    *,
    store: StoreOption = DEFAULT_STORE,  # noqa: ARG001  # every command takes it; nothing is read from or written to it
    as_json: JsonOption = False,
) -> None:
    """The ceremonies that articles tell of, and what contradicts itself in them. Exit 1 if a file cannot be read."""
    t = words()
    missing = next((path for path in files if not path.is_file()), None)
    if missing is not None:
        raise BadInput(N_("There is no file {path}."), path=str(missing))
    campaigns, regulations = known_campaigns(DATA), known_regulations(DATA)
    found = [extract(document, campaigns, regulations) for document in read_all(files)]
    if as_json:
        print_json([extraction_document(each, t) for each in found])
    else:
        _print(found, t)
    if any(each.document.error for each in found):
        raise typer.Exit(1)


def extraction_document(found: Extraction, t: Text) -> dict[str, Any]:
    """An extraction as the design's section 9 has it; messages in the language of `t`."""
    document = found.document
    return {
        "document": {
            "path": document.path,
            "sha256": document.sha256,
            "publisher": document.publisher,
            "published_on": document.published_on,
            "language": document.language,
            "text": document.text,
            "error": _error(found, t),
        },
        "events": [_event(event, t) for event in found.events],
        "conflicts": [_conflict(each, t) for each in found.conflicts],
    }


def _error(found: Extraction, t: Text) -> str | None:
    """Why the file could not be read."""
    document = found.document
    return None if document.error is None else t(document.error, **document.error_values)


def _event(event: ProposedEvent, t: Text) -> dict[str, Any]:
    evidence = {name: [list(span) for span in spans] for name, spans in event.evidence.items()}
    letter = [*evidence.pop("instruction_number", []), *evidence.pop("instruction_date", [])]
    if letter:
        evidence["instruction"] = letter
    return {
        "activity": list(event.activity),
        "level": event.level,
        "region_codes": list(event.region_codes),
        "place_region_code": event.place_region_code,
        "organiser_kind": event.organiser_kind,
        "opd": event.opd,
        "instruction": {"number": event.instruction_number, "date": event.instruction_date},
        "tiers": list(event.tiers),
        "date": _date(event.date, t),
        "venue": event.venue,
        "mode": event.mode,
        "led_by": event.led_by,
        "read_by": event.read_by,
        "witnesses": list(event.witnesses),
        "participants": _people(event.participants),
        "signers": _people(event.signers),
        "points": list(event.points),
        "points_stated": event.points_stated,
        "legal_basis": list(event.legal_basis),
        "campaign": event.campaign,
        "evidence": evidence,
    }


def _date(date: EventDate | None, t: Text) -> dict[str, Any] | None:
    if date is None:
        return None
    others = [{"date": each.date, "because": t(each.because, **_shown(each.values, t))} for each in date.alternatives]
    return {
        "low": date.low,
        "high": date.high,
        "precision": date.precision,
        "stated": date.stated,
        "status": date.status,
        "alternatives": others,
    }


def _people(people: People | None) -> dict[str, Any] | None:
    if people is None:
        return None
    return {"low": people.low, "high": people.high, "stated": people.stated, "qualifier": people.qualifier}


def _conflict(conflict: Conflict, t: Text) -> dict[str, Any]:
    return {
        "kind": conflict.kind,
        "fields": list(conflict.fields),
        "message": t(conflict.message, **_shown(conflict.values, t)),
        "alternative": conflict.alternative,
        "evidence": [list(span) for span in conflict.evidence],
    }


def _shown(values: Mapping[str, object], t: Text) -> dict[str, Any]:
    """Values in the language's form: days as days."""
    return {name: t.date(value) if isinstance(value, dt.date) else value for name, value in values.items()}


def _print(found: list[Extraction], t: Text) -> None:
    """A line a ceremony, then what contradicts itself."""
    rows = [_row(each, event) for each in found for event in each.events]
    if rows:
        print_table([t("File"), t("Activity"), t("Organiser"), t("Date"), t("Participants"), t("Signers")], rows)
    for each in found:
        name = Path(each.document.path).name
        if each.document.error:
            typer.echo(f"{name}: {_error(each, t)}", err=True)
        elif not each.events:
            typer.echo(t("{file}: tells of no pledge.", file=name))
        for conflict in each.conflicts:
            typer.echo(f"{name}: {t(conflict.message, **_shown(conflict.values, t))}")


def _row(found: Extraction, event: ProposedEvent) -> list[str]:
    who = event.opd or (name_of(event.region_codes[0]) if event.region_codes else "–")
    counts = [people.stated if people else "–" for people in (event.participants, event.signers)]
    when = event.date.stated if event.date else "–"
    return [Path(found.document.path).name, ", ".join(event.activity), who, when, *counts]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("extract")(extract_command)
