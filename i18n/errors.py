"""The one small tree of errors that a person may meet: what is wrong, where, and what to do next.

Messages are English message ids with values kept apart, so that the screen can print them in Indonesian. A message
never holds a person's name or NIP.
"""

from __future__ import annotations

from typing import ClassVar

from i18n.text import Text, text


class IkrarError(Exception):
    """A fault with a message for a person. `exit_code` is what the command line ends with (3 = our own fault)."""

    exit_code: ClassVar[int] = 3

    def __init__(self, what: str, *, where: str | None = None, next_step: str | None = None, **values: object) -> None:
        self.what, self.where, self.next_step, self.values = what, where, next_step, values
        super().__init__(self.render(text("en")))

    def render(self, t: Text) -> str:
        """The whole message in the reader's language: place, fault, next step."""
        parts = [t(self.what, **self.values)]
        if self.where:
            parts.insert(0, f"{self.where}:")
        if self.next_step:
            parts.append(t(self.next_step, **self.values))
        return " ".join(parts)


class BadInput(IkrarError):
    """What the person gave cannot be used."""

    exit_code = 2


class NotFound(BadInput):
    """A region, campaign, snapshot or batch that does not exist here."""


class Conflict(BadInput):
    """The change would overwrite what somebody else has changed since."""


class Damaged(IkrarError):
    """A stored file differs from its recorded digest, or a reference leads nowhere."""

    exit_code = 1
