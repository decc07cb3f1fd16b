"""One method for each kind of line, chosen by what holds it (``READ``): a file, a block, a list, free text, parts, cases."""

from __future__ import annotations

import re

from onething.diagnostics import Fix, finding
from onething.source import Source, Span
from onething.syntax.changed import OPENERS, Changed, changed, folded as _folded, misspelt, without_reason
from onething.syntax.characters import BLANKS
from onething.syntax.grammars import Kind
from onething.syntax.heads import cancelled_name, read_head
from onething.syntax.keywords import (
    OTHERWISE_WORDS, WHEN_WORDS, alternatives, block_word, block_words, entry_words, nested_words, owners,
)  # fmt: skip
from onething.syntax.lines import Line, colon
from onething.syntax.unknown import no_colon_fix, to_the_margin, unknown_entry, without_value
from onething.syntax.unknown_block import unknown_block
from onething.syntax.values import read, read_word
from onething.syntax.tree import Node
from onething.vocabulary import Block, Word
from onething.vocabulary.change import CANCEL, REASON

KEY = re.compile(rf"([^：:（(【“”\"「『《\s]+)[{BLANKS}]*[：:][{BLANKS}]*")
_PART = re.compile(r"[^\s：:（(【“”\"「『=＝]+")
_INSTEAD_OF_COLON = re.compile(rf"[{BLANKS}]*([=＝→；;，,、。.·∶︰﹕]|[-－—–]+>?)[{BLANKS}]*")
_WORD = re.compile(r"[^\s：:（(【“”\"「『]+")
_CASE = re.compile(rf"({alternatives(WHEN_WORDS)})(?=[\s（(【])[{BLANKS}]*|({alternatives(OTHERWISE_WORDS)})(?=[\s：:]|$)")


class LineKinds:
    """What a reader of the text notation makes of a line. Its levels, and where a line belongs, are in text.py."""

    def block_line(self, line: Line) -> None:
        self.unsure = False
        opens = self.text.startswith(OPENERS, line.start)
        change = changed(self.source, line.start, line.end, block_words(), self.findings) if opens else None
        match = _WORD.match(self.text, change.at if change else line.start, line.end)
        start, end = match.span() if match else (line.start, min(line.start + 1, line.end))
        word = _folded(self.text[start:end])
        block, guessed = block_word(word), False
        if block is None and change is None and (meant := misspelt(self.source, line.start, line.end, block_words())):
            change, wrong = meant
            self.findings.append(wrong)
            start, end = _WORD.match(self.text, change.at, line.end).span()
            block = block_word(_folded(self.text[start:end]))
        if block is None:
            prefix = next((w for w in sorted(block_words(), key=len, reverse=True) if word.startswith(w) and not w.isascii()), None)
            behind = self.text[end : end + 1]
            if prefix and word not in owners() and (end == line.end or behind in "：:（(“"):
                block, end = block_words()[prefix], start + len(prefix)
                span = Span(self.source, end, end)
                fix = Fix("加一个空格", "add a blank", ((span, " "),), safe=True)
                self.findings.append(finding("OT1009", Span(self.source, start, end), word=prefix, fix=fix))
            else:
                joined = self.joined_word(line, start, block_words())
                if joined:
                    block, end = block_words()[joined[0]], joined[1]
                    self.findings.append(_blanks_inside(self.source, start, end, joined[0]))
                else:
                    wrong, block, end, sure = unknown_block(self.source, start, end)
                    if wrong.code == "OT1104":
                        if not self.astray:
                            self.astray = [wrong]
                        self.astray.append((Span(self.source, line.start, line.start), "    "))
                        self.skip = line.indent
                        self.remarks.clear()
                        return
                    self.close_astray()
                    if block is None:
                        return self.give_up(line, wrong)
                    self.findings.append(wrong)
                    guessed = True
                    self.unsure = not sure
        self.close_astray()
        self.open_block("BLOCK", line, block, start, end, guessed, change)

    def close_astray(self) -> None:
        """One finding for all entries at the margin in a row: indented, they belong to the block above."""
        if self.astray:
            wrong, *edits = self.astray
            fix = Fix(wrong.fix.zh, wrong.fix.en, tuple(edits))
            self.findings.append(finding(wrong.code, wrong.span, fix=fix, **dict(wrong.values)))
            self.astray = []

    def joined_word(self, line: Line, start: int, known: dict) -> tuple[str, int] | None:
        """A known word typed with a blank inside, and where it ends: ``牵头 部门``."""
        spelt = ""
        for match in _PART.finditer(self.text, start, line.end):
            spelt += _folded(match.group())
            if match.start() > start and spelt in known:
                return spelt, match.end()
            if len(spelt) > 12:
                break
        return None

    def open_block(
        self, kind: str, line: Line, block: Block, start: int, end: int, guessed: bool = False, change: Changed | None = None
    ) -> None:
        node = self.node("block", line, block, (start, end))
        node.guessed = guessed
        if change:
            node.change, node.changed = change.change, (change.start, change.end)
            if node.change == CANCEL:
                return self.cancelled(kind, line, node, end)
        # What follows from a guess is no mistake of its own.
        read_head(node, block, end, line.end, [] if guessed else self.findings)
        self.opens(kind, node, "block", block)

    def member_line(self, line: Line) -> None:
        block: Block = self.levels[-1].owner
        if self.text.startswith(OPENERS, line.start):
            if change := changed(self.source, line.start, line.end, {**entry_words(block), **nested_words(block)}, self.findings):
                return self.changed_line(line, block, change)
        key = KEY.match(self.text, line.start, line.end)
        if key:
            spelt = _folded(key.group(1))
            if word := entry_words(block).get(spelt):
                return self.entry_line(line, word, key.span(1), key.end())
        first = _WORD.match(self.text, line.start, line.end)
        spelt_first = _folded(first.group()) if first else ""
        if inner := nested_words(block).get(spelt_first):
            return self.open_block("NESTED", line, inner, *first.span())
        if block.open_keys and (at := colon(self.text, line.start, line.end)) > 0:
            return self.answer_line(line, at)
        if meant := misspelt(self.source, line.start, line.end, {**entry_words(block), **nested_words(block)}):
            self.findings.append(meant[1])
            return self.changed_line(line, block, meant[0])
        if key:
            wrong, word = unknown_entry(block, self.source, *key.span(1))
            if word is None:
                return self.give_up(line, wrong)
            self.findings.append(wrong)
            return self.entry_line(line, word, key.span(1), key.end(), guessed=True)
        if any(word.type == "options" for word in block.keys) and spelt_first not in entry_words(block):
            return self.item_line(line, "OPTION")
        self.without_colon(line, block, first)

    def changed_line(self, line: Line, owner: Block | Word, change: Changed) -> None:
        """An entry, or a block inside a block, behind a change word."""
        match = _WORD.match(self.text, change.at, line.end)
        start, end = match.span() if match else (change.at, line.end)
        spelt = _folded(self.text[start:end])
        inner = nested_words(owner).get(spelt) if isinstance(owner, Block) else None
        if inner:
            return self.open_block("NESTED", line, inner, start, end, change=change)
        word = entry_words(owner).get(spelt)
        if word is None:
            wrong, word = unknown_entry(owner, self.source, start, end)
            if word is None:
                return self.give_up(line, wrong)
            self.findings.append(wrong)
        if change.change == CANCEL:
            node = self.node("entry", line, word, (start, end))
            node.change, node.changed = change.change, (change.start, change.end)
            return self.cancelled("ENTRY", line, node, end)
        key = KEY.match(self.text, start, line.end)
        value = key.end() if key else end
        if not key:
            fix = Fix("写上“：”", "write ：", ((Span(self.source, end, end), "："),), safe=True)
            self.findings.append(finding("OT1002", Span(self.source, start, end), word=word.name, fix=fix))
        while value < line.end and self.text[value] in BLANKS:
            value += 1
        self.entry_line(line, word, (start, end), value, guessed=not key, change=change)

    def cancelled(self, kind: str, line: Line, node: Node, at: int) -> None:
        """取消 事项 甲：“理由” – the name behind the word, and the reason behind the colon."""
        sign = colon(self.text, at, line.end)
        value = sign + 1 if sign >= 0 else line.end
        while value < line.end and self.text[value] in BLANKS:
            value += 1
        cancelled_name(node, at, sign if sign >= 0 else line.end, self.findings)
        if value < line.end:
            node.parts[REASON.name] = read_word(REASON, self.source, value, line.end, self.findings)
        else:
            self.findings.append(without_reason(node))
        self.opens(kind, node, "cancelled", None)

    def without_colon(self, line: Line, owner: Block | Word, first) -> None:
        known = entry_words(owner)
        line_text = self.text[line.start : line.end]
        spelt = next((w for w in sorted(known, key=len, reverse=True) if line_text.startswith(w) and not w.isascii()), None)
        if first and _folded(first.group()) in known:
            spelt = first.group()
        if not spelt and (joined := self.joined_word(line, line.start, known)):
            end = joined[1]
            at = colon(self.text, end, line.end)
            value = at + 1 if at >= 0 else end
            self.findings.append(_blanks_inside(self.source, line.start, end, joined[0], "" if at >= 0 else "："))
            while value < line.end and self.text[value] in BLANKS:
                value += 1
            return self.entry_line(line, known[joined[0]], (line.start, end), value, guessed=at < 0)
        if spelt:
            end = line.start + len(spelt)
            instead = _INSTEAD_OF_COLON.match(self.text, end, line.end)
            value = instead.end() if instead else end
            while value < line.end and self.text[value] in BLANKS:
                value += 1
            label = (f"这里是“{instead.group(1)}”", f"here stands {instead.group(1)}") if instead else None
            fix = Fix("写上“：”", "write ：", ((Span(self.source, end, value), "："),), safe=value > end)
            self.findings.append(finding("OT1002", Span(self.source, line.start, end), word=spelt, label=label, fix=fix))
            word = known[_folded(spelt)]
            if value < line.end:
                self.entry_line(line, word, (line.start, end), value, guessed=True)
            else:
                self.entry_line(line, word, (line.start, end), line.end, guessed=True)
        elif first and (inner := block_word(_folded(first.group()))):
            place = Span(self.source, *first.span())
            self.give_up(line, finding("OT1105", place, word=inner.name, place=owner.name, fix=to_the_margin(self.source, line.start)))
        else:
            place = Span(self.source, line.start, line.end)
            self.give_up(line, finding("OT1023", place, block=owner.name, fix=no_colon_fix(owner, place)))

    def entry_line(self, line: Line, word: Word, key: tuple[int, int], value: int, guessed: bool = False, change: Changed | None = None) -> None:
        node = self.node("entry", line, word, key)
        node.guessed = guessed
        if change:
            node.change, node.changed = change.change, (change.start, change.end)
        if value < line.end and (word.type != "parts" or guessed):
            findings = [] if guessed else self.findings  # what follows from a guess is no mistake of its own
            node.value = read_word(word, self.source, value, line.end, findings)
            self.kinds.append(Kind("ENTRY", node))
            self.inline = node
        elif value < line.end:
            self.give_up(line, finding("OT1008", Span(self.source, value, line.end), block=word.name, found=self.text[value : line.end]))
        elif word.type == "parts":
            self.opens("PARTS", node, "parts", word)
        elif word.type in ("text", "texts"):
            self.opens("TEXTS", node, "texts", word)
        else:
            self.opens("LIST", node, "list", word)

    def answer_line(self, line: Line, at: int) -> None:
        end = at
        while end > line.start and self.text[end - 1] in BLANKS:
            end -= 1
        node = self.node("answer", line, None, (line.start, end))
        node.name = read("heading", self.source, line.start, end, self.findings)
        value = at + 1
        while value < line.end and self.text[value] in BLANKS:
            value += 1
        if value == line.end:
            self.findings.append(finding("OT1006", node.key_span, entry=node.key_span.text, fix=without_value(self.source, None, at)))
            return
        node.value = read("items", self.source, value, line.end, self.findings)
        self.kinds.append(Kind("ANSWER", node))
        self.inline = node

    def part_line(self, line: Line) -> None:
        owner: Word = self.levels[-1].owner
        if self.text.startswith(OPENERS, line.start):
            if change := changed(self.source, line.start, line.end, entry_words(owner), self.findings):
                return self.changed_line(line, owner, change)
        key = KEY.match(self.text, line.start, line.end)
        if not key:
            return self.without_colon(line, owner, _WORD.match(self.text, line.start, line.end))
        word, guessed = entry_words(owner).get(_folded(key.group(1))), False
        if word is None:
            wrong, word = unknown_entry(owner, self.source, *key.span(1))
            if word is None:
                return self.give_up(line, wrong)
            self.findings.append(wrong)
            guessed = True
        self.entry_line(line, word, key.span(1), key.end(), guessed)

    def list_line(self, line: Line) -> None:
        level = self.levels[-1]
        case = _CASE.match(self.text, line.start, line.end)
        at = colon(self.text, line.start, line.end) if case else -1
        if case and at < 0:  # … 超过 50：4个工作日
            at = self.text.rfind("：", line.start, line.end)
        if not case:
            return self.item_line(line)
        if at < 0:
            span = Span(self.source, line.start, line.end)
            fix = Fix("写作“当 条件：值”", "write 当 condition：value")
            return self.give_up(line, finding("OT1002", span, word=span.text, fix=fix))
        self.case_line(line, level.owner, case, at)

    def case_line(self, line: Line, word: Word, case, at: int) -> None:
        key = case.span(1) if case.group(1) else case.span(2)
        node = self.node("case", line, None, key)
        if case.group(1):
            end = at
            while self.text[end - 1] in BLANKS:
                end -= 1
            condition = read("condition", self.source, case.end(), max(end, case.end()), self.findings)
            if condition is not None:
                node.parts["当"] = condition
        value = at + 1
        while value < line.end and self.text[value] in BLANKS:
            value += 1
        if value < line.end:
            node.value = read_word(word, self.source, value, line.end, self.findings)
            self.kinds.append(Kind("CASE", node))
            self.inline = node
        else:
            self.opens("CASES", node, "case", word)

    def item_line(self, line: Line, kind: str = "ITEM") -> None:
        owner = self.levels[-1].owner
        node = self.node("item", line)
        if isinstance(owner, Word):
            node.value = read_word(owner, self.source, line.start, line.end, self.findings)
        else:
            node.value = read("items", self.source, line.start, line.end, self.findings)
        if node.value is not None:
            self.kinds.append(Kind(kind, node))

    def prose_line(self, line: Line) -> None:
        self.item_line(line, "PROSE")


READ = {
    "file": LineKinds.block_line, "block": LineKinds.member_line, "list": LineKinds.list_line,
    "texts": LineKinds.prose_line, "parts": LineKinds.part_line, "case": LineKinds.item_line,
}  # fmt: skip


def _blanks_inside(source: Source, start: int, end: int, word: str, colon: str = ""):
    """OT1039; a ``colon`` that is missing too is written at once."""
    span = Span(source, start, end)
    behind = end
    while colon and source.text[behind : behind + 1] in (" ", "\t", "\u3000"):
        behind += 1
    fix = Fix(f"写作“{word}{colon}”", f"write “{word}{colon}”", ((Span(source, start, behind), word + colon),), safe=True)
    return finding("OT1039", span, word=word, fix=fix)
