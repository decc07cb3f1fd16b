"""What the grammar would accept where it stopped: said in the reader's words.

Only for mistakes that nobody knows by name (slips.py has those).
"""

from __future__ import annotations

from onething.syntax.mistake import Mistake, mistake

# Kinds of tokens as a reader calls them, in the order they are offered.
EXPECTED = {
    "NAME": ("名称", "a name"),
    "QUANTITY": ("数字和单位", "a number with its unit"),
    "CITATION": ("文号", "a document number"),
    "TEXT": ("带引号的文字", "quoted text"),
    "DATE": ("日期", "a date"),
    "IS": ("“为”", "为 (is)"),
    "IN": ("“属于”", "属于 (in)"),
    "BOUND": ("“不满”“超过”等", "不满 (below), 超过 (above) …"),
    "AFTER": ("“以上”“以下”", "以上 (or more), 以下 (or less)"),
    "OPEN": ("“（”", "（"),
    "CLOSE": ("“）”", "）"),
    "DIRECTION": ("“前”或“后”", "前 (before) or 后 (after)"),
    "PRECEDES": ("“先于”", "先于 (precedes)"),
    "TO": ("“减至”", "减至 (to)"),
    "ON": ("“起”", "起 (on)"),
    "LATER": ("“内补”", "内补 (later)"),
    "SEP": ("“、”", "、"),
    "COMMA": ("“，”", "，"),
    "AND": ("“且”", "且 (and)"),
    "OR": ("“或”", "或 (or)"),
    "WHEN": ("“当”", "当 (when)"),
    "Q_PLAIN": ("括号用语", "a bracket word"),
    "$END": ("行尾", "the end of the line"),
}
ARGUMENT = {
    "Q_NAME": ("一个名称", "a name"),
    "Q_NAMES": ("名称", "names"),
    "Q_TEXT": ("带引号的文字", "quoted text"),
    "Q_CITATION": ("文号或文件名", "a document number or title"),
    "Q_ANCHOR": ("事项、时点和“起”，如“自 甲 办结 起”", "a matter, a point and 起"),
    "Q_WITHIN": ("期限，如“10个工作日内补”", "a term such as 10个工作日内补"),
    "Q_QUANTITY": ("数字，如“2份”", "a number such as 2份"),
}


def unexpected(text: str, tokens: list, index: int, accepts: set[str]) -> Mistake:
    """What the grammar would accept where it stopped."""
    wanted = [words for kind, words in EXPECTED.items() if kind in accepts]
    if any(kind.startswith("Q_") for kind in accepts) and EXPECTED["Q_PLAIN"] not in wanted:
        wanted.append(EXPECTED["Q_PLAIN"])
    wanted = wanted[:4] or [("别的", "something else")]
    expected = "、".join(zh for zh, _ in wanted[:-1]) + ("或" if len(wanted) > 1 else "") + wanted[-1][0]
    expected_en = ", ".join(en for _, en in wanted[:-1]) + (" or " if len(wanted) > 1 else "") + wanted[-1][1]
    if index >= len(tokens):
        end = tokens[-1][2] if tokens else len(text)
        begin = tokens[-1][1] if tokens else 0
        repair = (f"在“{text[begin:end]}”后面补上{expected}", f"add {expected_en}", ())
        return mistake("OT1019", begin, end, found=text[begin:end], expected=expected, expected_en=expected_en, repair=repair)
    _, start, end, _ = tokens[index]
    repair = (f"“{text[start:end]}”前面写完再写它，或者删去它", "finish what stands before it, or delete it", ())
    return mistake("OT1018", start, end, expected=expected, expected_en=expected_en, found=text[start:end], repair=repair)
