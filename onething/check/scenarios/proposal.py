"""A scenario written out for an applicant, in the notation of the file, with what the reference says must come out."""

from __future__ import annotations

import re

from onething.model.bundle import Bundle
from onething.model.outcome import Answers
from onething.model.time import number_text
from onething.plan.analysis import Analysis

NEEDS_QUOTES = re.compile(r"[、，,：:；;/（）()#\s]")


def proposal(analysis: Analysis, name: str, answers: Answers) -> str:
    """The text to put at the end of the file; nothing if nothing can be expected of this applicant."""
    b = analysis.bundle
    outcome = analysis.run.outcome(answers)
    lines = [(_quoted(q), _answer(b, q, a)) for q, a in outcome.answers.items()]
    chosen = [m for m in outcome.taken if b.matters[m].participation == "选办"]
    if outcome.blocked:
        lines.append(("拦下", "、".join(_quoted(g.name) if g.name else f"“{g.message}”" for g in outcome.blocked)))
    elif not outcome.taken:
        return ""
    else:
        lines += [("选办", "、".join(map(_quoted, chosen)))] if chosen else []
        lines.append(("应办", "、".join(map(_quoted, outcome.taken))))
    return _block(b, _unused(b, name), lines)


def _unused(bundle: Bundle, name: str) -> str:
    """The name, or the same with a number, if a scenario has it already."""
    taken, number, made = {s.name for s in bundle.scenarios}, 1, name
    while made in taken:
        number += 1
        made = f"{name}之{number}"
    return made


def _block(bundle: Bundle, name: str, lines: list[tuple[str, str]]) -> str:
    text = bundle.span.source.text
    start = "" if text.endswith("\n") else "\n"
    if bundle.span.source.path.lower().endswith((".yaml", ".yml")):
        indent = re.search(r"(?m)^( *)- ", text)
        margin = indent.group(1) if indent else ""
        body = "".join(f"{margin}  {key}: {value}\n" for key, value in lines)
        return f"{start}\n{margin}- 场景: {name}\n{body}"
    return f"{start}\n场景 “{name}”：\n" + "".join(f"    {key}：{value}\n" for key, value in lines)


def _quoted(name: str) -> str:
    return f"“{name}”" if NEEDS_QUOTES.search(name) else name


def _answer(bundle: Bundle, question: str, answer) -> str:
    if isinstance(answer, str):
        return _quoted(answer)
    return number_text(answer) + (bundle.questions[question].unit or "个")
