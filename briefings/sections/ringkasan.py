"""The answer in one sentence, what else is known, and the key figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.answer import Answer
from briefings.asked import Asked
from briefings.briefing import Section, SectionName
from briefings.finding import Finding
from briefings.maps.finding import EVENTS, finding
from briefings.sections.facts import facts
from briefings.table import Column, Table
from briefings.wording import count
from i18n import Text
from indicators import DEFINITIONS
from warehouse.vocabulary import State


def section(asked: Asked) -> Section:
    """The summary of the region."""
    return Section(
        SectionName.RINGKASAN,
        asked.t("Summary"),
        _finding(asked),
        (*_covered(asked), *facts(asked)),
        tables=_tables(asked),
        notes=tuple(_notes(asked)),
    )


def _finding(asked: Asked) -> Finding:
    if asked.kind == "kabupaten":
        return _of_one(asked)
    return finding(asked.answer(EVENTS, "kabupaten"), None, asked.place, "kabupaten")


def _of_one(asked: Asked) -> Finding:
    """What is documented of a kabupaten or kota."""
    t, answer = asked.t, asked.answer(EVENTS)
    row, names = answer.rows[asked.region], {"place": asked.place}
    low, high = answer.bounds(asked.region)
    match row["state"]:
        case State.NILAI if low:
            message = t.n(
                "{events} ceremony of {place} is documented",
                "{events} ceremonies of {place} are documented",
                round(high if high is not None else low),
                events="{events}",
                place="{place}",
            )
            voices = t.n(
                "by {voices} independent voice.",
                "by {voices} independent voices.",
                row["sources"],
                voices="{voices}",
            )
            numbers = {
                "events": answer.number(asked.region, say=_beginning),
                "voices": answer.number(asked.region, "sources"),
            }
            return Finding(f"{message} {voices}", numbers, names)
        case State.NILAI:
            return Finding(t("A ceremony of {place} is documented, but its day is not certain."), names=names)
        case State.BELUM_LAPOR:
            return Finding(t("{place} is obliged and has not reported: no ceremony is documented."), names=names)
        case State.TIDAK_WAJIB:
            return Finding(t("{place} is exempt, and no ceremony is documented."), names=names)
        case _:
            return Finding(t("There is no evidence yet of a pledge in {place}; this accuses nobody."), names=names)


def _beginning(low: float | None, high: float | None, t: Text) -> str:
    """A count that begins a sentence."""
    words = count(low, high, t)
    return words[:1].upper() + words[1:]


def _covered(asked: Asked) -> Iterator[Finding]:
    """Of the nation its provinces; of a region without any evidence how far the whole nation is."""
    t = asked.t
    if asked.region is None:
        yield finding(asked.answer(EVENTS, "provinsi"), None, None, "provinsi")
    elif asked.answer(EVENTS).rows[asked.region]["state"] == State.BELUM_ADA_BUKTI:
        nation = asked.answer_of(None, EVENTS, "kabupaten")
        numbers = {"with_evidence": nation.units(State.NILAI, at_least=1), "total": nation.units()}
        if nation.rows:
            yield Finding(
                t("In all of Indonesia {with_evidence} of {total} regencies and cities have evidence."), numbers
            )


def _tables(asked: Asked) -> tuple[Table, ...]:
    t = asked.t
    answers = [asked.answer(name) for name in DEFINITIONS]
    known = [answer for answer in answers if answer.rows[asked.region]["state"] != State.BELUM_ADA_BUKTI]
    shares = [answer for answer in known if DEFINITIONS[answer.query.indicator].is_fraction]
    others = [answer for answer in known if not DEFINITIONS[answer.query.indicator].is_fraction]
    found = (
        ("ringkasan-bagian", t("Shares in {place}", place=asked.place), shares),
        ("ringkasan-jumlah", t("Counts in {place}", place=asked.place), others),
    )
    return tuple(_table(name, title, answers, asked) for name, title, answers in found if answers)


def _table(name: str, title: str, answers: Sequence[Answer], asked: Asked) -> Table:
    """A row an indicator; of shares also both counts and how many units reported."""
    t, code = asked.t, asked.region
    are_shares = DEFINITIONS[answers[0].query.indicator].is_fraction
    columns = [
        Column("indicator", t("Indicator")),
        Column("value", t("Figure"), "fraction" if are_shares else "count", bounded=True),
    ]
    if are_shares:
        columns += [
            Column("numerator", t("Numerator"), "count", bounded=True),
            Column("denominator", t("Denominator"), "count", bounded=True),
            Column("reporting_rate", t("Units reported"), "fraction"),
        ]
    else:
        columns.append(Column("unit", t("Unit")))
    columns.append(Column("sources", t("Voices"), "count", description=t("Independent voices behind the figure.")))
    rows = []
    for answer in answers:
        definition, row = DEFINITIONS[answer.query.indicator], answer.rows[code]
        between = (
            (answer.cell(code, "numerator"), answer.cell(code, "denominator"), row["reporting_rate"])
            if are_shares
            else (t(definition.unit),)
        )
        rows.append((t(definition.label), answer.cell(code), *between, row["sources"]))
    return Table(name, title, tuple(columns), tuple(rows))


def _notes(asked: Asked) -> Iterator[str]:
    t = asked.t
    if asked.campaign is None:
        yield t("Ceremonies are of all elections; people are counted for one.")
    yield t("No evidence yet: no duty on record and nothing found. It accuses nobody.")
