"""What is said of several figures beside each other, and of a count on its way to a day."""
