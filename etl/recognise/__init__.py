"""Cells to tables: titles, headers, totals and footers told from data, and what each column holds. Pure."""

from etl.recognise.recognition import recognise

__all__ = ["recognise"]
