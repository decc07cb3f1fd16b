"""OT31: what a new version changes for whom. Each can be approved beside its line, with a day and a reason."""

from onething.diagnostics.codes.code import ERROR, HINT, Code


def _changed(id: str, zh: str, en: str) -> Code:
    """A change with its old and new value, and how many local versions have it too."""
    return Code(id, ERROR, f"“{{bundle}}”{zh}“{{thing}}”：原来{{old}}，现在{{new}}{{also}}", f"“{{bundle}}”: {en}, “{{thing}}”: “{{old}}” before, “{{new}}” now{{also_en}}")


CHANGE: tuple[Code, ...] = (
    Code("OT3101", ERROR, "“{bundle}”新增不予办理的情形：“{thing}”{also}", "“{bundle}” turns more people away: “{thing}”{also_en}"),
    Code("OT3102", ERROR, "“{bundle}”的事项“{thing}”新增不予受理的情形：{new}{also}", "“{bundle}” refuses matter “{thing}” to more people: “{new}”{also_en}"),
    _changed("OT3103", "少了事项", "a matter is lost"),
    _changed("OT3104", "少了产出", "a result is lost"),
    _changed("OT3105", "新增材料", "a new material"),
    _changed("OT3106", "材料要求变严", "a material is asked for more strictly"),
    _changed("OT3107", "新增必填", "more to fill in"),
    _changed("OT3108", "时限变长", "a longer limit"),
    _changed("OT3109", "总时间变长", "longer in all"),
    _changed("OT3110", "收费变多", "dearer"),
    _changed("OT3111", "跑动变多", "more visits"),
    _changed("OT3112", "少了渠道", "a channel is lost"),
    _changed("OT3113", "少了选项", "an option is lost"),
    Code("OT3114", ERROR, "“{bundle}”不见了（原来在 {path}）", "“{bundle}” is gone (it was in {path})"),
    _changed("OT3115", "换了承办部门", "another department"),
    _changed("OT3116", "换了办理层级", "another level"),
    _changed("OT3117", "改了环节", "other steps"),
    _changed("OT3118", "改了先后", "another order"),
    _changed("OT3119", "多了要办的事项", "one matter more to handle"),
    _changed("OT3120", "改了未通过时的处理", "another course after a refusal"),
    _changed("OT3121", "表单不再有字段", "a field is gone from the form"),
    _changed("OT3122", "字段改了类型", "another type of a field"),
    _changed("OT3123", "字段改了选项", "other options of a field"),
    _changed("OT3124", "字段改了取数来源", "another data source of a field"),
    _changed("OT3125", "情形改了答法", "other answers to a situation"),
    _changed("OT3126", "事项标识变了", "another id of a matter"),
    _changed("OT3127", "不再产出证照", "a document is issued no more"),
    _changed("OT3128", "改了名称", "another name"),
    _changed("OT3129", "改了代码", "another code"),
    _changed("OT3130", "改了标准", "another standard"),
    _changed("OT3131", "事项拆分、合并或改名", "matters split, merged or renamed"),
    Code("OT3136", HINT, "“{bundle}”没有比较：{reason}", "“{bundle}” was not compared: {reason_en}"),
    Code("OT3137", ERROR, "“{bundle}”不能比较：{reason}", "“{bundle}” cannot be compared: {reason_en}"),
    Code("OT3138", ERROR, "同意 {code} 写得不对：{reason}", "the approval of {code} is wrong: {reason_en}"),
    Code("OT3139", HINT, "{code} 没有变化可同意了", "there is no change {code} to approve any more"),
)

# The code of each kind of effect (``onething.diff.effect``) that is for the worse.
OF_KIND: dict[str, str] = {
    "不予办理": "OT3101", "不予受理": "OT3102", "事项": "OT3103", "产出": "OT3104", "材料": "OT3105", "材料要求": "OT3106",
    "填写": "OT3107", "时限": "OT3108", "总时限": "OT3109", "收费": "OT3110", "跑动": "OT3111", "渠道": "OT3112", "选项": "OT3113",
    "承办部门": "OT3115", "办理层级": "OT3116", "环节": "OT3117", "先后": "OT3118", "经办事项": "OT3119", "未通过时": "OT3120",
    "字段": "OT3121", "字段类型": "OT3122", "字段选项": "OT3123", "数据来源": "OT3124", "情形口径": "OT3125", "事项标识": "OT3126",
    "证照标识": "OT3127", "名称": "OT3128", "代码": "OT3129", "标准": "OT3130", "事项口径": "OT3131",
}  # fmt: skip
APPROVABLE = frozenset({*OF_KIND.values(), "OT3114"})
