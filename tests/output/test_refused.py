"""Row 38: disk full, read-only, no permission: the old output is whole, exit 2, one line."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from onething.cli.app import run
from onething.workspace import tree
from output.standing import leftovers, renew, standing, true_manifest
from output.test_killed import generation

ROOT = Path(__file__).parents[2]
STEPS = [(os, "link"), (os, "mkdir"), (os, "chmod"), (os, "rename"), (os, "replace"), (Path, "write_bytes"), (tree, "exchange")]


class DiskFull:
    """The n-th step that changes the disk fails, and all after it; ``once``: only that one."""

    def __init__(self, monkeypatch, at: int, number: int, once: bool = False):
        self.left, self.number, self.once = at, number, once
        for owner, name in STEPS:
            monkeypatch.setattr(owner, name, self.step(getattr(owner, name)))

    def step(self, real):
        def tried(*arguments, **more):
            self.left -= 1
            if self.left == -1 or (self.left < 0 and not self.once):
                raise OSError(self.number, os.strerror(self.number))
            return real(*arguments, **more)

        return tried


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("exchanging", [True, False], ids=["exchange", "two renames"])
def test_a_disk_that_is_full_at_any_step_leaves_the_old_output(number: int, exchanging: bool, tmp_path, monkeypatch):
    if not exchanging:
        monkeypatch.setattr(tree, "exchange", lambda new, old: False)
    renew(tmp_path / "out", generation("1"))
    old, failed = standing(tmp_path / "out"), 0
    for at in range(500):
        with monkeypatch.context() as patch:
            full = DiskFull(patch, at, number)
            try:
                renew(tmp_path / "out", generation("2"))
            except OSError as error:
                assert error.errno == number
                failed += 1
        with tree.renewing(tmp_path / "out", tmp_path):  # two renames: the next start brings it back
            pass
        if full.left >= 0:
            break
        assert standing(tmp_path / "out") == old and leftovers(tmp_path) == [], at
    renew(tmp_path / "two", generation("2"))
    assert failed > 20 and standing(tmp_path / "out") == standing(tmp_path / "two")


@pytest.mark.parametrize("exchanging", [True, False], ids=["exchange", "two renames"])
def test_a_step_that_fails_once_leaves_the_old_output_at_its_place(exchanging: bool, tmp_path, monkeypatch):
    if not exchanging:
        monkeypatch.setattr(tree, "exchange", lambda new, old: False)
    renew(tmp_path / "out", generation("1"))
    old, failed = standing(tmp_path / "out"), 0
    for at in range(500):
        with monkeypatch.context() as patch:
            disk = DiskFull(patch, at, errno.EIO, once=True)
            try:
                renew(tmp_path / "out", generation("2"))
            except OSError:
                failed += 1
                assert standing(tmp_path / "out") == old and leftovers(tmp_path) == [], at
        if disk.left >= 0:
            break
        renew(tmp_path / "out", generation("1"))  # some steps of the lock may fail unseen
    assert failed > 10


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_disk_that_takes_no_more_names_refuses_the_build(number: int, tmp_path, monkeypatch):
    def no(*_arguments, **_more):
        raise OSError(number, os.strerror(number))

    renew(tmp_path / "out", generation("1"))
    old = standing(tmp_path / "out")
    monkeypatch.setattr(os, "link", no)
    with pytest.raises(OSError, match=os.strerror(number)):
        renew(tmp_path / "out", generation("2"))
    assert standing(tmp_path / "out") == old and leftovers(tmp_path) == []


@pytest.fixture(scope="module")
def changed(tmp_path_factory) -> Path:
    """A workspace changed since its output was made."""
    area = tmp_path_factory.mktemp("changed")
    for command in (["init", area / "w"], ["build", area / "w", "-o", area / "outer" / "out"]):
        subprocess.run([sys.executable, "-m", "onething", *map(str, command)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    file = area / "w" / "小餐馆.onething"
    file.write_text(file.read_text(encoding="utf-8").replace("5个工作日", "4个工作日"), encoding="utf-8")
    return area


@pytest.fixture
def area(changed):
    """A folder that other users may look into."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        yield Path(shutil.copytree(changed, folder, dirs_exist_ok=True))


def as_somebody(area: Path, *arguments: object) -> tuple[int, str]:
    """Run a command as a user who may not do everything: its exit status and what it wrote to stderr."""
    run(["build", str(area / "w"), "-o", str(area / "known")])  # what waits to be imported may be closed to that user
    shutil.rmtree(area / "known")
    (area / "said").write_text("")
    if os.geteuid() == 0:
        for path in [area, *area.rglob("*")]:
            os.chown(path, 65534, 65534)
    child = os.fork()
    if not child:
        try:
            os.dup2(os.open(area / "said", os.O_WRONLY), 2)
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            sys.stderr = open(2, "w", encoding="utf-8", closefd=False)
            status = run([*map(str, arguments)])
            sys.stderr.flush()
        finally:
            os._exit(status)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    said = (area / "said").read_text(encoding="utf-8")
    (area / "said").unlink()
    return status, said


def test_a_file_too_large_for_the_disk(area):
    before = standing(area)
    done = subprocess.run(
        [sys.executable, "-m", "onething", "build", area / "w", "-o", area / "outer" / "out"], cwd=ROOT, capture_output=True, encoding="utf-8",
        timeout=100, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000)),
    )  # fmt: skip
    assert done.returncode == 2 and done.stderr.count("\n") == 1, done.stderr
    assert standing(area) == before and leftovers(area / "outer") == []


CLOSED = {
    "the output": ["outer/out"],
    "the output and the folder around it": ["outer/out", "outer"],
    "all of it": ["outer/out/990100/small-restaurant", "outer/out/990100", "outer/out", "outer"],
}


@pytest.mark.parametrize("closed", CLOSED)
@pytest.mark.parametrize("out", ["outer/out", "outer/new/deep"])
def test_without_permission(closed: str, out: str, area):
    if closed == "the output" and out != "outer/out":
        pytest.skip("beside it something new may be made")
    before = standing(area)
    for folder in CLOSED[closed]:
        os.chmod(area / folder, 0o555)
    try:
        status, said = as_somebody(area, "build", area / "w", "-o", area / out)
    finally:
        for folder in reversed(CLOSED[closed]):
            os.chmod(area / folder, 0o755)
    assert status == 2 and said.count("\n") == 1 and "Traceback" not in said, said
    assert standing(area) == before


def test_a_closed_folder_around_an_open_output_is_no_hindrance(area):
    os.chmod(area / "outer", 0o555)
    try:
        status, said = as_somebody(area, "build", area / "w", "-o", area / "outer/out")
    finally:
        os.chmod(area / "outer", 0o755)
    assert status == 0 and true_manifest(area / "outer" / "out") and leftovers(area / "outer" / "out") == [], said


def test_a_closed_folder_of_others_within_is_carried_over_and_nothing_is_left(area):
    closed = area / "outer" / "out" / "closed"
    closed.mkdir()
    (closed / "1").write_text("1")
    os.chmod(closed, 0o555)
    status, said = as_somebody(area, "build", area / "w", "-o", area / "outer" / "out")
    assert status == 0 and closed.stat().st_mode & 0o777 == 0o555 and (closed / "1").exists() and leftovers(area / "outer") == [], said
    os.chmod(closed, 0o755)


def test_a_disk_that_cannot_be_written_and_one_that_is_full(area):
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode:
        pytest.skip("nothing may be mounted here")
    for options, size in (("ro", "10m"), ("rw", "60k")):
        disk, python = area / f"disk-{options}", f"{sys.executable} -m onething"
        disk.mkdir()
        fill = f"cp -r {area}/outer/out {disk}/out" if options == "ro" else f"mkdir -p {disk}/out; echo mine > {disk}/out/mine; head -c 40000 /dev/zero > {disk}/large"
        script = f"cd {ROOT}; mount -t tmpfs -o size={size} none {disk}; {fill}; mount -o remount,{options} {disk}; find {disk} -type f | sort | xargs sha256sum > {area}/before; if {python} build {area}/w -o {disk}/out 2>{area}/said; then echo 0; else echo $?; fi > {area}/status; find {disk} -type f | sort | xargs sha256sum > {area}/after"
        done = subprocess.run(["unshare", "-m", "sh", "-ec", script], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert (area / "status").read_text() == "2\n" and (area / "said").read_text(encoding="utf-8").count("\n") == 1, (area / "said").read_text(encoding="utf-8")
        assert (area / "before").read_text() == (area / "after").read_text()
