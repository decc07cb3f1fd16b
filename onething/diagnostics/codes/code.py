"""What a code is. The codes themselves stand beside this file, one file per family."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """错误 blocks emission and exits 1; 警告 and 提示 exit 0 unless asked to be strict."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def zh(self) -> str:
        return {"error": "错误", "warning": "警告", "hint": "提示"}[self.value]


@dataclass(frozen=True, slots=True)
class Code:
    """A registered code: its severity and its message in both languages (``str.format`` templates over
    the values of the finding). Codes are never reused; each has a page ``onething/pages/<id>.md``."""

    id: str
    severity: Severity
    zh: str
    en: str


ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT
