"""A file that could not be read is repaired although more is seen in it then."""

from __future__ import annotations

from pathlib import Path

import pytest

from onething.cli.app import run

WIDE = "－　一件事：甲\n　　代码：x\n　　牵头部门：没有的部门\n"
UNSEEN = "一件事 甲\u200b：\n    代码：x\n    牵头部门：没有的\u200b部门\n"


@pytest.mark.parametrize(("name", "content", "left"), [("甲.yaml", WIDE, "-   一件事: 甲\n    代码: x\n    牵头部门: 没有的部门\n"), ("甲.onething", UNSEEN, UNSEEN.replace("\u200b", ""))])
def test_what_is_seen_only_then_is_no_reason_to_leave_it(name, content, left, tmp_path: Path):
    (tmp_path / "onething.toml").write_text("")
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert run(["check", "--fix", str(tmp_path)]) == 1
    assert (tmp_path / name).read_text(encoding="utf-8") == left
