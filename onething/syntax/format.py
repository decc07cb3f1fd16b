"""The formatter: tree → text notation. Four blanks, full-width signs, remarks and order kept."""

from __future__ import annotations

from onething.diagnostics import Severity
from onething.syntax.characters import quoted
from onething.syntax.lines import lines
from onething.syntax.tree import Comment, Node, Prose, Tree, Value
from onething.syntax.values import prose
from onething.syntax.write_phrase import item_text, kinds_text, name_text, phrase_text
from onething.vocabulary import Block
from onething.vocabulary.change import CANCEL, REASON

_INDENT = "    "


def format_text(tree: Tree) -> str | None:
    """The whole file in its one form. None when the tree has an error: what was not understood would be lost."""
    if understood(tree) is False:
        return None
    out: list[str] = []
    for block in tree.blocks:
        _block(block, 0, out)
    for comment in tree.comments:
        _comment(comment, 0, out)
    while out and not out[0]:
        out.pop(0)
    return "\n".join(out) + "\n" if out else ""


def understood(tree: Tree) -> bool:
    """Whether all of a file is in its tree."""
    return not any(each.severity is Severity.ERROR for each in tree.findings)


def written_in_lines(value: Value) -> bool:
    """The author put each thing on a line of its own."""
    return "\n" in value.source.text[value.at : value.end] or "\r" in value.source.text[value.at : value.end]


def remark(text: str) -> str:
    """A remark with its sign."""
    return "#" + text if text.startswith(("#", "!")) or not text else "# " + text


def head_name(block: Node) -> str:
    """The name in a block's head; '' when it has none."""
    return name_text(block.name.phrase.items[0].head) if block.name else ""


def _comment(comment: Comment, depth: int, out: list[str]) -> None:
    if comment.blank:
        out.append("")
    out.append(_INDENT * depth + remark(comment.text))


def _line(node: Node, depth: int, text: str, out: list[str]) -> None:
    for comment in node.comments:
        _comment(comment, depth, out)
    if node.blank:
        out.append("")
    out.append(_INDENT * depth + text + (f"  {remark(node.trailing.text)}" if node.trailing else ""))


def _block(node: Node, depth: int, out: list[str]) -> None:
    text, value, below = cancelled(node) if node.change == CANCEL else HEADS[node.word.head](node)
    text = f"{node.change} {text}" if node.change else text
    if value:
        text += f"：{value}"
    elif node.children or below or node.closing:
        text += "："
    _line(node, depth, text, out)
    out += [_INDENT * (depth + 1) + line for line in below]
    _children(node, depth, out)


def _children(node: Node, depth: int, out: list[str]) -> None:
    for child in node.children:
        if isinstance(child.word, Block):
            _block(child, depth + 1, out)
        else:
            _entry(child, depth + 1, out)
    for comment in node.closing:
        _comment(comment, depth + 1, out)


def cancelled(node: Node) -> tuple[str, str, list[str]]:
    """What is cancelled, and the reason in quotes."""
    text = _named(node) if isinstance(node.word, Block) else node.word.name + (f" {phrase_text(node.name.phrase)}" if node.name else "")
    if "当" in node.parts:
        text += f" 当 {_part(node, '当')}"
    return text, quoted(node.parts[REASON.name].phrase.text) if REASON.name in node.parts else "", []


def _entry(node: Node, depth: int, out: list[str]) -> None:
    if node.change == CANCEL:
        text, reason, _ = cancelled(node)
        return _line(node, depth, f"{node.change} {text}：{reason}", out)
    value = value_text(node.value) if node.value is not None else ""
    _line(node, depth, value if node.shape == "item" else f"{key_text(node)}：{value}", out)
    _children(node, depth, out)


def key_text(node: Node) -> str:
    """What stands before the colon of an entry, a case or an answer."""
    if node.shape == "entry":
        return f"{node.change} {node.word.name}" if node.change else node.word.name
    if node.shape == "answer":
        return head_name(node)
    return f"当 {phrase_text(node.parts['当'].phrase)}" if "当" in node.parts else "其余"


def value_text(value: Value) -> str:
    """A value as it stands on a line; free text in quotation marks only if it needs them."""
    if not isinstance(value.phrase, Prose):
        return phrase_text(value.phrase)
    text = value.phrase.text
    back = list(lines(f"备注：{text}"))
    plain = text and prose(text).text == text and not text.endswith("、") and len(back) == 1
    if plain and back[0].comment is None and back[0].end == len(text) + 3 and not text.startswith(("#", "＃", "当 ", "：")):
        return text
    return quoted(text)


# ---- heads: what stands before the colon, behind it, and (options of a question) on lines below


def _named(node: Node) -> str:
    name = head_name(node)
    return f"{node.word.name} {name}" if name else node.word.name


def _part(node: Node, key: str) -> str:
    return phrase_text(node.parts[key].phrase) if key in node.parts else ""


def _plain(node: Node) -> tuple[str, str, list[str]]:
    return _named(node), "", []


def _role(node: Node) -> tuple[str, str, list[str]]:
    kinds = f"（{kinds_text(node.parts['种类'].phrase)}）" if "种类" in node.parts else ""
    return _named(node) + kinds, _part(node, "任一"), []


def _question(node: Node) -> tuple[str, str, list[str]]:
    text = _named(node)
    if "问" in node.parts:
        text += " " + quoted(node.parts["问"].phrase.text)
    options = node.parts.get("选项")
    if options is not None and written_in_lines(options):
        return text, "", list(map(item_text, options.phrase.items))
    return text, _part(node, "选项"), []


def _gate(node: Node) -> tuple[str, str, list[str]]:
    text = _named(node)
    if "当" in node.parts:
        text += f" 当 {_part(node, '当')}"
    return text, quoted(node.parts["答复"].phrase.text) if "答复" in node.parts else "", []


def _value(node: Node) -> tuple[str, str, list[str]]:
    return _named(node), _part(node, "值"), []


HEADS = {"plain": _plain, "quoted": _plain, "role": _role, "question": _question, "gate": _gate, "value": _value}
