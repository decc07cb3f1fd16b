"""BundleIR: the published form of a bundle. An emitter reads this and nothing else of ours.

Names of things are Chinese and unique within their kind; ``id`` is a stable ASCII identifier for targets
that need one. Order of lists is the author's. Money in yuan. Every thing carries its ``Place``.

**Conditions** are JSON values::

    true | false
    ["is", question, [option, …]]        the question is answered with one of the options
    ["cmp", question, op, number]        op is one of < <= > >= ; false while the question is unanswered
    ["chosen", matter]                   the applicant chose this optional matter
    ["done", matter]                     it was finished before
    ["doing", matter]                    it is in progress already
    ["taken", matter]                    the matter's own ``taken`` condition (written out in the matter)
    ["and", c, …] | ["or", c, …] | ["not", c]

An answer counts only while its question is open (``Question.open``): drop the others before evaluating.
``taken`` conditions refer only to matters that stand earlier in ``taking_order``.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Condition = Any  # bool | list, as above; kept loose here, checked by tests/plan
How = Literal["自备", "电子证照", "数据共享", "系统生成", "告知承诺", "容缺后补", "查验不收", "内部调阅", "内部流转"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(_Model):
    """Where the specification says it; line and column from 1, in raw characters. ``basis``: the document
    that states it; ``unverified``: no source confirms it (未核)."""

    file: str
    line: int
    column: int
    basis: str = ""
    unverified: bool = False


class Named(_Model):
    """A value with its place: a department, a channel, a level, a procedure."""

    name: str
    place: Place


class Duration(_Model):
    """A time limit. All zero = 即办. ``excluding``: special procedures off the clock. ``since``: the matter
    from whose end (or ``point``) it counts; '' = from acceptance. ``text``: as the specification words it."""

    working_days: float = 0
    natural_days: float = 0
    hours: float = 0
    excluding: list[str] = []
    since: str = ""
    point: str = "办结"
    text: str


class DurationCase(_Model):
    """A limit under a condition; the cases of a matter exclude each other. ``limit`` None = not stated."""

    when: Condition = True
    limit: Duration | None
    place: Place


class TextCase(_Model):
    """A text under a condition (department, form, fee …); cases exclude each other."""

    when: Condition = True
    text: str
    place: Place


class Option(_Model):
    name: str
    id: str


class Question(_Model):
    """A situation question. ``ask`` '' = never asked, looked up in ``source``. ``open``: when it is asked.
    ``type`` 选项 是否 整数 月数 年龄 面积 长度 金额; numbers have ``unit`` and ``cuts``, the numbers they are
    compared with."""

    name: str
    id: str
    ask: str
    type: str
    options: list[Option] = []
    unit: str = ""
    cuts: list[float] = []
    source: str = ""
    open: Condition = True
    remark: str = ""
    place: Place


class Role(_Model):
    """``kinds``: 申请人 办理对象 共同签字. ``any_of``: the roles of which one fills it."""

    name: str
    id: str
    kinds: list[str] = []
    any_of: list[str] = []
    sign_within: Duration | None = None
    remark: str = ""
    place: Place


class Gate(_Model):
    """``kind`` 不予联办 不予受理 提示; ``matter`` '' = of the whole bundle. ``message`` has no placeholders left."""

    kind: str
    name: str = ""
    id: str
    matter: str = ""
    when: Condition
    message: str
    place: Place


class Output(_Model):
    """What a matter yields: a document (证照), an identifier or fact (字段) or a state (状态)."""

    kind: Literal["证照", "字段", "状态"]
    name: str
    posted: bool = False
    place: Place


class Matter(_Model):
    """``applies``: who it is for. ``taken``: whether it is handled, given answers, choice, finished matters and
    matters in progress. ``blocked``: a 不予受理 of its own, or of a prerequisite it cannot do without, holds; such a
    matter is not taken (``taken`` says so already).
    ``on_refusal`` 终止联办 终止后续 其他照办 转单独办理. ``fees``/``departments``/``forms``: [] = not stated."""

    name: str
    id: str
    participation: Literal["必办", "选办", "自动"]
    kind: str = ""
    levels: list[Named] = []
    departments: list[TextCase] = []
    forms: list[TextCase] = []
    applies: Condition
    taken: Condition
    blocked: Condition = False
    promise: list[DurationCase] = []
    legal: list[DurationCase] = []
    limit_free: bool = False  # a check or guidance: has no limit, takes no time
    steps: list[str] = []
    visits: list[TextCase] = []
    conditions: list[str] = []
    basis: list[str] = []
    outputs: list[Output] = []
    fees: list[TextCase] = []
    on_refusal: str
    remark: str = ""
    basic_code: str = ""  # 基本编码, GB/T 39554.1
    implementing_code: str = ""  # 实施编码
    place: Place


class Edge(_Model):
    """``before`` must be finished before ``after`` is accepted, where ``when`` holds (it implies that both are
    taken). ``holds`` 办结: through a document that may follow later, it holds only the end of ``after``.
    ``kind`` 起算: only the limit of ``after`` counts from there, at the point ``what`` (受理 决定 办结) of ``before``."""

    before: str
    after: str
    when: Condition
    kind: Literal["证照", "字段", "状态", "前置", "起算"]
    what: str
    holds: Literal["受理", "办结"] = "受理"
    reason: str
    places: list[Place]


class FieldNeed(_Model):
    matter: str
    when: Condition
    required: bool
    place: Place


class Field(_Model):
    """One field of the one form: catalogue element + owner. ``visible``: when it is asked; ``required``: when it
    must be filled. ``type``: 文字 姓名 身份证号 统一社会信用代码 日期 手机号 整数 金额 面积 选项. ``prefill``: source."""

    name: str
    id: str
    element: str
    owner: str
    type: str
    options: list[str] = []
    unit: str = ""
    visible: Condition
    required: Condition
    prefill: str = ""
    prefill_when: Condition = True
    remark: str = ""
    needs: list[FieldNeed]
    place: Place


class MaterialNeed(_Model):
    """One matter's need of the material, and how it is obtained when it is not issued inside.

    ``when``: the matter is taken, not in progress, and asks for it. ``inside``: another taken matter issues it.
    ``how``: the way otherwise. ``fallback``: words for when that fails. Whether the applicant brings the line at all
    is said by ``Material.hand_in``, ``later`` and ``offered``: an alternative beside a free one keeps its ``how``."""

    matter: str
    when: Condition
    inside: Condition = False
    issuers: list[str] = []
    how: How
    reason: str
    fallback: str = ""
    optional: bool = False
    place: Place


class Material(_Model):
    """One line of the merged set: a document of an owner, for all matters that need it.

    ``hand_in``: when the applicant brings it (自备), counting neither 容缺 nor optional needs; ``later``: when
    it may follow (容缺后补); ``offered``: when it may be brought but need not be (非必要).
    ``group``: number of the one-of group it belongs to, 0 = none. In a group an alternative that asks nothing
    of the applicant wins, so ``hand_in`` of the others is false there; else one of the lines is enough.
    ``original`` 原件 原件或复印件 复印件 or '' (not stated); ``medium`` 纸质 电子 or ''; ``copies`` 0 = not stated."""

    name: str
    id: str
    document: str
    owner: str
    original: str = ""
    medium: str = ""
    copies: int = 0
    later_text: str = ""
    notes: list[str] = []
    hand_in: Condition
    later: Condition = False
    offered: Condition = False
    group: int = 0
    needs: list[MaterialNeed]
    place: Place


class Reminder(_Model):
    """``anchor`` names the date (a field or question); ``days`` natural days after it (negative: before)."""

    name: str
    id: str
    to: list[str]
    anchor: str
    days: float
    channel: str
    text: str
    place: Place


class Figure(_Model):
    """A figure over all situations with everything chosen. ``value`` None = not stated; ``at_least``: a term was
    not stated; ``low`` … ``high`` its range. For time ``text`` reads e.g. 12个工作日＋20个自然日."""

    value: float | None
    low: float | None = None
    high: float | None = None
    at_least: bool = False
    not_stated: list[str] = []
    text: str = ""


class Figures(_Model):
    materials: Figure
    time: Figure
    approval_steps: Figure
    applicant_steps: Figure | None = None
    visits: Figure


class Saved(_Model):
    """One thing the bundle saves at the situation of the headline figures, and why."""

    what: str
    name: str
    matter: str
    reason: str


class Claim(_Model):
    """A claim (成效) judged: 相符 不符 推不出 仅为实测."""

    what: str
    claimed: str
    computed: str
    verdict: str
    place: Place


class ExtraWait(_Model):
    """A workflow that keeps one shape for all situations lets ``after`` wait for ``before`` through the skipped
    matters ``through`` in some situation; such waiting is not in the meaning, so it is listed."""

    before: str
    after: str
    through: list[str]


class Step(_Model):
    """A step of the way to what is changed: 事项 出生登记, 材料 结婚证; ``name`` is '' for an entry as a whole."""

    word: str
    name: str


class LocalChange(_Model):
    """What a local version (of the place ``by``) changes in what it adapts. ``how`` 修改 增加 取消 改为; ``text`` as it is
    now, ``was`` what it overrides; ``reason`` why it is cancelled."""

    path: list[Step]
    how: str
    text: str = ""
    was: str = ""
    reason: str = ""
    by: str
    place: Place
    was_place: Place | None = None


class BundleIR(_Model):
    """A bundle, complete. See the module for conditions."""

    language: str
    compiler: str
    identity: str  # 福建省/新生儿出生
    name: str
    code: str
    place: str  # 国家 = no place
    place_code: str
    folder: str  # <place code>/<code>, ASCII
    version: str  # digest of the meaning, equal at places where it means the same; workflow keys carry it
    standard: str = ""
    parent: str = ""  # identity of the version it adapts; '' = none
    changes: list[LocalChange] = []  # of all versions on the way down to this one, the uppermost first
    subjects: list[str] = []
    theme: str = ""
    lead: Named | None
    cooperating: list[Named] = []
    participants: list[Named] = []
    basis: list[str] = []
    channels: list[Named] = []  # where one can apply
    enquiry_channels: list[Named] = []  # where one can only ask
    mode: str = ""  # 套餐 (all together) or 菜单 (the applicant chooses); '' = not stated
    lead_by: str = ""  # how the lead department is determined: 行业主管 主办证照 综合受理
    at_least_one: bool = False
    special_procedures: list[Named] = []
    limit: Duration | None = None  # declared 总时限
    limit_place: Place | None = None
    fee: str = ""  # '' = not stated; 无 = none
    delivery: str = ""
    hours: str = ""  # when windows or services are open
    enquiries: str = ""
    conditions: list[str] = []
    remark: str = ""
    place_in_source: Place
    roles: list[Role]
    questions: list[Question]
    gates: list[Gate]
    matters: list[Matter]
    taking_order: list[str]
    edges: list[Edge]
    fields: list[Field]
    materials: list[Material]
    reminders: list[Reminder]
    before: Figures
    after: Figures
    headline_answers: dict[str, str]
    saved: list[Saved]
    claims: list[Claim]
    counting_rule: str
    situations: int
    extra_waits: list[ExtraWait] = []
