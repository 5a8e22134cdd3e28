"""Cells to tables: titles, headers, totals and footers told from data, and what each column holds. Pure."""
