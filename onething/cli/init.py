"""``onething init``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from onething.cli.console import line, refuse
from onething.cli.language import say


def init(
    folder: Annotated[Path, typer.Argument(help=say("新工作区的文件夹", "folder of the new workspace"))] = Path("."),
    template: Annotated[str, typer.Option("--template", help=say("照哪个模板：示例 | 市 | 省", "made like which: 示例 | 市 | 省 (an example, a city, a province)"))] = "示例",
    ci: Annotated[Optional[list[str]], typer.Option("--ci", help=say("代码平台的检查任务：github | gitlab | gitee；可写多次，已有的工作区只添任务", "jobs of a code platform: github | gitlab | gitee; may be given several times; a workspace that is there only gets the jobs"))] = None,
) -> int:
    """新建一个马上就能编译的工作区。

    Make a workspace that compiles at once.
    """
    from onething.workspace.new import JOBS, TEMPLATES, AlreadyThere, new

    if template not in TEMPLATES:
        refuse(say(f"没有模板“{template}”，有：{'、'.join(TEMPLATES)}", f"no template “{template}”; there are {', '.join(TEMPLATES)}"))
    for each in ci or []:
        if each not in JOBS:
            refuse(say(f"没有代码平台“{each}”，有：{'、'.join(JOBS)}", f"no platform “{each}”; there are {', '.join(JOBS)}"))
    platforms = tuple(ci or (JOBS if template == "省" else ()))
    try:
        made = new(folder, template, platforms)
    except AlreadyThere as there:
        refuse(say(f"{folder} 里已有 {'、'.join(there.names)}，没有改动", f"{folder} already has {', '.join(there.names)}; nothing changed"))
    jobs = [JOBS[p] for p in platforms]
    if set(made) == set(jobs):
        line(say(f"已在 {folder} 里添上 {'、'.join(jobs)}。先在里面写明 onething 从哪里装。", f"added {', '.join(jobs)} to {folder}. Say in there first where onething is installed from."))
        return 0
    line(say(f"已建好 {folder}。接着：", f"made {folder}. Next:"))
    line(f"  onething check {folder}")
    line(f"  onething build {folder} -o {folder}/generated")
    if "README.md" in made:
        line(say(f"每个文件是什么，见 {folder / 'README.md'}。", f"What each file is: {folder / 'README.md'}."))
    return 0
