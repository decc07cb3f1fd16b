"""OT28: scenarios that do not come out as written."""

from onething.diagnostics.codes.code import ERROR, HINT, Code

SCENARIOS: tuple[Code, ...] = (
    Code("OT2801", ERROR, "场景“{scenario}”不符：{expectation}写的是“{expected}”，算得“{actual}”", "scenario “{scenario}” does not hold: {expectation} says {expected}, {actual} is computed"),
    Code("OT2803", HINT, "“今日”没有用处：这件事没有取决于日期的条件", "今日 is of no use: no condition of this bundle depends on the date"),
    Code("OT2802", HINT, "没有写任何场景", "there are no scenarios"),
)
