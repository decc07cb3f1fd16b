"""OT23: once only – fields, materials, documents."""

from onething.diagnostics.codes.code import ERROR, HINT, WARNING, Code

ONCE: tuple[Code, ...] = (
    Code("OT2301", ERROR, "“{name}”没有人能提供：{reason}", "nobody provides “{name}”: {reason_en}"),
    Code("OT2302", ERROR, "字段“{name}”有两个定义", "field “{name}” has two definitions"),
    Code("OT2303", WARNING, "“{name}”写了自备，但{instead}", "“{name}” is to be brought, although {instead_en}"),
    Code("OT2304", WARNING, "“{name}”既是材料又是字段", "“{name}” is both a material and a field"),
    Code("OT2305", WARNING, "“{name}”写了{how}，但{reason}", "“{name}” says “{how}”, but {reason_en}"),
    Code("OT2306", WARNING, "“{name}”写了容缺，但{instead}", "“{name}” is to be handed in later, although {instead_en}"),
    Code("OT2307", WARNING, "“{name}”写了{word}，但{instead}，不用交", "“{name}” is asked for on paper (“{word}”), although {instead_en}"),
    Code("OT2308", WARNING, "“{matter}”里“{name}”要了两次", "“{matter}” asks for “{name}” twice"),
    Code("OT2309", HINT, "“{name}”永远轮不到：“{winner}”{reason}", "“{name}” is never asked for: of “{winner}”, {reason_en}"),
    Code("OT2310", HINT, "没有写“{name}”由谁签发，也没有写怎样取得", "nobody says who issues “{name}”, or how it is obtained"),
    Code("OT2311", WARNING, "“{matter}”要填“{name}”，又由它自己产出：办结前没有人填得出", "“{matter}” asks for “{name}” and assigns it itself: nobody knows it before"),
    Code("OT2312", WARNING, "“{name}”问了两次：情形“{question}”已经有它的回答", "“{name}” is asked for twice: the situation “{question}” knows it already"),
    Code("OT2313", WARNING, "“{name}”和“{other}”是一回事，要填两次", "“{name}” and “{other}” are one thing, and filled in twice"),
    Code("OT2320", WARNING, "两个{kind}的名称分不清：“{name}”和“{other}”", "two {kind_en} look alike: “{name}” and “{other}”"),
)
