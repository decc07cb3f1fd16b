"""角色, 参数 and 情形 blocks → Role, Parameter, Question."""

from __future__ import annotations

import re
from dataclasses import replace

from onething.diagnostics import Fix, Note
from onething.diagnostics.removal import line_removal, removal
from onething.model.bundle import Parameter, Question, Role
from onething.resolve.catalogue import block_name
from onething.resolve.conditions import MEASURED_IN, condition
from onething.resolve.reader import entries, evidence, is_word, names, qualifiers, text
from onething.resolve.scope import Scope
from onething.resolve.values import UNIT, amount, choice, single
from onething.model.time import Duration, Time
from onething.source import Span
from onething.syntax.tree import Items, Name, Node, Quantity
from onething.vocabulary.phrase import NOT_STATED
from onething.vocabulary.role import KINDS

YES_NO = ("是", "否")


def roles(scope: Scope, nodes: list[Node]) -> dict[str, Role]:
    """The roles of a bundle; also fills ``scope.roles`` and ``scope.applicants``."""
    made: dict[str, Role] = {}
    for node in nodes:
        name = block_name(node)
        if not name:
            continue
        if name in made:
            scope.reader.twice("role", name, node, _first(nodes, name))
            continue
        marks = []
        for key in (node.parts.get("种类"), node.name):
            if key is not None and isinstance(key.phrase, Items):
                marks += [q for i in key.phrase.items for q in qualifiers(key.phrase, i)]
        kinds = tuple(dict.fromkeys([*(q.word for q in marks if q.word in KINDS), *((name,) if name in KINDS else ())]))
        amounts = [a for q in marks if q.word in ("", "共同签字") for a in q.args if isinstance(a, Quantity)]
        within = next((Duration(Time(**{UNIT[a.unit].kind: amount(a)})) for a in amounts if UNIT[a.unit].kind in ("working_days", "natural_days", "hours")), None)
        made[name] = Role(name, kinds, (), within, text(entries(node).get("备注")), node.name.span())
    scope.roles = {name: role.span for name, role in made.items()}
    scope.applicants = tuple(r.name for r in made.values() if "申请人" in r.kinds)
    for node in nodes:
        any_of = node.parts.get("任一")
        if any_of is not None and isinstance(any_of.phrase, Items) and block_name(node) in made:
            others = [scope.role(any_of, i.head) for i in any_of.phrase.items if isinstance(i.head, Name)]
            made[block_name(node)] = replace(made[block_name(node)], any_of=tuple(o for o in others if o))
    return made


def _first(nodes: list[Node], name: str) -> Node:
    """The first block of a name."""
    return next(node for node in nodes if block_name(node) == name)


def parameters(scope: Scope, nodes: list[Node]) -> None:
    """Fill ``scope.parameters``."""
    for node in nodes:
        name, value = block_name(node), node.parts.get("值") or node.value
        if not name:
            continue
        if name in scope.parameters:
            scope.reader.twice("parameter", name, node, _first(nodes, name))
            continue
        item = single(value) if value is not None else None
        marks = qualifiers(value.phrase, item) if item else ()
        if item and isinstance(item.head, Quantity):
            quantity = item.head
            words = value.span(quantity).text
            made = Parameter(name, amount(quantity), quantity.unit, words, node.name.span(), *evidence(marks))
        else:
            words = NOT_STATED
            if value is not None and not is_word(value, NOT_STATED):
                words = ""
                scope.reader.wrong_type(value, item, "参数", ("带单位的数字，或未载明", "a number with a unit, or “未载明”"))
            made = Parameter(name, None, "", words, node.name.span(), *evidence(marks))
        scope.parameters[name] = made


def situations(scope: Scope, nodes: list[Node]) -> None:
    """Fill ``scope.questions``. Guards are resolved after all questions are known, so order never matters."""
    kept: dict[str, Node] = {}
    for node in nodes:
        name = block_name(node)
        if not name:
            continue
        if name in scope.questions:
            scope.reader.twice("question", name, node, _first(nodes, name))
            continue
        kept[name] = node
        scope.questions[name] = _question(scope, node, name)
    for name, node in kept.items():
        when = entries(node).get("当") or node.parts.get("当")
        value = getattr(when, "value", when)
        if value is not None:
            question = replace(scope.questions[name], open=condition(scope, value), open_span=value.span())
            scope.questions[name] = question


def _question(scope: Scope, node: Node, name: str) -> Question:
    parts = entries(node)
    offered = node.parts.get("选项")
    options, spans = [], []
    for item in offered.phrase.items if offered is not None and isinstance(offered.phrase, Items) else ():
        written = getattr(item.head, "text", None) or offered.span(item.head).text
        if written in options:
            first = spans[options.index(written)]
            place = offered.span(item.head)
            fix = Fix("删去这一个", "remove this one", removal(place))
            scope.reader.duplicate("option", written, place, first, fix)
            continue
        options.append(written)
        spans.append(offered.span(item.head))
    type_ = choice(scope.reader, parts.get("类型"), "是否" if tuple(options) == YES_NO else "选项")
    if type_ == "是否":
        options, spans = list(YES_NO), spans or [node.span, node.span]
    if type_ == "选项" and not options:
        scope.reader.report("OT1306", node.name.span(), question=name, fix=_options_missing(node, name))
    if type_ in MEASURED_IN and options:
        notes = [Note(spans[0], "这里写了选项", "options here")]
        edits = line_removal(parts["类型"].key_span) if len(options) > 1 else ()
        fix = Fix("删去选项，或删去“类型”这一行", "remove the options, or the line “类型”", edits)
        scope.reader.report("OT1307", node.name.span(), question=name, type=type_, notes=notes, fix=fix)
        options, spans = [], []
    source = ""
    for value, _, n in names(parts.get("来源")):
        source = scope.reader.catalogued("source", value, n) or ""
    ask = node.parts.get("问")
    words = getattr(ask.phrase, "text", "") if ask is not None else ""
    if not words and not source:
        fix = Fix(f"写上问题，如“情形 {name} “…？””；不问人的写“来源：数据源”", "write the question, or “来源” if nobody is asked")
        scope.reader.report("OT2212", node.name.span(), question=name, fix=fix)
    unit = MEASURED_IN[type_][1] if type_ in MEASURED_IN else ""
    marks = [q for i in node.name.phrase.items for q in i.qualifiers] if isinstance(node.name.phrase, Items) else []
    return Question(
        name, words, type_, tuple(options), tuple(spans), unit, source, True, None, text(parts.get("备注")), node.name.span(), evidence(marks)[1]
    )


def _options_missing(node: Node, name: str) -> Fix:
    """What to do about a question without options: those that conditions and scenarios of the file use."""
    text = node.source.text
    used = re.findall(rf"{re.escape(name)}(?: 不?为 |[：:][ \t]*)([^\s、，；：（）“”|]+)", text)
    options = "、".join(dict.fromkeys(used))
    if not used or node.children or not node.source.path.endswith(".onething"):
        return Fix("写在冒号后面，如“：是、否”；问数字的写“类型：面积”一类", "write them behind the colon; for a number write “类型”")
    end = node.start + len(text[node.start : node.end].rstrip(" \t\u3000：:"))
    return Fix(f"写在后面：“：{options}”", f"write them behind: “：{options}”", ((Span(node.source, end, node.end), f"：{options}"),))
