"""People counted beside people obliged: what overlapping counts of a unit bound, and how units add up."""
