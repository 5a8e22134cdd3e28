"""What is said with a figure that cannot be right as it stands."""

from __future__ import annotations

from briefings.finding import Number
from i18n import Text


def more_than_all(message: str, share: Number, t: Text) -> str:
    """The message about a share; where even its lower bound is more than everyone, with the reason to doubt it."""
    if share.low is None or share.low <= 1:
        return message
    return t("{sentence}, which is more than there are: one of the counts is wrong", sentence=message)
