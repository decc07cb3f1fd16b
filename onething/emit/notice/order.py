"""办理顺序: what waits for what, and why."""

from __future__ import annotations

from onething.emit.notice.content import Item, Items, Said, Section, Words
from onething.emit.notice.phrases import close_up
from onething.emit.notice.voice import Voice
from onething.plan.ir import Edge


def order(voice: Voice) -> Section | None:
    """The order of a bundle with several matters; what is not listed is handled side by side."""
    ir = voice.ir
    if len(ir.matters) < 2:
        return None
    if not ir.edges:
        return Section("order", "办理顺序", [Words((Said("各事项互不等待，同时办理。"),))])
    items = [Item(tuple(voice.said(text, e.places[0] if e.places and n == 0 else None)
                        for n, text in enumerate(edge_words(voice, e))), "", e.places[0] if e.places else None)
             for e in ir.edges]
    return Section(
        "order", "办理顺序", [Words((Said("申请人一次提交，各部门按下列先后办理；没有列出先后的，同时办理。"),), "lead"), Items(items)]
    )


def edge_words(voice: Voice, e: Edge) -> list[str]:
    """The rule, then its reason and when it holds."""
    if e.kind == "起算":
        rule = f"“{e.after}”的时限，从“{e.before}”办结起算。"
    elif e.holds == "办结":
        rule = f"“{e.after}”可以先受理，待“{e.before}”办结后办结。"
    else:
        rule = f"先办结“{e.before}”，再受理“{e.after}”。"
    why = reason(e)
    when = voice.when(_beyond_taking(e))
    lines = [rule]
    if why:
        lines.append(f"原因：{why.removesuffix('。')}。")
    if when:
        lines.append(f"适用于：{when}。")
    return lines


def reason(e: Edge) -> str:
    """Why: what the later matter needs of the earlier, or the reason the specification gives."""
    what = close_up(e.what)
    if e.kind == "证照":
        return f"“{e.after}”要用到“{e.before}”办出的{what}"
    if e.kind == "字段":
        return f"“{e.after}”要填的{what}由“{e.before}”产生"
    if e.kind == "状态":
        return f"“{e.after}”要求{what}，由“{e.before}”办理"
    return "" if e.kind == "起算" else close_up(e.reason)


def _beyond_taking(e: Edge) -> object:
    """The condition of an edge without saying again that both matters are handled."""
    taken = (["taken", e.before], ["taken", e.after])
    if e.when in taken:
        return True
    if isinstance(e.when, list) and e.when[0] == "and":
        rest = [part for part in e.when[1:] if part not in taken]
        if not rest:
            return True
        return rest[0] if len(rest) == 1 else ["and", *rest]
    return e.when
