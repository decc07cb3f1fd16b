"""The blocks of one file → Bundle."""

from __future__ import annotations

from onething.diagnostics import Fix
from onething.model.bundle import Bundle, Claim, Reminder
from onething.model.catalogue import STATE
from onething.model.fact import Fact
from onething.resolve.catalogue import block_name
from onething.resolve.effective import Effective
from onething.resolve.gates import gate
from onething.resolve.matter import matter
from onething.resolve.reader import Reader, citations, entries, evidence, items, names, qualifiers, text, texts, values, word_of
from onething.resolve.scenario import scenario
from onething.resolve.scope import Scope
from onething.resolve.situations import parameters, roles, situations
from onething.resolve.together import renamed
from onething.resolve.values import UNIT, amount, choice, choices, duration, fact, money, offered
from onething.syntax.tree import Change, Items, Moment, Name, Node, Quantity
from onething.vocabulary.phrase import NOT_STATED


def resolve_bundle(effective: Effective, reader: Reader) -> Bundle:
    """The bundle that blocks are, whatever files they stand in."""
    head, blocks = effective.head, effective.blocks
    parts = entries(head)
    scope = Scope(reader)
    of = lambda *words: [b for b in blocks if b.word.name in words]  # noqa: E731
    made_roles = roles(scope, of("角色"))
    parameters(scope, of("参数"))
    situations(scope, of("情形"))
    procedures = _steps(parts.get("特别程序"))
    scope.procedures = {p.value: p.span for p in procedures}
    matter_nodes: dict[str, Node] = {}
    for node in of("事项"):
        name = block_name(node)
        if name in matter_nodes:
            reader.twice("matter", name, node, matter_nodes[name])
        elif name:
            matter_nodes[name] = node
    scope.matters = {name: node.name.span() for name, node in matter_nodes.items()}
    for name, node in matter_nodes.items():
        for value, _, alias in names(entries(node).get("别名")):
            other = scope.matters.get(alias.text) or scope.matters.get(scope.aliases.get(alias.text, ""))
            if other is not None and scope.aliases.get(alias.text) != name:
                reader.duplicate("matter", alias.text, value.span(alias), other)
            else:
                scope.aliases[alias.text] = name
    matters = {name: matter(scope, node, name) for name, node in matter_nodes.items()}
    gates = tuple(g for g in (gate(scope, n) for n in of("不予联办", "不予受理", "提示")) if g)
    refusing = [g for g in (*gates, *(g for m in matters.values() for g in m.gates)) if g.kind != "提示"]
    scope.gates = frozenset(said for g in refusing for said in (g.name, g.message) if said)
    for word, kind in (("提醒", "reminder"), ("场景", "scenario")):
        _once(reader, of(word), kind)
    channels, enquiry = _channels(reader, parts.get("渠道"))
    mode = parts.get("办理方式")
    way = choice(reader, mode)
    bundle = Bundle(
        name=bare_name(block_name(head)),
        place=_place(reader, parts.get("地区")) or effective.place,
        code=next((n.text for _, _, n in names(parts.get("代码"))), ""),
        code_span=next((v.span(n) for v, _, n in names(parts.get("代码"))), None),
        standard=_standard(reader, parts.get("标准")),
        standard_version=_version(parts.get("标准")),
        subjects=choices(reader, parts.get("面向")),
        theme=text(parts.get("主题")),
        leads=_departments(reader, parts.get("牵头部门")),
        lead_by=_lead_by(parts.get("牵头部门")),
        cooperating=_departments(reader, parts.get("配合部门")),
        participants=_departments(reader, parts.get("参与单位")),
        basis=citations(parts.get("依据")),
        channels=channels,
        enquiry_channels=enquiry,
        mode=way,
        at_least_one=way == "菜单" and any(q.word == "至少一项" for v, i in items(mode) for q in qualifiers(v.phrase, i)),
        menu_span=next((v.span() for v in values(mode)), None),
        special_procedures=procedures,
        limit=fact(reader, parts.get("总时限"), lambda v: duration(reader, v, "总时限", promised=True)),
        fee=next((money(reader, v, "收费") or "" for v in values(parts.get("收费"))), ""),
        delivery=text(parts.get("物流")),
        hours=text(parts.get("办理时间")),
        enquiries=text(parts.get("咨询")),
        conditions=texts(parts.get("申请条件")),
        claims=tuple(_claims(reader, parts.get("成效"))),
        remark=text(parts.get("备注")),
        roles=made_roles,
        questions=scope.questions,
        parameters=scope.parameters,
        gates=gates,
        matters=matters,
        reminders=tuple(r for r in (_reminder(scope, n) for n in of("提醒")) if r),
        scenarios=tuple(scenario(scope, n) for n in of("场景")),
        span=head.name.span() if head.name else head.span,
        makers=_makers(matters),
        comparisons=tuple(scope.comparisons),
        parent=effective.parent,
        parent_span=effective.parent_span,
        changes=effective.changes,
    )
    reader.findings = renamed(scope, reader.findings)
    return bundle


def _makers(matters: dict) -> dict:
    """Who issues what."""
    found: dict = {}
    for m in matters.values():
        for output in m.outputs:
            found.setdefault(output.thing, []).append((m.name, output))
    return {thing: tuple(makers) for thing, makers in found.items()}


def _once(reader: Reader, nodes: list[Node], kind: str) -> None:
    """Names of one kind of block are all different."""
    seen: dict[str, Node] = {}
    for node in nodes:
        name = block_name(node)
        first = seen.setdefault(name, node)
        if name and first is not node:
            reader.twice(kind, name, node, first)


def bare_name(name: str) -> str:
    """The name without typography: quotes around 一件事 are not part of it."""
    return name.strip("“”\"「」")


def _place(reader: Reader, node: Node | None) -> str:
    for value, _, name in names(node):
        return STATE if name.text == STATE else reader.catalogued("place", value, name) or ""
    return ""


def _standard(reader: Reader, node: Node | None) -> Fact[str] | None:
    for value, item, name in names(node):
        found = reader.catalogued("standard", value, name)
        return Fact(found, value.span(name), *evidence(item.qualifiers)) if found else None
    return None


def _version(node: Node | None) -> str:
    """The version of the standard that a bundle was written by, as the bracket （版本 …） says."""
    marks = (q for v, i in items(node) for q in qualifiers(v.phrase, i) if q.word == "版本")
    return next((a.text for q in marks for a in q.args), "")


def _departments(reader: Reader, node: Node | None) -> tuple[Fact[str], ...]:
    found = []
    for value, item, name in names(node):
        canonical = reader.catalogued("department", value, name)
        if canonical:
            found.append(Fact(canonical, value.span(name), *evidence(qualifiers(value.phrase, item))))
    return tuple(found)


def _lead_by(node: Node | None) -> str:
    """How the lead is determined, as the bracket （确定方式 …） says."""
    marks = (q for v, i in items(node) for q in qualifiers(v.phrase, i) if q.word == "确定方式")
    return next((a.text for q in marks for a in q.args), "")


def _steps(node: Node | None) -> tuple[Fact[str], ...]:
    return tuple(Fact(n.text, v.span(n), *evidence(qualifiers(v.phrase, i))) for v, i, n in names(node))


def _channels(reader: Reader, node: Node | None) -> tuple[tuple[Fact[str], ...], tuple[Fact[str], ...]]:
    """Channels where one can apply, and those that only answer questions."""
    open_, enquiry = [], []
    for value, item in items(node):
        if offered(reader, value, item, node.word.options, "渠道"):
            marks = qualifiers(value.phrase, item)
            kept = enquiry if any(q.word == "仅咨询" for q in marks) else open_
            kept.append(Fact(item.head.text, value.span(item.head), *evidence(marks)))
    return tuple(open_), tuple(enquiry)


# What a claim is counted in: the unit shown, and the kinds that will do.
COUNTED_IN = {
    "材料": ("份", ("copies", "count")),
    "时限": ("个工作日", ("working_days", "natural_days", "days", "hours", "months")),
    "环节": ("个", ("count",)),
    "跑动": ("次", ("times",)),
}


def _claims(reader: Reader, node: Node | None):
    for what, entry in entries(node).items() if node is not None else ():
        for value in values(entry):
            if isinstance(value.phrase, Change):
                change = value.phrase
                measured = any(q.word == "实测" for q in change.qualifiers)
                for part in (change.before, change.after):
                    if isinstance(part, Quantity) and UNIT[part.unit].kind not in COUNTED_IN[what][1]:
                        shown = COUNTED_IN[what][0]
                        fix = Fix(f"改用“{shown}”", f"use “{shown}”")
                        reader.report("OT1302", value.span(part), subject=what, expected=shown, found=value.span(part).text, fix=fix)
                before, after = _side(change.before), _side(change.after)
                yield Claim(what, before[0], after[0], before[1], after[1], value.span().text, measured, value.span())


def _side(part: Quantity | Name):
    return (amount(part), part.unit) if isinstance(part, Quantity) else (None, "")


def _reminder(scope: Scope, node: Node) -> Reminder | None:
    parts = entries(node)
    time = next((v for v in values(parts.get("时间")) if isinstance(v.phrase, Moment)), None)
    if time is None:
        scope.reader.report("OT1308", node.name.span() if node.name else node.span, reminder=block_name(node))
        return None
    moment = time.phrase
    if moment.anchor.text not in scope.questions and scope.thing(time, moment.anchor, ("element",)) is None:
        return None
    if UNIT[moment.distance.unit].kind not in ("natural_days", "days"):
        scope.reader.wrong_type(time, moment.distance, "时间", ("自然日（工作日要有日历才能算）", "natural days (working days need a calendar)"))
        return None
    days = amount(moment.distance) * (-1 if moment.direction == "前" else 1)
    return Reminder(
        block_name(node),
        tuple(r for r in (scope.role(v, n) for v, _, n in names(parts.get("对象"))) if r),
        moment.anchor.text,
        days,
        choice(scope.reader, parts.get("渠道")),
        text(parts.get("内容")),
        node.name.span() if node.name else node.span,
    )


__all__ = ["NOT_STATED", "Items", "bare_name", "resolve_bundle", "word_of"]
