"""What a finding of a local version proposes mends it, in the file where it stands."""

from __future__ import annotations

import pytest
from corpus.examine import CATALOGUE, examine
from pathlib import Path

from onething.diagnostics import Severity
from onething.workspace.mend import mend

BAD = Path(__file__).parents[1] / "corpus" / "bad" / "沿用"
MENDED = (
    "没有这个版本", "只写了地区", "改了没有的事项", "取消了没有的材料", "增加了已有的事项", "单值条目写了修改", "块写了改为",
    "新增的块里又写增加", "没写清是修改还是增加", "头里的列没写清", "改动的词写错了", "改动的词后面缺空格",
)  # fmt: skip


@pytest.mark.parametrize("name", MENDED)
def test_the_repair_mends_it(name: str, tmp_path: Path):
    path = BAD / f"{name}.onething"
    before = examine(tmp_path, path.name, path.read_bytes(), CATALOGUE.read_text(encoding="utf-8"))
    assert any(f.severity is Severity.ERROR for f in before)
    province = (tmp_path / "省.onething").read_bytes()
    after = mend(tmp_path, unsafe=True).after
    for file, text in after.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    from onething.workspace import open_workspace

    left = [f for e in open_workspace(tmp_path).examine() for f in e.findings]
    assert [f.message() for f in left if f.severity is Severity.ERROR] == []
    assert (tmp_path / "省.onething").read_bytes() == province
