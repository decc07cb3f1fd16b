"""All codes, by family. A code is never reused and never changes its meaning."""

from onething.diagnostics.codes.change import CHANGE
from onething.diagnostics.codes.code import Code, Severity
from onething.diagnostics.codes.coverage import COVERAGE
from onething.diagnostics.codes.departments import DEPARTMENTS
from onething.diagnostics.codes.evidence import EVIDENCE
from onething.diagnostics.codes.exchange import EXCHANGE
from onething.diagnostics.codes.graph import GRAPH
from onething.diagnostics.codes.once import ONCE
from onething.diagnostics.codes.overlay import OVERLAY
from onething.diagnostics.codes.references import REFERENCES
from onething.diagnostics.codes.scenarios import SCENARIOS
from onething.diagnostics.codes.situations import SITUATIONS
from onething.diagnostics.codes.standard import STANDARD
from onething.diagnostics.codes.suppression import SUPPRESSION
from onething.diagnostics.codes.syntax import SYNTAX
from onething.diagnostics.codes.text import TEXT
from onething.diagnostics.codes.time import TIME
from onething.diagnostics.codes.types import TYPES
from onething.diagnostics.codes.words import WORDS

FAMILIES: dict[str, tuple[Code, ...]] = {
    "文件与编码": TEXT,
    "语法": SYNTAX,
    "词": WORDS,
    "引用": REFERENCES,
    "类型与单位": TYPES,
    "沿用": OVERLAY,
    "前置关系": GRAPH,
    "情形": SITUATIONS,
    "一次办": ONCE,
    "时限": TIME,
    "部门": DEPARTMENTS,
    "标准": STANDARD,
    "依据与成效": EVIDENCE,
    "场景": SCENARIOS,
    "忽略与基线": SUPPRESSION,
    "变化": CHANGE,
    "覆盖": COVERAGE,
    "清单": EXCHANGE,
}

CODES: dict[str, Code] = {code.id: code for family in FAMILIES.values() for code in family}
assert len(CODES) == sum(map(len, FAMILIES.values())), "a code is used twice"

__all__ = ["CODES", "FAMILIES", "Code", "Severity"]
