"""The page of the indicators says what the code says, and every indicator of the contract is there."""

import json

import pytest

from i18n import text
from indicators.reference import PAGE, page
from indicators.registry import DEFINITIONS
from warehouse.vocabulary import State

CONTRACT = (
    "documented_events", "pledged_rate", "signed_rate", "reporting_rate", "opd_finished", "gap_people",
    "days_before_campaign", "points_covered", "evidence_grade", "freshness_days", "open_contradictions",
)  # fmt: skip
FACTS = ("definition", "unit", "numerator", "denominator", "null", "source")


def test_the_page_is_written_from_the_definitions():
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m indicators.reference"


def test_the_indicators_of_the_contract():
    assert tuple(DEFINITIONS) == CONTRACT


@pytest.mark.parametrize("name", CONTRACT)
def test_a_definition_is_complete(name):
    definition = DEFINITIONS[name]
    assert definition.name == name
    # suppression is not part of any indicator: it may withhold each of them
    assert set(definition.states) == set(State) - {State.DITAHAN}
    assert (definition.numerator is None) == (definition.denominator is None)


@pytest.mark.parametrize("name", CONTRACT)
def test_one_form_for_page_api_and_export(name):
    definition, t = DEFINITIONS[name], text("id")
    plain = definition.as_dict(t)
    assert json.loads(json.dumps(plain)) == plain
    assert plain["name"] == name
    assert plain["version"] >= 1
    shown = [words for _, words in definition.facts(t)]
    assert shown == [plain[key] for key in FACTS if plain[key] is not None]
    assert None not in [plain[key] for key in ("definition", "unit", "null", "source")]
    assert set(plain["states"]) == {state.value for state in definition.states}
