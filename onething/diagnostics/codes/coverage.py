"""OT32: coverage of the standard lists."""

from onething.diagnostics.codes.code import ERROR, HINT, WARNING, Code

COVERAGE: tuple[Code, ...] = (
    Code("OT3201", ERROR, "清单“{list}”在{level}应覆盖 {goal}，现在是 {now}（{there}/{of}）", "the list “{list}” is to cover {goal} at level {level}; it covers {now} ({there}/{of})"),
    Code("OT3202", ERROR, "清单“{list}”的覆盖目标管不到任何一件事：{reason}", "the coverage goal of the list “{list}” guards nothing: {reason_en}"),
    Code("OT3203", HINT, "清单“{list}”的覆盖目标从 {day} 起算，没有说今天是哪一天，先不判断", "the coverage goal of the list “{list}” holds from {day}; nobody says which day it is, so it is not judged"),
    Code("OT3204", WARNING, "写的是标准“{standard}”的版本 {version}，现行的是 {now}", "written by version {version} of the standard “{standard}”; the present one is {now}"),
)
