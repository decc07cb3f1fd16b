"""Random local versions of random bundles, as text: blocks modified, added and cancelled, lists added to and cut."""

from __future__ import annotations

import random
from functools import cache

from bundle_maker import FIELDS, HELD, LIMITS, make
from compiling import Compiled, compile_text

from onething.resolve.reader import entries, values
from onething.source import Source
from onething.syntax import parse
from onething.syntax.tree import Items, Name

HEAD = "地区 乙市：\n    上级：甲省\n一件事 随机：\n    地区：乙市\n    沿用：甲省/随机\n"


def local(seed: int) -> list[str]:
    """The blocks of a local version of ``make(seed)``, its head first."""
    dice = random.Random(seed)
    matters = [b for b in parse(Source("件.onething", make(seed))).blocks if b.word.name == "事项"]
    blocks = [HEAD, f"增加 事项 本地的：\n    办理部门：甲局\n    参与：{dice.choice(('选办', '必办'))}\n    材料：{dice.choice(HELD)}\n"]
    for block in dice.sample(matters, min(3, len(matters))):
        name = block.name.phrase.items[0].head.text
        lines = [f"    承诺时限：{dice.choice(LIMITS)}"] if dice.random() < 0.7 else []
        if dice.random() < 0.5:
            lines.append(f"    改为 字段：{'、'.join(dice.sample(FIELDS, 2))}")
        lines += _materials(dice, block)
        if "未通过时" in entries(block) and dice.random() < 0.3:
            lines.append("    取消 未通过时：“照一般规定”")
        if lines:
            blocks.append(f"修改 事项 {name}：\n" + "".join(f"{line}\n" for line in lines))
    if dice.random() < 0.3:
        blocks.append("增加 提示 本地 当 问0 为 一：“本地的话。”\n")
    return blocks


def _materials(dice: random.Random, block) -> list[str]:
    """Something taken out of a matter's list, something put into it."""
    listed = [i.head.text for v in values(entries(block).get("材料")) if isinstance(v.phrase, Items) for i in v.phrase.items if isinstance(i.head, Name)]
    cut = dice.choice(listed) if listed and dice.random() < 0.5 else ""
    lines = [f"    取消 材料 {cut}：“本市有”"] if cut else []
    new = next((d for d in dice.sample(HELD, len(HELD)) if d not in listed), "")
    return [*lines, f"    增加 材料：{new}（复印件）"] if new and dice.random() < 0.5 else lines


def text(seed: int) -> str:
    return "".join(local(seed))


def compiled(seed: int, written: str, path: str = "本地.onething") -> Compiled:
    """The local version ``written`` of ``make(seed)``."""
    return compile_text(written, "", path, checked=False, above=make(seed))


@cache
def sound_seeds(count: int, start: int = 3000) -> tuple[int, ...]:
    """Seeds whose local version has no finding of its own."""
    found = []
    while len(found) < count:
        if not compiled(start, text(start)).findings:
            found.append(start)
        start += 1
    return tuple(found)
