"""Bahan paparan: a region's briefing seen page by page, and taken away as a deck, a report, a workbook or data."""
