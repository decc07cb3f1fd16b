"""Short ways to parse in tests, and trees as plain data without places."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path

from onething.source import Source
from onething.syntax import format_text, format_yaml, parse
from onething.syntax.tree import Comment, Node, Tree, Value

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.onething"))


def text(content: str) -> Tree:
    return parse(Source("甲.onething", content))


def yaml(content: str) -> Tree:
    return parse(Source("甲.yaml", content))


def codes(tree: Tree) -> list[str]:
    return [each.code for each in tree.findings]


def matter(*lines: str) -> Tree:
    """A matter with these entries."""
    return text("事项 甲：\n" + "".join(f"    {line}\n" for line in lines))


def value(line: str):
    """The phrase of one entry of a matter."""
    tree = matter(line)
    assert not tree.findings, [each.message() for each in tree.findings]
    return tree.blocks[0].children[0].value.phrase


def wrong(*lines: str):
    """The one finding of a matter with these entries."""
    (found,) = matter(*lines).findings
    return found


def repaired(content: str, found) -> str:
    """``content`` with the edits of a finding made."""
    for span, new in sorted(found.fix.edits, key=lambda edit: edit[0][1:], reverse=True):
        content = content[: span.start] + new + content[span.end :]
    return content


def plain(part):
    """A tree without places: what must stay the same when a file is formatted or converted."""
    if isinstance(part, Tree):
        return [plain(block) for block in part.blocks], [comment.text for comment in part.comments]
    if isinstance(part, Value):
        return plain(part.phrase)
    if isinstance(part, Comment):
        return part.text
    if isinstance(part, Node):
        parts = {key: plain(part.parts[key]) for key in sorted(part.parts)}
        word = part.word.name if part.word else ""
        return (part.shape, word, plain(part.name), parts, plain(part.value), plain(part.children),
                plain(part.comments), plain(part.trailing), plain(part.closing))  # fmt: skip
    if isinstance(part, (list, tuple)):
        return [plain(each) for each in part]
    if is_dataclass(part):
        return type(part).__name__, [plain(getattr(part, each.name)) for each in fields(part) if each.name not in ("start", "end")]
    return part


def again(tree: Tree) -> Tree:
    """The formatted file, parsed."""
    return text(format_text(tree))


def through_yaml(tree: Tree) -> str:
    """Formatted after a journey through the other notation."""
    there = yaml(format_yaml(tree))
    assert not there.findings, [each.message() for each in there.findings]
    return format_text(there)
