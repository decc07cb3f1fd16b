"""OT28: scenarios that do not come out as written."""

from onething.diagnostics.codes.code import ERROR, HINT, Code

SCENARIOS: tuple[Code, ...] = (
    Code("OT2801", ERROR, "场景“{scenario}”不符：{expectation}写的是“{expected}”，算得“{actual}”", "scenario “{scenario}” does not hold: {expectation} says {expected}, {actual} is computed"),
    Code("OT2803", HINT, "“今日”没有用处：这件事没有取决于日期的条件", "今日 is of no use: no condition of this bundle depends on the date"),
    Code("OT2802", HINT, "没有写任何场景", "there are no scenarios"),
    Code("OT2804", HINT, "没有场景写到 {question} {number}", "no scenario stands on {question} {number}"),
    Code("OT2805", HINT, "场景“{scenario}”没有写应有的结果", "scenario “{scenario}” expects nothing"),
    Code("OT2806", HINT, "场景“{scenario}”回答了没有问的“{question}”", "scenario “{scenario}” answers “{question}”, which is not asked"),
    Code("OT2807", HINT, "场景“{scenario}”和“{other}”是同一类办事人", "scenarios “{scenario}” and “{other}” are of one kind of applicant"),
    Code("OT2808", HINT, "场景“{scenario}”选了不用选的“{matter}”（{kind}）", "scenario “{scenario}” chooses “{matter}”, which is not optional"),
)
