"""OT22: situations and conditions."""

from onething.diagnostics.codes.code import ERROR, HINT, WARNING, Code

SITUATIONS: tuple[Code, ...] = (
    Code("OT2201", ERROR, "条件永远不成立：{condition}", "this condition can never hold: {condition}"),
    Code("OT2202", WARNING, "条件总是成立：{condition}", "this condition always holds: {condition}"),
    Code("OT2203", ERROR, "没有人能办到“{matter}”", "nobody can ever reach “{matter}”"),
    Code("OT2204", ERROR, "情形“{question}”的提问条件绕回了自己：{cycle}", "the condition under which “{question}” is asked leads back to itself: {cycle}"),
    Code("OT2205", ERROR, "{entry} 的几条有重叠：同时符合第 {first} 条和第 {second} 条", "cases of {entry} overlap: cases {first} and {second} both hold"),
    Code("OT2206", ERROR, "{entry} 的几条没有包括所有情形", "the cases of {entry} leave a gap"),
    Code("OT2207", WARNING, "有的办事人一个事项也没有", "for some applicants no matter applies"),
    Code("OT2208", ERROR, "情形太多：{count} 种，上限 {limit}", "too many situations: {count}, the limit is {limit}"),
    Code("OT2210", WARNING, "情形“{question}”的回答什么也不决定", "the answer to “{question}” decides nothing"),
    Code("OT2211", WARNING, "参数“{parameter}”未载明，这个条件按不成立算", "parameter “{parameter}” is not stated: this condition counts as false"),
    Code("OT2212", ERROR, "情形“{question}”没有写问什么，也没有写来源", "situation “{question}” has neither a question nor a source"),
    Code("OT2213", ERROR, "“{gate}”没有写{what}", "“{gate}” has no {what_en}"),
    Code("OT2214", WARNING, "没有问“{question}”的人，这个条件按{counts}算", "for applicants who are not asked “{question}” this condition counts as {counts_en}"),
    Code("OT2215", HINT, "要回答“{question}”的人都已经被拦下", "everybody who is asked “{question}” is turned away already"),
    Code("OT2216", WARNING, "两条{kind}都叫“{name}”", "two refusals are called “{name}”"),
    Code("OT2217", WARNING, "办理方式是菜单，却没有一个选办事项", "this is a menu, and no matter is optional"),
    Code("OT2218", HINT, "“{matter}”写成选办，可是适用它的人不选也要办", "“{matter}” is optional, yet everybody it applies to has to take it"),
    Code("OT2219", WARNING, "参数“{parameter}”没有用到", "parameter “{parameter}” is not used"),
    Code("OT2220", WARNING, "角色“{role}”没有用到", "role “{role}” is not used"),
)
