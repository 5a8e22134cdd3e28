"""Whether the figures of a file still hold: its questions asked again of its own state and of the newest. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from briefings.finding import Query
from i18n import NotFound
from indicators.history.behind import Behind, Blame, blame
from indicators.history.changes import BY_ITSELF
from indicators.question import NATION, ask
from indicators.registry import DEFINITIONS, INDICATORS, query
from indicators.scope import ALL_CAMPAIGNS, LEVELS, QueryLevel, Scope
from warehouse.frames import Frames
from warehouse.vocabulary import Audience, State

Answer = Mapping[str, Any]
"""A row of `indicators.Figure`."""

_FIGURE: Final = ("state", "low", "high", "numerator_low", "numerator_high", "denominator_low", "denominator_high")
_SHARE: Final = "reporting_rate"
_GROUND: Final = ("grade", "sources")
"""What a figure rests on: no part of it, but for the grade where that is what was asked for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One figure: an indicator of a unit of a level. `code` null = the nation.

    `scope` is what else was asked, with the election spelt out; its region is none, whatever the question named.
    """

    indicator: str
    level: QueryLevel
    code: str | None
    scope: Scope


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure that is another one now. A row of null: the unit is not there in that state. `blame`: by whose hand."""

    asked: Asked
    then: Answer | None
    now: Answer | None
    blame: tuple[Blame, ...] = ()

    @property
    def name(self) -> str:
        """The unit's name, as it was called last."""
        return str((self.now or self.then or {}).get("name") or self.asked.code)


@dataclass(frozen=True, slots=True)
class Redefined:
    """An indicator whose definition is another one than when the file was made; `now` null = there is none any more."""

    indicator: str
    then: int
    now: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What has become of a file's figures: how many there are, each once, and which are others now.

    `regrounded`: how many are the same but rest on more, fewer or other sources. Of an indicator that is no more
    nothing is counted. What stands in the file was computed by the definitions of its day: where one is `redefined`,
    the figures here are by the new one.
    """

    total: int
    changed: tuple[Changed, ...]
    regrounded: int
    redefined: tuple[Redefined, ...]

    @property
    def holds(self) -> bool:
        """True where every figure is the same, by the same definition."""
        return not (self.changed or self.redefined)


def standing(
    queries: Iterable[Query],
    versions: Mapping[str, int],
    sides: tuple[Frames, Frames],
    behind: Callable[[], Behind],
    audience: Audience,
) -> Standing:
    """The figures of `queries` in the state of the file and in the newest (`sides`), as `audience` may see them.

    An answer for the public stays one for the public, whoever looks. `behind`: the rows that differ between the two
    states; asked for only where a figure differs.
    """
    figures: dict[Asked, _Pair] = {}
    for one in dict.fromkeys(queries):
        if one.indicator in INDICATORS:
            figures |= dict(_pairs(_as_seen_by(audience, one), *sides))
    changed = [Changed(asked, pair.then, pair.now) for asked, pair in figures.items() if pair.is_other]
    return Standing(
        total=len(figures),
        changed=_blamed(changed, behind()) if changed else (),
        regrounded=sum(pair.is_regrounded for pair in figures.values() if not pair.is_other),
        redefined=tuple(_redefined(versions)),
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    """A figure then and now. `then_by_now`: what it was then, with days counted to the day of the newest state."""

    indicator: str
    then: Answer | None
    then_by_now: Answer | None
    now: Answer | None

    @property
    def is_other(self) -> bool:
        parts = (*_FIGURE, _SHARE, *(["grade"] if self.indicator == "evidence_grade" else []))
        was, is_now = self.then_by_now, self.now
        return not (_says_nothing(was) and _says_nothing(is_now)) and _parts(was, parts) != _parts(is_now, parts)

    @property
    def is_regrounded(self) -> bool:
        return _parts(self.then, _GROUND) != _parts(self.now, _GROUND)


def _as_seen_by(audience: Audience, one: Query) -> Query:
    return one if audience is Audience.DALAM else replace(one, scope=replace(one.scope, audience=audience))


def _pairs(one: Query, then: Frames, now: Frames) -> Iterator[tuple[Asked, _Pair]]:
    """Each figure of a question. The election is the one that it was then; a unit that came later and says nothing is
    no figure of the file."""
    asked = ask(then, one.scope, INDICATORS[one.indicator].evidence)
    scope = replace(one.scope, campaign=asked.campaign or ALL_CAMPAIGNS)
    was, is_now = _rows(one.indicator, then, scope), _rows(one.indicator, now, scope)
    on_the_day = was
    if one.indicator in BY_ITSELF and scope.as_of is None:
        later = replace(then, snapshot=replace(then.snapshot, taken_at=now.snapshot.taken_at))
        on_the_day = _rows(one.indicator, later, scope)
    for code in dict.fromkeys([*was, *is_now]):
        if code in was or not _says_nothing(is_now[code]):
            # A kabupaten is its own government: asked for as either it is one figure.
            level = "kabupaten" if asked.level == "pemda" and "." in (code or "") else asked.level
            pair = _Pair(one.indicator, was.get(code), on_the_day.get(code), is_now.get(code))
            yield Asked(one.indicator, level, code, replace(scope, region=None, level=level)), pair


def _rows(indicator: str, frames: Frames, scope: Scope) -> dict[str | None, Answer]:
    """The answer by code; none for a region or election that there is not in this state."""
    try:
        return {row["code"]: row for row in query(indicator, frames, scope).to_dicts()}
    except NotFound:
        return {}


def _parts(row: Answer | None, parts: Iterable[str]) -> tuple[Any, ...] | None:
    return None if row is None else tuple(row[part] for part in parts)


def _says_nothing(row: Answer | None) -> bool:
    return row is None or row["state"] == State.BELUM_ADA_BUKTI


def _blamed(changed: Iterable[Changed], behind: Behind) -> tuple[Changed, ...]:
    """Each with the batches behind it: the nation first, then provinces, kabupaten and kota, OPD."""
    units = {name: behind.units(name) for name in {one.asked.indicator for one in changed}}

    def whose(asked: Asked) -> tuple[Blame, ...]:
        rows = units[asked.indicator].get(asked.level, {}).get(asked.code or NATION, ())
        concerned = [row for row in rows if row.is_of(asked.scope.campaign or ALL_CAMPAIGNS)]
        return blame(asked.indicator, concerned) if concerned else ()

    def place(one: Changed) -> tuple[int, str, int]:
        return LEVELS.index(one.asked.level), one.asked.code or "", list(INDICATORS).index(one.asked.indicator)

    return tuple(replace(one, blame=whose(one.asked)) for one in sorted(changed, key=place))


def _redefined(versions: Mapping[str, int]) -> Iterator[Redefined]:
    for indicator, then in versions.items():
        now = DEFINITIONS[indicator].version if indicator in DEFINITIONS else None
        if now != then:
            yield Redefined(indicator, then, now)
