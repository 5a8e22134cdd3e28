"""The report ("laporan") as words in order, the same for every format that lays it out. Pure."""

from exports.report.compose import compose
from exports.report.values import Entry, Grid, Head, Part, Report, Shown, Source

__all__ = ["Entry", "Grid", "Head", "Part", "Report", "Shown", "Source", "compose"]
