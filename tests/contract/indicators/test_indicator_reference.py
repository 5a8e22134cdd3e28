"""The page of the indicators says what the code says, and every indicator of the contract is there."""

import pytest

from indicators.reference import PAGE, page
from indicators.registry import DEFINITIONS
from warehouse.vocabulary import State

CONTRACT = (
    "documented_events", "pledged_rate", "signed_rate", "reporting_rate", "opd_finished", "gap_people",
    "days_before_campaign", "points_covered", "evidence_grade", "freshness_days", "open_contradictions",
)  # fmt: skip


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
