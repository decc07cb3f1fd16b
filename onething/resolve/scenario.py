"""场景 blocks → Scenario."""

from __future__ import annotations

from onething.diagnostics import Fix
from onething.model.bundle import Expectation, Scenario
from onething.resolve.alike import nearest
from onething.resolve.catalogue import block_name
from onething.resolve.conditions import MEASURED_IN, same_kind, wrong_unit
from onething.resolve.measure import converted, meant, write
from onething.resolve.reader import is_word, items, names, values
from onething.resolve.scope import Scope
from onething.resolve.values import UNIT, amount, bare_number, duration, single, visits
from onething.source import Span
from onething.syntax.tree import Date, Name, Node, Order, Prose, Quantity, Text
from onething.vocabulary.phrase import NONE, NOT_STATED
from onething.vocabulary.scenario import SCENARIO

MATTERS = ("应办", "不办", "视结果", "并行")


def scenario(scope: Scope, node: Node) -> Scenario:
    """One scenario; answers and expectations that cannot be resolved are reported and left out."""
    answers, chosen, expected = {}, {"选办": [], "已办": [], "在办": []}, []
    places: dict[str, Span] = {}
    for child in node.children:
        if child.shape == "answer":
            _answer(scope, child, answers)
            places |= {q: child.key_span for q in answers if q not in places}
        elif child.shape == "entry" and child.word.name in chosen:
            chosen[child.word.name] = _matters(scope, child)
            if child.word.name == "选办":
                places |= {scope.aliases.get(n.text, n.text): v.span(n) for v, _, n in names(child)}
        elif child.shape == "entry" and child.word.name == "今日":
            _today(scope, child)
        elif child.shape == "entry":
            expected += _expectation(scope, child)
    return Scenario(
        name=block_name(node),
        answers=answers,
        choose=tuple(chosen["选办"]),
        done=tuple(chosen["已办"]),
        doing=tuple(chosen["在办"]),
        expectations=tuple(expected),
        span=node.name.span() if node.name else node.span,
        places=places,
    )


def _today(scope: Scope, node: Node) -> None:
    """A day; no condition can look at it yet, and that is said rather than left to be believed."""
    for value in values(node):
        item = single(value)
        if item is None or not isinstance(item.head, Date):
            scope.reader.wrong_type(value, item, "今日", ("日期，如“2026-03-01”", "a day such as 2026-03-01"))
            return
    scope.reader.report("OT2803", node.key_span, fix=Fix("删去这一行", "remove this line"))


def _matters(scope: Scope, node: Node) -> list[str]:
    found = [scope.matter(value, name) for value, _, name in names(node)]
    return [m for m in found if m]


def _answer(scope: Scope, node: Node, answers: dict) -> None:
    key = node.name.phrase.items[0].head if node.name is not None else None
    name = getattr(key, "text", "")
    question = scope.questions.get(name)
    if key is None:  # a colon without a key: reported where it was read
        return
    if question is None:
        words = [w.name for w in SCENARIO.entries]
        near = nearest(name, [*scope.questions, *words])
        scope.reader.unknown("question", node.key_span, name, [near] if near else scope.questions)
        return
    if node.value is None:
        return
    item = single(node.value)
    head = item.head if item else None
    if is_word(node.value, NOT_STATED):
        return
    if question.type in MEASURED_IN:
        kind, unit = MEASURED_IN[question.type]
        if isinstance(head, Quantity) and same_kind(UNIT[head.unit].kind, kind):
            answers[name] = amount(head)
        elif isinstance(head, Name) and question.type == "整数" and head.text.isdecimal():
            number = bare_number(scope.reader, node.value, head)
            if number is not None:
                answers[name] = number
        elif isinstance(head, Quantity):
            wrong_unit(scope.reader, node.value.span(head), name, unit, converted(head, kind, unit or "个"))
        else:
            place = node.value.span(head)
            fix = write(place, meant(place.text, (kind,), unit or "个"))
            scope.reader.wrong_type(node.value, head, name, (f"数字，如“1{unit}”", f"a number such as “1{unit}”"), fix)
        return
    written = head.text if isinstance(head, (Name, Text)) else node.value.span().text
    if written not in question.options:
        scope.not_an_option(node.value.span(head), written, question)
        return
    answers[name] = written


def _expectation(scope: Scope, node: Node):
    word = node.word.name
    if word in MATTERS:
        yield Expectation(word, tuple(_matters(scope, node)), _place(node))
    elif word == "先后":
        for value in values(node):
            if isinstance(value.phrase, Order):
                pair = (scope.matter(value, value.phrase.first), scope.matter(value, value.phrase.second))
                if all(pair):
                    yield Expectation(word, pair, value.span())
    elif word == "应交":
        things = [scope.thing(v, n, ("document",)) for v, _, n in names(node)]
        yield Expectation(word, tuple(t for t in things if t), _place(node))
    elif word in ("应填", "不问"):
        yield Expectation(word, tuple(_fields(scope, node)), _place(node))
    elif word == "拦下":
        said = [(v, i.head) for v, i in items(node) if isinstance(i.head, (Name, Text))]
        for value, head in said:
            if head.text not in scope.gates:
                scope.reader.unknown("gate", value.span(head), head.text, scope.gates)
        found = [head.text for _, head in said if head.text in scope.gates]
        found += [v.phrase.text for v in values(node) if isinstance(v.phrase, Prose)]
        yield Expectation(word, tuple(found), _place(node))
    elif word == "时限":
        for value in values(node):
            limit = duration(scope.reader, value, word, promised=True)
            if limit is not None or is_word(value, NOT_STATED):
                yield Expectation(word, limit, value.span())
    elif word == "跑动":
        for value in values(node):
            count = visits(scope.reader, value, word)
            if count is not None or is_word(value, NOT_STATED) or is_word(value, NONE):
                yield Expectation(word, count, value.span())


def _place(node: Node):
    """Where an expectation stands: its value, or its word if the value stands on several lines."""
    lines = values(node)
    return lines[0].span() if len(lines) == 1 else node.key_span


def _fields(scope: Scope, node: Node):
    """Fields; a question may be named too (it is then not asked)."""
    for value, _, name in names(node):
        if name.text in scope.questions:
            yield name.text
        else:
            thing = scope.thing(value, name, ("element",))
            if thing is not None:
                yield thing
