"""OT31: what a new version changes for whom."""

from onething.diagnostics.codes.code import Code

CHANGE: tuple[Code, ...] = ()
