"""Who is obliged to what, what was received for it, and when."""
