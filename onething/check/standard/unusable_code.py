"""OT1310: a code is made of lower-case letters, digits and hyphens, and no system reserves it – it names a folder."""

from __future__ import annotations

import re
from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis

_CODE = re.compile(r"[a-z][a-z0-9-]{0,63}")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")


def unusable_code(analysis: Analysis) -> Iterator[Finding]:
    b = analysis.bundle
    if b.code and (not _CODE.fullmatch(b.code) or _RESERVED.fullmatch(b.code)):
        small = re.sub(r"[\s_.]+", "-", b.code.lower())
        edits = ((b.code_span, small),) if b.code_span and _CODE.fullmatch(small) and not _RESERVED.fullmatch(small) else ()
        fix = Fix("改用小写字母、数字和连字符", "use lower-case letters, digits and hyphens", edits)
        yield finding("OT1310", b.code_span or b.span, code=b.code, fix=fix)
