"""OT24: time limits."""

from onething.diagnostics.codes.code import ERROR, HINT, WARNING, Code

TIME: tuple[Code, ...] = (
    Code("OT2401", ERROR, "承诺时限 {promise} 比法定时限 {legal} 长", "the promise {promise} is longer than the legal limit {legal}"),
    Code("OT2402", ERROR, "总时限 {limit} 不够：有的情形要 {needed}", "the limit {limit} is too short: some situations take {needed}"),
    Code("OT2403", ERROR, "“不含 {name}”不是声明过的特别程序", "“excluding {name}” names no declared special procedure"),
    Code("OT2404", WARNING, "“{matter}”的时限自“{anchor}”起算，可是没有人两项都办", "the clock of “{matter}” starts at “{anchor}”, yet nobody takes both"),
    Code("OT2405", HINT, "特别程序“{procedure}”没有哪个时限写明不含", "no limit excludes the special procedure “{procedure}”"),
    Code("OT2406", HINT, "提醒“{reminder}”要用的 {date}，有的办事人没有填", "reminder “{reminder}” counts from {date}, which some applicants do not fill in"),
)
