"""What docs/scale.md shows of the example province: each thing is found, with its line, by one command – and on the map."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from lxml import html

from onething.cli.app import run

from .conftest import tool

NEWBORN = "示例省/甲市/新生儿出生.onething"


@pytest.fixture(scope="module")
def province(tmp_path_factory) -> Path:
    """A small one: 9 cities, 12 counties; what is shown is there whatever the size."""
    folder = tmp_path_factory.mktemp("province") / "省"
    tool("province").make(folder, counties=12, bundles=66)
    return folder


@pytest.fixture
def said(province: Path, capsysbinary):
    """What a command prints about the province; the place itself is left out of paths."""

    def type_it(*words: str, status: int = 0) -> str:
        assert run([words[0], str(province), *words[1:]]) == status
        return capsysbinary.readouterr().out.decode("utf-8")

    return type_it


def found(text: str, code: str, path: str) -> str:
    """The finding of this code whose first place is in the file; its line number must be named."""
    for each in text.split("\n\n"):
        first = next((line for line in each.splitlines() if "┌─" in line), "")
        if f"[{code}]" in each and path in first:
            assert int(first.split(":")[-2]) >= 1
            return each
    raise AssertionError(f"no {code} in {path}")


def line_of(province: Path, path: str, text: str) -> int:
    lines = (province / path).read_text(encoding="utf-8").splitlines()
    return next(i for i, line in enumerate(lines, 1) if text in line)


def test_a_renamed_bundle(province: Path, said):
    path = "示例省/丙市/丙一县/新生儿出生.onething"
    finding = found(said("check"), "OT2601", path)
    assert f"{path}:1:" in finding and "新生儿出生”不一致" in finding
    assert f"改名 新生儿出生：写作“出生”  丙一县  {path}:1\n" in said("coverage")


def test_a_city_that_adds_a_material(province: Path, said):
    finding = found(said("check"), "OT2620", NEWBORN)
    assert f"{NEWBORN}:{line_of(province, NEWBORN, '增加 材料')}:" in finding
    assert "国家/新生儿出生.onething:" in finding, "beside the line of the standard"


def test_a_city_that_lacks_two_bundles(province: Path, said):
    out = said("coverage", "--place", "乙市")
    assert out.count("\n  缺 ") == 2
    assert f"  缺 开办餐饮店  乙市、乙一县  目录/标准.onething:{line_of(province, '目录/标准.onething', '标准 国家2024-1/开办餐饮店')}\n" in out
    assert "  缺 新生儿出生  乙市、乙二县  目录/示例.onething:" in out


def test_a_county_that_cancels_a_matter_of_the_standard(province: Path, said):
    path = "示例省/甲市/甲一县/新生儿出生.onething"
    at = line_of(province, path, "取消 事项")
    text = said("check")
    assert f"{path}:{at}:" in found(text, "OT2602", path)
    loosened = found(text, "OT2623", path)
    assert f"{path}:{at}:" in loosened and "例如：委托 是" in loosened, "with somebody who gets less"
    out = said("coverage", "--place", "甲一县")
    assert f"部分 新生儿出生：取消 新生儿出生补贴申领，理由：本地另行办理  甲一县  {path}:{at}\n" in out


def test_a_standard_that_changes(province: Path, said):
    git = ["git", "-C", str(province), "-c", "user.name=省", "-c", "user.email=province@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-qm", "标准"], check=True)
    standard = province / "国家" / "新生儿出生.onething"
    before = standard.read_text(encoding="utf-8")
    lines = before.splitlines()
    at = next(i for i, line in enumerate(lines) if line == "    材料：")
    standard.write_text("\n".join([*lines[: at + 1], "        示例本地报告（原件，1份）", *lines[at + 1 :], ""]), encoding="utf-8")
    try:
        out = said("breaking", "--against", "HEAD", status=1)
    finally:
        standard.write_text(before, encoding="utf-8")
    finding = found(out, "OT3105", "国家/新生儿出生.onething")
    assert f"国家/新生儿出生.onething:{at + 2}:" in finding and "示例本地报告" in finding
    assert out.count("[OT3105]") == 1, "what local versions inherit is said once"


def test_the_map_shows_them(province: Path, said, tmp_path: Path):
    page = tmp_path / "图.html"
    said("coverage", "--format", "html", "-o", str(page))
    tree = html.fromstring(page.read_bytes())
    rows = {row.xpath("string(th)").strip().split()[0].lstrip("▼↳ "): row for row in tree.xpath("//table//tr[th][td]")}
    text = {place: row.text_content() for place, row in rows.items()}
    assert not {"缺", "改", "部", "加"} & set(text["辛市"]), "nothing is wrong there"
    assert "缺" in text["乙市"] and "改" in text["丙一县"] and "部" in text["甲一县"] and "加" in text["甲市"]
