"""Review: what an article proposes, field by field, before anything of it counts."""
