"""OT2606 in the catalogue: names of what it declares keep the naming rules of the workspace."""

from __future__ import annotations

from typing import Iterable

from onething.diagnostics import Fix
from onething.naming.rules import broken
from onething.resolve.reader import Reader
from onething.source import Span

KINDS = {"部门": "department", "证照": "document", "数据元": "element", "地区": "place"}


def report_name_rules(reader: Reader, declared: Iterable[tuple[str, str, Span]]) -> None:
    """Report every declared name (kind, name, place) that a rule forbids."""
    declared = list(declared)
    for rule in reader.catalogue.naming_rules:
        for kind, name, span in declared:
            wrong = broken(rule, name) if kind == KINDS.get(rule.of) else None
            if wrong is not None:
                basis = f"（{rule.basis}）" if rule.basis else ""
                fix = Fix("改名，旧名写进“别名”", "rename it, and keep the old name as an alias")
                reader.report("OT2606", span, kind=rule.of, name=name, what=wrong[0], what_en=wrong[1], reason=rule.reason, basis=basis, fix=fix)
