"""OT2613: no number of a person stands in a source."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.naming.codes import private_numbers
from onething.plan.analysis import Analysis
from onething.source import Span


def private_number(analysis: Analysis) -> Iterator[Finding]:
    """OT2613: an identity number whose check character is right, or a mobile number, anywhere in the file, remarks too."""
    source = analysis.bundle.span.source
    for start, end, what in private_numbers(source.text):
        fix = Fix("删去它，或改成明显编造的（如 11010119000101XXXX）；公开的咨询电话写座机或热线", "remove it, or write one that nobody can have; for enquiries give a landline or hotline")
        yield finding("OT2613", Span(source, start, end), what=what, what_en="identity number" if what == "公民身份号码" else "mobile number", fix=fix)
