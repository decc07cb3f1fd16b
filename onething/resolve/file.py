"""One parsed file → its bundle, if it holds one."""

from __future__ import annotations

from onething.diagnostics import Fix, Note
from onething.model.bundle import Bundle
from onething.model.catalogue import STATE
from onething.resolve.brackets import check_brackets
from onething.resolve.bundle import bare_name, resolve_bundle
from onething.resolve.catalogue import BLOCK_KINDS, block_name
from onething.resolve.effective import Effective, adapted, bundle_blocks, heads
from onething.resolve.overlay import overlay
from onething.resolve.out_of_use import report_out_of_use
from onething.resolve.reader import Reader, entries, names
from onething.resolve.shapes import check_shapes
from onething.resolve.singles import check_singles
from onething.resolve.together import together
from onething.syntax.tree import Node, Tree


def resolve_file(tree: Tree, reader: Reader, default_place: str = "") -> Bundle | None:
    """The bundle of a file that adapts none; None for a file of catalogue blocks, or a local version. The order of
    blocks changes no meaning. ``default_place``: the place of a bundle that names none; '' = the state."""
    effective = effective_file(tree, reader, default_place)
    return resolve_effective(effective, reader) if effective is not None else None


def effective_file(tree: Tree, reader: Reader, default_place: str = "", parent: Effective | None = None) -> Effective | None:
    """The blocks of a file as they hold; ``parent``: those it adapts. None where there is no bundle, or where what it
    adapts is not given. What is wrong with the file's own blocks is reported."""
    blocks = bundle_blocks(tree)
    top = heads(tree)
    for block in tree.blocks:
        if block.change and block.word is not None and (block.word.name in BLOCK_KINDS or block in top):
            fix = Fix(f"删去“{block.change}”：直接写“{block.word.name}”", "write it without a change word")
            reader.report("OT1509", block.key_span, change=block.change, entry=block.word.name, fix=fix)
    if not top:
        if blocks:
            fix = Fix("在文件开头写“一件事 名称：”", "begin the file with “一件事 name：”")
            reader.report("OT1207", blocks[0].key_span, word=blocks[0].word.name, fix=fix)
        return None
    for extra in top[1:]:
        notes = [Note(top[0].key_span, "第一件写在这里", "the first is here")]
        fix = Fix("把它和它的事项、情形移到另一个文件", "move it and its blocks to another file")
        reader.report("OT1208", extra.key_span, notes=notes, fix=fix)
    check_brackets(blocks, reader)
    check_singles(blocks, reader)
    check_shapes(blocks, reader)
    head, rest = top[0], [b for b in blocks if b not in top]
    place = place_of(head, reader, default_place)
    identity = f"{place}/{bare_name(block_name(head))}"
    if parent is not None:
        return overlay(parent, head, rest, reader, identity, place)
    if adapted(head) is not None or _changes(blocks, reader):
        return None
    return Effective(identity, place, head, tuple(rest), (), {head.source.path: place})


def resolve_effective(effective: Effective, reader: Reader) -> Bundle:
    """The bundle that effective blocks are."""
    bundle = resolve_bundle(effective, reader)
    report_out_of_use(reader, effective.head.source.path, effective.place)
    reader.findings = together(reader.findings)
    return bundle


def place_of(head: Node, reader: Reader, default_place: str) -> str:
    """The place of a bundle; the default one where it names none that is known."""
    for _, _, name in names(entries(head).get("地区")):
        return STATE if name.text == STATE else reader.catalogue.canonical("place", name.text) or default_place or STATE
    return default_place or STATE


def _changes(blocks: list[Node], reader: Reader) -> bool:
    """OT1510: whether a file that adapts nothing changes something; said once."""
    waiting = list(blocks)
    found = []
    while waiting:
        node = waiting.pop()
        waiting += node.children
        if node.change:
            found.append(node)
    found.sort(key=lambda n: n.start)
    if found:
        node = found[0]
        fix = Fix("在“一件事”下面写“沿用：地区/名称”；不沿用就删去这些词", "write 沿用：place/name in the head, or remove these words")
        more = [Note(n.key_span, "这里也是", "here too") for n in found[1:4]]
        reader.report("OT1510", node.key_span, change=node.change, notes=more, fix=fix)
    return bool(found)
