"""``make fuzz``: wild files (tests/robustness/wild.py) through the compiler in several processes, sound ones emitted.

``N=`` how many (a million), ``SEED=`` the first, ``JOBS=`` processes; ``FILES=`` so many tiny bundles are also checked as one
workspace. What fails is printed with its seed and made as small as it gets.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
sys.path[:0] = [str(REPOSITORY), str(REPOSITORY / "tests")]
CHUNK = 500
SHOWN = 3  # reproductions of one failure


def failure(workspace, name: str, text: str) -> tuple[str, ...] | None:
    """What goes wrong: the kind of exception and where it was raised."""
    from robustness.trial import of_text

    try:
        of_text(workspace, name, text, emitted=True)
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        trace = error.__traceback__
        while trace.tb_next is not None:
            trace = trace.tb_next
        code = trace.tb_frame.f_code
        return type(error).__name__, f"{Path(code.co_filename).name}:{trace.tb_lineno}" if type(error).__name__ not in ("Hang", "RecursionError") else ""
    return None


def chunk(first: int, number: int) -> tuple[int, list[tuple[int, tuple[str, ...]]], Counter]:
    """So many seeds; the failures, and how often each code was found."""
    from robustness import wild
    from robustness.trial import of_text, workspace_with

    failed, codes = [], Counter()
    with tempfile.TemporaryDirectory() as folder:
        workspace = workspace_with(Path(folder), wild.CATALOGUE)
        for seed in range(first, first + number):
            try:
                made = wild.make(seed)
            except Exception as error:
                failed.append((seed, ("wild.make", repr(error))))
                continue
            try:
                codes.update({f.code for f in of_text(workspace, *made, emitted=True)})
            except KeyboardInterrupt:
                raise
            except BaseException:
                wrong = failure(workspace, *made)
                failed.append((seed, wrong or ("only after others", "")))
    return number, failed, codes


def reproduce(seed: int, wrong: tuple[str, ...]) -> str:
    """The smallest text that fails in this way."""
    from robustness import wild
    from robustness.shrink import shrunk
    from robustness.trial import workspace_with

    if wrong[0] in ("wild.make", "only after others"):
        return ""
    with tempfile.TemporaryDirectory() as folder:
        workspace = workspace_with(Path(folder), wild.CATALOGUE)
        name, text = wild.make(seed)
        return shrunk(text, lambda t: failure(workspace, name, t) == wrong)


def many_files(count: int) -> int:
    """A workspace of tiny bundles: checked at all, with exit 0 or 1, and how long and how much memory that takes."""
    import resource

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "onething.toml").write_text("", encoding="utf-8")
        (root / "目录.onething").write_text("地区 示范省：\n    代码：990000\n部门 甲局\n部门 乙局\n", encoding="utf-8")
        for i in range(count):
            (root / f"{i // 100}").mkdir(exist_ok=True)
            (root / f"{i // 100}" / f"件{i}.onething").write_text(
                f"一件事 件{i}：\n    代码：x{i}\n    地区：示范省\n    面向：个人\n    牵头部门：甲局\n    配合部门：乙局\n    依据：未载明\n    渠道：移动端\n"
                "角色 人（申请人）\n事项 甲：\n    办理部门：甲局\n    承诺时限：即办\n事项 乙：\n    办理部门：乙局\n    承诺时限：即办\n",
                encoding="utf-8",
            )
        began = time.monotonic()
        done = subprocess.run([sys.executable, "-m", "onething", "check", str(root)], capture_output=True, text=True, cwd=REPOSITORY)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{count} files: exit {done.returncode}, {time.monotonic() - began:.1f} s, {peak:.0f} MiB; {done.stdout.splitlines()[-1]}")
        return 0 if done.returncode in (0, 1) and not done.stderr else 1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1_000_000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--files", type=int, default=0)
    wanted = parser.parse_args()
    starts = range(wanted.seed, wanted.seed + wanted.number, CHUNK)
    began, tried, failed, codes = time.monotonic(), 0, [], Counter()
    with ProcessPoolExecutor(wanted.jobs) as pool:
        counts = (min(CHUNK, wanted.seed + wanted.number - s) for s in starts)
        for number, wrong, found in pool.map(chunk, starts, counts):
            tried, codes = tried + number, codes + found
            failed += wrong
            if wrong or tried % (100 * CHUNK) == 0:
                print(f"{tried} tried, {len(failed)} failed, {len(codes)} codes, {time.monotonic() - began:.0f} s", flush=True)
    kinds: dict[tuple[str, ...], list[int]] = {}
    for seed, wrong in failed:
        kinds.setdefault(wrong, []).append(seed)
    for wrong, seeds in kinds.items():
        print(f"\n{' '.join(wrong)}: {len(seeds)} times, seeds {seeds[:10]}")
        for seed in seeds[:SHOWN]:
            print(f"--- seed {seed}\n{reproduce(seed, wrong)!r}")
    print(f"{tried} tried, {len(failed)} failed, {len(codes)} codes found, {time.monotonic() - began:.0f} s")
    status = 1 if failed else 0
    return status or (many_files(wanted.files) if wanted.files else 0)


if __name__ == "__main__":
    sys.exit(main())
