"""OT13: values of the wrong type or unit."""

from onething.diagnostics.codes.code import ERROR, HINT, WARNING, Code

TYPES: tuple[Code, ...] = (
    Code("OT1301", ERROR, "{entry} 应是{expected}，这里是“{found}”", "{entry} must be {expected_en}, this is “{found}”"),
    Code("OT1302", ERROR, "单位不对：{subject} 的单位是 {expected}，这里是 {found}", "wrong unit: {subject} is in {expected}, this is in {found}"),
    Code("OT1303", ERROR, "“{option}”不是“{question}”的选项", "“{option}” is not an option of “{question}”"),
    Code("OT1304", ERROR, "“{found}”没说是工作日还是自然日", "“{found}” does not say working days or natural days"),
    Code("OT1305", ERROR, "“{subject}”是{type}，不能用“{operator}”比较", "“{subject}” is a {type_en}; it cannot be compared with “{operator}”"),
)
