"""Only bundles that name something that changed are compared; none that differs is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from diff.states import states
from diff.test_breaking import CATALOGUE, PLACES, STANDARD
from onething.workspace import open_workspace
from onething.workspace import changes as module
from onething.workspace.changes import changes

ASKS = STANDARD.replace("    产出：营业执照\n", "    产出：营业执照\n    材料：租赁合同\n") + PLACES
SOURCE = "数据源 房屋库：\n    提供：公安部门\n"


def looked_at(folder: Path, old: str, new: str, monkeypatch, bundles: str = ASKS) -> tuple[set[str], set[str]]:
    """The bundles that are compared, and those that differ."""
    seen: set[str] = set()
    real = module._differing
    monkeypatch.setattr(module, "_differing", lambda a, b: (seen.add(PATHS[b.path]), real(a, b))[1])
    first, second = states(folder, f"# 原来\n{bundles}{old}# 现在\n{bundles}{new}")
    return seen, {c.new for c in changes(open_workspace(first), open_workspace(second))}


PATHS = {"省/开店.onething": "示范省/开店", "甲市/开店.onething": "甲市/开店", "乙市/开店.onething": "乙市/开店"}
ALL = {"示范省/开店", "甲市/开店", "乙市/开店"}
ELECTRONIC = CATALOGUE.replace("证照 租赁合同\n", "证照 租赁合同：\n    电子证照：{}\n")


def test_remarks_and_order_touch_nobody(tmp_path: Path, monkeypatch):
    head, *blocks = CATALOGUE.strip("\n").split("\n\n")
    new = "\n\n".join([head, "# 新的备注", *reversed(blocks)]) + "\n\n"
    assert looked_at(tmp_path, CATALOGUE, new, monkeypatch) == (set(), set())


def test_what_nobody_names_touches_nobody(tmp_path: Path, monkeypatch):
    assert looked_at(tmp_path, CATALOGUE, CATALOGUE + "证照 结婚证\n\n", monkeypatch) == (set(), set())


def test_a_document_touches_those_that_name_it(tmp_path: Path, monkeypatch):
    assert looked_at(tmp_path, CATALOGUE, ELECTRONIC.format("示范省"), monkeypatch) == (ALL, ALL)


def test_what_holds_at_a_place_makes_a_difference_there(tmp_path: Path, monkeypatch):
    assert looked_at(tmp_path, CATALOGUE, ELECTRONIC.format("甲市"), monkeypatch) == (ALL, {"甲市/开店"})


def test_a_source_touches_what_it_holds(tmp_path: Path, monkeypatch):
    holds = CATALOGUE.replace("证照 租赁合同\n", "证照 租赁合同：\n    数据源：房屋库\n")
    old, new = (holds + SOURCE + more + "\n" for more in ("    接通：示范省\n", "    接通：无\n"))
    assert looked_at(tmp_path, old, new, monkeypatch) == (ALL, ALL)


def test_a_place_touches_those_in_it(tmp_path: Path, monkeypatch):
    state = ELECTRONIC.format("示范省")
    moved = state.replace("    代码：990200\n    上级：示范省\n", "    代码：990200\n")
    seen, differs = looked_at(tmp_path, state, moved, monkeypatch)
    assert (seen, differs) == ({"乙市/开店"}, {"乙市/开店.onething"})  # it can adapt nothing now


@pytest.mark.parametrize("written", ["“A4合同”", "Ａ４合同", "「A4合同」", "合同.副本"])
def test_a_name_is_found_however_it_is_written(written: str, tmp_path: Path, monkeypatch):
    old = CATALOGUE + "证照 A4合同\n\n证照 合同的副本\n\n"
    new = CATALOGUE + "".join(f"证照 {n}：\n    电子证照：示范省\n\n" for n in ("A4合同", "合同的副本"))
    assert looked_at(tmp_path, old, new, monkeypatch, ASKS.replace("材料：租赁合同", f"材料：{written}")) == (ALL, ALL)


def test_an_alias_that_changes_touches_those_that_use_it(tmp_path: Path, monkeypatch):
    old = CATALOGUE.replace("证照 租赁合同\n", "证照 租赁合同：\n    别名：房租合同\n\n证照 房屋合同：\n    电子证照：示范省\n")
    new = old.replace("    别名：房租合同\n", "").replace("    电子证照：示范省\n", "    电子证照：示范省\n    别名：房租合同\n")
    new = new.replace("证照 租赁合同：\n\n", "证照 租赁合同\n\n")
    assert looked_at(tmp_path, old, new, monkeypatch, ASKS.replace("租赁合同", "房租合同")) == (ALL, ALL)
