"""What both notations do once a block is read: head entries to the head, doubles found, same words together."""

from __future__ import annotations

from onething.diagnostics import Fix, finding, note
from onething.source import Source, Span
from onething.syntax.conditions_behind import behind_the_items
from onething.syntax.tree import Comment, Node, Value
from onething.syntax.values import joined
from onething.vocabulary import Block
from onething.vocabulary.change import CANCEL


def settle(block: Node, findings: list) -> None:
    """Brings a block into the one form the tree has."""
    for child in block.children:
        _one_way(child, findings)
        if isinstance(child.word, Block):
            settle(child, findings)
        elif child.word is not None and child.word.type == "parts":
            child.children = _once(child.children, findings)
    _options(block)
    _heads(block, findings)
    block.children = _together(_once(block.children, findings))


def _one_way(entry: Node, findings: list) -> None:
    """All lines below an entry depend on the situation, or none does; of many entries none may."""
    shapes = {child.shape for child in entry.children}
    if "case" in shapes and not entry.word.situational:
        findings.append(finding("OT1106", next(c.key_span for c in entry.children if c.shape == "case"), entry=entry.word.name, fix=behind_the_items(entry)))
    elif {"case", "item"} <= shapes:
        odd = next(child for child in entry.children if child.shape != entry.children[0].shape)
        fix = Fix("都写成“当 条件：值”和“其余：值”；只对一行有条件的，写在行末“… 当 条件”", "write all of them as 当 …：, or put 当 at the end of a line")
        findings.append(finding("OT1024", odd.span, entry=entry.word.name, fix=fix))


def _options(block: Node) -> None:
    """Bare lines below 情形 are its 选项."""
    lines = [child for child in block.children if child.shape == "item"]
    if lines and isinstance(block.word, Block):
        entry = lines[0]
        key = next(word for word in block.word.keys if word.type == "options")
        made = Node("entry", block.source, entry.start, entry.end, key, (entry.start, entry.end), children=lines)
        at = block.children.index(entry)
        block.children = [child for child in block.children if child.shape != "item"]
        block.children.insert(at, made)


def _heads(block: Node, findings: list) -> None:
    """Entries that are declared keys of the head become its parts."""
    keys = {key.name for key in block.word.keys}
    rest: list[Node] = []
    for child in block.children:
        if child.word is None or child.word.name not in keys or child.shape != "entry" or child.change:
            rest.append(child)
            continue
        name = child.word.name
        values = [line.value for line in child.children if line.value]
        value = child.value or (joined(values) if values else None)
        # Remarks in the head's lines have no place of their own there: they stand before the block.
        block.comments.extend(_remarks(child))
        if value is None:
            continue
        if name in block.parts:
            findings.append(_double(child, block.parts[name].span()))
        else:
            block.parts[name] = value
    block.children = rest


def _remarks(node: Node) -> list[Comment]:
    found = list(node.comments)
    if node.trailing:
        found.append(node.trailing)
    for child in node.children:
        found.extend(_remarks(child))
    return found + node.closing


def _double(child: Node, first):
    return finding(
        "OT1020", child.key_span, entry=child.word.name,
        label=("第二次写在这里", "the second one"),
        notes=(note(first, "第一次写在这里", "the first one is here"),),
        fix=without_the_line(child.source, child.start, _last_end(child)),
    )  # fmt: skip


def without_the_line(source: Source, start: int, stop: int) -> Fix:
    """The second of two is taken out with its lines; which of them is right, nobody but the author knows."""
    begin = start - source.position(start)[1] + 1
    end = stop
    while end < len(source.text) and source.text[end - 1] not in "\r\n":
        end += 1
    edits = () if source.text[begin:start].strip() else ((Span(source, begin, end), ""),)
    return Fix("合成一个，或删去第二个", "merge them or delete the second", edits)


def _last_end(node: Node) -> int:
    while node.children:
        node = node.children[-1]
    return node.end


def _once(children: list[Node], findings: list) -> list[Node]:
    """An entry stands once; one that may stand often becomes one entry with its values below."""
    seen: dict[str, Node] = {}
    kept: list[Node] = []
    for child in children:
        if child.shape == "answer":
            key = "\0" + child.name.phrase.items[0].head.text if child.name else ""
        else:
            key = child.word.name + child.change if child.shape == "entry" else ""
            if child.change == CANCEL and child.name is not None:
                key += child.name.span().text
        if not key or key not in seen:
            if key:
                seen[key] = child
            kept.append(child)
        elif child.word is not None and child.word.many:
            _below(seen[key])
            _below(child)
            if child.children:
                child.children[0].comments[:0] = child.comments
                child.children[0].blank |= child.blank
            seen[key].children.extend(child.children)
        elif child.word is None:
            findings.append(_double_answer(child, seen[key]))
        elif not child.guessed:
            findings.append(_double(child, seen[key].key_span))
    return kept


def _double_answer(child: Node, first: Node):
    return finding(
        "OT1020", child.key_span, entry=child.name.phrase.items[0].head.text,
        notes=(note(first.key_span, "第一次写在这里", "the first one is here"),),
        fix=without_the_line(child.source, child.start, _last_end(child)),
    )  # fmt: skip


def _below(entry: Node) -> None:
    """Moves the inline value of an entry to a line below it."""
    if entry.value is not None:
        value: Value = entry.value
        line = Node("item", entry.source, entry.start, entry.end, value=value, trailing=entry.trailing)
        line.comments, entry.trailing = ([], None)
        entry.value, entry.children = None, [line]


def _together(children: list[Node]) -> list[Node]:
    """Nested blocks of one word stand together, where the first of them stands."""
    kept: list[Node] = []
    place: dict[str, int] = {}
    for child in children:
        if not isinstance(child.word, Block):
            kept.append(child)
            continue
        name = child.change + child.word.name
        if name in place:
            at = place[name] + 1
            kept.insert(at, child)
            place = {other: (index + 1 if index >= at else index) for other, index in place.items()}
            place[name] = at
        else:
            place[name] = len(kept)
            kept.append(child)
    return kept
