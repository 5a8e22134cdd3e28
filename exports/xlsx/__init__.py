"""Workbooks: the one of a briefing, the form that a region fills in, and its file with the verdicts."""
