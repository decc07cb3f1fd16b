"""Small random bundles as text: documents made and needed, one-of, 非必要, 容缺, states, prerequisites, guards, numbers.

``make(seed)`` gives the text of a file with catalogue and bundle; without ``circles`` what a matter needs, or waits
for, comes from an earlier matter, so nothing waits for itself.
"""

from __future__ import annotations

import random

CATALOGUE = """\
地区 甲省：
    代码：990000
部门 甲局
部门 乙局
部门 丙局
数据源 人口库：
    提供：甲局
数据源 断库：
    提供：乙局
    接通：无
数据元 姓名：
    类型：姓名
数据元 手机号码：
    类型：手机号
数据元 住址：
    来源：人口库
数据元 户名：
    来源：断库
数据元 性别：
    选项：男、女
数据元 编号
证照 身份证：
    电子证照：甲省
证照 结婚证：
    数据源：人口库
证照 照片：
    数据源：断库
证照 申请书
证照 合同：
    别名：协议
证照 产权证
证照 许可甲
证照 许可乙：
    电子证照：甲省
证照 许可丙
"""
HELD = ("身份证", "结婚证", "照片", "申请书", "合同", "产权证")
ISSUED = ("许可甲", "许可乙", "许可丙")
FIELDS = ("姓名", "手机号码", "住址", "户名", "性别", "编号")
WAYS = ("", "", "", "自备", "电子证照", "数据共享", "系统生成", "告知承诺", "查验不收", "内部调阅", "容缺 5个工作日内补")
FORMS = ("", "", "原件", "复印件", "原件或复印件", "纸质", "电子", "2份", "3份")
LIMITS = ("1个工作日", "3个工作日", "20个自然日", "4小时", "即办", "2个工作日（不含 公示）", "未载明")
POLICIES = ("终止后续", "终止后续", "其他照办", "转单独办理", "终止联办")


class Maker:
    def __init__(self, seed: int, circles: bool = False):
        self.dice = random.Random(seed)
        self.circles = circles
        self.number = self.dice.randint(2, 6)
        self.names = [f"事{'甲乙丙丁戊己'[i]}" for i in range(self.number)]
        self.conditions: list[str] = []
        self.lines: list[str] = []

    def maybe(self, chance: float) -> bool:
        return self.dice.random() < chance

    def condition(self, depth: int = 2) -> str:
        kind = self.dice.random()
        if depth and kind < 0.25:
            joint = self.dice.choice((" 且 ", " 或 "))
            return joint.join(self._inner(depth - 1) for _ in range(2))
        if depth and kind < 0.32:
            return f"非（{self.condition(0)}）"
        return self.dice.choice(self.conditions)

    def _inner(self, depth: int) -> str:
        return f"（{self.condition(depth)}）"

    def suffix(self, chance: float) -> str:
        return f" 当 {self.condition()}" if self.conditions and self.maybe(chance) else ""

    def questions(self) -> list[str]:
        d, out = self.dice, []
        for i in range(d.randint(1, 3)):
            name, options = f"问{i}", list("一二三")[: d.randint(2, 3)]
            guard = [f"    当：{self.condition(1)}"] if self.conditions and self.maybe(0.35) else []
            out += [f"情形 {name} “问什么？”：{'、'.join(options)}", *guard]
            self.conditions += [f"{name} 为 {options[0]}", f"{name} 不为 {options[-1]}"]
            if len(options) == 3:
                self.conditions.append(f"{name} {d.choice(('属于', '不属于'))}（{options[0]}、{options[2]}）")
        if self.maybe(0.4):
            kind, unit = d.choice((("月数", "个月"), ("面积", "平方米"), ("年龄", "周岁")))
            guard = [f"    当：{self.condition(1)}"] if self.maybe(0.3) else []
            out += ["情形 数值 “多少？”：", f"    类型：{kind}", *guard]
            for word in d.sample(("{}{}以上", "不满 {}{}", "超过 {}{}", "不超过 {}{}"), 2):
                self.conditions.append("数值 " + word.format(d.randint(0, 4), unit))
            if self.maybe(0.3):
                out.append(f"参数 界限：{d.randint(1, 6)}{unit}")
                self.conditions.append("数值 不低于 界限")
        if self.maybe(0.35):
            out.append("情形 账户 “账户怎样？”：开立、封存")
            self.conditions.append("账户 为 封存")
        return out

    def material(self, name: str, optional: float = 0.12) -> str:
        marks = [m for m in (self.dice.choice(WAYS), self.dice.choice(FORMS)) if m]
        if self.maybe(optional):
            marks.append("非必要")
        return name + (f"（{'，'.join(marks)}）" if marks else "")

    def owned(self, name: str) -> str:
        return f"{self.dice.choice(('子女的', '家长的', ''))}{name}" if self.maybe(0.3) else name

    def materials(self, i: int) -> list[str]:
        d = self.dice
        pool = [*HELD, *ISSUED] if self.circles else [*HELD, *ISSUED[: max(0, i)]]
        out = []
        for _ in range(d.randint(0, 3)):
            if self.maybe(0.3):
                chosen = d.sample(pool, d.randint(2, 3))
                if self.maybe(0.5):
                    out.append(" 或 ".join(self.material(c, 0.06) for c in chosen) + self.suffix(0.3))
                else:
                    out.append(f"任选其一（{'、'.join(self.material(c, 0.06) for c in chosen)}）" + self.suffix(0.3))
            else:
                out.append(self.material(self.owned(d.choice(pool))) + self.suffix(0.35))
        return out

    def cases(self, word: str, choices: tuple[str, ...]) -> list[str]:
        if self.conditions and self.maybe(0.3):
            return [f"    {word}：", f"        当 {self.condition(1)}：{self.dice.choice(choices)}", f"        其余：{self.dice.choice(choices)}"]
        return [f"    {word}：{self.dice.choice(choices)}"]

    def matter(self, i: int) -> list[str]:
        d = self.dice
        out = [f"事项 {self.names[i]}：", f"    办理部门：{d.choice(('甲局', '乙局', '丙局'))}"]
        if self.maybe(0.4):
            out.append(f"    参与：{d.choice(('选办', '选办', '选办', '自动'))}")
        if self.conditions and self.maybe(0.4):
            out.append(f"    适用：{self.condition()}")
        if self.maybe(0.1):
            out.append(f"    种类：{d.choice(('核验', '许可', '引导'))}")
        others = [n for n in (self.names if self.circles else self.names[:i]) if n != self.names[i]]
        after = [f"{d.choice(others)}{self.suffix(0.4)}"] if others and self.maybe(0.4) else []
        if self.maybe(0.25) and (i or self.circles):
            after.append(f"账户 为 {d.choice(('开立', '封存'))}{self.suffix(0.3)}")
        if after:
            out += ["    前置：", *(f"        {a}" for a in after)]
        if self.maybe(0.7):
            limits = LIMITS + ((f"2个工作日（自 {d.choice(others)} {d.choice(('受理', '办结'))} 起）",) * 3 if others else ())
            out += self.cases("承诺时限", limits)
        if self.maybe(0.4):
            out += self.cases("法定时限", ("20个工作日", "30个工作日"))
        for word, lines in (("材料", self.materials(i)), ("字段", self.fields()), ("产出", self.outputs(i))):
            if lines:
                out += [f"    {word}：", *(f"        {line}" for line in lines)]
        if self.maybe(0.3):
            out += self.cases("收费", ("10元", "无", "未载明"))
        if self.maybe(0.3):
            out += self.cases("跑动", ("1次（“核验”）", "无", "2次（“核验”，“领证”）"))
        if self.maybe(0.5):
            out.append(f"    未通过时：{d.choice(POLICIES)}")
        if self.conditions and self.maybe(0.25):
            out.append(f"    {d.choice(('不予受理', '不予受理', '提示'))} 当 {self.condition()}：“{self.names[i]}的话。”")
        if self.maybe(0.3):
            out += ["    单办：", f"        时限：{d.choice(('5个工作日（法定）', '9天（实测）'))}", "        环节：申请、审核、领证"]
        return out

    def fields(self) -> list[str]:
        out = []
        for name in self.dice.sample(FIELDS, self.dice.randint(0, 3)):
            mark = self.dice.choice(("", "", "（选填）", "（取自 人口库）", "（取自 断库）"))
            out.append(self.owned(name) + mark + self.suffix(0.3))
        return out

    def outputs(self, i: int) -> list[str]:
        out = []
        if self.maybe(0.6):
            out.append(self.dice.choice(ISSUED if self.circles else ISSUED[i:] or ISSUED[-1:]) + self.suffix(0.3))
        if self.maybe(0.15):
            out.append("编号" + self.suffix(0.3))
        if self.maybe(0.3) and (self.circles or i < 2):
            out.append("账户 变为 " + self.dice.choice(("开立", "封存")) + self.suffix(0.2))
        return out

    def text(self) -> str:
        head = ["一件事 随机：", "    代码：random", "    地区：甲省", "    面向：个人", "    牵头部门：甲局", "    配合部门：乙局、丙局"]
        head += ["    依据：未载明", f"    渠道：{self.dice.choice(('移动端', '综合窗口'))}", "    特别程序：公示"]
        if self.maybe(0.2):
            head += ["    办理方式：菜单（至少一项）"]
        body = [*head, "角色 家长（申请人）", "角色 子女（办理对象）", *self.questions()]
        for i in range(self.number):
            body += self.matter(i)
        for kind, chance in (("不予联办", 0.3), ("不予受理", 0.15), ("提示", 0.15)):
            if self.maybe(chance):
                body.append(f"{kind} 当 {self.condition()}：“{kind}的话。”")
        return CATALOGUE + "\n".join(body) + "\n"


def make(seed: int, circles: bool = False) -> str:
    """The text of one random bundle with its catalogue."""
    return Maker(seed, circles).text()
