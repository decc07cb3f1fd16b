"""The text notation: lines → tree. After a mistake it goes on at the next line of the same block."""

from __future__ import annotations

from dataclasses import dataclass, field

from onething.diagnostics import Fix, finding
from onething.source import Source, Span
from onething.syntax.changed import below_cancelled
from onething.syntax.characters import BLANKS
from onething.syntax.grammars import Kind
from onething.syntax.keywords import entry_words
from onething.syntax.line_kinds import KEY, READ, LineKinds
from onething.syntax.line_slips import line_marks, mark_finding, merged, without_conflicts
from onething.syntax.lines import Line, indent_width, lines
from onething.syntax.refused import character_findings, without_followers
from onething.syntax.settle import settle
from onething.syntax.structure import attach
from onething.syntax.tree import Comment, Node, Tree
from onething.syntax.unknown import without_value
from onething.vocabulary import Block, Word

_INDENT, _DEDENT = Kind("INDENT", None), Kind("DEDENT", None)


def parse_text(source: Source) -> Tree:
    """The tree of a file in the text notation, with every mistake in it."""
    return _Reader(source).tree()


@dataclass(slots=True)
class _Level:
    """An open level of indentation. ``holds`` says what its lines are; ``also`` accepts mistaken indentations.
    Below what is cancelled nothing stands."""

    indent: str
    holds: str  # file · block · list · texts · parts · case · cancelled
    owner: Block | Word | None
    node: Node | None
    also: dict[str, list] = field(default_factory=dict)  # each with the edits that align its lines


class _Reader(LineKinds):
    """Reads one file. ``opener`` is the last line, when something may be indented under it."""

    def __init__(self, source: Source):
        self.source = source
        self.text = source.text
        self.refused = character_findings(source)
        self.findings: list = []
        if "<<<<<<<" in self.text or ">>>>>>>" in self.text:
            self.text, self.findings = without_conflicts(source)
        self.marks = line_marks(self.text)
        self.kinds: list[Kind] = []
        self.levels = [_Level("", "file", None, None)]
        self.opener: _Level | None = None
        self.opening: Kind | None = None  # the opener's line, not yet handed on
        self.inline: Node | None = None  # the last line, when it was an entry with its value on it
        self.skip: str | None = None  # lines indented deeper belong to a line that was not understood
        self.remarks: list[tuple[Comment, str]] = []
        self.unsure = False  # the block is a guess: that a word is not declared in it says nothing
        self.astray: list = []  # an entry at the margin, and the edits that indent it with all lines behind it
        self.crooked: list = []  # (code, place, edits) of indentations that fit no level

    def tree(self) -> Tree:
        first = True
        for line in lines(self.text):
            if line.start == line.end:
                self.remarks.append((line.comment, line.indent))
                continue
            if first:
                self.levels[0].indent, first = line.indent, False
            self.place(line)
        self.close_opener()
        self.close_to(0, "")
        self.close_astray()
        for code, span, edits in self.crooked:
            self.findings.append(finding(code, span, fix=Fix("和上面的行对齐", "align it with the lines above", tuple(edits), safe=code == "OT1004")))
        blocks = attach(self.kinds)
        for block in blocks:
            settle(block, self.findings)
        if self.refused:
            self.findings = without_followers(self.findings, self.refused)
        self.findings = merged(sorted(self.findings, key=lambda each: each.order()))
        return Tree(self.source, "text", blocks, [remark for remark, _ in self.remarks], self.findings)

    # ---- where a line belongs

    def place(self, line: Line) -> None:
        indent, top = line.indent, self.levels[-1]
        if self.skip is not None:
            if indent.startswith(self.skip) and len(indent) > len(self.skip):
                self.remarks.clear()
                if self.astray:
                    self.astray.append((Span(self.source, line.start - len(indent), line.start - len(indent)), "    "))
                return
            self.skip = None
        if self.opener and indent.startswith(top.indent) and len(indent) > len(top.indent) and indent not in top.also:
            if self.opener.holds == "cancelled":
                return self.give_up_below(line, top.indent)
            self.opener.indent = indent
            self.levels.append(self.opener)
            self.kinds += (self.opening, _INDENT)
            self.opener = self.opening = None
        else:
            self.close_opener()
            if indent != top.indent and not self.find_level(line):
                return
        if line.start in self.marks and self.levels[-1].holds != "texts":
            self.findings.append(mark_finding(self.source, line.start, self.marks[line.start]))
            line = line._replace(start=self.marks[line.start])
        self.inline = None
        before = len(self.findings)
        READ[self.levels[-1].holds](self, line)
        if self.unsure and len(self.levels) > 1:
            self.findings[before:] = [each for each in self.findings[before:] if each.code not in ("OT1101", "OT1103", "OT1105", "OT1023")]

    def find_level(self, line: Line) -> bool:
        """Closes levels until one fits the line; False when the line is to be skipped."""
        indent, top = line.indent, self.levels[-1]
        span = Span(self.source, line.start - len(indent), line.start)
        if indent in top.also:
            top.also[indent].append((span, top.indent))
            return True
        if indent.startswith(top.indent):  # deeper, but nothing may stand here
            if self.inline is not None and not self.is_entry(line):
                entry = self.inline.word.name if self.inline.word else self.inline.key_span.text
                place = Span(self.source, line.start, line.end)
                value = self.inline.value
                at = value.at if value is not None and self.inline.shape == "entry" else 0
                edits = ((Span(self.source, self.behind_colon(at), at), f"\n{indent}"),) if at else ()
                fix = Fix("行内的值也移到下面，一行一个", "move the value on the line below too", edits)
                self.findings.append(finding("OT1005", place, entry=entry, fix=fix))
                self.skip = top.indent
                return False
            return self.align("OT1004", span, top)
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            if indent == level.indent or indent in level.also:
                self.close_to(depth, indent)
                if indent in level.also:
                    level.also[indent].append((span, level.indent))
                return True
        width = indent_width(indent)
        below_root = range(len(self.levels) - 1, 0, -1)
        depth = min(below_root, key=lambda d: abs(indent_width(self.levels[d].indent) - width), default=0)
        self.close_to(depth, indent)
        return self.align("OT1003", span, self.levels[-1])

    def align(self, code: str, span: Span, level: _Level) -> bool:
        """Takes the indentation of ``level`` to be meant, here and wherever it comes again."""
        edits = level.also[span.text] = [(span, level.indent)]
        self.crooked.append((code, span, edits))
        return True

    def behind_colon(self, at: int) -> int:
        while self.text[at - 1] in BLANKS:
            at -= 1
        return at

    def is_entry(self, line: Line) -> bool:
        owner = self.levels[-1].owner
        key = KEY.match(self.text, line.start, line.end)
        return bool(owner and key and key.group(1) in entry_words(owner))

    def close_to(self, depth: int, indent: str) -> None:
        """Closes all levels above ``depth``. Remarks indented with a closed level stay in it."""
        while len(self.levels) - 1 > depth:
            level = self.levels.pop()
            deep = 0
            while deep < len(self.remarks) and self.remarks[deep][1].startswith(level.indent):
                deep += 1
            level.node.closing += [remark for remark, _ in self.remarks[:deep]]
            del self.remarks[:deep]
            self.kinds.append(_DEDENT)

    def close_opener(self) -> None:
        """Nothing was indented under the last line: fine under a block, a missing value elsewhere."""
        if self.opener:
            node = self.opening.what
            if self.opener.holds in ("block", "cancelled"):
                self.kinds.append(self.opening)
            elif not node.guessed:  # a line cut off behind its key: that is said already
                name = node.word.name if node.word else node.key_span.text
                self.findings.append(finding("OT1006", node.key_span, entry=name, fix=without_value(self.source, node.word, node.key[1])))
            self.opener = self.opening = None

    # ---- making nodes

    def node(self, shape: str, line: Line, word=None, key: tuple[int, int] | None = None) -> Node:
        made = Node(
            shape, self.source, line.start, line.end, word, key or (line.start, line.end),
            comments=[remark for remark, _ in self.remarks], blank=line.blank, trailing=line.comment,
        )  # fmt: skip
        self.remarks.clear()
        return made

    def give_up(self, line: Line, wrong) -> None:
        """The line is not understood; neither is what stands under it."""
        self.findings.append(wrong)
        self.skip = line.indent
        self.remarks.clear()

    def give_up_below(self, line: Line, indent: str) -> None:
        """What stands below a 取消, all of it, is one mistake."""
        self.findings.append(below_cancelled(self.opener.node, Span(self.source, line.start, line.end)))
        self.close_opener()
        self.skip = indent
        self.remarks.clear()

    def opens(self, kind: str, node: Node, holds: str, owner) -> None:
        self.opening, self.opener = Kind(kind, node), _Level("", holds, owner, node)
