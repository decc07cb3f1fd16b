"""Workbooks as offices keep them: tables of text, written and read without surprises. Knows nothing of bundles."""

from onething.workbook.sheet import Cell, Sheet
from onething.workbook.write import TooLong, workbook

__all__ = ["Cell", "Sheet", "TooLong", "workbook"]
