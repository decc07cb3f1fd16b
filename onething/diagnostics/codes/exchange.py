"""OT34: matter lists in and out."""

from onething.diagnostics.codes.code import ERROR, HINT, WARNING, Code

EXCHANGE: tuple[Code, ...] = (
    Code("OT3401", ERROR, "“{sheet}”里没有找到表头：没有一行写着“事项名称”", "there is no header in “{sheet}”: no row says 事项名称"),
    Code("OT3402", HINT, "“{sheet}”{cell}：不认识列“{column}”，内容照原样留着", "“{sheet}” {cell}: column “{column}” is not known; what it holds is kept as it is"),
    Code("OT3403", WARNING, "“{sheet}”{cell}：列“{column}”可能是{candidates}，拿不准，内容照原样留着", "“{sheet}” {cell}: column “{column}” may be {candidates_en}; what it holds is kept as it is"),
    Code("OT3404", WARNING, "“{sheet}”{cell}：列“{column}”和{other}重复，照原样留着", "“{sheet}” {cell}: column “{column}” says again what {other} says; it is kept as it is"),
    Code("OT3405", ERROR, "“{sheet}”{cell} {column}：读不懂“{read}”，应写{expected}", "“{sheet}” {cell} {column}: “{read}” cannot be read, expected {expected_en}"),
    Code("OT3406", ERROR, "“{sheet}”{cell} {column}：超过15位，Excel 已改掉末位数字（{read}）", "“{sheet}” {cell} {column}: more than 15 digits, Excel has changed the last ones ({read})"),
    Code("OT3407", ERROR, "“{sheet}”{cell} {column}：{what}，没有值可读", "“{sheet}” {cell} {column}: {what_en}, there is no value to read"),
    Code("OT3408", WARNING, "“{sheet}”{cell} {column}：“{matter}”这里写“{read}”，{first}写的是“{kept}”，取前一个", "“{sheet}” {cell} {column}: of “{matter}” this says “{read}”, but {first} says “{kept}”, which is taken"),
    Code("OT3409", WARNING, "“{sheet}”第{row}行没有读入：{reason}", "row {row} of “{sheet}” is not taken: {reason_en}"),
    Code("OT3410", ERROR, "“{sheet}”{cell}：照这一格写成的通不过检查（{code}：{message}）", "“{sheet}” {cell}: what was made of it does not pass the check ({code}: {message_en})"),
    Code("OT3411", HINT, "“{sheet}”{cell} {column}：有看不见的字符，已经去掉", "“{sheet}” {cell} {column}: characters that nobody sees were taken out"),
    Code("OT3412", HINT, "“{sheet}”{cell} {column}：“{read}”没有全部读入（{reason}），原文照样留着", "“{sheet}” {cell} {column}: not all of “{read}” is read ({reason_en}); the text is kept"),
    Code("OT3413", WARNING, "“{sheet}”{cell} {column}：“{read}”不合编码规则：{reason}", "“{sheet}” {cell} {column}: “{read}” is against the rules of codes: {reason_en}"),
    Code("OT3415", HINT, "“{sheet}”{cell}：“{name}”可能就是目录里的“{near}”（{reason}），拿不准，先另立一个", "“{sheet}” {cell}: “{name}” may be “{near}” of the catalogue ({reason_en}); it is not certain, so it is declared anew"),
    Code("OT3414", ERROR, "“{sheet}”没有写“{bundle}”由哪个部门牵头", "“{sheet}” does not say which department leads “{bundle}”"),
)
