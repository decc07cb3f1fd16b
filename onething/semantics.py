"""The reference meaning: a bundle, answers, a choice, what is finished and in progress → an outcome.

This says what a bundle means and nothing else, slowly and plainly. Checks are statements about it, and every
output must agree with it. The sections follow ``docs/semantics.md``. Nothing here looks at a clock.

``outcome`` takes complete answers; ``onething.plan.partial`` extends it to partial ones by looking at every
completion; ``onething.counting`` counts before and after.
"""

from __future__ import annotations

from typing import Iterable

from onething.logic.expression import holds, questions
from onething.model.bundle import Bundle, FieldUse, Gate, Matter, Need, Thing
from onething.model.catalogue import Catalogue
from onething.model.fact import Cases
from onething.model.outcome import INSIDE, LATER, OWN, Answers, Edge, FormField, Limit, Line, Met, Outcome
from onething.model.time import Duration, Time
from onething.source import Span
from onething.vocabulary.matter import WITHOUT_LIMIT


def outcome(
    bundle: Bundle,
    catalogue: Catalogue,
    answers: Answers,
    choice: frozenset[str] = frozenset(),
    finished: frozenset[str] = frozenset(),
    in_progress: frozenset[str] = frozenset(),
) -> Outcome:
    """The meaning for one applicant with complete answers (those to closed questions are dropped).

    ``choice``: the optional matters chosen; ``finished`` and ``in_progress``: matters handled elsewhere before.
    Names that the bundle does not have are ignored.
    """
    answers, unanswered = open_answers(bundle, answers)
    refused = refusals(bundle, answers, finished)
    taken, pulled = matters_taken(bundle, answers, choice, finished, in_progress, refused)
    gates = [g for g in bundle.gates if holds(g.when, answers)]
    result = Outcome(
        answers=answers,
        unanswered=unanswered,
        blocked=tuple(g for g in gates if g.kind != "提示"),
        informed=tuple(g for g in gates if g.kind == "提示")
        + tuple(g for m in taken for g in bundle.matters[m].gates if g.kind == "提示" and holds(g.when, answers)),
        refused=refused,
        taken=taken,
        pulled=pulled,
        offer=tuple(
            m.name
            for m in bundle.matters.values()
            if m.participation == "选办"
            and m.name not in taken
            and m.name not in finished
            and m.name not in refused
            and holds(m.applies, answers)
        ),
        doing=frozenset(in_progress) & frozenset(taken),
        must_choose=bundle.at_least_one and not taken,
    )
    result.edges = edges(bundle, result)
    result.wave, result.circle = waves(result)
    result.fields = form(bundle, catalogue, result)
    result.lines = materials(bundle, catalogue, result)
    result.limit = longest_path(bundle, result)
    return result


# --- 1 questions ---------------------------------------------------------------------------------


def guard_order(bundle: Bundle) -> list[str]:
    """Questions with every question that a guard looks at before the guarded one (guards are acyclic)."""
    order: dict[str, None] = {}
    for name in bundle.questions:
        _place(bundle, name, (), order)
    return list(order)


def _place(bundle: Bundle, name: str, above: tuple[str, ...], order: dict[str, None]) -> None:
    """Put a question into the order, behind those that its guard looks at."""
    if name in order or name in above or name not in bundle.questions:
        return
    for other in sorted(questions([bundle.questions[name].open])):
        _place(bundle, other, (*above, name), order)
    order[name] = None


def open_answers(bundle: Bundle, answers: Answers) -> tuple[Answers, tuple[str, ...]]:
    """The answers to open questions, and the open questions without one. A comparison over a question that is
    not open is false, also 不为."""
    kept: Answers = {}
    unanswered = []
    for name in guard_order(bundle):
        if holds(bundle.questions[name].open, kept):
            if answers.get(name) is not None:
                kept[name] = answers[name]
            else:
                unanswered.append(name)
    return {q: kept[q] for q in bundle.questions if q in kept}, tuple(q for q in bundle.questions if q in unanswered)


# --- 2 gates, 3 which matters --------------------------------------------------------------------


def pulls(bundle: Bundle, matter: Matter, answers: Answers) -> list[tuple[str, tuple[str, ...]]]:
    """What the matter's declared prerequisites call for: each with the matters that can give it.

    A state that the answer to its own question already gives calls for nothing; one that nobody has calls for
    the applicable matters that bring it about. A prerequisite matter that does not apply drops out.
    """
    wanted = []
    for p in matter.prerequisites:
        if not holds(p.when, answers):
            continue
        if p.state is None:
            other = bundle.matters.get(p.matter)
            if other and holds(other.applies, answers):
                wanted.append((p.matter, (p.matter,)))
        elif answers.get(p.state.label) != p.state.value:
            wanted.append((f"{p.state.label} 为 {p.state.value}", producers(bundle, p.state, answers, matter.name)))
    return wanted


def producers(bundle: Bundle, thing: Thing, answers: Answers, but: str) -> tuple[str, ...]:
    """The applicable matters, other than ``but``, that issue or bring about ``thing``."""
    return tuple(
        dict.fromkeys(
            name
            for name, output in bundle.makers.get(thing, ())
            if name != but and holds(output.when, answers) and holds(bundle.matters[name].applies, answers)
        )
    )


def refusals(bundle: Bundle, answers: Answers, finished: frozenset[str]) -> dict[str, tuple[Gate | str, ...]]:
    """Matters that cannot be accepted: a 不予受理 of their own holds, or something they cannot do without is
    itself refused (the reason is then its name)."""
    refused: dict[str, tuple[Gate | str, ...]] = {}
    for m in bundle.matters.values():
        own = tuple(g for g in m.gates if g.kind != "提示" and holds(g.when, answers))
        if own and holds(m.applies, answers):
            refused[m.name] = own
    while True:
        more = {}
        for m in bundle.matters.values():
            if m.name in refused or not holds(m.applies, answers):
                continue
            for what, givers in pulls(bundle, m, answers):
                if not any(g in finished or g not in refused for g in givers):
                    more[m.name] = (what,)
        if not more:
            return refused
        refused.update(more)


def matters_taken(
    bundle: Bundle,
    answers: Answers,
    choice: frozenset[str],
    finished: frozenset[str],
    in_progress: frozenset[str],
    refused: dict,
) -> tuple[tuple[str, ...], dict[str, str]]:
    """The matters handled, and for those pulled in by a declared prerequisite, by which matter."""
    taken: set[str] = set()
    pulled: dict[str, str] = {}

    def possible(m: Matter) -> bool:
        return m.name not in finished and m.name not in refused and holds(m.applies, answers)

    for m in bundle.matters.values():
        wanted = m.participation != "选办" or m.name in choice or m.name in in_progress
        if wanted and possible(m):
            taken.add(m.name)
    waiting = [m for m in bundle.matters if m in taken]
    while waiting:
        name = waiting.pop(0)
        for _, givers in pulls(bundle, bundle.matters[name], answers):
            if any(g in finished for g in givers):
                continue
            for giver in givers:
                if giver not in taken and possible(bundle.matters[giver]):
                    taken.add(giver)
                    pulled[giver] = name
                    waiting.append(giver)
    return tuple(m for m in bundle.matters if m in taken), pulled


# --- 4 documents ---------------------------------------------------------------------------------


def issuers(bundle: Bundle, result: Outcome, thing: Thing, but: str) -> list[str]:
    """The taken matters, other than ``but``, that issue ``thing``."""
    return [m for m in producers(bundle, thing, result.answers, but) if m in result.taken]


BY_PHRASE = {
    OWN: "由申请人准备并提交",
    LATER: "可以先受理、后补交",
    "电子证照": "出示或调取电子证照",
    "数据共享": "由部门之间共享取得",
    "系统生成": "由系统生成",
    "告知承诺": "以书面承诺代替",
    "查验不收": "当场查验，不收取",
    "内部调阅": "由窗口在内部调取",
}


def way(bundle: Bundle, catalogue: Catalogue, need: Need) -> tuple[str, str]:
    """How a document that is not issued inside is obtained, and why: the phrase decides, then the catalogue."""
    if need.how:
        return need.how, BY_PHRASE[need.how]
    if catalogue.has_e_licence(need.thing.name, bundle.place):
        return "电子证照", f"{bundle.place}已有电子证照"
    document = catalogue.documents.get(need.thing.name)
    if document and document.source and catalogue.is_connected(document.source, bundle.place):
        asked = "（有条件共享，须申请授权）" if catalogue.sources[document.source].sharing == "有条件" else ""
        return "数据共享", f"{document.source}已接通{asked}"
    return OWN, "由申请人持有并提交"


def met(bundle: Bundle, catalogue: Catalogue, result: Outcome, matter: str, need: Need) -> Met:
    """How one need is met: issued inside first, then as the phrase says, then as the catalogue says, else 自备."""
    inside = issuers(bundle, result, need.thing, matter)
    if inside:
        return Met(matter, need, INSIDE, f"由 {'、'.join(inside)} 产出")
    return Met(matter, need, *way(bundle, catalogue, need))


RANK = {OWN: 2, LATER: 1}  # how demanding a way is on the applicant; every other way is 0
ORIGINALS = ("", "复印件", "原件或复印件", "原件")  # the most demanding last
MEDIA = ("", "电子", "纸质")


def merged(items: list[Met], group: tuple[Thing, ...] = ()) -> Line:
    """One line for all needs of the same document: the most demanding need decides."""
    required = [i for i in items if not i.need.optional]
    deciding = max(required or items, key=lambda i: RANK.get(i.how, 0))
    asked = [i for i in items if RANK.get(i.how, 0)] or items
    return Line(
        thing=deciding.need.thing,
        how=deciding.how,
        met=tuple(items),
        original=max((i.need.original for i in asked), key=ORIGINALS.index),
        medium=max((i.need.medium for i in asked), key=MEDIA.index),
        copies=max(i.need.copies for i in asked),
        group=group,
        optional=not required,
    )


def materials(bundle: Bundle, catalogue: Catalogue, result: Outcome) -> tuple[Line, ...]:
    """The one set of materials. Matters in progress have theirs already.

    Of alternatives, one that asks nothing of the applicant wins – or one that must be handed in anyway; else
    they stay together as a group of which one is enough.
    """
    single: dict[Thing, list[Met]] = {}
    groups: dict[tuple[Thing, ...], dict[Thing, list[Met]]] = {}
    for name in result.taken:
        if name in result.doing:
            continue
        alternatives: dict[int, list[Met]] = {}
        for need in bundle.matters[name].needs:
            if holds(need.when, result.answers):
                item = met(bundle, catalogue, result, name, need)
                if need.group:
                    alternatives.setdefault(need.group, []).append(item)
                else:
                    single.setdefault(need.thing, []).append(item)
        for items in alternatives.values():
            free = next((i for i in items if not RANK.get(i.how, 0)), None)
            if free:
                single.setdefault(free.need.thing, []).append(free)
            else:
                key = tuple(i.need.thing for i in items)
                for item in items:
                    groups.setdefault(key, {}).setdefault(item.need.thing, []).append(item)
    for key in list(groups):
        anyway = next((t for t in key if t in single and merged(single[t]).handed_in), None)
        if anyway:
            single[anyway] += groups.pop(key)[anyway]
    lines = [merged(items) for items in single.values()]
    lines += [merged(items, key) for key, things in groups.items() for items in things.values()]
    order = {thing: i for i, thing in enumerate(dict.fromkeys(n.thing for m in bundle.matters.values() for n in m.needs))}
    return tuple(sorted(lines, key=lambda line: order[line.thing]))


# --- 5 the form ----------------------------------------------------------------------------------


def prefill_source(bundle: Bundle, catalogue: Catalogue, named: Iterable[str], own: str) -> str:
    """The connected source that prefills a field: one that a matter names (of several the first by name), else the
    element's own; '' = none."""
    usable = [s for s in (*sorted({n for n in named if n}), own) if s and catalogue.is_connected(s, bundle.place)]
    return usable[0] if usable else ""


def form(bundle: Bundle, catalogue: Catalogue, result: Outcome) -> tuple[FormField, ...]:
    """Every field once: not what a taken matter assigns, nor what an answer to a question gives already."""
    uses: dict[Thing, list[tuple[str, FieldUse]]] = {}
    for name in result.taken:
        if name not in result.doing:
            for use in bundle.matters[name].fields:
                if holds(use.when, result.answers):
                    uses.setdefault(use.thing, []).append((name, use))
    fields = []
    for thing, users in uses.items():
        if issuers(bundle, result, thing, but="") or thing.label in result.answers or thing.label in result.unanswered:
            continue
        element = catalogue.elements.get(thing.name)
        named = prefill_source(bundle, catalogue, (u.prefill for _, u in users), element.source if element else "")
        fields.append(
            FormField(
                thing,
                tuple(m for m, _ in users),
                any(u.required for _, u in users),
                named,
            )
        )
    return tuple(fields)


# --- 6 order -------------------------------------------------------------------------------------


def edges(bundle: Bundle, result: Outcome) -> tuple[Edge, ...]:
    """The order among the taken matters: who issues before who needs, and what is declared."""
    found: list[Edge] = []
    for name in result.taken:
        matter = bundle.matters[name]
        for need in matter.needs:
            if holds(need.when, result.answers):
                found += _from_issuers(bundle, result, name, need.thing, need.span, "需要的", need.how == LATER)
        for use in matter.fields:
            if holds(use.when, result.answers):
                found += _from_issuers(bundle, result, name, use.thing, use.span, "要填的", False)
        for p in matter.prerequisites:
            if not holds(p.when, result.answers):
                continue
            if p.state is not None:
                found += _from_issuers(bundle, result, name, p.state, p.span, "要求的", False)
            elif p.matter in result.taken:
                reason = p.reason or f"{name} 要等 {p.matter} 办结"
                found.append(Edge(p.matter, name, "前置", p.matter, "受理", reason, (p.span,)))
        limit, span = chosen_limit(matter, result.answers)
        if limit and limit.since in result.taken:
            reason = f"{name} 的时限自 {limit.since} {limit.point} 起算"
            found.append(Edge(limit.since, name, "起算", limit.point, "起算", reason, (span,)))
    return tuple(found)


def _from_issuers(bundle, result, name, thing, span, verb, later) -> list[Edge]:
    made = []
    for issuer in issuers(bundle, result, thing, name):
        output = next(o for name, o in bundle.makers[thing] if name == issuer)
        words = f"{thing.label} 为 {thing.value}" if thing.value else thing.label
        reason = f"{name} {verb} {words} 由 {issuer} 产出"
        made.append(Edge(issuer, name, thing.kind, words, "办结" if later else "受理", reason, (span, output.span)))
    return made


def waves(result: Outcome) -> tuple[dict[str, int], tuple[str, ...]]:
    """Layers of the longest path, from 1, and the matters that wait for each other in a circle (then without a
    wave). Edges of the clock alone order nothing."""
    before = {m: {e.before for e in result.edges if e.after == m and e.kind != "起算"} for m in result.taken}
    wave: dict[str, int] = {}
    while True:
        ready = [m for m in result.taken if m not in wave and all(b in wave for b in before[m])]
        if not ready:
            break
        for m in ready:
            wave[m] = 1 + max((wave[b] for b in before[m]), default=0)
    return wave, tuple(m for m in result.taken if m not in wave)


# --- 7 time --------------------------------------------------------------------------------------


def case_of(cases: Cases, answers: Answers):
    """The case whose condition holds, or None."""
    return next((c for c in cases if holds(c.when, answers)), None)


def chosen_limit(matter: Matter, answers: Answers) -> tuple[Duration | None, Span | None]:
    """承诺时限, else 法定时限, else None = not stated."""
    for cases in (matter.promise, matter.legal):
        case = case_of(cases, answers)
        if case is not None and case.value is not None:
            return case.value, case.span
    return None, None


def longest(paths: list[tuple[Time, tuple[str, ...]]]) -> tuple[Time, tuple[str, ...]]:
    """The longest of some paths, each with the matters along it; nothing at all takes no time."""
    return max(paths, key=lambda path: path[0].length, default=(Time(), ()))


def leads_back(edges: tuple[Edge, ...], clock: Edge) -> bool:
    """Whether the point at which a clock starts waits for the end of the matter whose clock it is."""
    waits = {(clock.after, "办结")}
    while True:
        more = {(e.after, "受理" if e.holds == "受理" else "办结") for e in edges if (e.before, _starts(e)) in waits}
        more |= {(m, "办结") for m, _ in waits}
        if more <= waits:
            return (clock.before, _starts(clock)) in waits
        waits |= more


def _starts(edge: Edge) -> str:
    """The point of the earlier matter from which an edge leads."""
    return "受理" if edge.kind == "起算" and edge.what == "受理" else "办结"


def longest_path(bundle: Bundle, result: Outcome) -> Limit:
    """The longest path in its own units. Excluded procedures are off the clock; an anchor on a matter that is
    not taken, or that itself waits for the end of this one, means acceptance; in a circle nothing is computed."""
    if result.circle:
        return Limit(Time(), (), ())
    arriving = {m: [e for e in result.edges if e.after == m] for m in result.taken}
    limits = {m: chosen_limit(bundle.matters[m], result.answers)[0] for m in result.taken}
    begins: dict[str, tuple] = {}
    ends: dict[str, tuple] = {}

    def begin(name: str) -> tuple:
        if name not in begins:
            begins[name] = longest([end(e.before) for e in arriving[name] if e.holds == "受理"])
        return begins[name]

    def end(name: str) -> tuple:
        if name not in ends:
            anchors = [e for e in arriving[name] if e.kind == "起算" and not leads_back(result.edges, e)]
            clock = [begin(e.before) if e.what == "受理" else end(e.before) for e in anchors]
            start, path = longest([begin(name), *clock])
            limit = limits[name]
            finish = (start + limit.time if limit else start, (*path, name))
            ends[name] = longest([finish, *(end(e.before) for e in arriving[name] if e.holds == "办结")])
        return ends[name]

    time, path = longest([end(m) for m in result.taken])
    del begin, end  # they know each other; let go, so that nothing waits for the garbage collector
    silent = (m for m in result.taken if limits[m] is None and bundle.matters[m].kind not in WITHOUT_LIMIT)
    return Limit(time, path, tuple(silent))
