"""Who owes a pledge, a pact or a report, and who has reported."""
