"""The findings of one small file, looked at in ways that the corpus cannot say: words beside the caret, repairs applied."""

from __future__ import annotations

import tempfile
from pathlib import Path

from corpus.examine import CATALOGUE, examine
from onething.diagnostics import Finding

HEAD = """\
一件事 开办餐饮店：
    代码：open-restaurant
    地区：示范省
    牵头部门：市场监管部门
    配合部门：公安部门
    依据：未载明
"""
TWO = "事项 设立登记：\n    办理部门：市场监管部门\n{}\n事项 刻章备案：\n    办理部门：公安部门\n{}"


def findings(text: str, notation: str = "onething") -> list[Finding]:
    """Everything that is found on the uppermost rung."""
    with tempfile.TemporaryDirectory() as folder:
        catalogue = CATALOGUE.read_text(encoding="utf-8")
        return examine(Path(folder), f"一件事.{notation}", text, catalogue, config='rules = "严格"')


def only(text: str, code: str, notation: str = "onething") -> Finding:
    """The one finding of this code."""
    (found,) = [f for f in findings(text, notation) if f.code == code]
    return found


def codes(text: str, notation: str = "onething") -> set[str]:
    return {f.code for f in findings(text, notation)}


def mended(finding: Finding) -> str:
    """The text after the finding's repair."""
    assert finding.fix and finding.fix.edits and not finding.fix.safe
    text = finding.fix.edits[0][0].source.text
    for span, new in sorted(finding.fix.edits, key=lambda e: e[0].start, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    return text
