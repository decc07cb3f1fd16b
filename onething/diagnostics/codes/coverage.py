"""OT32: coverage of the standard lists."""

from onething.diagnostics.codes.code import Code

COVERAGE: tuple[Code, ...] = ()
