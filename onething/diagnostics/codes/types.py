"""OT13: values of the wrong type or unit."""

from onething.diagnostics.codes.code import ERROR, Code

TYPES: tuple[Code, ...] = (
    Code("OT1301", ERROR, "{entry} 应是{expected}，这里是“{found}”", "“{entry}” must be {expected_en}, this is “{found}”"),
    Code("OT1302", ERROR, "单位不对：“{subject}”的单位是“{expected}”，这里是“{found}”", "wrong unit: “{subject}” is in “{expected}”, this is “{found}”"),
    Code("OT1303", ERROR, "“{option}”不是“{question}”的选项", "“{option}” is not an option of “{question}”"),
    Code("OT1304", ERROR, "“{found}”没说是工作日还是自然日", "“{found}” does not say working days or natural days"),
    Code("OT1305", ERROR, "“{subject}”是{type}，不能用“{operator}”比较", "“{subject}” is of type “{type}”; it cannot be compared with “{operator}”"),
    Code("OT1306", ERROR, "情形“{question}”没有选项", "situation “{question}” has no options"),
    Code("OT1307", ERROR, "情形“{question}”的类型是{type}，不能再写选项", "situation “{question}” is of type “{type}” and takes no options"),
    Code("OT1308", ERROR, "提醒“{reminder}”没有写时间，如“新生儿的出生日期 后 30个自然日”", "reminder “{reminder}” has no time such as “新生儿的出生日期 后 30个自然日”"),
    Code("OT1309", ERROR, "没有写代码", "there is no code"),
    Code("OT1310", ERROR, "代码“{code}”不能用作文件夹名", "code “{code}” cannot name a folder"),
    Code("OT1311", ERROR, "“{entry}”只能写一个，这里有 {count} 个", "“{entry}” takes one value, here are {count}"),
)
