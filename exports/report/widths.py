"""How wide the columns of a printed table are, and how many lines its rows then take, reckoned in letters."""

from __future__ import annotations

from collections.abc import Sequence

from exports.report.values import Entry

LETTERS = 105
"""Letters of running text in a line across the page, and of a table with its figures and capitals."""

_SMALL = 130
"""Letters of a note in a line across the page."""

_GAP, _LONGEST_WORD, _WIDEST = 2, 24, 46
"""Letters between columns, of a word that may break where it is longer, and of the widest column that is wanted."""

_BOLD = 1.15


def shares(headings: Sequence[Entry], rows: Sequence[Sequence[Entry]]) -> tuple[float, ...]:
    """The columns' parts of the width, 1 in all: each has room for its longest word, then for its longest cell."""
    least, wanted = [], []
    for heading, *cells in zip(headings, *rows, strict=True):
        word = max(map(len, heading.words.split(" "))) * _BOLD
        least.append(max(word, *(min(_word(cell), _LONGEST_WORD) for cell in cells), 0) + _GAP)
        wanted.append(max(least[-1], min(max((len(cell.words) for cell in cells), default=0), _WIDEST) + _GAP))
    spare, missing = max(LETTERS - sum(least), 0), sum(wanted) - sum(least)
    part = min(spare / missing, 1) if missing else 0
    given = [low + (high - low) * part for low, high in zip(least, wanted, strict=True)]
    return tuple(one / sum(given) for one in given)


def lines(row: Sequence[Entry], widths: Sequence[float]) -> int:
    """How many lines the row takes in columns of these parts of the width."""
    return max(_wrapped(cell.words, int(width * LETTERS) - _GAP) for cell, width in zip(row, widths, strict=True))


def lines_of_text(words: str, *, small: bool = False) -> int:
    """How many lines a paragraph takes across the page; none for no words."""
    return _wrapped(words, _SMALL if small else LETTERS) if words else 0


def _word(entry: Entry) -> int:
    return max(map(len, entry.words.split(" ")))


def _wrapped(words: str, room: int) -> int:
    """Lines of a text whose words do not break; one for none."""
    made, used = 1, 0
    for word in words.split(" "):
        if used and used + 1 + len(word) > room:
            made, used = made + 1, 0
        used += len(word) + bool(used)
    return made
