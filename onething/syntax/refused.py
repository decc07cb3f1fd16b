"""Characters that are refused wherever they stand, remarks included: none can be seen, or none is what it seems.

A file without them costs one search. One kind is one finding a file: at the first place, with the repair of all.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Callable, Iterable, NamedTuple

from onething.diagnostics import Finding, Fix, Severity, finding, note
from onething.limits import LINE_CHARACTERS
from onething.source import Source, Span
from onething.syntax.characters import FOREIGN, HIDDEN_CHARACTERS, RADICALS, TURNING_CHARACTERS

_NOTES = 4  # further places that are shown
_PLACES = 1_000  # places of one kind that are repaired at once
_LINE = re.compile(r"[^\r\n]+")
_FOREIGN_IN_LATIN = re.compile(f"(?<=[A-Za-z])[{FOREIGN}]|[{FOREIGN}](?=[A-Za-z])")


class Refused(NamedTuple):
    """A kind of refused characters: a class of a regular expression, and what makes it good (None: nobody can know)."""

    code: str
    characters: str
    repair: tuple[str, str]
    instead: Callable[[Source, int], str | None]
    safe: bool


def _nothing(source: Source, at: int) -> str:
    return ""


def _unknown(source: Source, at: int) -> None:
    return None


def _line_break(source: Source, at: int) -> str:
    """What the author saw: a new line, as far in as the one it breaks; nothing in a bracket or at the end of a line."""
    line, column = source.position(at)
    text = source.line_text(line)
    before, behind = text[: column - 1], text[column:].strip()
    if not behind or len(re.findall("[“「（(]", before)) > len(re.findall("[”」）)]", before)):
        return ""
    if "#" in before:
        return " "
    return "\n" + text[: len(text) - len(text.lstrip(" \t\u3000"))]


def _as_written(source: Source, at: int) -> str:
    return unicodedata.normalize("NFKC", source.text[at])


REFUSED = (
    Refused("OT0111", HIDDEN_CHARACTERS, ("删去它", "delete it"), _nothing, True),
    Refused("OT0112", TURNING_CHARACTERS, ("删去它，再看一遍这一行", "delete it, then read the line again"), _nothing, False),
    Refused("OT0113", "\x0b\x0c\x85\u2028\u2029", ("用回车另起一行，或删去它", "begin a new line with the enter key, or delete it"), _line_break, False),
    Refused("OT0114", "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd", ("照原文换成标准汉字；确实没有的，写拼音并加备注", "write a standard character instead"), _unknown, False),
    Refused("OT0115", RADICALS, ("换成普通汉字", "write the ordinary character"), _as_written, True),
    Refused("OT0117", "\ufffd", ("照原文把这几个字重新写上", "write these characters again"), _unknown, False),
    Refused(
        "OT0104",
        "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
        + "".join(f"{chr(0x10000 * plane + 0xFFFE)}{chr(0x10000 * plane + 0xFFFF)}" for plane in range(1, 17)),
        ("删去它", "delete it"), _nothing, False,
    ),
    Refused("OT0116", FOREIGN, ("换成键盘上的英文字母", "write the Latin letter"), lambda source, at: LATIN.get(source.text[at]), False),
)  # fmt: skip
LATIN = dict(zip("АВСЕНІЈКМОРЅТХУасеіјорѕхуΑΒΕΗΙΚΜΝΟΡΤΥΧΖο", "ABCEHIJKMOPSTXYaceijopsxyABEHIKMNOPTYXZo"))

_KINDS = tuple((re.compile(f"[{kind.characters}]"), kind) for kind in REFUSED)


def _suspicious() -> re.Pattern:
    """All but the ordinary characters of the basic plane. A class within that plane is a table to ``re``, and quick; one
    that reaches beyond it is gone through range by range. What lies beyond is looked at more closely."""
    pairs = re.findall("(.)-(.)|(.)", "".join(kind.characters for kind in REFUSED), re.S)
    refused = sorted((ord(first or one), ord(last or one)) for first, last, one in pairs)
    ordinary, at = "", 0
    for first, last in (*refused, (0x10000, 0x10000)):
        if at < first and at < 0x10000:
            ordinary += f"\\u{at:04x}-\\u{min(first, 0x10000) - 1:04x}"
        at = max(at, last + 1)
    return re.compile(f"[^{ordinary}]")


_SUSPICIOUS = _suspicious()


def character_findings(source: Source) -> list[Finding]:
    """One finding for each kind of refused character in a file, and OT0105 for each line that is too long."""
    places: dict[str, list[int]] = {}
    for match in _SUSPICIOUS.finditer(source.text):
        kind = next((kind for pattern, kind in _KINDS if pattern.match(match.group())), None)
        if kind is None:
            continue
        if kind.characters is not FOREIGN or _FOREIGN_IN_LATIN.match(source.text, match.start()):
            found = places.setdefault(kind.code, [])
            if len(found) < _PLACES:
                found.append(match.start())
    return [_finding(source, kind, places[kind.code]) for kind in REFUSED if kind.code in places] + _long_lines(source)


def _long_lines(source: Source) -> list[Finding]:
    found = []
    for match in _LINE.finditer(source.text) if len(source.text) > LINE_CHARACTERS else ():
        if match.end() - match.start() > LINE_CHARACTERS:
            at = match.start() + LINE_CHARACTERS
            fix = Fix("分成几行写，或放到附件里", "write it on several lines")
            found.append(finding("OT0105", Span(source, at, at + 1), size=len(match.group()), limit=LINE_CHARACTERS, fix=fix))
    return found


def character_name(char: str) -> str:
    """A character in a message: its number and, if it has one, its name."""
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X}" + (f" {name}" if name else "")


def _finding(source: Source, kind: Refused, places: list[int]) -> Finding:
    first = Span(source, places[0], places[0] + 1)
    instead = [(Span(source, at, at + 1), kind.instead(source, at)) for at in places]
    edits = tuple((span, new) for span, new in instead if new is not None)
    zh, en = kind.repair
    if len(places) > 1:
        zh, en = f"{zh}（一共 {len(places)} 处）", f"{en} ({len(places)} places)"
    return finding(
        kind.code, first, char=character_name(first.text), written=first.text, ordinary=kind.instead(source, places[0]) or "",
        label=(f"{kind.repair[0]}", kind.repair[1]),
        notes=[note(span, "这里也有", "here, too") for span in _further(source, places)],
        fix=Fix(zh, en, edits if len(edits) == len(places) else (), safe=kind.safe),
    )  # fmt: skip


def _further(source: Source, places: list[int]) -> Iterable[Span]:
    """Further places, one a line."""
    lines = {source.position(places[0])[0]}
    for at in places[1:]:
        line = source.position(at)[0]
        if line not in lines and len(lines) <= _NOTES:
            lines.add(line)
            yield Span(source, at, at + 1)


def without_followers(found: list[Finding], refused: list[Finding]) -> list[Finding]:
    """What reading found together with the refused characters, and nothing twice: an error that stands in the line of
    one that is refused follows from it; a warning about a character says nothing beside an error at the same place."""
    places = {line for each in refused if each.severity is Severity.ERROR for line in _lines(each)}
    found = [each for each in found if each.span is None or each.span.position[0] not in places]
    told = {each.span.position[0] for each in found if each.span is not None}
    return found + [each for each in refused if each.severity is Severity.ERROR or not _lines(each) <= told]


def _lines(refused: Finding) -> set[int]:
    spans = [refused.span, *(span for span, _ in refused.fix.edits if refused.fix), *(each.span for each in refused.notes)]
    return {span.position[0] for span in spans}
