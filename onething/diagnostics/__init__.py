"""Findings: what they are, their codes, and how they are shown."""

from onething.diagnostics.finding import Finding, Fix, Note, finding, note, summary
from onething.diagnostics.codes import CODES, Code, Severity

__all__ = ["CODES", "Code", "Finding", "Fix", "Note", "Severity", "finding", "note", "summary"]
