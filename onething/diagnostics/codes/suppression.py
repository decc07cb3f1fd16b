"""OT29: what is suppressed beside a line or frozen in the baseline."""

from onething.diagnostics.codes.code import ERROR, HINT, WARNING, Code

SUPPRESSION: tuple[Code, ...] = (
    Code("OT2901", ERROR, "忽略 {code} 没有写理由", "no reason is given for ignoring {code}"),
    Code("OT2902", WARNING, "第 {line} 行没有 {code} 可忽略", "there is no {code} to ignore in line {line}"),
    Code("OT2903", ERROR, "{code} 不能忽略：{reason}", "{code} cannot be ignored: {reason_en}"),
    Code("OT2904", HINT, "基线里有 {count} 条已经改好", "{count} findings of the baseline are mended"),
    Code("OT2905", ERROR, "{file} 有误：{reason}", "{file} is wrong: {reason_en}"),
)
