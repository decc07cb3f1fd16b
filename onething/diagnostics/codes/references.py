"""OT12: names that nothing carries, or too many things."""

from onething.diagnostics.codes.code import ERROR, WARNING, Code

REFERENCES: tuple[Code, ...] = (
    Code("OT1201", ERROR, "没有叫“{name}”的{kind}", "there is no {kind_en} called “{name}”"),
    Code("OT1202", ERROR, "{kind}“{name}”写了两次", "{kind_en} “{name}” is declared twice"),
    Code("OT1203", ERROR, "词之间缺空格：“{name}”应写作“{split}”", "blanks are missing: write “{split}” for “{name}”"),
    Code("OT1204", ERROR, "“{name}”没写是谁的，而申请人不止一个", "“{name}” has no owner and there is more than one applicant"),
    Code("OT1205", ERROR, "“{name}”中的“{owner}”不是声明过的角色", "“{owner}” in “{name}” is not a declared role"),
    Code("OT1206", ERROR, "代码“{code}”在同一地区用了两次", "code “{code}” is used twice in one place"),
    Code("OT1207", ERROR, "“{word}”属于一件事，但这个文件里没有写“一件事 …：”", "“{word}” belongs to a bundle, but there is no “一件事” in this file"),
    Code("OT1208", ERROR, "一个文件只写一件事", "one file holds one bundle"),
    Code("OT1209", ERROR, "“{name}”和{kind}“{near}”看着一样，字不同：“{written}”不是“{right}”", "“{name}” looks like the {kind_en} “{near}” but is not the same: “{written}” for “{right}”"),
    Code("OT1210", WARNING, "{kind}“{official}”的别名“{name}”{why}", "“{name}”, another name of the {kind_en} “{official}”, {why_en}"),
    Code("OT1211", WARNING, "{kind}“{name}”已由“{successor}”接替", "the {kind_en} “{name}” was replaced by “{successor}”"),
)
