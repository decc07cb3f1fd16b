"""OT26: the standard lists."""

from onething.diagnostics.codes.code import HINT, WARNING, Code

STANDARD: tuple[Code, ...] = (
    Code("OT2601", WARNING, "名称“{name}”与标准“{standard}”不一致，也不是它的别名", "the name “{name}” is neither that of the standard “{standard}” nor one of its aliases"),
    Code("OT2602", WARNING, "标准“{standard}”应含的事项“{matter}”没有写", "matter “{matter}”, required by the standard “{standard}”, is missing"),
    Code("OT2603", HINT, "“{name}”是标准“{standard}”的名称，但没有写“标准：”", "“{name}” is the name of the standard “{standard}”, but no “标准” is stated"),
    Code("OT2604", WARNING, "名称“{name}”{why}，应叫“{official}”", "the name “{name}” {why_en}; it is called “{official}”"),
    Code("OT2605", HINT, "“{name}”可能就是标准“{standard}”：{why}；没有写“标准：”", "“{name}” may be the standard “{standard}” ({why_en}), but no “标准” is stated"),
    Code("OT2606", WARNING, "{kind}的名称“{name}”{what}：{reason}{basis}", "the name “{name}” {what_en}: “{reason}{basis}”"),
    Code("OT2607", WARNING, "事项“{matter}”的{entry}不对：{why}", "the “{entry}” of matter “{matter}” is wrong: {why_en}"),
    Code("OT2608", WARNING, "“{code}”是主项的编码，主项分了子项，本身不办理（事项“{matter}”）", "“{code}” is the code of a heading with sub-items, which is not handled itself (matter “{matter}”)"),
    Code("OT2609", WARNING, "事项“{matter}”的两个编码对不上：实施编码里是“{inside}”，基本编码是“{basic}”", "the two codes of matter “{matter}” disagree: “{inside}” in “实施编码”, “{basic}” in “基本编码”"),
    Code("OT2610", WARNING, "编码“{code}”用在了两个事项上：“{other}”“{matter}”", "code “{code}” is used for two matters: “{other}” and “{matter}”"),
    Code("OT2611", WARNING, "地区“{place}”的代码“{code}”不对：{why}", "the code “{code}” of place “{place}” is wrong: {why_en}"),
    Code("OT2612", WARNING, "地区“{place}”（{code}）按代码不在上级“{outer}”（{outer_code}）里", "by its code, “{place}” ({code}) does not lie within “{outer}” ({outer_code})"),
    Code("OT2613", WARNING, "文件里有{what}", "there is an {what_en} in the file"),
    Code("OT2620", WARNING, "办事人要交的比“{parent}”多：“{thing}”，那里{old}，这里{new}", "applicants hand in more than in “{parent}”: “{thing}”, “{old}” there, “{new}” here"),
    Code("OT2621", WARNING, "办事人要填的比“{parent}”多：“{thing}”，那里{old}，这里{new}", "applicants fill in more than in “{parent}”: “{thing}”, “{old}” there, “{new}” here"),
    Code("OT2622", WARNING, "办事人等得比“{parent}”久：“{thing}”，那里{old}，这里{new}", "applicants wait longer than in “{parent}”: “{thing}”, “{old}” there, “{new}” here"),
    Code("OT2623", WARNING, "办事人得到的比“{parent}”少：“{thing}”，那里{old}，这里{new}", "applicants get less than in “{parent}”: “{thing}”, “{old}” there, “{new}” here"),
    Code("OT2624", WARNING, "“{parent}”给办的人，这里不给办：“{thing}”", "people whom “{parent}” accepts are turned away here: “{thing}”"),
    Code("OT2625", WARNING, "办事人花的比“{parent}”多：“{thing}”，那里{old}，这里{new}", "applicants pay or come more than in “{parent}”: “{thing}”, “{old}” there, “{new}” here"),
)
