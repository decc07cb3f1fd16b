"""The end of a notice: special procedures, reminders, before and after, documents it rests on."""

from __future__ import annotations

from onething.emit.notice.content import NOT_STATED, Row, Said, Section, Table, Words
from onething.emit.notice.facts import time_words, visits_words
from onething.emit.notice.voice import Voice, number_words
from onething.plan.ir import Figure, Figures


def special(voice: Voice) -> Section | None:
    """特别程序: what stands outside the clock, with its own limit where one is stated."""
    ir = voice.ir
    if not ir.special_procedures:
        return None
    rows = []
    for p in ir.special_procedures:
        users = [m.name for m in ir.matters if any(c.limit and p.name in c.limit.excluding for c in m.promise + m.legal)]
        if ir.limit and p.name in ir.limit.excluding:
            users.insert(0, "总时限")
        unknown = (Said(NOT_STATED, quiet=True),)
        rows.append(Row(((voice.said(p.name, p.place),), unknown, unknown, tuple(Said(u) for u in users) or unknown)))
    intro = Words((Said("下列程序所需时间不计入承诺时限。"),), "lead")
    return Section(
        "special", "特别程序", [intro, Table(("特别程序", "时限", "时限类型", "从哪些时限中扣除"), rows, "special")]
    )


def reminders(voice: Voice) -> Section | None:
    """提醒服务."""
    ir = voice.ir
    if not ir.reminders:
        return None
    rows = []
    for r in ir.reminders:
        days = number_words(abs(r.days))
        moment = f"{r.anchor}当日" if not r.days else f"{r.anchor}{'后' if r.days > 0 else '前'}{days}个自然日"
        rows.append(
            Row(
                (
                    (voice.said(r.name, r.place), *((Said(r.text),) if r.text else ())),
                    voice.cell("、".join(r.to)),
                    (Said(moment),),
                    voice.cell(r.channel),
                ),
                f"reminder-{r.id}",
                r.place,
            )
        )
    return Section("reminders", "提醒服务", [Table(("提醒", "提醒谁", "什么时候", "怎么提醒"), rows, "reminders")])


def comparison(voice: Voice) -> Section:
    """改革前后对比, with the rule that counted."""
    ir = voice.ir
    table = Table(
        ("项目", "分别办理时", "“一件事”办理时"),
        [Row(((Said(label),), (_figure(b),), (_figure(a),))) for label, b, a in _pairs(ir.before, ir.after)],
        "figures",
    )
    parts: list[Words | Table] = [table]
    if ir.headline_answers:
        answers = "；".join(f"{q}：{a}" for q, a in ir.headline_answers.items())
        parts.append(Words((Said(f"以上按需要办理内容最多的情形计算（{answers}）。"),), "remark"))
    parts.append(Words((Said(f"计数口径：{ir.counting_rule or NOT_STATED}"),), "remark"))
    if ir.saved:
        parts.append(Words((Said("上述情形省去的内容："),), "lead"))
        merged: dict[tuple[str, str, str], list[str]] = {}
        for s in ir.saved:
            merged.setdefault((s.what, s.name, s.reason), []).append(s.matter or "整件事")
        rows = [
            Row(((Said(what),), (Said(name),), tuple(map(Said, dict.fromkeys(users))), (Said(reason),)))
            for (what, name, reason), users in merged.items()
        ]
        parts.append(Table(("类别", "省去的内容", "所属事项", "原因"), rows, "saved"))
    return Section("figures", "改革前后对比", parts)


def _pairs(before: Figures, after: Figures) -> list[tuple[str, str, str]]:
    pairs = [
        ("提交材料", count_words(before.materials, "份"), count_words(after.materials, "份")),
        ("办理时限", time_words(before.time), time_words(after.time)),
        ("跑动次数", visits_words(before.visits), visits_words(after.visits)),
        ("审批环节", count_words(before.approval_steps, "个"), count_words(after.approval_steps, "个")),
    ]
    if before.applicant_steps or after.applicant_steps:
        pairs.append(
            ("申请人操作", count_words(before.applicant_steps, "步"), count_words(after.applicant_steps, "步"))
        )
    return pairs


def count_words(figure: Figure | None, unit: str) -> str:
    """A count, its range beside it; “至少” where a term is not stated, 未载明 where none is."""
    if figure is None or figure.value is None or (figure.at_least and not figure.value):
        return NOT_STATED
    text = f"{'至少' if figure.at_least else ''}{number_words(figure.value)}{unit}"
    low, high = figure.low, figure.high
    if low is not None and high is not None and low != high:
        text += f"（视情形 {number_words(low)}～{number_words(high)}{unit}）"
    return text


def _figure(text: str) -> Said:
    return Said(text, quiet=text.startswith(NOT_STATED))

