"""The ceremonies behind figures: which count for a question, how well they are told, and lists of them."""
