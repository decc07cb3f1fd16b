"""Sizes of shapes and where they are: what the diagram interchange and the picture share."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from onething.emit.workflow.plane import Node

Box = tuple[float, float, float, float]  # left, top, width, height
Point = tuple[float, float]

FONT, LINE = 12, 16
TASK_WIDTH, PER_LINE = 136, 9.6
SIZES = {
    "startEvent": (36, 36), "endEvent": (36, 36), "boundaryEvent": (36, 36), "intermediateCatchEvent": (36, 36),
    "exclusiveGateway": (42, 42), "parallelGateway": (42, 42),
}


@dataclass(slots=True)
class Drawing:
    """Boxes of shapes, ways of flows and boxes of labels outside their shape, by id."""

    boxes: dict[str, Box] = field(default_factory=dict)
    ways: dict[str, list[Point]] = field(default_factory=dict)
    labels: dict[str, Box] = field(default_factory=dict)
    width: float = 0
    height: float = 0


@lru_cache(4096)
def em(text: str) -> float:
    """Width in full-width characters."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.58 for c in text)


def wrap(text: str, width: float) -> list[str]:
    """Lines no wider than ``width`` full-width characters; marks that may not begin a line stay on the one before."""
    lines, line, size = [], "", 0.0
    for c in " ".join(text.split()):
        w = em(c)
        if size + w > width and line and c not in "，。、；：）》”’！？":
            kept = line.rstrip("（“‘《〔【")  # an opening mark goes to the next line
            lines.append(kept or line)
            line = line[len(kept) :] if kept else ""
            size = em(line)
        line, size = line + c, size + w
    return [*lines, line] if line else lines


def balanced(text: str, width: float) -> list[str]:
    """As few lines as ``wrap`` makes, but of about the same length."""
    lines = wrap(text, width)
    if len(lines) > 1:
        narrow = em(text) / len(lines)
        while narrow < width:
            better = wrap(text, narrow)
            if len(better) == len(lines):
                return better
            narrow += 0.5
    return lines


def size(node: Node) -> tuple[float, float]:
    """Width and height; a box grows with its name."""
    if node.kind in SIZES:
        return SIZES[node.kind]
    lines = len(wrap(node.name, PER_LINE))
    # tools draw a mark in a task's upper left corner and one at the lower edge of a sub-process
    text, names = LINE * (lines + bool(node.small)), LINE * lines
    return TASK_WIDTH, max(text + 32, names + 40) if node.inner else max(text + 24, names + 48)


def label_beside(box: Box, text: str) -> Box:
    """A label of one line right of its shape."""
    return (box[0] + box[2] + 4, box[1] + (box[3] - LINE) / 2, em(text) * FONT + 2, LINE)


def label_under(box: Box, text: str, width: float = 7) -> Box:
    """A label centred under its shape."""
    lines = balanced(text, width)
    w = max(em(line) for line in lines) * FONT + 4
    return (box[0] + box[2] / 2 - w / 2, box[1] + box[3] + 3, w, LINE * len(lines))
