"""OT27: sources and claims."""

from onething.diagnostics.codes.code import HINT, WARNING, Code

EVIDENCE: tuple[Code, ...] = (
    Code("OT2701", WARNING, "成效与算得的不符：说是 {claimed}，算得 {computed}", "the claim does not agree: {claimed} is claimed, {computed} is computed"),
    Code("OT2702", HINT, "成效推不出：{reason}", "the claim cannot be derived: {reason_en}"),
    Code("OT2703", WARNING, "一件事应由多个部门或单位的多个事项合成，这里只有 {count} 个{what}", "a bundle joins several matters of several departments; here is only {count} {what_en}"),
    Code("OT2704", HINT, "没有写依据", "no basis is given"),
)
