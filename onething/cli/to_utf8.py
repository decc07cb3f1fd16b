"""``onething fmt --to-utf8``: another encoding becomes UTF-8, in place, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

from onething.cli.console import FINDINGS, FINE, line, show
from onething.cli.language import say


def to_utf8(files: list[Path]) -> int:
    """Convert what is another encoding for certain; leave alone and report what may be anything."""
    from onething.limits import FILE_BYTES
    from onething.syntax.encoding import foreign
    from onething.syntax.read import read
    from onething.workspace.write import replace_file

    status = FINE
    for file in files:
        other = foreign(file.read_bytes()) if file.stat().st_size <= 2 * FILE_BYTES else None
        if other is not None and other.text is not None:
            replace_file(file, other.text.encode("utf-8"))
            line(say(f"已把 {file} 从 {other.name} 转成 UTF-8", f"{file} was {other.name} and is UTF-8 now"))
            continue
        source, findings = read(file, file.as_posix())
        show(findings)
        if source is None:
            status = FINDINGS
            line(say(f"没有改动 {file}：拿不准原来是什么编码", f"{file} left alone: nobody can be certain of its encoding"))
        else:
            line(say(f"{file} 已经是 UTF-8", f"{file} is UTF-8 already"))
    return status
