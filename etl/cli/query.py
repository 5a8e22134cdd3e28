"""`ikrar query`: an indicator as a table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from etl.cli.console import DEFAULT_STORE, JsonOption, StoreOption, log, print_json, print_table, words
from i18n import Text
from indicators.definition import Definition
from indicators.figure_listing import figure_record
from indicators.question import ask
from indicators.registry import DEFINITIONS, INDICATORS, query
from indicators.scope import QueryLevel, Scope
from indicators.words import STATES
from warehouse.as_of import AsOf
from warehouse.store import Store
from warehouse.vocabulary import Audience, OrganiserKind, Tier


def query_command(
    indicator: Annotated[str, typer.Argument(help=f"One of: {', '.join(DEFINITIONS)}.")],
    *,
    region: Annotated[str | None, typer.Option(metavar="CODE", help="Region; none = the nation.")] = None,
    level: Annotated[QueryLevel | None, typer.Option(help="The units below it; none = the region itself.")] = None,
    campaign: Annotated[
        str | None, typer.Option(metavar="ID", help="Election; none = the newest with data, semua = all.")
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE|SNAPSHOT|SNAPSHOT@DATE", help="What was known on a day, or by a snapshot."),
    ] = None,
    organiser_kind: Annotated[
        str | None,
        typer.Option(metavar="KIND", help=f"{', '.join(OrganiserKind)} or semua; none = pemda and opd."),
    ] = None,
    since: Annotated[
        dt.datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Ceremonies that may have been on that day or later."
        ),
    ] = None,
    until: Annotated[
        dt.datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Ceremonies that may have been on that day or before."
        ),
    ] = None,
    grade: Annotated[str | None, typer.Option(help="Evidence of this grade or better: A, B, C, D.")] = None,
    employee_type: Annotated[
        str | None, typer.Option(metavar="TYPE", help="PNS, PPPK or NON_ASN; none = ASN. Rates, gaps, finished OPD.")
    ] = None,
    tier: Annotated[
        str | None, typer.Option(metavar="TIER", help=f"{', '.join(Tier)}; none = every tier. As above.")
    ] = None,
    audience: Annotated[
        Audience, typer.Option(help="Who will see it: figures of too few people for them are withheld.")
    ] = Audience.DALAM,
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """An indicator as a table, one row per unit asked for."""
    known, asked = Store(store), AsOf.read(as_of) if as_of else AsOf()
    frames, day = known.frames(known.at(asked).number), asked.day
    scope = Scope(
        region, level, campaign, day, organiser_kind, since and since.date(), until and until.date(), grade,
        employee_type, tier, audience,
    )  # fmt: skip
    rows = query(indicator, frames, scope).to_dicts()
    if as_json:
        print_json([figure_record(row, indicator) for row in rows])
        return
    t, definition = words(), DEFINITIONS[indicator]
    answered = ask(frames, scope, INDICATORS[indicator].evidence)
    typer.echo(
        t(
            "{label}, {campaign}, as of {day}",
            label=t(definition.label),
            campaign=answered.campaign or t("all campaigns"),
            day=t.date(answered.today),
        )
    )
    if frames.is_simulated:
        log("DATA CONTOH")
    print_table(_headings(definition, t), [_row(row, definition, t) for row in rows])


def _headings(definition: Definition, t: Text) -> list[str]:
    headings = [t("Code"), t("Name"), t("State"), t(definition.label)]
    if definition.denominator:
        headings += [t("Numerator"), t("Denominator")]
    if definition.is_fraction:
        headings.append(t("Reported"))
    return [*headings, t("Voices")]


def _row(row: dict[str, Any], definition: Definition, t: Text) -> list[str]:
    cells = [row["code"] or "–", row["name"], t(STATES[row["state"]]), value_words(row, definition, t)]
    if definition.denominator:
        cells += [t.interval(row[f"{part}_low"], row[f"{part}_high"]) for part in ("numerator", "denominator")]
    if definition.is_fraction:
        cells.append(t.percent(row["reporting_rate"], 0))
    return [*cells, t.number(row["sources"])]


def value_words(row: Mapping[str, Any], definition: Definition, t: Text) -> str:
    """The bounds of a figure of state `nilai`, or its grade, for people."""
    if definition.name == "evidence_grade":
        return str(row["grade"] or "–")
    if definition.is_fraction:
        return t.rate(row["low"], row["high"])
    low, high = (None if bound is None else int(bound) for bound in (row["low"], row["high"]))
    return t.interval(low, high)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("query")(query_command)
