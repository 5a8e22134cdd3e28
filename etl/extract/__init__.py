"""An article to proposed events with the words that prove each field, and its contradictions. Pure, offline."""
