"""What a change does to somebody: one thing that is worse, better or otherwise for one of four kinds of people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from onething.source import Span

APPLICANT, WINDOW, SYSTEM, STATISTICS = "办事人", "窗口", "对接系统", "统计口径"
TOUCHED = {APPLICANT: "applicants", WINDOW: "counters", SYSTEM: "connected systems", STATISTICS: "statistics"}
UNKNOWN = "未能比较"  # the kind of what spans too many situations


class Kind(NamedTuple):
    """A kind of effect: whom it touches, and what it is called when it is for the worse, for the better – or neither
    ('' = it does not happen), each in Chinese and English."""

    who: str
    worse: tuple[str, str]
    better: tuple[str, str]
    neutral: tuple[str, str] = ("", "")


KINDS: dict[str, Kind] = {
    "不予办理": Kind(APPLICANT, ("新增不予办理的情形", "newly turned away"), ("不再不予办理", "no longer turned away")),
    "不予受理": Kind(APPLICANT, ("事项新增不予受理的情形", "matter newly refused"), ("事项不再不予受理", "matter no longer refused")),
    "事项": Kind(APPLICANT, ("少了事项", "matter lost"), ("多了事项", "matter gained")),
    "产出": Kind(APPLICANT, ("少了产出", "result lost"), ("多了产出", "result gained")),
    "材料": Kind(APPLICANT, ("新增材料", "new material"), ("材料不用再交", "material no longer asked for")),
    "材料要求": Kind(APPLICANT, ("材料要求变严", "material asked for more strictly"), ("材料要求变宽", "material asked for less strictly")),
    "填写": Kind(APPLICANT, ("新增必填", "newly to be filled in"), ("不用再填", "no longer to be filled in")),
    "时限": Kind(APPLICANT, ("时限变长", "longer limit"), ("时限变短", "shorter limit")),
    "总时限": Kind(APPLICANT, ("总时间变长", "longer in all"), ("总时间变短", "shorter in all")),
    "收费": Kind(APPLICANT, ("收费变多", "dearer"), ("收费变少", "cheaper"), ("收费变了", "fee changed")),
    "跑动": Kind(APPLICANT, ("跑动变多", "more visits"), ("跑动变少", "fewer visits")),
    "渠道": Kind(APPLICANT, ("少了渠道", "channel lost"), ("多了渠道", "channel gained")),
    "选项": Kind(APPLICANT, ("少了选项", "option lost"), ("多了选项", "option gained")),
    "提问": Kind(APPLICANT, ("", ""), ("", ""), ("提问变了", "what is asked changed")),
    "办理条件": Kind(APPLICANT, ("", ""), ("", ""), ("办理条件的文字变了", "the words of a condition changed")),
    "承办部门": Kind(WINDOW, ("承办部门变了", "department changed"), ("", "")),
    "办理层级": Kind(WINDOW, ("办理层级变了", "level changed"), ("", "")),
    "环节": Kind(WINDOW, ("环节变了", "steps changed"), ("", "")),
    "先后": Kind(WINDOW, ("先后变了", "order changed"), ("", "")),
    "经办事项": Kind(WINDOW, ("多办一个事项", "one matter more to handle"), ("少办一个事项", "one matter less to handle")),
    "未通过时": Kind(WINDOW, ("未通过时的处理变了", "what follows a refusal changed"), ("", "")),
    "字段": Kind(SYSTEM, ("表单不再有字段", "field gone from the form"), ("", ""), ("表单多了字段", "field added to the form")),
    "字段类型": Kind(SYSTEM, ("字段类型变了", "type of a field changed"), ("", "")),
    "字段选项": Kind(SYSTEM, ("字段选项变了", "options of a field changed"), ("", "")),
    "数据来源": Kind(SYSTEM, ("取数来源变了", "data source changed"), ("", "")),
    "情形口径": Kind(SYSTEM, ("情形的答法变了", "answers of a situation changed"), ("", ""), ("多了情形", "situation added")),
    "事项标识": Kind(SYSTEM, ("事项标识变了", "id of a matter changed"), ("", "")),
    "证照标识": Kind(SYSTEM, ("产出的证照变了", "issued document changed"), ("", ""), ("多了产出的证照", "issued document added")),
    "名称": Kind(STATISTICS, ("名称变了", "name changed"), ("", "")),
    "代码": Kind(STATISTICS, ("代码变了", "code changed"), ("", "")),
    "标准": Kind(STATISTICS, ("标准变了", "standard changed"), ("", "")),
    "事项口径": Kind(STATISTICS, ("事项拆分、合并或改名", "matters split, merged or renamed"), ("", "")),
    "一件事": Kind(APPLICANT, ("少了一件事", "bundle lost"), ("多了一件事", "bundle gained")),
    UNKNOWN: Kind(APPLICANT, ("", ""), ("", ""), ("未能比较", "could not be compared")),
}


@dataclass(frozen=True, slots=True)
class Effect:
    """One effect. ``worse``: True, False (better) or None (neither). ``thing``: what it is about, as people read it;
    ``old``, ``new``: its values in words. ``witness``: those answers of an applicant that suffice – everybody who gives
    them is concerned; () = whatever is answered. ``answers`` are all answers of one of them, ``choice`` the optional
    matters he chose, ``matters`` the matters concerned. Spans: where each side says so, or the nearest place."""

    kind: str
    worse: bool | None
    thing: str
    old: str
    new: str
    old_span: Span
    new_span: Span
    witness: tuple[tuple[str, str], ...] = ()
    choice: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()
    answers: tuple[tuple[str, object], ...] = ()

    @property
    def who(self) -> str:
        """办事人 窗口 对接系统 统计口径."""
        return KINDS[self.kind].who

    @property
    def name(self) -> tuple[str, str]:
        """What has happened, in Chinese and English: 新增材料, new material."""
        kind = KINDS[self.kind]
        return kind.neutral if self.worse is None else kind.worse if self.worse else kind.better

    @property
    def asked(self) -> str:
        """Who is meant, in words: 甲 是、乙 否；选办 丙."""
        words = "、".join(f"{q} {a}" for q, a in self.witness) or "无论怎样回答"
        return words + (f"；选办 {'、'.join(self.choice)}" if self.choice else "")

    @property
    def applicant(self) -> tuple[tuple[str, str], ...]:
        """Who is meant: the answers that suffice, and what he chooses."""
        return (*self.witness, ("选办", "、".join(self.choice))) if self.choice else self.witness

    def order(self) -> tuple:
        """Key that sorts effects by whom they touch, then by kind, thing and place."""
        return (ORDER[self.kind], self.worse is not True, self.thing, self.new_span.order(), self.old, self.new, self.witness)


ORDER = {kind: number for number, kind in enumerate(KINDS)}
