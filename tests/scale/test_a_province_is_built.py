"""Built by several processes, or from what stands there already: the same files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onething.emit import TARGETS as TARGETS_ALL
from onething.workspace import open_workspace
from onething.workspace.build import Built, build
from onething.workspace.cache import Cache
from onething.workspace.outputs import Emit
from onething.workspace.workspace import Workspace
from tests.scale.test_what_only_adopts_is_not_examined import CATALOGUE, CITY, STANDARD
from tests.scale.test_what_only_adopts_is_not_examined import COUNTY as COUNTY_BELOW

TARGETS = ("checklist", "plan")
COUNTY = "示例省/丙市/丙一县/开办餐饮店.onething"


def files(out: Path) -> dict[str, bytes]:
    return {str(f.relative_to(out)): f.read_bytes() for f in out.rglob("*") if f.is_file()}


def built(root: Path, out: Path, jobs: int = 1, cached: bool = True, targets: tuple[str, ...] = TARGETS) -> Built:
    return build(open_workspace(root, cache=Cache.open(root) if cached else None), out, targets, jobs=jobs)


@pytest.fixture
def emitted(monkeypatch) -> list[str]:
    """The files whose outputs are made, in this process."""
    made: list[str] = []
    row = Emit._row

    def note(self, path, more):
        made.extend([path] if more else [])
        return row(self, path, more)

    monkeypatch.setattr(Emit, "_row", note)
    return made


def test_by_one_two_and_three_processes(province, tmp_path):
    results = [built(province, tmp_path / str(jobs), jobs, cached=False) for jobs in (1, 2, 3)]
    outs = [files(tmp_path / str(jobs)) for jobs in (1, 2, 3)]
    assert outs[0] == outs[1] == outs[2] and len(outs[0]) > 100
    assert results[0].written == results[1].written == results[2].written and results[0].bundles == 66


def test_what_stands_there_as_it_was_made_is_not_made_again(province, tmp_path, long_ago, emitted):
    out = tmp_path / "out"
    first = built(province, out)
    whole = files(out)
    emitted.clear()
    again = built(province, out)
    assert not emitted and again.written == [] and again.same == len(first.written) and files(out) == whole
    other = next(f for f in out.rglob("*") if f.is_file() and f.name != "manifest.json")
    other.write_bytes(b"changed by hand")
    built(province, out)
    assert len(emitted) == 1 and files(out) == whole
    emitted.clear()
    other.unlink()
    built(province, out)
    assert len(emitted) == 1 and files(out) == whole
    emitted.clear()
    built(province, tmp_path / "elsewhere")
    assert len(emitted) == 66 and files(tmp_path / "elsewhere") == whole


def test_only_what_changed_is_made(province, tmp_path, long_ago, emitted):
    built(province, tmp_path / "out")
    emitted.clear()
    with (province / COUNTY).open("a", encoding="utf-8") as file:
        file.write("\n# 改过\n")
    built(province, tmp_path / "out")
    built(province, tmp_path / "fresh", cached=False)
    assert emitted[:1] == [COUNTY] and files(tmp_path / "out") == files(tmp_path / "fresh")


def test_other_targets_are_made_of_their_own(province, tmp_path, long_ago):
    built(province, tmp_path / "out")
    built(province, tmp_path / "out", targets=("plan",))
    built(province, tmp_path / "out", targets=("workflow",))
    assert any("workflow" in name for name in files(tmp_path / "out"))


def test_once_an_error_stands_nothing_more_is_made(province, tmp_path, emitted):
    (province / "国家/开办餐饮店.onething").write_text("一件事 开办餐饮店：\n    代玛：x\n", encoding="utf-8")
    result = built(province, tmp_path / "out")
    assert not (tmp_path / "out").exists() and len(emitted) < 40
    assert sum(f.severity.value == "error" for f in result.findings) > 1


def test_what_only_adopts_is_what_is_above_at_another_place(province, tmp_path, monkeypatch):
    examined: list[str] = []
    one = Workspace.examine_one
    monkeypatch.setattr(Workspace, "examine_one", lambda self, source: examined.append(source.path) or one(self, source))
    built(province, tmp_path / "quick", cached=False, targets=tuple(TARGETS_ALL))
    quick = len(set(examined))
    examined.clear()
    monkeypatch.setattr(Workspace, "adopted", lambda self, source: None)
    built(province, tmp_path / "slow", cached=False, targets=tuple(TARGETS_ALL))
    assert files(tmp_path / "quick") == files(tmp_path / "slow") and quick < len(set(examined)) / 2


def test_where_what_is_above_speaks_of_its_place_each_place_is_looked_at(tmp_path, monkeypatch):
    root = tmp_path / "w"
    root.mkdir()
    (root / "onething.toml").write_text('language = "2"\n', encoding="utf-8")
    (root / "目录.onething").write_text(CATALOGUE.replace("证照 甲证明\n", "证照 甲证明：\n    电子证照：甲省\n"), encoding="utf-8")
    for name, text in (("省", STANDARD.replace("（原件，1份）", "")), ("市", CITY), ("县", COUNTY_BELOW)):
        (root / f"{name}.onething").write_text(text, encoding="utf-8")
    built(root, tmp_path / "quick", cached=False)
    for code, place in (("990000", "甲省"), ("990100", "乙市"), ("990121", "乙一县")):
        made = json.loads((tmp_path / "quick" / code / "moving" / "bundle.json").read_text(encoding="utf-8"))
        assert made["place"] == place and f"{place}已有电子证照" in json.dumps(made, ensure_ascii=False)
    monkeypatch.setattr(Workspace, "adopted", lambda self, source: None)
    built(root, tmp_path / "slow", cached=False)
    assert files(tmp_path / "quick") == files(tmp_path / "slow")


def test_where_it_means_the_same_it_is_the_same_version_and_the_same_workflow(tmp_path):
    root = tmp_path / "w"
    root.mkdir()
    (root / "onething.toml").write_text('language = "2"\n', encoding="utf-8")
    (root / "目录.onething").write_text(CATALOGUE, encoding="utf-8")
    other = COUNTY_BELOW + "\n修改 事项 迁户：\n    承诺时限：2个工作日\n"
    for name, text in (("省", STANDARD), ("市", CITY), ("县", other)):
        (root / f"{name}.onething").write_text(text, encoding="utf-8")
    built(root, tmp_path / "out", cached=False, targets=tuple(TARGETS_ALL))
    province, city, county = (tmp_path / "out" / code / "moving" for code in ("990000", "990100", "990121"))
    version = lambda folder: json.loads((folder / "bundle.json").read_text(encoding="utf-8"))["version"]  # noqa: E731
    assert version(province) == version(city) != version(county)
    assert (province / "workflow.spiff.bpmn").read_bytes() == (city / "workflow.spiff.bpmn").read_bytes()
    assert (province / "workflow.spiff.bpmn").read_bytes() != (county / "workflow.spiff.bpmn").read_bytes()
