"""Official boundaries: a publisher's shapes to a map of the regions in force. Pure, but for reading what was kept."""
