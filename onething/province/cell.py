"""One cell of the coverage: a standard bundle at a place, what is there of it, and the line that says so."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class State:
    """A state of a cell. ``letter`` stands in the table beside the colour ``tone``; ``covered``: the bundle is there;
    ``complete``: with all that the standard asks."""

    name: str
    letter: str
    english: str
    tone: str  # a key of ``onething.workbook.sheet.STATES``
    covered: bool
    complete: bool
    explain: str


# From best to worst: a cell has the worst that is true of it.
STATES: dict[str, State] = {
    s.name: s
    for s in (
        State("有", "有", "present", "good", True, True, "有，应含的事项都在"),
        State("改名", "改", "renamed", "more", True, True, "有，名称与标准不一致，也不是它的别名"),
        State("旧版", "旧", "outdated", "old", True, True, "有，写的是标准的旧版本"),
        State("加码", "加", "asks more", "heavy", True, True, "有，但比标准多要、更久、多跑，或者少给"),
        State("部分", "部", "partly", "partly", True, False, "有，但缺事项，或者有的人办不到"),
        State("有错", "错", "faulty", "bad", False, False, "有文件，但有错误，改好才算"),
        State("疑似", "疑", "perhaps", "partly", False, False, "没有写明标准，名称相近，要人看是不是"),
        State("缺", "缺", "missing", "bad", False, False, "没有"),
        State("不要求", "·", "not asked", "none", False, False, "这张清单不要求这里办，或者还没有发布"),
    )
}
ORDER = {name: number for number, name in enumerate(STATES)}


@dataclass(frozen=True, slots=True)
class Lack:
    """Something of the standard that a bundle has not for everybody. ``kind``: 缺 · 取消 (``detail``: the reason given)
    · 部分人 (``detail``: those who lose it) · 加码 (``matter``: what is asked beyond the standard, of whom) · 疑似 (``detail``: the matter that may be it)."""

    matter: str
    kind: str
    detail: str
    path: str
    line: int

    @property
    def at(self) -> str:
        """``file:line``."""
        return f"{self.path}:{self.line}"

    def text(self) -> str:
        """In words, as a list of what is missing has it."""
        words = {
            "取消": f"取消 {self.matter}，理由：{self.detail}",
            "部分人": f"有的人没有 {self.matter}，例如：{self.detail}" if self.matter else f"有的人整件都办不成，例如：{self.detail}",
            "加码": f"{self.matter}，{self.detail if self.detail.startswith('无论') else f'例如：{self.detail}'}",
            "疑似": f"没有叫 {self.matter} 的，可能就是“{self.detail}”",
        }
        return words.get(self.kind, f"缺 {self.matter}")


@dataclass(frozen=True, slots=True)
class Depth:
    """How deep the online service is: of the matters that people apply for, how many are (``yes``), are not (``no``),
    and of how many nobody says it (``unstated``, never a yes)."""

    yes: int = 0
    no: int = 0
    unstated: int = 0

    def __add__(self, other: Depth) -> Depth:
        return Depth(self.yes + other.yes, self.no + other.no, self.unstated + other.unstated)

    @property
    def of(self) -> int:
        return self.yes + self.no + self.unstated

    def text(self) -> str:
        """``3/5，另 1 项未载明``; without matters 未载明."""
        if not self.of:
            return "未载明"
        return f"{self.yes}/{self.of}" + (f"，其中 {self.unstated} 项未载明" if self.unstated else "")


@dataclass(frozen=True, slots=True)
class Cell:
    """``standard`` with its list, ``bundle`` without. ``path`` and ``line``: of the bundle; where there is none, of the standard. ``inherited``: the city whose version
    is handled here, or ''. ``name``: as the bundle (or the one that may be it) is called. ``obliged``: it counts. ``matters``: those of the bundle; ``added``: those that the standard does not name."""

    place: str
    standard: str
    bundle: str
    state: str
    path: str
    line: int
    obliged: bool = True
    inherited: str = ""
    name: str = ""
    version: str = ""
    lacks: tuple[Lack, ...] = ()
    matters: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    online: Depth = field(default_factory=Depth)
    no_visit: Depth = field(default_factory=Depth)

    @property
    def covered(self) -> bool:
        return STATES[self.state].covered

    @property
    def complete(self) -> bool:
        return STATES[self.state].complete

    @property
    def at(self) -> str:
        """``file:line``."""
        return f"{self.path}:{self.line}"


def together(lacks: tuple[Lack, ...]) -> list[tuple[str, str]]:
    """What is lacking in words, with its line; missing matters that one line asks for are one."""
    absent: dict[str, list[str]] = {}
    for lack in lacks:
        if lack.kind == "缺":
            absent.setdefault(lack.at, []).append(lack.matter)
    return [(f"缺 {'、'.join(names)}", at) for at, names in absent.items()] + [(l.text(), l.at) for l in lacks if l.kind != "缺"]
