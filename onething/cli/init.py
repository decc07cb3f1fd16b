"""``onething init``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onething.cli.console import line, refuse
from onething.cli.language import say

TEMPLATE = {
    "onething.toml": "workspace.toml",
    "目录.onething": "catalogue.onething",
    "小餐馆.onething": "bundle.onething",
}


def init(folder: Annotated[Path, typer.Argument(help=say("新工作区的文件夹", "folder of the new workspace"))] = Path(".")) -> int:
    """新建一个马上就能编译的工作区。

    Make a workspace that compiles at once.
    """
    from importlib.resources import files

    from onething.workspace.write import replace_file

    there = [name for name in TEMPLATE if (folder / name).exists()]
    if there:
        refuse(say(f"{folder} 里已有 {'、'.join(there)}，没有改动", f"{folder} already has {', '.join(there)}; nothing changed"))
    folder.mkdir(parents=True, exist_ok=True)
    for name, template in TEMPLATE.items():
        replace_file(folder / name, (files("onething") / "workspace" / "template" / template).read_bytes())
    line(say(f"已建好 {folder}。接着：", f"made {folder}. Next:"))
    line(f"  onething check {folder}")
    line(f"  onething build {folder} -o {folder}/generated")
    return 0
