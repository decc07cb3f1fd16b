"""``make mutate``: small mistakes are made in the core, one at a time; each must make some test fail.

Nothing is written to the source. Tests are collected once; then every mistake lives in a forked process, which swaps
the code of the functions and runs those tests that come by the changed lines, the quickest first, until one fails.
"""

from __future__ import annotations

import argparse
import ast
import functools
import gc
import importlib
import json
import os
import resource
import signal
import sys
import time
from pathlib import Path
from types import FunctionType, ModuleType

import coverage
import pytest
from mutations import Mutation, mutations

ROOT = Path(__file__).parents[1]
ENOUGH = 85  # per cent
SEMANTICS, PROPERTIES = "tests/semantics", "tests/properties/test_"
DECIDED = PROPERTIES + "decisions_are_the_reference_written_as_conditions.py"
RANDOM = [f"{DECIDED}::test_of_random_bundles_also_with_circles[{n}]" for n in (0, 20)]
EXACT = PROPERTIES + "exact_analysis_agrees_with_brute_force.py"
TESTS = {  # module → the quick tests that speak about it
    "onething.semantics": (SEMANTICS, *RANDOM),
    "onething.counting": ("tests/semantics/test_8_before_and_after.py", "tests/counting"),
    "onething.logic.expression": ("tests/logic", "tests/semantics/test_1_questions_and_situations.py"),
    "onething.logic.space": ("tests/logic", f"{EXACT}::test_valid_situations_and_conditions_over_them_are_those_of_the_enumeration[0]"),
    "onething.plan.decisions": (
        PROPERTIES + "decisions_over_answers_alone.py", *RANDOM, f"{DECIDED}::test_conditions_of_taking_look_only_at_matters_before_them",
    ),
}  # fmt: skip


class Runner:
    """A pytest plugin: collection as always, and instead of one run of the tests one for each mutation."""

    def __init__(self, module: str, killed: list[dict], keep):
        """``killed``: results that stand already; ``keep`` is called with all results after each new one."""
        self.module = importlib.import_module(module)
        self.known = {(r["in"], r["was"], r["now"], r["nth"]): r for r in killed}
        self.keep = keep
        self.failed = ""
        self.results: list[dict] = []

    def pytest_runtest_logreport(self, report) -> None:
        if report.failed:
            self.failed = report.nodeid

    def pytest_runtestloop(self, session) -> bool:
        items = {item.nodeid: item for item in session.items}
        gc.collect()
        self.remembering = [o for o in gc.get_objects() if isinstance(o, functools._lru_cache_wrapper) and o.__module__ == "compiling"]
        gc.freeze()
        seen, seconds = self._who_comes_by(items)
        path = self.module.__file__
        tree = ast.parse(Path(path).read_text(encoding="utf-8"))
        met: dict[tuple, int] = {}
        for m in mutations(tree):
            alike = (m.name, m.was, m.now)
            met[alike] = nth = met.get(alike, 0) + 1
            if (*alike, nth) in self.known:
                self.results.append(self.known[*alike, nth])
                continue
            inside = any(isinstance(n, ast.FunctionDef) and m.lines.start in range(n.lineno, n.end_lineno + 1) for n in ast.walk(tree))
            chosen = {t for line in m.lines for t in seen.get(str(line), ())} if inside and m.lines.start not in _heads(tree) else set(items)
            self._one(m, nth, tree, {t: seconds[t] for t in sorted(chosen, key=seconds.__getitem__)}, items)
        return True

    def _forget(self) -> None:
        """What tests remember was made by the unchanged code."""
        for made in self.remembering:
            made.cache_clear()

    def _who_comes_by(self, items: dict) -> tuple[dict, dict]:
        """For each line of the module the tests that run it, and for each test how long it takes."""

        def look() -> str:
            self._forget()
            cov = coverage.Coverage(data_file=None, include=[self.module.__file__])
            cov.start()
            seconds = {}
            for name, item in items.items():
                cov.switch_context(name)
                begun = time.process_time()
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
                seconds[name] = time.process_time() - begun
            cov.stop()
            if self.failed:
                return json.dumps(self.failed)
            return json.dumps([cov.get_data().contexts_by_lineno(self.module.__file__), seconds])

        told = json.loads(_forked(look)[0])
        if isinstance(told, str):
            raise SystemExit(f"{told} fails without any mutation")
        return told

    def _one(self, m: Mutation, nth: int, tree: ast.Module, chosen: dict[str, float], items: dict) -> None:
        before = m.apply()
        try:
            code = compile(ast.fix_missing_locations(tree), self.module.__file__, "exec")
        finally:
            m.undo(before)

        def look() -> str:
            resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
            self._forget()
            _swap(self.module, code)
            for name, usual in chosen.items():
                signal.setitimer(signal.ITIMER_PROF, 1 + 10 * usual)  # of its own CPU time: others may be at work
                items[name].config.hook.pytest_runtest_protocol(item=items[name], nextitem=None)
                if self.failed:
                    return self.failed
            return ""

        begun = time.perf_counter()
        told, status = _forked(look)
        hung = os.WIFSIGNALED(status)
        by = told or ("(hangs)" if hung else "(cannot be imported)" if status else "")
        self.results.append({"in": m.name, "line": m.lines.start, "was": m.was, "now": m.now, "nth": nth, "killed_by": by, "tests": len(chosen)})
        self.results[-1]["seconds"] = round(time.perf_counter() - begun, 2)
        self.keep(self.results)
        print("." if by else "S", end="", flush=True)


def _heads(tree: ast.Module) -> set[int]:
    """Lines of ``def``: they run once, at import."""
    return {n.lineno for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)}


def _forked(work) -> tuple[str, int]:
    """What ``work`` returns in a process of its own, and how that ends."""
    read, written = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(read)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1), os.dup2(null, 2)
        try:
            told = work()
            with os.fdopen(written, "w", encoding="utf-8") as pipe:
                pipe.write(told)
        except BaseException:  # noqa: BLE001 - whatever it is, the parent only asks whether
            os._exit(1)
        os._exit(0)
    os.close(written)
    with os.fdopen(read, encoding="utf-8") as pipe:
        told = pipe.read()
    return told, os.waitpid(pid, 0)[1]


def _swap(module: ModuleType, code) -> None:
    """Give the functions of a module, known to everybody by now, the code of the changed text."""
    fresh = dict(vars(module))
    exec(code, fresh)
    for name, new in fresh.items():
        old = vars(module).get(name)
        if isinstance(new, FunctionType) and new.__module__ == module.__name__:
            _take_over(old, new)
        elif isinstance(new, type) and new.__module__ == module.__name__:
            for attribute, made in vars(new).items():
                _take_over(_plain(vars(old).get(attribute)), _plain(made))
        elif name.isupper() and old is not new:
            for other in list(sys.modules.values()):
                for key, value in list(vars(other).items()) if isinstance(other, ModuleType) else ():
                    if value is old and isinstance(value, (dict, tuple)) and value:
                        setattr(other, key, new)


def _plain(attribute):
    return getattr(attribute, "fget", None) or getattr(attribute, "__func__", attribute)


def _take_over(old, new) -> None:
    if isinstance(old, FunctionType) and isinstance(new, FunctionType) and old.__code__.co_freevars == new.__code__.co_freevars:
        old.__code__, old.__defaults__, old.__kwdefaults__ = new.__code__, new.__defaults__, new.__kwdefaults__


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("modules", nargs="*", default=list(TESTS))
    parser.add_argument("-o", default="mutations.json", help="where the results go")
    parser.add_argument("--again", action="store_true", help="those killed by the results there count as killed; go on with the others")
    asked = parser.parse_args()
    os.chdir(ROOT)
    known = json.loads(Path(asked.o).read_text(encoding="utf-8")) if Path(asked.o).exists() else {}
    enough = True
    for module in asked.modules:
        killed = [r for r in known.get(module, ()) if r["killed_by"]] if asked.again else []

        def keep(results: list[dict]) -> None:
            known[module] = results + [r for r in killed if r not in results]
            Path(asked.o).write_text(json.dumps(known, ensure_ascii=False, indent=1), encoding="utf-8")

        options = ["-q", "-s", "--tb=native", "--assert=plain", "-p", "no:cacheprovider", "-p", "no:xdist"]
        pytest.main([*(t for t in TESTS[module] if Path(t.split("::")[0]).exists()), *options], plugins=[Runner(module, killed, keep)])
        killed, total = sum(bool(r["killed_by"]) for r in known[module]), len(known[module])
        print(f"\n{module}: {killed} of {total} mutations killed, {100 * killed / max(total, 1):.1f} %")
        enough = enough and total and 100 * killed >= ENOUGH * total
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
