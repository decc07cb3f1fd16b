"""``plan`` as plain data: the shape that ``onething plan --format json`` prints. Keys may be added, never changed."""

from __future__ import annotations


from onething.counting import Count, Costs, TimeCount, savings
from onething.logic.expression import plain
from onething.model.bundle import Bundle, Gate
from onething.model.outcome import Line
from onething.model.time import Time
from onething.plan.partial import Partial
from onething.plan.analysis import Analysis, Cell
from onething.plan.applicant import answer_text
from onething.plan.organs import organ
from onething.semantics import case_of, chosen_limit


def report(result: Partial) -> dict:
    """One object for one applicant, complete or partial answers."""
    bundle = result.analysis.bundle
    cells = result.cells
    first = cells[0].outcome if cells else None
    taken = set(result.taken)
    body = {
        "bundle": bundle.identity,
        "code": bundle.code,
        "answers": {q: answer_text(bundle, q, a) for q, a in (first.answers.items() if first else ()) if q in result.analysis.given},
        "blocked": [_gate(g) for g in result.blocked],
        "perhaps_blocked": [_gate(g) for g in result.perhaps_blocked],
        "open_questions": list(result.open_questions),
        "pending": [{"matter": p.matter, "decided_by": list(p.questions)} for p in result.pending],
        "matters": [_matter(result.analysis, cells, m) for m in _in_order(result) if m in taken],
        "refused": _refused(cells),
        "offer": list(dict.fromkeys(m for c in cells for m in c.outcome.offer)),
        "fields": _fields(cells),
        "materials": _materials(cells),
        "hand_in": _hand_in(cells),
        "hand_in_sometimes": _sometimes(cells),
        "must_choose": any(c.outcome.must_choose for c in cells),
        "informed": list(dict.fromkeys(g.message for c in cells for g in c.outcome.informed)),
    }
    body["time"] = _whole_time(cells)
    body["visits"] = _count([c.after.visits for c in cells])
    body["fees"] = _fees(bundle, cells)
    for side in ("before", "after"):
        body[side] = _costs([getattr(c, side) for c in cells])
    worst = max(cells, key=lambda c: c.before.materials.value or 0, default=None)
    body["saved"] = (
        [{"what": s.what, "name": s.name, "for": s.matter, "reason": s.reason} for s in savings(bundle, worst.outcome)] if worst else []
    )
    return body


def _gate(gate: Gate) -> dict:
    line, column = gate.span.position
    return {"message": gate.message, "file": gate.span.source.path, "line": line, "column": column}


def _in_order(result: Partial) -> list[str]:
    wave: dict[str, int] = {}
    for cell in result.cells:
        for m, w in cell.outcome.wave.items():
            wave[m] = max(w, wave.get(m, 0))
    matters = list(result.analysis.bundle.matters)
    return sorted(matters, key=lambda m: (wave.get(m, 0), matters.index(m)))


def _matter(analysis: Analysis, cells: list[Cell], name: str) -> dict:
    bundle, catalogue = analysis.bundle, analysis.catalogue
    m = bundle.matters[name]
    answers = cells[0].outcome.answers
    said = dict.fromkeys(c.value for cell in cells if (c := case_of(m.departments, cell.outcome.answers)) and c.value)
    organs = [organ(catalogue, d, bundle.place).name for d in said]
    limits = {chosen_limit(m, c.outcome.answers)[0] for c in cells}
    after = [e.before for c in cells for e in c.outcome.edges if e.after == name and e.kind != "起算"]
    form = case_of(m.forms, answers)
    return {
        "name": name,
        "department": _one_or_all(list(said)),
        "organ": _one_or_all(organs),
        "after": [b for b in bundle.matters if b in after],
        "wave": max(c.outcome.wave.get(name, 0) for c in cells),
        "time": _time(next(iter(limits)).time) if len(limits) == 1 and None not in limits else None,
        "form": form.value if form and len(cells) == 1 else None,
        "in_progress": name in cells[0].outcome.doing,
        "pulled_in_by": cells[0].outcome.pulled.get(name),
    }


def _one_or_all(names: list[str]) -> str | list[str] | None:
    return names[0] if len(names) == 1 else names or None


def _refused(cells: list[Cell]) -> list[dict]:
    seen: dict[str, dict] = {}
    for cell in cells:
        for matter, reasons in cell.outcome.refused.items():
            words = [r.message if isinstance(r, Gate) else f"{r} 不能办" for r in reasons]
            seen.setdefault(matter, {"matter": matter, "messages": words})
    return list(seen.values())


def _time(time: Time) -> dict:
    """Only the units that occur; 即办 is {"working_days": 0}."""
    parts = {k: plain(getattr(time, k)) for k in ("working_days", "natural_days", "hours", "days") if getattr(time, k)}
    return parts or {"working_days": 0}


def _whole_time(cells: list[Cell]) -> dict:
    longest = max(cells, key=lambda c: c.outcome.limit.time.length, default=None)
    if longest is None:
        return {"working_days": 0, "natural_days": 0, "hours": 0, "at_least": False, "not_stated": [], "path": []}
    limit = longest.outcome.limit
    missing = list(dict.fromkeys(m for c in cells for m in c.outcome.limit.not_stated))
    body = {
        "working_days": plain(limit.time.working_days),
        "natural_days": plain(limit.time.natural_days),
        "hours": plain(limit.time.hours),
        "at_least": bool(missing),
        "not_stated": missing,
        "path": list(limit.path),
    }
    shortest = min(cells, key=lambda c: c.outcome.limit.time.length)
    if shortest.outcome.limit.time.length != limit.time.length:
        body["shortest"] = _time(shortest.outcome.limit.time)
    return body


def _count(counts: list[Count]) -> dict:
    stated = [c.value for c in counts if c.value is not None]
    body = {"value": max(stated) if stated else None, "at_least": any(c.at_least for c in counts)}
    if stated and min(stated) != max(stated):
        body["low"] = min(stated)
    return body


def _time_count(counts: list[TimeCount]) -> dict:
    longest = max(counts, key=lambda c: c.time.length)
    return {**_time(longest.time), "at_least": any(c.at_least for c in counts)}


def _costs(costs: list[Costs]) -> dict | None:
    if not costs:
        return None
    body = {
        "materials": _count([c.materials for c in costs]),
        "time": _time_count([c.time for c in costs]),
        "approval_steps": _count([c.approval_steps for c in costs]),
        "visits": _count([c.visits for c in costs]),
    }
    steps = [c.applicant_steps for c in costs if c.applicant_steps is not None]
    if steps:
        body["applicant_steps"] = {"value": max(steps), "at_least": False}
    return body


def _fields(cells: list[Cell]) -> list[dict]:
    shown: dict = {}
    for cell in cells:
        for f in cell.outcome.fields:
            row = shown.setdefault(f.thing, {"name": f.thing.label, "for": [], "required": False, "prefill": f.prefill or None, "in": 0})
            row["for"] = list(dict.fromkeys([*row["for"], *f.matters]))
            row["required"] |= f.required
            row["in"] += 1
    return [_always(row, len(cells)) for row in shown.values()]


def _materials(cells: list[Cell]) -> list[dict]:
    shown: dict = {}
    for cell in cells:
        for line in cell.outcome.lines:
            row = shown.setdefault(line.thing, {"name": line.thing.label, "for": [], "how": line.how, "reason": "", "in": 0})
            row["for"] = list(dict.fromkeys([*row["for"], *(m.matter for m in line.met)]))
            row["in"] += 1
            if line.how != row["how"]:
                row["how"] = "视结果"
            row["reason"] = row["reason"] or next((m.reason for m in line.met if m.how == line.how), "")
    return [_always(row, len(cells)) for row in shown.values()]


def _always(row: dict, of: int) -> dict:
    count = row.pop("in")
    if count < of:
        row["pending"] = True
    return row


def hand_in_groups(lines: tuple[Line, ...]) -> list[str | list[str]]:
    """The handed-in lines; those of which one is enough stand together in a list."""
    groups: dict = {}
    for line in lines:
        groups.setdefault(line.group or (line.thing,), []).append(line.thing.label)
    return [names if len(names) > 1 or len(key) > 1 else names[0] for key, names in groups.items()]


def _hand_in(cells: list[Cell]) -> list:
    rows: dict = {}
    for cell in cells:
        for row in hand_in_groups(cell.outcome.hand_in):
            rows.setdefault(tuple(row) if isinstance(row, list) else row, row)
    return list(rows.values())


def _sometimes(cells: list[Cell]) -> list:
    """The rows of ``hand_in`` that not every completion has."""
    each = [hand_in_groups(c.outcome.hand_in) for c in cells]
    return [row for row in _hand_in(cells) if not all(row in rows for rows in each)]


def _fees(bundle: Bundle, cells: list[Cell]) -> list[dict] | None:
    """Every stated fee; None when nothing is stated of the bundle or of any matter."""
    stated = {}
    for cell in cells:
        for name in cell.outcome.taken:
            case = case_of(bundle.matters[name].fees, cell.outcome.answers)
            if case is not None and case.value is not None:
                stated[name, case.value] = {"matter": name, "fee": case.value}
    if bundle.fee:
        stated["", bundle.fee] = {"matter": None, "fee": bundle.fee}
    return list(stated.values()) or None
