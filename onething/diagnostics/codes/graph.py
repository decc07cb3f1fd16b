"""OT21: prerequisite relations."""

from onething.diagnostics.codes.code import ERROR, HINT, WARNING, Code

GRAPH: tuple[Code, ...] = (
    Code("OT2101", WARNING, "“{matter}”的前置“{before}”在“{matter}”适用时不一定适用", "prerequisite “{before}” of “{matter}” does not always apply where “{matter}” does"),
    Code("OT2102", ERROR, "不同情形下先后相反：{first} 和 {second}", "opposite orders in different situations: {first} and {second}"),
    Code("OT2103", ERROR, "前置关系成环：{cycle}", "prerequisites form a cycle: {cycle}"),
    Code("OT2104", ERROR, "“{matter}”把自己写成了前置", "“{matter}” is its own prerequisite"),
    Code("OT2105", ERROR, "已办 {finished} 的人，前置关系成环：{cycle}", "for those who have finished {finished}, prerequisites form a cycle: {cycle}"),
    Code("OT2106", HINT, "“{matter}”把前置“{before}”写了两次", "“{matter}” declares the prerequisite “{before}” twice"),
    Code("OT2107", HINT, "前置“{before}”不写也一样：“{matter}”要的 {what} 就由它产出", "prerequisite “{before}” changes nothing: “{matter}” needs {what}, which it issues"),
    Code("OT2108", HINT, "没有写明为什么“{before}”要在“{matter}”之前", "nobody says why “{before}” comes before “{matter}”"),
)
