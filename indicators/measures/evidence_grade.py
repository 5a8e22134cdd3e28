"""How good the best evidence of a region is."""

from __future__ import annotations

import polars as pl

from i18n import N_
from indicators.definition import Definition
from indicators.evidence.ceremonies import summary
from indicators.evidence.grading import evidence
from indicators.measures.answer import figures
from indicators.question import Evidence, Question
from warehouse.vocabulary import State

EVIDENCE = Evidence.ANY
DEFINITION = Definition(
    name="evidence_grade",
    label=N_("Evidence grade"),
    definition=N_(
        "The best grade among the sources of the ceremonies and counts of the region: A roster or signed sheet, "
        "B official recap, C official release, D news."
    ),
    unit=N_("grade A to D"),
    states={
        State.NILAI: N_("A ceremony or a count was received; the grade stands beside the bounds, which are null."),
        State.BELUM_LAPOR: N_("A duty is recorded for the region or its units, and nothing was received."),
        State.TIDAK_WAJIB: N_("The region is recorded as exempt, and nothing was received."),
        State.BELUM_ADA_BUKTI: N_("Nothing was received and no duty is recorded; it accuses nobody."),
    },
    null=N_("Both bounds are always missing: the figure is the grade that stands beside them."),
    source=N_("This project's design: the grade belongs to the kind of source, not to what it says."),
)


def compute(question: Question) -> pl.DataFrame:
    """Figures: `grade`; the bounds are null."""
    return figures(question, summary(evidence(question)))
