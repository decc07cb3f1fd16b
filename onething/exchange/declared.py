"""What a list brings to the catalogue, as source lines; and what of it may be there under another name."""

from __future__ import annotations

from typing import Iterable

from onething.diagnostics import Finding, Fix, finding
from onething.exchange import wording
from onething.exchange.gather import short
from onething.exchange.lines import Lines
from onething.exchange.places import Places
from onething.exchange.shared import WORDS, Shared


def catalogue_lines(shared: Shared) -> Lines:
    """What the catalogue does not have yet."""
    lines = Lines()
    for kind, word in WORDS.items():
        for (of, name), declared in list(shared.new.items()):
            if of != kind:
                continue
            if lines.texts:
                lines.add("")
            head = f"{word} {wording.heading(word, name)}"
            said = [f"    签发：{declared.issuer}"] * bool(declared.issuer) + [f"    代码：{declared.code}"] * bool(declared.code)
            for line in (head + ("：" if said else ""), *said):
                lines.add(line, declared.at)
    return lines


def near_names(shared: Shared, places: Places) -> Iterable[Finding]:
    """New names that may be others of the catalogue's."""
    for (kind, name), declared in shared.new.items():
        if declared.near is not None and declared.at is not None:
            other, verdict = declared.near
            told = dict(name=short(name), near=other, reason=verdict.zh, reason_en=verdict.en)
            fix = Fix(f"是同一个的，给“{other}”加别名“{name}”，删去新写的那一条", f"if it is the same, make “{name}” an alias of “{other}” and delete the new one")
            yield finding("OT3415", places.span(declared.at), fix=fix, **told, **places.told(declared.at))
