"""A measure over the regions of a map: its rows, the sentence that it shows, the map itself. For page and briefing."""
