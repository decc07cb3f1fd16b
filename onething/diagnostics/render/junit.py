"""Findings as JUnit XML: a suite for each file, a case for each finding; a file without one is a case that passes."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from onething.diagnostics.render.look import escaped
from onething.diagnostics.render.told import file_of, further, told
from onething.diagnostics.report import Report, Reported


def render_junit(report: Report, lang: str = "zh") -> str:
    """What stands in the way fails; warnings and hints pass, with their words as output; what is suppressed or frozen is skipped."""
    suites: dict[str, list[Reported]] = {file: [] for file in sorted(report.files)}
    for entry in (*report.open, *report.silent):
        suites.setdefault(file_of(entry), []).append(entry)
    root = Element("testsuites", name="onething")
    for file, entries in suites.items():
        suite = SubElement(root, "testsuite", name=writable(file))
        for entry in entries:
            _case(suite, file, entry, report, lang)
        if not entries:
            SubElement(suite, "testcase", name="没有问题" if lang == "zh" else "nothing found", classname=writable(file))
        _count(suite, skipped=True)
    _count(root, skipped=False)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _case(suite: Element, file: str, entry: Reported, report: Report, lang: str) -> None:
    found = entry.finding
    message, *rest = told(found, lang)
    at = "{}:{} ".format(*found.span.position) if found.span else ""
    case = SubElement(suite, "testcase", name=writable(f"{at}{found.code} {message}"), classname=writable(file))
    body = "\n".join(map(writable, (message, *further(entry, lang), *rest)))
    if entry.silent:
        reason = entry.reason or ("在基线中" if lang == "zh" else "in the baseline")
        SubElement(case, "skipped", type=found.code, message=writable(reason)).text = body
    elif report.fails(entry):
        SubElement(case, "failure", type=found.code, message=writable(message)).text = body
    else:
        SubElement(case, "system-out").text = body


def _count(element: Element, skipped: bool) -> None:
    """Say how many cases are below, how many of them fail and – where the format has a place for it – are skipped."""
    for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")) + ((("skipped", "skipped"),) if skipped else ()):
        element.set(name, str(len(list(element.iter(tag)))))


def writable(text: str) -> str:
    """The text with what XML cannot hold, or would not give back, as escapes."""
    return "".join(c if _holds(ord(c)) else escaped(c) for c in text)


def _holds(point: int) -> bool:
    return 0x20 <= point < 0x7F or point == 0x09 or 0xA0 <= point < 0xD800 or 0xE000 <= point < 0xFFFE or point >= 0x10000
