"""``onething diff``."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onething.cli.console import FINDINGS, FINE, line, refuse, show
from onething.cli.language import say

if TYPE_CHECKING:
    from onething.diff.effect import Effect
    from onething.workspace.changes import Changed


def diff(
    old: Annotated[str, typer.Argument(help=say("原来的：一件事的名称或文件；或者文件夹、压缩包、git 版本", "the old one: a bundle by name or file; or a folder, an archive, a revision of git"))],
    new: Annotated[str, typer.Argument(help=say("现在的：一件事的名称或文件；或者文件夹", "the new one: a bundle by name or file; or a folder"))],
    format: Annotated[str, typer.Option("--format", help="text | json")] = "text",
) -> int:
    """比较两件事或两个工作区：意思变了什么，对谁变了。

    Compare two bundles or two workspaces: what changed in meaning, and for whom.
    """
    if format not in ("text", "json"):
        refuse(say(f"--format 只能是 text 或 json，这里是 {format}", f"--format is text or json, not {format}"))
    found = _workspaces(old, new) if Path(new).is_dir() else [_bundles(old, new)]
    if found is None:
        return FINDINGS
    if format == "json":
        import json

        line(json.dumps(_json(found), ensure_ascii=False, indent=1))
    else:
        _text(found)
    return FINE


def _bundles(old: str, new: str) -> Changed:
    """Two bundles, whatever their names."""
    from onething.cli.target import bundle_named
    from onething.diff.effects import effects
    from onething.workspace.changes import Changed

    _, before = bundle_named(old, Path("."))
    _, now = bundle_named(new, Path("."))
    return Changed(before.bundle.identity, now.bundle.identity, effects(before.analysis, now.analysis), ("", ""), before.path, now.path)


def _workspaces(old: str, new: str) -> list[Changed] | None:
    """Two states of a workspace; None if the catalogue of the new one has errors."""
    from onething.workspace import has_errors, open_workspace
    from onething.workspace.changes import changes

    with ExitStack() as stack:
        here = open_workspace(_opened(stack, new, Path(new)))
        before = open_workspace(_opened(stack, old, here.root))
        if has_errors(here.findings):
            show(here.findings)
            return None
        return list(changes(before, here))


def _opened(stack: ExitStack, reference: str, root: Path) -> Path:
    from onething.workspace.against import Unusable, state

    try:
        return stack.enter_context(state(reference, root))
    except Unusable as why:
        refuse(say(why.zh, why.en))


def mark(effect: Effect) -> str:
    """Better or worse in a word; for those who are no applicants: whether they have to follow."""
    from onething.diff.effect import APPLICANT

    if effect.who == APPLICANT:
        return {True: say("变差", "worse"), False: say("变好", "better"), None: say("变化", "changed")}[effect.worse]
    return say("要跟着改", "to follow") if effect.worse else say("不用改", "nothing to do")


def _text(found: list[Changed]) -> None:
    from onething.diff.effect import TOUCHED
    from onething.workspace.told_once import told_once

    own = told_once(found)
    shown = [c for c in found if c.left_out[0] or not (c.old and c.new) or any(mine is c for mine, _, _ in own)]
    if not shown:
        line(say("意思没有变", "nothing changed in meaning"))
    for each in shown:
        line(_title(each))
        if each.left_out[0]:
            line(say(f"  没有比较：{each.left_out[0]}", f"  not compared: {each.left_out[1]}"))
        for who, english in TOUCHED.items():
            meant = [(e, below) for c, e, below in own if c is each and e.who == who]
            if meant:
                line(say(f"  {who}", f"  {english}"))
            for e, below in meant:
                line(f"    {mark(e)}  {say(*e.name)}{say('“', ' “')}{e.thing}{say('”：', '”: ')}{e.old} → {e.new}{_behind(e, below)}")


def _title(each: Changed) -> str:
    if not each.old:
        return say(f"多了：{each.new}", f"added: {each.new}")
    if not each.new:
        return say(f"少了：{each.old}", f"gone: {each.old}")
    return each.new if each.old == each.new else f"{each.old} → {each.new}"


def _behind(effect: Effect, below: int) -> str:
    """For whom, where, and how many local versions have it from here."""
    asked = "、".join(f"{q} {a}" for q, a in effect.witness)
    chosen = say("选办 ", "choosing ") + "、".join(effect.choice) if effect.choice else ""
    also = say(f"另有 {below} 个地方版本也一样", f"{below} local versions as well") if below else ""
    return say("（", " (") + "；".join(p for p in (asked, chosen, place(effect.new_span), also) if p) + say("）", ")")


def place(span) -> str:
    """A place as people look it up."""
    return f"{span.source.path}:{span.position[0]}"


def _json(found: list[Changed]) -> dict:
    from onething.workspace.told_once import told_once

    rows = [{"old": c.old, "new": c.new, "left_out": say(*c.left_out), "effects": []} for c in found]
    at = {id(c): row for c, row in zip(found, rows)}
    for c, effect, below in told_once(found):
        at[id(c)]["effects"].append({**as_json(effect), "local_versions": below})
    return {"bundles": [r for r in rows if r["effects"] or r["left_out"] or not (r["old"] and r["new"])]}


def as_json(effect: Effect) -> dict:
    """An effect as it is written out; ``worse`` null: neither."""
    return {
        "who": effect.who, "kind": effect.kind, "worse": effect.worse, "name": say(*effect.name), "thing": effect.thing,
        "old": effect.old, "new": effect.new, "witness": dict(effect.witness), "choice": list(effect.choice),
        "matters": list(effect.matters), "old_place": place(effect.old_span), "new_place": place(effect.new_span),
    }  # fmt: skip
