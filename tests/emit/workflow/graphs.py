"""Bundles with a random order: chains, diamonds, conditional edges, matters cut in two, every kind of refusal."""

from __future__ import annotations

import random

from fixture_ir import bundle, edge, matter, question

from onething.plan.ir import BundleIR

POLICIES = ("终止后续", "终止后续", "其他照办", "转单独办理", "终止联办")


def random_bundle(dice: random.Random, policies: tuple[str, ...] = POLICIES, cut: bool = True) -> BundleIR:
    """Four to seven matters; matters and edges depend on three questions, some matters are optional."""
    number = dice.randint(4, 7)
    names = [f"事项{i}" for i in range(number)]
    questions = [question(f"问{i}", f"ask{i}", i + 1, "？", ("甲", "乙")) for i in range(3)]

    def condition(chance: float):  # type: ignore[no-untyped-def]
        return ["is", f"问{dice.randrange(3)}", [dice.choice("甲乙")]] if dice.random() < chance else True

    matters = []
    for i, name in enumerate(names):
        optional = dice.random() < 0.3
        taken = ["and", ["chosen", name] if optional else True, condition(0.4), ["not", ["done", name]]]
        matters.append(matter(name, f"m{i}", 10 + i, f"部门{dice.randrange(4)}", taken, on_refusal=dice.choice(policies),
                              participation="选办" if optional else "必办"))
    edges = []
    for j in range(number):
        for i in range(j):
            if dice.random() < 0.35:
                when = ["and", ["taken", names[i]], ["taken", names[j]], condition(0.3)]
                holds = "办结" if cut and dice.random() < 0.2 else "受理"
                edges.append(edge(names[i], names[j], "证照", "证", 30, when=when, holds=holds))
    dice.shuffle(edges)
    return bundle(name=f"随机{number}件{len(edges)}序", questions=questions, gates=[], matters=matters, edges=edges,
                  fields=[], materials=[], reminders=[], taking_order=names)
