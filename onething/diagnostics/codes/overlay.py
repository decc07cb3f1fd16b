"""OT15: 沿用 – local versions of a bundle."""

from onething.diagnostics.codes.code import Code

OVERLAY: tuple[Code, ...] = ()
