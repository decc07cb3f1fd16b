"""The workflow of a bundle: BPMN 2.0 for SpiffWorkflow, the labels of its ids, and its picture."""

from __future__ import annotations

from onething.emit.artefact import Artefact, CannotExpress, Emission
from onething.emit.workflow import layout
from onething.emit.workflow.bpmn import document
from onething.emit.workflow.expressions import Printer
from onething.emit.workflow.graph import Graph, cut, union
from onething.emit.workflow.labels import labels
from onething.emit.workflow.main_process import main_plane
from onething.emit.workflow.matter_process import Context
from onething.emit.workflow.names import Names
from onething.emit.workflow.refusal import Refusals
from onething.emit.workflow.reminder_process import reminder_plane
from onething.emit.workflow.svg import picture
from onething.plan.ir import BundleIR

TARGET = "workflow"
BPMN, LABELS, PICTURE = "workflow.spiff.bpmn", "labels.json", "workflow.svg"


def emit(ir: BundleIR) -> Emission:
    """``workflow.spiff.bpmn``, ``labels.json`` and ``workflow.svg``.

    Matters whose order in one situation is the opposite of that in another cannot stand in one process: then
    nothing is written, and the line of one of their edges is named."""
    names = Names(ir)
    graph = union(ir, names.matters)
    if graph.cycle:
        return Emission((), (_opposite(ir, graph),))
    printer = Printer(ir, names)
    context = Context(printer, Refusals(ir), {m.name: m.blocked for m in ir.matters}, frozenset(cut(ir)))
    main = main_plane(ir, printer, context, graph)
    reminders = reminder_plane(ir, printer)
    planes = [main, reminders] if reminders else [main]
    drawing = layout.draw(main, reminders, graph)
    places = tuple((f"#{n.id}", n.place) for p in planes for n in layout.nodes_of(p) if n.place)
    return Emission(
        (
            Artefact(BPMN, document(planes, drawing), places),
            Artefact(LABELS, labels(ir, printer, planes)),
            Artefact(PICTURE, picture(main, reminders, drawing)),
        ),
        tuple(_clocks(ir)),
    )


def _opposite(ir: BundleIR, graph: Graph) -> CannotExpress:
    cycle = graph.cycle
    edge = next(e for e in ir.edges if e.before in cycle and e.after in cycle)
    what = f"不同情形下先后相反，一张流程图不能表达：{'→'.join([*cycle, cycle[0]])}"
    return CannotExpress(TARGET, what, edge.places[0])


def _clocks(ir: BundleIR) -> list[CannotExpress]:
    """A limit that counts from the end of a matter for which, in the same situations, the order does not wait."""
    ordered = [(e.before, e.after, e.when) for e in ir.edges if e.kind != "起算" and e.holds == "受理"]
    return [
        CannotExpress(TARGET, f"{e.after}的时限自{e.before}办结起算：定时器自开始办理起计，由平台重设时限变量", e.places[0])
        for e in ir.edges
        if e.kind == "起算" and (e.before, e.after, e.when) not in ordered
    ]
