"""Where the page of a code is: beside its rule, or, for what is found while reading, in ``onething/pages``."""

from __future__ import annotations

from pathlib import Path

from onething.check.rules import FIRST, RULES
from onething.diagnostics import CODES

_BESIDE = {rule.code: rule.page for rule in (*FIRST, *RULES)}
READING = Path(__file__).parent.parent / "pages"


def page_of(code: str) -> Path:
    """The page of a registered code."""
    return _BESIDE.get(code, READING / f"{code}.md")


def pages() -> dict[str, str]:
    """Every code's page as text."""
    return {code: page_of(code).read_text(encoding="utf-8") for code in sorted(CODES)}
