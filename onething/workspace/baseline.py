"""The baseline: what a workspace that joins late found on its first day, frozen so that only new findings count.

An entry names code, file and the text of the line, no line number: it holds while the line stands, wherever it moves,
and no longer once somebody edits it. ``onething check --freeze`` writes the file; entries that are mended are said,
so that it only shrinks. It quietens ``check`` alone: what is wrong cannot be built.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Iterable

from onething.diagnostics import Finding, Fix, finding
from onething.workspace.write import replace_file

FILE = "onething-baseline.json"
Key = tuple[str, str, str]  # code, file, text of the line


def key(found: Finding) -> Key:
    """What a finding is known by in the baseline."""
    if found.span is None:
        return found.code, "", ""
    line = found.span.source.line_text(found.span.position[0])
    return found.code, found.span.source.path, " ".join(line.split())


def read_baseline(root: Path) -> tuple[Counter[Key], list[Finding]]:
    """How often each finding was there on the first day; nothing if there is no baseline."""
    path = root / FILE
    if not path.is_file():
        return Counter(), []
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))["findings"]
        return Counter({(str(e["code"]), str(e["file"]), str(e["text"])): int(e["count"]) for e in entries}), []
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        fix = Fix("用 onething check --freeze 重写", "write it anew with onething check --freeze")
        return Counter(), [finding("OT2905", None, file=FILE, reason="不是 --freeze 写出的样子", reason_en="it is not what --freeze writes", fix=fix)]


def freeze(found: Iterable[Finding], baseline: Counter[Key]) -> tuple[list[Finding], list[Finding], Counter[Key]]:
    """``found`` divided into new and frozen findings, and the entries that nothing matches any more."""
    left = Counter(baseline)
    fresh, frozen = [], []
    for each in found:
        if left[key(each)] > 0:
            left[key(each)] -= 1
            frozen.append(each)
        else:
            fresh.append(each)
    return fresh, frozen, +left


def mended(left: Counter[Key]) -> list[Finding]:
    """What to say about entries that nothing matches any more."""
    if not left:
        return []
    fix = Fix("用 onething check --freeze 重写基线，不再放行它们", "write the baseline anew with onething check --freeze, so that they do not come back")
    return [finding("OT2904", None, count=left.total(), fix=fix)]


def write_baseline(root: Path, found: Iterable[Finding]) -> int:
    """Freeze ``found``; how many. Raises ``OSError``."""
    counted = Counter(key(f) for f in found)
    entries = [{"code": c, "file": f, "text": t, "count": n} for (c, f, t), n in sorted(counted.items())]
    body = json.dumps({"findings": entries}, ensure_ascii=False, indent=1) + "\n"
    replace_file(root / FILE, body.encode("utf-8"))
    return counted.total()
