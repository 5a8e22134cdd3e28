"""From ceremonies to panels: one an election, a lane a province (or, within a province, a lane a kabupaten or kota)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefings.ceremonies.rows import Ceremony, region_names
from charts.phases import Phase
from charts.timeline import Lane, Mark, Panel
from i18n import Text
from warehouse.frames import Frames

_PAD = 0.03
_APART = "~"
"""Stands for a code after all others: the lane of ceremonies that are no region's."""


@dataclass(frozen=True, slots=True)
class PanelView:
    """One election (`campaign_id` null = not named): `heading` says what the chart shows, `lead` its dates.

    `days`: first and last possible day of each ceremony that enters a figure.
    """

    campaign_id: str | None
    heading: str
    lead: str
    chart: Panel
    days: tuple[tuple[dt.date, dt.date], ...]


def panels(frames: Frames, rows: Sequence[Ceremony], region: str | None, t: Text) -> tuple[PanelView, ...]:
    """A panel for each election that has a dated ceremony among `rows`, the newest election first."""
    names = region_names(frames)
    dated: dict[str | None, list[Ceremony]] = defaultdict(list)
    for row in rows:
        if row.low is not None:
            dated[row.campaign_id].append(row)
    elections = frames.campaign.sort("election_date", descending=True, nulls_last=True).to_dicts()
    elections.append(dict.fromkeys(frames.campaign.columns) | {"name": t("Election not named")})
    return tuple(
        _panel(election, dated[election["campaign_id"]], region, names, t)
        for election in elections
        if election["campaign_id"] in dated
    )


def _panel(
    election: Mapping[str, Any], rows: Sequence[Ceremony], region: str | None, names: Mapping[str, str], t: Text
) -> PanelView:
    counted = [row for row in rows if not row.aside]
    phases = tuple(_phases(election, t))
    days = [day for row in rows for day in _days(row)] + [day for phase in phases for day in (phase.low, phase.high)]
    pad = dt.timedelta(days=max(7, round((max(days) - min(days)).days * _PAD)))
    return PanelView(
        campaign_id=election["campaign_id"],
        heading=_heading(election["name"], counted, t),
        lead=_before(counted, election, t),
        chart=Panel(tuple(_lanes(rows, region, names, t)), phases, min(days) - pad, max(days) + pad),
        days=tuple(map(_days, counted)),
    )


def _lanes(rows: Sequence[Ceremony], region: str | None, names: Mapping[str, str], t: Text) -> Iterator[Lane]:
    """Lanes in the order of region codes (west to east); central and national ceremonies in one of their own, last."""
    marks: dict[str, list[Mark]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (_days(row), row.event_id)):
        for code in {_APART} if row.aside else _places(row, region):
            marks[code].append(_mark(row, t))
    for code in sorted(marks):
        if code == _APART:
            yield Lane(t("Central and national"), tuple(marks[code]), aside=True)
        else:
            yield Lane(names.get(code, code), tuple(marks[code]))


def _places(row: Ceremony, region: str | None) -> set[str]:
    """Codes of the lanes a ceremony is drawn in: its provinces, or within a region those of it that are there."""
    if region is None:
        return {code[:2] for code in row.regions}
    return {code for code in row.regions if code == region or code.startswith(f"{region}.")}


def _mark(row: Ceremony, t: Text) -> Mark:
    low, high = _days(row)
    date = row.date if row.date_note is None else f"{row.date} ({row.date_note})"
    words = (row.title, date, t("Participants: {people}", people=row.people) if row.people else "")
    return Mark(row.event_id, low, high, row.status, tuple(word for word in words if word))


def _days(row: Ceremony) -> tuple[dt.date, dt.date]:
    """The bounds of a dated row."""
    low = row.low or dt.date.min
    return low, row.high or low


def _phases(election: Mapping[str, Any], t: Text) -> Iterator[Phase]:
    start, end, vote = election["campaign_start"], election["campaign_end"], election["election_date"]
    if start and end:
        yield Phase("campaign", start, end, t("Campaign {days}", days=t.dates(start, end)))
    if vote:
        yield Phase("vote", vote, vote, t("Polling day {day}", day=t.date(vote)))


def _heading(name: str, counted: Sequence[Ceremony], t: Text) -> str:
    if not counted:
        return t("{election}: only ceremonies of central or election bodies", election=name)
    ceremonies = t.n("{count} dated ceremony", "{count} dated ceremonies", len(counted))
    provinces = len({code[:2] for row in counted for code in row.regions})
    where = t.n("{count} province", "{count} provinces", provinces)
    return t("{election}: {ceremonies} in {where}", election=name, ceremonies=ceremonies, where=where)


def _before(counted: Sequence[Ceremony], election: Mapping[str, Any], t: Text) -> str:
    """How many were held before the campaign began; those whose range of days crosses its first day are left open."""
    start = election["campaign_start"]
    if election["campaign_id"] is None or not counted:
        return ""
    if start is None:
        return t("No source for the campaign's dates is on record.")
    before = sum(_days(row)[1] < start for row in counted)
    later = sum(_days(row)[0] >= start for row in counted)
    words = t(
        "{before} before the campaign began, {later} on its first day or later.",
        before=t.number(before),
        later=t.number(later),
    )
    unclear = len(counted) - before - later
    return f"{words} {t.n('{count} cannot be told.', '{count} cannot be told.', unclear)}" if unclear else words
