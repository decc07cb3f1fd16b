"""Naming rules as a place writes them: what a name must begin or end with, hold, or never hold, and why.

Only words are compared, no patterns: nothing that an author writes can make a check slow.
"""

from __future__ import annotations

from dataclasses import dataclass

from onething.naming.typography import plain

KINDS = ("一件事", "事项", "情形", "角色", "部门", "证照", "数据元", "地区")


@dataclass(frozen=True, slots=True)
class NamingRule:
    """A rule for names of one kind (``of``, one of ``KINDS``). A name must begin with one of ``begins``, end with one of
    ``ends``, hold one of ``holds`` and none of ``never``, and have at most ``at_most`` characters; () and 0 = that is not
    asked. ``unless``: names that are free of the rule. ``reason`` is shown with what breaks it; ``basis``: the document
    that says so."""

    of: str
    reason: str
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    at_most: int = 0
    unless: tuple[str, ...] = ()
    basis: str = ""


def broken(rule: NamingRule, name: str) -> tuple[str, str] | None:
    """What in a name breaks the rule, in words that follow “名称…”; None if it keeps it, or is free of it."""
    text = plain(name)
    if name in rule.unless:
        return None
    for word in rule.never:
        if plain(word) in text:
            return f"不应有“{word}”", f"must not hold “{word}”"
    for words, holds, zh, en in (
        (rule.begins, text.startswith, "开头", "begin with"),
        (rule.ends, text.endswith, "结尾", "end with"),
        (rule.holds, text.__contains__, "里", "hold"),
    ):
        if words and not any(holds(plain(w)) for w in words):
            listed = "、".join(f"“{w}”" for w in words)
            return f"{zh}应有{listed}" + ("之一" if len(words) > 1 else ""), f"must {en} {listed}"
    if rule.at_most and len(name) > rule.at_most:
        return f"不应超过{rule.at_most}个字，这里是{len(name)}个", f"must have at most {rule.at_most} characters, this has {len(name)}"
    return None


def without(rule: NamingRule, name: str) -> str:
    """The name without the words it must never hold; '' if there are none, or nothing is left, or it still breaks the rule."""
    made = name
    for word in rule.never:
        made = made.replace(word, "")
    made = made.strip("“”\"' ")
    return made if made and made != name and broken(rule, made) is None else ""
