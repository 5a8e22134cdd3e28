"""The method in sentences: how dates are corrected, counts read, the map drawn, what this cannot tell."""

from __future__ import annotations

from i18n import N_

COUNTS = (
    N_(
        "Every count is kept as a lower and an upper bound, with the words the source prints: “about 8,100” is "
        "8,050 to 8,150, “at least 252” has no upper limit, “all ASN” is the target where one is known."
    ),
    N_("A pledge is not a signature: who took part in the reading and who signed the pact are two measures."),
    N_(
        "Rates are never averaged: numerators and denominators are added. Units that have not reported widen the "
        "bounds: at least none of their people signed, at most all."
    ),
    N_("Copies of one release are one voice, however many sites carry them."),
)

DATES = (
    N_("A date that a source prints is kept as that source's claim, also when it is wrong."),
    N_(
        "It is checked against the weekday, the day of publication, phrases such as “100 days before the "
        "election”, and the other sources of the same ceremony. The weekday alone is not enough: a wrong date can "
        "fall on the right day."
    ),
    N_(
        "Where the printed date cannot be right, the corrected one counts; the printed one stays visible as "
        "rejected, with the reason and the sources."
    ),
    N_("A date that nobody gives stays empty. The date of a circular is never taken for the date of a ceremony."),
)

MAP = (
    N_(
        "The map is schematic. It shows no boundary of anyone: each regency or city is the area nearest to its "
        "label point, cut at a radius that its official area gives."
    ),
    N_(
        "The tile map gives each regency and city one equal tile, so that a small city is as visible as a large "
        "regency."
    ),
    N_("Neither may be used to say where a boundary runs."),
)

LIMITS = (
    N_("What is shown is what was found in public sources. A region without evidence may well have pledged."),
    N_(
        "No source gives a national form, recap or deadline for reporting; duties are shown only where a circular "
        "or law sets one."
    ),
    N_(
        "The bundled data has no signature tallies per OPD, so signing rates are unknown, not zero. Switch on the "
        "example data to see how they would look."
    ),
    N_(
        "Regional government staff are not the same as all civil servants working in a region: central offices are"
        " not OPD and enter no regional figure."
    ),
)
