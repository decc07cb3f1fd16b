"""Bundles that grow: chains, cliques, ladders and crossed questions. Small files, but a naive compiler never comes back."""

from __future__ import annotations

CATALOGUE = "地区 示范省：\n    代码：990000\n部门 甲局\n部门 乙局\n证照 身份证\n"
HEAD = """\
一件事 试验：
    代码：trial
    地区：示范省
    面向：个人
    牵头部门：甲局
    配合部门：乙局
    依据：未载明
    渠道：移动端
角色 人（申请人）
情形 问 “问什么？”：是、否
"""
GATE = "不予受理 当 问 为 否：“不办。”"


def matter(name: str, *lines: str) -> str:
    """A matter; every other one is handled by the other department."""
    department = "甲局" if sum(map(ord, name)) % 2 else "乙局"
    return f"事项 {name}：\n    办理部门：{department}\n    承诺时限：1个工作日\n" + "".join(f"    {line}\n" for line in lines if line)


def _bundle(*matters: str, head: str = HEAD) -> str:
    return CATALOGUE + head + "".join(matters)


def _after(names: list[str]) -> str:
    return f"前置：{'、'.join(names)}" if names else ""


def chain(n: int, *lines: str, backward: bool = False) -> str:
    """Matters, each after the one before it (or behind it)."""
    step = 1 if backward else -1
    return _bundle(*(matter(f"事{i}", *lines, _after([f"事{i + step}"] if 0 <= i + step < n else [])) for i in range(n)))


def state_chain(n: int, *lines: str) -> str:
    """Matters, each waiting for a state that the one before it brings about."""
    return _bundle(*(matter(f"事{i}", f"产出：账{i} 变为 开", *lines, f"前置：账{i - 1} 为 开" if i else "") for i in range(n)))


def ring(n: int, *lines: str) -> str:
    """A circle of matters."""
    return _bundle(*(matter(f"事{i}", *lines, _after([f"事{(i - 1) % n}"])) for i in range(n)))


def clique(n: int, *lines: str) -> str:
    """Matters, each after all others."""
    return _bundle(*(matter(f"事{i}", *lines, _after([f"事{j}" for j in range(n) if j != i])) for i in range(n)))


def state_clique(n: int, *lines: str) -> str:
    """Matters, each waiting for the states of all others."""
    waits = lambda i: ["前置：", *(f"    账{j} 为 开" for j in range(n) if j != i)]  # noqa: E731
    return _bundle(*(matter(f"事{i}", f"产出：账{i} 变为 开", *lines, *waits(i)) for i in range(n)))


def ladder(n: int, *lines: str) -> str:
    """Diamonds on top of each other: 2^n ways lead from the first matter to the last."""
    made = [matter("顶0", *lines, GATE)]
    for i in range(n):
        made += [matter(f"左{i}", *lines, _after([f"顶{i}"])), matter(f"右{i}", *lines, _after([f"顶{i}"]))]
        made.append(matter(f"顶{i + 1}", *lines, _after([f"左{i}", f"右{i}"])))
    return _bundle(*made)


def open_ladder(n: int) -> str:
    """The same where nothing can be refused."""
    return ladder(n).replace(f"    {GATE}\n", "")


def crossed(numbers: int, cuts: int) -> str:
    """Questions for numbers, each compared with ``cuts`` bounds: (2·cuts + 1) situations each."""
    head = HEAD.replace("情形 问 “问什么？”：是、否\n", "")
    questions = "".join(f"情形 面积{i} “多大？”：\n    类型：面积\n" for i in range(numbers))
    gates = "".join(
        f"不予联办 太大{i} 当 " + " 且 ".join(f"面积{i} 超过 {c}平方米" for c in range(1, cuts + 1)) + "：“太大。”\n" for i in range(numbers)
    )
    return CATALOGUE + head + questions + gates + matter("事甲") + matter("事乙")
