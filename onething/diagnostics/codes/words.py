"""OT11: words that are not declared, or not allowed where they stand."""

from onething.diagnostics.codes.code import ERROR, Code

WORDS: tuple[Code, ...] = (
    Code("OT1101", ERROR, "“{word}”不是声明过的词", "“{word}” is not a declared word"),
    Code("OT1102", ERROR, "括号里的“{word}”不是声明过的词", "“{word}” in brackets is not a declared word"),
    Code("OT1103", ERROR, "“{word}”不能写在“{place}”里，它属于：{owners}", "“{word}” cannot stand in “{place}”; it belongs to: {owners}"),
    Code("OT1104", ERROR, "“{word}”要写在一个块里面，不能顶格写", "“{word}” must stand inside a block, not at the margin"),
    Code("OT1105", ERROR, "“{word}”自成一块，要顶格写，不能写在“{place}”里", "“{word}” is a block of its own: write it at the margin, not inside “{place}”"),
    Code("OT1106", ERROR, "“{entry}”不能分情形写", "“{entry}” cannot depend on the situation"),
    Code("OT1107", ERROR, "括号里的“{word}”后面应有{expected}", "“{word}” in brackets should be followed by {expected_en}"),
    Code("OT1108", ERROR, "括号里的“{qualifier}”不能用在“{entry}”", "“{qualifier}” cannot stand in the bracket of “{entry_en}”"),
    Code("OT1109", ERROR, "括号里的“{first}”和“{second}”只能写一个", "“{first}” and “{second}” exclude each other in a bracket"),
    Code("OT1110", ERROR, "“{word}”不能写在“{entry}”的值里", "“{word}” cannot stand in a value of “{entry}”"),
    Code("OT1111", ERROR, "不能写“{word}”，只有“任选其一”", "there is no “{word}”, only 任选其一 (one of)"),
)
