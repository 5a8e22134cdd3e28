"""The units of one regional government: what was asked of them, and each as a row. Page and briefing say the same."""
