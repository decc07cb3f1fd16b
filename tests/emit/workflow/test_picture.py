"""workflow.svg and the diagram: no flow crosses a box, names stay inside, nothing overlaps."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from fixture_ir import bundle
from workflow.graphs import random_bundle
from lxml import etree

from onething.emit.workflow import emit
from onething.emit.workflow.geometry import FONT, LINE, PER_LINE, TASK_WIDTH, em, wrap

BUNDLES = [bundle(), *(random_bundle(random.Random(seed)) for seed in range(25))]
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
BOUNDS = "{http://www.omg.org/spec/DD/20100524/DC}Bounds"


def _planes(ir):
    tree = etree.fromstring(emit(ir).artefacts[0].text.encode())
    for plane in tree.iter(f"{DI}BPMNPlane"):
        boxes = {}
        for shape in plane.findall(f"{DI}BPMNShape"):
            b = shape.find(BOUNDS)
            boxes[shape.get("bpmnElement")] = tuple(float(b.get(k)) for k in ("x", "y", "width", "height"))
        ways = {e.get("bpmnElement"): [(float(p.get("x")), float(p.get("y"))) for p in e if p.tag.endswith("waypoint")]
                for e in plane.findall(f"{DI}BPMNEdge")}
        yield boxes, ways


def _solid(boxes):
    return {i: b for i, b in boxes.items() if not i.startswith(("pool_", "lane_", "limit_", "caught_"))}


@pytest.mark.parametrize("ir", BUNDLES, ids=lambda ir: ir.name)
def test_no_flow_crosses_a_box(ir):
    for boxes, ways in _planes(ir):
        for name, way in ways.items():
            for (x1, y1), (x2, y2) in zip(way, way[1:], strict=False):
                assert x1 == x2 or y1 == y2, name
                for owner, (x, y, w, h) in _solid(boxes).items():
                    inside = (min(x1, x2) < x + w - 1 and max(x1, x2) > x + 1 and min(y1, y2) < y + h - 1
                              and max(y1, y2) > y + 1)
                    assert not inside, (name, owner)


@pytest.mark.parametrize("ir", BUNDLES, ids=lambda ir: ir.name)
def test_no_two_boxes_overlap(ir):
    for boxes, _ in _planes(ir):
        for (a, (x, y, w, h)), (b, (X, Y, W, H)) in combinations(_solid(boxes).items(), 2):
            assert x + w <= X or X + W <= x or y + h <= Y or Y + H <= y, (a, b)


@pytest.mark.parametrize("ir", BUNDLES, ids=lambda ir: ir.name)
def test_lines_of_different_flows_run_together_only_where_they_share_an_end(ir):
    for _, ways in _planes(ir):
        ends = {name: set(name.removeprefix("flow_").split("__")) for name in ways}
        lines = [(n, *sorted(p)) for n, way in ways.items() for p in zip(way, way[1:], strict=False)]
        for (a, (x1, y1), (x2, y2)), (b, (X1, Y1), (X2, Y2)) in combinations(lines, 2):
            if a == b or ends[a] & ends[b]:
                continue
            along = (x1 == x2 == X1 == X2 and min(y2, Y2) - max(y1, Y1) > 0.5) or (
                y1 == y2 == Y1 == Y2 and min(x2, X2) - max(x1, X1) > 0.5)
            assert not along, (a, b)


def test_names_fit_their_boxes():
    name = "城乡居民基本医疗保险参保登记（含新生儿落地参保与缴费）以及生育保险待遇核准支付"
    ir = bundle()
    ir = ir.model_copy(update={"matters": [ir.matters[0].model_copy(update={"name": name, "taken": True})], "edges": [],
                               "taking_order": [name], "gates": []})
    height = next(b[3] for boxes, _ in _planes(ir) for i, b in boxes.items() if i.startswith("matter_"))
    lines = wrap(name, PER_LINE)
    assert max(em(line) for line in lines) * FONT < TASK_WIDTH and len(lines) * LINE < height


def test_the_picture_is_well_formed_and_shows_every_matter():
    ir = bundle()
    svg = next(a.text for a in emit(ir).artefacts if a.path == "workflow.svg")
    words = "".join(t.text or "" for t in etree.fromstring(svg.encode()).iter("{*}text"))
    for matter in ir.matters:
        assert matter.name in words
