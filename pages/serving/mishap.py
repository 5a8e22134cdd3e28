"""What a visitor sees when something breaks: a calm page and a code. The trace goes to the log under that code."""

from __future__ import annotations

import logging
import secrets

import streamlit as st

from i18n import IkrarError, text
from pages import link, ui

_log = logging.getLogger("ikrar")


def on_script_error(error: Exception) -> bool:
    """Show the mishap in the reader's language; True = Streamlit need not show its own."""
    t = text(link.language(st.query_params))
    if isinstance(error, IkrarError):
        _log.warning("%s", error)
        ui.show(ui.empty(error.render(t)))
        return True
    code = secrets.token_hex(3).upper()
    _log.error("mishap %s", code, exc_info=error)
    ui.show(
        ui.empty(
            t("This page could not be shown."),
            t(
                "The fault is ours and has been logged. If it stays, tell the administrator this code: {code}.",
                code=code,
            ),
        )
    )
    return True
