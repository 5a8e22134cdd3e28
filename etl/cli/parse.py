"""`ikrar parse`: how a printed date or count is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Any, Literal, NamedTuple

import typer

from etl.clean.counts import Count, explain_count
from etl.clean.date_reading import Because, DateConflict, DateFault
from etl.clean.dates import Campaign, read_date
from etl.cli.console import DATA, DEFAULT_STORE, JsonOption, StoreOption, print_json, print_table, words
from etl.extract.known import known_campaigns
from i18n import N_, NotFound, Text
from warehouse.vocabulary import DatePrecision, DateStatus, Qualifier

_REMARKS = {
    DateConflict.WEEKDAY: N_("the day of the week does not fit the date"),
    DateConflict.RELATIVE: N_("another phrase in the text gives another day"),
    DateConflict.PUBLICATION: N_("later than the day of publication"),
    DateFault.NO_DATE: N_("gives no date"),
    DateFault.IMPOSSIBLE_DAY: N_("no such day"),
    DateFault.NO_YEAR: N_("the year is not given; --published or --campaign may tell it"),
    DateFault.NO_ANCHOR: N_("counted from a day that is not given; --published or --campaign may tell it"),
    DateFault.SEVERAL_DATES: N_("several dates"),
    "no_number": N_("no number"),
    "negative_count": N_("a negative number"),
    "not_whole": N_("not a whole number"),
    "not_people": N_("a number, but not of people"),
    "malformed_number": N_("not written as a number is"),
    "reversed_range": N_("the range begins with the larger number"),
    "too_large": N_("too large for a number of people"),
}
_READ_AS = {
    DatePrecision.DAY: N_("a day"),
    DatePrecision.RANGE: N_("a range of days"),
    DatePrecision.MONTH: N_("a month"),
    DatePrecision.PART_OF_MONTH: N_("a part of a month"),
    DatePrecision.YEAR: N_("a year"),
    Qualifier.EXACT: N_("exact"),
    Qualifier.APPROX: N_("approximate"),
    Qualifier.AT_LEAST: N_("at least"),
    Qualifier.AT_MOST: N_("at most"),
    Qualifier.MORE_THAN: N_("more than"),
    Qualifier.LESS_THAN: N_("less than"),
    Qualifier.WORD: N_("a number word"),
    Qualifier.ALL: N_("everyone"),
    Qualifier.REPRESENTED: N_("represented by some"),
}
_BECAUSE = {
    Because.SAME_WEEKDAY: N_("the nearest such day of the week"),
    Because.SWAPPED: N_("day and month the other way round"),
    Because.OTHER_MONTH: N_("that day of the week, one month away"),
    Because.OTHER_YEAR: N_("that day of the week, one year away"),
    Because.YESTERDAY: N_("the day before publication"),
    Because.COUNTED: N_("counted from another phrase in the text"),
    Because.PRINTED: N_("also printed"),
}


class _Line(NamedTuple):
    """One reading: as the JSON document has it, and the remark that people get."""

    document: dict[str, Any]
    remark: str


def parse_command(
    what: Annotated[Literal["date", "count"], typer.Argument(metavar="date|count", help="What the phrases give.")],
    texts: Annotated[list[str], typer.Argument(metavar="TEXT…", help="Phrases as printed.")],
    *,
    published: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Day on which the text came out: 2023-11-25."),
    ] = None,
    campaign: Annotated[str | None, typer.Option(metavar="ID", help="Election that the text is about.")] = None,
    store: StoreOption = DEFAULT_STORE,  # noqa: ARG001  # every command takes it; campaigns come with the program
    as_json: JsonOption = False,
) -> None:
    """How a phrase is read, its bounds and what contradicts it; nothing is guessed. Exit 1 if one cannot be read."""
    t = words()
    campaigns = known_campaigns(DATA)
    chosen = next((each for each in campaigns if each.campaign_id == campaign), None)
    if campaign is not None and chosen is None:
        raise NotFound(
            "There is no campaign “{campaign}”.",
            next_step="Known campaigns: {known}.",
            campaign=campaign,
            known=", ".join(each.campaign_id for each in campaigns),
        )
    day = published.date() if published else None
    lines = [_count(t, text) if what == "count" else _date(t, text, day, chosen, campaigns) for text in texts]
    if as_json:
        print_json([line.document for line in lines])
    else:
        headings = [t("Text"), t("From"), t("To"), t("Read as"), t("Remark")]
        print_table(headings, [_row(t, line) for line in lines])
    if any(line.document["status"] == DateStatus.MISSING for line in lines):
        raise typer.Exit(1)


def _row(t: Text, line: _Line) -> list[str]:
    """A reading for people: days and numbers in their language's form."""
    bounds = [line.document[key] for key in ("low", "high")]
    shown = [t.date(each, "short") if isinstance(each, dt.date) else t.number(each) for each in bounds]
    kind = line.document.get("precision") or line.document.get("qualifier")
    return [line.document["text"], *shown, t(_READ_AS[kind]) if kind else "–", line.remark]


def _date(
    t: Text, text: str, published: dt.date | None, campaign: Campaign | None, campaigns: Sequence[Campaign]
) -> _Line:
    found = read_date(text, published=published, campaign=campaign, campaigns=campaigns)
    others = [{"date": each.date, "because": t(_BECAUSE[each.because])} for each in found.alternatives]
    matter = found.conflict or found.fault
    remark = [t(_REMARKS[matter])] if matter else [t("inferred")] if found.status is DateStatus.INFERRED else []
    remark += [f"{t.date(each.date, 'short')} ({t(_BECAUSE[each.because])})" for each in found.alternatives]
    document = {
        "text": text,
        "low": found.low,
        "high": found.high,
        "precision": found.precision,
        "status": found.status,
        "conflict": found.conflict,
        "alternatives": others,
    }
    return _Line(document, "; ".join(remark))


def _count(t: Text, text: str) -> _Line:
    found = explain_count(text)
    read = found if isinstance(found, Count) else None
    document: dict[str, Any] = {
        "text": text,
        "low": read and read.low,
        "high": read and read.high,
        "qualifier": read and read.qualifier,
        "status": DateStatus.STATED if read else DateStatus.MISSING,
        "conflict": None,
        "alternatives": [],
    }
    return _Line(document, "" if isinstance(found, Count) else t(_REMARKS[found]))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("parse")(parse_command)
