"""What values a field or an answer may have: the JSON Schema of each type, its widget, and its words.

Patterns use ``[0-9]`` and a ``maxLength`` beside ``$``: Python lets ``$`` stand before a final line break.
"""

from __future__ import annotations

from typing import Any

from onething.plan.ir import Field, Question

_Y = "(?:19|20)[0-9]{2}"
_LEAP = "(?:(?:19|20)(?:04|08|[2468][048]|[13579][26])|2000)"
_DAYS = (
    "(?:(?:0[13578]|1[02]){s}(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11){s}(?:0[1-9]|[12][0-9]|30)|02{s}(?:0[1-9]|1[0-9]|2[0-8]))"
)
DATE = f"(?:{_Y}-{_DAYS.format(s='-')}|{_LEAP}-02-29)"
DATE_IN_ID = f"(?:{_Y}{_DAYS.format(s='')}|{_LEAP}0229)"
ID_NUMBER = f"^[1-9][0-9]{{5}}{DATE_IN_ID}[0-9]{{3}}[0-9X]$"
CREDIT_CODE = "^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$"
PHONE = "^1[3-9][0-9]{9}$"

TYPES: dict[str, dict[str, Any]] = {
    "文字": {"type": "string", "minLength": 1, "maxLength": 500, "pattern": "[^\\s]"},
    "姓名": {"type": "string", "minLength": 1, "maxLength": 100, "pattern": "[^\\s]"},
    "身份证号": {"type": "string", "pattern": ID_NUMBER, "maxLength": 18, "x-check": "gb11643"},
    "统一社会信用代码": {"type": "string", "pattern": CREDIT_CODE, "maxLength": 18, "x-check": "gb32100"},
    "日期": {"type": "string", "format": "date", "pattern": f"^{DATE}$", "maxLength": 10},
    "手机号": {"type": "string", "pattern": PHONE, "maxLength": 11},
    "整数": {"type": "integer"},
    "金额": {"type": "number", "minimum": 0},
    "面积": {"type": "number", "exclusiveMinimum": 0},
}
WIDGETS = {
    "身份证号": "id-number", "统一社会信用代码": "credit-code", "日期": "date", "手机号": "phone",
    "整数": "integer", "金额": "amount", "面积": "area", "选项": "select",
}  # fmt: skip
MESSAGES = {
    "身份证号": "请填写18位身份证号，最后一位可以是 X",
    "统一社会信用代码": "请填写18位统一社会信用代码",
    "日期": "请填写日期，例如 2024-03-08",
    "手机号": "请填写11位手机号",
    "整数": "请填写整数",
    "金额": "请填写金额，不能小于0",
    "面积": "请填写面积，要大于0",
    "选项": "请选择一项",
}
WHOLE = ("整数", "月数", "年龄")


def is_birth_date(field: Field) -> bool:
    """A date of birth cannot lie in the future."""
    return field.type == "日期" and field.element.endswith("出生日期")


def field_value(field: Field) -> dict[str, Any]:
    """The schema of a field's value."""
    if field.type == "选项" and field.options:
        return {"type": "string", "enum": list(field.options)}
    value = dict(TYPES.get(field.type, TYPES["文字"]))
    if is_birth_date(field):
        value["x-check"] = "not-after-today"
    return value


def answer_value(question: Question, options: list[str]) -> dict[str, Any]:
    """The schema of an answer: one of the options, or a number."""
    if options:
        return {"type": "string", "enum": options}
    value: dict[str, Any] = {"type": "integer" if question.type in WHOLE else "number"}
    if question.type != "整数":
        value["minimum"] = 0
    return value
