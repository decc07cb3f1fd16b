"""Pairs of small random bundles: one, and the same with a few of its parts made anew."""

from __future__ import annotations

import random

from bundle_maker import Maker, make


def pair(seed: int) -> tuple[str, str]:
    """Two texts with the same catalogue. Most differ in one or two matters, some in their gates, a few in everything."""
    dice = random.Random(f"pair{seed}")
    if dice.random() < 0.1:
        return make(seed), make(seed + 100_000)
    maker = Maker(seed)
    text = maker.text()
    head, *blocks = text.split("\n事项 ")
    tail = ""
    for word in ("\n不予联办 ", "\n不予受理 当", "\n提示 当"):  # gates of the bundle stand at the margin, behind the matters
        at = blocks[-1].find(word)
        if at >= 0:
            blocks[-1], tail = blocks[-1][:at], blocks[-1][at:] + tail
    maker.dice = random.Random(f"again{seed}")
    for i in dice.sample(range(maker.number), dice.randint(1, 2)):
        blocks[i] = "\n".join(maker.matter(i))[len("事项 ") :]
    if dice.random() < 0.2 and len(blocks) > 2:
        blocks.pop()
    if maker.conditions and dice.random() < 0.4:
        tail += f"\n{dice.choice(('不予联办', '不予受理'))} 当 {maker.condition()}：“另一句话。”"
    if dice.random() < 0.2:
        head = head.replace("渠道：移动端", "渠道：综合窗口")
    return text, "\n事项 ".join([head, *blocks]).rstrip("\n") + tail.rstrip("\n") + "\n"
