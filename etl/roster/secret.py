"""The secret of the hashes: kept outside the warehouse and its catalogue, made when it is first needed."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from i18n import N_, BadInput, Conflict

VARIABLE = "IKRAR_ROSTER_KEY"
_BYTES = 32
_ID_PURPOSE = b"ikrar id"


@dataclass(frozen=True, slots=True)
class Secret:
    """A key of 32 bytes. `key_id` names it without telling anything of it; it is stored beside every hash."""

    key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Only whole keys: what comes from a person has been checked before."""
        if len(self.key) != _BYTES:
            raise ValueError(f"a roster's key has {_BYTES} bytes")

    @property
    def key_id(self) -> str:
        """Eight hexadecimal digits."""
        return hashlib.blake2s(key=self.key, digest_size=4, person=_ID_PURPOSE).hexdigest()

    def must_match(self, stored: pl.DataFrame) -> None:
        """Raises Conflict where rows of `person_key` were hashed with another secret: people would count twice."""
        others = set(stored["key_id"].unique()) - {self.key_id}
        if others:
            raise Conflict(
                N_("The people already counted were hashed with another key ({others}, now {own})."),
                next_step=N_(
                    "Put the former key back ({variable} or the key file). If it is lost, undo the batches of rosters "
                    "of this election and send them again."
                ),
                others=", ".join(sorted(others)),
                own=self.key_id,
                variable=VARIABLE,
            )


def secret_of(store: Path, environment: Mapping[str, str]) -> Secret:
    """The store's secret: what IKRAR_ROSTER_KEY says (64 hexadecimal digits), else the file `<store>.roster-key` beside
    the store's folder, made with random bytes and readable by its owner only where there is none.

    Raises BadInput for a key that is short or no key.
    """
    if given := environment.get(VARIABLE):
        return _read(given, VARIABLE)
    file = key_file(store)
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as new:
            new.write(secrets.token_hex(_BYTES) + "\n")
    except FileExistsError:
        pass
    return _read(file.read_text(encoding="ascii"), str(file))


def key_file(store: Path) -> Path:
    """Where the key of a store is kept: beside its folder, so that a copy of the folder is a copy without the key."""
    path = store.absolute()
    return path.with_name(f"{path.name}.roster-key")


def _read(text: str, where: str) -> Secret:
    try:
        key = bytes.fromhex(text.strip())
    except ValueError:
        key = b""
    if len(key) != _BYTES:
        raise BadInput(
            N_("The key for rosters must be {digits} hexadecimal digits."),
            where=where,
            next_step=N_("Put the former key back; only where nothing was counted yet, take a new one."),
            digits=2 * _BYTES,
        )
    return Secret(key)
