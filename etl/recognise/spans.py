"""Header cells that stand over several columns. Pure."""

from __future__ import annotations

from etl.recognise.grid import Grid


def group_labels(grid: Grid, header: tuple[int, ...]) -> dict[int, tuple[str, ...]]:
    """The header words of each column, outer group first."""
    lines = [grid.line(at) for at in header]
    words: dict[int, list[str]] = {}
    for depth, line in enumerate(lines):
        below = {column for under in lines[depth + 1 :] for column in under}
        for column, text in _spread(grid, header[depth], line, below).items():
            if text not in words.get(column, []):
                words.setdefault(column, []).append(text)
    return {column: tuple(texts) for column, texts in words.items()}


def _spread(grid: Grid, at: int, line: dict[int, str], below: set[int]) -> dict[int, str]:
    """A header row with its groups filled over their columns: as merged, else on to the next filled cell while there
    are headings below."""
    spread = dict(line)
    merged = {(left, right) for top, left, bottom, right in grid.sheet.merged if top <= grid.rows[at] <= bottom}
    for column, text in line.items():
        rights = [right for left, right in merged if left == column]
        if rights:
            spread.update({each: text for each in range(column, max(rights) + 1) if each == column or each in below})
        elif column in below and not merged:
            each = column + 1
            while each in below and each not in line:
                spread[each] = text
                each += 1
    return spread
