"""OT21: prerequisite relations."""

from onething.diagnostics.codes.code import ERROR, WARNING, Code

GRAPH: tuple[Code, ...] = (
    Code("OT2101", WARNING, "“{matter}”的前置“{before}”在“{matter}”适用时不一定适用", "prerequisite “{before}” of “{matter}” does not always apply where “{matter}” does"),
    Code("OT2102", ERROR, "不同情形下先后相反：{first} 和 {second}", "opposite orders in different situations: {first} and {second}"),
    Code("OT2103", ERROR, "前置关系成环：{cycle}", "prerequisites form a cycle: {cycle}"),
    Code("OT2104", ERROR, "“{matter}”把自己写成了前置", "“{matter}” is its own prerequisite"),
)
