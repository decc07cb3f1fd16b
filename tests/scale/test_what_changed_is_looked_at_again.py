"""With what was found before, exactly what may have changed is looked at again, and the answer is as without."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Callable

import pytest

from onething.workspace import cache as cache_module
from onething.workspace import open_workspace, stamp
from onething.workspace.cache import Cache
from onething.workspace.survey import survey
from tests.scale.conftest import report, shown

COUNTY = "示例省/丙市/丙一县/开办餐饮店.onething"
CITY = "示例省/丙市/开办餐饮店.onething"
STANDARD = "国家/开办餐饮店.onething"


def add(root: Path, path: str, text: str) -> None:
    with (root / path).open("a", encoding="utf-8") as file:
        file.write(text)


def replace(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def same_length_same_time(root: Path) -> None:
    about = (root / COUNTY).stat()
    replace(root, COUNTY, "丙一县", "丙二县")
    os.utime(root / COUNTY, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert (root / COUNTY).stat().st_size == about.st_size and (root / COUNTY).stat().st_mtime_ns == about.st_mtime_ns


def another_of_its_name(root: Path) -> None:
    """A file that comes before the city's says that it is the city's version."""
    shutil.copy(root / CITY, root / "示例省/丙市/00.onething")


def of(*parts: str) -> Callable[[str], bool]:
    """Paths with all of these parts."""
    return lambda path: all(part in path for part in parts)


CHANGES = {
    "a county's version": (lambda r: add(r, COUNTY, "\n# 改过\n"), of(COUNTY)),
    "a city's version": (lambda r: add(r, CITY, "\n# 改过\n"), of("丙市", "开办餐饮店")),
    "a standard": (lambda r: add(r, STANDARD, "\n# 改过\n"), of("开办餐饮店")),
    "the catalogue": (lambda r: add(r, "目录/示例.onething", "\n部门 新来的部门\n"), of("")),
    "the configuration": (lambda r: (r / "onething.toml").write_text('language = "2"\nrules = "严格"\n'), of("")),
    "a place of the same length within the same time": (same_length_same_time, of(COUNTY)),
    "a version removed": (lambda r: (r / CITY).unlink(), lambda p: p != CITY and "丙市" in p and "开办餐饮店" in p),
    "a version of the same name before it": (another_of_its_name, lambda p: "丙市" in p and ("开办餐饮店" in p or "00" in p) and p != CITY),
    "a new file": (lambda r: shutil.copy(r / COUNTY, r / "示例省/丙市/丙一县/新.onething"), of("新.onething")),
    "a file that cannot be read": (lambda r: (r / "示例省/坏.onething").write_bytes(b"\xff\xfe\x00"), of("")),
    "nothing": (lambda r: None, lambda p: False),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_is_looked_at_after_a_change_of(what, province, long_ago, looked_at):
    change, meant = CHANGES[what]
    report(province, 1, Cache.open(province))
    looked_at.clear()
    change(province)
    again = report(province, 1, Cache.open(province))
    seen = set(looked_at)
    assert shown(again) == shown(report(province, 1))
    assert seen == {s.path for s in open_workspace(province).sources if meant(s.path)}


def test_another_compiler_looks_at_everything(province, tmp_path, long_ago, looked_at, monkeypatch):
    (tmp_path / "rule.py").write_text("one = 1\n")
    monkeypatch.setattr(cache_module, "compiler", stamp.compiler)
    monkeypatch.setattr(stamp, "_code", lambda: [str(tmp_path / "rule.py")])
    report(province, 1, Cache.open(province))
    count = len(looked_at)
    report(province, 1, Cache.open(province))
    assert len(looked_at) == count
    (tmp_path / "rule.py").write_text("one = 2\n")
    report(province, 1, Cache.open(province))
    assert len(looked_at) == 2 * count
    monkeypatch.setattr(stamp, "__version__", "0.0.0")
    (tmp_path / "rule.py").touch()
    report(province, 1, Cache.open(province))
    assert len(looked_at) == 3 * count


def test_files_with_the_stamp_they_had_are_not_opened(province, long_ago, monkeypatch):
    report(province, 1, Cache.open(province))
    opened = []
    read = cache_module.Unread.text.fget
    monkeypatch.setattr(cache_module.Unread, "text", property(lambda self: opened.append(self.path) or read(self)))
    add(province, COUNTY, "\n# 改过\n")
    again = report(province, 1, Cache.open(province))
    assert not again.failed() and set(opened) == {CITY, "示例省/开办餐饮店.onething", STANDARD}


def test_a_file_changed_a_moment_ago_is_read_whatever_its_stamp(province):
    cache = Cache.open(province)
    report(province, 1, cache)
    assert cache.state == ""  # written just before: an answer could not be told from one a moment older
    assert not Cache.open(province).unread()


def test_a_summary_is_kept_too(province, long_ago, looked_at):
    first = [s.summary for s in survey(open_workspace(province, cache=Cache.open(province)), jobs=1, summaries=True)]
    count = len(looked_at)
    again = [s.summary for s in survey(open_workspace(province, cache=Cache.open(province)), jobs=1, summaries=True)]
    assert first == again and len(looked_at) == count


def test_a_small_workspace_keeps_nothing(own_cache):
    assert Cache.open(Path(__file__).parents[2] / "examples" / "minimal") is None
    assert not own_cache.exists()


def test_another_day_looks_at_everything(province, long_ago, looked_at):
    report(province, 1, Cache.open(province))
    looked_at.clear()
    workspace = open_workspace(province, cache=Cache.open(province))
    workspace.catalogue.today = "2027-01-01"
    list(survey(workspace, jobs=1))
    assert set(looked_at) == {s.path for s in workspace.sources}
