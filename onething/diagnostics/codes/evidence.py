"""OT27: sources and claims."""

from onething.diagnostics.codes.code import HINT, WARNING, Code

EVIDENCE: tuple[Code, ...] = (
    Code("OT2701", WARNING, "成效与算得的不符：说是 {claimed}，算得 {computed}", "the claim does not agree: “{claimed}” is claimed, {computed_en} is computed"),
    Code("OT2702", HINT, "成效推不出：{reason}", "the claim cannot be derived: {reason_en}"),
    Code("OT2703", WARNING, "一件事应由多个部门或单位的多个事项合成，这里只有 {count} 个{what}", "a bundle joins several matters of several departments; here is only {count} {what_en}"),
    Code("OT2704", HINT, "没有写依据", "no basis is given"),
    Code("OT2705", HINT, "有 {count} 个事项没有写自己的依据：{matters}", "matters without a basis of their own ({count}): “{matters}”"),
    Code("OT2706", HINT, "有 {count} 处注明未核，在第 {lines} 行", "values that no document confirms (“未核”): {count}, on lines {lines_en}"),
    Code("OT2707", WARNING, "{what}不减反增：{claimed}", "the claim says reduced but is larger afterwards: “{claimed}”"),
)
