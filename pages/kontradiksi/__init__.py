"""Contradictions: what sources say against each other, what was decided and why."""
