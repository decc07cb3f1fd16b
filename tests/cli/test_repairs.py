"""``onething check --fix``, ``--unsafe`` and ``--diff``: what is applied, what waits, and that no file gets worse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onething.cli.app import run
from onething.diagnostics import Fix, finding
from onething.diagnostics.repair import chosen, edited
from onething.source import Source, Span
from onething.workspace.mend import mend

CATALOGUE = "部门 甲部门\n\n部门 乙部门\n\n证照 营业执照：\n    别名：执照\n"
GOOD = """一件事 开店：
    代码：shop
    牵头部门：甲部门
    配合部门：乙部门
    依据：未载明

情形 面积 “多大？”：
    类型：面积

事项 登记：
    办理部门：甲部门
    适用：面积 不低于 10平方米
    材料：营业执照（复印件，1份）

事项 备案：
    办理部门：乙部门
    材料：营业执照（复印件，1份）
"""


@pytest.fixture
def workspace(tmp_path: Path):
    def make(text: str, catalogue: str = CATALOGUE) -> Path:
        for name, content in (("onething.toml", ""), ("目录.onething", catalogue), ("开店.onething", text)):
            (tmp_path / name).write_bytes(content.encode("utf-8"))
        return tmp_path

    return make


def text_of(folder: Path, name: str = "开店.onething") -> str:
    return (folder / name).read_bytes().decode("utf-8")


def test_the_good_file_is_good(workspace):
    assert run(["check", str(workspace(GOOD))]) == 0


def test_fix_applies_what_is_beyond_doubt_and_leaves_guesses(workspace, capsys):
    folder = workspace(GOOD.replace("1份）\n\n", "1份\n\n").replace("办理部门：乙部门", "办理部们：乙部门"))
    assert run(["check", "--fix", str(folder)]) == 1
    said = capsys.readouterr()
    assert text_of(folder) == GOOD.replace("办理部门：乙部门", "办理部们：乙部门")
    assert "改了 1 处：" in said.err and "开店.onething:13 [OT1014]" in said.err
    assert "办理部们" in said.out and "OT1014" not in said.out


def test_unsafe_applies_guesses_too(workspace, capsys):
    folder = workspace(GOOD.replace("1份）\n\n", "1份\n\n").replace("办理部门：乙部门", "办理部们：乙部门"))
    assert run(["check", "--fix", "--unsafe", str(folder)]) == 0
    assert text_of(folder) == GOOD
    assert "改了 2 处：" in capsys.readouterr().err


def test_unsafe_alone_is_a_wrong_call(workspace):
    assert run(["check", "--unsafe", str(workspace(GOOD))]) == 2


def test_diff_writes_nothing(workspace, capsys):
    bad = GOOD.replace("1份）\n\n", "1份\n\n")
    folder = workspace(bad)
    assert run(["check", "--diff", str(folder)]) == 1
    said = capsys.readouterr()
    assert text_of(folder) == bad
    assert "-    材料：营业执照（复印件，1份\n+    材料：营业执照（复印件，1份）\n" in said.out
    assert "会改 1 处：" in said.err


def test_diff_of_nothing_to_change_says_whether_something_is_wrong(workspace, capsys):
    assert run(["check", "--diff", str(workspace(GOOD))]) == 0
    assert capsys.readouterr().out == ""
    assert run(["check", "--diff", str(workspace(GOOD.replace("营业执照", "卫生承诺书", 1)))]) == 1


def test_a_report_for_machines_stays_one(workspace, capsys):
    folder = workspace(GOOD.replace("1份）\n\n", "1份\n\n").replace("办理部门：乙部门", "办理部们：乙部门"))
    run(["check", "--fix", "--format", "json", str(folder)])
    assert [f["code"] for f in json.loads(capsys.readouterr().out)["findings"]] == ["OT1101"]


def test_the_catalogue_is_mended_too(workspace):
    folder = workspace(GOOD, CATALOGUE.replace("部门 乙部门", "部门乙部门"))
    assert run(["check", "--fix", str(folder)]) == 0
    assert text_of(folder, "目录.onething") == CATALOGUE


def test_only_the_files_that_are_meant_are_touched(workspace):
    folder = workspace(GOOD.replace("1份）\n\n", "1份\n\n"), CATALOGUE.replace("部门 乙部门", "部门乙部门"))
    run(["check", "--fix", str(folder / "开店.onething")])
    assert text_of(folder) == GOOD
    assert text_of(folder, "目录.onething") != CATALOGUE


def test_line_ends_and_the_mark_at_the_beginning_stay(workspace):
    folder = workspace(GOOD)
    bad = GOOD.replace("1份）\n\n", "1份\n\n").replace("    依据：未载明\n", "").replace("代码：shop\n", "代码：shop\n    代码：shop\n")
    (folder / "开店.onething").write_bytes(b"\xef\xbb\xbf" + bad.replace("\n", "\r\n").encode("utf-8"))
    run(["check", "--fix", "--unsafe", str(folder)])
    data = (folder / "开店.onething").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert "1份）\r\n".encode() in data and "    依据：未载明\r\n".encode() in data


def test_repairs_that_follow_from_repairs_are_made_in_the_next_round(workspace):
    """The colon first; what is behind it can only be read then."""
    folder = workspace(GOOD.replace("材料：营业执照（复印件，1份）\n\n", "材料 营业执找（复印件，1份）\n\n"))
    assert run(["check", "--fix", "--unsafe", str(folder)]) == 0
    assert text_of(folder) == GOOD


def test_a_file_is_never_left_with_more_errors(workspace, monkeypatch):
    """A repair that is wrong is taken back; the others of the file are still made, one by one."""
    folder = workspace(GOOD.replace("1份）\n\n", "1份\n\n"))
    import onething.workspace.mend as room

    real = room.open_workspace

    def with_a_bad_repair(root, instead):
        opened = real(root, instead)
        source = next(s for s in opened.sources if s.path == "开店.onething")
        at = source.text.find("牵头部门")
        if at < 0:
            return opened
        spans = (Span(source, at, at + 4), Span(source, len(source.text), len(source.text)))
        bad = Fix("改坏", "spoil it", ((spans[0], "不认识"), (spans[1], "\n不认识的词 乙：\n")))
        opened.findings.append(finding("OT2704", spans[0], fix=bad))
        return opened

    monkeypatch.setattr(room, "open_workspace", with_a_bad_repair)
    mended = mend(folder, unsafe=True)
    assert mended.after == {"开店.onething": GOOD}
    assert [f.code for f in mended.done] == ["OT1014"]


def test_a_repair_of_the_catalogue_that_spoils_a_bundle_is_taken_back(workspace, monkeypatch):
    folder = workspace(GOOD)
    import onething.workspace.mend as room

    real = room.open_workspace

    def with_a_bad_repair(root, instead):
        opened = real(root, instead)
        span = opened.catalogue.documents["营业执照"].span if "营业执照" in opened.catalogue.documents else None
        if span:
            opened.findings.append(finding("OT2704", span, fix=Fix("改坏", "spoil it", ((span, "证照 执业证照："),))))
        return opened

    monkeypatch.setattr(room, "open_workspace", with_a_bad_repair)
    assert mend(folder, unsafe=True).after == {}


def test_two_repairs_that_undo_each_other_end(workspace, monkeypatch):
    folder = workspace(GOOD)
    import onething.workspace.mend as room

    real = room.open_workspace

    def to_and_fro(root, instead):
        opened = real(root, instead)
        source = next(s for s in opened.sources if s.path == "开店.onething")
        old, new = ("登记", "登录") if "事项 登记" in source.text else ("登录", "登记")
        span = Span(source, source.text.index(f"事项 {old}") + 3, source.text.index(f"事项 {old}") + 5)
        opened.findings.append(finding("OT2704", span, fix=Fix("换", "change", ((span, new),))))
        return opened

    monkeypatch.setattr(room, "open_workspace", to_and_fro)
    assert len(mend(folder, unsafe=True).done) == 1


# --- which repairs go together, and what they make of a text -------------------------------------

SOURCE = Source("一.onething", "甲乙丙丁")


def repair(*edits: tuple[int, int, str], safe: bool = True):
    places = tuple((Span(SOURCE, start, end), new) for start, end, new in edits)
    return finding("OT2704", places[0][0], fix=Fix("改", "mend", places, safe))


def test_of_two_that_overlap_the_first_wins():
    first, second, third = repair((0, 2, "一")), repair((1, 3, "二")), repair((3, 4, "三"))
    assert chosen([third, second, first]) == [first, third]


def test_a_repair_is_made_whole_or_not_at_all():
    whole = repair((1, 2, "一"), (3, 4, "二"))
    assert chosen([whole, repair((0, 2, "三"))]) == [repair((0, 2, "三"))]


def test_two_insertions_at_one_point_wait_for_each_other():
    assert chosen([repair((2, 2, "一")), repair((2, 2, "二"))]) == [repair((2, 2, "一"))]


def test_guesses_are_chosen_only_when_asked_for():
    assert chosen([repair((0, 1, "一"), safe=False)]) == []
    assert len(chosen([repair((0, 1, "一"), safe=False)], unsafe=True)) == 1


@pytest.mark.parametrize(
    "edits, expected",
    [
        ([(2, 2, "、")], "甲乙、丙丁"),
        ([(1, 3, "")], "甲丁"),
        ([(4, 4, "。"), (0, 0, "#")], "#甲乙丙丁。"),
        ([(0, 1, "一"), (1, 2, "二")], "一二丙丁"),
    ],
)
def test_insertions_deletions_replacements(edits, expected: str):
    assert edited(SOURCE.text, [(Span(SOURCE, a, b), new) for a, b, new in edits]) == expected
