"""BPMN 2.0 XML of the planes: a tree, serialised. Texts of the specification are names and documentation only."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable

from onething.emit.workflow.geometry import Drawing
from onething.emit.workflow.plane import Flow, Node, Plane
from onething.emit.workflow.serialise import serialise

NAMESPACES = {
    "xmlns:bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "xmlns:bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "xmlns:dc": "http://www.omg.org/spec/DD/20100524/DC",
    "xmlns:di": "http://www.omg.org/spec/DD/20100524/DI",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "targetNamespace": "urn:onething:workflow",
}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Sub = ET.SubElement


def shown(text: str) -> str:
    """Characters that XML cannot hold, made visible."""
    return _NOT_XML.sub(lambda hit: f"\\u{ord(hit[0]):04x}", text)


def document(planes: list[Plane], drawing: Drawing) -> str:
    """The file: a collaboration with one pool per plane, the processes, and one diagram per plane."""
    root = ET.Element("bpmn:definitions", {"id": "definitions", **NAMESPACES})
    for matter in dict.fromkeys(n.value for p in _all(planes) for n in p.nodes if n.event == "error"):
        # an error of its own for each matter: some engines offer an error to every boundary that waits for its code
        Sub(root, "bpmn:error", {"id": f"refusal_{matter}", "name": f"refused_{matter}", "errorCode": f"refused_{matter}"})
    together = Sub(root, "bpmn:collaboration", {"id": "collaboration"})
    for plane in planes:
        Sub(together, "bpmn:participant", {"id": f"pool_{plane.id}", "name": shown(plane.name), "processRef": plane.id})
    for plane in planes:
        process = Sub(root, "bpmn:process", {"id": plane.id, "name": shown(plane.name), "isExecutable": "true"})
        _documentation(process, plane.doc)
        if plane.lanes:
            lanes = Sub(process, "bpmn:laneSet", {"id": f"lanes_{plane.id}"})
            for lane in plane.lanes:
                element = Sub(lanes, "bpmn:lane", {"id": lane.id, "name": shown(lane.name)})
                for node in plane.nodes:
                    if node.lane == lane.id:
                        Sub(element, "bpmn:flowNodeRef").text = node.id
        _contents(process, plane)
    _diagram(root, "collaboration", planes, drawing)
    for plane in _all(planes):
        if plane not in planes:
            _diagram(root, plane.id, [plane], drawing)
    return serialise(root)


def _all(planes: Iterable[Plane]) -> Iterable[Plane]:
    for plane in planes:
        yield plane
        yield from _all(n.inner for n in plane.nodes if n.inner)


def _documentation(parent: ET.Element, text: str) -> None:
    if text:
        Sub(parent, "bpmn:documentation").text = shown(text)


def _contents(parent: ET.Element, plane: Plane) -> None:
    incoming: dict[str, list[Flow]] = {}
    outgoing: dict[str, list[Flow]] = {}
    for flow in plane.flows:
        outgoing.setdefault(flow.source, []).append(flow)
        incoming.setdefault(flow.target, []).append(flow)
    for node in plane.nodes:
        _node(parent, node, incoming.get(node.id, []), outgoing.get(node.id, []))
    for flow in plane.flows:
        attributes = {"id": flow.id, "sourceRef": flow.source, "targetRef": flow.target}
        if flow.name:
            attributes["name"] = flow.name
        element = Sub(parent, "bpmn:sequenceFlow", attributes)
        if flow.when:
            Sub(element, "bpmn:conditionExpression", {"xsi:type": "bpmn:tFormalExpression"}).text = flow.when


def _node(parent: ET.Element, node: Node, incoming: list[Flow], outgoing: list[Flow]) -> None:
    attributes = {"id": node.id}
    if node.name:
        attributes["name"] = shown(node.name)
    if node.default:
        attributes["default"] = node.default
    if node.host:
        attributes["attachedToRef"] = node.host
        attributes["cancelActivity"] = "true" if node.interrupting else "false"
    element = Sub(parent, f"bpmn:{node.kind}", attributes)
    _documentation(element, node.doc)
    for flow in incoming:
        Sub(element, "bpmn:incoming").text = flow.id
    for flow in outgoing:
        Sub(element, "bpmn:outgoing").text = flow.id
    if node.owner:
        Sub(element, "bpmn:potentialOwner", {"id": f"owner_{node.id}", "name": shown(node.owner)})
    if node.event:
        _event(element, node)
    if node.inner:
        _contents(element, node.inner)


def _event(element: ET.Element, node: Node) -> None:
    if node.event in ("duration", "date"):
        timer = Sub(element, "bpmn:timerEventDefinition", {"id": f"timer_{node.id}"})
        tag = "bpmn:timeDuration" if node.event == "duration" else "bpmn:timeDate"
        Sub(timer, tag, {"xsi:type": "bpmn:tFormalExpression"}).text = node.value
    elif node.event == "error":
        Sub(element, "bpmn:errorEventDefinition", {"id": f"error_{node.id}", "errorRef": f"refusal_{node.value}"})
    else:
        Sub(element, f"bpmn:{node.event}EventDefinition", {"id": f"{node.event}_{node.id}"})


def _diagram(root: ET.Element, of: str, planes: list[Plane], drawing: Drawing) -> None:
    diagram = Sub(root, "bpmndi:BPMNDiagram", {"id": f"diagram_{of}"})
    surface = Sub(diagram, "bpmndi:BPMNPlane", {"id": f"plane_{of}", "bpmnElement": of})
    for plane in planes:
        frames = [f"pool_{plane.id}", *(lane.id for lane in plane.lanes)] if of == "collaboration" else []
        for id_ in frames:
            _shape(surface, id_, drawing, {"isHorizontal": "true"})
        for node in plane.nodes:
            more = {"isExpanded": "false"} if node.inner else {}
            if node.kind == "exclusiveGateway":
                more = {"isMarkerVisible": "true"}
            _shape(surface, node.id, drawing, more)
        for flow in plane.flows:
            edge = Sub(surface, "bpmndi:BPMNEdge", {"id": f"edge_{flow.id}", "bpmnElement": flow.id})
            for x, y in drawing.ways[flow.id]:
                Sub(edge, "di:waypoint", {"x": f"{x:g}", "y": f"{y:g}"})
            if flow.id in drawing.labels:
                _label(edge, drawing.labels[flow.id])


def _shape(surface: ET.Element, id_: str, drawing: Drawing, more: dict[str, str]) -> None:
    shape = Sub(surface, "bpmndi:BPMNShape", {"id": f"shape_{id_}", "bpmnElement": id_, **more})
    _bounds(shape, drawing.boxes[id_])
    if id_ in drawing.labels:
        _label(shape, drawing.labels[id_])


def _label(parent: ET.Element, box: tuple[float, float, float, float]) -> None:
    _bounds(Sub(parent, "bpmndi:BPMNLabel"), box)


def _bounds(parent: ET.Element, box: tuple[float, float, float, float]) -> None:
    x, y, w, h = box
    Sub(parent, "dc:Bounds", {"x": f"{x:g}", "y": f"{y:g}", "width": f"{w:g}", "height": f"{h:g}"})
