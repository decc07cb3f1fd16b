"""docs/audit.md and the code say the same: every degree, every measure in its words, every profile, every key of the report."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from compiling import shipped

from onething.audit import audit
from onething.audit.audit import THIN
from onething.audit.degrees import DEGREES
from onething.audit.profile import Profile, profile, read
from onething.audit.profile import shipped as profiles
from onething.audit.report import report

PAGE = (Path(__file__).parents[2] / "docs" / "audit.md").read_text(encoding="utf-8")


def rows(title: str) -> list[list[str]]:
    """The rows of the table below a heading."""
    section = re.split(rf"(?m)^##+ {re.escape(title)}\n", PAGE)[1].split("\n#")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_the_six_degrees_stand_in_their_order():
    section = PAGE[PAGE.index("\n## 六度") : PAGE.index("\n## 几个“一”")]
    assert re.findall(r"(?m)^### (.*)$", section) == [d.name for d in DEGREES]


@pytest.mark.parametrize("degree", DEGREES, ids=lambda d: d.english)
def test_every_measure_is_defined_in_the_words_of_the_code(degree):
    assert rows(degree.name) == [[m.name, m.counts, m.wins, m.silence] for m in degree.measures]


@pytest.mark.parametrize("name", profiles())
def test_what_each_one_looks_at_stands_on_the_page(name: str):
    def looked(one) -> str:
        parts = (("写明", one.stated), ("全部", one.every), ("任一", one.some))
        return "；".join(f"{word}：{'、'.join(names)}" for word, names in parts if names)

    assert rows(name) == [[o.name, o.meaning, looked(o)] for o in profile(name, Path(".")).ones]


def test_the_example_of_a_profile_can_be_used(tmp_path):
    example = re.search(r"```yml\n(.*?)```", PAGE, re.DOTALL)[1]
    path = tmp_path / "提法.yaml"
    path.write_text(example, encoding="utf-8")
    assert isinstance(read(path), Profile)


def test_every_key_of_the_report_is_explained():
    body = report(audit(next(iter(shipped().values())).analysis, [profile("五个一", Path("."))]))
    section = PAGE[PAGE.index("\n## JSON") :]
    named = set(re.findall(r"`([a-z_]+)`", section))
    kinds = {"自带依据", "随事项或整件事的依据", "未核", "没有依据", "未载明"}
    keys = {key for key in re.findall(r'"([^"]+)": ', json.dumps(body, ensure_ascii=False))} - kinds
    assert keys <= named, keys - named
    assert all(kind in PAGE for kind in kinds)


def test_when_a_bundle_is_called_thin():
    assert f"到了 {THIN} 分" in PAGE
