"""The last sheets: sources, what must be known to read the figures, and what each column means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefings.briefing import Briefing
from briefings.table import Kind, Table
from exports.data.descriptor import sources_of
from exports.data.fields import column_fields
from exports.xlsx.cells import Worksheet
from exports.xlsx.page import Head, Page
from i18n import N_
from indicators import DEFINITIONS
from indicators.words import GRADES, STATE_MEANINGS, STATES, word

_KINDS: Mapping[Kind, str] = {
    "text": N_("text"),
    "count": N_("number"),
    "decimal": N_("number with decimals"),
    "fraction": N_("fraction, shown as percent"),
    "day": N_("day"),
}


def sources_sheet(page: Page, sheet: Worksheet, name: str, briefing: Briefing) -> None:
    """Every source once."""
    t = page.t
    page.begin(sheet, t("Sources of the figures"))
    words = (t("Title"), t("Publisher"), t("Grade"), t("Kind of evidence"))
    heads = [*(Head(heading) for heading in words), Head(t("Published"), "day"), Head(t("Address"))]
    rows = [
        # Of a page without a title only its address is known.
        (
            None if one.title == one.url else one.title,
            one.publisher,
            one.grade,
            word(GRADES, one.grade, t),
            one.published_on,
            one.url,
        )
        for one in sources_of(briefing)
    ]
    page.table(sheet, name, heads, rows)


def notes_sheet(page: Page, sheet: Worksheet, name: str, briefing: Briefing) -> None:
    """Notes of sections, meanings of states, definitions of the indicators in it."""
    t = page.t
    page.begin(sheet, t("Notes, states and definitions"))
    heads = [Head(t("Of")), Head(t("Term")), Head(t("Meaning"))]
    page.table(sheet, name, heads, list(_notes(page, briefing)))


def _notes(page: Page, briefing: Briefing) -> Iterator[tuple[str, str, str]]:
    t = page.t
    for section in briefing.sections:
        for note in section.notes:
            yield t("Note"), section.heading, note
        for table in section.tables:
            for note in table.notes:
                yield t("Note"), table.title, note
    for state, said in STATES.items():
        yield t("State"), t(said), t(STATE_MEANINGS[state])
    for grade, said in GRADES.items():
        yield t("Kind of evidence"), grade, t(said)
    for name, version in sorted(page.stamp.versions.items()):
        definition = DEFINITIONS[name]
        of = t("Indicator {name}, version {version}", name=t(definition.label), version=version)
        for heading, meaning in definition.facts(t):
            yield of, heading, meaning


def dictionary_sheet(page: Page, sheet: Worksheet, name: str, tables: Mapping[str, Table]) -> None:
    """What each column of the tables means. `tables` by the names of their sheets."""
    t = page.t
    page.begin(sheet, t("What each column means"))
    heads = [
        Head(heading)
        for heading in (t("Sheet"), t("Column"), t("Kind"), t("Meaning"), t("If empty"), t("Name in data files"))
    ]
    rows = [
        (sheet_name, field.title, t(_KINDS[field.kind or "text"]), field.description, field.null, field.key)
        for sheet_name, table in tables.items()
        for column in table.columns
        for field in column_fields(column, t)
    ]
    page.table(sheet, name, heads, rows)
