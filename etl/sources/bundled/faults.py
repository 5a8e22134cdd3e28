"""What can be wrong with a bundled file, said so that its editor finds the place."""

from __future__ import annotations

from pathlib import Path

from i18n import N_, BadInput

UNREADABLE = N_("This file cannot be read: {fault}")
UNKNOWN_FIELD = N_("“{field}” is not a field here. Known: {known}.")
MISSING_FIELD = N_("The field “{field}” is missing.")
WRONG_VALUE = N_("“{value}” cannot be the value of {field}. Expected: {example}.")
NEEDS_REASON = N_("A claim that is rejected, open, inferred or corrected needs a reason.")
NEEDS_PRINT = N_("A date needs the words of its source (stated), or a reason.")
UNKNOWN_REFERENCE = N_("{field} names “{value}”, which does not exist in {target}.")
REPEATED = N_("“{value}” is given more than once.")
NO_CLAIM = N_("This source says nothing about the event.")
BROKEN_RULE = N_("The row breaks the rule “{rule}” of the table {table}.")
DISAGREE = N_("Accepted claims about {field} contradict each other; accept one and reject the other with a reason.")


def fault(what: str, path: Path, *record: str, **values: object) -> BadInput:
    """The error for a place in a file: `events/purbalingga-2023-11-24.toml › claims › setda › date: …`."""
    place = " › ".join((f"{path.parent.name}/{path.name}", *record))
    return BadInput(what, where=place, next_step=None, **values)
