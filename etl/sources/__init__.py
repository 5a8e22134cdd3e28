"""Where data comes from: one room a kind of source."""
