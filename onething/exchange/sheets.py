"""A given list as sheets: the rows, and what a list cannot say."""

from __future__ import annotations

from onething.exchange.give import Given
from onething.exchange.unsaid import Unsaid
from onething.workbook import Sheet

LIST, UNSAID, RESULT = "实施清单", "未能导出", "导入结果"


def sheets(given: Given) -> tuple[Sheet, ...]:
    """The sheet of the list; a second one if there is anything that it cannot say."""
    rows = tuple(tuple(row.get(name, "") for name in given.header) for row in given.rows)
    listed = Sheet(LIST, tuple(given.header), rows)
    return (listed, Sheet(UNSAID, ("事项", "写的是什么", "内容", "文件", "行"), tuple(map(_row, given.unsaid)))) if given.unsaid else (listed,)


def _row(each: Unsaid) -> tuple[str | int, ...]:
    return each.matter, each.what, each.text, each.span.source.path, each.span.position[0]
