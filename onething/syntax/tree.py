"""The syntax tree: one shape for both notations, every node with its place, nothing lost.

Offsets are characters of the source text. The phrase of a value is shared between equal values (it is
memoised by its text), so its offsets are relative; ``Value.at`` says where it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from onething.source import Source, Span
from onething.vocabulary import Block, Word


# --- phrases: what stands in a value -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written. ``quoted`` is the opening bracket it stood in (``“`` ``《``) or ''."""

    text: str
    start: int
    end: int
    quoted: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Free text that stood in quotes (quotes not included in ``text``; they are in the offsets)."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number before a declared unit, with the boundary word that binds to it.

    ``number`` is canonical decimal text (``5``, ``0.5``); ``unit`` a canonical unit name (``工作日``);
    ``bound`` one of '' 以上 以下 以内 内 不满 超过 不低于 … (canonical). A range ``1至50名`` has ``upper``.
    """

    number: str
    unit: str
    start: int
    end: int
    bound: str = ""
    upper: str = ""


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar day written ``2026-03-01``."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """A document number or title cited after 依据, brackets normalised (``国发〔2024〕3号``)."""

    text: str
    start: int
    end: int


Argument = Name | Text | Quantity | Citation | Date


@dataclass(frozen=True, slots=True)
class Qualifier:
    """One part of a bracket: a declared word with its arguments, or (``word`` = '') a bare quantity or text.

    ``自 X 办结 起`` is word 自, args (X,), point 办结; ``2024-06-30 前`` is word 前. ``every`` says that 均 stood before it.
    """

    word: str
    args: tuple[Argument, ...]
    start: int
    end: int
    every: bool = False
    point: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of a list with its qualifiers. ``X 变为 Y`` and ``X 为 Y`` (a state) have ``state``."""

    head: Name | Text | Quantity | Date | Citation
    qualifiers: tuple[Qualifier, ...]
    start: int
    end: int
    state: Name | None = None
    link: str = ""  # 变为 | 为 when ``state`` is set; a point (受理 决定 办结) after a matter name


@dataclass(frozen=True, slots=True)
class Items:
    """A line of things: a list, or alternatives of which one is enough, under an optional condition."""

    items: tuple[Item, ...]
    start: int
    end: int
    one_of: bool = False
    when: "Condition | None" = None


@dataclass(frozen=True, slots=True)
class Compare:
    """``subject operator values``. ``operator`` is a canonical word (为 不为 属于 不属于 不满 超过 以上 以下 …).

    A range ``60周岁以上不满70周岁`` is a ``Both`` of two compares.
    """

    subject: Name
    operator: str
    values: tuple[Name | Quantity, ...]
    start: int
    end: int
    qualifiers: tuple[Qualifier, ...] = ()  # （未核）, （依据 …）


@dataclass(frozen=True, slots=True)
class Not:
    part: "Condition"
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Both:
    """All parts hold (且), flattened."""

    parts: tuple["Condition", ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Either:
    """Some part holds (或), flattened."""

    parts: tuple["Condition", ...]
    start: int
    end: int


Condition = Compare | Not | Both | Either


@dataclass(frozen=True, slots=True)
class Change:
    """A claimed change: ``由10次减至1次``; either side may be a name such as 未载明."""

    before: Quantity | Name
    after: Quantity | Name
    qualifiers: tuple[Qualifier, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Order:
    """``A 先于 B``."""

    first: Name
    second: Name
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Moment:
    """``X 后 30个自然日``: a point in time relative to a named date. ``direction`` is 前 or 后."""

    anchor: Name
    direction: str
    distance: Quantity
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Prose:
    """Free text of an entry of type text: the rest of the line, quotes removed if they enclosed it all."""

    text: str
    start: int
    end: int


Phrase = Items | Compare | Not | Both | Either | Change | Order | Moment | Prose


# --- structure: blocks, entries, items -----------------------------------------------------------


@dataclass(slots=True)
class Value:
    """A phrase at its place. ``exact`` is False when the place of its parts is not known (a folded YAML
    scalar): then every part has the span of the whole."""

    phrase: Phrase
    source: Source
    at: int
    end: int
    exact: bool = True

    def span(self, part=None) -> Span:
        """Place of a part of the phrase, or of the whole value."""
        if part is None or not self.exact:
            return Span(self.source, self.at, self.end)
        return Span(self.source, self.at + part.start, self.at + part.end)


@dataclass(slots=True)
class Comment:
    """A remark after ``#``; ``text`` without the sign. ``blank`` says that an empty line stood directly before it."""

    text: str
    start: int
    end: int
    blank: bool = False


@dataclass(slots=True)
class Node:
    """A block, an entry, a case of an entry (``当 …：``, ``其余：``) or an item line.

    shape     block · entry · case · item · answer (an undeclared key in a block with open keys: the answer
              to a question in 场景, the organ of a place in 部门; its value is an ``Items`` phrase)
    word      the declared word; None for items, cases and answers
    key       place of the word (or of the answer's key) in the source
    name      name in a block's head, or the key of an answer, as a one-item ``Items`` phrase
    parts     other parts of a block's head by declared key: 问 当 答复 种类 … ; a case's 当
    value     inline value; never together with children (except blocks whose head has a value)
    change    修改 增加 取消 改为 where a local version says so, and ``changed`` its place. Of what is cancelled the
              reason is ``parts["理由"]``; ``name`` of a cancelled entry is the thing that goes (None: all of it)
    """

    shape: str
    source: Source
    start: int
    end: int
    word: Word | Block | None = None
    key: tuple[int, int] = (0, 0)
    name: Value | None = None
    parts: dict[str, Value] = field(default_factory=dict)
    value: Value | None = None
    children: list["Node"] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    trailing: Comment | None = None
    closing: list[Comment] = field(default_factory=list)  # remarks behind the last child, indented with it
    blank: bool = False  # an empty line stood directly before its own line
    guessed: bool = False  # its word was misspelt and is a guess (there is a finding)
    change: str = ""
    changed: tuple[int, int] = (0, 0)

    @property
    def span(self) -> Span:
        """Place of the node's own line, without children."""
        return Span(self.source, self.start, self.end)

    @property
    def key_span(self) -> Span:
        """Place of the word that opens the node."""
        return Span(self.source, *self.key)


@dataclass(slots=True)
class Tree:
    """One parsed file: its blocks in the author's order, comments behind the last one, and the findings."""

    source: Source
    notation: str  # text | yaml
    blocks: list[Node]
    comments: list[Comment]
    findings: list  # of diagnostics.Finding
