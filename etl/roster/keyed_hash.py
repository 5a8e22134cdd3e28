"""The keyed hash of people: BLAKE2s (RFC 7693) with a secret key, over whole columns at once. Pure.

`hashlib.blake2s(number.to_bytes(8, "little"), key=…, digest_size=8)` gives the same, one call a person and one thread;
this computes 65 536 people side by side in numpy, which lets go of the interpreter's lock. The tests hold one to the
other.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import polars as pl

if TYPE_CHECKING:
    from etl.roster.secret import Secret

_Words = npt.NDArray[np.uint32]

_TOGETHER = 65_536
"""People hashed side by side: fewer, and calling numpy costs more than the work; more, and they leave the cache."""

_KEY_BLOCK, _MESSAGE, _DIGEST = 64, 8, 8

_START = np.array(
    [0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19], np.uint32
)
_ORDERS = (
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
    (14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3),
    (11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4),
    (7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8),
    (9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13),
    (2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9),
    (12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11),
    (13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10),
    (6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5),
    (10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0),
)


def keyed_hash(numbers: pl.Series, secret: Secret) -> pl.Series:
    """Each number's first 64 bits of keyed BLAKE2s, as Int64; null stays null."""
    given = numbers.fill_null(0).to_numpy().view(np.uint32).reshape(-1, 2)
    hashed = np.empty(len(given), np.int64)
    keyed = _keyed(secret.key)

    def part(first: int) -> None:
        # Two of the sixteen words of a message block are the number, the others 0 and left out of the sums.
        words = np.ascontiguousarray(given[first : first + _TOGETHER].T)
        state = _compressed(keyed, words, _KEY_BLOCK + _MESSAGE, is_last=True)
        hashed[first : first + _TOGETHER] = np.ascontiguousarray(state[:2].T).view(np.int64)[:, 0]

    with ThreadPoolExecutor(os.cpu_count()) as threads:
        for _ in threads.map(part, range(0, len(given), _TOGETHER)):
            pass
    return pl.Series(numbers.name, hashed).set(numbers.is_null(), None)


def _keyed(key: bytes) -> _Words:
    """The state after the block that holds the key."""
    state = _START.copy()
    state[0] ^= np.uint32(0x01010000 | len(key) << 8 | _DIGEST)
    block = np.frombuffer(key.ljust(_KEY_BLOCK, b"\0"), "<u4").reshape(16, 1)
    return _compressed(state, block, _KEY_BLOCK, is_last=False)[:, 0]


def _compressed(state: _Words, words: _Words, length: int, *, is_last: bool) -> _Words:
    """Eight words of state for each column of `words` (words of the block by messages); `length` in bytes so far."""
    together = words.shape[1]
    a, b, c, d, spare = (np.empty((4, together), np.uint32) for _ in range(5))
    a[:], b[:], c[:] = state[:4, None], state[4:, None], _START[:4, None]
    d[:] = (_START[4:] ^ np.array([length, 0, 0xFFFFFFFF if is_last else 0, 0], np.uint32))[:, None]

    def turned(of: _Words, right: int) -> None:
        np.left_shift(of, np.uint32(32 - right), out=spare)
        np.right_shift(of, np.uint32(right), out=of)
        np.bitwise_or(of, spare, out=of)

    def half(order: tuple[int, ...], first: int, second: int) -> None:
        np.add(a, b, out=a)
        for row, word in enumerate(order):
            if word < len(words):
                np.add(a[row], words[word], out=a[row])
        np.bitwise_xor(d, a, out=d)
        turned(d, first)
        np.add(c, d, out=c)
        np.bitwise_xor(b, c, out=b)
        turned(b, second)

    for order in _ORDERS:
        half(order[0:8:2], 16, 12)
        half(order[1:8:2], 8, 7)
        b, c, d = b[[1, 2, 3, 0]], c[[2, 3, 0, 1]], d[[3, 0, 1, 2]]
        half(order[8::2], 16, 12)
        half(order[9::2], 8, 7)
        b, c, d = b[[3, 0, 1, 2]], c[[2, 3, 0, 1]], d[[1, 2, 3, 0]]
    return np.concatenate([state[:4, None] ^ a ^ c, state[4:, None] ^ b ^ d])
