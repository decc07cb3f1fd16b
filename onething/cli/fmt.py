"""``onething fmt``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from onething.cli.console import FINDINGS, line, refuse, show
from onething.cli.language import say


def fmt(
    paths: Annotated[Optional[list[Path]], typer.Argument(help=say("文件或文件夹，不写为当前文件夹", "files or folders; default: here"))] = None,
    check: Annotated[bool, typer.Option("--check", help=say("只看是不是已经整齐", "only look whether files are formatted"))] = False,
    diff: Annotated[bool, typer.Option("--diff", help=say("只显示会改什么", "only show what would change"))] = False,
    to_utf8: Annotated[bool, typer.Option("--to-utf8", help=say("只把 GB18030、UTF-16、UTF-32 的文件转成 UTF-8，拿不准的不动", "only turn GB18030, UTF-16 and UTF-32 files into UTF-8, if that is what they are for certain"))] = False,
) -> int:
    """把文件整理成统一的写法，意思不变；有看不懂的行就不动。

    Format files; meaning never changes; a file with mistakes is left alone.
    """
    from onething.source import Source
    from onething.syntax import format_text, format_yaml, parse
    from onething.syntax.read import read
    from onething.workspace.walk import SUFFIXES, source_files

    files: list[Path] = []
    for path in paths or [Path(".")]:
        if not path.exists():
            refuse(say(f"没有这个文件或文件夹：{path}", f"no such file or folder: {path}"))
        if path.is_file() and path.suffix not in SUFFIXES:
            refuse(say(f"{path} 不是 .onething 或 .yaml 文件", f"{path} is not a .onething or .yaml file"))
        files += source_files(path, []) if path.is_dir() else [path]
    if to_utf8:
        from onething.cli.to_utf8 import to_utf8 as convert

        return convert(files)
    status = changed = 0
    for file in files:
        source, findings = read(file, file.as_posix())
        formatted = None
        if source is not None:
            tree = parse(Source(file.as_posix(), source.text))
            findings = [*findings, *tree.findings]
            formatted = format_yaml(tree) if tree.notation == "yaml" else format_text(tree)
        if formatted is None:
            show(findings)
            line(say(f"没有改动 {file}：先改正上面的问题", f"{file} left alone: correct the mistakes above first"))
            status = FINDINGS
            continue
        if formatted == file.read_bytes().decode("utf-8"):
            continue
        changed += 1
        if diff:
            from difflib import unified_diff

            line("\n".join(unified_diff(source.text.splitlines(), formatted.splitlines(), str(file), str(file), lineterm="")))
        elif check:
            line(say(f"还不整齐：{file}", f"not formatted: {file}"))
        else:
            from onething.workspace.write import replace_file

            replace_file(file, formatted.encode("utf-8"))
            line(say(f"已整理 {file}", f"formatted {file}"))
    if (check or diff) and changed:
        status = FINDINGS
    return status
