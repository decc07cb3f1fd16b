"""Every code has a page, and what the pages show is true: 反例 gives exactly this code, 正例 nothing at all.

An example may be of several files – a local version beside what it adapts: a line ``# 文件 示范省/新生儿出生.onething``
begins another file, with all lines below it (``corpus/examine.py``). A code is then found in any of them.
Two states of a workspace, the earlier below ``# 原来``, the later below ``# 现在``, are compared (``diff/states.py``).
What no text can show (encodings, sizes, configuration) is shown as a command on the page and
built here byte by byte.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from diff import states
from corpus.examine import examine, examine_for
from exchange import found as exchange
from onething.check.pages import READING, pages
from onething.check.rules import FIRST, RULES
from onething.cli.app import run
from onething.diagnostics import CODES
from onething.limits import DEPTH, FILE_BYTES, LINEAGE, LINE_CHARACTERS, MATTERS, TERMS
from robustness import blown
from onething.syntax.read import decode

PAGES = pages()
SECTIONS = ["查什么", "为什么", "反例", "正例", "何时可以忽略"]
FENCE = re.compile(r"```(\w+)\n(.*?)```", re.S)


def section(page: str, title: str) -> str:
    return page.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def examples(title: str) -> list:
    return [
        pytest.param(code, notation, text, id=f"{code}-{number}")
        for code, page in sorted(PAGES.items())
        for number, (notation, text) in enumerate(FENCE.findall(section(page, title)), 1)
        if notation != "text"
    ]


def codes(folder: Path, notation: str, text: str | bytes, of: str = "") -> set[str]:
    if isinstance(text, str) and states.MARK.search(text):  # two states of a workspace: what `onething breaking` says
        return {f.code for f, reason in states.broken(folder, text, states.sets_of(of)) if not reason}
    return {f.code for f in examine_for({of}, folder, f"一件事.{notation}", text)}


SHOWN = {p.values[0] for p in examples("反例")}


def test_every_code_has_a_page():
    beside = {rule.code for rule in (*FIRST, *RULES)}
    assert {p.stem for p in READING.glob("*.md")} == set(CODES) - beside
    assert all(rule.page.is_file() for rule in (*FIRST, *RULES))


def test_every_page_in_the_rooms_of_the_rules_belongs_to_one():
    assert set((READING.parent / "check").rglob("*.md")) == {rule.page for rule in (*FIRST, *RULES)}


@pytest.mark.parametrize("code", sorted(PAGES))
def test_sections(code: str):
    page = PAGES[code]
    assert re.match(rf"# {code} \S+", page)
    assert re.findall(r"^## (.+)$", page, re.M) == SECTIONS
    assert all(section(page, title).strip() for title in SECTIONS)
    assert re.search(r"\n\nIn English: \S.+\n$", page)
    assert FENCE.search(section(page, "反例")) and FENCE.search(section(page, "正例"))
    assert code in SHOWN, "neither shown by a file nor built by a test"
    if code in BUILT:
        said = CODES[code].zh.split("{", 1)[0]
        assert f"[{code}] {said}" in section(page, "反例"), "the command on the page says something else"


@pytest.mark.parametrize("code, notation, text", examples("反例"))
def test_wrong(code: str, notation: str, text: str, tmp_path: Path, capsys):
    found = codes(tmp_path, notation, text, code)
    if code == "OT2802":  # what `onething test` adds
        run(["test", str(tmp_path)])
        found |= set(re.findall(r"\[(OT\d{4})\]", capsys.readouterr().out))
    assert found == {code}


@pytest.mark.parametrize("code, notation, text", examples("正例"))
def test_right(code: str, notation: str, text: str, tmp_path: Path):
    assert codes(tmp_path, notation, text, code) == set()


# --- what no text of one file can show -----------------------------------------------------------

GOOD = FENCE.search(section(PAGES["OT1002"], "正例")).group(2)


def matters(*lines: str) -> str:
    return GOOD.replace("    办理部门：公安部门\n", "    办理部门：公安部门\n" + "".join(f"    {line}\n" for line in lines))


def unreadable(folder: Path):
    (folder / "没有.onething").symlink_to(folder / "别处.onething")
    return codes(folder, "onething", GOOD)


def outside(folder: Path, capsys):
    assert run(["check", str(folder)]) == 2
    return set(re.findall(r"\[(OT\d{4})\]", capsys.readouterr().out))


def two_files(folder: Path):
    (folder / "另一件.onething").write_text(GOOD.split("\n\n", 2)[2].replace("开办餐饮店", "开办理发店"), encoding="utf-8")
    return codes(folder, "onething", GOOD)


def many_situations() -> str:
    cuts = lambda name: " 且 ".join(f"{name} 超过 {n}平方米" for n in range(1, 60))  # noqa: E731
    questions = "".join(f"情形 面积{i} “多大？”：\n    类型：面积\n\n" for i in range(4))
    refusals = "".join(f"不予联办 太大{i} 当 {cuts(f'面积{i}')}：“太大。”\n\n" for i in range(4))
    return GOOD + "\n" + questions + refusals


def with_baseline(folder: Path, capsys, text: str):
    """What ``onething check`` says of a good file beside a baseline."""
    for file, content in (("onething.toml", ""), ("一件事.onething", GOOD), ("onething-baseline.json", text)):
        (folder / file).write_text(content, encoding="utf-8")
    run(["check", str(folder)])
    return set(re.findall(r"\[(OT\d{4})\]", capsys.readouterr().out))


def with_goal(folder: Path, capsys, goal: str, *options: str):
    """What ``onething coverage`` says of a goal, where one of two cities has the one bundle of a list."""
    places = "地区 东市：\n    代码：990100\n地区 西市：\n    代码：990200\n标准 国家2024-1/开办餐饮店\n"
    bundle = GOOD.replace("一件事 开办餐饮店：\n", "一件事 开办餐饮店：\n    地区：东市\n")
    for file, content in (("onething.toml", f'language = "2"\n[[coverage]]\n{goal}'), ("一件事.onething", bundle), ("目录.onething", places)):
        (folder / file).write_text(content, encoding="utf-8")
    run(["coverage", str(folder), *options])
    return set(re.findall(r"\[(OT\d{4})\]", capsys.readouterr().out))


MENDED = '{"findings": [{"code": "OT2303", "file": "一件事.onething", "text": "材料：身份证（自备）", "count": 1}]}'


def empty(folder: Path):
    from onething.workspace import open_workspace

    (folder / "onething.toml").write_text("")
    return {f.code for f in open_workspace(folder).findings}


def below(folder: Path, wrong: str):
    """What is found in a local version of what has a mistake of its own."""
    from corpus.examine import files
    from onething.workspace import open_workspace

    text = FENCE.search(section(PAGES["OT1504"], "正例")).group(2).replace("承诺时限：3个工作日", wrong)
    (folder / "onething.toml").write_text("")
    for path, content in files("目录.onething", text).items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(content)
    return {f.code for e in open_workspace(folder).examine({"示范市/开办餐饮店.onething"}) for f in e.findings}


def versions(folder: Path, count: int):
    """A bundle of the state, and one below another as many versions of it."""
    places = "".join(f"地区 第{n}级" + (f"：\n    上级：第{n - 1}级\n\n" if n else "\n\n") for n in range(count))
    adapts = lambda n: f"第{n - 1}级/开办餐饮店" if n else "国家/开办餐饮店"  # noqa: E731
    local = "".join(f"# 文件 {n}.onething\n一件事 开办餐饮店：\n    地区：第{n}级\n    沿用：{adapts(n)}\n\n" for n in range(count))
    return codes(folder, "onething", GOOD + "\n" + places + local)


BUILT = {
    "OT1504": lambda d, c: below(d, "承诺时限：3"),
    "OT1513": lambda d, c: versions(d, LINEAGE),
    "OT0101": lambda d, c: unreadable(d),
    "OT0102": lambda d, c: codes(d, "onething", GOOD.encode("gb18030")),
    "OT0103": lambda d, c: codes(d, "onething", GOOD + "#" * FILE_BYTES),
    "OT0104": lambda d, c: codes(d, "onething", matters("备注：说\x07明")),
    "OT0111": lambda d, c: codes(d, "onething", GOOD.replace("设立登记", "设立\u200b登记")),
    "OT0112": lambda d, c: codes(d, "onething", GOOD + "# 只看\u202e\n"),
    "OT0113": lambda d, c: codes(d, "onething", matters("备注：说\x0b明")),
    "OT0114": lambda d, c: codes(d, "onething", matters("备注：说\ue000明")),
    "OT0117": lambda d, c: codes(d, "onething", matters("备注：说\ufffd明")),
    "OT0105": lambda d, c: codes(d, "onething", matters("备注：" + "长" * LINE_CHARACTERS)),
    "OT0106": lambda d, c: codes(d, "onething", matters("适用：" + "（" * (DEPTH + 1) + "甲 为 乙" + "）" * (DEPTH + 1))),
    "OT0107": outside,
    "OT0108": lambda d, c: {f.code for f in examine(d, "一件事.onething", GOOD, config='palce = "示范省"')},
    "OT0109": lambda d, c: empty(d),
    "OT0110": lambda d, c: codes(d, "onething", matters("环节：" + "、".join(f"步骤{n}号" for n in range(2 * TERMS)))),
    "OT0118": lambda d, c: {f.code for f in decode(b"bundle \xd0\xa1\xd1\xa7:\n", "小学.onething")[1]},
    "OT0121": lambda d, c: codes(d, "onething", blown.chain(MATTERS + 1, blown.GATE)),
    "OT0122": lambda d, c: codes(d, "onething", blown.ladder(13)),
    "OT1206": lambda d, c: two_files(d),
    "OT2904": lambda d, c: with_baseline(d, c, MENDED),
    "OT2905": lambda d, c: with_baseline(d, c, '{"findings": 3}'),
    "OT3201": lambda d, c: with_goal(d, c, 'list = "国家2024-1"\nlevel = "市"\nshare = 100\nfrom = "2024-12-31"', "--today", "2025-01-01"),
    "OT3202": lambda d, c: with_goal(d, c, 'list = "国家2024-l"'),
    "OT3203": lambda d, c: with_goal(d, c, 'list = "国家2024-1"\nfrom = "2024-12-31"'),
    "OT2208": lambda d, c: codes(d, "onething", many_situations()),
    "OT2606": lambda d, c: {f.code for f in examine(d, "一件事.onething", GOOD, config='language = "2"\n[[naming]]\nof = "一件事"\nnever = ["餐饮"]\nreason = "示例"\n')},
}
BUILT |= exchange.FOUND  # what `onething import` says of a list
SHOWN |= set(BUILT)


@pytest.mark.parametrize("code", sorted(BUILT))
def test_built(code: str, tmp_path: Path, capsys):
    assert BUILT[code](tmp_path, capsys) == {code}


@pytest.mark.parametrize("code, data", [("OT0102", GOOD.encode("utf-16")), ("OT0102", b"\x7fELF\xff\xfe\x00\x01" * 9), ("OT0112", GOOD.encode() + "# \u202e".encode())])
def test_more_bytes(code: str, data: bytes, tmp_path: Path):
    assert codes(tmp_path, "onething", data) == {code}


def test_a_mark_at_the_beginning_is_fine(tmp_path: Path):
    assert codes(tmp_path, "onething", b"\xef\xbb\xbf" + GOOD.encode()) == set()
