"""Bundle and its analysis → BundleIR, the published form that emitters read."""

from __future__ import annotations

import hashlib
import json
import re

from onething import LANGUAGE, __version__
from onething.counting import RULE
from onething.logic.expression import Expression, Measure, as_json, atoms, both, either, plain
from onething.model.bundle import Bundle, LocalChange, Matter, Thing
from onething.model.catalogue import STATE, Catalogue
from onething.model.fact import Case, Fact
from onething.model.time import Duration as Limit
from onething.plan import ir
from onething.plan.analysis import Analysis
from onething.plan.applicant import applicant
from onething.plan.decisions import EdgeDecision, FieldDecision, LineDecision
from onething.plan.figures import figures, headline, judge, saved
from onething.plan.organs import organ
from onething.plan.situations import conditions
from onething.semantics import MEDIA, prefill_source
from onething.source import Span
from onething.vocabulary.matter import WITHOUT_LIMIT
from onething.vocabulary.phrase import NONE, NOT_STATED

USABLE = re.compile("[0-9]{6,12}")  # what may name a folder


def _at(place: str, name: str, code: str, span: Span, catalogue: Catalogue) -> dict:
    """Whose version it is: all of the published form that follows from the place alone. A place without a code that can
    name a folder has a folder that is always the same, and no other place's."""
    known = catalogue.places.get(place)
    number = "000000" if place == STATE else known.code if known else ""
    number = number if USABLE.fullmatch(number) else ""
    folder = number or f"place-{hashlib.sha256(place.encode()).hexdigest()[:8]}"
    return {"identity": f"{place}/{name}", "place": place, "place_code": number, "folder": f"{folder}/{code}", "place_in_source": _place(span)}


def adopting(above: ir.BundleIR, place: str, span: Span, catalogue: Catalogue) -> ir.BundleIR | None:
    """The published form of a version that adopts another one as it is, at a place of which the catalogue says nothing
    else. None if the other one speaks of its own place: then it has to be published like any other."""
    if above.place in _meant(above):
        return None
    return above.model_copy(update={**_at(place, above.name, above.code, span, catalogue), "parent": above.identity})


def publish(analysis: Analysis) -> ir.BundleIR:
    """The published form. Only for a bundle without errors: every name resolved, no circle."""
    b = analysis.bundle
    d = analysis.decisions
    cells = analysis.open_cells
    top = headline(cells, "materials")
    made = ir.BundleIR(
        language=LANGUAGE,
        compiler=__version__,
        name=b.name,
        code=b.code,
        **_at(b.place, b.name, b.code, b.span, analysis.catalogue),
        version="",
        standard=b.standard.value if b.standard else "",
        subjects=list(b.subjects),
        theme=b.theme,
        parent=b.parent,
        changes=[_change(c) for c in b.changes],
        lead=_at_place(b.leads[0], analysis) if b.leads else None,
        cooperating=[_at_place(f, analysis) for f in b.cooperating],
        participants=[_at_place(f, analysis) for f in b.participants],
        basis=_basis(b, analysis.catalogue),
        channels=[_named(f) for f in b.channels],
        enquiry_channels=[_named(f) for f in b.enquiry_channels],
        mode=b.mode,
        lead_by=b.lead_by,
        at_least_one=b.at_least_one,
        special_procedures=[_named(f) for f in b.special_procedures],
        limit=_duration(b.limit.value) if b.limit else None,
        limit_place=_place(b.limit.span, b.limit) if b.limit else None,
        fee=b.fee,
        delivery=b.delivery,
        hours=b.hours,
        enquiries=b.enquiries,
        conditions=list(b.conditions),
        remark=b.remark,
        roles=[_role(r) for r in b.roles.values()],
        questions=_questions(b),
        gates=[_gate(g) for g in (*b.gates, *(g for m in b.matters.values() for g in m.gates))],
        matters=[_matter(m, analysis) for m in b.matters.values()],
        taking_order=list(d.taking_order),
        edges=[_edge(e) for e in analysis.possible_edges],
        fields=[_field(f, analysis) for f in d.fields],
        materials=_materials(d.lines),
        reminders=[_reminder(r) for r in b.reminders],
        before=figures(cells, "before"),
        after=figures(cells, "after"),
        headline_answers=dict(applicant(b, top.answers)) if top else {},
        saved=saved(b, cells),
        claims=[_claim(c, analysis) for c in b.claims],
        counting_rule=RULE,
        situations=analysis.space.valid.bit_count(),
    )
    return made.model_copy(update={"version": _version(made)})


def _basis(bundle: Bundle, catalogue: Catalogue) -> list[str]:
    """The documents the bundle cites, and those by which its standard was issued."""
    standard = catalogue.standards.get(bundle.standard.value) if bundle.standard else None
    return list(dict.fromkeys([*_cited(bundle.basis), *(standard.basis if standard else ())]))


def _cited(basis: tuple[str, ...]) -> list[str]:
    """The documents among what 依据 says: 未载明 says that there is none, and is none itself."""
    return [document for document in basis if document not in (NOT_STATED, NONE)]


def identifier(prefix: str, name: str) -> str:
    """A stable ASCII identifier for a Chinese name."""
    return prefix + "_" + hashlib.sha256(name.encode()).hexdigest()[:8]


# A place is a flat object, so it can be cut out of the text without reading it.
_PLACES = re.compile(r'"(?:place|place_in_source|limit_place)":\{(?:[^"{}]|"(?:[^"\\]|\\.)*")*\}|"places":\[(?:[^"\[\]]|"(?:[^"\\]|\\.)*")*\]')


# Whose version it is and where it stands does not count: places where one bundle means the same have
# the same version of it. Nor does it matter whether a thing is said here or in what is adapted; what a workflow waits
# for follows from the rest.
_ASIDE = {"version": "", "identity": "", "place": "", "place_code": "", "folder": "", "parent": "", "changes": [], "extra_waits": []}


def _meant(made: ir.BundleIR) -> str:
    """The meaning as text: without the places in source files, so a remark or a moved line changes nothing."""
    return _PLACES.sub("", made.model_copy(update=_ASIDE).model_dump_json())


def _version(made: ir.BundleIR) -> str:
    return hashlib.sha256(_meant(made).encode()).hexdigest()[:12]


def _place(span: Span, marked=None) -> ir.Place:
    line, column = span.position
    return ir.Place(
        file=span.source.path,
        line=line,
        column=column,
        basis=getattr(marked, "basis", ""),
        unverified=getattr(marked, "unverified", False),
    )


def _named(fact: Fact[str]) -> ir.Named:
    return ir.Named(name=fact.value, place=_place(fact.span, fact))


def _duration(limit: Limit) -> ir.Duration:
    time = limit.time
    return ir.Duration(
        working_days=plain(time.working_days),
        natural_days=plain(time.natural_days + time.days),
        hours=plain(time.hours),
        excluding=list(limit.excluding),
        since=limit.since,
        point=limit.point,
        text=limit.text(),
    )


def _role(role) -> ir.Role:
    return ir.Role(
        name=role.name,
        id=identifier("r", role.name),
        kinds=list(role.kinds),
        any_of=list(role.any_of),
        sign_within=_duration(role.sign_within) if role.sign_within else None,
        remark=role.remark,
        place=_place(role.span),
    )


def _questions(bundle: Bundle) -> list[ir.Question]:
    cuts: dict[str, set] = {}
    for expression in conditions(bundle):
        for atom in atoms(expression):
            if isinstance(atom, Measure):
                cuts.setdefault(atom.question, set()).add(atom.number)
    return [
        ir.Question(
            name=q.name,
            id=identifier("q", q.name),
            ask=q.ask,
            type=q.type,
            options=[ir.Option(name=o, id=identifier("o", o)) for o in q.options],
            unit=q.unit,
            cuts=[plain(c) for c in sorted(cuts.get(q.name, ()))],
            source=q.source,
            open=as_json(q.open),
            remark=q.remark,
            place=_place(q.span, q),
        )
        for q in bundle.questions.values()
    ]


def _gate(gate) -> ir.Gate:
    return ir.Gate(
        kind=gate.kind,
        name=gate.name,
        id=identifier("g", f"{gate.matter}/{gate.kind}/{gate.name}/{gate.message}/{json.dumps(as_json(gate.when), ensure_ascii=False)}"),
        matter=gate.matter,
        when=as_json(gate.when),
        message=gate.message,
        place=_place(gate.span),
    )


def _text_cases(cases: tuple[Case, ...], words=str) -> list[ir.TextCase]:
    kept = (c for c in cases if c.value is not None)
    return [ir.TextCase(when=as_json(c.when), text=words(c.value), place=_place(c.span, c)) for c in kept]


def _at_place(department: Fact[str], analysis: Analysis) -> ir.Named:
    """A department by the name of the organ that it is at the bundle's place."""
    found = organ(analysis.catalogue, department.value, analysis.bundle.place)
    place = _place(department.span, department)
    return ir.Named(name=found.name, place=place.model_copy(update={"unverified": place.unverified or found.unverified}))


def _department_cases(cases: tuple[Case, ...], analysis: Analysis) -> list[ir.TextCase]:
    """Who handles a matter, case by case, by the names of the organs at the bundle's place."""
    made = []
    for case in _text_cases(cases):
        found = organ(analysis.catalogue, case.text, analysis.bundle.place)
        place = case.place.model_copy(update={"unverified": case.place.unverified or found.unverified})
        made.append(case.model_copy(update={"text": found.name, "place": place}))
    return made


def _change(change: LocalChange) -> ir.LocalChange:
    return ir.LocalChange(
        path=[ir.Step(word=word, name=name) for word, name in change.path], how=change.how, text=change.text, was=change.was,
        reason=change.reason, by=change.place, place=_place(change.span),
        was_place=_place(change.was_span) if change.was_span else None,
    )  # fmt: skip


def _limit_cases(cases: tuple[Case, ...]) -> list[ir.DurationCase]:
    return [
        ir.DurationCase(when=as_json(c.when), limit=_duration(c.value) if c.value else None, place=_place(c.span, c))
        for c in cases
    ]


def _visits(visits) -> str:
    reasons = f"（{'，'.join(visits.reasons)}）" if visits.reasons else ""
    return f"{visits.count}次{reasons}" if visits.count else "不用到场"


def _matter(m: Matter, analysis: Analysis) -> ir.Matter:
    d = analysis.decisions
    return ir.Matter(
        name=m.name,
        id=identifier("m", m.name),
        participation=m.participation,
        kind=m.kind,
        levels=[_named(f) for f in m.levels],
        departments=_department_cases(m.departments, analysis),
        forms=_text_cases(m.forms),
        applies=as_json(m.applies),
        taken=as_json(d.taken[m.name]),
        blocked=as_json(d.refused[m.name]),
        promise=_limit_cases(m.promise),
        legal=_limit_cases(m.legal),
        limit_free=m.kind in WITHOUT_LIMIT,
        steps=list(m.steps or ()),
        visits=_text_cases(m.visits, _visits),
        conditions=list(m.conditions),
        basis=_cited(m.basis),
        outputs=[
            ir.Output(
                kind=o.thing.kind,
                name=f"{o.thing.label} 为 {o.thing.value}" if o.thing.value else o.thing.label,
                posted=o.posted,
                place=_place(o.span, o),
            )
            for o in m.outputs
        ],
        fees=_text_cases(m.fees),
        on_refusal=m.on_refusal,
        remark=m.remark,
        basic_code=m.basic_code.value if m.basic_code else "",
        implementing_code=m.implementing_code.value if m.implementing_code else "",
        place=_place(m.span),
    )


def _edge(e: EdgeDecision) -> ir.Edge:
    cause = e.cause
    places = [_place(cause.span, cause)] + ([_place(e.output.span)] if e.output is not None else [])
    if e.kind == "前置":
        reason = cause.reason or f"{e.after} 要等 {e.before} 办结"
    elif e.kind == "起算":
        reason = f"{e.after} 的时限自 {e.before} {e.what} 起算"
    else:
        verb = {"证照": "需要的", "字段": "要填的", "状态": "要求的"}[e.kind]
        reason = f"{e.after} {verb} {e.what} 由 {e.before} 产出"
    holds = "受理" if e.holds == "起算" else e.holds
    return ir.Edge(before=e.before, after=e.after, when=as_json(e.when), kind=e.kind, what=e.what, holds=holds, reason=reason, places=places)


def _label(things) -> str:
    """The name of a line: without owner where some matter writes it so."""
    return min((t.label for t in things), key=lambda label: (len(label), label))


def _materials(lines: list[LineDecision]) -> list[ir.Material]:
    groups: dict[tuple[Thing, ...], int] = {}
    made = []
    for line in lines:
        number = groups.setdefault(line.group, len(groups) + 1) if line.group else 0
        needs = [n.need for n in line.needs]
        order = ("", "复印件", "原件或复印件", "原件")
        label = _label(n.thing for n in needs)
        later = next((n.later.text() for n in needs if n.later), "")
        made.append(
            ir.Material(
                name=label,
                id=identifier("d", label + (f"#{number}" if number else "")),
                document=line.thing.name,
                owner=line.thing.owner,
                original=max((n.original for n in needs), key=order.index),
                medium=max((n.medium for n in needs), key=MEDIA.index),
                copies=max(n.copies for n in needs),
                later_text=f"{later}内补" if later else "",
                notes=list(dict.fromkeys(note for n in needs for note in n.notes)),
                hand_in=as_json(line.hand_in),
                later=as_json(line.later),
                offered=as_json(line.offered),
                group=number,
                needs=[
                    ir.MaterialNeed(
                        matter=n.matter,
                        when=as_json(n.when),
                        inside=as_json(n.inside),
                        issuers=list(n.issuers),
                        how=n.how,
                        reason=n.reason,
                        fallback=n.need.fallback,
                        optional=n.need.optional,
                        place=_place(n.need.span, n.need),
                    )
                    for n in line.needs
                ],
                place=_place(needs[0].span, needs[0]),
            )
        )
    return made


def _field(f: FieldDecision, analysis: Analysis) -> ir.Field:
    catalogue = analysis.catalogue
    element = catalogue.elements[f.thing.name]
    named: list[tuple[str, Expression]] = [(use.prefill, when) for _, use, when in f.uses if use.prefill]
    prefill = prefill_source(analysis.bundle, catalogue, (s for s, _ in named), element.source)
    when = True if prefill in ("", element.source) else either(*(w for s, w in named if s == prefill))
    return ir.Field(
        name=_label(use.thing for _, use, _ in f.uses),
        id=identifier("f", f"{f.thing.owner}/{f.thing.name}"),
        element=f.thing.name,
        owner=f.thing.owner,
        type=element.type,
        options=list(element.options),
        visible=as_json(f.visible),
        required=as_json(f.required),
        prefill=prefill,
        prefill_when=as_json(both(when)),
        remark=element.remark,
        needs=[
            ir.FieldNeed(matter=m, when=as_json(w), required=use.required, place=_place(use.span, use)) for m, use, w in f.uses
        ],
        place=_place(f.uses[0][1].span, f.uses[0][1]),
    )


def _reminder(r) -> ir.Reminder:
    return ir.Reminder(
        name=r.name, id=identifier("n", r.name), to=list(r.to), anchor=r.anchor, days=plain(r.days),
        channel=r.channel, text=r.text, place=_place(r.span),
    )  # fmt: skip


def _claim(claim, analysis: Analysis) -> ir.Claim:
    verdict, computed = judge(claim, analysis)
    return ir.Claim(what=claim.what, claimed=claim.text, computed=computed, verdict=verdict, place=_place(claim.span))
