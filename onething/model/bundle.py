"""A bundle with every name resolved. Plain data: what it means is said in ``onething.semantics``."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from onething.logic.expression import Expression
from onething.model.fact import Cases, Fact
from onething.model.time import Duration
from onething.source import Span


@dataclass(frozen=True, slots=True)
class Thing:
    """A document, data element or state with its owner: what identity goes by.

    ``label`` is what people read (新生儿的居民户口簿); it is no part of the identity.
    """

    kind: str  # 证照 | 字段 | 状态
    name: str
    owner: str
    value: str = ""  # of a state: the value it must have, or takes
    label: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Role:
    name: str
    kinds: tuple[str, ...]
    any_of: tuple[str, ...]
    sign_within: Duration | None
    remark: str
    span: Span


@dataclass(frozen=True, slots=True)
class Question:
    """``options`` for 选项 and 是否; otherwise a number in ``unit`` (canonical base unit of its kind)."""

    name: str
    ask: str
    type: str
    options: tuple[str, ...]
    option_spans: tuple[Span, ...]
    unit: str
    source: str
    open: Expression
    open_span: Span | None
    remark: str
    span: Span
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison as it is written: the word (不满, 不为 …), what it says, and the number it compares with, which
    ``parameter`` may stand for."""

    question: str
    word: str
    says: Expression
    number: Fraction | None
    parameter: str
    span: Span


@dataclass(frozen=True, slots=True)
class Parameter:
    """``number`` None: 未载明; ``text`` as written."""

    name: str
    number: Fraction | None
    unit: str
    text: str
    span: Span
    basis: str = ""
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Gate:
    """``kind`` 不予联办 不予受理 提示; ``matter`` '' = of the bundle."""

    kind: str
    name: str
    matter: str
    when: Expression
    when_span: Span
    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Need:
    """A matter's need of a document under a condition.

    ``how``: as the phrase says (自备 电子证照 数据共享 …) or '' when it leaves it to the catalogue.
    ``group``: number of the one-of group within the matter, 0 = none."""

    thing: Thing
    when: Expression
    how: str
    fallback: str
    original: str
    medium: str
    copies: int
    optional: bool
    later: Duration | None
    notes: tuple[str, ...]
    group: int
    span: Span
    when_span: Span | None = None
    basis: str = ""
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class FieldUse:
    """A matter's need of a field; ``prefill``: the source its phrase names, or ''."""

    thing: Thing
    when: Expression
    required: bool
    prefill: str
    span: Span
    basis: str = ""
    unverified: bool = False
    when_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Output:
    thing: Thing
    when: Expression
    posted: bool
    span: Span
    basis: str = ""
    unverified: bool = False
    when_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """A declared prerequisite: a matter, or a state that must hold. ``reason`` as the author gave it."""

    matter: str
    state: Thing | None
    when: Expression
    reason: str
    span: Span
    basis: str = ""
    unverified: bool = False
    when_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Visits:
    """``reasons`` may be fewer than ``count``, or none."""

    count: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """How the matter was handled singly, before. None = not stated."""

    time: Fact[Duration] | None = None
    steps: tuple[str, ...] | None = None
    visits: Visits | None = None
    needs: tuple[Need, ...] | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    name: str
    aliases: tuple[str, ...]
    departments: Cases[str]
    levels: tuple[Fact[str], ...]
    kind: str
    basis: tuple[str, ...]
    applies: Expression
    applies_span: Span | None
    participation: str  # 必办 选办 自动
    forms: Cases[str]
    prerequisites: tuple[Prerequisite, ...]
    legal: Cases[Duration]
    promise: Cases[Duration]
    steps: tuple[str, ...] | None
    visits: Cases[Visits]
    conditions: tuple[str, ...]
    needs: tuple[Need, ...]
    fields: tuple[FieldUse, ...]
    outputs: tuple[Output, ...]
    fees: Cases[str]
    gates: tuple[Gate, ...]
    on_refusal: str
    alone: Alone
    remark: str
    span: Span
    basic_code: Fact[str] | None = None
    implementing_code: Fact[str] | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """由 … 减至 …: numbers with units, None = 未载明."""

    what: str
    before: Fraction | None
    after: Fraction | None
    before_unit: str
    after_unit: str
    text: str
    measured: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Reminder:
    """``days`` natural days after the date ``anchor`` (negative: before)."""

    name: str
    to: tuple[str, ...]
    anchor: str
    days: Fraction
    channel: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Scenario:
    """An applicant and expectations. ``answers``: option texts or numbers; absent expectations are None.
    ``places``: where each answer, and each matter chosen, stands."""

    name: str
    answers: dict[str, str | Fraction]
    choose: tuple[str, ...]
    done: tuple[str, ...]
    doing: tuple[str, ...]
    expectations: tuple["Expectation", ...]
    span: Span
    places: dict[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Expectation:
    """``word`` is the declared word (应办 应交 …); ``value`` names, a pair (先后), a duration or visits."""

    word: str
    value: object
    span: Span


@dataclass(frozen=True, slots=True)
class LocalChange:
    """One thing that a local version changes in what it adapts.

    path    what is changed, from outside in, as pairs of word and name: (事项, 出生登记), (材料, 结婚证)
    how     修改 增加 取消 改为
    place   of the version that says so · ``span`` where
    text    as it is now ('' when cancelled) · ``was`` what it overrides, as written, at ``was_span``
    reason  why it is cancelled
    """

    path: tuple[tuple[str, str], ...]
    how: str
    place: str
    span: Span
    text: str = ""
    was: str = ""
    was_span: Span | None = None
    reason: str = ""

    @property
    def idle(self) -> bool:
        """Whether it leaves everything as it was."""
        return self.how not in ("增加", "取消") and self.text == self.was != ""


@dataclass(frozen=True, slots=True)
class Bundle:
    """``parent``: identity of the version it adapts, '' if none; ``parent_span``: where it says so. ``changes``: what local
    versions changed on the way down to this one, the uppermost first; its own are those of its place."""

    name: str
    place: str
    code: str
    standard: Fact[str] | None
    subjects: tuple[str, ...]
    theme: str
    leads: tuple[Fact[str], ...]
    lead_by: str
    cooperating: tuple[Fact[str], ...]
    participants: tuple[Fact[str], ...]
    basis: tuple[str, ...]
    channels: tuple[Fact[str], ...]
    enquiry_channels: tuple[Fact[str], ...]
    mode: str
    at_least_one: bool
    menu_span: Span | None
    special_procedures: tuple[Fact[str], ...]
    limit: Fact[Duration] | None
    fee: str
    delivery: str
    hours: str
    enquiries: str
    conditions: tuple[str, ...]
    claims: tuple[Claim, ...]
    remark: str
    roles: dict[str, Role]
    questions: dict[str, Question]
    parameters: dict[str, Parameter]
    gates: tuple[Gate, ...]
    matters: dict[str, Matter]
    reminders: tuple[Reminder, ...]
    scenarios: tuple[Scenario, ...]
    span: Span
    makers: dict[Thing, tuple[tuple[str, Output], ...]]  # thing → the matters that issue it, in their order
    code_span: Span | None = None
    comparisons: tuple[Comparison, ...] = ()
    standard_version: str = ""  # of the standard, when this was written
    parent: str = ""
    parent_span: Span | None = None
    changes: tuple[LocalChange, ...] = ()

    @property
    def identity(self) -> str:
        return f"{self.place}/{self.name}"

    @property
    def applicants(self) -> tuple[str, ...]:
        return tuple(r.name for r in self.roles.values() if "申请人" in r.kinds)
