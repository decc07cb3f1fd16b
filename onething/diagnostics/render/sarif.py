"""Findings as SARIF 2.1.0, for code scanning and editors."""

from __future__ import annotations

import json
import os
import re
from itertools import groupby
from urllib.parse import quote

from onething import __version__
from onething.diagnostics.codes import CODES
from onething.diagnostics.finding import Fix
from onething.diagnostics.render.fingerprint import fingerprints
from onething.diagnostics.render.told import file_of, place_of, told
from onething.diagnostics.report import Report, Reported
from onething.source import Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "hint": "note"}
ROOT = "SRCROOT"  # the working directory; whoever reads the report knows where that is now


def render_sarif(report: Report, lang: str = "zh") -> str:
    """One run: the rules that were broken, each with its page, and every finding, also what is suppressed or frozen."""
    entries = [*report.open, *report.silent]
    codes = sorted({e.finding.code for e in entries})
    language = "en" if lang == "en" else "zh-CN"
    driver = {"name": "onething", "version": __version__, "language": language}
    driver["rules"] = [_rule(code, report.pages.get(code, ""), lang) for code in codes]
    run = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": _message("运行 onething 的文件夹" if lang == "zh" else "where onething was run")}},
        "results": [_result(e, print_, codes.index(e.finding.code), lang) for e, print_ in zip(entries, fingerprints(entries))],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(code: str, page: str, lang: str) -> dict:
    """A code as reporting descriptor: its title, and its page as help."""
    known = CODES[code]
    chinese, _, english = page.strip().rpartition("\n\nIn English: ")
    title = chinese.partition("\n")[0].removeprefix(f"# {code} ")
    help_ = english if lang == "en" else chinese
    short = title if lang == "zh" and title else re.sub(r"\{\w+\}", "…", known.en if lang == "en" else known.zh)
    rule = {"id": code, "shortDescription": _message(short), "defaultConfiguration": {"level": LEVELS[known.severity]}}
    if help_:
        rule["help"] = _message(help_) | {"markdown": _plain(help_)}
    return rule


def _result(entry: Reported, fingerprint: str, index: int, lang: str) -> dict:
    found = entry.finding
    result = {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": LEVELS[found.severity],
        "message": _message("\n".join(told(found, lang))),
        "locations": [_location(file_of(entry), found.span, found.label.text(lang) if found.label else "")],
        "partialFingerprints": {"onethingFinding/v1": fingerprint},
        "suppressions": _suppressions(entry, lang),  # in all results or in none: an empty list says that it counts
    }
    if found.notes:
        result["relatedLocations"] = [
            {"id": i} | _location(place_of(n.span, entry.folder).file, n.span, n.text(lang)) for i, n in enumerate(found.notes, 1)
        ]
    if found.fix and found.fix.edits:
        result["fixes"] = [_fix(found.fix, entry.folder, lang)]
    if found.witness:
        result["properties"] = {"witness": dict(found.witness)}
    return result


def _suppressions(entry: Reported, lang: str) -> list[dict]:
    if entry.reason:
        return [{"kind": "inSource", "justification": entry.reason}]
    if entry.frozen:
        return [{"kind": "external", "justification": "在基线中" if lang == "zh" else "in the baseline"}]
    return []


def _fix(fix: Fix, folder: str, lang: str) -> dict:
    """A repair; ``safe`` says whether it is beyond doubt what the author meant."""
    changes = []
    for file, edits in groupby(sorted(fix.edits, key=lambda e: e[0].order()), key=lambda e: e[0].source.path):
        replacements = [{"deletedRegion": _region(span), "insertedContent": {"text": text}} for span, text in edits]
        changes.append({"artifactLocation": _artifact(folder + file), "replacements": replacements})
    return {"description": _message(fix.text(lang)), "artifactChanges": changes, "properties": {"safe": fix.safe}}


def _location(file: str, span: Span | None, words: str) -> dict:
    physical = {"artifactLocation": _artifact(file)}
    if span is not None:
        physical["region"] = _region(span)
    return {"physicalLocation": physical} | ({"message": _message(words)} if words else {})


def _region(span: Span) -> dict:
    place = place_of(span)
    return {"startLine": place.line, "startColumn": place.column, "endLine": place.end_line, "endColumn": place.end_column}


def _artifact(file: str) -> dict:
    """A file as percent-encoded relative reference. One above the working directory lies below no root."""
    uri = quote(os.fsencode(file), safe="/")
    return {"uri": uri} if file.startswith("../") else {"uri": uri, "uriBaseId": ROOT}


def _message(text: str) -> dict:
    return {"text": _plain(text)}


def _plain(text: str) -> str:
    """The text as SARIF reads it back: braces doubled (else a placeholder), no ``](`` (else a link)."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")
