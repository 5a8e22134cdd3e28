"""A region's own file, as bytes, to cells of text with their places: XLSX, XLS, ODS and separated text.

By content and not by name, in a child process with limits. `Workbook` says what a cell's text and kind are.
"""

from etl.sources.tabular.limits import DEFAULT, Limits
from etl.sources.tabular.reader import read, read_path
from etl.sources.tabular.workbook import Kind, Merged, Question, Sheet, Workbook

__all__ = ["DEFAULT", "Kind", "Limits", "Merged", "Question", "Sheet", "Workbook", "read", "read_path"]
