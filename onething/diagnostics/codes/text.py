"""OT01: files, encodings and characters."""

from onething.diagnostics.codes.code import ERROR, WARNING, Code

TEXT: tuple[Code, ...] = (
    Code("OT0101", ERROR, "读不了 {path}：{reason}", "cannot read {path}: {reason}"),
    Code("OT0102", ERROR, "{path} 不是 UTF-8 编码（像是 {encoding}）", "{path} is not UTF-8 (it looks like {encoding})"),
    Code("OT0103", ERROR, "文件太大：{size}，上限 {limit}", "the file is too large: {size}, the limit is {limit}"),
    Code("OT0104", ERROR, "不能用的字符 {char}", "character {char} cannot be used"),
    Code("OT0105", ERROR, "这一行太长：{size} 个字符，上限 {limit}", "this line is too long: {size} characters, the limit is {limit}"),
    Code("OT0106", ERROR, "括号套得太深：上限 {limit} 层", "brackets are nested too deep: the limit is {limit}"),
    Code("OT0107", ERROR, "找不到工作区：{path} 及其上级文件夹里没有 onething.toml", "no workspace: there is no onething.toml in {path} or above"),
    Code("OT0108", ERROR, "onething.toml 有误：{reason}", "onething.toml is wrong: {reason_en}"),
    Code("OT0109", WARNING, "没有找到任何 .onething 或 .yaml 文件", "there are no .onething or .yaml files"),
    Code("OT0110", ERROR, "一个值里的项太多：{count} 项，上限 {limit}", "too many terms in one value: {count}, the limit is {limit}"),
    Code("OT0111", ERROR, "看不见的字符 {char}", "invisible character {char}"),
    Code("OT0112", ERROR, "改变书写方向的字符 {char}：看到的和实际的不一样", "character {char} turns the writing round: what is seen is not what stands there"),
    Code("OT0113", ERROR, "不能用的换行字符 {char}", "line separator {char} cannot be used"),
    Code("OT0114", ERROR, "自造的字（{char}）：换一台电脑就看不到", "character {char} of a private font: nobody else can see it"),
    Code("OT0115", WARNING, "“{written}”是部首，不是汉字“{ordinary}”（{char}）", "“{written}” is a radical, not the character “{ordinary}” ({char})"),
    Code("OT0116", WARNING, "英文字母里混着别的字母 {char}", "letter {char} stands among Latin letters"),
    Code("OT0117", ERROR, "这里的字已经损坏（{char}），看不出原来是什么", "the text is damaged here ({char})"),
    Code("OT0118", WARNING, "“{written}”像是别的编码存的汉字", "“{written}” looks like Chinese in another encoding"),
    Code("OT0120", ERROR, "数字太长：最多 {limit} 位，小数最多 6 位", "the number is too long: at most {limit} digits, and 6 behind the point"),
    Code("OT0121", ERROR, "事项太多：{count} 个，上限 {limit}", "too many matters: {count}, the limit is {limit}"),
    Code("OT0122", ERROR, "事项互相牵连太多，展开后超过 {limit} 项", "matters depend on each other in too many ways: more than {limit} terms written out"),
)
