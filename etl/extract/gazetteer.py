"""Names of regions in running text, found word by word. Pure; the names come from the region register."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from geo import register

Codes = tuple[str, ...]
Name = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")
_SEPARATOR = re.compile(r"[ -]|\. ")
_SYLLABLES = {"utara": "ut", "selatan": "sel", "barat": "bar", "timur": "tim", "tengah": "teng"}


@cache
def names() -> dict[str, list[tuple[Name, Codes]]]:
    """By first word the names that begin with it, the longest first, with the codes that each may mean."""
    codes: dict[Name, set[str]] = defaultdict(set)
    for region in register.by_code().values():
        for written in _writings(region.bare_name):
            codes[_words(written)].add(register.current_code(region.code))
    official = set(codes)
    for alias, targets, status, _source in register.table("aliases").iter_rows():
        words = _words(alias)
        if "(" not in alias and words not in official and min(map(len, words)) > 1:
            codes[words].update(targets.split("|") if status != "several" else ())
    for region in register.by_code().values():
        for short in _shortened(region.bare_name):
            if region.successor_code is None and (short,) not in official:
                codes[(short,)].add(region.code)
    found: dict[str, list[tuple[Name, Codes]]] = defaultdict(list)
    for words, meant in sorted(codes.items(), key=lambda item: -len(item[0])):
        found[words[0]].append((words, tuple(sorted(meant))))
    return dict(found)


def names_in(fold: str, text: str, start: int, end: int) -> Iterator[tuple[int, int, Codes]]:
    """(start, end, codes it may mean) of each name between two places; a name begins with a capital letter."""
    known = names()
    resume = start
    for word in _WORD.finditer(fold, start, end):
        if word.start() < resume or word[0] not in known or not text[word.start()].isupper():
            continue
        for name, codes in known[word[0]]:
            stop = _match(fold, name, word.end(), end)
            if stop is not None:
                resume = stop
                yield word.start(), stop, codes
                break


def _match(fold: str, name: Name, place: int, end: int) -> int | None:
    """Where the name ends whose first word ends at `place`; None where it does not stand there."""
    for part in name[1:]:
        gap = _SEPARATOR.match(fold, place, end)
        if gap is None or not fold.startswith(part, gap.end()):
            return None
        place = gap.end() + len(part)
    return None if place < end and (fold[place].isalnum()) else place


def _words(name: str) -> Name:
    return tuple(_WORD.findall(name.lower()))


def _writings(name: str) -> Iterator[str]:
    """A name as registered, with `Kep.` for `Kepulauan` and without the province's own addition."""
    yield name
    if name.startswith("Kepulauan "):
        yield name.replace("Kepulauan", "Kep", 1)
    for addition in ("Daerah Istimewa ", "Daerah Khusus Ibukota ", "Daerah Khusus "):
        if name.startswith(addition):
            yield name.removeprefix(addition)


def _shortened(name: str) -> Iterator[str]:
    """How the press shortens a name with a direction: `Halmahera Barat` is Halbar, `Minahasa Utara` Minut."""
    words = name.lower().split()
    direction = _SYLLABLES.get(words[-1])
    if direction is None or len(words) != 2:
        return
    for cut in (3, 4):
        head = words[0][:cut]
        if len(head) == cut and head[-1] not in "aiueo":
            yield head + direction
