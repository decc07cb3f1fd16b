"""Random files for the compiler, from the declared words and the grammar of phrases: well-formed, nearly so, and not at all.

``make(seed)`` gives (file name, text). A third of the files are sound bundles (``bundle_maker``) with wild lines among
theirs; the others are blocks and entries of the vocabulary. Many are then spoiled character by character, and a
third are written in YAML.
"""

from __future__ import annotations

import random
from functools import cache

from bundle_maker import CATALOGUE, FIELDS, HELD, ISSUED, make as sound
from onething.syntax.grammars import STARTS, build
from onething.syntax.keywords import KIND_OF_SHAPE, LATER, operator_kind, spellings
from onething.vocabulary import BLOCKS, OPERATORS, PHRASE_OF_TYPE, QUALIFIERS, UNITS, Block, Word
from onething.vocabulary.scenario import SCENARIO

NASTY = "：:；;，,、。.“”\"‘’'「」『』（）()【】[]{}｛｝《》〈〉〔〕＝=≥<>＋-－—…·/\\|&*!?？#％%@`~^$＄０９09一十百万\t 　\n\r" + (
    "\0\x07\x1b\x7f\x85\u00ad\u200b\u200d\u200e\u202e\u2028\u2029\u2066\u3164\ufeff\ufffd\ufffe\ue000\u2f00\u0430\u0301\ufe0f〇○戶😀👨‍👩‍👧\U000e0041\U0010ffff"
)
QUESTIONS = {"问0": "一、二、三", "问1": "一、二", "数值": "", "账户": "开立、封存", "问 2": "是、否"}
NAMES = {
    "matter": ("事甲", "事乙", "事丙", "事丁", "事戊"), "role": ("家长", "子女", "申请人"), "department": ("甲局", "乙局", "丙局", "丁局"),
    "question": tuple(QUESTIONS), "source": ("人口库", "断库"), "place": ("甲省", "乙市"), "field": FIELDS, "document": (*HELD, *ISSUED, "协议"),
    "standard": ("清单/甲", "随机"), "": ("事甲", "身份证", "问0", "数值", "界限", "一", "是", "无", "未载明", "即办", "其他", "为", "当", "A-1", "《办法》", "家长的姓名"),
}  # fmt: skip
_TEXTS = ("“一句话”", "“”", "\"半角\"", "“｛界限｝以上”", "“｛没有｝”")
_NUMBERS = ("0", "1", "3", "60", "999999999999999", "1000000000000000", "0.5", "1.000001", "三", "十五", "一百", "零", "千")


@cache
def _rules() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for rule in build("phrase").rules:
        found.setdefault(rule.origin.name, []).append([symbol.name for symbol in rule.expansion])
    return found


@cache
def _terminals() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"LATER": list(LATER), "SEP": ["、"], "COMMA": ["，"], "OPEN": ["（"], "QOPEN": ["（"], "CLOSE": ["）"]}
    for operator in OPERATORS:
        found.setdefault(operator_kind(operator), []).extend(spellings(operator))
    for qualifier in QUALIFIERS:
        found.setdefault(KIND_OF_SHAPE[qualifier.shape], []).extend(spellings(qualifier))
    found["DATE"] = ["2026-03-01", "2026年3月1日", "2026-13-41", "0000/0/0"]
    found["CITATION"] = ["国发〔2024〕3号", "《办法》", "未载明", "沪府发（2024）1 号"]
    return found


@cache
def _depth(symbol: str) -> int:
    """How deep the flattest expansion of a symbol is."""
    depths = {name: 99 for name in _rules()}
    for _ in range(12):
        for name, expansions in _rules().items():
            depths[name] = min(1 + max((depths.get(s, 0) for s in e), default=0) for e in expansions)
    return depths.get(symbol, 0)


@cache
def _fitting(symbol: str, budget: int) -> list[list[str]]:
    """The expansions that come to an end within the budget; else the flattest."""
    expansions = _rules()[symbol]
    return [e for e in expansions if all(_depth(s) < budget for s in e)] or [min(expansions, key=lambda e: max(map(_depth, e), default=0))]


class Wild:
    """``dice`` decides everything."""

    def __init__(self, dice: random.Random):
        self.dice = dice

    def some(self, chance: float) -> bool:
        return self.dice.random() < chance

    # ---- phrases

    def phrase(self, start: str, budget: int = 8) -> str:
        words: list[str] = []
        self._expand(start, budget, words)
        return "".join(words).strip()

    def _expand(self, symbol: str, budget: int, words: list[str]) -> None:
        if symbol not in _rules():
            word = self.terminal(symbol)
            blank = " " if symbol in ("IS", "IN", "AND", "OR", "NOT", "WHEN", "BOUND", "PRECEDES", "BECOMES", "POINT", "DIRECTION") or self.some(0.1) else ""
            words.append(blank + word + blank)
            return
        for each in self.dice.choice(_fitting(symbol, budget)):
            self._expand(each, budget - 1, words)

    def terminal(self, kind: str) -> str:
        if kind == "NAME":
            return self.dice.choice(NAMES[self.dice.choice(list(NAMES))])
        if kind == "TEXT":
            return self.dice.choice(_TEXTS)
        if kind == "QUANTITY":
            low = self.dice.choice(_NUMBERS)
            return low + (f"至{self.dice.choice(_NUMBERS)}" if self.some(0.1) else "") + self.dice.choice(spellings(self.dice.choice(UNITS)))
        return self.dice.choice(_terminals()[kind])

    # ---- lines

    def value(self, word: Word) -> str:
        if self.some(0.08):
            return self.phrase(self.dice.choice(STARTS["phrase"]))
        if word.refers and self.some(0.6):
            return "、".join(self.dice.choices(NAMES.get(word.refers, NAMES[""]), k=self.dice.choice((1, 1, 2))))
        if word.options and self.some(0.8):
            return self.dice.choice(word.options)
        if word.type == "code":
            return self.dice.choice(("abc", "x-1", "110000", "con", "../x", "A", ""))
        start = PHRASE_OF_TYPE[word.type]
        return self.phrase(start) if start else self.dice.choice(("一句话。", "“引”：号", "当 问0 为 一：话", "｛界限｝"))

    def entry(self, word: Word, indent: str) -> list[str]:
        key = self.dice.choice(spellings(word)) if self.some(0.3) else word.name
        if word.entries:
            return [f"{indent}{key}：", *(line for w in self.dice.sample(word.entries, 2) for line in self.entry(w, indent + "    "))]
        if word.situational and self.some(0.4):
            cases = [f"{indent}    当 {self.phrase('condition')}：{self.value(word)}" for _ in range(self.dice.randint(1, 2))]
            return [f"{indent}{key}：", *cases, *([f"{indent}    其余：{self.value(word)}"] if self.some(0.7) else [])]
        if self.some(0.3):
            return [f"{indent}{key}：", *(f"{indent}    {self.value(word)}" for _ in range(self.dice.randint(1, 3)))]
        return [f"{indent}{key}：{self.value(word)}"]

    def head(self, block: Block, indent: str = "") -> str:
        name = self.dice.choice(NAMES.get({"事项": "matter", "情形": "question", "角色": "role", "部门": "department", "证照": "document",
                                           "数据元": "field", "数据源": "source", "地区": "place", "参数": ""}.get(block.name, ""), NAMES[""]))  # fmt: skip
        word = indent + (self.dice.choice(spellings(block)) if self.some(0.2) else block.name)
        if block.head == "gate":
            return f"{word} {name if self.some(0.5) else ''} 当 {self.phrase('condition')}：{self.dice.choice(_TEXTS)}"
        if block.head == "question":
            return f"{word} {name} “问什么？”：{QUESTIONS.get(name, '')}"
        if block.head == "role":
            return f"{word} {self.phrase('role', 6)}" if self.some(0.4) else f"{word} {name}（{self.dice.choice(('申请人', '办理对象', '共同签字'))}）"
        if block.head == "value":
            return f"{word} 界限：{self.terminal('QUANTITY')}"
        return f"{word} “{name}”：" if block.head == "quoted" else f"{word} {name}："

    def block(self, block: Block) -> list[str]:
        lines = [self.head(block)]
        for _ in range(self.dice.randint(0, 4) if block.entries else 0):
            lines += self.entry(self.dice.choice(block.entries), "    ")
        if block.open_keys:
            lines += [f"    {self.dice.choice(NAMES[block.open_keys])}：{self.dice.choice(('一', '是', '3个月', '开立', '某机关'))}" for _ in range(2)]
        if block.nested and self.some(0.3):
            nested = self.dice.choice(block.nested)
            lines.append(self.head(next(b for b in BLOCKS if b.name == nested), "    "))
        return lines

    # ---- files

    def file(self) -> str:
        shares = {"一件事": 1, "角色": 2, "情形": 4, "事项": 6, "场景": 3}
        blocks = self.dice.choices(BLOCKS, [shares.get(b.name, 1) for b in BLOCKS], k=self.dice.randint(1, 5))
        bundle = ["一件事 随机：", "    代码：random", "    牵头部门：甲局", "    配合部门：乙局、丙局", "    依据：未载明", "    渠道：移动端"]
        lines = bundle if self.some(0.8) else []
        for each in blocks:
            lines += self.block(each)
        return "\n".join(lines) + "\n"

    def disturbed(self, text: str) -> str:
        """A sound bundle with some wild lines, and some of its own doubled, moved or lost."""
        scenario = self.block(SCENARIO) if self.some(0.3) else ["场景 “一个人”：", "    应办：事甲", "    时限：3个工作日以内"]
        lines = [*text.removeprefix(CATALOGUE).splitlines(), *scenario]
        for _ in range(self.dice.choice((0, 0, 1, 1, 3))):
            at = self.dice.randrange(len(lines))
            action = self.dice.randrange(4)
            if action == 0:
                lines[at:at] = self.block(self.dice.choice(BLOCKS))
            elif action == 1:
                lines[at:at] = self.entry(self.dice.choice(self.dice.choice([b for b in BLOCKS if b.entries]).entries), "    ")
            elif action == 2:
                lines.insert(self.dice.randrange(len(lines)), lines[at])
            elif len(lines) > 1:
                del lines[at]
        return "\n".join(lines) + "\n"

    def spoiled(self, text: str) -> str:
        """A few characters lost, doubled, exchanged or added."""
        chars = list(text)
        for _ in range(self.dice.choice((1, 1, 2, 5))):
            at = self.dice.randrange(len(chars)) if chars else 0
            action = self.dice.randrange(4)
            if action == 0 or not chars:
                chars.insert(at, self.dice.choice(NASTY))
            elif action == 1:
                del chars[at]
            elif action == 2:
                chars.insert(at, chars[at])
            else:
                other = self.dice.randrange(len(chars))
                chars[at], chars[other] = chars[other], chars[at]
        return "".join(chars)


def _yaml(text: str) -> str | None:
    from onething.source import Source
    from onething.syntax import format_yaml, parse

    return format_yaml(parse(Source("件.onething", text)))


def make(seed: int) -> tuple[str, str]:
    """File name and text for a number."""
    dice = random.Random(seed)
    wild = Wild(dice)
    text = wild.disturbed(sound(dice.randrange(1 << 30), wild.some(0.5))) if wild.some(1 / 3) else wild.file()
    name = "件.onething"
    if wild.some(1 / 3) and (yaml := _yaml(text)) is not None:
        name, text = "件.yaml", yaml
    if wild.some(0.4):
        text = wild.spoiled(text)
    return name, text
