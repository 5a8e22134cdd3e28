"""What the units of one region have reported."""
