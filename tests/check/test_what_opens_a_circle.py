"""A circle's repair takes a declared prerequisite out of the file; 容缺 opens none, and that is proved here."""

from __future__ import annotations

from itertools import combinations, permutations, product

import pytest

from check.finding import HEAD, TWO, codes, mended, only
from compiling import compile_text
from onething.model.outcome import Edge, Outcome
from onething.semantics import outcome, waves

BOTH_WAYS = {
    "alone in its entry": ("    前置：刻章备案\n", "    前置：设立登记\n"),
    "with a reason": ("    前置：刻章备案（因 “要盖章）”）\n", "    前置：设立登记\n"),
    "on a line of its own": ("    前置：\n        刻章备案\n", "    前置：\n        设立登记\n    备注：照旧\n"),
    "under a condition": ("    前置：刻章备案 当 店面 为 自有\n", "    前置：设立登记 当 店面 为 自有\n"),
}


@pytest.mark.parametrize("case", BOTH_WAYS)
def test_the_repair_removes_a_declared_prerequisite_and_what_it_leaves_empty(case):
    found = only(HEAD + "\n情形 店面 “店面是谁的？”：自有、租用\n\n" + TWO.format(*BOTH_WAYS[case]), "OT2103")
    after = mended(found)
    assert not {c for c in codes(after) if c.startswith(("OT0", "OT1", "OT210")) and c != "OT2108"}
    assert after.count("前置") == 1


def test_of_two_prerequisites_the_one_without_a_reason_goes():
    text = HEAD + TWO.format("    前置：刻章备案\n", "    前置：设立登记（因 “先有主体”）\n")
    assert "    前置：刻章备案\n" not in mended(only(text, "OT2103"))


@pytest.mark.parametrize(("entry", "left"), [
    ("核名、刻章备案（因 “盖章”）", "前置：核名\n"), ("刻章备案（因 “盖章”）、核名", "前置：核名\n"), ("刻章备案，核名", "前置：核名\n"),
])  # fmt: skip
def test_its_neighbours_in_the_line_stay(entry, left):
    text = HEAD + TWO.format(f"    前置：{entry}\n", "    前置：设立登记（因 “先有主体”）\n") + "\n事项 核名：\n    办理部门：公安部门\n"
    text = text.replace("（因 “盖章”）", "") if "盖章" in entry else text
    assert left in mended(only(text, "OT2103"))


def test_its_neighbours_in_lines_below_stay():
    lines = "    前置：\n        核名\n        刻章备案\n"
    text = HEAD + TWO.format(lines, "    前置：设立登记（因 “先有主体”）\n") + "\n事项 核名：\n    办理部门：公安部门\n"
    assert "    前置：\n        核名\n\n" in mended(only(text, "OT2103"))


YAML = """\
- 一件事: 开办餐饮店
  代码: open-restaurant
  地区: 示范省
  牵头部门: 市场监管部门
  配合部门: 公安部门
  依据: 未载明
- 事项: 设立登记
  办理部门: 市场监管部门
  前置: 刻章备案（因 “盖章”）
- 事项: 刻章备案
  办理部门: 公安部门
  前置:
    - 设立登记
"""


def test_the_repair_works_in_yaml():
    after = mended(only(YAML, "OT2103", "yaml"))
    assert after.count("前置") == 1 and not {c for c in codes(after, "yaml") if c < "OT2108"}


def test_a_circle_of_documents_has_no_edit():
    text = HEAD + TWO.format("    材料：公章\n    产出：营业执照\n", "    材料：营业执照\n    产出：公章\n")
    assert not only(text, "OT2103").fix.edits


def test_a_prerequisite_beside_a_document_is_not_offered():
    text = HEAD + TWO.format("    材料：公章\n    产出：营业执照\n    前置：刻章备案\n", "    材料：营业执照\n    产出：公章\n")
    fix = only(text, "OT2103").fix
    assert not fix.edits and fix.zh.startswith("核对是否真的先要")


def test_nor_one_that_is_declared_twice():
    text = HEAD + TWO.format("    前置：刻章备案（因 “盖章”）\n", "    前置：\n        设立登记\n        设立登记\n")
    assert not only(text, "OT2103").fix.edits


def test_a_circle_once_something_is_finished_names_no_more_than_that():
    text = HEAD + "\n情形 地点 “在哪里？”：本市、外市\n\n" + TWO.format(
        "    前置：\n        核名（因 “先核名”）\n        刻章备案（因 “盖章”） 当 地点 为 外市\n", "    适用：地点 为 外市\n    前置：设立登记\n"
    )
    text += "\n事项 核名：\n    办理部门：公安部门\n    不予受理 外市 当 地点 为 外市：“请先在当地核名。”\n\n事项 领卡：\n    办理部门：公安部门\n"
    found = only(text, "OT2105")
    assert dict(found.values)["finished"] == "核名" and "OT2105" not in codes(mended(found))


# --- 容缺 opens no circle ------------------------------------------------------------------------

MATTERS = "甲乙丙"
ARCS = list(permutations(MATTERS, 2))


def deadlock(edges: list[Edge]) -> bool:
    """Whether somebody waits for ever, counted in points: a matter is finished after it is accepted, and an edge leads
    from the end of one matter to the acceptance or the end of another."""
    waits = {(m, "办结"): {(m, "受理")} for m in MATTERS} | {(m, "受理"): set() for m in MATTERS}
    for e in edges:
        waits[e.after, e.holds].add((e.before, "办结"))
    done: set = set()
    while True:
        more = {p for p, before in waits.items() if p not in done and before <= done}
        if not more:
            return len(done) < len(waits)
        done |= more


def test_in_no_order_of_three_matters_does_it_help_that_a_document_may_be_handed_in_later():
    for kinds in product(("", "受理", "办结"), repeat=len(ARCS)):
        edges = [Edge(a, b, "证照", "", holds, "", ()) for (a, b), holds in zip(ARCS, kinds) if holds]
        strict = [e._replace(holds="受理") for e in edges]
        found = [bool(waves(Outcome({}, (), (), (), {}, tuple(MATTERS), {}, (), frozenset(), edges=tuple(x)))[1]) for x in (edges, strict)]
        assert found[0] == found[1] == deadlock(edges)


@pytest.mark.parametrize("later", [c for n in range(3) for c in combinations(("营业执照", "公章"), n)])
def test_nor_in_a_file(later):
    phrase = lambda name: f"    材料：{name}" + ("（容缺 5个工作日内补）\n" if name in later else "\n")  # noqa: E731
    catalogue = "部门 市场监管部门\n部门 公安部门\n证照 营业执照\n证照 公章\n地区 示范省：\n    代码：990000\n"
    made = compile_text(HEAD + TWO.format(phrase("公章") + "    产出：营业执照\n", phrase("营业执照") + "    产出：公章\n"), catalogue)
    assert outcome(made.bundle, made.catalogue, {}).circle
