"""``make bench``: CPU per bundle, growth and peak memory of check and build, and the ratio to a floor; the other
commands that report (test stats plan why) at the smaller size, as a ratio to check.

The floor, measured in the same run: read the text of every bundle, ``json.loads`` the same content, and (for build)
write as many bytes into as many files. Only ratios and growth mean anything across machines.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from bench_workspace import make

SIZES = (500, 4093)
FLOOR = """
import json, os, sys
from pathlib import Path
root, plain, out = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
for f in root.rglob("*.onething"):
    f.read_text(encoding="utf-8")
for f in plain.iterdir():
    json.loads(f.read_text(encoding="utf-8"))
if out != "-":
    sizes = [int(s) for s in Path(sys.argv[4]).read_text().split()]
    os.makedirs(out)
    for i, size in enumerate(sizes):
        if i % 11 == 0:
            os.makedirs(f"{out}/{i // 11}")
        with open(f"{out}/{i // 11}/{i}", "wb") as file:
            file.write(b"x" * size)
"""


def run(arguments: list[str]) -> tuple[float, float]:
    """CPU seconds and peak megabytes of a command."""
    pid = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONHASHSEED": "0"}).pid
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0,):
        raise SystemExit(f"failed: {' '.join(arguments)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(count: int, folder: Path) -> dict[str, tuple[float, float, float]]:
    """For check and build: CPU seconds, floor CPU seconds, peak megabytes."""
    root, plain, out = folder / "bundles", folder / "plain", folder / "generated"
    make(root, count)
    one = [sys.executable, "-m", "onething"]
    check = run([*one, "check", str(root)])
    build = run([*one, "build", str(root), "-o", str(out)])
    sizes = folder / "sizes"
    sizes.write_text(" ".join(str(f.stat().st_size) for f in out.rglob("*") if f.is_file()))
    read = run([sys.executable, "-c", FLOOR, str(root), str(plain), "-"])
    write = run([sys.executable, "-c", FLOOR, str(root), str(plain), str(folder / "floor"), str(sizes)])
    return {"check": (check[0], read[0], check[1]), "build": (build[0], write[0], build[1])}


def others(count: int, folder: Path) -> None:
    """The other commands that report: over the workspace, or for one bundle in a workspace of its own."""
    many, few = folder / "many", folder / "few"
    make(many / "bundles", count)
    make(few / "bundles", 1)
    one = [sys.executable, "-m", "onething"]
    file = next(f for f in sorted((few / "bundles").rglob("*.onething")) if "事项" in f.read_text(encoding="utf-8"))
    for size, root, commands in (
        (count, many / "bundles", (["check"], ["test"], ["stats"])),
        (1, few / "bundles", (["check"], ["plan", str(file)], ["why", str(file), "办理第0项"])),
    ):
        floor = 0.0
        for command in commands:
            cpu, peak = run([*one, *command, *([str(root)] if len(command) == 1 else [])])
            floor = floor or cpu
            print(f"{command[0]:5} {size:5} bundles  {cpu:7.2f} s CPU  {cpu / floor:5.2f} × check  peak {peak:4.0f} MB", flush=True)


def main() -> None:
    """Print the table."""
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    results = {}
    for count in sizes:
        with tempfile.TemporaryDirectory() as folder:
            results[count] = measure(count, Path(folder))
        for name, (cpu, floor, peak) in results[count].items():
            print(f"{name:5} {count:5} bundles  {cpu:7.1f} s CPU  {cpu / count * 1000:6.1f} ms a bundle  "
                  f"{cpu / floor:5.1f} × floor ({floor:.2f} s)  peak {peak:4.0f} MB", flush=True)  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        others(sizes[0], Path(folder))
    if len(sizes) == 2:
        small, large = sizes
        for name in ("check", "build"):
            growth = (results[large][name][0] / results[small][name][0]) / (large / small)
            print(f"{name:5} growth {growth:.2f} (1 = linear)")
    print(f"this process peaked at {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
