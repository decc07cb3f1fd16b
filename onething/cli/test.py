"""``onething test``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from onething.cli.console import FINDINGS, line, show, shown
from onething.cli.language import say


def test(
    paths: Annotated[Optional[list[Path]], typer.Argument(help=say("文件或文件夹，不写为当前文件夹", "files or folders; default: here"))] = None,
) -> int:
    """运行全部场景，看结果对不对、覆盖了哪些情形和先后关系。

    Run all scenarios, and show which situations and edges they cover.
    """
    from onething.cli.target import workspaces
    from onething.diagnostics import finding
    from onething.scenario.coverage import coverage
    from onething.scenario.run import run
    from onething.workspace import has_errors

    passed = failed = 0
    status = 0
    for workspace, only in workspaces(paths or []):
        if has_errors(workspace.findings):
            show(workspace.findings)
            return FINDINGS
        for examined in workspace.examine(only):
            if not examined.sound:
                show([f for f in examined.findings if f.severity == "error"] or examined.findings)
                status = FINDINGS
                continue
            base = examined.analysis
            line(base.bundle.identity)
            results = []
            for scenario in base.bundle.scenarios:
                result, findings = run(base, scenario)
                results.append(result)
                line(f"  {say('不符', 'FAIL') if findings else say('通过', 'ok')}  {scenario.name}")
                for each in findings:
                    line(shown(each))
                passed, failed = passed + (not findings), failed + bool(findings)
            if not base.bundle.scenarios:
                line(shown(finding("OT2802", base.bundle.span)))
            cover = coverage(base, results)
            line(
                say(
                    f"  覆盖：{cover.situations_seen}/{cover.situations} 类情形，{cover.edges_seen}/{cover.edges} 条先后关系",
                    f"  covered: {cover.situations_seen}/{cover.situations} kinds of situation, {cover.edges_seen}/{cover.edges} edges",
                )
            )
            for who in cover.unseen_situations[:3]:
                line("    " + say("没有场景：", "no scenario: ") + "，".join(f"{q} {a}" for q, a in who))
            for before, after in cover.unseen_edges[:3]:
                line("    " + say(f"没有场景走到：{before} → {after}", f"no scenario reaches: {before} → {after}"))
    line(say(f"{passed} 个场景通过，{failed} 个不符", f"{passed} scenarios pass, {failed} fail"))
    return FINDINGS if failed else status
