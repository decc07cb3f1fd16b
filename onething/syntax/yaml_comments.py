"""Remarks of a YAML file: found by our own look at the source, given to the nodes they stand at."""

from __future__ import annotations

import re
from bisect import bisect_right

from onething.source import Source
from onething.syntax.tree import Comment, Node
from onething.syntax.yaml_events import YamlNode

_HASH = re.compile(r"(?m)(?:^|(?<=[ \t\u3000]))#([^\r\n]*)")


class Places:
    """Where each node's line begins. ``head`` places belong to a part of a block's head."""

    def __init__(self, source: Source):
        self.source = source
        self.text = source.text
        self.found: list[tuple[int, Node, bool]] = []

    def put(self, node: Node, start: int, head: bool = False) -> None:
        """``node`` (or a part of its head) stands at ``start``."""
        self.found.append((start, node, head))
        if not head:
            self.blank_at(node, start)

    def blank_at(self, node: Node, start: int) -> None:
        """Whether an empty line stands directly before the line of ``start``."""
        node.blank = self._blank_before(start)

    def _line_start(self, at: int) -> int:
        return at - self.source.position(at)[1] + 1

    def _blank_before(self, at: int) -> bool:
        begin = self._line_start(at)
        if begin == 0:
            return False
        end = begin - 1
        if self.text[end] == "\n" and end and self.text[end - 1] == "\r":
            end -= 1
        return not self.text[self._line_start(end) : end].strip()

    def _column(self, at: int) -> int:
        """Column of the first character of the line: a dash counts, as it does for a remark."""
        begin = self._line_start(at)
        line = self.text[begin:at]
        return len(line) - len(line.lstrip(" "))

    def attach_comments(self, root: YamlNode | None) -> list[Comment]:
        """Gives every remark to the node behind it, or on its line, or that it closes; returns those at the end."""
        if "#" not in self.text:
            return []
        scalars = sorted(_scalars(root)) if root else []
        starts = [start for start, _ in scalars]
        # The outermost place that begins on a line comes first; a stable sort keeps a block before its parts.
        places = sorted(self.found, key=lambda place: place[0])
        place_starts = [place[0] for place in places]
        waiting: list[tuple[Comment, int, int]] = []
        for match in _HASH.finditer(self.text):
            at = match.start()
            index = bisect_right(starts, at) - 1
            if index >= 0 and at < scalars[index][1]:
                continue
            own_line = not self.text[self._line_start(at) : at].strip()
            end = match.end() - (len(match.group(1)) - len(match.group(1).rstrip()))
            comment = Comment(match.group(1).strip(), at, end, own_line and self._blank_before(at))
            following = bisect_right(place_starts, at)
            if own_line:
                waiting.append((comment, at - self._line_start(at), following))
            elif following:
                start, node, head = places[following - 1]
                if head or node.trailing:
                    node.comments.append(comment)
                else:
                    node.trailing = comment
            else:
                waiting.append((comment, 0, following))
        rest: list[Comment] = []
        parents = {id(child): node for _, node, _ in places for child in node.children}
        before: dict[int, list[Comment]] = {}
        for comment, column, following in waiting:
            next_column = self._column(places[following][0]) if following < len(places) else 0
            if following and column > next_column and (closed := self._closed(places[following - 1][1], parents, column)):
                closed.closing.append(comment)
            elif following < len(places):
                before.setdefault(following, []).append(comment)
            else:
                rest.append(comment)
        for following, comments in before.items():
            _, node, head = places[following]
            node.comments[:0] = comments if not head else []
            if head:
                node.comments.extend(comments)
        return rest

    def _closed(self, node: Node | None, parents: dict[int, Node], column: int) -> Node | None:
        """From the node before a remark outwards: the first whose children stand at the remark's column or left of it."""
        while node is not None:
            if node.children and self._column(node.children[0].start) <= column and node.children[0].start > node.start:
                return node
            if not node.children and self._column(node.start) < column and node.shape == "block":
                return node
            node = parents.get(id(node))
        return None


def _scalars(root: YamlNode):
    stack = [root]
    while stack:
        node = stack.pop()
        if node.kind == "scalar":
            yield node.start, node.end
        stack.extend(node.children)
