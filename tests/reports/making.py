"""Reports made by hand: every field of a finding holds the text that is tried."""

from __future__ import annotations

import json
from pathlib import Path

from onething.diagnostics import Fix, Note, finding
from onething.diagnostics.finding import Finding
from onething.diagnostics.report import Report
from onething.source import Source, Span

HERE = Path(__file__).parent
HOSTILE = json.loads((HERE / "hostile.json").read_text(encoding="utf-8"))
TEXTS, CONTROLS = HOSTILE["texts"], HOSTILE["controls"]

CODES = {"error": "OT1202", "warning": "OT2303", "hint": "OT2802"}


def named(text: str) -> dict[str, str]:
    """The values of the messages of ``CODES``."""
    return {"kind": "事项", "kind_en": "matter", "name": text, "instead": "可以查验", "instead_en": "it is on file"}


def message(text: str) -> str:
    """What the error of ``CODES`` says about a thing of this name."""
    return f"事项“{text}”写了两次"


def span_of(text: str, token: str, path: str = "件.onething") -> Span:
    """The first place of the token in a file with this text."""
    start = text.index(token)
    return Span(Source(path, text), start, start + len(token))


def holding(text: str, code: str = CODES["error"]) -> Finding:
    """A finding all of whose words are ``text``, in a file of that name, whose line holds it too."""
    span = span_of(f"部门 甲\n事项 {text}：\n", "事项 ", text)
    other = span_of(f"# {text}\n", "#", text)
    return finding(
        code, span, label=(text, text), notes=[Note(other, text, text)], fix=Fix(text, text, ((span, text),)), witness=[(text, text)], **named(text)
    )  # fmt: skip


def report_holding(text: str) -> Report:
    """A report with such a finding open, one suppressed for the reason ``text``, and one frozen."""
    report = Report(files=[text], pages={CODES["error"]: f"# {CODES['error']} 标题\n\n甲{text}乙\n\nIn English: a{text}b\n"})
    report.add([holding(text)])
    report.add([holding(text, CODES["warning"])], reason=text)
    report.add([holding(text, CODES["hint"])], frozen=True)
    return report


def report_of(*severities: str) -> Report:
    """A report with findings of these severities, each on a line of its own."""
    source = Source("件.onething", "".join(f"事项 第{i}项：\n" for i in range(len(severities))))
    report = Report(files=["件.onething"])
    for i, severity in enumerate(severities):
        start = source.text.index(f"第{i}项")
        report.add([finding(CODES[severity], Span(source, start, start + len(f"第{i}项")), **named(f"第{i}项"))])
    return report
