"""What is said of a workbook from which nothing can be taken: what it lacks, and how to mend it. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from etl.recognise.found import Settled, Table
from etl.recognise.measures import is_turned
from etl.sources.tabular import Workbook
from i18n import N_, BadInput


def nothing_found(workbook: Workbook, tables: Sequence[Table]) -> BadInput:
    """No table at all, or (`tables`) only headers without rows."""
    if tables:
        return BadInput(
            N_("The header in row {row} has no rows below it (sheet: {sheet})."),
            where=workbook.name,
            next_step=N_("Fill in the rows and send the file again."),
            row=tables[0].place,
            sheet=tables[0].grid.sheet.name or "–",
        )
    return BadInput(
        N_("No table of employees, signatures or ceremonies is found (sheets: {sheets})."),
        where=workbook.name,
        next_step=N_("Send a table with a header row, a column of OPD or regions, and columns of numbers of people."),
        sheets=", ".join(sheet.name for sheet in workbook.sheets if sheet.name) or "–",
    )


def nobody_counted(name: str, settled: Settled) -> BadInput:
    """The file `name` has a table with rows, but turned, or of percentages only."""
    if is_turned(settled.drafts):
        what = N_("The OPD stand across as columns and not below each other (sheet: {sheet}).")
        next_step = N_("Turn the table so that each OPD is a row (copy, Paste Special, Transpose), and send it again.")
    else:
        what = N_("The table gives percentages but no numbers of people (sheet: {sheet}).")
        next_step = N_(
            "Add columns with the number of employees and of those who pledged or signed, and send it again."
        )
    return BadInput(what, where=name, next_step=next_step, sheet=settled.table.grid.sheet.name or "–")
