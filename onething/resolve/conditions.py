"""Condition phrases → typed expressions. A comparison over a question that is not open is false, also 不为."""

from __future__ import annotations

from fractions import Fraction

from onething.diagnostics import Fix, Note
from onething.logic.expression import Expression, Is, Measure, both, either, negate
from onething.model.bundle import Comparison, Question
from onething.resolve.measure import bare, converted, meant
from onething.resolve.reader import Reader
from onething.resolve.scope import Scope
from onething.resolve.values import UNIT, amount, bare_number
from onething.source import Span
from onething.syntax.tree import Both, Compare, Either, Name, Not, Quantity, Value
from onething.vocabulary.phrase import NOT_STATED

# Boundary words, as Civil Code art. 1259 reads them.
OPERATOR = {
    "不满": "<",
    "超过": ">",
    "不低于": ">=",
    "不超过": "<=",
    "以上": ">=",
    "以下": "<=",
    "以内": "<=",
}

# What a question of a numeric type is measured in: kind of unit, unit shown.
MEASURED_IN = {
    "月数": ("months", "个月"),
    "年龄": ("age", "周岁"),
    "面积": ("area", "平方米"),
    "长度": ("length", "米"),
    "金额": ("money", "元"),
    "整数": ("count", ""),
}
COUNTED = ("count", "copies", "times")


def condition(scope: Scope, value: Value) -> Expression:
    """The expression of a condition value. What cannot be typed is reported and counts as never."""
    return _expression(scope, value, value.phrase)


def _expression(scope: Scope, value: Value, phrase) -> Expression:
    if isinstance(phrase, Both):
        return both(*(_expression(scope, value, p) for p in phrase.parts))
    if isinstance(phrase, Either):
        return either(*(_expression(scope, value, p) for p in phrase.parts))
    if isinstance(phrase, Not):
        return negate(_expression(scope, value, phrase.part))
    if isinstance(phrase, Compare):
        return _compare(scope, value, phrase)
    scope.reader.wrong_type(value, None, "当", ("条件，如“婚姻状况 为 婚内”", "a condition such as “婚姻状况 为 婚内”"))
    return False


def _compare(scope: Scope, value: Value, phrase: Compare) -> Expression:
    question = scope.questions.get(phrase.subject.text)
    if question is None:
        known = [o for q in scope.questions.values() for o in q.options]
        scope.reader.unknown("question", value.span(phrase.subject), phrase.subject.text, scope.questions, known)
        return False
    if question.type in MEASURED_IN:
        return _measure(scope, value, phrase, question)
    if phrase.operator not in ("为", "不为", "属于", "不属于"):
        _not_comparable(scope, value, phrase, question)
        return False
    chosen = [_option(scope, value, v, question) for v in phrase.values]
    if None in chosen:
        return False
    options = frozenset(chosen)
    if phrase.operator in ("不为", "不属于"):
        options = frozenset(question.options) - options
    says = Is(question.name, options)
    scope.comparisons.append(Comparison(question.name, phrase.operator, says, None, "", value.span(phrase)))
    return says


def _option(scope: Scope, value: Value, part, question: Question) -> str | None:
    span = value.span(part)
    written = part.text if isinstance(part, Name) else span.text
    if written in question.options:
        return written
    scope.not_an_option(span, written, question)
    return None


def _not_comparable(scope: Scope, value: Value, phrase: Compare, question: Question) -> None:
    scope.reader.report(
        "OT1305", value.span(phrase), subject=question.name, type=question.type,
        operator=phrase.operator, notes=[Note(question.span, "类型由这里决定", "its type is set here")],
        fix=Fix("选项用“为”“不为”“属于”比较；数字用“以上”“不满”等比较", "options take “为”, “不为”, “属于”; numbers “以上”, “不满” …"),
    )  # fmt: skip


def _measure(scope: Scope, value: Value, phrase: Compare, question: Question) -> Expression:
    number = _number(scope, value, phrase.values[0], question) if len(phrase.values) == 1 else None
    if len(phrase.values) != 1 or (phrase.operator not in OPERATOR and phrase.operator not in ("为", "不为")):
        _not_comparable(scope, value, phrase, question)
        return False
    if number is None:
        return False
    says = _measures(question.name, phrase.operator, number)
    part = phrase.values[0]
    parameter = part.text if isinstance(part, Name) and part.text in scope.parameters else ""
    scope.comparisons.append(Comparison(question.name, phrase.operator, says, number, parameter, value.span(phrase)))
    return says


def _measures(question: str, operator: str, number: Fraction) -> Expression:
    if operator in OPERATOR:
        return Measure(question, OPERATOR[operator], number)
    if operator == "为":
        return both(Measure(question, ">=", number), Measure(question, "<=", number))
    return either(Measure(question, "<", number), Measure(question, ">", number))


def _number(scope: Scope, value: Value, part, question: Question) -> Fraction | None:
    """The number compared with: a quantity of the question's unit, or a parameter."""
    kind, shown = MEASURED_IN[question.type]
    if isinstance(part, Name) and question.type == "整数" and part.text.isdecimal():
        return bare_number(scope.reader, value, part)
    if isinstance(part, Name):
        parameter = scope.parameters.get(part.text)
        new = "" if parameter else meant(part.text, (kind,), shown or "个")
        if new or part.text.replace(".", "", 1).isdecimal():
            wrong_unit(scope.reader, value.span(part), question.name, shown, new)
            return None
        if parameter is None:
            like = f"300{shown or '个'}"
            fix = Fix(f"“{question.name}”要和数字比：写“{like}”一类的数字，或先声明这个参数",
                      f"compare “{question.name}” with a number such as “{like}”, or declare this parameter")  # fmt: skip
            scope.reader.unknown("parameter", value.span(part), part.text, scope.parameters, fix=fix)
            return None
        if parameter.number is None:
            if parameter.text != NOT_STATED:
                return None  # reported where it is declared
            scope.reader.report("OT2211", value.span(part), parameter=part.text, notes=[Note(parameter.span, "未载明", "not stated")],
                                fix=Fix("查到数字后写在参数里；在那之前，这一条谁也不管", "write the figure once it is known; until then this touches nobody"))  # fmt: skip
            return None
        found, number = UNIT[parameter.unit].kind, parameter.number
    else:
        assert isinstance(part, Quantity)
        found, number = UNIT[part.unit].kind, amount(part)
    if not same_kind(found, kind):
        new = converted(part, kind, shown or "个") if isinstance(part, Quantity) else ""
        wrong_unit(scope.reader, value.span(part), question.name, shown, new)
        return None
    return number


def wrong_unit(reader: Reader, span: Span, subject: str, shown: str, new: str) -> None:
    """OT1302: report a number that is not in the unit ``shown``. ``new``: the amount to write for it."""
    place, unit = bare(span), shown or "个"
    zh, en = f"改用“{unit}”；问的若是别的，改情形的“类型”", f"use “{unit}”, or change “类型” of the situation"
    if new:
        zh, en = f"写“{new}”；问的若是别的，改情形的“类型”", f"write “{new}”, or change “类型” of the situation"
    fix = Fix(zh, en, ((place, new),) if new else ())
    reader.report("OT1302", place, subject=subject, expected=unit, found=place.text, fix=fix)


def same_kind(unit_kind: str, question_kind: str) -> bool:
    """Whether a unit measures what the question asks."""
    return unit_kind == question_kind or (question_kind == "count" and unit_kind in COUNTED)
