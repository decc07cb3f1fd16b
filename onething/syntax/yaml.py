"""The YAML notation: the same words, phrases and messages as the text, one mapping a block."""

from __future__ import annotations

from onething.diagnostics import Fix, Severity, finding, note
from onething.source import Source, Span
from onething.syntax.changed import OPENERS, Changed, below_cancelled, changed, folded as _folded, misspelt, without_reason
from onething.syntax.keywords import (
    OTHERWISE_WORDS, WHEN_WORDS, block_word, block_words, entry_words, nested_words, spellings,
)  # fmt: skip
from onething.syntax.line_slips import conflicts
from onething.syntax.refused import character_findings, without_followers
from onething.syntax.settle import settle, without_the_line
from onething.syntax.tree import Item, Items, Name, Node, Tree, Value
from onething.syntax.unknown import unknown_entry, without_value
from onething.syntax.unknown_block import unknown_block
from onething.syntax.values import joined, read, sentence_name
from onething.syntax.yaml_comments import Places
from onething.syntax.yaml_events import Refused, YamlNode, read_events
from onething.syntax.yaml_widths import dashes, wide_signs
from onething.vocabulary import PHRASE_OF_TYPE, Block, Word
from onething.vocabulary.change import CANCEL, REASON

_NAME_KEYS = ("名称", "name")


def parse_yaml(source: Source) -> Tree:
    """The tree of a file in the YAML notation, with every mistake in it."""
    return _Reader(source).tree()


class _Reader:
    """Reads one file: its events as plain nodes, then those as blocks."""

    def __init__(self, source: Source):
        self.source = source
        self.text = source.text
        self.findings: list = []
        self.places = Places(source)

    def tree(self) -> Tree:
        blocks: list[Node] = []
        rest = []
        refused = character_findings(self.source)
        self.findings = [each for each in refused if each.severity is Severity.ERROR] or conflicts(self.source) or wide_signs(self.source)
        if not self.findings:
            try:
                root = read_events(self.source, self.findings)
                blocks = self.blocks(root) if root is not None else []
            except Refused as wrong:
                self.findings.append(wrong.finding)
            else:
                rest = self.places.attach_comments(root)
                for block in blocks:
                    settle(block, self.findings)
            self.findings = without_followers(self.findings, refused)
        self.findings.sort(key=lambda each: each.order())
        return Tree(self.source, "yaml", blocks, rest, self.findings)

    # ---- shapes

    def wrong(self, node: YamlNode, place: str, place_en: str, expected: str, expected_en: str, fix: Fix | None = None) -> None:
        span = Span(self.source, node.start, max(min(node.end, node.start + 1), node.start))
        fix = fix or Fix(f"写成{expected}", f"write {expected_en}")
        self.findings.append(finding("OT1034", span, place=place, place_en=place_en, expected=expected, expected_en=expected_en, fix=fix))

    def pairs(self, node: YamlNode) -> list[tuple[YamlNode, YamlNode]]:
        """Keys and values of a mapping; a key that stands twice is a mistake."""
        found: list[tuple[YamlNode, YamlNode]] = []
        seen: dict[str, YamlNode] = {}
        for key, value in zip(node.children[::2], node.children[1::2]):
            if key.kind != "scalar":
                self.wrong(key, "键", "a key", "一个词", "a word")
            elif key.text in seen:
                first = seen[key.text]
                notes = (note(Span(self.source, first.start, first.end), "第一次写在这里", "the first one is here"),)
                self.findings.append(finding("OT1020", Span(self.source, key.start, key.end), entry=key.text, notes=notes, fix=without_the_line(self.source, key.start, value.end)))
            else:
                seen[key.text] = key
                found.append((key, value))
        return found

    def blocks(self, root: YamlNode) -> list[Node]:
        if root.kind != "sequence":
            self.wrong(root, "文件", "the file", "一列块，每块以“- 词: 名称”开头", "a list of blocks, each beginning with “- word: name”", dashes(self.source, root))
            return []
        found = []
        for each in root.children:
            if each.kind != "mapping" or not each.children:
                self.wrong(each, "块", "a block", "“- 词: 名称”和下面的“键: 值”", "“- word: name” and keys below")
                continue
            pairs = self.pairs(each)
            if not pairs:
                continue
            key, value = pairs[0]
            change = self.changed(key, block_words())
            at = change.at if change else key.at
            block, guessed = block_word(_folded(self.text[at : key.stop] if change else key.text)), False
            if block is None:
                wrong, block, *_ = unknown_block(self.source, at, key.stop)
                self.findings.append(wrong)
                guessed = True
                if block is None:
                    continue
            node = self.block(each, block, key, pairs[1:], value, change)
            node.guessed = guessed
            found.append(node)
        return found

    # ---- blocks

    def block(
        self, each: YamlNode, block: Block, key: YamlNode, pairs, name: YamlNode | None, change: Changed | None = None
    ) -> Node:
        node = Node("block", self.source, key.start, name.end if name else key.end, block, (key.start, key.end))
        mark(node, change)
        self.places.put(node, each.start)
        if name is not None and (name.text or name.kind != "scalar"):
            node.name = self.name(block, name)
        for key_node, value in pairs:
            self.member(node, block, key_node, value) if node.change != CANCEL else self.cancelled(node, key_node, value)
        if node.change == CANCEL and REASON.name not in node.parts:
            self.findings.append(without_reason(node))
        if node.name is None and block.head != "gate" and (name is None or not name.text and name.kind == "scalar"):
            self.findings.append(finding("OT1007", node.key_span, block=block.name, fix=Fix(f"写作“{block.name}: 名称”", "write a name behind the word")))
        return node

    def name(self, block: Block, value: YamlNode) -> Value | None:
        if value.kind != "scalar":
            self.wrong(value, f"“{block.name}”的名称", f"the name of “{block.name}”", "一个名称", "a name")
            return None
        if block.head == "quoted":
            return sentence_name(self.source, value.at, value.stop, None if value.exact else value.text)
        return self.phrase("heading", value)

    def phrase(self, start: str, value: YamlNode) -> Value | None:
        return read(start, self.source, value.at, value.stop, self.findings, None if value.exact else value.text)

    def member(self, node: Node, block: Block, key: YamlNode, value: YamlNode) -> None:
        spelt = _folded(key.text)
        if spelt in _NAME_KEYS and node.name is None:
            self.places.put(node, key.start, head=True)
            node.name = self.name(block, value)
            return
        if change := self.changed(key, {**entry_words(block), **nested_words(block)}):
            if self.changed_member(node, block, change, key, value):
                return
        if word := entry_words(block).get(spelt):
            if word in block.keys:
                return self.head_part(node, word, key, value)
            node.children.append(self.entry(node, word, key, value))
        elif inner := nested_words(block).get(spelt):
            self.nested(node, inner, key, value)
        elif block.open_keys:
            self.answer(node, key, value)
        else:
            wrong, word = unknown_entry(block, self.source, key.at, key.stop)
            self.findings.append(wrong)
            if word is not None:
                child = self.entry(node, word, key, value)
                child.guessed = True
                node.children.append(child)

    def changed(self, key: YamlNode, known) -> Changed | None:
        """The change word at the beginning of a key: ``增加 材料``; one that is misspelt is reported."""
        if self.text.startswith(OPENERS, key.at):
            return changed(self.source, key.at, key.stop, known, self.findings)
        meant = misspelt(self.source, key.at, key.stop, known) if " " in key.text and key.exact else None
        if meant is None:
            return None
        self.findings.append(meant[1])
        return meant[0]

    def changed_member(self, node: Node, owner: Block | Word, change: Changed, key: YamlNode, value: YamlNode) -> bool:
        """An entry or an inner block behind a change word; False when it is none."""
        spelt, _, rest = self.text[change.at : key.stop].partition(" ")
        inner = nested_words(owner).get(_folded(spelt)) if isinstance(owner, Block) else None
        if inner and not rest:
            self.nested(node, inner, key, value, change)
            return True
        word = entry_words(owner).get(_folded(spelt))
        if word is None or rest.strip() and change.change != CANCEL:
            return False
        if change.change != CANCEL:
            child = self.entry(node, word, key, value)
            mark(child, change)
        else:
            child = Node("entry", self.source, key.start, max(value.end, key.end), word)
            mark(child, change)
            child.key = (change.at, change.at + len(spelt))
            self.places.put(child, key.start)
            at = key.stop - len(rest.lstrip())
            child.name = read("items", self.source, at, key.stop, self.findings) if rest.strip() else None
            self.reason(child, value)
        node.children.append(child)
        return True

    def reason(self, node: Node, value: YamlNode) -> None:
        """Why something is cancelled."""
        if value.kind == "scalar" and value.text:
            node.parts[REASON.name] = self.phrase("", value)
        else:
            self.findings.append(without_reason(node))

    def cancelled(self, node: Node, key: YamlNode, value: YamlNode) -> None:
        """What may stand below a cancelled block: its name, the condition it is known by, the reason."""
        spelt, block = _folded(key.text), node.word
        when = next((k for k in block.keys if block.head == "gate" and k.type == "condition" and spelt in spellings(k)), None)
        if spelt in spellings(REASON):
            self.places.put(node, key.start, head=True)
            self.reason(node, value)
        elif spelt in _NAME_KEYS and node.name is None:
            self.places.put(node, key.start, head=True)
            node.name = self.name(block, value)
        elif when is not None:
            self.head_part(node, when, key, value)
        else:
            self.findings.append(below_cancelled(node, Span(self.source, key.start, key.end)))

    def head_part(self, node: Node, word: Word, key: YamlNode, value: YamlNode) -> None:
        self.places.put(node, key.start, head=True)
        if value.kind == "scalar" and not value.text:
            self.findings.append(finding("OT1006", Span(self.source, key.start, key.end), entry=word.name, fix=without_value(self.source, None, key.end)))
            return
        if word.name == "种类" and value.kind == "scalar":
            made = self.phrase("kinds", value)
            if made is not None and node.name is not None:
                item = made.phrase.items[0]
                head = Name(node.name.phrase.items[0].head.text, 0, 0, node.name.phrase.items[0].head.quoted)
                made.phrase = Items((Item(head, item.qualifiers, item.start, item.end),), item.start, item.end)
        elif value.kind == "sequence":
            for each in value.children:
                self.places.put(node, each.start, head=True)
            values = [made for each in value.children if (made := self.scalar_value(word, each))]
            made = joined(values) if values else None
            if made is not None and not value.flow:
                made = Value(made.phrase, made.source, made.at, max(made.end, value.end), made.exact)
        else:
            made = self.scalar_value(word, value)
        if made is not None:
            node.parts[word.name] = made

    def nested(self, node: Node, inner: Block, key: YamlNode, value: YamlNode, change: Changed | None = None) -> None:
        mappings = value.children if value.kind == "sequence" else [value]
        for index, each in enumerate(mappings):
            if each.kind != "mapping":
                self.wrong(each, f"“{inner.name}”", f"“{inner.name}”", "“- 名称: …”“当: …”“答复: …”", "mappings with 名称, 当 and 答复")
                continue
            child = self.block(each, inner, key, self.pairs(each), None, change)
            child.start, child.end = (key.start, key.end) if index == 0 else (each.start, each.start + 1)
            if index == 0:
                self.places.put(child, key.start, head=True)
                self.places.blank_at(child, key.start)
            node.children.append(child)

    def answer(self, node: Node, key: YamlNode, value: YamlNode) -> None:
        child = Node("answer", self.source, key.start, max(value.end, key.end), None, (key.start, key.end))
        child.name = self.phrase("heading", key)
        self.places.put(child, key.start)
        if self.given(child, key.text, value):
            child.value = self.inline("items", value)
        node.children.append(child)

    def given(self, node: Node, entry: str, value: YamlNode) -> bool:
        if value.kind == "scalar" and not value.text or value.kind != "scalar" and not value.children:
            self.findings.append(finding("OT1006", node.key_span, entry=entry, fix=without_value(self.source, node.word, node.key[1])))
            return False
        return True

    # ---- entries

    def entry(self, parent: Node, word: Word, key: YamlNode, value: YamlNode) -> Node:
        node = Node("entry", self.source, key.start, max(value.end, key.end), word, (key.start, key.end))
        self.places.put(node, key.start)
        if not self.given(node, word.name, value):
            return node
        if word.type == "parts":
            if value.kind != "mapping":
                self.wrong(value, f"“{word.name}”", f"“{word.name}”", "下面的“键: 值”", "keys below it")
                return node
            for part_key, part_value in self.pairs(value):
                self.part(node, word, part_key, part_value)
        elif value.kind == "mapping":
            self.cases(node, word, value)
        else:
            self.fill(node, word, value)
        return node

    def part(self, node: Node, owner: Word, key: YamlNode, value: YamlNode) -> None:
        word = entry_words(owner).get(_folded(key.text))
        if word is None and (change := self.changed(key, entry_words(owner))):
            if self.changed_member(node, owner, change, key, value):
                return
        if word is None:
            wrong, word = unknown_entry(owner, self.source, key.at, key.stop)
            self.findings.append(wrong)
            if word is None:
                return
        node.children.append(self.entry(node, word, key, value))

    def cases(self, node: Node, word: Word, value: YamlNode) -> None:
        for key, case_value in self.pairs(value):
            first, *behind = key.text.split(maxsplit=1)  # a full-width blank, too
            condition = "".join(behind)
            child = Node("case", self.source, key.start, max(case_value.end, key.end), None, (key.start, key.start + len(first)))
            self.places.put(child, key.start)
            if first in WHEN_WORDS and condition:
                shift = len(key.text) - len(condition.lstrip())
                at, text = (key.at + shift, None) if key.exact else (key.at, condition.strip())
                made = read("condition", self.source, at, key.stop, self.findings, text)
                if made is not None:
                    child.parts["当"] = made
            elif key.text not in OTHERWISE_WORDS:
                self.wrong(key, f"“{word.name}”下面的键", f"a key below “{word.name}”", "“当 条件: 值”或“其余: 值”", "当 condition or 其余")
                continue
            if case_value.kind == "mapping":
                self.wrong(case_value, f"“{word.name}”的值", f"the value of “{word.name}”", "一个值或一列值", "a value or a list of values")
            elif self.given(child, key.text, case_value):
                self.fill(child, word, case_value)
            node.children.append(child)

    def fill(self, node: Node, word: Word, value: YamlNode) -> None:
        """A scalar or flow list is an inline value, a block sequence is one item a line."""
        if value.kind == "scalar" or value.flow:
            node.value = self.inline(PHRASE_OF_TYPE[word.type], value)
            return
        for each in value.children:
            child = Node("item", self.source, each.start, each.end, None, (each.start, each.end))
            self.places.put(child, each.start)
            child.value = self.scalar_value(word, each)
            if child.value is not None:
                node.children.append(child)

    def inline(self, start: str, value: YamlNode) -> Value | None:
        if value.kind == "scalar":
            return self.phrase(start, value)
        values = [made for each in value.children if (made := self.scalar_phrase(start, each))]
        if not values:
            return None
        if all(isinstance(made.phrase, Items) and made.phrase.when is None and not made.phrase.one_of for made in values):
            return joined(values)
        if len(values) > 1:
            self.wrong(value, "方括号里", "a flow list", "简单的名称；带条件的请分行写", "plain names; write conditions on lines of their own")
        return values[0]

    def scalar_phrase(self, start: str, value: YamlNode) -> Value | None:
        if value.kind != "scalar":
            self.wrong(value, "这里", "this", "一个值，不是“键: 值”；值里有冒号的要加引号", "a value, not a mapping")
            return None
        if not value.text:
            self.wrong(value, "这里", "this", "一个值，不能空着", "a value")
            return None
        return self.phrase(start, value)

    def scalar_value(self, word: Word, value: YamlNode) -> Value | None:
        return self.scalar_phrase(PHRASE_OF_TYPE[word.type], value)


def mark(node: Node, change: Changed | None) -> None:
    """Puts the change word of its key on a node."""
    if change is not None:
        node.change, node.changed, node.key = change.change, (change.start, change.end), (change.at, node.key[1])
