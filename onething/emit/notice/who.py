"""Who may apply and who may not: conditions of acceptance, gates with their messages, and the situations."""

from __future__ import annotations

from onething.emit.notice.content import (
    NOT_STATED,
    Cell,
    Item,
    Items,
    Row,
    Said,
    Section,
    Table,
    Words,
)
from onething.emit.notice.voice import Voice
from onething.plan.ir import Question


def acceptance(voice: Voice) -> Section:
    """申请受理条件, then everything that stops an application or only warns."""
    ir = voice.ir
    parts: list[Items | Table | Words] = []
    if ir.conditions:
        parts.append(Items([Item((Said(text),)) for text in ir.conditions]))
    else:
        parts.append(Words((Said(f"申请受理条件：{NOT_STATED}。", quiet=True),)))
    stops = [g for g in ir.gates if g.kind != "提示"]
    hints = [g for g in ir.gates if g.kind == "提示"]
    for title, gates in (("有下列情形的，不予受理或不予联办：", stops), ("另请注意：", hints)):
        if gates:
            rows = [
                Row(
                    (
                        (Said(g.kind), *((Said(f"（{g.matter}）"),) if g.matter else ())),
                        (voice.said(voice.when(g.when) or "任何情形", g.place),),
                        (Said(g.message or NOT_STATED, quiet=not g.message),),
                    ),
                    f"gate-{g.id}",
                    g.place,
                )
                for g in gates
            ]
            parts += [Words((Said(title),), "lead"), Table(("类别", "什么情形", "怎么办"), rows, "gates")]
    return Section("acceptance", "申请受理条件", parts)


def situations(voice: Voice) -> Section | None:
    """办理情形: the questions that decide which matters and materials apply."""
    ir = voice.ir
    if not ir.questions:
        return None
    rows = [
        Row(
            (
                (Said(str(n)),),
                (voice.said(q.name, q.place), *(Said(t) for t in (q.ask, q.remark) if t and t != q.name)),
                _answers(q),
                (Said(_asked(voice, q)),),
            ),
            f"question-{q.id}",
            q.place,
        )
        for n, q in enumerate(ir.questions, 1)
    ]
    intro = Words((Said("办哪些事项、交哪些材料，由下列情形决定。"),), "lead")
    return Section("situations", "办理情形", [intro, Table(("序号", "情形", "可选答案", "什么时候问"), rows, "situations")])


def _answers(q: Question) -> Cell:
    if q.options:
        return tuple(Said(o.name) for o in q.options)
    if q.type == "是否":
        return (Said("是"), Said("否"))
    return (Said(f"填写{q.type}" + (f"（{q.unit}）" if q.unit else "")),)


def _asked(voice: Voice, q: Question) -> str:
    when = voice.when(q.open)
    if not q.ask and q.source:
        return f"无需填写，由{q.source}核对" + (f"（{when}）" if when else "")
    return when or "都要回答"
