"""What a new state breaks is found at its line, approved there with a day and a reason, and fails CI otherwise."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from corpus.examine import NEWEST
from diff.states import broken, states
from onething.cli.app import run
from onething.diagnostics.codes.change import APPROVABLE, CHANGE, OF_KIND
from onething.diff.effect import KINDS

CATALOGUE = """\
# 文件 目录.onething
地区 示范省：
    代码：990000

地区 甲市：
    代码：990100
    上级：示范省

地区 乙市：
    代码：990200
    上级：示范省

部门 市场监管部门

部门 公安部门

证照 租赁合同

证照 营业执照

"""
STANDARD = """\
# 文件 省/开店.onething
一件事 开店：
    代码：open-shop
    地区：示范省
    牵头部门：市场监管部门
    配合部门：公安部门
    依据：未载明
    渠道：网上大厅、综合窗口

事项 设立登记：
    办理部门：市场监管部门
    承诺时限：3个工作日
    产出：营业执照

事项 刻章备案：
    办理部门：公安部门
    参与：选办
    承诺时限：1个工作日
    收费：无

"""
LOCAL = """\
# 文件 {place}/开店.onething
一件事 开店：
    地区：{place}
    沿用：示范省/开店

"""
PLACES = LOCAL.format(place="甲市") + LOCAL.format(place="乙市")


def state_text(old: str = STANDARD + PLACES, new: str = STANDARD + PLACES) -> str:
    return CATALOGUE + "# 原来\n" + old + "# 现在\n" + new


def changed(*pairs: tuple[str, str], base: str = STANDARD + PLACES) -> str:
    text = base
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def codes(found) -> list[tuple[str, str]]:
    return [(f.code, f.span.source.path) for f, _ in found]


def test_every_kind_of_effect_for_the_worse_has_its_code():
    worse = {kind for kind, k in KINDS.items() if k.worse[0]} - {"一件事"}
    assert set(OF_KIND) == worse and len(set(OF_KIND.values())) == len(worse)
    assert APPROVABLE <= {c.id for c in CHANGE}


def test_what_changes_no_meaning_breaks_nothing(tmp_path: Path):
    new = STANDARD.replace("    承诺时限：3个工作日\n    产出：营业执照\n", "    # 由省里统一承诺\n    产出：营业执照\n    承诺时限：3个工作日\n")
    assert broken(tmp_path, state_text(new=new + PLACES)) == []


def test_what_changes_for_the_better_breaks_nothing(tmp_path: Path):
    assert broken(tmp_path, state_text(new=changed(("3个工作日", "2个工作日"))), ("办事人",)) == []


def test_local_versions_are_not_told_again_what_their_standard_changes(tmp_path: Path):
    ((one, _),) = broken(tmp_path, state_text(new=changed(("3个工作日", "5个工作日"))))
    assert (one.code, one.span.source.path) == ("OT3108", "省/开店.onething")
    assert "另有 2 个地方版本也一样" in one.message()


def test_two_cities_that_cancel_the_same_are_each_told(tmp_path: Path):
    cancelled = "\n取消 事项 刻章备案：“本市不办”\n"
    new = STANDARD + LOCAL.format(place="甲市") + cancelled + "\n" + LOCAL.format(place="乙市") + cancelled
    found = broken(tmp_path, state_text(new=new), ("办事人",))
    assert codes(found) == [("OT3103", "乙市/开店.onething"), ("OT3103", "甲市/开店.onething")]
    assert all(f.span.text.startswith("取消 事项 刻章备案") for f, _ in found)


def test_a_city_that_keeps_its_own_limit_is_not_touched(tmp_path: Path):
    own = PLACES + "\n修改 事项 设立登记：\n    承诺时限：2个工作日\n"
    ((one, _),) = broken(tmp_path, state_text(STANDARD + own, changed(("3个工作日", "5个工作日"), base=STANDARD) + own))
    assert "另有 1 个地方版本也一样" in one.message()


def test_where_the_standard_gets_stricter_a_city_may_become_looser(tmp_path: Path):
    """The city has not changed a line; against the new standard it is worse for applicants."""
    from corpus.examine import examine_for

    own = LOCAL.format(place="甲市") + "\n修改 事项 设立登记：\n    承诺时限：3个工作日\n"
    before = examine_for({"OT2622"}, _folder(tmp_path, "旧"), "x.onething", CATALOGUE + STANDARD + own)
    after = examine_for({"OT2622"}, _folder(tmp_path, "新"), "x.onething", CATALOGUE + changed(("3个工作日", "1个工作日"), base=STANDARD) + own)
    assert "OT2622" not in {f.code for f in before}
    (one,) = [f for f in after if f.code == "OT2622"]
    assert (one.span.source.path, one.span.text) == ("甲市/开店.onething", "3个工作日")
    assert (one.notes[0].span.source.path, one.notes[0].span.text) == ("省/开店.onething", "1个工作日")


def _folder(folder: Path, name: str) -> Path:
    (folder / name).mkdir()
    return folder / name


@pytest.mark.parametrize("sets, expected", [(("办事人",), {"OT3103"}), (("窗口",), set()), (("对接系统",), {"OT3126"}), (("统计口径",), set())])
def test_only_those_asked_for_are_looked_at(sets: tuple[str, ...], expected: set[str], tmp_path: Path):
    new = STANDARD[: STANDARD.index("事项 刻章备案")] + PLACES
    assert {c for c, _ in codes(broken(tmp_path, state_text(new=new.replace("    配合部门：公安部门\n", "")), sets))} == expected


APPROVED = [
    ("    承诺时限：5个工作日  # 同意 OT3108（2026-12-01）：增加公示\n", "增加公示"),
    ("    # 同意 OT3108（2026-12-01）：增加公示\n    承诺时限：5个工作日\n", "增加公示"),
    ("    # 同意 OT3105、OT3108 (2026-12-01)：一并定的\n    承诺时限：5个工作日\n    材料：租赁合同\n", ""),
    ("    承诺时限：5个工作日  # approve OT3108 (2026-12-01): agreed\n", "agreed"),
]


@pytest.mark.parametrize("lines, reason", APPROVED, ids=[a.strip().replace("\n", "") for a, _ in APPROVED])
def test_a_change_is_approved_beside_its_line(lines: str, reason: str, tmp_path: Path):
    found = broken(tmp_path, state_text(new=changed(("    承诺时限：3个工作日\n", lines))), ("办事人",))
    longer = next((f, r) for f, r in found if f.code == "OT3108")
    assert longer[1] and reason in longer[1] and "2026-12-01" in longer[1]


WRONG = [
    ("# 同意 OT3108：理由", "没有写日期"),
    ("# 同意 OT3108（去年）：理由", "日期“去年”不对"),
    ("# 同意 OT3108（2026-13-01）：理由", "日期“2026-13-01”不对"),
    ("# 同意 OT3108（2026-12-01）", "没有写理由"),
    ("# 同意 OT3139（2026-12-01）：理由", "它不是变化"),
    ("# 同意 OT9999（2026-12-01）：理由", "没有这个编号"),
]


@pytest.mark.parametrize("remark, said", WRONG)
def test_an_approval_that_is_written_wrongly_approves_nothing(remark: str, said: str, tmp_path: Path):
    found = broken(tmp_path, state_text(new=changed(("3个工作日", f"5个工作日  {remark}"))), ("办事人",))
    assert {f.code for f, reason in found if not reason} == {"OT3108", "OT3138"}
    assert said in next(f for f, _ in found if f.code == "OT3138").message()


def test_an_approval_of_a_change_that_the_base_has_taken_over_is_a_hint(tmp_path: Path):
    new = changed(("3个工作日", "5个工作日  # 同意 OT3108（2026-12-01）：增加公示"))
    ((one, _),) = broken(tmp_path, state_text(new, new))
    assert one.code == "OT3139" and one.severity.value == "hint"


def test_an_approval_for_others_than_those_looked_at_is_left_alone(tmp_path: Path):
    new = changed(("3个工作日", "3个工作日  # 同意 OT3108（2026-12-01）：增加公示"))
    assert broken(tmp_path, state_text(new=new), ("窗口",)) == []


def test_what_is_gone_is_approved_at_the_head(tmp_path: Path):
    new = changed(("综合窗口", "移动端"), ("一件事 开店：", "一件事 开店：  # 同意 OT3112（2026-12-01）：窗口撤并"))
    assert [(f.code, bool(reason)) for f, reason in broken(tmp_path, state_text(new=new), ("办事人",))] == [("OT3112", True)]


def test_a_bundle_that_is_gone_is_approved_by_name_in_the_configuration(tmp_path: Path):
    from onething.workspace import open_workspace
    from onething.workspace.breaking import breaking

    old, new = states(tmp_path, state_text(new=STANDARD + LOCAL.format(place="甲市")))
    ((one, reason),) = breaking(open_workspace(old), open_workspace(new), ("办事人",))
    assert (one.code, dict(one.values)["bundle"], reason) == ("OT3114", "乙市/开店", "")
    for remark, approved in (("丙市/开店 撤", False), ("乙市/开店 并入甲市", True)):
        (new / "onething.toml").write_text(f"{NEWEST}# 同意 OT3114（2026-12-01）：{remark}\n", encoding="utf-8")
        found = breaking(open_workspace(old), open_workspace(new), ("办事人",))
        assert [(f.code, bool(r)) for f, r in found if f.code == "OT3114"] == [("OT3114", approved)]


def test_a_bundle_that_only_moved_to_another_file_is_the_same(tmp_path: Path):
    assert broken(tmp_path, state_text(new=changed(("省/开店.onething", "全省/开店.onething")))) == []


def test_what_depends_on_the_catalogue_changes_with_it(tmp_path: Path):
    asks = changed(("    产出：营业执照\n", "    产出：营业执照\n    材料：租赁合同\n"))
    without = CATALOGUE.replace("证照 租赁合同\n", "证照 租赁合同：\n    电子证照：示范省\n")
    text = "# 原来\n" + without + asks + "# 现在\n" + CATALOGUE + asks
    ((one, _),) = broken(tmp_path, text)
    assert (one.code, dict(one.values)["thing"]) == ("OT3105", "租赁合同")


def test_what_could_not_be_compared_is_said_and_no_approval_is_called_idle(tmp_path: Path, monkeypatch):
    from onething.diff import joint

    monkeypatch.setattr(joint, "COMPARED", 0)
    new = changed(("3个工作日", "5个工作日  # 同意 OT3108（2026-12-01）：定了"))
    found = broken(tmp_path, state_text(new=new), ("办事人",))
    assert {f.code for f, _ in found} == {"OT3136"} and "情形太多" in found[0][0].message()


# the command


def compare(tmp_path: Path, text: str, *options: str, capsys) -> tuple[int, str]:
    old, new = states(tmp_path, text)
    status = run(["breaking", str(new), "--against", str(old), *options])
    printed = capsys.readouterr()
    return status, printed.out + printed.err


def test_what_is_not_approved_fails(tmp_path: Path, capsys):
    status, said = compare(tmp_path, state_text(new=changed(("3个工作日", "5个工作日"))), capsys=capsys)
    assert status == 1 and "OT3108" in said and "同意 OT3108" in said


def test_what_is_approved_passes(tmp_path: Path, capsys):
    status, said = compare(tmp_path, state_text(new=changed(("3个工作日", "5个工作日  # 同意 OT3108（2026-12-01）：定了"))), capsys=capsys)
    assert status == 0 and "OT3108" not in said


def test_the_sets_may_stand_in_the_configuration(tmp_path: Path, capsys):
    old, new = states(tmp_path, state_text(new=changed(("3个工作日", "5个工作日"))))
    (new / "onething.toml").write_text(f'{NEWEST}breaking = ["窗口"]\n', encoding="utf-8")
    assert run(["breaking", str(new), "--against", str(old)]) == 0
    assert run(["breaking", str(new), "--against", str(old), "--sets", "窗口，办事人"]) == 1
    (new / "onething.toml").write_text(f'{NEWEST}breaking = ["路人"]\n', encoding="utf-8")
    assert run(["breaking", str(new), "--against", str(old)]) == 1 and "OT0108" in capsys.readouterr().out


@pytest.mark.parametrize("options", [["--sets", "路人"], ["--format", "xml"], ["--against", "没有这个版本"], ["--against", ""]])
def test_wrong_usage_is_one_line(options: list[str], tmp_path: Path, capsys, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    status, said = compare(tmp_path, state_text(), *options, capsys=capsys)
    assert status == 2 and len(said.strip().splitlines()) == 1


def test_a_part_of_the_workspace_can_be_asked_about(tmp_path: Path, capsys):
    own = STANDARD + LOCAL.format(place="甲市") + "修改 事项 设立登记：\n    承诺时限：{}个工作日\n\n" + LOCAL.format(place="乙市")
    old, new = states(tmp_path, state_text(own.format(2), own.format(4)))
    assert run(["breaking", str(new / "甲市"), "--against", str(old)]) == 1
    assert run(["breaking", str(new / "乙市"), "--against", str(old)]) == 0


@pytest.mark.parametrize("style", ["json", "sarif", "junit", "github", "gitlab"])
def test_machines_read_it_as_they_read_check(style: str, tmp_path: Path, capfdbinary):
    old, new = states(tmp_path, state_text(new=changed(("3个工作日", "5个工作日"))))
    assert run(["breaking", str(new), "--against", str(old), "--format", style]) == 1
    said = capfdbinary.readouterr().out.decode()
    assert "OT3108" in said
    if style in ("json", "sarif", "gitlab"):
        json.loads(said)


def test_english_quotes_what_is_chinese(tmp_path: Path):
    new = changed(("3个工作日", "5个工作日"), ("综合窗口", "移动端"))
    found = broken(tmp_path, state_text(new=new))
    assert found
    for f, _ in found:
        assert not re.search(r"[\u4e00-\u9fff]", re.sub(r"“[^”]*”", "", f.message("en"))), f.message("en")
