"""A local version over what it adapts: blocks × changes → the blocks as they hold, and a record of each change.

Nodes are merged, not values: every node keeps its own place, in its own file, and the result is resolved like any other
bundle. Nothing of the adapted version is altered: what changes is copied, one level deep.
"""

from __future__ import annotations

from copy import copy

from onething.diagnostics import Fix, Note
from onething.model.bundle import LocalChange
from onething.resolve.alike import nearest
from onething.resolve.effective import Effective, adapted, block_key, written
from onething.resolve.lists import canonical, listed, with_lines, without
from onething.resolve.reader import Reader
from onething.source import Span
from onething.syntax.tree import Node
from onething.vocabulary import Block, Word
from onething.vocabulary.change import ADD, CANCEL, MODIFY, REASON, REPLACE, is_list

OWN = ("地区", "沿用")  # entries of the head that no version takes from another
FREE = ("场景",)  # blocks that may be added without saying so


def overlay(parent: Effective, head: Node, blocks: list[Node], reader: Reader, identity: str, place: str) -> Effective:
    """The local version that ``head`` and ``blocks`` make of ``parent``; what cannot be changed is reported and left."""
    merge = Merge(reader, place)
    _, span = adapted(head) or ("", None)
    own = [c for c in head.children if c.shape == "entry" and c.word.name in OWN and c.word.name != "沿用"]
    changing = copy(head)
    changing.children = [c for c in head.children if not (c.shape == "entry" and c.word.name in OWN)]
    made = merge.modified(parent.head, changing, ())
    top = copy(head)
    top.children = [*own, *(c for c in made.children if not (c.shape == "entry" and c.word.name in OWN))]
    merged = merge.blocks(parent.blocks, blocks, ())
    places = {head.source.path: place, **parent.places}
    changes = sorted(merge.changes, key=lambda c: c.span.start)
    return Effective(identity, place, top, tuple(merged), (*parent.changes, *changes), places, parent.identity, span)


class Merge:
    """One version laid over another."""

    def __init__(self, reader: Reader, place: str):
        self.reader = reader
        self.place = place
        self.changes: list[LocalChange] = []

    # ---- blocks

    def blocks(self, below: tuple[Node, ...] | list[Node], own: list[Node], path: tuple) -> list[Node]:
        """Blocks of one level: those of the adapted version in their order, then what is added."""
        known: dict[tuple[str, str], Node] = {}
        merged: dict[tuple[str, ...], Node] = {}
        for number, block in enumerate(below):  # two gates without a name may have one condition
            key = block_key(block)
            merged[(*key, str(number)) if key in known else key] = block
            known.setdefault(key, block)
        seen: dict[tuple[str, str], Node] = {}
        for node in own:
            key = block_key(node)
            first = seen.setdefault(key, node)
            if not key[1] and node.change != ADD:
                self._nameless(node)
            elif first is not node:
                self.reader.twice(_KIND.get(key[0], "block"), key[1], node, first) if node.name else None
            elif self._fits(node, known.get(key), known):
                self._block(node, key, known.get(key), merged, path)
        return list(merged.values())

    def _block(self, node: Node, key: tuple[str, str], old: Node | None, merged: dict, path: tuple) -> None:
        here = (*path, key)
        if node.change == CANCEL:
            del merged[key]
            self.record(here, node, CANCEL, "", block_text(old), _place(old))
        elif node.change == MODIFY:
            merged[key] = self.modified(old, node, here)
        else:
            merged[key if key[1] else (*key, str(len(merged)))] = self.plain(node)
            self.record(here, node, ADD, block_text(node), "", None)

    def _fits(self, node: Node, old: Node | None, known: dict) -> bool:
        """Whether a block can be changed as it says; what is wrong is reported."""
        word, name = block_key(node)
        if node.change == REPLACE:
            self._instead(node, "改为", MODIFY)
        elif node.change in (MODIFY, CANCEL):
            if old is not None:
                return True
            self.absent(node, word, name, [n for w, n in known if w == word])
        elif not node.change and node.word.name not in FREE:
            self._bare(node, old)
        elif old is None:
            return True
        else:
            fix = Fix("要改它，写“修改”", "to change it write 修改", _instead_of(node, MODIFY))
            what = {"what": f"{word}“{name}”", "what_en": f"{node.word.english} “{name}”"}
            self.reader.report("OT1506", _place(node), notes=[Note(_place(old), "上级版本的在这里", "there it is")], fix=fix, **what)
        return False

    def _nameless(self, node: Node) -> None:
        if node.word.head == "gate":  # any other block without a name is reported where it was read
            fix = Fix("写上名称；没有名称的，写它的条件“当 …”", "write its name, or its condition behind 当")
            self.reader.report("OT1007", node.key_span, block=node.word.name, fix=fix)

    def _bare(self, node: Node, old: Node | None) -> None:
        word = ADD if old is None else MODIFY
        notes = [Note(_place(old), "上级版本的在这里", "it stands here in the adapted version")] if old is not None else []
        fix = Fix(f"写“{word} {node.word.name} …”", f"write {word} before it", _instead_of(node, word))
        self.reader.report("OT1511", node.key_span, block=node.word.name, notes=notes, fix=fix)

    def _instead(self, node: Node, change: str, better: str) -> None:
        fix = Fix(f"写“{better}”", f"write {better}", _instead_of(node, better))
        self.reader.report("OT1509", node.key_span, change=change, entry=node.word.name, fix=fix)

    def absent(self, node: Node, word: str, name: str, candidates: list[str]) -> None:
        """OT1505: what is changed is not there."""
        near = nearest(name, candidates) if name else None
        span = _place(node)
        fix = Fix(f"是不是“{near}”？", f"did you mean “{near}”?", ((span, near),)) if near and span.text == name else None
        if fix is None:
            names = "、".join(candidates[:8])
            fix = Fix(f"上级版本有：{names}" if names else "删去这一条", f"there are: “{names}”" if names else "remove it")
        self.reader.report(
            "OT1505", span, what=f"{word}“{name}”" if name else f"“{word}”", fix=fix, change=node.change, change_en=_ENGLISH[node.change],
            what_en=f"“{word}” “{name}”" if name else f"“{word}”",
        )  # fmt: skip

    def modified(self, old: Node, node: Node, path: tuple) -> Node:
        """A block of the adapted version with the changes of ``node``: parts of the head, entries, inner blocks."""
        made = copy(old)
        made.parts = dict(old.parts)
        for word in getattr(node.word, "keys", ()):
            self._part(made, word, node, path)
        entries = [c for c in node.children if not isinstance(c.word, Block)]
        kept = [c for c in old.children if not isinstance(c.word, Block)]
        inner = self.blocks([c for c in old.children if isinstance(c.word, Block)], [c for c in node.children if isinstance(c.word, Block)], path)
        made.children = [*self._entries(kept, [c for c in entries if c.word not in _keys(node)], node.word, path), *inner]
        return made

    def plain(self, node: Node) -> Node:
        """A block that is new: change words inside it are reported, and it stands as if it had none."""
        made = copy(node)
        made.change, made.children = "", []
        for child in node.children:
            if child.change:
                self._unneeded(child, "新增的块里直接写", "in a block that is new it is written plainly")
            if child.change != CANCEL:
                made.children.append(self.plain(child) if child.change else child)
        return made

    # ---- parts of a head, entries

    def _part(self, made: Node, word: Word, node: Node, path: tuple) -> None:
        """A part of the head: 问 当 答复 值 种类 任一 are written anew, 选项 is a list."""
        changing = [c for c in node.children if c.word is word and c.shape == "entry"]
        if word.name in node.parts and node.change != CANCEL:
            new, old = node.parts[word.name], made.parts.get(word.name)
            if is_list(word, node.word):
                return self._bare_list(new.span(), node, word, old.span() if old else None)
            made.parts[word.name] = new
            self.record((*path, (word.name, "")), node, MODIFY, written(new), written(old), old.span() if old else None, new.span())
        for child in changing:
            if not is_list(word, node.word):
                self._unneeded(child, "直接写新的", "write it anew")
                continue
            entry = Node("entry", made.source, made.start, made.end, word, made.key, value=made.parts.get(word.name))
            result = self._list(entry if entry.value is not None else None, child, path)
            value = listed(result) if result is not None else None
            if value is None:
                made.parts.pop(word.name, None)
            else:
                made.parts[word.name] = value

    def _entries(self, below: list[Node], own: list[Node], owner: Block | Word, path: tuple) -> list[Node]:
        known = {_entry_key(c): c for c in below}
        merged = dict(known)
        order = {CANCEL: 0, REPLACE: 1}
        for child in sorted(own, key=lambda c: order.get(c.change, 2)):
            key = _entry_key(child)
            made = self._entry(merged.get(key), child, owner, path)
            if made is None:
                merged.pop(key, None)
            else:
                merged[key] = made
        return list(merged.values())

    def _entry(self, old: Node | None, node: Node, owner: Block | Word, path: tuple) -> Node | None:
        """The entry as it holds now; None if there is none any more."""
        word = node.word
        if node.shape != "entry":
            self.record((*path, _entry_key(node)), node, MODIFY, entry_text(node), entry_text(old), _place(old))
            return node
        if word.type == "parts" and not node.change:
            made = copy(old or node)
            made.children = self._entries(old.children if old else [], node.children, word, (*path, (word.name, "")))
            return made
        if is_list(word, owner):
            return self._list(old, node, path)
        if node.change == CANCEL and node.name is None:
            return self._list(old, node, path)
        if node.change:
            self._unneeded(node, f"“{word.name}”只有一个值，直接写新的", f"“{word.name}” has one value: write it anew")
            return old
        self.record((*path, (word.name, "")), node, MODIFY, entry_text(node), entry_text(old), _place(old))
        return node

    def _list(self, old: Node | None, node: Node, path: tuple) -> Node | None:
        """增加, 取消 and 改为 of a list; 取消 without a name of any entry."""
        word = node.word
        here = (*path, (word.name, ""))
        if node.change == CANCEL:
            if old is None:
                self.absent(node, word.name, "", [])
                return None
            if node.name is None:
                self.record(here, node, CANCEL, "", entry_text(old), _place(old))
                return None
            return without(self, old, node, path)
        if node.change == REPLACE:
            made = copy(node)
            made.change = ""
            self.record(here, node, REPLACE, entry_text(node), entry_text(old), _place(old))
            return made
        if node.change == ADD:
            return with_lines(self, old, node, path)
        self._bare_list(node.key_span, node, word, _place(old))
        return old

    def same(self, one: str, other: str) -> bool:
        """Whether two names are one thing of the catalogue, or the same words."""
        return one == other or canonical(self.reader.catalogue, one) == canonical(self.reader.catalogue, other)

    # ---- what is said

    def _bare_list(self, span: Span, node: Node, word: Word, old: Span | None) -> None:
        at = node.changed if node.change and node.word is word else (span.start, span.start)
        edits = ((Span(node.source, *at), ADD if node.change and node.word is word else f"{ADD} "),) if node.word is word else ()
        fix = Fix("加几样写“增加”，去掉写“取消”，全部换掉写“改为”", "write 增加 to add, 取消 to cancel, 改为 to replace all of it", edits)
        notes = [Note(old, "上级版本的在这里", "it stands here in the adapted version")] if old else []
        self.reader.report("OT1512", span, entry=word.name, notes=notes, fix=fix)

    def _unneeded(self, node: Node, zh: str, en: str) -> None:
        edits = ((Span(node.source, node.changed[0], node.key[0]), ""),) if node.change != CANCEL else ()
        self.reader.report("OT1509", node.key_span, change=node.change, entry=node.word.name, fix=Fix(zh, en, edits))

    def record(self, path, node: Node, how: str, text: str, was: str, was_span: Span | None, span: Span | None = None) -> None:
        reason = written(node.parts.get(REASON.name)) if how == CANCEL else ""
        self.changes.append(LocalChange(path, how, self.place, span or node.span, text, was, was_span, reason))


_ENGLISH = {MODIFY: "modify", CANCEL: "cancel", ADD: "add", REPLACE: "replace"}
_KIND = {"事项": "matter", "情形": "question", "角色": "role", "参数": "parameter", "提醒": "reminder", "场景": "scenario"}


def _keys(node: Node) -> tuple[Word, ...]:
    return getattr(node.word, "keys", ())


def _entry_key(node: Node) -> tuple[str, str]:
    if node.shape == "answer":
        return "", node.name.phrase.items[0].head.text if node.name else ""
    return node.word.name, ""


def _place(node: Node | None) -> Span | None:
    if node is None:
        return None
    if node.shape != "block" or node.name is None:
        return node.name.span() if node.name is not None and node.change == CANCEL else node.key_span
    return node.name.span(node.name.phrase.items[0].head)


def _instead_of(node: Node, word: str):
    if node.change:
        return ((Span(node.source, *node.changed), word),)
    return ((Span(node.source, node.key[0], node.key[0]), f"{word} "),)


def block_text(node: Node | None) -> str:
    """The head of a block as written."""
    return " ".join(block_key(node)).strip() if node is not None else ""


def entry_text(node: Node | None) -> str:
    """What an entry says, all its lines in one."""
    if node is None:
        return ""
    parts = [written(node.value)] if node.value is not None else []
    for child in node.children:
        if child.shape == "case":
            when = f"当 {written(child.parts['当'])}" if "当" in child.parts else "其余"
            parts.append(f"{when}：{entry_text(child)}")
        elif child.shape == "entry":
            parts.append(f"{child.word.name}：{entry_text(child)}")
        else:
            parts.append(written(child.value))
    return "；".join(p for p in parts if p)


