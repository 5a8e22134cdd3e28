"""How well the extractor reads: precision and recall a field over the golden articles, the seeds and the summaries.

`make score` (or `python -m etl.score`) prints it, so that a change shows what it won and lost. The conventions are
those of `tests/golden/articles/README.md`. Not part of the program that people run.
"""
