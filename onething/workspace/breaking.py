"""What a new state of a workspace breaks for somebody: findings of family OT31, those that are approved apart."""

from __future__ import annotations

from typing import Iterable, Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.diagnostics.codes.change import OF_KIND
from onething.diff.effect import KINDS, UNKNOWN, Effect
from onething.diff.effects import without_following
from onething.source import Source, Span
from onething.workspace.approval import HINT, Approval, approvals, idle, wrong
from onething.workspace.changes import BEFORE, Changed, changes
from onething.workspace.told_once import told_once
from onething.workspace.walk import FILE
from onething.workspace.workspace import Workspace

Told = tuple[Finding, str]  # a finding, and the reason for which it is approved ('' = it is not)


def breaking(old: Workspace, new: Workspace, sets: Iterable[str], only: set[str] | None = None) -> list[Told]:
    """All that is worse for those in ``sets`` (办事人 窗口 对接系统 统计口径), in the order of places."""
    chosen = frozenset(sets)
    changed = list(changes(old, new, only))
    found = [*_lost(new, changed, chosen), *_left_out(new, changed), *_worse(changed, chosen)]
    told = _approved(new, found, chosen, only, any(c.left_out[0] or any(e.kind == UNKNOWN for e in c.effects) for c in changed))
    return sorted(told, key=lambda each: each[0].order())


def _worse(changed: list[Changed], chosen: frozenset[str]) -> Iterator[Finding]:
    for c in changed:
        c.effects = without_following(c.effects)
    seen = set()
    for c, e, below in told_once(changed):
        if (c.new, e.kind, e.thing) in seen or e.who not in chosen:
            continue
        seen.add((c.new, e.kind, e.thing))
        if e.kind == UNKNOWN:
            yield finding("OT3136", e.new_span, bundle=c.new, reason=f"“{e.thing}”的情形太多", reason_en=f"there are too many situations of “{e.thing}”")
        elif e.worse:
            yield _said(c, e, below)


def _said(c: Changed, e: Effect, below: int) -> Finding:
    code = OF_KIND[e.kind]
    also = (f"（另有 {below} 个地方版本也一样）", f" ({below} local versions as well)") if below else ("", "")
    where = f"{e.old_span.source.path}:{e.old_span.position[0]}"
    return finding(
        code, e.new_span, label=(f"原来 {e.old}（旧的 {where}）", f"was {e.old} (old {where})"), fix=_fix(code),
        witness=e.applicant, bundle=c.new, thing=e.thing, old=e.old, new=e.new, also=also[0], also_en=also[1],
    )  # fmt: skip


def _fix(code: str, name: str = "") -> Fix:
    zh, en = ("在 onething.toml 里", "in onething.toml") if name else ("在这一行旁边", "beside this line")
    reason = (f"{name} …", f"{name} …") if name else ("理由", "reason")
    return Fix(
        f"改回去；确实要改，{zh}写“# 同意 {code}（决定的日期）：{reason[0]}”",
        f"change it back; if it is decided, write # 同意 {code}（day of the decision）：{reason[1]} {en}",
    )


def _lost(new: Workspace, changed: list[Changed], chosen: frozenset[str]) -> Iterator[Finding]:
    """Bundles that are gone: they have no place but the workspace's."""
    if "办事人" in chosen:
        for c in changed:
            if not c.new:
                yield finding("OT3114", Span(_config(new), 0, 0), bundle=c.old, path=c.old_path, fix=_fix("OT3114", c.old))


def _config(new: Workspace) -> Source:
    try:
        return Source(FILE, (new.root / FILE).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return Source(FILE, "")


def _left_out(new: Workspace, changed: list[Changed]) -> Iterator[Finding]:
    for c in changed:
        if c.left_out[0]:
            at = new.source_at(c.new_path) if c.new_path else _config(new)
            code = "OT3136" if c.left_out == BEFORE else "OT3137"
            fix = Fix("先运行 onething check，改好再比", "run onething check first") if code == "OT3137" else None
            yield finding(code, Span(at, 0, 0), bundle=c.new or c.old, reason=c.left_out[0], reason_en=c.left_out[1], fix=fix)


def _approved(new: Workspace, found: list[Finding], chosen: frozenset[str], only: set[str] | None, partly: bool) -> Iterator[Told]:
    """The findings with the reasons for which they are approved; what is wrong with approvals; those of nothing. Where
    something was left out, nothing is concluded from what is not found."""
    wanted: dict[tuple[str, str, int], Approval] = {}
    loose: list[Approval] = []
    for source in [*new.sources, *(s for s in new.shared if s not in new.sources), _config(new)]:
        for each in approvals(source) if HINT.search(source.text) else ():
            mistake = wrong(each)
            if mistake:
                yield mistake, ""
            elif each.line:
                wanted[each.code, source.path, each.line] = each
            else:
                loose.append(each)
    used = set()
    for f in found:
        at = (f.code, f.span.source.path, f.span.position[0])
        named = next((a for a in loose if a.code == f.code and dict(f.values)["bundle"] in a.reason), None)
        each = wanted.get(at) or (named if f.code == "OT3114" else None)
        if each:
            used.add(each)
        yield f, f"{each.reason}（{each.day} 同意）" if each else ""
    codes = {code for kind, code in OF_KIND.items() if KINDS[kind].who in chosen} | ({"OT3114"} if "办事人" in chosen else set())
    for each in [] if partly else [*wanted.values(), *loose]:
        if each not in used and each.code in codes and (only is None or each.whole.source.path in only):
            yield idle(each), ""

