"""What was known when: the day or snapshot that a person names, read once for commands and pages. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from catalogue.history import Snapshot
from i18n import N_, BadInput, NotFound

SEE_SNAPSHOTS = N_("`ikrar snapshots` lists what there is.")
_JOINT = "@"


@dataclass(frozen=True, slots=True)
class AsOf:
    """A state of the warehouse. Spelt `12`, `2024-09-25` or `12@2024-09-25`; both null = the newest, spelt empty.

    `number`: the snapshot; null = the one that answers for the day. `day`: facts after it do not count and days are
    counted to it; null = all that the snapshot knows, with days counted to its own day.
    """

    number: int | None = None
    day: dt.date | None = None

    @classmethod
    def read(cls, text: str) -> Self:
        """The state that a text names. Raises BadInput for other text."""
        number, joint, day = text.partition(_JOINT)
        try:
            if number.isdecimal():
                return cls(int(number), dt.date.fromisoformat(day) if joint else None)
            return cls(day=dt.date.fromisoformat(text))
        except ValueError:
            raise BadInput(
                N_("“{text}” is neither a day nor a snapshot."),
                next_step=N_("Give a day as 2024-09-25, or the number of a snapshot."),
                text=text,
            ) from None

    def __str__(self) -> str:
        parts = (self.number, self.day)
        return _JOINT.join(str(part) for part in parts if part is not None)

    @property
    def is_newest(self) -> bool:
        """True where no older state is asked for."""
        return self == AsOf()

    def among(self, snapshots: Sequence[Snapshot]) -> Snapshot:
        """The snapshot that answers, of all there are: at least one, oldest first.

        For a day alone that is the newest taken by its end (UTC), and the newest of all where the store is younger than
        the day: what is known by now of that day. Raises NotFound for an unknown number.
        """
        if self.number is not None:
            for snapshot in snapshots:
                if snapshot.number == self.number:
                    return snapshot
            raise NotFound(N_("There is no snapshot {number}."), next_step=SEE_SNAPSHOTS, number=self.number)
        taken = [one for one in snapshots if self.day is not None and one.taken_at.date() <= self.day]
        return (taken or snapshots)[-1]
