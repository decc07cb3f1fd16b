"""``onething diff`` says what changed in meaning, for whom, better or worse; two bundles or two workspaces."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from compiling import REPOSITORY
from diff.states import states
from diff.test_breaking import LOCAL, PLACES, STANDARD, changed, state_text
from onething.cli.app import run


def said(capsys, *arguments: object) -> tuple[int, str]:
    status = run([str(a) for a in arguments])
    printed = capsys.readouterr()
    return status, printed.out + printed.err


def test_text_is_grouped_by_bundle_and_by_whom_it_touches(tmp_path: Path, capsys):
    new = changed(("承诺时限：3个工作日", "承诺时限：5个工作日"), ("收费：无", "收费：无\n    材料：租赁合同"), ("综合窗口", "移动端"), ("办理部门：公安部门", "办理部门：市场监管部门"))
    status, text = said(capsys, "diff", *states(tmp_path, state_text(new=new)))
    lines = text.splitlines()
    assert (status, lines[0]) == (0, "示范省/开店")
    applicants, window = lines.index("  办事人"), lines.index("  窗口")
    assert any("变差  新增材料“租赁合同”：不用交 → 要交（选办 刻章备案；省/开店.onething" in x for x in lines[applicants:window])
    assert any("变差  时限变长“设立登记”：3个工作日 → 5个工作日" in x and "另有 2 个地方版本也一样" in x for x in lines[applicants:window])
    assert any("变差  少了渠道“综合窗口”：有 → 没有" in x for x in lines[applicants:window])
    assert any("变好  多了渠道“移动端”：没有 → 有" in x for x in lines[applicants:window])
    assert any("要跟着改  承办部门变了“刻章备案”" in x for x in lines[window:])


def test_added_and_removed_bundles_are_named(tmp_path: Path, capsys):
    old, new = STANDARD + LOCAL.format(place="甲市"), STANDARD + LOCAL.format(place="乙市")
    _, text = said(capsys, "diff", *states(tmp_path, state_text(old, new)))
    assert text.splitlines() == ["多了：乙市/开店", "少了：甲市/开店"]


def test_what_changes_no_meaning_is_no_difference(tmp_path: Path, capsys):
    """Other files, another order, remarks, quotes, aliases of words: nothing."""
    matters = STANDARD.split("事项 ")
    turned = "事项 ".join([matters[0], matters[2], matters[1]]).replace("办理部门", "办理单位").replace("# 文件 省/", "# 文件 全省/")
    new = turned.replace("    渠道：网上大厅、综合窗口\n", "    # 两个渠道\n    渠道：\n        网上大厅\n        综合窗口\n")
    assert said(capsys, "diff", *states(tmp_path, state_text(new=new + PLACES))) == (0, "意思没有变\n")


def test_a_renamed_bundle_is_the_same_bundle(tmp_path: Path, capsys):
    _, text = said(capsys, "diff", *states(tmp_path, state_text(STANDARD, STANDARD.replace("一件事 开店", "一件事 开办小店"))))
    assert text.splitlines() == ["示范省/开店 → 示范省/开办小店", "  统计口径", "    要跟着改  名称变了“开店”：开店 → 开办小店（省/开店.onething:2）"]


def test_json_holds_the_same(tmp_path: Path, capsys):
    _, text = said(capsys, "diff", *states(tmp_path, state_text(new=changed(("3个工作日", "5个工作日")))), "--format", "json")
    (bundle,) = json.loads(text)["bundles"]
    effect = bundle["effects"][0]
    assert (bundle["new"], effect["kind"], effect["worse"], effect["old"], effect["new"]) == ("示范省/开店", "时限", True, "3个工作日", "5个工作日")
    assert effect["local_versions"] == 2 and effect["new_place"].startswith("省/开店.onething:")


def test_two_bundles_by_file_or_by_name(tmp_path: Path, capsys, monkeypatch):
    _, new = states(tmp_path, state_text(new=STANDARD + PLACES + "修改 事项 设立登记：\n    承诺时限：1个工作日\n"))
    monkeypatch.chdir(new)
    by_name, by_file = said(capsys, "diff", "示范省/开店", "乙市/开店"), said(capsys, "diff", "省/开店.onething", "乙市/开店.onething")
    assert by_name == by_file
    assert "变好  时限变短“设立登记”：3个工作日 → 1个工作日" in by_name[1]


def test_a_state_with_errors_is_said_and_left_out(tmp_path: Path, capsys):
    _, text = said(capsys, "diff", *states(tmp_path, state_text(STANDARD.replace("公安部门", "水务部门"), STANDARD)))
    assert text.splitlines() == ["示范省/开店", "  没有比较：原来有错误"]


def test_a_catalogue_with_errors_is_shown(tmp_path: Path, capsys):
    old, new = states(tmp_path, state_text())
    (new / "目录.onething").write_text("地区 甲市：\n    上级：没有的省\n", encoding="utf-8")
    status, text = said(capsys, "diff", old, new)
    assert status == 1 and "[OT" in text


@pytest.mark.parametrize("arguments", [["没有", "."], ["一", "没有的"], ["a", "b", "--format", "xml"]])
def test_wrong_usage_is_one_line(arguments: list[str], tmp_path: Path, capsys, monkeypatch):
    _, new = states(tmp_path, state_text())
    monkeypatch.chdir(new)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    status, text = said(capsys, "diff", *arguments)
    assert status == 2 and len(text.strip().splitlines()) == 1


def test_the_real_bundles_do_not_differ_from_a_copy(tmp_path: Path, capsys):
    shutil.copytree(REPOSITORY / "bundles", tmp_path / "抄")
    assert said(capsys, "diff", tmp_path / "抄", REPOSITORY / "bundles") == (0, "意思没有变\n")
