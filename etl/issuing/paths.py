"""What a file is called, and the page that shows the same figures."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlencode

from briefings.briefing import Request
from warehouse.as_of import AsOf

_LONGEST = 60
"""Letters of a title in a file's name: some PCs refuse long paths."""


def file_name(title: str, per: str, kind: str) -> str:
    """A name that every system takes: `ikrar-netralitas-asn-di-jawa-tengah-per-12.pptx`."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST].strip("-")
    state = per.replace("@", "-")
    return f"{words or 'ikrar'}-per-{state}.{kind}"


def page_of(request: Request, per: AsOf) -> str:
    """The page that shows a briefing's figures for ever, below the installation's address: the region's, or home."""
    asked = {"wilayah": request.region, "kampanye": request.campaign, "per": str(per)}
    query = urlencode({key: value for key, value in asked.items() if value}, safe="@")
    return f"/wilayah?{query}" if request.region else f"/?{query}"
