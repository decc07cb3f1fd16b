"""The picture of the workflow, from the same layout as the diagram interchange."""

from __future__ import annotations

from html import escape

from onething.emit.workflow.bpmn import shown
from onething.emit.workflow.geometry import (
    FONT,
    LINE,
    PER_LINE,
    Box,
    Drawing,
    balanced,
    em,
    wrap,
)
from onething.emit.workflow.layout import LANE_HEADER, POOL_HEADER
from onething.emit.workflow.plane import Node, Plane

FONTS = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','WenQuanYi Micro Hei',sans-serif"
STYLE = (
    "text{font:%dpx %s;fill:#1f2933}.small{font-size:10.5px;fill:#5b6b7b}.pool{fill:#fff;stroke:#52606d}"
    ".lane{stroke:#9aa5b1;fill:#fff}.odd{fill:#f7f9fb}.head{fill:#e8eef4;stroke:#9aa5b1}"
    ".box{fill:#fff;stroke:#1d5fa8;stroke-width:1.5}.matter{fill:#eaf3fc}.event{fill:#fff;stroke:#2f7d4f;stroke-width:1.5}"
    ".last{stroke-width:3.5;stroke:#52606d}.good{stroke:#2f7d4f}.gate{fill:#fffbea;stroke:#a67c00;stroke-width:1.5}"
    ".flow{fill:none;stroke:#3e4c59;stroke-width:1.2}.tip{fill:#3e4c59}"
    ".mark{stroke:#a67c00;stroke-width:2.5;fill:none}"
    ".label{fill:#3e4c59;font-size:11px;paint-order:stroke;stroke:#fff;stroke-width:3px}.strong{font-weight:600}"
) % (FONT, FONTS)


def picture(main: Plane, reminders: Plane | None, drawing: Drawing) -> str:
    """The SVG file's text."""
    w, h = drawing.width, drawing.height
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w:g} {h:g}" width="{w:g}" height="{h:g}" '
        f'role="img" aria-label="{_safe(main.name)}办理流程">',
        f"<style>{STYLE}</style>",
        '<rect width="100%" height="100%" fill="#fff"/>',
    ]
    for plane in (main, reminders):
        if plane:
            _pool(out, plane, drawing)
            out.append(_flows(plane, drawing))
            for node in plane.nodes:
                _node(out, node, drawing)
            for flow in plane.flows:
                if flow.id in drawing.labels:
                    _lines(out, wrap(flow.name, 9), drawing.labels[flow.id], "label")
    out.append("</svg>\n")
    return "\n".join(out)


def _flows(plane: Plane, drawing: Drawing) -> str:
    """All flows as one line, so that shared pieces are no darker, and their tips."""
    lines, tips = [], []
    for flow in plane.flows:
        way = drawing.ways[flow.id]
        lines.append("M" + "L".join(f"{x:g} {y:g}" for x, y in way))
        (x1, y1), (x, y) = way[-2:]
        dx, dy = (x > x1) - (x < x1), (y > y1) - (y < y1)
        tips.append(f"M{x:g} {y:g}l{-9 * dx - 4 * dy} {-9 * dy - 4 * dx}l{8 * dy} {8 * dx}z")
    return f'<path class="flow" d="{"".join(lines)}"/><path class="tip" d="{"".join(tips)}"/>'


def _safe(text: str) -> str:
    return escape(shown(text))


def _lines(out: list[str], lines: list[str], box: Box, kind: str = "", small: str = "") -> None:
    """Lines of text centred in a box."""
    x, y, w, h = box
    y += (h - LINE * (len(lines) + bool(small))) / 2 + LINE * 0.76
    attribute = f' class="{kind}"' if kind else ""
    for line in lines:
        out.append(f'<text x="{x + w / 2:g}" y="{y:g}" text-anchor="middle"{attribute}>{_safe(line)}</text>')
        y += LINE
    if small:
        line = _cut(small, PER_LINE * FONT / 10.5)
        out.append(f'<text x="{x + w / 2:g}" y="{y:g}" text-anchor="middle" class="small">{_safe(line)}</text>')


def _cut(text: str, width: float) -> str:
    """A small line never leaves its box; the whole text is in the notes of the element."""
    return text if em(text) <= width else wrap(text, width - 1)[0] + "…"


def _pool(out: list[str], plane: Plane, drawing: Drawing) -> None:
    x, y, w, h = drawing.boxes[f"pool_{plane.id}"]
    out.append(f'<rect class="pool" x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}"/>')
    out.append(f'<rect class="head" x="{x:g}" y="{y:g}" width="{POOL_HEADER:g}" height="{h:g}"/>')
    _column(out, plane.name, (x, y, POOL_HEADER, h))
    for i, lane in enumerate(plane.lanes):
        x, y, w, h = drawing.boxes[lane.id]
        out.append(f'<rect class="lane{" odd" if i % 2 else ""}" x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}"/>')
        out.append(f'<rect class="head" x="{x:g}" y="{y:g}" width="{LANE_HEADER:g}" height="{h:g}"/>')
        _lines(out, balanced(lane.name, 6.6), (x, y, LANE_HEADER, h), "strong")


def _column(out: list[str], text: str, box: Box) -> None:
    """A name written downwards, in two columns where one is too short."""
    x, y, w, h = box
    fits = max(1, int(h // 15))
    parts = [text[i : i + fits] for i in range(0, min(len(text), 2 * fits), fits)]
    for n, part in enumerate(parts):
        cx = x + w / 2 + (len(parts) - 1) * 7 - n * 14
        top = y + h / 2 - len(part) * 7.5 + 11
        for i, c in enumerate(part):
            out.append(f'<text x="{cx:g}" y="{top + 15 * i:g}" text-anchor="middle" class="strong">{_safe(c)}</text>')


def _node(out: list[str], node: Node, drawing: Drawing) -> None:
    x, y, w, h = box = drawing.boxes[node.id]
    cx, cy = x + w / 2, y + h / 2
    title = f"<title>{_safe(node.doc)}</title>" if node.doc else ""
    if node.kind.endswith("Gateway"):
        out.append(f'<path class="gate" d="M{cx:g} {y:g}L{x + w:g} {cy:g}L{cx:g} {y + h:g}L{x:g} {cy:g}z">{title}</path>')
        d = f"M{cx - 9:g} {cy:g}h18M{cx:g} {cy - 9:g}v18"
        if node.kind == "exclusiveGateway":
            d = f"M{cx - 6:g} {cy - 6:g}l12 12M{cx + 6:g} {cy - 6:g}l-12 12"
        out.append(f'<path class="mark" d="{d}"/>')
    elif node.kind.endswith("Event"):
        kind = "event" if node.kind != "endEvent" else "event last" + (" good" if node.name in ("办结", "已提醒") else "")
        out.append(f'<circle class="{kind}" cx="{cx:g}" cy="{cy:g}" r="{w / 2 - 1:g}">{title}</circle>')
        if node.event in ("date", "duration"):
            out.append(f'<circle class="event" cx="{cx:g}" cy="{cy:g}" r="{w / 2 - 5:g}"/>')
            out.append(f'<path class="flow" d="M{cx:g} {cy - 8:g}v8l6 3"/>')
        elif node.event == "terminate":
            out.append(f'<circle cx="{cx:g}" cy="{cy:g}" r="9" fill="#52606d"/>')
        elif node.event == "error":
            out.append(f'<path class="flow" d="M{cx - 8:g} {cy + 7:g}l5 -13l5 8l6 -9"/>')
    else:
        kind = "box matter" if node.inner else "box"
        out.append(f'<rect class="{kind}" x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" rx="8">{title}</rect>')
        _lines(out, balanced(node.name, PER_LINE), box, small=node.small)
    if node.id in drawing.labels:
        _lines(out, balanced(node.name, 5 if node.kind == "boundaryEvent" else 7 if "Event" in node.kind and node.event != "terminate" else 20),
               drawing.labels[node.id], "label")
