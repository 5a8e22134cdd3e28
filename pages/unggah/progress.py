"""A bar that tells the truth: it moves when a step says that it is done, and by as much as the step says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from etl.ingest.values import Progress
from i18n import Text


@contextmanager
def bar(t: Text) -> Iterator[Progress]:
    """What a long work is told to report to. The bar goes when the work ends, however it ends."""
    room = st.empty()

    def tell(step: str, share: float) -> None:
        room.progress(min(max(share, 0.0), 1.0), text=f"{t(step)} … {t.percent(share, 0)}")

    try:
        yield tell
    finally:
        room.empty()
