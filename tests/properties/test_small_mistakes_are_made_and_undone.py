"""What ``tools/mutate.py`` relies on: which mistakes are made, that each is undone, that functions known elsewhere get the changed code."""

from __future__ import annotations

import ast
import importlib
import sys
import types
from pathlib import Path

import pytest

TEXT = '''
SIDES = {"左": 1}
def f(a: "int", b: "int" = 0) -> "bool":
    """Says nothing."""
    if a <= b and not b:
        return f"{a}-" != "甲"
    for x in sorted(a[1:]):
        if x:
            continue
        b += x
    raise ValueError("这不算")
'''
MADE = {
    ("SIDES = {'左': 1}", "SIDES = {'左？': 1}"), ("SIDES = {'左': 1}", "SIDES = {'左': 2}"),
    ("def f(a: 'int', b: 'int'=0) -> 'bool':", "def f(a: 'int', b: 'int'=1) -> 'bool':"),
    ("if a <= b and (not b):", "if not (a <= b and (not b)):"), ("if a <= b and (not b):", "if a <= b or not b:"), ("if a <= b and (not b):", "if a <= b and b:"),
    ("if a <= b and (not b):", "if a < b and (not b):"), ("if a <= b and (not b):", "if a > b and (not b):"),
    ("""return f'{a}-' != '甲'""", "return None"), ("""return f'{a}-' != '甲'""", """return f'{a}-' == '甲'"""),
    ("""return f'{a}-' != '甲'""", """return f'{a}-' != '甲？'"""),
    ("for x in sorted(a[1:]):", "for x in list(a[1:]):"), ("for x in sorted(a[1:]):", "for x in sorted(a[:]):"),
    ("for x in sorted(a[1:]):", "for x in sorted(a[2:]):"), ("if x:", "if not x:"), ("continue", "break"), ("b += x", "b -= x"),
}  # fmt: skip


@pytest.fixture
def tools(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "tools"))
    pytest.importorskip("coverage")
    return importlib.import_module("mutations"), importlib.import_module("mutate")


def shown(tree: ast.Module) -> list[str]:
    return [line.strip() for line in ast.unparse(tree).splitlines()]


def test_one_mistake_at_a_time_and_none_in_what_means_nothing(tools):
    tree = ast.parse(TEXT)
    right, made = shown(tree), set()
    for mistake in tools[0].mutations(tree):
        before = mistake.apply()
        (change,) = [pair for pair in zip(right, shown(tree)) if pair[0] != pair[1]]
        mistake.undo(before)
        assert shown(tree) == right
        made.add(change)
    assert made == MADE


def test_who_knows_a_function_or_a_table_of_the_module_already_gets_the_changed_one(tools, monkeypatch):
    module, user = types.ModuleType("erred"), types.ModuleType("user")
    monkeypatch.setitem(sys.modules, "erred", module)
    monkeypatch.setitem(sys.modules, "user", user)
    exec("LIMITS = {'甲': 1}\ndef f(a, b=1): return a < b\nclass C:\n    @property\n    def p(self): return 1\n", vars(module))
    user.f, user.LIMITS, made = module.f, module.LIMITS, module.C()
    changed = "LIMITS = {'甲': 2}\ndef f(a, b=2): return a <= b\nclass C:\n    @property\n    def p(self): return 3\n"
    tools[1]._swap(module, compile(changed, "erred", "exec"))
    assert user.f(2) and user.LIMITS == {"甲": 2} and made.p == 3
