"""A YAML file typed with a Chinese input method: full-width colons, dashes, brackets and blanks say nothing to YAML.

``事项：出生登记`` is one long string to YAML, without an error. All such signs of a file are one finding, and one repair.
"""

from __future__ import annotations

import re

from onething.diagnostics import Finding, Fix, finding
from onething.source import Source, Span
from onething.syntax.characters import BLANKS, FOLD, nfc
from onething.syntax.keywords import OTHERWISE_WORDS, WHEN_WORDS, alternatives, block_word, owners
from onething.syntax.yaml_events import Refused, read_events

_WIDE_BLANKS = BLANKS.replace(" ", "")
_DASHES = "－—–―‐•·"
# A line that may hold such a sign; ordinary lines do not match.
_SUSPECT = re.compile(
    rf"^[{BLANKS}]*(?:[{_WIDE_BLANKS}{_DASHES}]|-(?=[^\s\-{BLANKS}])|-[ ]*[{_WIDE_BLANKS}]"
    rf"|(?:-[{BLANKS}]+)?[^\s:：#'\"\[{{（(]+[{BLANKS}]*(?:：|:(?=[^\s/])|[{_WIDE_BLANKS} ]+:)"
    rf"|(?:-[{BLANKS}]+)?(?:{alternatives(WHEN_WORDS)})[{BLANKS}][^\n]*[^:\s][{BLANKS}]*(?:：|:$))"
    rf"|^[^#\n]*:[{BLANKS}]*[【［][^\n]*[】］][{BLANKS}]*$|^[^#\n]*[:：][{BLANKS}]*[【［]",
    re.M,
)
_LINE = re.compile(
    rf"(?P<indent>[{BLANKS}]*)(?:(?P<dash>[-{_DASHES}]+)(?P<gap>[{BLANKS}]*))?"
    rf"(?:(?P<key>(?:{alternatives(WHEN_WORDS)})[{BLANKS}][^\n]*?|[“”\"'「]?[^\s:：#'\"“”「\[{{（(]+[“”\"'」]?)(?P<colon>[{BLANKS}]*[:：][{BLANKS}]*))?(?P<value>[^\r\n]*)"
)
_FLOW = re.compile(rf"([【［\[])([^\r\n]*)([】］\]])(?=[{BLANKS}]*(?:#|$))", re.M)
_LITERAL = re.compile(r"[:：\-][ \t]*[|>][-+0-9]*[ \t]*$")
# How wide a full-width blank, a full-width dash and a tab are: which one an author saw depends on the editor.
_WIDTHS = ((2, 2, 4), (1, 1, 2), (2, 1, 4), (2, 1, 2), (1, 1, 4))
_Edits = list[tuple[int, int, str]]


def wide_signs(source: Source) -> list[Finding]:
    """OT1031 for a file with signs that YAML does not know, repaired as a whole; or nothing."""
    text = source.text
    if not _SUSPECT.search(text) or not (edits := _edits(text, _WIDTHS[0])):
        return []
    tried = (edits if widths is _WIDTHS[0] else _edits(text, widths) for widths in _WIDTHS)
    good = next((each for each in tried if _reads(source.path, _applied(text, each))), None)
    edits = good or edits
    spans = [Span(source, start, end) for start, end, _ in edits]
    at = next((span for span in spans if span.text.strip()), spans[0])
    shown = at if at.text else Span(source, at.start - 1, at.start)
    several = f"（一共 {len(edits)} 处）" if len(edits) > 1 else ""
    fix = Fix(
        f"改成半角{several}；或者把文件改名为 .onething，那里全角半角都可以",
        f"write them half-width ({len(edits)} places); in a file named .onething both are fine",
        tuple((span, new) for span, (_, _, new) in zip(spans, edits)), safe=good is not None,
    )  # fmt: skip
    return [finding("OT1031", shown, found=shown.text.strip() or ("制表符" if "\t" in shown.text else "全角空格"), fix=fix)]


def _applied(text: str, edits: _Edits) -> str:
    for start, end, new in reversed(edits):
        text = text[:start] + new + text[end:]
    return text


def _reads(path: str, text: str) -> bool:
    """Whether YAML takes a text as a list of blocks."""
    try:
        root = read_events(Source(path, text), [])
    except Refused:
        return False
    return root is not None and root.kind == "sequence" and all(child.kind == "mapping" for child in root.children)


def _edits(text: str, widths: tuple[int, int, int]) -> _Edits:
    found: _Edits = []
    block, literal = None, -1
    for line in re.finditer(r"[^\r\n]+", text):
        if not line.group().strip() or line.group().lstrip(BLANKS).startswith("#"):
            continue
        match = _LINE.match(text, line.start())
        indent = len(match.group("indent"))
        if 0 <= literal < indent:
            continue
        literal = indent if _LITERAL.search(line.group()) else -1
        word = nfc(match.group("key") or "").translate(FOLD).strip("“”\"'「」")
        if match.group("dash") and block_word(word):
            block = block_word(word)
        found += _line_edits(text, match, _is_key(word, bool(match.group("dash")), block), widths)
    return sorted(found)


def _is_key(word: str, dashed: bool, block) -> bool:
    if not word:
        return False
    if dashed:  # a block, or the first key of a gate inside a matter
        return block_word(word) is not None or word in ("名称", "name", "当", "答复")
    known = word in owners() or block_word(word) is not None or word in OTHERWISE_WORDS or word in ("名称", "name")
    return known or word.split()[0] in WHEN_WORDS or block is not None and bool(block.open_keys)


def _line_edits(text: str, match: re.Match, is_key: bool, widths: tuple[int, int, int]) -> _Edits:
    blank, dash, tab = widths
    edits: _Edits = []

    def put(name: str, new: str) -> None:
        if match.group(name) != new:
            edits.append((*match.span(name), new))

    def narrow(blanks: str) -> str:
        return "".join({"\t": " " * tab, "\u3000": " " * blank}.get(char, " ") for char in blanks)

    put("indent", narrow(match.group("indent")))
    sign = match.group("dash")
    if sign is not None and (sign != "-" or is_key or match.group("gap")) and not sign.startswith("--"):
        put("dash", "-" if sign == "-" else "-" + " " * (dash - 1))
        put("gap", narrow(match.group("gap")) or " ")
    value = match.group("value").strip(BLANKS)
    if is_key and not value.startswith("//"):
        colon = match.group("colon")
        if colon.strip(BLANKS) != ":" or value and not colon.endswith(" ") or colon[0] in BLANKS or set(colon) & set(_WIDE_BLANKS):
            put("colon", ": " if value else ":")
    flow = _FLOW.match(text, match.start("value"))
    if flow and flow.group(1) + flow.group(3) != "[]":
        edits += [(*flow.span(1), "["), (*flow.span(3), "]")]
        edits += [(i, i + 1, ", ") for i in range(*flow.span(2)) if text[i] in "，、"]
    return edits


def dashes(source: Source, root) -> Fix:
    """A file of ``事项: 甲`` without the dashes that make a list of its blocks: each block gets one."""
    keys = root.children[::2] if root.kind == "mapping" and not root.flow else []
    blocks = [key.start for key in keys if key.kind == "scalar" and block_word(key.text)]
    words = "每一块前面加“- ”，下面的都缩进两格", "put “- ” before each block and indent what is below by two blanks"
    if not blocks or keys[0].start != blocks[0] or source.position(blocks[0])[1] != 1:
        return Fix(*words)
    edits = []
    for match in re.finditer(r"^(?=[^\r\n])", source.text, re.M):
        if match.start() >= blocks[0]:
            edits.append((Span(source, match.start(), match.start()), "- " if match.start() in blocks else "  "))
    return Fix(*words, tuple(edits), safe=True)
