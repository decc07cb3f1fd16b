"""OT23: once only – fields, materials, documents."""

from onething.diagnostics.codes.code import ERROR, WARNING, Code

ONCE: tuple[Code, ...] = (
    Code("OT2301", ERROR, "“{name}”没有人能提供：{reason}", "nobody provides “{name}”: {reason_en}"),
    Code("OT2302", ERROR, "字段“{name}”有两个定义", "field “{name}” has two definitions"),
    Code("OT2303", WARNING, "“{name}”写了自备，但{instead}", "“{name}” is to be brought, although {instead_en}"),
    Code("OT2304", WARNING, "“{name}”既是材料又是字段", "“{name}” is both a material and a field"),
    Code("OT2305", WARNING, "“{name}”写了{how}，但{reason}", "“{name}” says {how}, but {reason_en}"),
)
