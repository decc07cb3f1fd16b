"""``onething build``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Optional

import typer

from onething.cli.console import FINDINGS, line, refuse, show, status_of
from onething.cli.language import say
from onething.cli.progress import JOBS, progress


def build(
    paths: Annotated[Optional[list[Path]], typer.Argument(help=say("文件或文件夹，不写为当前文件夹", "files or folders; default: here"))] = None,
    output: Annotated[Optional[Path], typer.Option("-o", "--output", help=say("输出文件夹，不写为 generated", "output folder; default: generated"))] = None,
    target: Annotated[Optional[list[str]], typer.Option("-t", "--target", help="form | checklist | workflow | plan")] = None,
    jobs: Annotated[Optional[int], typer.Option("-j", "--jobs", min=1, help=JOBS)] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help=say("不用上次记下的结果，全部重新生成", "make everything anew, whatever was made before"))] = False,
    check: Annotated[bool, typer.Option("--check", help=say("只核对输出是不是最新，不写文件", "only compare with what is there; write nothing"))] = False,
) -> int:
    """检查并生成表单、告知单、流程等全部产物。

    Check, and make the form, the notice, the workflow and the rest.
    """
    from onething.cli.target import workspaces
    from onething.emit import TARGETS
    from onething.workspace.build import build as run
    from onething.workspace.tree import InTheWay
    from onething.workspace.workspace import has_errors

    targets = tuple(target or TARGETS)
    for each in targets:
        if each not in TARGETS:
            refuse(say(f"没有产物“{each}”，有：{'、'.join(TARGETS)}", f"no target “{each}”; there are {', '.join(TARGETS)}"))
    status = 0
    meant = list(workspaces(paths or [], not no_cache))
    for workspace, only in meant:
        out = output or Path("generated")
        if len(meant) > 1:  # several workspaces: each in a folder of its own, so that none overwrites another
            out = out / workspace.root.name
        try:
            built = run(workspace, out, targets, only, check, jobs, progress, lambda: waiting(out))
        except InTheWay as error:
            there = error.filename
            refuse(say(f"{there} 不是 onething 写的，没有动它，也没有写别的。把它移走，或者换一个输出文件夹", f"{there} was not written by onething; nothing was touched. Move it away, or choose another output folder"))
        if has_errors(built.findings):
            show(built.findings)
            line(say("有错误，什么也没有写。", "There are errors; nothing was written."))
        elif check and built.stale:
            for path in built.stale:
                line(say(f"不是最新：{out / path}", f"not fresh: {out / path}"))
            status = FINDINGS
        else:
            counts = built.findings and say(f"（另有 {len(built.findings)} 条警告和提示，见 onething check）", f" ({len(built.findings)} warnings and hints, see onething check)") or ""
            line(
                say(
                    f"{built.bundles} 件事 → {out}：写了 {len(built.written)} 个文件，{built.same} 个没有变化{counts}",
                    f"{built.bundles} bundles → {out}: {len(built.written)} files written, {built.same} unchanged{counts}",
                )
            )
        status = max(status, status_of(built.findings))
    return status


def waiting(out: Path) -> None:
    """Say why nothing happens for a while."""
    sys.stderr.write(say(f"另一个 onething 正在写 {out}，等它写完……\n", f"another onething is writing {out}; waiting for it …\n"))
    sys.stderr.flush()
