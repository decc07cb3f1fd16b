"""How much is accepted: one literal table. Each limit keeps hostile or broken input from hanging the tool."""

from __future__ import annotations

from typing import NamedTuple


class Limit(NamedTuple):
    """A limit: the name the code uses, the largest accepted value, what is limited and what for, in Chinese and English,
    and the code of the finding beyond it (empty: nothing is refused)."""

    name: str
    value: int
    what: tuple[str, str]
    protects: tuple[str, str]
    code: str = ""


LIMITS: tuple[Limit, ...] = (
    Limit("file_bytes", 2 * 1024 * 1024, ("一个文件的字节数", "bytes of a file"), ("内存和时间", "memory and time"), "OT0103"),
    Limit("line_characters", 20_000, ("一行的字符数", "characters of a line"), ("逐字查看的时间", "time that looking at each character takes"), "OT0105"),
    Limit("depth", 64, ("括号、否定和 YAML 套的层数", "depth of brackets, denials and YAML"), ("递归", "recursion"), "OT0106"),
    Limit("terms", 1_000, ("一个值里的项数", "terms in a value"), ("表达式的大小", "the size of expressions"), "OT0110"),
    Limit("digits", 15, ("一个数字的位数", "digits of a number"), ("算得准、印得出", "exact arithmetic, and numbers that can be printed"), "OT0120"),
    Limit("matters", 100, ("一件事的事项数", "matters of a bundle"), ("一环扣一环的先后", "long chains of prerequisites"), "OT0121"),
    Limit("ways", 100_000, ("事项互相牵连，展开后的项数", "terms of the ways in which matters depend on each other"), ("算谁办得成的时间", "time to work out who can get what"), "OT0122"),
    Limit("name_characters", 200, ("比较的名称有几个字，再长的只看写得一不一样", "characters of a name that is compared; longer ones are only the same if written so"), ("比较名称的时间", "time to compare names")),
    Limit("situations", 1 << 20, ("一件事的情形组合数", "situations of a bundle"), ("逐一核对的时间", "time to look at each"), "OT2208"),
    Limit("circles", 1_000, ("只在已办之后才有的环，最多看几个", "circles looked at that only show once something is finished"), ("找环的时间", "time to look for circles")),
    Limit("workbook_bytes", 20 * 1024 * 1024, ("一个表格文件的字节数", "bytes of a workbook or CSV file"), ("内存和时间", "memory and time")),
    Limit("workbook_members", 2_000, ("表格压缩包里的文件数", "files in the archive of a workbook"), ("时间", "time")),
    Limit("workbook_unpacked", 200 * 1024 * 1024, ("表格解压后的字节数", "bytes of a workbook, unpacked"), ("内存和时间", "memory and time")),
    Limit("workbook_ratio", 300, ("表格里一个文件解压后是压缩时的几倍", "how many times larger a file of a workbook gets when unpacked"), ("压缩炸弹", "zip bombs")),
    Limit("workbook_cells", 500_000, ("表格里有内容的格子数", "cells of a workbook that hold something"), ("内存和时间", "memory and time")),
    Limit("workbook_memory", 1024 * 1024 * 1024, ("读一个表格用的内存（字节）", "bytes of memory that reading a workbook takes"), ("内存", "memory")),
    Limit("workbook_seconds", 60, ("读一个表格用的秒数", "seconds that reading a workbook takes"), ("时间", "time")),
    Limit("compared", 20_000, ("比较两个版本时，一样东西分成几类办事人", "kinds of applicants for one thing when two versions are compared"), ("逐类比较的时间", "time to compare each")),
    Limit("archive_members", 200_000, ("旧状态里的文件数", "files of an earlier state"), ("时间", "time")),
    Limit("archive_unpacked", 1024 * 1024 * 1024, ("旧状态解压后的字节数", "bytes of an earlier state, unpacked"), ("内存和时间", "memory and time")),
    Limit("lineage", 8, ("一层层沿用的层数", "versions that adapt each other, one above the other"), ("递归", "recursion"), "OT1513"),
    Limit("memo", 200_000, ("记住的短语数，满了就清空", "phrases remembered; then forgotten"), ("内存", "memory")),
)  # fmt: skip

_VALUES = {limit.name: limit.value for limit in LIMITS}
FILE_BYTES = _VALUES["file_bytes"]
LINE_CHARACTERS = _VALUES["line_characters"]
DEPTH = _VALUES["depth"]
TERMS = _VALUES["terms"]
DIGITS = _VALUES["digits"]
MATTERS = _VALUES["matters"]
WAYS = _VALUES["ways"]
NAME_CHARACTERS = _VALUES["name_characters"]
SITUATIONS = _VALUES["situations"]
CIRCLES = _VALUES["circles"]
COMPARED = _VALUES["compared"]
ARCHIVE_MEMBERS = _VALUES["archive_members"]
ARCHIVE_UNPACKED = _VALUES["archive_unpacked"]
LINEAGE = _VALUES["lineage"]
MEMO = _VALUES["memo"]
WORKBOOK_BYTES = _VALUES["workbook_bytes"]
WORKBOOK_MEMBERS = _VALUES["workbook_members"]
WORKBOOK_UNPACKED = _VALUES["workbook_unpacked"]
WORKBOOK_RATIO = _VALUES["workbook_ratio"]
WORKBOOK_CELLS = _VALUES["workbook_cells"]
WORKBOOK_MEMORY = _VALUES["workbook_memory"]
WORKBOOK_SECONDS = _VALUES["workbook_seconds"]
