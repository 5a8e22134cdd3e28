"""A file on record as a value: what it is, what has become of its figures, and where they are seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from catalogue.exports import OnRecord
from etl.issuing import KINDS
from etl.issuing.listed import Listed
from etl.issuing.lookup import Found
from etl.issuing.standing import Standing
from i18n import N_, Text
from indicators.question import NATION_NAME
from indicators.registry import DEFINITIONS
from indicators.scope import ALL_CAMPAIGNS
from pages.cek.list_rows import SHOWN, Lists, lists
from pages.cek.rows import Row, row
from pages.context import HOME, Context
from warehouse.as_of import AsOf
from warehouse.vocabulary import Audience

AUDIENCES: Mapping[str, str] = {
    Audience.PUBLIK: N_("the public"),
    Audience.DALAM: N_("use inside the office"),
}


@dataclass(frozen=True, slots=True)
class Made:
    """One time that a file was handed out. `by` null = not for whoever looks. `about`: place and election."""

    code: str
    href: str
    kind: str
    title: str
    about: str
    moment: str
    by: str | None
    sha256: str


@dataclass(frozen=True, slots=True)
class View:
    """The page of a known code. `what` says which file it is; `against`: the state that it is compared with.

    `for_inside`: the file was made for people inside, and whoever looks is not: figures are those that they may see.
    `made`: every time that it was handed out, newest first. `redefined`: sentences on definitions that are others now.
    `total`, `changed` and `rows` are those of figures, `lists` what has become of the rows of its tables.
    """

    code: str
    what: str
    against: str
    facts: tuple[tuple[str, str], ...]
    made: tuple[Made, ...]
    total: int
    changed: int
    regrounded: int
    redefined: tuple[str, ...]
    rows: tuple[Row, ...]
    lists: Lists
    then_href: str
    now_href: str
    is_simulated: bool
    for_inside: bool


def build(context: Context, found: Found, standing: Standing, listed: Listed) -> View:
    """The file of a record, compared with the context's state, which is of the store that knows it."""
    t, newest = context.t, found.newest
    per, inside = AsOf.read(newest.per), context.audience is Audience.DALAM
    now = AsOf(context.frames.snapshot.number, per.day)
    return View(
        code=newest.code,
        what=t(
            "{file}, data as of {day}, made {moment}",
            file=", ".join(filter(None, (_kind(newest, t), _place(newest, context), _election(newest, context)))),
            day=t.date(per.day or found.taken_at.date()),
            moment=t.moment(newest.issued_at),
        ),
        against=t("the newest data") if context.is_newest else t("snapshot {number}", number=t.number(now.number)),
        facts=(
            (t("Code"), newest.code),
            *([(t("Title"), newest.title)] if inside or newest.audience == Audience.PUBLIK else []),
            (t("State shown"), _state(newest, context)),
            (t("Made for"), t(AUDIENCES.get(newest.audience, newest.audience))),
        ),
        made=tuple(handed(one, context) for one in found.made),
        total=standing.total,
        changed=len(standing.changed),
        regrounded=standing.regrounded,
        redefined=tuple(_redefined(one.indicator, one.then, one.now, t) for one in standing.redefined),
        rows=tuple(row(one, str(per), str(now), context) for one in standing.changed[:SHOWN]),
        lists=lists(listed, context),
        then_href=_page(newest.path, str(per), context),
        now_href=_page(newest.path, None if per.day is None else str(now), context),
        is_simulated=context.frames.is_simulated,
        for_inside=newest.audience == Audience.DALAM and not inside,
    )


def handed(one: OnRecord, context: Context) -> Made:
    """A file as the lists print it."""
    return Made(
        code=one.code,
        href=context.link("cek", kode=one.code, per=None),
        kind=_kind(one, context.t),
        title=one.title,
        about=", ".join(filter(None, (_place(one, context), _election(one, context)))),
        moment=context.t.moment(one.issued_at),
        by=one.issued_by if context.audience is Audience.DALAM else None,
        sha256=one.sha256,
    )


def _kind(one: OnRecord, t: Text) -> str:
    return t(KINDS[one.kind].label) if one.kind in KINDS else one.kind


def _place(one: OnRecord, context: Context) -> str:
    names = dict(context.frames.region.select("code", "name").iter_rows())
    return NATION_NAME if one.region_code is None else names.get(one.region_code, one.region_code)


def _election(one: OnRecord, context: Context) -> str:
    """Its name; empty where the record names none."""
    if one.campaign_id == ALL_CAMPAIGNS:
        return context.t("all elections")
    names = dict(context.frames.campaign.select("campaign_id", "name").iter_rows())
    return names.get(one.campaign_id, one.campaign_id) if one.campaign_id else ""


def _state(one: OnRecord, context: Context) -> str:
    t, per = context.t, AsOf.read(one.per)
    if per.day is None:
        return t("snapshot {number}", number=t.number(one.snapshot))
    return t("snapshot {number}, as of {day}", number=t.number(one.snapshot), day=t.date(per.day))


def _redefined(indicator: str, then: int, now: int | None, t: Text) -> str:
    if now is None:
        return t("The indicator “{name}” is no more; its figures cannot be compared.", name=indicator)
    return t(
        "The definition of “{name}” has changed since (version {then}, now {now}): what the file says was computed by "
        "the old one, both figures here by the new one.",
        name=t(DEFINITIONS[indicator].label),
        then=t.number(then),
        now=t.number(now),
    )


def _page(path: str, per: str | None, context: Context) -> str:
    """The page that a file's figures are on, in the reader's language and the store that knows the file."""
    parts = urlsplit(path)
    asked = {key: value for key, value in parse_qsl(parts.query) if key not in {"per", "bahasa", "data"}}
    kept = {"provinsi": None, "dari": None, "sampai": None, "bukti": None, "kampanye": None}
    return context.link(parts.path.strip("/") or HOME, **kept | asked, per=per)
