"""``onething vocabulary``."""

from __future__ import annotations

from typing import Annotated

import typer

from onething.cli.console import line, refuse
from onething.cli.language import say


def vocabulary(
    format: Annotated[str, typer.Option("--format", help="text | json | schema")] = "text",
) -> int:
    """列出语言里的全部词；schema 给 YAML 编辑器用。

    List the words of the language; schema is for YAML editors.
    """
    import json

    from onething.vocabulary import BLOCKS, CHANGES, OPERATORS, QUALIFIERS, UNITS

    if format == "schema":
        from onething.syntax import yaml_schema

        line(json.dumps(yaml_schema(), ensure_ascii=False, indent=1))
        return 0
    if format == "json":
        from dataclasses import asdict

        body = {k: [asdict(w) for w in words] for k, words in (("blocks", BLOCKS), ("changes", CHANGES), ("qualifiers", QUALIFIERS), ("operators", OPERATORS), ("units", UNITS))}
        line(json.dumps(body, ensure_ascii=False, indent=1))
        return 0
    if format != "text":
        refuse(say(f"--format 只能是 text、json 或 schema，这里是 {format}", f"--format is text, json or schema, not {format}"))
    for block in BLOCKS:
        line(_row(0, block))
        for word in (*block.keys, *block.entries):
            line(_row(1, word))
            for inner in word.entries:
                line(_row(2, inner))
    for title, words in ((say("本地版本里改动的词", "words that change a local version"), CHANGES), (say("括号里的词", "bracket words"), QUALIFIERS), (say("运算词", "operators"), OPERATORS)):
        line(title)
        for word in words:
            line(_row(1, word))
    line(say("单位", "units"))
    for unit in UNITS:
        also = f"（也作 {'、'.join(unit.aliases)}）" if unit.aliases else ""
        line(f"  {unit.name} {unit.english}{also}")
    return 0


def _row(depth: int, word) -> str:
    also = f"（也作 {'、'.join(word.aliases)}）" if word.aliases else ""
    return f"{'  ' * depth}{word.name} {word.english}{also}：{word.explain}"
