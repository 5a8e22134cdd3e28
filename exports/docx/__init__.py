"""The report as DOCX: real styles, captions and fields, so that it can be edited and put into a nota dinas."""

from exports.docx.report import report

__all__ = ["report"]
