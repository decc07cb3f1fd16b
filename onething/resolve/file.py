"""One parsed file → its bundle, if it holds one."""

from __future__ import annotations

from onething.diagnostics import Fix, Note
from onething.model.bundle import Bundle
from onething.resolve.brackets import check_brackets
from onething.resolve.bundle import resolve_bundle
from onething.resolve.catalogue import BLOCK_KINDS
from onething.resolve.reader import Reader
from onething.resolve.shapes import check_shapes
from onething.resolve.singles import check_singles
from onething.resolve.together import together
from onething.syntax.tree import Tree


def resolve_file(tree: Tree, reader: Reader, default_place: str = "") -> Bundle | None:
    """The bundle of one file; None for a file of catalogue blocks. The order of blocks changes no meaning.

    ``default_place``: the place of a bundle that names none; '' = the state.
    """
    blocks = [b for b in tree.blocks if b.word and b.word.name not in BLOCK_KINDS]
    heads = [b for b in blocks if b.word.name == "一件事"]
    if not heads:
        if blocks:
            fix = Fix("在文件开头写“一件事 名称：”", "begin the file with “一件事 name：”")
            reader.report("OT1207", blocks[0].key_span, word=blocks[0].word.name, fix=fix)
        return None
    for extra in heads[1:]:
        notes = [Note(heads[0].key_span, "第一件写在这里", "the first is here")]
        fix = Fix("把它和它的事项、情形移到另一个文件", "move it and its blocks to another file")
        reader.report("OT1208", extra.key_span, notes=notes, fix=fix)
    check_brackets(blocks, reader)
    check_singles(blocks, reader)
    check_shapes(blocks, reader)
    bundle = resolve_bundle(heads[0], blocks, reader, default_place)
    reader.findings = together(reader.findings)
    return bundle
