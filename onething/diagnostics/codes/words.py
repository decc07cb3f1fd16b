"""OT11: words that are not declared, or not allowed where they stand."""

from onething.diagnostics.codes.code import ERROR, HINT, WARNING, Code

WORDS: tuple[Code, ...] = (
    Code("OT1101", ERROR, "“{word}”不是声明过的词", "“{word}” is not a declared word"),
)
