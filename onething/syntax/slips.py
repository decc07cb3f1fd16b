"""Mistakes that many people make, recognised on the tokens of a phrase, each with its own message and repair.

What is not recognised here falls to ``unexpected``: it says what the grammar would accept at that place.
"""

from __future__ import annotations

from onething.syntax.mistake import Mistake, mistake
from onething.vocabulary import OPERATORS

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
# Longest first: 不为 before 为.
COMPARING = tuple(sorted((o.name for o in OPERATORS if o.role == "compare"), key=lambda w: (-len(w), w)))
_OPERAND = ("NAME", "TEXT", "QUANTITY", "DATE")


def slip(start: str, text: str, tokens: list) -> Mistake | None:
    """The first well-known mistake in a phrase that the grammar refused, or None."""
    return (
        _glued(start, tokens)
        or _missing_item(tokens)
        or _shared_line(text, tokens)
        or _bare_answer(tokens)
        or _bare_set(text, tokens)
        or _mixed(tokens)
        or _blank_in_name(text, tokens)
        or _missing_argument(tokens)
    )


def _glued(start: str, tokens) -> Mistake | None:
    """A condition typed without blanks: a name where a comparison should be, with an operator inside."""
    if start != "condition":
        return None
    for index, (kind, begin, end, value) in enumerate(tokens):
        before = tokens[index - 1][0] if index else ""
        after = tokens[index + 1][0] if index + 1 < len(tokens) else ""
        if kind != "NAME" or before not in ("", "AND", "OR", "NOT", "OPEN") or after not in ("", "AND", "OR", "CLOSE"):
            continue
        name = value[0]
        for word in COMPARING:
            at = name.find(word, 1)
            if 0 < at < len(name) - len(word):
                split = f"{name[:at]} {word} {name[at + len(word):]}"
                return mistake("OT1203", begin, end, name=name, split=split, repair=(f"写作“{split}”", f"write “{split}”", ((begin, end, split),)))
    return None


def _missing_item(tokens) -> Mistake | None:
    for index, (kind, start, end, value) in enumerate(tokens):
        if kind in ("SEP", "COMMA"):
            before = tokens[index - 1][0] if index else ""
            after = tokens[index + 1][0] if index + 1 < len(tokens) else ""
            if before in ("", "SEP", "COMMA", "OPEN", "QOPEN") or after in ("", "SEP", "COMMA", "CLOSE"):
                repair = ("删去多余的标点", "delete it", ((start, end, ""),))
                return mistake("OT1017", start, end, mark=value, repair=repair)
        if kind == "CLOSE" and index and tokens[index - 1][0] in ("OPEN", "QOPEN"):
            repair = ("删去空括号", "delete the empty bracket", ((tokens[index - 1][1], end, ""),))
            return mistake("OT1017", tokens[index - 1][1], end, mark="（）", repair=repair)
    return None


def _at_depth(tokens):
    depth = 0
    for token in tokens:
        if token[0] == "CLOSE":
            depth -= 1
        yield depth, token
        if token[0] in ("OPEN", "QOPEN"):
            depth += 1


def _shared_line(text, tokens) -> Mistake | None:
    flat = [token for depth, token in _at_depth(tokens) if depth == 0]
    if not any(token[0] == "SEP" for token in flat):
        return None
    word = next((token for token in flat if token[0] in ("OR", "WHEN", "ONE_OF")), None)
    if word is None:
        return None
    kind, start, end, value = word
    if kind == "OR" and any(token[0] in ("IS", "IN", "BOUND") for token in flat):
        return None
    repair = ("请分行写，一行一样" if kind == "WHEN" else "请分行写，或写作“任选其一（甲、乙）”", "write one thing a line", ())
    return mistake("OT1010", start, end, word=text[start:end], repair=repair)


def _bare_answer(tokens) -> Mistake | None:
    for i in range(len(tokens) - 4):
        a, op, b, join, c = tokens[i : i + 5]
        follows = tokens[i + 5][0] if i + 5 < len(tokens) else ""
        if a[0] in _OPERAND and op[0] == "IS" and b[0] in _OPERAND and join[0] == "OR" and c[0] in _OPERAND:
            if follows in ("IS", "IN", "BOUND", "QUANTITY"):
                continue
            name = lambda token: token[3] if token[0] == "TEXT" else token[3][0]
            verb = "属于" if op[3] == "为" else "不属于"
            words = f"{verb}（{name(b)}、{name(c)}）"
            repair = (f"写作“{words}”", f"write {words}", ((op[1], c[2], words),))
            return mistake("OT1012", c[1], c[2], value=name(c), repair=repair)
    return None


def _bare_set(text, tokens) -> Mistake | None:
    for i, (kind, start, end, value) in enumerate(tokens[:-1]):
        if kind == "IN" and tokens[i + 1][0] in _OPERAND:
            last = i + 1
            while last + 2 < len(tokens) and tokens[last + 1][0] == "SEP" and tokens[last + 2][0] in _OPERAND:
                last += 2
            begin, stop = tokens[i + 1][1], tokens[last][2]
            words = f"{value}（{text[begin:stop]}）"
            return mistake("OT1025", begin, stop, word=value, repair=(f"写作“{words}”", f"write {words}", ((start, stop, words),)))
    return None


def _mixed(tokens) -> Mistake | None:
    seen: dict[int, set[str]] = {}
    for depth, token in _at_depth(tokens):
        kinds = seen.setdefault(depth, set())
        if token[0] in ("AND", "OR"):
            kinds.add(token[0])
            if len(kinds) == 2:
                repair = ("先成立的一组加上括号，如“（甲 且 乙） 或 丙”", "bracket one group, as in （甲 且 乙） 或 丙", ())
                return mistake("OT1011", token[1], token[2], repair=repair)
        elif token[0] == "CLOSE":
            seen.pop(depth + 1, None)
    return None


def _blank_in_name(text, tokens) -> Mistake | None:
    for first, second in zip(tokens, tokens[1:]):
        if first[0] == second[0] == "NAME" and first[3][1] == second[3][1] == "":
            found = text[first[1] : second[2]]
            joined = first[3][0] + second[3][0]
            repair = (f"写作“{joined}”；若是两样，用“、”分开", "join the words; separate two things by 、", ())
            return mistake("OT1013", first[2], second[1], found=found, repair=repair)
    return None


def _missing_argument(tokens) -> Mistake | None:
    for index, (kind, start, end, value) in enumerate(tokens):
        following = tokens[index + 1][0] if index + 1 < len(tokens) else ""
        if kind == "Q_WITHIN" and following == "QUANTITY" and index + 2 < len(tokens) and tokens[index + 2][0] in ("CLOSE", "COMMA"):
            quantity = tokens[index + 1]
            repair = ("后面加“内补”", "add 内补", ((quantity[2], quantity[2], "内补"),))
            expected, expected_en = ARGUMENT[kind]
            return mistake("OT1107", start, quantity[2], word=value, expected=expected, expected_en=expected_en, repair=repair)
        if kind in ARGUMENT and kind != "Q_WITHIN" and following in ("", "COMMA", "CLOSE", "SEP"):
            expected, expected_en = ARGUMENT[kind]
            return mistake("OT1107", start, end, word=value, expected=expected, expected_en=expected_en)
    return None


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
        return mistake("OT1019", begin, end, expected=expected, expected_en=expected_en)
    _, start, end, _ = tokens[index]
    return mistake("OT1018", start, end, expected=expected, expected_en=expected_en, found=text[start:end])
