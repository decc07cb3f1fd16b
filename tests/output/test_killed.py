"""Row 37: a kill at any moment leaves the old output or the new one, never a half file, never some of each."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onething.cli.app import run
from onething.workspace import tree
from output.standing import leftovers, renew, standing, true_manifest

ROOT = Path(__file__).parents[2]
PLACES = [f"{330000 + place}/bundle-{n}/{file}" for place in range(2) for n in range(3) for file in ("form.html", "bundle.json", "notice.md")]


def generation(of: str) -> dict[str, bytes]:
    """Two thirds differ from the other generation, some files are only in this one."""
    files = {path: (f"{of} {path}\n" * 200 if n % 3 else f"{path}\n").encode() for n, path in enumerate(PLACES)}
    return {**files, f"330000/bundle-0/only-{of}.md": b"x" * 3000, f"33010{of}/other/bundle.json": b"{}", "manifest.json": of.encode()}


def sums(files: dict[str, bytes], scratch: Path) -> dict[str, str]:
    renew(scratch, files)
    return standing(scratch)


@pytest.mark.parametrize("exchanging", [True, False], ids=["exchange", "two renames"])
def test_two_hundred_kills_while_the_output_changes(exchanging: bool, tmp_path, monkeypatch):
    if not exchanging:
        monkeypatch.setattr(tree, "exchange", lambda new, old: False)
    one, two = generation("1"), generation("2")
    known = [sums(one, tmp_path / "one"), sums(two, tmp_path / "two")]
    out, chance = tmp_path / "area" / "out", random.Random(37)
    renew(out, one)
    began = time.perf_counter()
    renew(out, two)
    while_it_takes = min(time.perf_counter() - began, 0.04)  # a busy machine is not waited for
    seen, halfway = set(), 0
    for _ in range(200):
        child = os.fork()
        if not child:
            while True:  # to and fro, until killed
                renew(out, one)
                renew(out, two)
        time.sleep(chance.uniform(0, 2 * while_it_takes))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        halfway += len(leftovers(out.parent)) > 1
        if not exchanging and not out.exists():
            with tree.renewing(out, tmp_path):  # the next start brings it back
                pass
        seen.add(known.index(standing(out)))
    assert seen == {0, 1} and halfway > 20
    renew(out, one)
    assert standing(out) == known[0] and leftovers(out.parent) == []


def test_kills_of_the_whole_command(tmp_path, capfd):
    """In a copy of this process, where nothing is left to import: so the kills meet the work."""
    root, out = tmp_path / "w", tmp_path / "area" / "out"
    run(["init", str(root)])
    file = root / "小餐馆.onething"
    texts = [file.read_text(encoding="utf-8"), file.read_text(encoding="utf-8").replace("5个工作日", "4个工作日")]
    assert texts[0] != texts[1]
    known = []
    for text in texts:
        file.write_text(text, encoding="utf-8")
        began = time.perf_counter()
        assert run(["build", str(root), "-o", str(out)]) == 0
        takes = time.perf_counter() - began
        known.append(standing(out))
    chance, killed = random.Random(38), 0
    for n in range(30):
        file.write_text(texts[n % 2], encoding="utf-8")
        child = os.fork()
        if not child:
            os._exit(run(["build", str(root), "-o", str(out)]))
        time.sleep(takes * chance.uniform(0, 1.3))
        os.kill(child, signal.SIGKILL)
        killed += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        assert standing(out) in known and true_manifest(out)
    assert killed > 5
    for n in range(3):  # and as a user runs it
        process = subprocess.Popen([sys.executable, "-m", "onething", "build", root, "-o", out], cwd=ROOT, stdout=subprocess.DEVNULL)
        time.sleep(takes * chance.uniform(1, 4))
        process.kill()
        process.wait()
        assert standing(out) in known and true_manifest(out)
    assert run(["build", str(root), "-o", str(out)]) == 0
    assert standing(out) == known[1] and leftovers(out.parent) == []
