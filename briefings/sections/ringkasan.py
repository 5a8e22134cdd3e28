"""The answer in one sentence, what else is known, and the key figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.answer import Answer, says_something
from briefings.asked import Asked
from briefings.briefing import Section, SectionName
from briefings.finding import Finding, Number
from briefings.maps.finding import EVENTS, finding
from briefings.sections.facts import facts
from briefings.table import Column, Table
from briefings.wording import more_than_all, voices
from indicators import DEFINITIONS
from warehouse.vocabulary import State

SIGNED = "signed_rate"


def section(asked: Asked) -> Section:
    """The summary of the region."""
    said = _of_one(asked) if asked.kind == "kabupaten" else _of_many(asked)
    return Section(
        SectionName.RINGKASAN,
        asked.t("Summary"),
        said,
        (*_wider(asked), *facts(asked, said)),
        tables=_tables(asked),
        notes=tuple(_notes(asked)),
    )


def _of_many(asked: Asked) -> Finding:
    """How many kabupaten and kota have a ceremony; where none has and people were counted, how many of those signed."""
    events = asked.answer(EVENTS, "kabupaten")
    signed = asked.answer(SIGNED)
    if events.having(State.NILAI, at_least=1) or not says_something(signed.bounds(asked.region)):
        return finding(events, None, asked.place, "kabupaten")
    return finding(asked.answer(SIGNED, "kabupaten"), signed, asked.place, "kabupaten")


def _of_one(asked: Asked) -> Finding:
    """How many signed (or pledged) of a kabupaten or kota and how many ceremonies it had; what of it is known."""
    t = asked.t
    for name, message in (
        (SIGNED, t("In {place}, {figure} of the civil servants obliged have signed the integrity pact")),
        ("pledged_rate", t("In {place}, {figure} of the civil servants obliged have taken the pledge")),
    ):
        answer = asked.answer(name)
        if says_something(answer.bounds(asked.region)):
            held, numbers = _held(asked)
            figure = answer.number(asked.region)
            sentence = f"{more_than_all(message, figure, t)}; {held}."
            return Finding(sentence, {"figure": figure, **numbers}, {"place": asked.place})
    return _of_ceremonies(asked)


def _held(asked: Asked) -> tuple[str, dict[str, Number]]:
    """How many ceremonies, as the second half of a sentence."""
    t, answer = asked.t, asked.answer(EVENTS)
    low, high = answer.bounds(asked.region)
    if not low:
        return t("no ceremony is documented"), {}
    message = t.n(
        "{events} ceremony is documented",
        "{events} ceremonies are documented",
        round(high if high is not None else low),
        events="{events}",
    )
    return message, {"events": answer.number(asked.region)}


def _of_ceremonies(asked: Asked) -> Finding:
    """What is documented of a kabupaten or kota whose people were not counted."""
    t, answer = asked.t, asked.answer(EVENTS)
    row, names = answer.rows[asked.region], {"place": asked.place}
    if row["state"] == State.NILAI and row["low"]:
        held, numbers = _held(asked)
        message = t("{place}: {held}, by {voices}.", place="{place}", held=held, voices="{voices}")
        return Finding(message, {**numbers, "voices": answer.number(asked.region, "sources", voices)}, names)
    if row["state"] == State.NILAI:
        return Finding(t("A ceremony of {place} is documented, but its day is not certain."), names=names)
    if asked.answer("evidence_grade").rows[asked.region]["state"] == State.NILAI:
        return Finding(t("A count has come in from {place}, but no ceremony is documented."), names=names)
    message = {
        State.BELUM_LAPOR: t("{place} has to report, and nothing has come in: no ceremony, no count."),
        State.TIDAK_WAJIB: t("{place} is exempt, and no ceremony is documented."),
    }.get(row["state"], t("There is no evidence yet of a pledge in {place}; this accuses nobody."))
    return Finding(message, names=names)


def _wider(asked: Asked) -> Iterator[Finding]:
    """Of the nation its provinces; regions with a count but no ceremony; of a region without anything, the nation."""
    t = asked.t
    provinces = asked.answer(EVENTS, "provinsi") if asked.region is None else None
    if provinces and provinces.having(State.NILAI, at_least=1):
        yield finding(provinces, None, None, "provinsi")
    if asked.kind != "kabupaten":
        either, held = asked.answer("evidence_grade", "kabupaten"), asked.answer(EVENTS, "kabupaten")
        numbers = {"with_evidence": either.units(State.NILAI), "total": either.units()}
        if numbers["with_evidence"].low != len(held.having(State.NILAI)):
            message = t(
                "{with_evidence} of {total} regencies and cities have a documented ceremony or a count of people."
            )
            yield Finding(message, numbers)
    if asked.region and asked.answer("evidence_grade").rows[asked.region]["state"] == State.BELUM_ADA_BUKTI:
        nation = asked.answer_of(None, EVENTS, "kabupaten")
        numbers = {"with_evidence": nation.units(State.NILAI, at_least=1), "total": nation.units()}
        if numbers["with_evidence"].low:
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
        Column("indicator", t("Indicator"), description=t("What is measured.")),
        Column(
            "value",
            t("Figure"),
            "fraction" if are_shares else "count",
            bounded=True,
            description=t("How much of it, in the unit of its row; of shares as a fraction."),
        ),
    ]
    if are_shares:
        columns += [
            Column("numerator", t("Numerator"), "count", bounded=True, description=t("How many did it.")),
            Column("denominator", t("Denominator"), "count", bounded=True, description=t("Out of how many.")),
            Column("reporting_rate", t("Units reported"), "fraction", description=t("The share that has reported.")),
        ]
    else:
        columns += [
            Column("unit", t("Unit"), description=t("What the figure counts.")),
            Column("grade", t("Evidence"), description=t("Best evidence grade behind the figure.")),
        ]
    columns.append(Column("sources", t("Voices"), "count", description=t("Independent voices behind the figure.")))
    rows = []
    for answer in answers:
        definition, row = DEFINITIONS[answer.query.indicator], answer.rows[code]
        between = (
            (answer.cell(code, "numerator"), answer.cell(code, "denominator"), row["reporting_rate"])
            if are_shares
            else (t(definition.unit), row["grade"])
        )
        rows.append((t(definition.label), answer.cell(code), *between, row["sources"]))
    return Table(name, title, tuple(columns), tuple(rows))


def _notes(asked: Asked) -> Iterator[str]:
    t = asked.t
    if asked.campaign is None:
        yield t("Ceremonies are of all elections; people are counted for one.")
    if asked.answer(EVENTS, None if asked.kind == "kabupaten" else "kabupaten").having(State.BELUM_ADA_BUKTI):
        yield t("No evidence yet: no duty on record and nothing found. It accuses nobody.")
