"""The reference of the indicators as a page, written from their definitions: `docs/indicators.md`.

Rewrite it with `python -m indicators.reference`.
"""

from __future__ import annotations

from pathlib import Path

from i18n import text
from indicators.definition import Definition
from indicators.registry import DEFINITIONS
from indicators.suppression import threshold
from warehouse.vocabulary import Audience

PAGE = Path(__file__).parent.parent / "docs" / "indicators.md"

_INTRODUCTION = """# Indicators

Written from the definitions in `indicators/` by `python -m indicators.reference`; do not edit by hand.

Every figure is a pair of bounds with one of five states: `nilai` (a value; 0 is a value), `belum_lapor` (obliged,
nothing received), `tidak_wajib` (not obliged), `ditahan` (suppressed: too few people), `belum_ada_bukti` (no
obligation recorded and no evidence found). Bounds are null unless the state is `nilai`. `high` null beside a known
`low` = no upper limit; both null = not known.

Any figure of people may be `ditahan`: a count of people pledged or signed is shown only of a group (an OPD, a region,
an employee type or tier of one) of at least {publik} people to the public and {dalam} to a person of the office. Bounds
and numerator are null then; how many people there are, and that the unit reported, is no secret. In every other figure
such a count is unknown, from none to all, so that no total, filter or pair of snapshots tells it. Who looks is part of
the question (`--audience`). How it is decided: [decisions/0005-small-numbers.md](decisions/0005-small-numbers.md).
"""


def page() -> str:
    """The whole page as Markdown, one section an indicator in the order of the register."""
    thresholds = {audience.value: threshold(audience) for audience in Audience}
    return "\n".join(
        [_INTRODUCTION.format(**thresholds), *(_section(definition) for definition in DEFINITIONS.values())]
    )


def _section(definition: Definition) -> str:
    t = text("en")
    (_, meaning), *facts = definition.facts(t)
    lines = [f"## {t(definition.label)} (`{definition.name}`, version {definition.version})", "", meaning, ""]
    lines += [f"- {heading}: {words.rstrip('.')}." for heading, words in facts]
    lines += ["", "| state | means |", "|---|---|"]
    lines += [f"| `{state}` | {t(words)} |" for state, words in definition.states.items()]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
