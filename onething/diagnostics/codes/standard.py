"""OT26: the standard lists."""

from onething.diagnostics.codes.code import HINT, WARNING, Code

STANDARD: tuple[Code, ...] = (
    Code("OT2601", WARNING, "名称“{name}”与标准“{standard}”不一致，也不是它的别名", "the name “{name}” is neither that of the standard “{standard}” nor one of its aliases"),
    Code("OT2602", WARNING, "标准“{standard}”应含的事项“{matter}”没有写", "matter “{matter}”, required by the standard “{standard}”, is missing"),
    Code("OT2603", HINT, "“{name}”是标准“{standard}”的名称，但没有写“标准：”", "“{name}” is the name of the standard “{standard}”, but no “标准” is stated"),
)
