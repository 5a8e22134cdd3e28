"""Names on a map: each in the largest letters that its area holds, none over another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from exports.pictures import fonts
from exports.pictures.canvas import Box, Look, Pane, Stroke
from exports.pictures.outlines import Area, Window, inside, meet

INK = "#16181a"
HALO = Stroke("#ffffff", 2.6)
_SIZES = (14, 12, 11, 10)
_LINE = 1.15
_TYPE = re.compile(r"^Kabupaten( Administrasi)? |^Kota Administrasi |^Provinsi ")
_USUAL = {"Daerah Khusus Ibukota ": "DKI ", "Daerah Istimewa ": "DI "}
"""First words that everybody writes short."""


def short(name: str) -> str:
    """`Kabupaten Kulon Progo` as a map prints it: the type word only where it tells two apart; `DI Yogyakarta`."""
    for words, usual in _USUAL.items():
        if name.startswith(words):
            return usual + name.removeprefix(words)
    return _TYPE.sub("", name)


def some(places: Iterable[str]) -> tuple[str, str]:
    """Two of the names, the most frequent first, and one for where there is no room for two."""
    order = [short(name) for name, _ in Counter(places).most_common()]
    two, one = (", ".join(order[:most]) + (" …" if len(order) > most else "") for most in (2, 1))
    return two, one


def write(
    pane: Pane, window: Window, box: Box, marked: Sequence[Area], others: Iterable[Area], *, taken: Iterable[Box]
) -> None:
    """The names that there is room for inside a box; those of `marked` areas in any case. `taken` are kept free."""
    full = list(taken)
    written: list[tuple[tuple[float, float], str, Look]] = []
    for area in (*marked, *(area for area in others if area not in marked)):
        x, y = window.place(area.centre)
        if not inside((x, y, x, y), box):
            continue
        for lines, size in _settings(short(area.name), window.box(area.box), is_marked=area in marked):
            wide, tall = max(fonts.width(line, size) for line in lines), len(lines) * _LINE * size
            place = (x - wide / 2 - 1, y - tall / 2, x + wide / 2 + 1, y + tall / 2)
            if inside(place, box) and not any(meet(place, other) for other in full):
                full.append(place)
                bases = (place[1] + ((at + 0.5) * _LINE + fonts.MIDDLE) * size for at in range(len(lines)))
                look = Look(size, colour=INK)
                written += [((x, base), line, look) for base, line in zip(bases, lines, strict=True)]
                break
    pane.halo(written, HALO)
    for spot, line, look in written:
        pane.words(spot, line, look, "center")


def _settings(name: str, area: Box, *, is_marked: bool) -> Iterator[tuple[tuple[str, ...], int]]:
    """Lines and sizes of a name that fit its area, the largest letters and then the fewest lines first."""
    width, height = area[2] - area[0], area[3] - area[1]
    broken = [(lines, max(fonts.width(line, 1) for line in lines)) for lines in ((name,), tuple(name.split(" ", 1)))]
    fitting = [
        (lines, size)
        for size in _SIZES
        for lines, wide in broken
        if wide * size < width and len(lines) * _LINE * size < height
    ]
    yield from fitting or [((name,), _SIZES[-1])] * is_marked
