"""What files need is loaded beside the server's work; what cannot be loaded here stops neither the rest nor it."""

from __future__ import annotations

import asyncio
import threading

import pytest

from pages.serving import warming


def test_each_room_is_loaded_beside_the_loop_and_one_that_is_missing_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loaded: list[tuple[str, bool]] = []

    def load(room: str) -> None:
        loaded.append((room, threading.current_thread() is threading.main_thread()))
        if room == "exports.pptx":
            raise ImportError(room)

    monkeypatch.setattr(warming, "import_module", load)
    asyncio.run(warming.load(0))
    assert loaded == [(room, False) for room in warming.ROOMS]


@pytest.mark.parametrize("room", warming.ROOMS)
def test_the_rooms_are_there(room: str) -> None:
    assert warming.import_module(room).__doc__
