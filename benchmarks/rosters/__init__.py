"""What the benchmark of rosters measures: invented people, and the programs that count them."""
