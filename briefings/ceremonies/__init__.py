"""Ceremonies in the reader's words, and election by election over time. Page and briefing say the same."""
