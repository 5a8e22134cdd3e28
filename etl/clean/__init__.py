"""Text → numbers, dates and words. Pure."""
