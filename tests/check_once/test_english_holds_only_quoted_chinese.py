"""In English, only what is quoted – a name, a value, a word of the language – is Chinese: what these rules say."""

from __future__ import annotations

from pathlib import Path

import pytest
from check.finding import findings
from errors.test_english_holds_only_quoted_chinese import CHINESE, QUOTED, said

BAD = Path(__file__).parents[1] / "corpus" / "bad"
FILES = [p for folder in ("字段", "材料", "部门", "标准", "成效", "依据", "名称", "状态") for p in sorted((BAD / folder).iterdir()) if p.suffix != ".expected"]
OURS = ("OT23", "OT25", "OT26", "OT27")


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_chinese_stands_in_quotes(path: Path):
    for each in findings(path.read_text(encoding="utf-8"), path.suffix[1:]):
        for words in said(each) if each.code.startswith(OURS) else ():
            assert not CHINESE.search(QUOTED.sub("", words)), (each.code, words)
