"""Rosters, one row a person: counted by keyed hash, never kept."""
