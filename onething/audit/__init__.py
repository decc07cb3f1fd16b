"""Six degrees and the ones: a bundle scored from its specification, each point lost with its line."""

from onething.audit.audit import Audit, audit

__all__ = ["Audit", "audit"]
