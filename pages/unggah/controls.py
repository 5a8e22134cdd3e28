"""The two controls that more than one step has: a bar that tells the truth, and a place to choose a file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from etl.ingest.values import Progress
from i18n import Text


@contextmanager
def bar(t: Text) -> Iterator[Progress]:
    """What a long work reports to: the bar moves when a step says so. It goes when the work ends, however it ends."""
    room = st.empty()

    def tell(step: str, share: float) -> None:
        room.progress(min(max(share, 0.0), 1.0), text=f"{t(step)} … {t.percent(share, 0)}")

    try:
        yield tell
    finally:
        room.empty()


def uploader(label: str, key: str, t: Text) -> UploadedFile | None:
    """A place to choose a file; another key lets the bytes go. The style sheet puts its words into the language."""
    with st.container(key=f"uploader-{t.language}"):
        found: UploadedFile | None = st.file_uploader(label, key=key)
    return found
