"""A region's file through the whole flow: names, figures, rules, verdicts, a preview, and saving it."""

from etl.ingest.assemble import assemble
from etl.ingest.flow import ingest, preview, save
from etl.ingest.values import Finding, Memory, Outcome, Preview, Progress, Request, Verdict

__all__ = [
    "Finding",
    "Memory",
    "Outcome",
    "Preview",
    "Progress",
    "Request",
    "Verdict",
    "assemble",
    "ingest",
    "preview",
    "save",
]
