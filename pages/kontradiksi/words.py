"""What depends on each field: which figures and pages change with a decision."""

from __future__ import annotations

from i18n import N_

DEPENDS: dict[str, str] = {
    "campaign_id": N_("for which election the ceremony counts, and with it every figure of that election"),
    "date": N_("the timeline, the days before the campaign began, and every figure as of a day"),
    "organiser_region_code": N_("whose ceremony it is on the map and among the documented events"),
    "place_region_code": N_("where the ceremony is shown as held"),
    "participant_regions": N_("which regions count as having a documented event"),
    "participants": N_("the number of people who took part"),
    "signers": N_("the number of people who signed at the ceremony"),
    "points": N_("the themes that the pledge covers"),
    "points_stated": N_("how many points the pledge is said to have"),
    "headcount": N_("the number of people whom rates of the region are measured against"),
    "units": N_("the number of units that a full report of the region would have"),
}
OTHERS = N_("what the page of the ceremony says; no figure")
"""Of a field that no figure is made of."""
