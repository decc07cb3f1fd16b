"""``onething show``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onething.cli.console import line, refuse
from onething.cli.language import say


def show(
    bundle: Annotated[str, typer.Argument(help=say("一件事的名称、代码、“地区/名称”或文件", "name, code, place/name or file of a bundle"))],
    workspace: Annotated[Path, typer.Option("--workspace", "-w", help=say("工作区", "workspace"))] = Path("."),
    source: Annotated[bool, typer.Option("--source", help=say("每个值是哪一级定的、改了上级的什么", "which version says each value, and what it overrides"))] = False,
    format: Annotated[str, typer.Option("--format", help="text | json")] = "text",
) -> int:
    """打印一件事实际生效的样子：沿用的和本地改动的合在一起。

    Print a bundle as it holds: what it adapts and its local changes put together.
    """
    if format not in ("text", "json"):
        refuse(say(f"--format 只能是 text 或 json，这里是 {format}", f"--format is text or json, not {format}"))
    from onething.cli.target import bundle_named
    from onething.workspace.effective_view import cancelled, effective_text, origins

    effective = bundle_named(bundle, workspace)[1].effective
    if format == "json":
        import json

        line(json.dumps(_json(effective), ensure_ascii=False, indent=1))
    elif source:
        for row in _rows(effective, origins(effective), cancelled(effective)):
            line(row)
    else:
        line(effective_text(effective).rstrip("\n"))
    return 0


def _json(effective) -> dict:
    from onething.workspace.effective_view import cancelled, effective_text, origins

    def said(each, text: bool = True) -> dict:
        where = dict(zip(("line", "column"), each.span.position)) if each.span else {}
        return {"place": each.place, "file": each.span.source.path if each.span else "", **where, **({"text": each.text} if text else {})}

    path = lambda parts: [{"word": word, "name": name} for word, name in parts]  # noqa: E731
    return {
        "bundle": effective.identity,
        "place": effective.place,
        "adapts": effective.parent,
        "lineage": [{"place": place, "file": file} for file, place in effective.places.items()],
        "values": [{"path": path(o.path), **said(o.said), "overrode": [said(s) for s in o.overrode]} for o in origins(effective)],
        "cancelled": [
            {"path": path(c.path), **said(c.by, False), "reason": c.reason, "was": said(c.was)} for c in cancelled(effective)
        ],
        "text": effective_text(effective),
    }


def _rows(effective, values, gone) -> list[str]:
    """A line for each value: what, which place says so and where, and what it overrides."""
    rows = [effective.identity + (say(f"，沿用 {effective.parent}", f", adapts {effective.parent}") if effective.parent else ""), ""]
    rows += _table([(_what(o.path, o.said.text), o.said.place, _where(o.said), _over(o.overrode)) for o in values])
    if gone:
        rows += ["", say("取消", "cancelled")]
        rows += _table([(_what(c.path, "", whole=True), c.by.place, _where(c.by), f"“{c.reason}” {_over((c.was,))}") for c in gone])
    return rows


def _what(path, text: str, whole: bool = False) -> str:
    shown = path if whole else path[-1:]
    words = " › ".join(f"{word} {name}".strip() for word, name in shown)
    return "  " * (1 if whole else len(path) - 1) + words + (f"：{text}" if text else "")


def _where(said) -> str:
    return f"{said.span.source.path}:{said.span.position[0]}" if said.span else ""


def _over(overrode) -> str:
    return " ".join(f"← {s.place} {s.text}（{_where(s)}）" for s in overrode)


def _table(rows: list[tuple[str, ...]]) -> list[str]:
    from onething.source import display_width

    widths = [min(max((display_width(row[i], 2) for row in rows), default=0), (52, 16, 40)[i]) for i in range(3)]
    made = []
    for row in rows:
        cells = [cell + " " * max(widths[i] - display_width(cell, 2), 0) for i, cell in enumerate(row[:3])]
        made.append("  ".join([*cells, row[3]]).rstrip())
    return made
