"""``onething stats``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from onething.cli.console import FINDINGS, line, refuse, show
from onething.cli.language import say

NAMES = (("materials", "材料"), ("time", "时限"), ("approval_steps", "审批环节"), ("visits", "跑动"))


def stats(
    paths: Annotated[Optional[list[Path]], typer.Argument(help=say("文件或文件夹，不写为当前文件夹", "files or folders; default: here"))] = None,
    situations: Annotated[bool, typer.Option("--situations", help=say("逐类情形列出", "one row for each kind of situation"))] = False,
    format: Annotated[str, typer.Option("--format", help="text | json")] = "text",
) -> int:
    """减了多少材料、时限、环节、跑动，与文件里说的对不对得上。

    The four reductions, and how they agree with what was claimed.
    """
    if format not in ("text", "json"):
        refuse(say(f"--format 只能是 text 或 json，这里是 {format}", f"--format is text or json, not {format}"))
    from onething.plan.applicant import applicant
    from onething.cli.target import workspaces
    from onething.counting import RULE
    from onething.plan.figures import headline, judge
    from onething.workspace import has_errors

    rows = []
    for workspace, only in workspaces(paths or []):
        if has_errors(workspace.findings):
            show(workspace.findings)
            return FINDINGS
        for examined in workspace.examine(only):
            if not examined.sound:
                show(examined.findings)
                return FINDINGS
            analysis = examined.analysis
            row = {"bundle": analysis.bundle.identity, "figures": {}, "claims": []}
            for measure, name in NAMES:
                cell = headline(analysis.open_cells, measure)
                if cell is not None:
                    pair = [words(getattr(cell.before, measure)), words(getattr(cell.after, measure))]
                    row["figures"][name] = {"before": pair[0], "after": pair[1], "situation": dict(applicant(analysis.bundle, cell.answers))}
            for claim in analysis.bundle.claims:
                verdict, computed = judge(claim, analysis)
                row["claims"].append({"what": claim.what, "claimed": claim.text, "verdict": verdict, "computed": computed})
            if situations:
                row["situations"] = [
                    {
                        "situation": dict(applicant(analysis.bundle, c.answers)),
                        **{n: [words(getattr(c.before, m)), words(getattr(c.after, m))] for m, n in NAMES},
                    }
                    for c in analysis.cells
                ]
            rows.append(row)
    if format == "json":
        import json

        line(json.dumps({"rule": RULE, "bundles": rows}, ensure_ascii=False, indent=1))
        return 0
    for row in rows:
        line(row["bundle"])
        for name, f in row["figures"].items():
            line(f"  {name}：{f['before']} → {f['after']}")
        for c in row["claims"]:
            line(f"  成效 {c['what']} {c['claimed']}：{c['verdict']}（{c['computed']}）")
        for s in row.get("situations", ()):
            who = "，".join(f"{q} {a}" for q, a in s["situation"].items()) or "所有人"
            line(f"    {who}：" + "；".join(f"{n} {s[n][0]} → {s[n][1]}" for _, n in NAMES))
    line("")
    line(say("口径：", "counting rule: ") + RULE)
    return 0


def words(count) -> str:
    """A figure with its unit of meaning, in words."""
    from onething.counting import TimeCount
    from onething.plan.figures import count_text, time_text

    return time_text(count) if isinstance(count, TimeCount) else count_text(count)
