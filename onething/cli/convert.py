"""``onething convert``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from onething.cli.console import FINDINGS, refuse, show
from onething.cli.language import say


def convert(
    file: Annotated[Path, typer.Argument(help=say("要转换的文件", "the file to convert"))],
    to: Annotated[str, typer.Option("--to", help="text | yaml")],
    output: Annotated[Optional[Path], typer.Option("-o", "--output", help=say("写到这个文件，不写则显示", "write here; default: print"))] = None,
) -> int:
    """在两种写法之间转换，注释和次序都保留。

    Convert between the two notations; comments and order are kept.
    """
    import sys

    from onething.syntax import format_text, format_yaml, parse
    from onething.syntax.read import read

    if to not in ("text", "yaml"):
        refuse(say(f"--to 只能是 text 或 yaml，这里是 {to}", f"--to is text or yaml, not {to}"))
    source, findings = read(file, file.as_posix())
    if source is None:
        show(findings)
        return 2
    tree = parse(source)
    written = format_yaml(tree) if to == "yaml" else format_text(tree)
    if written is None:
        show([*findings, *tree.findings])
        return FINDINGS
    if output is None:
        sys.stdout.write(written)
    else:
        from onething.workspace.write import replace_file

        replace_file(output, written.encode("utf-8"))
    return 0
