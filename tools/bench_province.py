"""The second half of ``make bench``: a generated province of 500 and of 4,093 local versions, measured in one run on two cores.

CPU seconds of the process and its workers. Checking and building are shown as a multiple of a floor: read the text of
every bundle and ``json.loads`` the same content – as the files stand (a local version says only what is different),
and as the bundles hold (each with all its content, which is what is checked) –, for a build with as many bytes written
into as many files. What is asked again is shown as a multiple of ``onething --version``.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import FLOOR, run
from bench_workspace import as_json
from province import make

ONETHING = [sys.executable, "-m", "onething"]
SIZES = (500, 4093)
TICK = 2.1  # seconds after which the time of a file is believed
BOUNDS = {"check": 6.5, "build": 11.0, "nothing changed": 3.0, "one file changed": 5.0, "growth": 9.0}


def plain(root: Path, folder: Path, whole: bool) -> None:
    """The content of every bundle as JSON; ``whole``: of a local version all that holds, not only what it says."""
    folder.mkdir()
    standards = {f.stem: f.read_text(encoding="utf-8") for f in (root / "国家").iterdir()}
    for number, file in enumerate(sorted(root.rglob("*.onething"))):
        own = file.read_text(encoding="utf-8")
        text = f"{standards[file.stem]}\n{own}" if whole and file.stem in standards and file.parent.name != "国家" else own
        (folder / f"{number}.json").write_text(json.dumps(as_json(text), ensure_ascii=False), encoding="utf-8")


def median(arguments: list[str]) -> float:
    """CPU seconds of a short command, the middle one of five."""
    return statistics.median(run(arguments)[0] for _ in range(5))


def measure(count: int, folder: Path) -> dict[str, float]:
    """CPU seconds and megabytes, by what was done."""
    root, out = folder / "省", folder / "generated"
    make(root, bundles=count)
    for name, whole in (("as written", False), ("as held", True)):
        plain(root, folder / name, whole)
    time.sleep(TICK)
    found: dict[str, float] = {}
    found["check"], found["check MB"] = run([*ONETHING, "check", "-j", "2", str(root)])
    found["nothing changed"] = median([*ONETHING, "check", "-j", "2", str(root)])
    found["version"] = median([*ONETHING, "--version"])
    file = next(f for f in sorted(root.rglob("*县/*.onething")))
    file.write_text(file.read_text(encoding="utf-8") + "# 改过\n", encoding="utf-8")
    found["one file changed"] = run([*ONETHING, "check", "-j", "2", str(root)])[0]
    found["check -j 1"], found["check -j 1 MB"] = run([*ONETHING, "check", "--no-cache", "-j", "1", str(root)])
    found["build"], found["build MB"] = run([*ONETHING, "build", "--no-cache", "-j", "2", str(root), "-o", str(out)])
    (folder / "sizes").write_text(" ".join(str(f.stat().st_size) for f in out.rglob("*") if f.is_file()))
    for name in ("as written", "as held"):
        found[f"read {name}"] = run([sys.executable, "-c", FLOOR, str(root), str(folder / name), "-"])[0]
        found[f"write {name}"] = run([sys.executable, "-c", FLOOR, str(root), str(folder / name), str(folder / f"floor {name}"), str(folder / "sizes")])[0]
    return found


def show(count: int, found: dict[str, float]) -> None:
    """One size."""
    for what, floor in (("check", "read"), ("build", "write")):
        ratios = "，".join(f"{found[what] / found[f'{floor} {name}']:5.1f} × floor {name} ({found[f'{floor} {name}']:.2f} s)" for name in ("as written", "as held"))
        print(f"{what:16} {count:5} versions  {found[what]:7.2f} s CPU  {found[what] / count * 1000:5.2f} ms each  {ratios}  peak {found[what + ' MB']:.0f} MB (bound {BOUNDS[what]} ×)")
    print(f"{'check -j 1':16} {count:5} versions  {found['check -j 1']:7.2f} s CPU  peak {found['check -j 1 MB']:.0f} MB")
    for what in ("nothing changed", "one file changed"):
        print(f"{what:16} {count:5} versions  {found[what]:7.3f} s CPU  {found[what] / found['version']:5.2f} × --version ({found['version']:.3f} s)  (bound {BOUNDS[what]} ×)", flush=True)


def main() -> None:
    """Print the table."""
    results = {}
    for count in tuple(map(int, sys.argv[1:])) or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["ONETHING_CACHE"] = f"{folder}/cache"
            results[count] = measure(count, Path(folder))
        show(count, results[count])
    if len(results) == 2:
        small, large = results.values()
        for what in ("check", "build"):
            print(f"{what:16} CPU of the large one is {large[what] / small[what]:.1f} × that of the small one (bound {BOUNDS['growth']} ×)")
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, {subprocess.run(['uname', '-sm'], capture_output=True, text=True).stdout.strip()}")


if __name__ == "__main__":
    main()
