"""OT10: the shape of a file, in both notations."""

from onething.diagnostics.codes.code import ERROR, HINT, WARNING, Code

SYNTAX: tuple[Code, ...] = (
    Code("OT1001", ERROR, "看不懂这里：{found}", "cannot read this: {found}"),
)
