"""Everything known of one region, and of one ceremony: where the trail of every figure ends."""
