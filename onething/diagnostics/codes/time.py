"""OT24: time limits."""

from onething.diagnostics.codes.code import ERROR, Code

TIME: tuple[Code, ...] = (
    Code("OT2401", ERROR, "承诺时限 {promise} 比法定时限 {legal} 长", "the promise {promise} is longer than the legal limit {legal}"),
    Code("OT2402", ERROR, "总时限 {limit} 不够：有的情形要 {needed}", "the limit {limit} is too short: some situations take {needed}"),
    Code("OT2403", ERROR, "“不含 {name}”不是声明过的特别程序", "“excluding {name}” names no declared special procedure"),
)
