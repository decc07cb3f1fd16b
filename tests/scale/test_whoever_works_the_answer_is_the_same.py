"""One process or several, forked or started anew: the same findings in the same order, in every format."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onething.cli.app import run
from onething.diagnostics.report import Report
from onething.workspace import open_workspace
from onething.workspace.survey import Look
from onething.workspace.workers import SMALL, WorkerDied, processes, spread
from tests.scale.conftest import ROOT, report, shown


def test_a_province_by_one_two_and_three_processes(kept_province):
    alone = shown(report(kept_province, 1))
    assert "OT2620" in alone["text zh"]
    assert shown(report(kept_province, 2)) == alone == shown(report(kept_province, 3))


@pytest.fixture(scope="module")
def mistakes(tmp_path_factory) -> Path:
    """Every mistake of the corpus that stands in one file, together in a workspace."""
    folder = tmp_path_factory.mktemp("mistakes")
    (folder / "onething.toml").write_text('language = "2"\nrules = "严格"\n', encoding="utf-8")
    shutil.copy(ROOT / "tests" / "corpus" / "目录.onething", folder)
    for number, file in enumerate(sorted((ROOT / "tests" / "corpus" / "bad").rglob("*.onething"))):
        if file.with_suffix(".expected").exists():
            shutil.copy(file, folder / f"{number}.onething")
    return folder


def test_every_finding_travels_whole(mistakes):
    workspace = open_workspace(mistakes)
    direct = Report()
    direct.add(workspace.findings)
    for examined in workspace.examine():
        direct.add(examined.findings)
        for finding, reason in examined.suppressed:
            direct.add([finding], reason=reason)
    direct = shown(direct)
    assert len(direct["text zh"]) > 50_000
    assert shown(report(mistakes, 1)) == direct == shown(report(mistakes, 2))


def test_where_processes_cannot_be_forked_they_open_the_workspace_themselves(kept_province):
    workspace = open_workspace(kept_province)
    paths = [s.path for s in workspace.sources]
    pieces = [(paths[i : i + 24], True) for i in range(0, len(paths), 24)]
    look = Look(kept_province, workspace)
    assert sorted(spread(look, pieces, 2, "spawn")) == list(spread(look, pieces, 1))


def test_little_work_is_done_by_one():
    assert processes(None, SMALL - 1) == 1
    assert processes(8, 3) == 3
    assert processes(2, 5000) == 2


def die(piece: int) -> int:
    if piece == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return piece


def fail(piece: int) -> int:
    raise OSError("no room")


def test_a_worker_that_is_killed_is_an_error_and_leaves_nobody_behind():
    import multiprocessing

    with pytest.raises(WorkerDied):
        list(spread(die, range(20), 2))
    assert not multiprocessing.active_children()


def test_what_goes_wrong_in_a_worker_goes_wrong_here():
    with pytest.raises(OSError, match="no room"):
        list(spread(fail, range(20), 2))


def test_a_killed_worker_is_one_line_and_status_70(kept_province, monkeypatch, capfd):
    monkeypatch.setattr(Look, "_row", lambda self, path, more: os._exit(9))
    assert run(["check", str(kept_province), "-j", "2"]) == 70
    said = capfd.readouterr()
    assert said.out == "" and said.err.count("\n") == 1 and "-j 1" in said.err


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_stopped_by_hand_all_stop_quietly(kept_province):
    child = subprocess.Popen(
        [sys.executable, "-m", "onething", "check", str(kept_province), "-j", "2"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, cwd=ROOT
    )
    below = Path(f"/proc/{child.pid}/task/{child.pid}/children")
    workers: list[str] = []
    while child.poll() is None and len(workers) < 2:
        workers = below.read_text().split()
        time.sleep(0.002)
    os.killpg(child.pid, signal.SIGINT)
    out, err = child.communicate(timeout=60)
    assert (child.returncode, out, err) == (130, b"", b"")
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)
