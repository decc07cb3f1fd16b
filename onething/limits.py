"""How much is accepted: one literal table. Each limit keeps hostile or broken input from hanging the tool."""

from __future__ import annotations

from typing import NamedTuple


class Limit(NamedTuple):
    """A limit: the name the code uses, the largest accepted value, and one line for the reader."""

    name: str
    value: int
    explain: str


LIMITS: tuple[Limit, ...] = (
    Limit("file_bytes", 2 * 1024 * 1024, "一个文件最多 2 MiB"),
    Limit("line_characters", 20_000, "一行最多 20000 个字符"),
    Limit("depth", 64, "括号、否定和 YAML 最多套 64 层"),
    Limit("terms", 1_000, "一个值里最多 1000 项"),
    Limit("situations", 1 << 20, "一件事的情形组合最多 1048576 种"),
    Limit("circles", 1_000, "先后成环的可能最多看 1000 个环"),
    Limit("memo", 200_000, "记住的短语最多 200000 个，满了就清空"),
)

_VALUES = {limit.name: limit.value for limit in LIMITS}
FILE_BYTES = _VALUES["file_bytes"]
LINE_CHARACTERS = _VALUES["line_characters"]
DEPTH = _VALUES["depth"]
TERMS = _VALUES["terms"]
SITUATIONS = _VALUES["situations"]
CIRCLES = _VALUES["circles"]
MEMO = _VALUES["memo"]
