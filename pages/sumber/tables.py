"""Sources, definitions, regulations and elections as data."""

from __future__ import annotations

from briefings.table import Column, Table
from i18n import Text
from indicators import DEFINITIONS
from indicators.words import GRADES, word
from pages.context import Context
from pages.sumber.model import View


def sources(view: View, t: Text) -> Table:
    """Every source, and how many ceremonies and regions rest on it."""
    columns = (
        Column("source_id", t("Code")),
        Column("title", t("Title")),
        Column("publisher", t("Publisher")),
        Column("kind", t("Kind")),
        Column("copy_of", t("Copy of a release by"), description=t("Empty = an independent voice.")),
        Column("published_on", t("Published"), "day", description=t("Empty = not known.")),
        Column("grade", t("Grade")),
        Column("grade_meaning", t("What it is")),
        Column("url", t("Address"), description=t("Empty = a file without an address.")),
        Column("note", t("Note")),
        Column("supports", t("Supports"), description=t("Ceremonies and regions that rest on it.")),
    )
    rows = tuple(
        (
            row.source_id,
            row.item.title,
            row.item.publisher,
            row.kind,
            row.copy_of,
            row.item.published_on,
            row.item.grade,
            word(GRADES, row.item.grade, t),
            row.item.href,
            row.item.note,
            "; ".join(name for name, _ in row.supports) or None,
        )
        for row in view.sources
    )
    return Table("sumber", t("All sources, best evidence first"), columns, rows)


def definitions(t: Text) -> Table:
    """How each indicator is computed."""
    columns = (
        Column("indicator", t("Code"), description=t("The indicator’s name in commands and files.")),
        Column("label", t("Indicator")),
        Column("definition", t("Definition")),
        Column("unit", t("Unit")),
        Column("numerator", t("Numerator")),
        Column("denominator", t("Denominator")),
        Column("null", t("A missing bound")),
        Column("source", t("Source")),
        Column(
            "version", t("Version"), "count", description=t("Grows when the same evidence would give another figure.")
        ),
    )
    rows = tuple(
        (
            one.name,
            t(one.label),
            t(one.definition),
            t(one.unit),
            one.numerator and t(one.numerator),
            one.denominator and t(one.denominator),
            t(one.null),
            t(one.source),
            one.version,
        )
        for one in DEFINITIONS.values()
    )
    return Table("definisi", t("How each indicator is computed"), columns, rows)


def regulations(context: Context) -> Table:
    """Laws, joint decrees and circulars with a source."""
    t = context.t
    columns = (
        Column("title", t("Regulation")),
        Column("subject", t("What it does here")),
        Column("issued_by", t("Issued by")),
        Column("issued_on", t("Issued on"), "day", description=t("Empty = not known.")),
        Column("in_force_from", t("In force from"), "day", description=t("Empty = not known.")),
        Column("replaced_by", t("Replaced by")),
        Column("source", t("Source")),
        Column("source_url", t("Address")),
    )
    frames = context.frames
    known = {row["source_id"]: row for row in frames.source.to_dicts()}
    titles = dict(frames.regulation.select("regulation_id", "title").iter_rows())
    found = [
        row
        for row in frames.regulation.sort("issued_on", "title", descending=[True, False], nulls_last=True).to_dicts()
        if row["source_id"] in known
    ]
    rows = tuple(
        (
            row["title"],
            row["subject"],
            row["issued_by"],
            row["issued_on"],
            row["in_force_from"],
            titles.get(row["replaced_by"]),
            known[row["source_id"]]["publisher"],
            known[row["source_id"]]["url"],
        )
        for row in found
    )
    title = t("Laws, joint decrees and circulars that pledges rest on")
    return Table("peraturan", title, columns, rows, ids=tuple(row["regulation_id"] for row in found))


def elections(context: Context) -> Table:
    """Elections and their days; empty where no source was found."""
    t = context.t
    columns = (
        Column("campaign_id", t("Code")),
        Column("election", t("Election")),
        Column("polling_day", t("Polling day"), "day", description=t("Empty = not known.")),
        Column("campaign_start", t("First day of the campaign"), "day", description=t("Empty = not known.")),
        Column("campaign_end", t("Last day of the campaign"), "day", description=t("Empty = not known.")),
        Column("source", t("Source")),
    )
    frames = context.frames
    publishers = dict(frames.source.select("source_id", "publisher").iter_rows())
    rows = tuple(
        (
            row["campaign_id"],
            row["name"],
            row["election_date"],
            row["campaign_start"],
            row["campaign_end"],
            publishers.get(row["source_id"]),
        )
        for row in frames.campaign.sort("election_date", descending=True, nulls_last=True).to_dicts()
    )
    return Table("pemilihan", t("Elections and their campaign periods"), columns, rows)
