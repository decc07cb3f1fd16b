"""The first block of a notice: what the bundle is, who runs it, how long, how many visits, what it costs."""

from __future__ import annotations

from onething.emit.notice.content import (
    NOT_STATED,
    Cell,
    Fact,
    Facts,
    Said,
    Section,
    Words,
)
from onething.emit.notice.phrases import close_up
from onething.emit.notice.voice import Voice, limit_words, number_words
from onething.plan.ir import Figure, Role

FREE = frozenset({"无", "不收费", "免费", "否"})


def basic(voice: Voice) -> Section:
    """基本信息."""
    ir = voice.ir
    rows = [
        Fact("目录名称", voice.cell(f"{ir.name}“一件事”")),
        Fact("所属主题", voice.cell(ir.theme)),
        Fact("所属区划", voice.cell("全国通用" if ir.place == "国家" else ir.place)),
        Fact("服务对象", voice.cell("、".join(ir.subjects))),
        *([Fact("参与人", tuple(Said(person(r)) for r in ir.roles))] if ir.roles else []),
        Fact("牵头部门", voice.named([ir.lead] if ir.lead else [])),
        *([Fact("牵头部门确定方式", (Said(ir.lead_by),))] if ir.lead_by else []),
        Fact("配合部门", voice.named(ir.cooperating)),
    ]
    if ir.participants:
        rows.append(Fact("参与单位", voice.named(ir.participants)))
    rows += [
        *([Fact("办理方式", (Said(MODES[ir.mode] + ("，至少选一项" if ir.at_least_one else "")),))] if ir.mode else []),
        Fact("办理形式", voice.named(ir.channels)),
        *([Fact("咨询渠道（只提供咨询，不受理申请）", voice.named(ir.enquiry_channels))] if ir.enquiry_channels else []),
        Fact("线下跑动次数", visits(voice)),
        Fact("是否收费", charge(voice)),
    ]
    if ir.fee and ir.fee not in FREE:
        rows.append(Fact("收费标准", voice.cell(ir.fee)))
    rows += [
        Fact("承诺时限", promised(voice)),
        Fact("法定时限", legal(voice)),
        Fact("支持物流快递", delivery(voice)),
        Fact("办理时间", voice.cell(ir.hours)),
        Fact("咨询方式", voice.cell(ir.enquiries)),
    ]
    parts: list[Facts | Words] = [Facts(rows)]
    if ir.remark:
        parts.append(Words((Said(f"备注：{ir.remark}"),), "remark"))
    return Section("basic", "基本信息", parts)


MODES = {"套餐": "套餐：各事项一并办理", "菜单": "菜单：由申请人自选办理哪几项"}


def person(role: Role) -> str:
    """A role with what it does here: 父亲（共同签字，1个自然日内）, 落户一方（父亲或母亲）."""
    notes = list(role.kinds)
    if role.sign_within:
        notes.append(close_up(role.sign_within.text) + "内")
    if role.any_of:
        notes.append("或".join(role.any_of))
    words = role.name + (f"（{'，'.join(notes)}）" if notes else "")
    return f"{words}：{role.remark}" if role.remark else words


def visits(voice: Voice) -> Cell:
    """Visits. That none are needed rests on the channels, and is as doubtful as they are."""
    text = visits_words(voice.ir.after.visits)
    if text == NOT_STATED:
        return (Said(text, quiet=True),)
    places = [c.place for c in voice.ir.channels]
    doubtful = voice.ir.after.visits.value == 0 and places and all(p.unverified for p in places)
    return voice.cell(text, places[0] if doubtful else None)


def visits_words(figure: Figure) -> str:
    """Visits: a number only where one was stated or follows."""
    if figure.value is None or (figure.at_least and not figure.value):
        return NOT_STATED
    low, high = figure.low, figure.high
    if low is not None and high is not None and low != high:
        text = f"{number_words(low)}至{number_words(high)}次（视情形而定）"
    else:
        text = f"{number_words(figure.value)}次"
    return f"至少{text}" if figure.at_least else text


def time_words(figure: Figure) -> str:
    """The longest path in words: “至少 …（未载明：…）” where a limit on it is not stated."""
    names = "、".join(figure.not_stated)
    if figure.value is None or (figure.at_least and not figure.value):
        return NOT_STATED + (f"（尚缺：{names}）" if names else "")
    if not figure.value:
        return "即办"
    text = close_up(figure.text) or NOT_STATED
    if not figure.at_least:
        return text
    if not text.startswith("至少"):
        text = f"至少{text}"
    return text if not names or NOT_STATED in text else f"{text}（{NOT_STATED}：{names}）"


def promised(voice: Voice) -> Cell:
    """The declared limit of the whole, beside the longest path through its matters."""
    ir = voice.ir
    lines = []
    if ir.limit is not None:
        lines.append(voice.said(f"全部事项办结：{limit_words(ir.limit)}", ir.limit_place))
    else:
        lines.append(Said(f"全部事项办结：{NOT_STATED}", quiet=True))
    reckoned = time_words(ir.after.time)
    if not reckoned.startswith(NOT_STATED) or ir.after.time.not_stated:
        lines.append(Said(f"按各事项时限推算的最长路径：{reckoned}"))
    if ir.special_procedures:
        lines.append(Said(f"另计、不占用时限：{'、'.join(p.name for p in ir.special_procedures)}"))
    return tuple(lines)


def legal(voice: Voice) -> Cell:
    """The legal limits of the matters; a bundle as such has none."""
    lines = []
    for m in voice.ir.matters:
        stated = [c for c in m.legal if c.limit is not None]
        if stated:
            limits = "或".join(dict.fromkeys(limit_words(c.limit) for c in stated)) + ("（视情形）" if len(m.legal) > 1 else "")
            place = next((c.place for c in stated if c.place.unverified), stated[0].place)
            lines.append(voice.said(f"{m.name}：{limits}", place))
    if len(lines) > 5:
        return (Said("分别载于各办理事项"),)
    return tuple(lines) or voice.cell("")


def charge(voice: Voice) -> Cell:
    """Whether it is charged: stated for the whole, or by every matter – else nobody stated it."""
    ir = voice.ir
    if ir.fee:
        return (Said("不收费" if ir.fee in FREE else "收费"),)
    texts = [c.text for m in ir.matters for c in m.fees]
    if any(text and text not in FREE for text in texts):
        return (Said("部分事项收费，见各办理事项"),)
    if ir.matters and all(m.fees and all(c.text in FREE for c in m.fees) for m in ir.matters):
        return (Said("不收费"),)
    return voice.cell("")


def delivery(voice: Voice) -> Cell:
    """Delivery as declared; otherwise what is known to be posted."""
    ir = voice.ir
    posted = list(dict.fromkeys(o.name for m in ir.matters for o in m.outputs if o.posted))
    lines = [voice.said(ir.delivery)] if ir.delivery or not posted else []
    if posted:
        lines.append(Said(f"可寄递：{'、'.join(posted)}"))
    return tuple(lines)
