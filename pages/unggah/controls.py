"""What more than one step has: a bar that tells the truth, and a place to choose a file, whose bytes then go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from etl.ingest.values import Progress
from i18n import IkrarError, Text
from pages import ui

_TIMES, _FAULT = "unggah-times", "unggah-fault"
"""Keys of the session: how many files were taken, and what was wrong with the last one."""


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


def uploader(label: str, name: str, t: Text) -> UploadedFile | None:
    """A place to choose a file, empty again once one was taken. The style sheet puts its words into the language."""
    times = st.session_state.get(_TIMES, 0)
    with st.container(key=f"uploader-{t.language}"):
        found: UploadedFile | None = st.file_uploader(label, key=f"{name}-{times}")
    return found


def taken(file: UploadedFile) -> bytes:
    """The bytes of a chosen file, which Streamlit then keeps no longer: else they stay as long as the page is open."""
    data, context = file.getvalue(), get_script_run_ctx()
    if context is not None and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        context.uploaded_file_mgr.remove_file(context.session_id, file.file_id)
    st.session_state[_TIMES] = st.session_state.get(_TIMES, 0) + 1
    return data


def complain(fault: IkrarError, t: Text) -> None:
    """Draw the page anew, with what is wrong: the place to choose a file is then empty."""
    st.session_state[_FAULT] = fault.render(t)
    st.rerun()


def complaint() -> None:
    """What was wrong with the file that was just taken, said once."""
    if fault := st.session_state.pop(_FAULT, None):
        ui.show(ui.notice(fault, "warn"))
