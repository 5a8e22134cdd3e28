"""A bounded memory for values that are costly to make: shared by threads, the oldest unused ones go first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock, RLock
from typing import Any, TypeVar

T = TypeVar("T")


class Shelf:
    """The values used last, at most `places` of them. A value is made once, even if two sessions ask together."""

    def __init__(self, places: int) -> None:
        self._places = places
        self._held: OrderedDict[Hashable, Any] = OrderedDict()
        self._making: dict[Hashable, RLock] = {}
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of `key`, made now if it is not on the shelf. What `make` raises goes through; nothing is kept."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                found: T = self._held[key]
                return found
            making = self._making.setdefault(key, RLock())
        with making:
            with self._lock:
                if key in self._held:
                    again: T = self._held[key]
                    return again
            try:
                value = make()
            finally:
                with self._lock:
                    self._making.pop(key, None)
            with self._lock:
                self._held[key] = value
                while len(self._held) > self._places:
                    self._held.popitem(last=False)
            return value

    def __contains__(self, key: Hashable) -> bool:
        """True where the value is on the shelf now."""
        with self._lock:
            return key in self._held

    def clear(self) -> None:
        """Empty the shelf (tests)."""
        with self._lock:
            self._held.clear()
