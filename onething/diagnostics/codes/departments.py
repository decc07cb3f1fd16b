"""OT25: who leads and who takes part."""

from onething.diagnostics.codes.code import ERROR, HINT, WARNING, Code

DEPARTMENTS: tuple[Code, ...] = (
    Code("OT2501", ERROR, "没有写牵头部门", "there is no lead department"),
    Code("OT2502", ERROR, "牵头部门只能有一个，这里有 {count} 个", "there can be only one lead department, here are {count}"),
    Code("OT2503", WARNING, "“{department}”办理“{matter}”，但没有列入牵头、配合部门或参与单位", "“{department}” handles “{matter}” but is neither lead, cooperating nor participant"),
    Code("OT2504", HINT, "配合部门“{department}”没有办理任何事项，也不提供数据", "cooperating department “{department}” handles no matter and provides no data"),
    Code("OT2505", WARNING, "事项“{matter}”没有写办理部门", "matter “{matter}” has no department"),
    Code("OT2506", WARNING, "“{department}”列了两次：{where}", "“{department}” is listed twice: {where_en}"),
    Code("OT2507", WARNING, "“{department}”列为{word}，但它是{shape}", "“{department}” is listed as {word_en}, but it is {shape_en}"),
    Code("OT2508", WARNING, "角色“{role}”绕回了自己：{way}", "role “{role}” leads back to itself: “{way}”"),
)
