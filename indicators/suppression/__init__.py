"""Small numbers: what of the counts may be seen by whom, decided once, before anything is computed from them.

Of a group of fewer people than the reader may tell apart a count stays in the warehouse and is shown to nobody. Its row
stays and says so (`WITHHELD`), without a number. Everything that is drawn, exported or served is computed from what is
left, so that no total, filter or pair of snapshots can hold what was taken away. How it is decided, and what it costs:
docs/decisions/0005-small-numbers.md.
"""

from __future__ import annotations

from threading import Lock
from typing import Final
from weakref import WeakKeyDictionary

from indicators.suppression.rows import WITHHELD, taken_away
from warehouse.frames import Frames
from warehouse.shelf import Shelf
from warehouse.vocabulary import Audience

__all__ = ["WITHHELD", "shown_to", "threshold"]

_THRESHOLDS: Final = {Audience.PUBLIK: 5, Audience.DALAM: 3}
_SHOWN: WeakKeyDictionary[Frames, Shelf] = WeakKeyDictionary()
_LOCK: Final = Lock()


def threshold(audience: Audience) -> int:
    """The smallest group of people of which this audience sees a count."""
    return _THRESHOLDS[audience]


def shown_to(frames: Frames, audience: Audience) -> Frames:
    """The frames as this audience may see them; made once for as long as `frames` live. The same frames where nothing
    is withheld, and where they were made for this audience already.
    """
    made = _of(frames).get(audience, lambda: _made(frames, audience))
    return frames if made is None else made


def _made(frames: Frames, audience: Audience) -> Frames | None:
    made = taken_away(frames, threshold(audience))
    if made is frames:
        return None  # what holds its own key would never go
    _of(made).get(audience, lambda: None)
    return made


def _of(frames: Frames) -> Shelf:
    with _LOCK:
        return _SHOWN.setdefault(frames, Shelf(places=len(Audience)))
