"""Words inside values: qualifiers of brackets, operators, units, and the values that mean “nobody said”."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A bracket word. ``shape`` says what follows it: nothing, name, names, quantity, text, citation,
    anchor (name ［受理｜决定｜办结］ 起), within (quantity 内补); day: the word stands behind a day (2024-06-30 前)."""

    name: str
    english: str
    shape: str
    explain: str
    aliases: tuple[str, ...] = ()


# May stand on any value.
ANYWHERE = ("未核", "依据")

QUALIFIERS = (
    Qualifier("未核", "unverified", "", "没有文件证实：是记忆、推断或建议", ("未核实",)),
    Qualifier("依据", "basis", "citation", "这个值自己的出处"),
    Qualifier("均", "all", "prefix", "括号管整行各项：（均 取自 出生信息库）"),
    Qualifier("原件", "original", "", "交原件"),
    Qualifier("复印件", "copy", "", "交复印件"),
    Qualifier("原件或复印件", "original-or-copy", "", "原件、复印件都可以"),
    Qualifier("纸质", "paper", "", "交纸质件"),
    Qualifier("电子", "electronic", "", "交电子件"),
    Qualifier("份数", "copies", "quantity", "交几份，写作“2份”"),
    Qualifier("非必要", "optional", "", "可以不交", ("非必须",)),
    Qualifier("自备", "own", "", "由申请人自己准备并提交", ("申请人提供", "收取")),
    Qualifier("电子证照", "e-licence", "", "用电子证照，不用交", ("电子亮证",)),
    Qualifier("数据共享", "shared", "", "由数据共享取得，不用交", ("信息共享",)),
    Qualifier("系统生成", "generated", "", "由系统自动生成，不用交"),
    Qualifier("告知承诺", "promise", "", "以书面承诺代替，不用交"),
    Qualifier("容缺", "later", "within", "可以先受理、后补交", ("容缺后补",)),
    Qualifier("查验不收", "inspected", "", "看一看、不收取"),
    Qualifier("内部调阅", "internal", "", "由窗口在内部调取，不用交"),
    Qualifier("取不到的交原件", "else-original", "", "取不到时改交原件"),
    Qualifier("取不到的容缺", "else-later", "within", "取不到时可后补"),
    Qualifier("取自", "from", "name", "由这个数据源预填"),
    Qualifier("选填", "optional-field", "", "可以不填"),
    Qualifier("寄递", "posted", "", "结果可以寄给申请人"),
    Qualifier("不含", "excluding", "names", "不计入时限的程序"),
    Qualifier("自", "since", "anchor", "从哪个事项受理、决定或办结起算"),
    Qualifier("因", "because", "text", "为什么有先后"),
    Qualifier("法定", "legal", "", "法定时限"),
    Qualifier("原承诺", "formerly-promised", "", "改革前承诺的时限"),
    Qualifier("实测", "measured", "", "实际测得的平均时限"),
    Qualifier("仅", "only", "names", "只在这些地区"),
    Qualifier("前", "before", "day", "只在这一天以前：2024-06-30 前"),
    Qualifier("仅咨询", "enquiries-only", "", "此渠道只能咨询，不能办理"),
    Qualifier("版本", "version", "name", "写的时候标准是哪一版"),
    Qualifier("至少一项", "at-least-one", "", "菜单中至少选一项"),
    Qualifier("确定方式", "chosen-by", "name", "牵头部门按什么确定：行业主管、主办证照、综合受理"),
    Qualifier("申请人", "applicant", "", "提出申请的人"),
    Qualifier("办理对象", "subject", "", "为谁办"),
    Qualifier("共同签字", "co-signer", "", "须一同签字的人，可写期限"),
)


@dataclass(frozen=True, slots=True)
class Operator:
    """A word operator: counts only between blanks, or beside a bracket, quote or digit.

    ``role``: compare (name on both sides or a quantity), bound-before (before a quantity or name),
    bound-after (behind a quantity), logic, clause.
    """

    name: str
    english: str
    role: str
    explain: str
    aliases: tuple[str, ...] = ()


OPERATORS = (
    Operator("为", "is", "compare", "回答是这一项", ("＝", "=", "==")),
    Operator("不为", "is-not", "compare", "回答不是这一项", ("≠", "!=")),
    Operator("属于", "in", "compare", "回答是括号中的一项"),
    Operator("不属于", "not-in", "compare", "回答不是括号中的任何一项"),
    Operator("不满", "below", "bound-before", "小于，不含本数", ("低于", "小于", "不足", "少于", "<")),
    Operator("超过", "above", "bound-before", "大于，不含本数", ("高于", "大于", ">")),
    Operator("不低于", "at-least", "bound-before", "大于或等于", ("达到", "满", "≥", ">=", "不少于", "至少")),
    Operator("不超过", "at-most", "bound-before", "小于或等于", ("不高于", "不大于", "≤", "<=")),
    Operator("以上", "or-more", "bound-after", "大于或等于（民法典第1259条：含本数）"),
    Operator("以下", "or-less", "bound-after", "小于或等于（民法典第1259条：含本数）"),
    Operator("以内", "within", "bound-after", "不超过（民法典第1259条：含本数）", ("内",)),
    Operator("且", "and", "logic", "都成立", ("并且",)),
    Operator("或", "or", "logic", "有一个成立；材料行中为任选其一", ("或者",)),
    Operator("非", "not", "logic", "不成立"),
    Operator("当", "when", "clause", "在这个条件下；写在行末管整行"),
    Operator("其余", "otherwise", "clause", "前面各条都不成立时", ("其他情形",)),
    Operator("任选其一", "one-of", "clause", "括号中任选一样：任选其一（甲、乙）"),
    Operator("变为", "becomes", "clause", "办结后状态变为", ("变更为",)),
    Operator("先于", "precedes", "clause", "前者办结后，后者才受理"),
    Operator("前", "before", "clause", "在某日之前多久"),
    Operator("后", "after", "clause", "在某日之后多久"),
    Operator("由", "from", "clause", "由多少减至多少", ("从",)),
    Operator("减至", "to", "clause", "由多少减至多少", ("减到", "压减至", "降至", "->", "→")),
    Operator("受理", "accepted", "point", "事项的受理时点"),
    Operator("决定", "decided", "point", "事项的决定时点"),
    Operator("办结", "finished", "point", "事项的办结时点"),
    Operator("起", "on", "clause", "自某时点起算"),
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit behind a number. ``kind`` groups what can be compared; ``per`` is its size in the kind's base."""

    name: str
    english: str
    kind: str
    per: int
    aliases: tuple[str, ...] = ()


# Days are three different things. 天/日 does not say which: kept in quotations, refused in promises.
UNITS = (
    Unit("工作日", "working days", "working_days", 1, ("个工作日",)),
    Unit("自然日", "natural days", "natural_days", 1, ("个自然日", "日历日", "个日历日")),
    Unit("天", "days", "days", 1, ("日",)),
    Unit("小时", "hours", "hours", 1, ("个小时",)),
    Unit("个月", "months", "months", 1, ("月",)),
    Unit("年", "years", "months", 12, ()),
    Unit("周岁", "years of age", "age", 1, ("岁",)),
    Unit("平方米", "square metres", "area", 1, ("㎡", "平米", "m²")),
    Unit("米", "metres", "length", 1, ("m",)),
    Unit("公里", "kilometres", "length", 1000, ("千米", "km")),
    Unit("元", "yuan", "money", 1, ()),
    Unit("万元", "ten thousand yuan", "money", 10_000, ()),
    Unit("次", "times", "times", 1, ()),
    Unit("份", "copies", "copies", 1, ()),
    Unit("项", "items", "count", 1, ()),
    Unit("名", "persons", "count", 1, ("人",)),
    Unit("个", "pieces", "count", 1, ()),
)

# Words that stand for a missing or empty value (five different things; see docs/language.md).
NOT_STATED = "未载明"  # nobody stated it
NONE = "无"  # there is none
AT_ONCE = "即办"  # done in the same contact
AT_ONCE_ALIASES = ("当场办结", "即时办结", "当场", "立等可取", "即来即办")
UNLIMITED_NAMES = (NOT_STATED, NONE, AT_ONCE)
