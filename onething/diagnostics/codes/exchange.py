"""OT34: matter lists in and out."""

from onething.diagnostics.codes.code import Code

EXCHANGE: tuple[Code, ...] = ()
