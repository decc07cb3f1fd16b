"""Mistakes that many people make, recognised on the tokens of a phrase, each with its own message and repair.

Looked for only when the grammar refused a phrase. What is not recognised here falls to expected.py.
"""

from __future__ import annotations

from onething.syntax.confusables import skeleton
from onething.syntax.expected import ARGUMENT
from onething.syntax.keywords import OPERATORS_IN, QUALIFIER_WORDS
from onething.syntax.mistake import Mistake, mistake
from onething.vocabulary import OPERATORS

# Longest first: 不为 before 为.
COMPARING = tuple(sorted((o.name for o in OPERATORS if o.role in ("compare", "bound-before")), key=lambda w: (-len(w), w)))
_OPERAND = ("NAME", "TEXT", "QUANTITY", "DATE")


def slip(start: str, text: str, tokens: list) -> Mistake | None:
    """The first well-known mistake in a phrase that the grammar refused, or None."""
    return (
        _glued(start, tokens)
        or _stuck(start, text, tokens)
        or _table(text, tokens)
        or _missing_item(tokens)
        or _look_alike(start, text, tokens)
        or _listed_conditions(start, tokens)
        or _bare_set(text, tokens)
        or _shared_line(text, tokens)
        or _bare_answer(tokens)
        or _mixed(text, tokens)
        or _blank_in_name(start, text, tokens)
        or _missing_argument(tokens)
    )


def _glued(start: str, tokens) -> Mistake | None:
    """A condition typed without blanks: a name where a comparison should be, with an operator inside."""
    inside = start == "condition"
    for index, (kind, begin, end, value) in enumerate(tokens):
        before = tokens[index - 1][0] if index else ""
        after = tokens[index + 1][0] if index + 1 < len(tokens) else ""
        inside = inside or before == "WHEN"
        if not inside or kind != "NAME" or before not in ("", "AND", "OR", "NOT", "OPEN", "WHEN") or after not in ("", "AND", "OR", "CLOSE"):
            continue
        split, alone = _apart(value[0])
        if split != value[0]:
            repair = (f"写作“{split}”", f"write “{split}”", ((begin, end, split),), alone)
            return mistake("OT1203", begin, end, name=value[0], split=split, repair=repair)
    return None


def _apart(name: str) -> tuple[str, bool]:
    """A glued comparison with its blanks, and whether it can be divided at one place only."""
    for word in COMPARING:
        at = name.find(word, 1)
        if 0 < at < len(name) - len(word):
            others = [other for other in COMPARING if other in name and other not in word]
            return f"{name[:at]} {word} {name[at + len(word):]}", not others and name.count(word) == 1
    return name, True


def _stuck(start, text, tokens) -> Mistake | None:
    """A word that counts, glued to what follows it: ``… 且营业面积 超过 …``, ``甲 当场所 为 租赁``."""
    wanted = ("AND", "OR") if start == "condition" else ("WHEN", "OR")
    for index, (kind, begin, end, value) in enumerate(tokens):
        if kind != "NAME" or index == 0 or tokens[index - 1][0] not in (*_OPERAND, "CLOSE", "AFTER"):
            continue
        seen = any(token[0] == "WHEN" for token in tokens[:index])
        for word, (sort, _) in OPERATORS_IN["condition" if seen else "items" if start != "condition" else start].items():
            if sort in (("AND", "OR") if seen else wanted) and value[0].startswith(word) and len(value[0]) > len(word) and not word.isascii():
                rest, alone = value[0][len(word) :], True
                if index + 1 == len(tokens):
                    rest, alone = _apart(rest)
                split = f"{word} {rest}"
                repair = (f"写作“{split}”", f"write “{split}”", ((begin, end, split),), alone)
                return mistake("OT1203", begin, end, name=value[0], split=split, repair=repair)
    return None


def _table(text, tokens) -> Mistake | None:
    """A row copied from a table: tabs between its cells. What follows the first cell says how it is handed in."""
    gaps = [(a[2], b[1]) for a, b in zip(tokens, tokens[1:]) if "\t" in text[a[2] : b[1]]]
    if not gaps:
        return None
    cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
    cells[1:] = [f"{cell}份" if cell.isdigit() else cell for cell in cells[1:]]
    known = all(cell in QUALIFIER_WORDS or cell[0].isdigit() for cell in cells[1:])
    written = f"{cells[0]}（{'，'.join(cells[1:])}）" if known else "、".join(cells)
    repair = (f"写作“{written}”", f"write “{written}”", ((0, len(text.rstrip()), written),))
    return mistake("OT1038", *gaps[0], row=cells[0], repair=repair)


def _look_alike(start, text, tokens) -> Mistake | None:
    """An operator typed with a character that only looks like it: 爲 for 为."""
    words = {skeleton(word): word for word in OPERATORS_IN.get(start, ())}
    for kind, begin, end, value in tokens[1:-1]:
        word = words.get(skeleton(value[0])) if kind == "NAME" and value[1] == "" else None
        if word and word != value[0]:
            repair = (f"写作“{word}”", f"write {word}", ((begin, end, word),), True)
            return mistake("OT1018", begin, end, expected=f"“{word}”", expected_en=word, found=text[begin:end], repair=repair)
    return None


def _listed_conditions(start, tokens) -> Mistake | None:
    """甲 为 乙；丙 为 丁: whether both or one of them, a mark does not say."""
    for index, (depth, (kind, begin, end, value)) in enumerate(_at_depth(tokens)):
        before = [token[0] for token in tokens[:index]]
        behind = [token[0] for token in tokens[index + 1 : index + 3]]
        inside = start == "condition" or "WHEN" in before
        if kind == "SEP" and depth == 0 and inside and "NAME" in behind[:1] and behind[-1] in ("IS", "IN", "BOUND", "QUANTITY"):
            repair = ("都要的写“且”，有一个就行的写“或”", "write “且” if both must hold, “或” if one is enough", ((begin, end, " 且 "),))
            return mistake("OT1018", begin, end, expected="“且”或“或”", expected_en="且 (and) or 或 (or)", found=value, repair=repair)
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
    if kind == "WHEN":
        edits = tuple((token[1], token[2], f" {text[start:]}\n") for token in flat if token[0] == "SEP")
        repair = ("请分行写，一行一样", "write one thing a line", edits)
    else:
        begin, stop = flat[0][1], next((token[1] for token in flat if token[0] == "WHEN"), tokens[-1][2])
        edits = [(token[1], token[2], "、") for token in flat if token[0] == "OR"]
        edits = [(_blank(text, a, -1), _blank(text, b, 1), new) for a, b, new in edits]
        edits += [(begin, begin, "任选其一（"), (_blank(text, stop, -1), _blank(text, stop, -1), "）")]
        repair = ("请分行写，或写作“任选其一（甲、乙）”", "write one thing a line, or 任选其一（甲、乙）", tuple(edits))
    return mistake("OT1010", start, end, word=text[start:end], repair=repair)


def _blank(text, at: int, step: int) -> int:
    """``at`` moved over blanks."""
    while 0 < at < len(text) and text[at if step > 0 else at - 1].isspace():
        at += step
    return at


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
        if kind in ("IN", "ONE_OF") and tokens[i + 1][0] in _OPERAND:
            last = i + 1
            while last + 2 < len(tokens) and tokens[last + 1][0] == "SEP" and tokens[last + 2][0] in _OPERAND:
                last += 2
            begin, stop = tokens[i + 1][1], tokens[last][2]
            words = f"{value}（{text[begin:stop]}）"
            return mistake("OT1025", begin, stop, word=value, repair=(f"写作“{words}”", f"write {words}", ((start, stop, words),), True))
    return None


def _mixed(text, tokens) -> Mistake | None:
    seen: dict[int, set[str]] = {}
    for depth, token in _at_depth(tokens):
        kinds = seen.setdefault(depth, set())
        if token[0] in ("AND", "OR"):
            kinds.add(token[0])
            if len(kinds) == 2:
                edits = _groups(tokens, tokens.index(token))
                repair = ("先成立的一组加上括号，如“（甲 且 乙） 或 丙”", "bracket one group, as in （甲 且 乙） 或 丙", edits)
                return mistake("OT1011", token[1], token[2], repair=repair)
        elif token[0] == "CLOSE":
            seen.pop(depth + 1, None)
    return None


def _groups(tokens, index: int) -> tuple:
    """Brackets around what 且 joins, in the group that holds the token ``index``: 且 is mostly meant to bind closer."""
    depths = [depth for depth, _ in _at_depth(tokens)]
    depth = depths[index]
    first = last = index
    while first > 0 and (depths[first - 1] > depth or depths[first - 1] == depth and tokens[first - 1][0] not in ("OPEN", "WHEN")):
        first -= 1
    while last + 1 < len(tokens) and (depths[last + 1] > depth or depths[last + 1] == depth and tokens[last + 1][0] not in ("CLOSE", "WHEN")):
        last += 1
    edits, begin, joined = [], first, False
    for i in range(first, last + 2):
        if i > last or depths[i] == depth and tokens[i][0] == "OR":
            if joined and i > begin:
                edits += [(tokens[begin][1], tokens[begin][1], "（"), (tokens[i - 1][2], tokens[i - 1][2], "）")]
            begin, joined = i + 1, False
        elif depths[i] == depth and tokens[i][0] == "AND":
            joined = True
    return tuple(edits)


def _blank_in_name(start, text, tokens) -> Mistake | None:
    for index, (first, second) in enumerate(zip(tokens, tokens[1:])):
        if first[0] == second[0] == "NAME" and first[3][1] == second[3][1] == "":
            found = text[first[1] : second[2]]
            joined = first[3][0] + second[3][0]
            if any(token[0] == "WHEN" for token in tokens[:index]) or start == "condition":
                repair = (f"写作“{first[3][0]} 为 {second[3][0]}”", "write 为 (is) between them", ((first[2], second[1], " 为 "),))
                return mistake("OT1018", second[1], second[2], expected="“为”", expected_en="为 (is)", found=second[3][0], repair=repair)
            owned = f"{first[3][0]}的{second[3][0]}"
            known = (
                (joined, (f"写作“{joined}”", f"write “{joined}”", ((first[2], second[1], ""),))),
                (f"角色 {first[3][0]}", (f"写作“{owned}”", f"write “{owned}”", ((first[2], second[1], "的"),))),
            )
            if start == "items" and len(first[3][0]) > 1 < len(second[3][0]):
                listed = f"{first[3][0]}、{second[3][0]}"
                repair = (f"是两样，写作“{listed}”；是一样，写作“{joined}”", f"two things: {listed}; one: {joined}", ((first[2], second[1], "、"),))
            else:
                repair = (f"写作“{joined}”；若是两样，用“、”分开", "join the words; separate two things by 、", ((first[2], second[1], ""),))
            return mistake("OT1013", first[2], second[1], found=found, repair=repair, known=known)
    return None


def _missing_argument(tokens) -> Mistake | None:
    for index, (kind, start, end, value) in enumerate(tokens):
        following = tokens[index + 1][0] if index + 1 < len(tokens) else ""
        if kind == "Q_WITHIN" and following == "QUANTITY" and index + 2 < len(tokens) and tokens[index + 2][0] in ("CLOSE", "COMMA"):
            quantity = tokens[index + 1]
            repair = ("后面加“内补”", "add 内补", ((quantity[2], quantity[2], "内补"),), True)
            expected, expected_en = ARGUMENT[kind]
            return mistake("OT1107", start, quantity[2], word=value, expected=expected, expected_en=expected_en, repair=repair)
        if kind in ARGUMENT and kind != "Q_WITHIN" and following in ("", "COMMA", "CLOSE", "SEP"):
            expected, expected_en = ARGUMENT[kind]
            repair = (f"在“{value}”后面补上{expected}，中间空一格；还不知道的先删去", f"add {expected_en} behind it, after a blank, or delete it", _without(tokens, index))
            return mistake("OT1107", start, end, word=value, expected=expected, expected_en=expected_en, repair=repair)
    return None


def _without(tokens, index: int) -> tuple:
    """The edit that takes a part out of its bracket, with the bracket if nothing else stands in it."""
    before, (_, start, end, _), after = tokens[index - 1] if index else None, tokens[index], tokens[index + 1] if index + 1 < len(tokens) else None
    if before and after and (before[0], after[0]) == ("QOPEN", "CLOSE"):
        return ((before[1], after[2], ""),)
    if after and after[0] == "COMMA":
        return ((start, after[2], ""),)
    return ((before[1], end, ""),) if before and before[0] == "COMMA" else ()
