"""What grows: hostile lines for our regular expressions (row 33), circles, cliques and ladders (row 34). Each in a
process of its own, which is killed when it hangs: a guard, not a measurement."""

from __future__ import annotations

import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

from robustness import blown
from robustness.trial import Hang, of_folder, watched

REPOSITORY = Path(__file__).parents[2]
LINE = 19_000
ONE_KIND = ["甲", "a", "1", "一", "十", " ", "\t", "（", "）", "“", "”", "《", "》", "、", "，", "：", "。", ".", "-", "=", "<", "〔", "号", "#", "&", "[", "{", "的", "当 ", "且 ", "非 ",
            "不满", "以上", "1个", "1至", "9年", "2个工作日", "甲（", "“甲”", "1：", "为 ", "自 ", "国发〔", "｛甲", "（甲）"]  # fmt: skip
FRAMES = ["{}\n", "    备注：{}\n", "    依据：{}\n", "    适用：{}\n", "    材料：{}\n", "    承诺时限：{}\n", "    {}：甲\n", "事项 {}：\n", "场景 “甲”：\n    {}：甲\n    先后：{}\n",
          "提醒 甲：\n    时间：{}\n", "不予受理 {}\n", "    成效：\n        材料：{}\n", "角色 {}\n", "    收费：甲{}1元\n"]  # fmt: skip
TRY = """
import sys
from robustness.trial import of_text, workspace_with
from robustness.test_growth import FRAMES, LINE
from robustness import blown
from pathlib import Path
workspace = workspace_with(Path(sys.argv[1]), blown.CATALOGUE)
text = sys.argv[2] * (LINE // len(sys.argv[2]))
head = blown.HEAD + blown.matter("事甲")
for frame in FRAMES:
    print(repr(frame), flush=True)
    for name in ("件.onething", "件.yaml"):
        of_text(workspace, name, (head if name == "件.onething" else "") + frame.replace("{}", text))
"""


@pytest.mark.parametrize("kind", ONE_KIND)
def test_a_line_of_one_kind_does_not_hang(kind: str, tmp_path: Path):
    """Each line in each place has two seconds of processor time (``trial``); the process as a whole a minute a place."""
    done = subprocess.run(
        [sys.executable, "-c", TRY, str(tmp_path), kind], cwd=REPOSITORY / "tests", capture_output=True, text=True, timeout=60 * len(FRAMES)
    )
    assert done.returncode == 0, (done.stdout.splitlines()[-1:], done.stderr[-400:])


def test_our_expressions_look_neither_back_nor_for_themselves():
    """The language has no regular expressions; those of the reader refer to no group: nothing needs backtracking over
    what was matched."""
    import onething.syntax as syntax

    modules = [importlib.import_module(f"onething.syntax.{m.name}") for m in pkgutil.iter_modules(syntax.__path__)]
    patterns = [p.pattern for m in modules for p in vars(m).values() if isinstance(p, re.Pattern)]
    assert len(patterns) > 20
    assert not [p for p in patterns if "(?P=" in p or re.search(r"(?<!\\)\\[1-9]", p)]


def codes(folder: Path, text: str, seconds: float = 10) -> set[str]:
    (folder / "onething.toml").write_text("", encoding="utf-8")
    (folder / "件.onething").write_text(text, encoding="utf-8")
    try:
        with watched(seconds):
            return {f.code for f in of_folder(folder)}
    except Hang:
        raise AssertionError("it hangs") from None


GROWN = {
    "a chain of 1000 matters": (blown.chain(1000), "OT0121"),
    "a chain of 1000 matters that can be refused": (blown.chain(1000, blown.GATE), "OT0121"),
    "a circle of 1000 matters": (blown.ring(1000), "OT0121"),
    "a circle of 100 matters": (blown.ring(100), "OT2103"),
    "12 matters, each after all others": (blown.clique(12), "OT2103"),
    "12 such, optional": (blown.clique(12, "参与：选办"), "OT0122"),
    "12 such, each of which can be refused": (blown.clique(12, blown.GATE), "OT0122"),
    "12 matters that wait for each other's states": (blown.state_clique(12, blown.GATE), "OT0122"),
    "a ladder of 22 diamonds": (blown.ladder(22), "OT0122"),
    "a ladder of 22 diamonds, optional": (blown.ladder(22, "参与：选办"), "OT0122"),
    "crossed questions": (blown.crossed(4, 60), "OT2208"),
}


@pytest.mark.parametrize("what", GROWN)
def test_what_grows_is_found(what: str, tmp_path: Path):
    text, code = GROWN[what]
    assert code in codes(tmp_path, text)


LONG = {
    "a chain of 100 matters": blown.chain(100),
    "a chain of 100 optional matters that can be refused": blown.chain(100, blown.GATE, "参与：选办"),
    "a ladder of 22 diamonds that nothing refuses": blown.open_ladder(22),
}


@pytest.mark.parametrize("what", LONG)
def test_what_is_long_but_plain_is_accepted(what: str, tmp_path: Path):
    assert not codes(tmp_path, LONG[what]) & {"OT0121", "OT0122", "OT2208"}


FINE = {
    "a chain of 40 matters, backward": blown.chain(40, blown.GATE, backward=True),
    "a chain of 30 optional matters that can be refused": blown.chain(30, blown.GATE, "参与：选办"),
    "a chain of 20 states": blown.state_chain(20, blown.GATE),
    "a ladder of 6 diamonds": blown.ladder(6),
}


@pytest.mark.parametrize("what", FINE)
def test_what_is_long_but_plain_is_accepted_and_built(what: str, workspace, onething):
    root = workspace("w", {"件.onething": FINE[what]})
    built = onething("build", root, "-o", root / "out")
    assert built.returncode == 0, built.stdout[-300:] + built.stderr
    assert (root / "out" / "990000" / "trial" / "bundle.json").exists()
