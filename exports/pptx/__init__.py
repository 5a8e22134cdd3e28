"""Decks: a briefing as PowerPoint slides with charts, maps and tables that can be edited.

`deck` puts slides together, `slides` says what is on each, `stage` where things go, `template` and `look` bring master
and layouts, `charts`, `maps`, `tables` draw, `measure` and `text` make words fit, `pack` writes the file.
"""

from exports.pptx.deck import deck

__all__ = ["deck"]
