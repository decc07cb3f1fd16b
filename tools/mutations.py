"""The small mistakes that ``tools/mutate.py`` makes in a module: each one place of its syntax tree, changed.

Left alone are docstrings, annotations, the fixed pieces of f-strings and what ``raise`` says: none of them means anything.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

CONTRARY = {
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,), ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.And: (ast.Or,), ast.Or: (ast.And,),
    ast.Add: (ast.Sub,), ast.Sub: (ast.Add,), ast.Mult: (ast.Add,), ast.Div: (ast.Mult,), ast.FloorDiv: (ast.Mult,), ast.Mod: (ast.Mult,),
    ast.LShift: (ast.RShift,), ast.RShift: (ast.LShift,), ast.BitAnd: (ast.BitOr,), ast.BitOr: (ast.BitAnd,), ast.BitXor: (ast.BitOr,),
}  # fmt: skip
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any", "both": "either", "either": "both"}


@dataclass(frozen=True, slots=True)
class Mutation:
    """``lines``: those of the statement, by which tests are chosen; ``name``: the function around it, '' = none."""

    name: str
    lines: range
    was: str
    now: str
    node: ast.AST
    field: str
    index: int | None
    put: object

    def apply(self) -> object:
        """Change the tree; returns what was there."""
        held = getattr(self.node, self.field)
        if self.index is None:
            setattr(self.node, self.field, self.put)
            return held
        before, held[self.index] = held[self.index], self.put
        return before

    def undo(self, before: object) -> None:
        if self.index is None:
            setattr(self.node, self.field, before)
        else:
            getattr(self.node, self.field)[self.index] = before


def mutations(tree: ast.Module) -> Iterator[Mutation]:
    """Every mutation of a module, from top to bottom. Each is applied and undone before the next is made."""
    for statement, name in _statements(tree.body, ""):
        lines = range(statement.lineno, _header_end(statement) + 1)
        for node, field, index, put in _changes(statement):
            made = Mutation(name, lines, "", "", node, field, index, put)
            was = _shown(statement)
            before = made.apply()
            now = _shown(statement)
            made.undo(before)
            if was != now:
                yield Mutation(name, lines, *_difference(was, now), node, field, index, put)


def _statements(body: list, name: str) -> Iterator[tuple[ast.stmt, str]]:
    for s in body:
        if isinstance(s, (ast.Import, ast.ImportFrom, ast.Raise, ast.Assert)) or _is_docstring(s):
            continue
        if isinstance(s, ast.ClassDef):
            methods = [d for d in s.body if isinstance(d, ast.FunctionDef)]
            yield from _statements(methods, f"{name}.{s.name}".strip("."))
            continue
        inner = f"{name}.{s.name}".strip(".") if isinstance(s, ast.FunctionDef) else name
        yield s, inner
        for field in ("body", "orelse"):
            yield from _statements(getattr(s, field, []), inner)


def _is_docstring(s: ast.stmt) -> bool:
    return isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant)


def _header_end(s: ast.stmt) -> int:
    body = getattr(s, "body", None)
    return max(s.lineno, body[0].lineno - 1) if body else s.end_lineno


def _changes(s: ast.stmt) -> Iterator[tuple[ast.AST, str, int | None, object]]:
    """What can be changed in one statement, without the statements within it."""
    if isinstance(s, (ast.Return, ast.Expr)):
        yield from _whole(s)
    if isinstance(s, ast.AugAssign):
        yield from ((s, "op", None, op()) for op in CONTRARY.get(type(s.op), ()))
    if isinstance(s, (ast.Continue, ast.Break)):
        yield s, "__class__", None, ast.Break if isinstance(s, ast.Continue) else ast.Continue
    for parent, field, index, node in _expressions(s):
        yield from ((parent, field, index, put) for put in _instead(parent, field, node))
        yield from _inside(node)


def _whole(s: ast.stmt):
    if isinstance(s, ast.Return):
        if s.value is not None and not (isinstance(s.value, ast.Constant) and s.value.value is None):
            yield s, "value", None, ast.Constant(None)
    elif isinstance(s, ast.Expr) and not isinstance(s.value, (ast.Yield, ast.YieldFrom)):
        yield s, "value", None, ast.Constant(None)


def _expressions(s: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.expr]]:
    for field, value in ast.iter_fields(s):
        if field in ("body", "orelse", "handlers", "finalbody") and isinstance(value, list):
            continue
        if field in ("annotation", "returns", "decorator_list"):
            continue
        for index, node in enumerate(value) if isinstance(value, list) else ((None, value),):
            if isinstance(node, ast.AST) and not (isinstance(s, ast.JoinedStr) and isinstance(node, ast.Constant)):
                if isinstance(node, ast.expr):
                    yield s, field, index, node
                yield from _expressions(node)


def _instead(parent: ast.AST, field: str, node: ast.expr) -> Iterator[ast.expr]:
    """Other expressions in the place of this one."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, bool):
            yield ast.Constant(not node.value)
        elif isinstance(node.value, int):
            yield ast.Constant(node.value + 1)
        elif isinstance(node.value, str):
            yield ast.Constant(node.value + "？")
    elif isinstance(node, ast.UnaryOp):
        yield node.operand
    elif isinstance(node, ast.Name) and node.id in NAMES and isinstance(node.ctx, ast.Load):
        yield ast.Name(NAMES[node.id], ast.Load())
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "sorted":
        yield ast.Call(ast.Name("list", ast.Load()), node.args, [])
    asked = field == "test" and isinstance(parent, (ast.If, ast.While, ast.IfExp)) or field == "ifs"
    if asked and not isinstance(node, (ast.Compare, ast.UnaryOp)):
        yield ast.UnaryOp(ast.Not(), node)
    if field == "ifs":
        yield ast.Constant(True)


def _inside(node: ast.expr):
    """Changes within an expression that leave its shape."""
    if isinstance(node, ast.Compare):
        for i, op in enumerate(node.ops):
            yield from ((node, "ops", i, other()) for other in CONTRARY[type(op)])
    elif isinstance(node, (ast.BoolOp, ast.BinOp)):
        yield from ((node, "op", None, other()) for other in CONTRARY.get(type(node.op), ()))
    elif isinstance(node, ast.Slice):
        yield from ((node, end, None, None) for end in ("lower", "upper") if getattr(node, end) is not None)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get" and len(node.args) == 2:
        yield node, "args", None, node.args[:1]


def _shown(s: ast.stmt) -> str:
    text = ast.unparse(ast.fix_missing_locations(s))
    return text.split("\n")[0] if getattr(s, "body", None) and not isinstance(s, ast.Expr) else text


def _difference(was: str, now: str) -> tuple[str, str]:
    """Both lines without what they have in common far from the change."""
    start = next((i for i, (a, b) in enumerate(zip(was, now)) if a != b), min(len(was), len(now)))
    end = next((i for i, (a, b) in enumerate(zip(was[::-1], now[::-1])) if a != b), 0)
    end = min(end, len(was) - start, len(now) - start)
    cut = lambda t: ("…" if start > 30 else "") + t[max(0, start - 30) : len(t) - end + min(end, 20)]  # noqa: E731
    return cut(was), cut(now)
