"""What a finding is known by from one run to the next: not its line number, which moves when others type above it."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import Iterable

from onething.diagnostics.render.told import file_of
from onething.diagnostics.report import Reported


def fingerprints(entries: Iterable[Reported]) -> list[str]:
    """One for each, in the order given: code, file, text of the line, text of the place. Equal ones are counted in the
    order in which they stand, so that no two in a report are the same."""
    seen: Counter[tuple[str, ...]] = Counter()
    prints = []
    for entry in entries:
        key = _key(entry)
        seen[key] += 1
        text = "\0".join((*key, str(seen[key])))
        prints.append(sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    return prints


def _key(entry: Reported) -> tuple[str, ...]:
    found = entry.finding
    if found.span is None:
        return found.code, file_of(entry), *(value for _, value in found.values)
    line = found.span.source.line_text(found.span.position[0])
    return found.code, file_of(entry), " ".join(line.split()), " ".join(found.span.text.split())
