"""The material table, and beside it what need not be brought and why."""

from __future__ import annotations

from onething.emit.notice.content import (
    NOT_STATED,
    Cell,
    Row,
    Said,
    Section,
    Table,
    Words,
)
from onething.emit.notice.phrases import close_up
from onething.emit.notice.voice import Voice
from onething.plan.ir import Material, MaterialNeed

BROUGHT = frozenset({"自备", "容缺后补"})
WHY = {
    "电子证照": "调用电子证照",
    "数据共享": "通过数据共享取得",
    "系统生成": "由系统自动生成，确认即可",
    "告知承诺": "以告知承诺代替，签署承诺书即可",
    "查验不收": "只查验，不收取",
    "内部调阅": "由部门内部调阅",
    "内部流转": "由其他事项办出，内部流转",
    "自备": "自备",
    "容缺后补": "容缺后补",
}
RESULTS = "已经单独办结其中某个事项、其他事项又要用到其结果的，请一并带上该结果。"
FORM = "另外填写一份联办申请表，各事项共用，同一项信息只填一次。"
COLUMNS = ("序号", "材料名称", "类型", "形式", "份数", "必要性", "用于事项", "什么情形下要交")


def to_bring(voice: Voice) -> Section:
    """需要提交的材料: one line per document and owner, groups of which one is enough together."""
    listed = [m for m in voice.ir.materials if brought(voice, m)]
    form = FORM if voice.ir.fields else ""
    if not listed:
        text = f"不需要提交任何材料。{form}" if voice.ir.materials else f"申请材料{NOT_STATED}。"
        return Section("materials", "需要提交的材料", [Words((Said(text, quiet=not voice.ir.materials),))])
    rows: list[Row] = []
    seen: set[int] = set()
    number = 0
    for m in listed:
        if m.group and m.group in seen:
            continue
        number += 1
        members = [x for x in listed if x.group == m.group] if m.group else [m]
        if len(members) > 1:
            seen.add(m.group)
            others = [x.name for x in voice.ir.materials if x.group == m.group and x not in members]
            free = f"；能直接取得{'、'.join(others)}的，都不用交" if others else ""
            rows.append(Row((), band=f"{number}. 下列材料任选其一提交{free}"))
            rows += [_row(voice, x, f"{number}-{n}", True) for n, x in enumerate(members, 1)]
        else:
            rows.append(_row(voice, m, str(number), False))
    intro = Words((Said("同一份材料多个事项都要用的，只交一次。" + (RESULTS if len(voice.ir.matters) > 1 else "") + form),), "lead")
    return Section("materials", "需要提交的材料", [intro, Table(COLUMNS, rows, "materials")])


def brought(voice: Voice, m: Material) -> bool:
    """Whether in some situation the applicant hands it in, now, later or if they like."""
    return not (voice.never(m.hand_in) and voice.never(m.later) and voice.never(m.offered))


def _row(voice: Voice, m: Material, number: str, joined: bool) -> Row:
    stated = lambda text: (Said(text or NOT_STATED, quiet=not text),)
    users = list(dict.fromkeys(n.matter for n in m.needs if n.how in BROUGHT or n.optional))
    return Row(
        (
            (Said(number),),
            (voice.said(m.name, m.place), *(Said(f"（{note}）") for note in m.notes)),
            stated(m.original),
            stated(m.medium),
            stated(f"{m.copies}份" if m.copies else ""),
            necessity(voice, m),
            tuple(Said(name) for name in users or dict.fromkeys(n.matter for n in m.needs)),
            _when(voice, m),
        ),
        f"material-{m.id}",
        m.place,
        joined=joined,
    )


def necessity(voice: Voice, m: Material) -> Cell:
    """必须 · 容缺后补（期限）· 非必须."""
    lines = []
    if not voice.never(m.hand_in):
        lines.append(Said("必须"))
    if not voice.never(m.later):
        lines.append(Said(f"容缺后补（{m.later_text or '补交期限' + NOT_STATED}）"))
    if not voice.never(m.offered):
        lines.append(Said("非必须"))
    return tuple(lines)


def _when(voice: Voice, m: Material) -> Cell:
    ways = [(m.hand_in, ""), (m.later, "可后补："), (m.offered, "可选交：")]
    ways = [(condition, label) for condition, label in ways if not voice.never(condition)]
    return tuple(Said((label if len(ways) > 1 else "") + when_words(voice, m, c)) for c, label in ways)


def when_words(voice: Voice, m: Material, condition: object) -> str:
    """When a material is due; one that only those bring who finished its issuer before says so."""
    if condition is not False and voice.never_for_beginners(condition):
        issuers = list(dict.fromkeys(name for need in m.needs for name in need.issuers))
        return f"{'或'.join(f'“{name}”' for name in issuers)}已经单独办结的" if issuers else "有事项已经单独办结的"
    return voice.when(condition) or "所有情形"


def not_to_bring(voice: Voice) -> Section | None:
    """不用提交的材料: every way in which a document is had without the applicant."""
    rows = []
    for m in voice.ir.materials:
        ways = _ways(voice, m)
        for n, (why, (users, whens, fallbacks)) in enumerate(ways.items()):
            own = n == 0 and not brought(voice, m)
            rows.append(
                Row(
                    (
                        (voice.said(m.name, m.place if own else None),),
                        (Said(why), *(Said(fallback_words(text)) for text in fallbacks if text)),
                        tuple(Said(name) for name in users),
                        (Said("所有情形"),) if "所有情形" in whens else tuple(Said(text) for text in whens),
                    ),
                    f"material-{m.id}" if own else "",
                    m.place if own else None,
                )
            )
    if not rows:
        return None
    intro = Words((Said("下列材料由部门之间流转、共享或者系统生成，申请人不用准备。"),), "lead")
    table = Table(("材料名称", "为什么不用交", "用于事项", "什么情形下"), rows, "spared")
    return Section("spared", "不用提交的材料", [intro, table])


def fallback_words(text: str) -> str:
    return text if text.startswith("取不到") else f"取不到时：{text}"


def _ways(voice: Voice, m: Material) -> dict[str, tuple[list[str], list[str], list[str]]]:
    """Reason -> matters, conditions in words, fallbacks."""
    ways: dict[str, tuple[list[str], list[str], list[str]]] = {}

    def add(why: str, need: MaterialNeed, words: str, fallback: str) -> None:
        users, whens, fallbacks = ways.setdefault(why, ([], [], []))
        for text, into in ((need.matter, users), (words, whens), (fallback, fallbacks)):
            if text and text not in into:
                into.append(text)

    for need in m.needs:
        inside = both(need.when, need.inside)
        if not voice.never_for_beginners(inside):
            issuers = "、".join(f"“{name}”" for name in need.issuers)
            add(f"由{issuers or '其他事项'}办出，内部流转", need, _beside_matter(voice, need, inside), "")
        otherwise = need.when if need.inside is False else both(need.when, ["not", need.inside])
        if need.how not in BROUGHT and not voice.never(otherwise):
            add(way_words(need), need, (
                when_words(voice, m, otherwise) if voice.never_for_beginners(otherwise) else _beside_matter(voice, need, otherwise)
            ), need.fallback)
    if not ways and m.group and not brought(voice, m):
        others = "、".join(x.name for x in voice.ir.materials if x.group == m.group and x is not m)
        for need in m.needs:
            add(f"已有{others}，不用再交", need, _beside_matter(voice, need, need.when), "")
    return ways


def _beside_matter(voice: Voice, need: MaterialNeed, condition: object) -> str:
    """A condition of a matter's need, which stands beside the matter's name."""
    words = voice.when(condition, ["taken", need.matter])
    return words or ("所有情形" if voice.fresh(condition) is True else "办理该事项的")


def way_words(need: MaterialNeed) -> str:
    """How it is had without the applicant; a reason that only repeats the way is left out."""
    told = need.reason and need.reason != need.how
    return f"{need.how}：{close_up(need.reason) if told else WHY[need.how]}"


def both(a: object, b: object) -> object:
    """The conjunction, without saying ``true`` or anything twice."""
    if a is True or a == b:
        return b
    if b is True:
        return a
    flat: list[object] = []
    for c in (a, b):
        for part in c[1:] if isinstance(c, list) and c[0] == "and" else [c]:
            if part not in flat:
                flat.append(part)
    return ["and", *flat]
