"""The words for faults and questions of reading: what is wrong with the file, and what to do with it."""

from __future__ import annotations

from collections.abc import Mapping

from etl.sources.tabular.encoding import QUESTION
from etl.sources.tabular.fault import Fault
from etl.sources.tabular.workbook import Question, Reading
from i18n import N_, BadInput, IkrarError

_SAVE_AS_XLSX = N_("Open it in Excel, choose Save As, type XLSX, and send that file.")
_SEND_A_TABLE = N_("Send the table itself as XLSX, XLS, ODS or CSV, one file at a time.")
_SEND_AGAIN = N_(
    "Open it in Excel and save it as XLSX again; if Excel cannot open it, ask the sender for the file anew."
)
_SPLIT = N_("Keep only the sheets and columns of the table, or split the file, and send it again.")
_NEW_WORKBOOK = N_("Copy the table alone into a new workbook, save it as XLSX, and send that file.")

MESSAGES: Mapping[str, tuple[str, str]] = {
    "empty": (N_("The file is empty."), N_("Check whether it is the right file, and send it again.")),
    "blank_sheets": (
        N_("No sheet holds anything ({sheets})."),
        N_("Check whether it is the right file, and send it again."),
    ),
    "too_large": (N_("The file has {size} MB; at most {limit} MB are read."), _SPLIT),
    "too_expanded": (N_("Unpacked, the file has {size} MB; at most {limit} MB are read."), _SPLIT),
    "too_many_sheets": (N_("The file has {count} sheets; at most {limit} are read."), _SPLIT),
    "too_many_columns": (
        N_("The sheet “{sheet}” reaches to cell {cell}; at most {limit} columns are read."),
        N_("Delete what stands outside the table, often a single forgotten cell, and send the file again."),
    ),
    "too_many_cells": (
        N_(
            "The sheet “{sheet}” reaches to cell {cell}; at most {limit} cells of a file are read, blank ones included."
        ),
        N_("Delete what stands outside the table, often a single forgotten cell, and send the file again."),
    ),
    "too_slow": (N_("Reading the file was stopped after {limit} seconds."), _NEW_WORKBOOK),
    "too_much_memory": (N_("Reading the file was stopped: it takes more than {limit} MB of memory."), _NEW_WORKBOOK),
    "crashed": (
        N_("The file made the reader stop; it is damaged, or a cell stands very far outside the table."),
        _NEW_WORKBOOK,
    ),
    "no_reader": (
        N_("The program that reads files does not start on this computer."),
        N_("Install Ikrar anew, or tell whoever looks after it; the file is not the cause."),
    ),
    "broken": (N_("The file is damaged or incomplete."), _SEND_AGAIN),
    "unexpected": (N_("The file has a form that cannot be read ({fault})."), _SEND_AGAIN),
    "declares_entities": (
        N_("The file defines XML entities, which no spreadsheet program does; it is not opened."),
        _SEND_AGAIN,
    ),
    "password": (
        N_("The file is locked with a password."),
        N_("Open it in Excel, remove the password under File, Info, Protect Workbook, save it, and send it again."),
    ),
    "save_as": (
        N_("The content of this file is {format}, whatever its name says, and {format} is not read."),
        _SAVE_AS_XLSX,
    ),
    "not_a_table": (N_("The content of this file is {format}, not a table."), _SEND_A_TABLE),
    "unknown_kind": (N_("The content of this file is neither a workbook nor text."), _SEND_A_TABLE),
    "wrong_encoding": (
        N_("The file says that its text is {encoding}, but it is not, or not throughout."),
        _SAVE_AS_XLSX,
    ),
    "unclosed_quote": (
        N_("A quotation mark that begins on line {line} is not closed."),
        N_("Close or delete it in a text editor, or save the table as XLSX, and send the file again."),
    ),
    "wrong_answer": (
        N_("“{answer}” is no answer to the question “{question}”."),
        N_("Choose one of: {choices}."),
    ),
}

_ENCODING = N_("The file does not say in which encoding it was written. Which of these readings is right? {readings}")


def error(fault: Fault, name: str) -> IkrarError:
    """A fault in words, with the name of the file: BadInput unless the fault is ours."""
    what, next_step = MESSAGES[fault.code]
    kind = IkrarError if fault.code == "no_reader" else BadInput
    return kind(what, where=name, next_step=next_step, **fault.values)


def questions(readings: tuple[Reading, ...]) -> tuple[Question, ...]:
    """The question which encoding a text file is in; none where that is certain."""
    if not readings:
        return ()
    shown = "; ".join(f"{reading.encoding}: {reading.sample}" for reading in readings)
    choices = tuple(reading.encoding for reading in readings)
    return (Question(QUESTION, QUESTION, None, None, None, _ENCODING, choices, {"readings": shown}),)
