"""The report as PDF: tagged, archivable, with its own letters and pictures as vectors."""

from exports.pdf.report import report

__all__ = ["report"]
