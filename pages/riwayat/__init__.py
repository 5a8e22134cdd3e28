"""History: every batch that came in, what it changed, and the way back."""
