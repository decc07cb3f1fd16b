"""Row 39: builds at once do not disturb each other."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from onething.workspace import tree
from output.standing import leftovers, renew, standing, true_manifest

ROOT = Path(__file__).parents[2]


def start(workspace: Path, out: Path) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-m", "onething", "build", workspace, "-o", out], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


def test_eight_builds_of_one_workspace_at_once_and_one_of_them_writes(onething, tmp_path):
    onething("init", tmp_path / "w")
    runs = [start(tmp_path / "w", tmp_path / "area" / "out") for _ in range(8)]
    said = [run.communicate(timeout=100) for run in runs]
    assert [run.returncode for run in runs] == [0] * 8, said
    assert sorted(re.search(r"写了 (\d+) 个文件，(\d+) 个没有变化", out).groups() for out, _ in said) == [("0", "11")] * 7 + [("11", "0")]
    assert true_manifest(tmp_path / "area" / "out") and leftovers(tmp_path / "area") == []


def test_builds_of_two_workspaces_at_once_and_the_last_one_stands(onething, tmp_path):
    one, two = tmp_path / "1", tmp_path / "2"
    onething("init", one)
    shutil.copytree(one, two)
    file = two / "小餐馆.onething"
    file.write_text(file.read_text(encoding="utf-8").replace("5个工作日", "4个工作日"), encoding="utf-8")
    known = []
    for n, root in enumerate((one, two)):
        onething("build", root, "-o", tmp_path / "known" / str(n))
        known.append(standing(tmp_path / "known" / str(n)))
    runs = [start(root, tmp_path / "area" / "out") for root in (one, two, one)]
    assert [run.wait(100) for run in runs] == [0] * 3
    assert not any("Traceback" in run.communicate()[1] for run in runs)
    assert standing(tmp_path / "area" / "out") in known and leftovers(tmp_path / "area") == []


def test_who_comes_second_waits(tmp_path):
    out, order = tmp_path / "out", []

    def second():
        with tree.renewing(out, tmp_path / "w") as mine:
            order.append("second")
            assert mine.put("a/b/1", b"1")[1]

    with tree.renewing(out, tmp_path / "w") as mine:
        other = threading.Thread(target=second)
        other.start()
        other.join(0.3)
        mine.put("a/b/1", b"1")
        order.append("first")
        mine.take(["a/b/1"])
    other.join(10)
    assert order == ["first", "second"] and leftovers(tmp_path) == []


def test_who_waits_is_told(onething, tmp_path):
    onething("init", tmp_path / "w")
    with tree.renewing(tmp_path / "out", tmp_path / "w"):
        second = start(tmp_path / "w", tmp_path / "out")
        assert "正在写" in second.stderr.readline()
        assert not (tmp_path / "out").exists()
    out, _ = second.communicate(timeout=100)
    assert second.returncode == 0 and "写了 11 个文件" in out


def test_who_only_reads_never_finds_it_missing(tmp_path):
    files = {f"330000/b/{n}": b"1" * 1000 for n in range(30)} | {"manifest.json": b"1"}
    renew(tmp_path / "out", files)
    stop, missed, seen = threading.Event(), [], []

    def read():
        while not stop.is_set():
            try:
                seen.append((tmp_path / "out" / "manifest.json").read_bytes())
            except OSError as error:
                missed.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for n in range(60):
        renew(tmp_path / "out", {**files, "manifest.json": str(n).encode(), f"330000/b/{n % 30}": b"2" * 1000})
    stop.set()
    reader.join()
    assert not missed and len(set(seen)) > 5


def test_a_living_build_keeps_what_it_laid_ready(tmp_path):
    renew(tmp_path / "out", {"a/b/1": b"1"})
    with tree.renewing(tmp_path / "out", tmp_path / "w") as mine:
        mine.put("a/b/1", b"2")
        renew(tmp_path / "other", {"a/b/1": b"1"})
        assert (mine.stage / "a/b/1").read_bytes() == b"2"
