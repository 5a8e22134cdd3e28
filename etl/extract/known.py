"""The elections and laws that come with the program, as the extractor takes them. Reads files."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from etl.clean.anchors import Campaign
from etl.extract.regulations import Regulation
from etl.sources.bundled.sheets import read_sheet


@cache
def known_campaigns(data: Path) -> tuple[Campaign, ...]:
    """The rows of campaigns.csv in the folder of bundled inputs."""
    rows = read_sheet(data / "campaigns.csv", "campaign", also=("election_source_id",))
    names = ("campaign_id", "name", "election_date", "campaign_start", "campaign_end")
    return tuple(Campaign(*(row[name] for name in names)) for row in rows)


@cache
def known_regulations(data: Path) -> tuple[Regulation, ...]:
    """The rows of regulations.csv in the folder of bundled inputs."""
    rows = read_sheet(data / "regulations.csv", "regulation")
    names = ("regulation_id", "title", "subject", "in_force_to", "replaced_by")
    return tuple(Regulation(*(row[name] for name in names)) for row in rows)
