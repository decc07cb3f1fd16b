"""The coverage as one JSON object. More keys may be added; none changes its meaning."""

from __future__ import annotations

from dataclasses import asdict
from typing import Iterable

from onething.diagnostics import Finding
from onething.province.cell import Cell, Depth, Lack
from onething.province.coverage import Coverage
from onething.province.goal import reached
from onething.province.lists import Listed


def as_json(coverage: Coverage, findings: Iterable[Finding] = ()) -> dict:
    """Lists with how far each has come, places, cells, bundles in no list, files that could not be read, goals missed."""
    return {
        "today": coverage.today or None,
        "levels": list(coverage.levels),
        "lists": [_list(coverage, of) for of in coverage.lists],
        "places": [asdict(row) for row in coverage.rows],
        "cells": [_cell(coverage.cell(row, s), of) for of in coverage.lists for s in of.standards for row in coverage.rows],
        "outside": [asdict(extra) for extra in coverage.extras],
        "unread": list(coverage.unread),
        "findings": [{"code": f.code, "message": f.message(), "line": f.span.position[0] if f.span else None} for f in findings],
    }


def _list(coverage: Coverage, of: Listed) -> dict:
    there, whole = reached(coverage, of), reached(coverage, of, matters=True)
    standards = [{"name": s.name, "bundle": s.bundle, "version": s.version, "matters": [m for m, _ in s.required]} for s in of.standards]
    return {
        "name": of.name, "tier": of.tier, "within": of.place, "issued": of.issued, "basis": list(of.basis), "file": of.path, "line": of.line,
        "standards": standards, "asked": there.of, "there": there.there, "complete": whole.there,
    }  # fmt: skip


def _cell(cell: Cell, of: Listed) -> dict:
    return {
        "place": cell.place, "list": of.name, "standard": cell.standard, "state": cell.state, "counts": cell.obliged, "inherited": cell.inherited,
        "bundle": cell.name, "file": cell.path, "line": cell.line, "version": cell.version, "lacks": [_lack(l) for l in cell.lacks],
        "matters": list(cell.matters), "added": list(cell.added), "online": _depth(cell.online), "no_visit": _depth(cell.no_visit),
    }  # fmt: skip


def _lack(lack: Lack) -> dict:
    return {"matter": lack.matter, "kind": lack.kind, "detail": lack.detail, "file": lack.path, "line": lack.line}


def _depth(depth: Depth) -> dict:
    return {"yes": depth.yes, "no": depth.no, "not_stated": depth.unstated}
