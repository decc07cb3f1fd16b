"""A cache that is damaged, locked, full, foreign or not to be written: the run is as without one. And the same question
again is answered without reading anything – with the same bytes."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from onething.cli.app import run
from onething.workspace import store
from onething.workspace.cache import Cache
from onething.workspace.stamp import settled
from onething.workspace.store import Store
from tests.scale.conftest import ROOT, report, shown

CITY = "示例省/甲市/开办餐饮店.onething"


def file_of(own_cache: Path) -> Path:
    return next(own_cache.glob("*.db"))


def flipped(file: Path) -> None:
    """Every finding that is kept is another one now, in a file that SQLite takes for whole."""
    connection = sqlite3.connect(file)
    with connection:
        connection.execute("UPDATE bundles SET value = replace(value, 'OT2', 'OT1')")
        connection.execute("UPDATE answers SET value = replace(value, '1', '2')")
    connection.close()


def of_another_version(file: Path) -> None:
    connection = sqlite3.connect(file)
    with connection:
        connection.execute("DROP TABLE bundles")
        connection.execute("CREATE TABLE bundles (something TEXT)")
        connection.execute("PRAGMA user_version = 999")
    connection.close()


DAMAGE = {
    "no database at all": lambda file: file.write_bytes(b"not a database " * 500),
    "cut off": lambda file: os.truncate(file, file.stat().st_size // 2),
    "empty": lambda file: file.write_bytes(b""),
    "zeros within": lambda file: file.write_bytes(file.read_bytes()[:8192] + bytes(40960) + file.read_bytes()[49152:]),
    "other findings": flipped,
    "of another version": of_another_version,
    "a folder": lambda file: (file.unlink(), file.mkdir()),
}


@pytest.mark.parametrize("how", DAMAGE)
def test_a_damaged_cache_changes_nothing(how, province, own_cache, long_ago):
    expected = shown(report(province, 1))
    report(province, 1, Cache.open(province))
    DAMAGE[how](file_of(own_cache))
    for _ in range(2):
        assert shown(report(province, 1, Cache.open(province))) == expected


def test_a_cache_that_was_damaged_is_made_anew(province, own_cache, long_ago, looked_at):
    report(province, 1, Cache.open(province))
    file_of(own_cache).write_bytes(b"not a database " * 500)
    report(province, 1, Cache.open(province))
    report(province, 1, Cache.open(province))
    looked_at.clear()
    report(province, 1, Cache.open(province))
    assert not looked_at


def test_a_locked_cache_is_not_waited_for_long(province, own_cache, long_ago, monkeypatch):
    expected = shown(report(province, 1, Cache.open(province)))
    monkeypatch.setattr(store, "WAIT", 0.05)
    other = sqlite3.connect(file_of(own_cache), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert shown(report(province, 1, Cache.open(province))) == expected
    other.close()


def test_a_full_disk_keeps_nothing_and_says_nothing(own_cache):
    kept = Store(own_cache)
    kept._connection.execute("PRAGMA max_page_count = 20")
    kept.put("bundles", [("big", "", "x" * 1_000_000)])
    assert kept.get("bundles", "big") is None
    again = Store(own_cache)
    again.put("bundles", [("small", "1", "2")])
    assert again.get("bundles", "small") == ("1", "2")


def test_no_place_for_a_cache(province, tmp_path, monkeypatch, long_ago):
    expected = shown(report(province, 1))
    (tmp_path / "file").write_text("")
    for place in ("", str(tmp_path / "file" / "cache"), "/proc/nowhere"):
        monkeypatch.setenv("ONETHING_CACHE", place)
        assert shown(report(province, 1, Cache.open(province))) == expected


def test_two_runs_at_once_share_it(province, own_cache):
    command = [sys.executable, "-m", "onething", "check", str(province), "--format", "json", "-j", "1"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) for _ in range(2)]
    first, second = (each.communicate(timeout=120) for each in both)
    assert first == second and first[1] == b"" and first[0].startswith(b"{")


def test_nothing_lies_in_the_workspace(province, long_ago):
    before = sorted(province.rglob("*"))
    report(province, 1, Cache.open(province))
    assert sorted(province.rglob("*")) == before


@pytest.mark.parametrize("arguments", (["--format", "json"], ["--format", "text"], ["--strict"], ["--format", "sarif"], ["--format", "junit"]))
def test_the_same_question_is_answered_without_opening_the_workspace(arguments, province, long_ago, monkeypatch, capfd):
    status = run(["check", str(province), *arguments])
    first = capfd.readouterr()
    monkeypatch.setattr("onething.workspace.workspace.open_workspace", None)
    assert run(["check", str(province), *arguments]) == status
    assert capfd.readouterr() == first and first.out


@pytest.mark.parametrize("change", ("another format", "another file", "the baseline", "another folder", "--no-cache"))
def test_another_question_is_not_answered_so(change, province, long_ago, monkeypatch, capfd):
    run(["check", str(province)])
    arguments = [str(province)]
    if change == "another format":
        arguments += ["--format", "json"]
    elif change == "another file":
        arguments = [str(province / CITY)]
    elif change == "the baseline":
        (province / "onething-baseline.json").write_text('{"findings": []}')
    elif change == "another folder":
        monkeypatch.chdir(province)
    else:
        arguments += ["--no-cache"]
    capfd.readouterr()
    monkeypatch.setattr("onething.workspace.workspace.open_workspace", None)
    assert run(["check", *arguments]) == 70
    assert "NoneType" in capfd.readouterr().err


def test_what_was_written_within_two_seconds_is_not_settled(tmp_path):
    file = tmp_path / "x"
    file.write_text("")
    about = file.stat()
    assert not settled(about, about.st_ctime_ns + 1_900_000_000)
    assert settled(about, about.st_ctime_ns + 2_100_000_000)
