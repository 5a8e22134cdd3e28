"""The indicators, each in its file: its definition, the evidence it reads, the function that computes it."""
