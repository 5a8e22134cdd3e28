"""What makes the example known as one, wherever a piece of it is shown."""

from __future__ import annotations

CAMPAIGN = "pilkada-2024"
EXAMPLE = "DATA CONTOH"
PUBLISHER = "DATA CONTOH (bukan data nyata)"
