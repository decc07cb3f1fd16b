"""事项 blocks → Matter."""

from __future__ import annotations

from onething.diagnostics import Fix
from onething.diagnostics.removal import mark_removal, removal
from onething.logic.expression import Expression
from onething.model.bundle import Alone, FieldUse, Gate, Matter, Need, Output, Prerequisite
from onething.model.fact import Cases
from onething.resolve.conditions import condition
from onething.resolve.gates import gate
from onething.resolve.reader import citations, entries, evidence, is_word, items, names, qualifiers, text, texts, values
from onething.resolve.scope import Scope
from onething.resolve.values import amount, cases, choice, chosen, code, duration, fact, money, plain_word, visits
from onething.model.time import Duration, Time
from onething.syntax.tree import Items, Name, Node, Quantity, Text, Value
from onething.vocabulary.phrase import NOT_STATED

# What a bracket says of how a material is obtained.
WAYS = {
    "自备": "自备",
    "电子证照": "电子证照",
    "数据共享": "数据共享",
    "系统生成": "系统生成",
    "告知承诺": "告知承诺",
    "容缺": "容缺后补",
    "查验不收": "查验不收",
    "内部调阅": "内部调阅",
}


def matter(scope: Scope, node: Node, name: str) -> Matter:
    """One matter. What cannot be resolved is reported and left out."""
    reader, parts = scope.reader, entries(node)
    when = lambda value: condition(scope, value)  # noqa: E731
    legal = cases(reader, parts.get("法定时限"), when, lambda v: _limit(scope, v, "法定时限"))
    promise = cases(reader, parts.get("承诺时限"), when, lambda v: _limit(scope, v, "承诺时限"))
    applies = parts.get("适用")
    return Matter(
        name=name,
        aliases=tuple(n.text for _, _, n in names(parts.get("别名"))),
        departments=cases(reader, parts.get("办理部门"), when, lambda v: _department(scope, v)),
        levels=chosen(reader, parts.get("层级")),
        kind=choice(reader, parts.get("种类")),
        basis=citations(parts.get("依据")),
        applies=condition(scope, applies.value) if applies is not None and applies.value else True,
        applies_span=applies.value.span() if applies is not None and applies.value else None,
        participation=choice(reader, parts.get("参与"), "必办"),
        forms=cases(reader, parts.get("形式"), when, lambda v: _form(scope, v, parts["形式"])),
        prerequisites=tuple(_prerequisites(scope, parts.get("前置"), name)),
        legal=tuple(c for c in legal),
        promise=tuple(c for c in promise),
        steps=_steps(parts.get("环节")),
        visits=cases(reader, parts.get("跑动"), when, lambda v: visits(reader, v, "跑动")),
        conditions=texts(parts.get("申请条件")),
        needs=tuple(needs(scope, parts.get("材料"))),
        fields=tuple(_fields(scope, parts.get("字段"))),
        outputs=tuple(_outputs(scope, parts.get("产出"))),
        fees=cases(reader, parts.get("收费"), when, lambda v: money(reader, v, "收费")),
        gates=tuple(g for g in (_gate(scope, c, name) for c in node.children) if g is not None),
        on_refusal=choice(reader, parts.get("未通过时"), "终止后续"),
        alone=_alone(scope, parts.get("单办")),
        remark=text(parts.get("备注")),
        span=node.name.span() if node.name else node.span,
        basic_code=code(parts.get("基本编码")),
        implementing_code=code(parts.get("实施编码")),
    )


def _gate(scope: Scope, child: Node, name: str) -> Gate | None:
    return gate(scope, child, name) if child.shape == "block" else None


def _limit(scope: Scope, value: Value, entry: str) -> Duration | None:
    """A limit whose anchor is a matter of the bundle."""
    found = duration(scope.reader, value, entry, promised=True)
    if found is not None and found.since and found.since not in scope.matters:
        mark = next(q for i in value.phrase.items for q in i.qualifiers if q.word == "自")
        scope.matter(value, mark.args[0])
        return Duration(found.time, found.excluding, "", "办结", found.kind)
    return found


def _department(scope: Scope, value: Value) -> str | None:
    """A department or unit; several acting jointly are joined with 、."""
    if plain_word(value) is None and is_word(value, NOT_STATED):
        return None
    found = [scope.reader.catalogued("department", value, i.head) for i in value.phrase.items if isinstance(i.head, Name)]
    return "、".join(d for d in found if d) or None


def _form(scope: Scope, value: Value, node: Node) -> str | None:
    from onething.resolve.values import offered, single

    item = single(value)
    if is_word(value, NOT_STATED) or item is None:
        return None
    return item.head.text if offered(scope.reader, value, item, node.word.options, "形式") else None


def _steps(node: Node | None) -> tuple[str, ...] | None:
    if node is None or any(is_word(v, NOT_STATED) for v in values(node)):
        return None
    return tuple(n.text for _, _, n in names(node))


def _prerequisites(scope: Scope, node: Node | None, of: str):
    for value in values(node):
        phrase = value.phrase
        if not isinstance(phrase, Items) or is_word(value, NOT_STATED) or is_word(value, "无"):
            continue
        when = _when(scope, value, phrase)
        for item in phrase.items:
            if not isinstance(item.head, Name):
                continue
            marks = qualifiers(phrase, item)
            reason = next((a.text for q in marks if q.word == "因" for a in q.args), "")
            span = value.span(item.head)
            if item.state is not None and item.link == "为":
                state = scope.state(value, item.head, item.state)
                yield Prerequisite("", state, when, reason, value.span(item), *evidence(marks), _when_span(value, phrase))
            else:
                other = scope.matter(value, item.head)
                if other == of:
                    scope.reader.report("OT2104", span, matter=of, fix=Fix("删去这一项", "remove it", removal(span)))
                elif other:
                    yield Prerequisite(other, None, when, reason, span, *evidence(marks), _when_span(value, phrase))


def _when(scope: Scope, value: Value, phrase: Items) -> Expression:
    """The suffix 当 of a line."""
    return True if phrase.when is None else condition(scope, Value(phrase.when, value.source, value.at, value.end, value.exact))


def _when_span(value: Value, phrase: Items):
    return None if phrase.when is None else value.span(phrase.when)


def needs(scope: Scope, node: Node | None):
    """The materials of an entry, line by line."""
    group = 0
    for value in values(node):
        phrase = value.phrase
        if not isinstance(phrase, Items) or is_word(value, NOT_STATED) or is_word(value, "无"):
            continue
        if phrase.one_of:
            group += 1
        when = _when(scope, value, phrase)
        for item in phrase.items:
            if not isinstance(item.head, Name):
                scope.reader.wrong_type(value, item, "材料", ("材料名称", "the name of a material"))
                continue
            thing = scope.thing(value, item.head, ("document",))
            marks = _one_way(scope, value, item, qualifiers(phrase, item))
            if thing is not None:
                yield _need(thing, when, marks, group if phrase.one_of else 0, value, item)


def _one_way(scope: Scope, value: Value, item, marks: list) -> list:
    """OT1109: one way of obtaining, one kind of paper; the second of two is reported. The marks without those that
    contradict each other."""
    for group in (tuple(WAYS), ("原件", "复印件", "原件或复印件"), ("纸质", "电子")):
        said = list(dict.fromkeys(m.word for m in marks if m.word in group))
        if len(said) > 1:
            mark = next((m for m in item.qualifiers if m.word == said[1]), None)
            edits = mark_removal(value.span(mark)) if mark and value.exact else ()
            fix = Fix("删去一个；取不到时才交的，写“取不到的交原件”" if group[0] == "自备" else "删去一个", "remove one", edits)
            scope.reader.report("OT1109", value.span(mark or item.head), first=said[0], second=said[1], fix=fix)
            marks = [m for m in marks if m.word not in said]
    return marks


def _need(thing, when, marks, group, value, item) -> Need:
    how = fallback = original = medium = ""
    copies, later, optional, notes = 0, None, False, []
    for mark in marks:
        quantity = next((a for a in mark.args if isinstance(a, Quantity)), None)
        if mark.word in WAYS:
            how = WAYS[mark.word]
        elif mark.word in ("原件", "复印件", "原件或复印件"):
            original = mark.word
        elif mark.word in ("纸质", "电子"):
            medium = mark.word
        elif mark.word == "非必要":
            optional = True
        elif mark.word == "取不到的交原件":
            fallback = "取不到的交原件"
        elif mark.word == "取不到的容缺" and quantity:
            fallback = f"取不到的容缺，{Time(**_unit(quantity)).text()}内补"
        elif mark.word in ("", "份数"):
            if quantity and quantity.unit == "份":
                copies = int(amount(quantity))
            notes += [a.text for a in mark.args if isinstance(a, Text)]
        if mark.word == "容缺" and quantity:
            later = Duration(Time(**_unit(quantity)))
    return Need(
        thing, when, how, fallback, original, medium, copies, optional, later, tuple(notes), group,
        value.span(item.head), _when_span(value, value.phrase), *evidence(marks),
    )  # fmt: skip


def _unit(quantity: Quantity) -> dict:
    from onething.resolve.values import TIME_KINDS, UNIT

    kind = UNIT[quantity.unit].kind
    return {kind: amount(quantity)} if kind in TIME_KINDS else {}


def _fields(scope: Scope, node: Node | None):
    for value, item in items(node):
        if not isinstance(item.head, Name):
            scope.reader.wrong_type(value, item, "字段", ("字段名称", "the name of a field"))
            continue
        thing = scope.thing(value, item.head, ("element",))
        if thing is None:
            continue
        marks = qualifiers(value.phrase, item)
        prefill, required = "", True
        for mark in marks:
            if mark.word == "取自" and mark.args:
                prefill = scope.reader.catalogued("source", value, mark.args[0]) or ""
            elif mark.word == "选填":
                required = False
        when, when_span = _when(scope, value, value.phrase), _when_span(value, value.phrase)
        yield FieldUse(thing, when, required, prefill, value.span(item.head), *evidence(marks), when_span)


def _outputs(scope: Scope, node: Node | None):
    for value, item in items(node):
        if not isinstance(item.head, Name):
            scope.reader.wrong_type(value, item, "产出", ("证照、号码或状态", "a document, identifier or state"))
            continue
        if item.state is not None:
            thing = scope.state(value, item.head, item.state)
        else:
            thing = scope.thing(value, item.head, ("document", "element"))
        if thing is not None:
            marks = qualifiers(value.phrase, item)
            posted = any(q.word == "寄递" for q in marks)
            when, when_span = _when(scope, value, value.phrase), _when_span(value, value.phrase)
            yield Output(thing, when, posted, value.span(item.head), *evidence(marks), when_span)


def _alone(scope: Scope, node: Node | None) -> Alone:
    if node is None:
        return Alone()
    parts = entries(node)
    reader = scope.reader
    count = next((visits(reader, v, "跑动") for v in values(parts.get("跑动"))), None)
    listed = parts.get("材料")
    silent = listed is None or any(is_word(v, NOT_STATED) for v in values(listed))
    return Alone(
        time=fact(reader, parts.get("时限"), lambda v: duration(reader, v, "时限", promised=False)),
        steps=_steps(parts.get("环节")),
        visits=count,
        needs=None if silent else tuple(needs(scope, listed)),
        span=node.span,
    )


__all__ = ["Cases", "matter", "needs"]
