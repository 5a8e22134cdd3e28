"""What a briefing says: findings bound to indicators, pictures, tables, sources. Pure; `exports` makes files of it."""
