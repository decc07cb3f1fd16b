"""What is alike by what it does, whatever it is called: said as 可能, with the reason, never as 同一."""

from __future__ import annotations

from pathlib import Path

from onething.naming.likeness import Contents, jaccard, like_bundle, like_matter
from onething.workspace import open_workspace


def contents(issued: str = "", asked: str = "", departments: str = "甲部门") -> Contents:
    return Contents(*(frozenset(text.split()) for text in (issued, asked, departments)))


def test_matters_that_issue_the_same_may_be_one():
    verdict = like_matter(contents("死亡证明"), contents("死亡证明", "病历"))
    assert (verdict.verdict, verdict.zh) == ("可能", "都出具死亡证明")
    assert like_matter(contents("死亡证明"), contents("死亡证明 火化证明")) is None


def test_matters_of_one_department_that_ask_for_mostly_the_same_may_be_one():
    verdict = like_matter(contents(asked="甲 乙 丙"), contents(asked="甲 乙 丙 丁"))
    assert verdict.verdict == "可能" and "甲部门" in verdict.zh
    assert like_matter(contents(asked="甲 乙 丙"), contents(asked="甲 乙 丙", departments="乙部门")) is None
    assert like_matter(contents(asked="甲"), contents(asked="甲")) is None  # one document says nothing
    assert like_matter(contents(asked="甲 乙 丙"), contents(asked="甲 乙 丁 戊")) is None
    assert like_matter(contents(), contents()) is None


def test_a_bundle_with_most_matters_of_a_standard_may_be_it():
    required = ["户口注销", "社会保障卡注销", "出具火化证明"]
    assert like_bundle(["注销户口", "社保卡注销"], required).zh == "应含的3个事项里有2个"
    assert like_bundle(["注销户口"], required) is None
    assert like_bundle(["户口注销", "注销户口"], required) is None  # one matter is not counted twice
    assert like_bundle(["户口注销", "社会保障卡注销"], [*required, "遗属待遇申领"]) is None  # half is not most


def test_shares_are_between_nothing_and_all():
    assert (jaccard("", ""), jaccard("ab", "ab"), jaccard("ab", "bc")) == (0.0, 1.0, 1 / 3)


BUNDLE = """
一件事 {name}：
    代码：{code}
    地区：{place}
{head}    牵头部门：甲部门
    配合部门：乙部门
    依据：未载明

事项 户口注销：
    办理部门：甲部门

事项 {matter}：
    办理部门：乙部门
    产出：火化证明
"""
CATALOGUE = """
地区 示范省：
    代码：990000

部门 甲部门

部门 乙部门

证照 火化证明

标准 清单/个人身后：
    应含事项：户口注销、出具火化证明
"""


def found(folder: Path, code: str, *bundles: str):
    (folder / "onething.toml").write_text('language = "2"\nrules = "严格"\n', encoding="utf-8")
    (folder / "目录.onething").write_text(CATALOGUE, encoding="utf-8")
    for number, text in enumerate(bundles):
        (folder / f"{number}.onething").write_text(text, encoding="utf-8")
    return [f for e in open_workspace(folder).examine() for f in e.findings if f.code == code]


def test_a_bundle_of_any_name_is_told_which_standard_its_matters_are(tmp_path: Path):
    text = BUNDLE.format(name="人生终点", code="end", place="示范省", head="", matter="火化证明出具")
    (one,) = found(tmp_path, "OT2605", text)
    assert one.message() == "“人生终点”可能就是标准“个人身后”：应含的2个事项里有2个；没有写“标准：”"


def test_a_local_matter_that_issues_what_the_missing_one_does_is_pointed_at(tmp_path: Path):
    above = BUNDLE.format(name="个人身后", code="end", place="国家", head="    标准：清单/个人身后\n", matter="出具火化证明")
    local = """
一件事 个人身后：
    地区：示范省
    沿用：国家/个人身后

取消 事项 出具火化证明：“本省并入殡仪服务”

增加 事项 殡仪馆开单：
    办理部门：乙部门
    产出：火化证明
"""
    (one,) = found(tmp_path, "OT2602", above, local)
    assert one.fix.zh.startswith("“殡仪馆开单”可能就是它（都出具火化证明）")
