"""`ikrar events`: the ceremonies themselves."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

import typer

from etl.cli.console import DEFAULT_STORE, JsonOption, StoreOption, log, print_json, print_table, words
from i18n import Text
from indicators.evidence.listing import events
from warehouse.frames import Frames
from warehouse.store import Store


def events_command(
    *,
    region: Annotated[str | None, typer.Option(metavar="CODE", help="Region and those below it; none = all.")] = None,
    campaign: Annotated[str | None, typer.Option(metavar="ID", help="Election; none or semua = all.")] = None,
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """The ceremonies of a region and those below it, by date, undated ones last; every kind of organiser."""
    frames = Store(store).frames()
    found = events(frames, region, campaign)
    if as_json:
        print_json(found)
        return
    t = words()
    if frames.is_simulated:
        log("DATA CONTOH")
    names = _names(frames)
    headings = [t("Date"), t("Organiser"), t("Activity"), t("Participants"), t("Signers"), t("Sources"), t("Event")]
    print_table(headings, [_row(event, names, t) for event in found])
    typer.echo(t.n("{count} event", "{count} events", len(found)))


def _names(frames: Frames) -> dict[str, str]:
    return dict(frames.region.select("code", "name").rows())


def _row(event: dict[str, Any], names: dict[str, str], t: Text) -> list[str]:
    low, high = (day and dt.date.fromisoformat(day) for day in (event["date"]["low"], event["date"]["high"]))
    region = names.get(event["organiser_region_code"], "–")
    grades = sorted({source["grade"] for source in event["sources"]})
    return [
        t.dates(low, high),
        f"{event['opd']}, {region}" if event["opd"] else region,
        ", ".join(event["activity"]),
        _count(event["participants"], t),
        _count(event["signers"], t),
        f"{t.number(len(event['sources']))} ({', '.join(grades)})" if grades else t.number(0),
        event["event_id"],
    ]


def _count(count: dict[str, Any] | None, t: Text) -> str:
    if count is None:
        return t.interval(None, None)
    if count["low"] is None and count["high"] is None and count["stated"]:
        return str(count["stated"])
    return t.interval(count["low"], count["high"])


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("events")(events_command)
