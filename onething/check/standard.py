"""标准 and identity: the code, the official name, the matters a standard requires."""

from __future__ import annotations

import re
from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.plan.analysis import Analysis

_CODE = re.compile(r"[a-z][a-z0-9-]{0,63}")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")


def code(analysis: Analysis) -> Iterator[Finding]:
    """OT1309, OT1310: a bundle has a code of lower-case letters, digits and hyphens – it names a folder."""
    b = analysis.bundle
    if not b.code:
        yield finding("OT1309", b.span, fix=Fix("加一行“代码：newborn”一类的代码", "add a code such as 代码：newborn"))
    elif not _CODE.fullmatch(b.code) or _RESERVED.fullmatch(b.code):
        yield finding("OT1310", b.code_span or b.span, code=b.code, fix=Fix("改用小写字母、数字和连字符", "use lower-case letters, digits and hyphens"))


def official_name(analysis: Analysis) -> Iterator[Finding]:
    """OT2601: the name is that of the standard, or one of its aliases."""
    b = analysis.bundle
    standard = analysis.catalogue.standards.get(b.standard.value) if b.standard else None
    if standard is not None and b.name != standard.bundle and b.name not in standard.aliases:
        yield finding(
            "OT2601", b.span, name=b.name, standard=standard.name,
            notes=[Note(standard.span, "标准在这里", "the standard is here")],
            fix=Fix(f"改名为“{standard.bundle}”", f"rename it “{standard.bundle}”", ((b.span, standard.bundle),)),
        )  # fmt: skip


def required_matters(analysis: Analysis) -> Iterator[Finding]:
    """OT2602: every matter that the standard requires is there, by name or alias."""
    b = analysis.bundle
    standard = analysis.catalogue.standards.get(b.standard.value) if b.standard else None
    names = {n for m in b.matters.values() for n in (m.name, *m.aliases)}
    for name, span in standard.required if standard else ():
        if name not in names:
            yield finding(
                "OT2602", b.standard.span, standard=standard.name, matter=name,
                notes=[Note(span, "标准要求它", "the standard requires it")],
                fix=Fix(f"补写“事项 {name}：”，或在对应事项里写别名", f"add 事项 {name}, or an alias to the matter that is it"),
            )  # fmt: skip
