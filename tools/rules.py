"""Writes docs/rules.md, the table of everything that is found, from codes, ladder and pages: ``python tools/rules.py``."""

from __future__ import annotations

from pathlib import Path

from onething.check.ladder import RUNGS, SETS
from onething.check.pages import page_of
from onething.diagnostics.codes import FAMILIES

REPOSITORY = Path(__file__).parents[1]
PAGE = REPOSITORY / "docs" / "rules.md"

OPENING = """\
# 问题一览

这一页由 `tools/rules.py` 生成，不要手改。编号点开就是说明：查什么、为什么、反例、正例、何时可以忽略；命令行里是 `onething explain 编号`。
“级别”指检查的哪一级起才查（见 [checking.md](checking.md)）；没有写级别的是读文件时发现的，任何级别都查。

This page is generated. Each code links to its page, which ends with a paragraph in English. 级别 is the rung of the ladder from which on a rule runs.
"""


def rules() -> str:
    """The whole page."""
    rung = {code: step for steps in SETS.values() for step in RUNGS for code in steps[step]}
    parts = [OPENING]
    for family, codes in FAMILIES.items():
        rows = ["| 编号 | 轻重 | 级别 | 说什么 |", "| --- | --- | --- | --- |"]
        for code in sorted(codes, key=lambda c: c.id):
            page = page_of(code.id)
            title = page.read_text(encoding="utf-8").split("\n", 1)[0].partition(f"{code.id} ")[2]
            rows.append(f"| [{code.id}](../{page.relative_to(REPOSITORY).as_posix()}) | {code.severity.zh} | {rung.get(code.id, '')} | {title} |")
        parts.append(f"## {family}\n\n" + "\n".join(rows) + "\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(rules(), encoding="utf-8")
