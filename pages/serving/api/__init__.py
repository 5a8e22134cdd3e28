"""The data API: regions, events, coverage and sources under `/api/v1`, as JSON, CSV and GeoJSON.

The same figures as `ikrar query` and `ikrar events`, withheld from the same readers as on the pages.
"""

from pages.serving.api.app import PATH, api, mounted

__all__ = ["PATH", "api", "mounted"]
