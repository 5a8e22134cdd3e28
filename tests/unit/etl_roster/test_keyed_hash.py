"""The hash over whole columns is the standard library's, and the secret that it takes."""

from __future__ import annotations

import hashlib
import stat
import sys
from pathlib import Path

import polars as pl
import pytest

from etl.roster.keyed_hash import keyed_hash
from etl.roster.secret import VARIABLE, Secret, key_file, secret_of
from i18n import BadInput, Conflict

KEY = bytes(range(32))


@pytest.mark.parametrize("count", [0, 1, 65_536, 65_537])
def test_equals_the_standard_library(count: int) -> None:
    numbers = [199001012015031901 + 7 * n for n in range(count)]
    expected = [
        int.from_bytes(
            hashlib.blake2s(number.to_bytes(8, "little"), key=KEY, digest_size=8).digest(), "little", signed=True
        )
        for number in numbers
    ]
    assert keyed_hash(pl.Series(numbers, dtype=pl.Int64), Secret(KEY)).to_list() == expected


def test_nobody_stays_nobody() -> None:
    hashed = keyed_hash(pl.Series([None, 5, None]), Secret(KEY))
    assert hashed.is_null().to_list() == [True, False, True]


def test_another_key_gives_other_hashes() -> None:
    person = pl.Series([199001012015031901])
    assert keyed_hash(person, Secret(KEY))[0] != keyed_hash(person, Secret(KEY[::-1]))[0]
    assert Secret(KEY).key_id != Secret(KEY[::-1]).key_id


def test_a_key_is_made_once_beside_the_store(tmp_path: Path) -> None:
    store = tmp_path / "store"
    first = secret_of(store, {})
    assert secret_of(store, {}) == first
    assert key_file(store).parent == store.parent
    if sys.platform != "win32":
        assert stat.S_IMODE(key_file(store).stat().st_mode) == 0o600


def test_the_environment_comes_first(tmp_path: Path) -> None:
    assert secret_of(tmp_path / "store", {VARIABLE: KEY.hex()}) == Secret(KEY)
    assert not key_file(tmp_path / "store").exists()


@pytest.mark.parametrize("given", ["abc", KEY[:16].hex(), "z" * 64])
def test_a_short_key_is_refused(tmp_path: Path, given: str) -> None:
    with pytest.raises(BadInput, match="64 hexadecimal digits"):
        secret_of(tmp_path / "store", {VARIABLE: given})


def test_a_key_does_not_print_itself() -> None:
    assert KEY.hex() not in repr(Secret(KEY))
    assert repr(KEY) not in repr(Secret(KEY))


def test_people_hashed_with_another_key_are_not_counted_twice() -> None:
    stored = pl.DataFrame({"key_id": [Secret(KEY[::-1]).key_id]})
    with pytest.raises(Conflict, match="another key"):
        Secret(KEY).must_match(stored)
    Secret(KEY).must_match(stored.clear())
