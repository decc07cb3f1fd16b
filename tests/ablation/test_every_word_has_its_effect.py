"""A declared word that can be taken out of a bundle without anything changing is no word.

Each word stands in a file beside this one; it is taken out (or replaced by another), and an outcome, an artefact or a
finding must be different. Words of the head of a block are taken out in the YAML notation, where each has its key.
"""

from __future__ import annotations

import itertools
import re

import pytest
from ablation.observing import FILES, all_nodes, observe, replaced, text, unchanged, values, without
from compiling import compile_text

from onething.source import Source
from onething.syntax.tree import Items
from onething.vocabulary import BLOCKS, CHANGES, OPERATORS, QUALIFIERS, UNITS


def expected(word: str, seen: bool) -> None:
    """The word has an effect."""
    assert seen, f"{word} has no effect"


def entry_words():
    """Every word of an entry, by the words above it."""

    def below(path, words):
        for word in words:
            yield (*path, word.name), word
            yield from below((*path, word.name), word.entries)

    for block in BLOCKS:
        yield from below((block.name,), block.entries)


WORDS = dict(entry_words())


def test_the_file_with_every_word_is_sound():
    assert compile_text(text("每个词.onething")).sound and len(FILES) == 3


def changes(candidates) -> bool:
    """Whether some of the ablated sources is seen to be different."""
    return any(observe(s.text, s.path) != unchanged(_origin(s)) for s in candidates)


def _origin(source: Source) -> Source:
    return next(n.source for _, n in all_nodes("yaml" if source.path.endswith(".yaml") else "text") if n.source.path == source.path)


@pytest.mark.parametrize("block", [b.name for b in BLOCKS])
def test_every_block(block):
    found = [n for path, n in all_nodes() if n.word is not None and n.word.name == block]
    assert found and changes(map(without, found))


@pytest.mark.parametrize("path", WORDS, ids="/".join)
def test_every_entry(path):
    found = [n for p, n in all_nodes() if p == path and n.shape == "entry"]
    assert found, "it does not stand in the file"
    expected("/".join(path), changes(map(without, found)))


@pytest.mark.parametrize(("block", "outer"), [(n, b.name) for b in BLOCKS for n in b.nested])
def test_every_block_inside_a_block(block, outer):
    found = [n for p, n in all_nodes() if p == (outer, block)]
    assert found and changes(map(without, found))


KEYS = [(b.name, k.name) for b in BLOCKS for k in b.keys]


@pytest.mark.parametrize(("block", "key"), KEYS, ids=lambda x: x)
def test_every_key_of_a_head(block, key):
    sources = []
    for _, node in all_nodes("yaml"):
        if node.word is not None and node.word.name == block and key in node.parts:
            value, source = node.parts[key], node.source.text
            at = max(source.rfind(f"{key}:", 0, value.at), source.rfind(f"{key} :", 0, value.at))
            first, last = source.rfind("\n", 0, at) + 1, source.find("\n", value.end)
            gone = "\n".join("#" for _ in source[first:last].split("\n"))
            sources.append(Source(node.source.path, source[:first] + gone + source[last:]))
    assert sources
    expected(f"{block}-{key}", changes(sources))


def tidy(line: str) -> str:
    for before, after in (("（，", "（"), ("，）", "）"), ("，，", "，"), ("（）", "")):
        line = line.replace(before, after)
    return line


def qualified(word: str):
    """The sources without this bracket word, one for each place where it stands."""
    for _, node in all_nodes():
        for value in values(node):
            phrase = value.phrase
            marks = [q for i in phrase.items for q in i.qualifiers] if isinstance(phrase, Items) else list(getattr(phrase, "qualifiers", ()))
            for q in marks:
                if q.word == word or (word == "均" and q.every) or (word == "份数" and q.word == "" and "份" in value.source.text[value.at + q.start : value.at + q.end]):
                    start, stop = value.at + q.start, value.at + q.end
                    made = replaced(value, q.word and _rest(value, q) if word == "均" else "", start, stop)
                    first, last = made.rfind("\n", 0, start) + 1, made.find("\n", start)
                    yield Source(value.source.path, made[:first] + re.sub("，+", "，", tidy(made[first:last])) + made[last:])


def _rest(value, q) -> str:
    return re.sub("^均 *", "", value.source.text[value.at + q.start : value.at + q.end])


@pytest.mark.parametrize("word", [q.name for q in QUALIFIERS])
def test_every_bracket_word(word):
    sources = list(qualified(word))
    assert sources, "it does not stand in the file"
    expected(word, changes(sources))


CHOICES = [path for path, word in WORDS.items() if word.options]


@pytest.mark.parametrize("path", CHOICES, ids="/".join)
def test_every_option_of_a_choice_is_different_from_every_other(path):
    found = [n.value for p, n in all_nodes() if p == path and n.shape == "entry" and n.value is not None]
    assert found, "it does not stand in the file"
    same = None
    for value in found:
        seen = {option: observe(replaced(value, option), value.source.path) for option in WORDS[path].options}
        here = {(a, b) for a, b in itertools.combinations(seen, 2) if seen[a] == seen[b]}
        same = here if same is None else same & here
    assert not same, f"{'/'.join(path)}: options that no output tells apart"


def small(body: str) -> str:
    return f"一件事 词：\n    代码：words\n    牵头部门：甲局\n    特别程序：公示\n部门 甲局\n数据元 生日：\n    类型：日期\n证照 合同\n证照 申请书\n角色 人（申请人）\n{body}"


def situation(kind: str, condition: str) -> str:
    head = {"选项": "情形 甲 “？”：一、二、三\n情形 乙 “？”：一、二\n"}.get(kind, f"情形 甲 “？”：\n    类型：{kind}\n情形 乙 “？”：一、二\n")
    return small(f"{head}事项 登记：\n    办理部门：甲局\n    承诺时限：1个工作日\n    适用：{condition}\n")


def limit(first: str, second: str = "") -> str:
    return small(f"事项 先：\n    办理部门：甲局\n    承诺时限：3个工作日\n事项 后：\n    办理部门：甲局\n    承诺时限：{first}\n{second}")


REMINDER = "    字段：生日\n提醒 到期：\n    对象：人\n    时间：人的生日 {} 30个自然日\n    渠道：短信\n"
CLAIM = "一件事 词：\n    代码：words\n    牵头部门：甲局\n    成效：\n        材料：{}\n部门 甲局\n证照 合同\n事项 登记：\n    办理部门：甲局\n    材料：合同\n"
BY_CASE = "情形 乙 “？”：一、二\n事项 登记：\n    办理部门：甲局\n    承诺时限：\n        当 乙 为 一：1个工作日\n        {}：2个工作日\n"
PAIR = "事项 先：\n    办理部门：甲局\n事项 后：\n    办理部门：甲局\n    前置：先\n场景 “甲”：\n    先后：{}\n"

# Each operator: a text with it, and the same text with another word, or none, in its place.
OPERATOR_TEXTS = {
    "为": (situation("选项", "甲 为 一"), situation("选项", "甲 不为 一")),
    "不为": (situation("选项", "甲 不为 一"), situation("选项", "甲 为 一")),
    "属于": (situation("选项", "甲 属于（一、二）"), situation("选项", "甲 不属于（一、二）")),
    "不属于": (situation("选项", "甲 不属于（一、二）"), situation("选项", "甲 属于（一、二）")),
    "不满": (situation("月数", "甲 不满 6个月"), situation("月数", "甲 不超过 6个月")),
    "超过": (situation("月数", "甲 超过 6个月"), situation("月数", "甲 不低于 6个月")),
    "不低于": (situation("月数", "甲 不低于 6个月"), situation("月数", "甲 超过 6个月")),
    "不超过": (situation("月数", "甲 不超过 6个月"), situation("月数", "甲 不满 6个月")),
    "以上": (situation("月数", "甲 6个月以上"), situation("月数", "甲 超过 6个月")),
    "以下": (situation("月数", "甲 6个月以下"), situation("月数", "甲 不满 6个月")),
    "以内": (situation("月数", "甲 6个月以内"), situation("月数", "甲 不满 6个月")),
    "且": (situation("选项", "甲 为 一 且 乙 为 一"), situation("选项", "甲 为 一 或 乙 为 一")),
    "或": (situation("选项", "甲 为 一 或 乙 为 一"), situation("选项", "甲 为 一 且 乙 为 一")),
    "非": (situation("选项", "非（甲 为 一）"), situation("选项", "（甲 为 一）")),
    "当": (situation("选项", "甲 为 一\n    材料：合同 当 乙 为 一"), situation("选项", "甲 为 一\n    材料：合同")),
    "其余": (small(BY_CASE.format("其余")), small(BY_CASE.format("当 乙 为 一"))),
    "任选其一": (limit("1个工作日", "    材料：任选其一（合同、申请书）\n"), limit("1个工作日", "    材料：合同、申请书\n")),
    "变为": (limit("1个工作日", "    产出：合同、账户 变为 开立\n"), limit("1个工作日", "    产出：合同\n")),
    "先于": (small(PAIR.format("先 先于 后")), small(PAIR.format("后 先于 先"))),
    "前": (limit("1个工作日", REMINDER.format("前")), limit("1个工作日", REMINDER.format("后"))),
    "后": (limit("1个工作日", REMINDER.format("后")), limit("1个工作日", REMINDER.format("前"))),
    "由": (CLAIM.format("由9份减至1份"), CLAIM.format("9份减至1份")),
    "减至": (CLAIM.format("由9份减至1份"), CLAIM.format("由9份")),
    "受理": (limit("1个工作日（自 先 受理 起）"), limit("1个工作日（自 先 办结 起）")),
    "办结": (limit("1个工作日（自 先 办结 起）"), limit("1个工作日（自 先 受理 起）")),
    "决定": (limit("1个工作日（自 先 决定 起）"), limit("1个工作日（自 先 受理 起）")),
    "起": (limit("1个工作日（自 先 办结 起）"), limit("1个工作日（自 先 办结）")),
}  # fmt: skip


@pytest.mark.parametrize("word", [o.name for o in OPERATORS])
def test_every_operator(word):
    assert word in OPERATOR_TEXTS, "it has no text"
    with_it, otherwise = OPERATOR_TEXTS[word]
    assert observe(with_it) != observe(otherwise)


# Each unit: a text with it, and the same text with another unit of the same dimension, or with one that is refused.
UNIT_TEXTS = {
    "工作日": (limit("5个工作日"), limit("5个自然日")), "自然日": (limit("5个自然日"), limit("5个工作日")),
    "小时": (limit("5小时"), limit("5个工作日")), "天": (limit("5天"), limit("5个工作日")),
    "个月": (situation("月数", "甲 6个月以上"), situation("月数", "甲 6年以上")),
    "年": (situation("月数", "甲 6年以上"), situation("月数", "甲 6个月以上")),
    "周岁": (situation("年龄", "甲 6周岁以上"), situation("年龄", "甲 6个月以上")),
    "平方米": (situation("面积", "甲 6平方米以上"), situation("面积", "甲 6米以上")),
    "米": (situation("长度", "甲 6米以上"), situation("长度", "甲 6公里以上")),
    "公里": (situation("长度", "甲 6公里以上"), situation("长度", "甲 6米以上")),
    "元": (situation("金额", "甲 6元以上"), situation("金额", "甲 6万元以上")),
    "万元": (situation("金额", "甲 6万元以上"), situation("金额", "甲 6元以上")),
    "次": (limit("1个工作日", "    跑动：2次\n"), limit("1个工作日", "    跑动：2份\n")),
    "份": (limit("1个工作日", "    材料：合同（2份）\n"), limit("1个工作日", "    材料：合同（2次）\n")),
    "项": (situation("整数", "甲 6项以上"), situation("整数", "甲 6米以上")),
    "名": (situation("整数", "甲 6名以上"), situation("整数", "甲 6米以上")),
    "个": (situation("整数", "甲 6个以上"), situation("整数", "甲 6米以上")),
}  # fmt: skip


@pytest.mark.parametrize("word", [u.name for u in UNITS])
def test_every_unit(word):
    assert word in UNIT_TEXTS, "it has no text"
    with_it, otherwise = UNIT_TEXTS[word]
    assert observe(with_it) != observe(otherwise)


@pytest.mark.parametrize("change", [c.name for c in CHANGES])
def test_every_change_word(change):
    """Taken out with its line, or another change word in its place: the bundle is another one, or not one at all."""
    found = [n for _, n in all_nodes() if n.change == change]
    assert found
    for node in found:
        expected(change, changes([without(node)]))
        for other in (c.name for c in CHANGES if c.name != change):
            expected(change, changes([Source(node.source.path, _changed(node, other))]))


def _changed(node, other: str) -> str:
    start, stop = node.changed
    return node.source.text[:start] + other + node.source.text[stop:]
