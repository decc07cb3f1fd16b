"""What the names of one bundle mean: its roles, questions, parameters, matters – and things with owners."""

from __future__ import annotations

from dataclasses import dataclass, field

from onething.diagnostics import Fix, Note
from onething.model.bundle import Comparison, Parameter, Question, Thing
from onething.resolve.alike import nearest
from onething.resolve.reader import Reader, did_you_mean
from onething.source import Span
from onething.syntax.tree import Name, Value


@dataclass(slots=True)
class Scope:
    """Names declared in one bundle. ``applicants``: roles that apply; one alone owns what has no owner."""

    reader: Reader
    roles: dict[str, Span] = field(default_factory=dict)
    applicants: tuple[str, ...] = ()
    questions: dict[str, Question] = field(default_factory=dict)
    parameters: dict[str, Parameter] = field(default_factory=dict)
    matters: dict[str, Span] = field(default_factory=dict)
    procedures: dict[str, Span] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)  # of matters
    gates: frozenset[str] = frozenset()  # names and messages of refusals
    comparisons: list[Comparison] = field(default_factory=list)

    def matter(self, value: Value, name: Name) -> str | None:
        """A matter of the bundle, by name or alias, or None (reported)."""
        if name.text in self.aliases:
            return self.aliases[name.text]
        return self._declared("matter", self.matters, value, name)

    def role(self, value: Value, name: Name) -> str | None:
        """A role of the bundle, or None (reported)."""
        return self._declared("role", self.roles, value, name)

    def _declared(self, kind: str, things: dict, value: Value, name: Name) -> str | None:
        if name.text in things:
            return name.text
        self.reader.unknown(kind, value.span(name), name.text, things)
        return None

    def not_an_option(self, span: Span, written: str, question: Question) -> None:
        """OT1303: report an answer that the question does not offer. That it offers none is reported there."""
        if not question.options:
            return
        near = nearest(written, question.options, few=True) or _idle(span, question.options)
        if near:
            fix = did_you_mean(span, near)
        else:
            words = "、".join(question.options)
            fix = Fix(f"可选的有：{words}", f"options: “{words}”")
        notes = [Note(question.span, "选项写在这里", "its options are here")]
        self.reader.report("OT1303", span, option=written, question=question.name, fix=fix, notes=notes)

    def split(self, text: str) -> tuple[str, str]:
        """Owner and rest of a name: split at the first 的 that follows a declared role."""
        owner, dot, rest = text.partition("的")
        return (owner, rest) if dot and rest and owner in self.roles else ("", text)

    def thing(self, value: Value, name: Name, kinds: tuple[str, ...]) -> Thing | None:
        """A document (kind ``document``) or field (``element``) with its owner, or None (reported)."""
        owner, rest = self.split(name.text)
        span = value.span(name)
        for kind in kinds:
            canonical = self.reader.catalogue.canonical(kind, rest)
            if canonical is not None:
                self.reader.meet(kind, rest, canonical, span)
                return self.owned("证照" if kind == "document" else "字段", canonical, owner, span)
        before, dot, after = name.text.partition("的")
        if not owner and dot and any(self.reader.catalogue.canonical(k, after) for k in kinds):
            near = nearest(before, self.roles) or (list(self.roles)[0] if len(self.roles) == 1 else None)
            fix = did_you_mean(span, f"{near}的{after}") if near else Fix(f"先声明“角色 {before}”", f"declare “角色 {before}”")
            self.reader.report("OT1205", span, name=name.text, owner=before, fix=fix)
            return None
        names = {spelt: canonical for k in kinds for spelt, canonical in self.reader.names(k).items()}
        known = {*names, *(f"{role}的{spelt}" for role in self.roles for spelt in names)}
        if owner:
            names = {f"{owner}的{spelt}": f"{owner}的{canonical}" for spelt, canonical in names.items()}
        self.reader.unknown(kinds[0], span, name.text, names, known, same=names)
        return None

    def owned(self, kind: str, name: str, owner: str, span: Span, value: str = "") -> Thing:
        """The thing with its owner: without one it is the applicant's, if there is one applicant."""
        label = f"{owner}的{name}" if owner else name
        if not owner:
            if len(self.applicants) > 1:
                self.reader.report("OT1204", span, name=name, fix=self._whose(name, span))
            owner = self.applicants[0] if self.applicants else ""
        return Thing(kind, name, owner, value, label)

    def _whose(self, name: str, span: Span) -> Fix:
        """What to write for a thing without owner: of whoever it is elsewhere in the file, if that is one role."""
        text, spelt = span.source.text, span.text
        owners = [role for role in self.roles if any(f"{role}{of}{each}" in text for of in "的.。" for each in {name, spelt})]
        if len(owners) == 1:
            return Fix(f"写“{owners[0]}的{spelt}”：别处是这样写的", f"write “{owners[0]}的{spelt}”, as elsewhere", ((span, f"{owners[0]}的{spelt}"),))
        words = "，或".join(f"“{role}的{spelt}”" for role in self.applicants)
        return Fix(f"写明是谁的：{words}", f"say whose it is: {words}".replace("，或", " or "))

    def state(self, value: Value, name: Name, becomes: Name) -> Thing:
        """``X 变为 Y`` or ``X 为 Y``: the state Y of X."""
        owner, rest = self.split(name.text)
        question = self.questions.get(name.text)
        if question is not None and question.options and becomes.text not in question.options:
            self.not_an_option(value.span(becomes), becomes.text, question)
        thing = self.owned("状态", rest, owner, value.span(name), becomes.text)
        return Thing(thing.kind, thing.name, thing.owner, thing.value, name.text)


def _idle(span: Span, options: tuple[str, ...]) -> str | None:
    """The one option that is mentioned nowhere but where it is offered: it was renamed."""
    idle = [option for option in options if span.source.text.count(option) == 1]
    return idle[0] if len(idle) == 1 else None
