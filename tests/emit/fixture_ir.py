"""A hand-written bundle in published form, like the language sample: 新生儿出生 with six matters.

It has a guarded question, a number from a source, gates of the bundle and of a matter, a one-of group, optional
and automatic matters, prefilled fields, a signature, limits that are stated and one that is not.
"""

from __future__ import annotations

from typing import Any

from onething.plan.ir import BundleIR

FILE = "bundles/350000/newborn.onething"
REGISTER, CERTIFICATE, INSURANCE = "出生登记", "出生医学证明签发", "城乡居民基本医疗保险参保登记"
CARD, VACCINE, BENEFIT = "社会保障卡申领", "预防接种证办理", "生育保险待遇核准支付"
UNCLAIMED = ["is", "出生证", ["未领取"]]
UNMARRIED = ["is", "婚姻状况", ["非婚生"]]
INSURED = ["is", "母亲参保", ["是"]]


def place(line: int, column: int = 5, basis: str = "") -> dict[str, Any]:
    return {"file": FILE, "line": line, "column": column, "basis": basis}


def asks(matter: str) -> list[Any]:
    """The matter is handled now: taken and not yet in progress."""
    return ["and", ["taken", matter], ["not", ["doing", matter]]]


def any_asks(*matters: str) -> list[Any]:
    return ["or", *map(asks, matters)] if len(matters) > 1 else asks(matters[0])


def days(n: float, **more: Any) -> dict[str, Any]:
    return {"working_days": n, "text": f"{n:g}个工作日" if n else "即办", **more}


def case(limit: dict[str, Any] | None, line: int, when: Any = True) -> dict[str, Any]:
    return {"when": when, "limit": limit, "place": place(line)}


def text(words: str, line: int, when: Any = True) -> dict[str, Any]:
    return {"when": when, "text": words, "place": place(line)}


def question(name: str, id: str, line: int, ask: str = "", options: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    opts = [{"name": o, "id": f"{id}_{i}"} for i, o in enumerate(options, 1)]
    return {"name": name, "id": id, "ask": ask, "type": "选项", "options": opts, "place": place(line, 1), **more}


def matter(name: str, id: str, line: int, department: str, taken: Any, **more: Any) -> dict[str, Any]:
    return {
        "name": name, "id": id, "participation": "必办", "kind": "登记", "applies": True, "taken": taken,
        "departments": [text(department, line + 1)], "on_refusal": "终止后续", "place": place(line, 1), **more,
    }  # fmt: skip


def out(kind: str, name: str, line: int, posted: bool = False) -> dict[str, Any]:
    return {"kind": kind, "name": name, "posted": posted, "place": place(line)}


def edge(before: str, after: str, kind: str, what: str, line: int, **more: Any) -> dict[str, Any]:
    return {
        "before": before, "after": after, "when": ["and", ["taken", before], ["taken", after]], "kind": kind,
        "what": what, "reason": f"{after}需要{what}", "places": [place(line)], **more,
    }  # fmt: skip


def field(name: str, id: str, type: str, line: int, matters: tuple[str, ...], required: Any = None, **more: Any) -> dict[str, Any]:
    owner, _, element = name.partition("的")
    seen = more.pop("visible", any_asks(*matters))
    needs = [{"matter": m, "when": asks(m), "required": required is None, "place": place(line)} for m in matters]
    return {
        "name": name, "id": id, "element": element, "owner": owner, "type": type, "visible": seen,
        "required": seen if required is None else required, "needs": needs, "place": place(line), **more,
    }  # fmt: skip


def need(matter_: str, how: str, line: int, when: Any = None, **more: Any) -> dict[str, Any]:
    when = asks(matter_) if when is None else ["and", asks(matter_), when]
    return {"matter": matter_, "when": when, "how": how, "reason": more.pop("reason", ""), "place": place(line), **more}


def material(name: str, id: str, line: int, needs: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    owner, _, document = name.rpartition("的")
    return {
        "name": name, "id": id, "document": document, "owner": owner, "hand_in": False, "needs": needs,
        "place": place(line), **more,
    }  # fmt: skip


QUESTIONS = [
    question("父母户籍", "hukou", 26, "父母双方的户籍在哪里？", ("双方本省", "一方本省", "均非本省")),
    question("婚姻状况", "marriage", 27, "父母是否已登记结婚？", ("婚内", "非婚生")),
    question("鉴定情况", "paternity", 28, "是否已做亲子鉴定？", ("已做", "未做"), open=UNMARRIED),
    question("出生证", "birthcert", 29, "是否已领取出生医学证明？", ("已领取", "未领取")),
    question("母亲参保", "insured", 30, "母亲是否参加生育保险？", type="是否"),
    question("新生儿的月龄", "months", 31, type="月数", unit="个月", cuts=[6], source="出生信息库"),
]
GATES = [
    {"kind": "不予联办", "name": "非本省户籍", "id": "gate_hukou", "when": ["is", "父母户籍", ["均非本省"]],
     "message": "父母均非本省户籍的，请到户籍窗口办理。", "place": place(38)},
    {"kind": "不予联办", "name": "超龄", "id": "gate_age", "when": ["cmp", "新生儿的月龄", ">=", 6],
     "message": "新生儿已满6个月，请单独办理出生登记。", "place": place(39)},
    {"kind": "不予受理", "name": "未做鉴定", "id": "gate_paternity", "matter": CERTIFICATE,
     "when": ["is", "鉴定情况", ["未做"]], "message": "请先做亲子鉴定，再申请签发出生医学证明。", "place": place(40)},
    {"kind": "提示", "name": "异地", "id": "hint_hukou", "when": ["is", "父母户籍", ["一方本省"]],
     "message": "一方本省户籍的，新生儿随本省一方落户。", "place": place(41)},
]  # fmt: skip
NO_PATERNITY = ["and", ["taken", CERTIFICATE], ["is", "鉴定情况", ["未做"]]]
MATTERS = [
    matter(CERTIFICATE, "certificate", 43, "助产机构", ["and", UNCLAIMED, ["not", ["done", CERTIFICATE]]],
           applies=UNCLAIMED, blocked=NO_PATERNITY, promise=[case(days(1), 47)],
           outputs=[out("证照", "出生医学证明", 52)], fees=[text("无", 53)], steps=["审核", "签发"]),
    matter(REGISTER, "register", 60, "公安部门", ["not", ["done", REGISTER]], blocked=["and", NO_PATERNITY, UNCLAIMED],
           promise=[case(days(2, since=CERTIFICATE, text="2个工作日（自 出生医学证明签发 办结 起）"), 64)],
           legal=[case(days(15), 63)], basis=["国发〔2024〕3号"],
           outputs=[out("证照", "新生儿的居民户口簿", 71), out("字段", "新生儿的公民身份号码", 71)]),
    matter(INSURANCE, "insurance", 74, "医疗保障部门", ["not", ["done", INSURANCE]], promise=[case(days(0), 77)]),
    matter(CARD, "card", 79, "人力资源社会保障部门",
           ["and", ["chosen", CARD], ["not", ["done", CARD]]], participation="选办",
           promise=[case(days(2, excluding=["制证", "寄递"], text="2个工作日（不含 制证、寄递）"), 82)],
           outputs=[out("证照", "社会保障卡", 86, posted=True)], fees=[text("工本费20元", 87)]),
    matter(VACCINE, "vaccine", 90, "疾病预防控制机构",
           ["and", UNCLAIMED, ["chosen", VACCINE], ["not", ["done", VACCINE]]], participation="选办", applies=UNCLAIMED),
    matter(BENEFIT, "benefit", 96, "医疗保障部门", ["and", INSURED, ["not", ["done", BENEFIT]]], participation="自动",
           applies=INSURED, promise=[case({"natural_days": 20, "text": "20个自然日"}, 99)], kind="给付"),
]  # fmt: skip
HOUSEHOLD = {"inside": ["taken", REGISTER], "issuers": [REGISTER], "reason": "由出生登记在办理中出具"}
EDGES = [
    edge(CERTIFICATE, REGISTER, "证照", "出生医学证明", 66),
    edge(REGISTER, INSURANCE, "证照", "新生儿的居民户口簿", 76),
    edge(REGISTER, CARD, "证照", "新生儿的居民户口簿", 84),
    edge(REGISTER, BENEFIT, "字段", "新生儿的公民身份号码", 98, holds="办结"),
]
ALL = (CERTIFICATE, REGISTER, INSURANCE, CARD, VACCINE, BENEFIT)
FIELDS = [
    field("新生儿的姓名", "baby_name", "姓名", 51, (CERTIFICATE, REGISTER, CARD), prefill="出生信息库"),
    field("新生儿的性别", "baby_sex", "选项", 51, (CERTIFICATE,), options=["男", "女"], prefill="出生信息库"),
    field("新生儿的出生日期", "baby_birth", "日期", 51, (CERTIFICATE, REGISTER), prefill="出生信息库"),
    field("母亲的姓名", "mother_name", "姓名", 24, ALL),
    field("母亲的公民身份号码", "mother_id", "身份证号", 24, ALL),
    field("母亲的手机号码", "mother_phone", "手机号", 24, ALL),
    field("母亲的银行账号", "mother_account", "文字", 97, (BENEFIT,), remark="限母亲本人的储蓄账户"),
    field("父亲的公民身份号码", "father_id", "身份证号", 70, (REGISTER,),
          required=["and", asks(REGISTER), ["is", "婚姻状况", ["婚内"]]]),
    field("用人单位的统一社会信用代码", "employer_code", "统一社会信用代码", 97, (BENEFIT,)),
    field("母亲的产前月均工资", "mother_wage", "金额", 97, (BENEFIT,), required=False, unit="元"),
    field("新生儿的接种门诊", "clinic", "文字", 92, (VACCINE,)),
]  # fmt: skip
MATERIALS = [
    material("母亲的居民身份证", "mother_card", 49, [
        need(CERTIFICATE, "电子证照", 49, reason="福建省已有电子证照"), need(REGISTER, "电子证照", 65)]),
    material("出生医学证明", "birth_document", 66, [
        need(REGISTER, "自备", 66, inside=["taken", CERTIFICATE], issuers=[CERTIFICATE], reason="由出生医学证明签发在办理中出具")],
        original="原件", copies=1, hand_in=["and", asks(REGISTER), ["not", ["taken", CERTIFICATE]]]),
    material("落户一方的居民户口簿", "household", 67, [
        need(REGISTER, "电子证照", 67, fallback="取不到的交原件", reason="福建省已有电子证照")], notes=["首页和本人页"]),
    material("结婚证", "marriage_document", 68, [need(REGISTER, "数据共享", 68, ["is", "婚姻状况", ["婚内"]], reason="婚姻登记库")]),
    material("亲子鉴定意见书", "paternity_report", 69, [need(REGISTER, "自备", 69, ["is", "鉴定情况", ["已做"]])], original="原件",
             copies=1, group=1, hand_in=["and", asks(REGISTER), ["is", "鉴定情况", ["已做"]]]),
    material("非婚生育说明", "unmarried_statement", 69, [need(REGISTER, "自备", 69, UNMARRIED)], original="原件", medium="纸质",
             copies=2, group=1, hand_in=["and", asks(REGISTER), UNMARRIED]),
    material("新生儿的居民户口簿", "baby_household", 76, [
        need(INSURANCE, "自备", 76, **HOUSEHOLD), need(CARD, "自备", 84, **HOUSEHOLD)],
        original="原件或复印件", hand_in=["and", any_asks(INSURANCE, CARD), ["not", ["taken", REGISTER]]]),
    material("新生儿的照片", "photo", 85, [need(CARD, "容缺后补", 85, reason="可以容缺")], later=asks(CARD),
             later_text="10个工作日内补", medium="电子"),
    material("母亲的产检手册", "checkups", 93, [need(VACCINE, "自备", 93, optional=True)], offered=asks(VACCINE)),
]  # fmt: skip


def _figures(materials: float, time: float, words: str) -> dict[str, Any]:
    return {
        "materials": {"value": materials, "low": 0, "high": materials},
        "time": {"value": time, "low": 3, "high": time, "text": words},
        "approval_steps": {"value": 6}, "visits": {"value": None, "not_stated": ["跑动"]},
    }  # fmt: skip


def bundle(**changes: Any) -> BundleIR:
    """The bundle; ``changes`` replace entries of it."""
    whole: dict[str, Any] = {
        "language": "1", "compiler": "0.1.0", "identity": "福建省/新生儿出生", "name": "新生儿出生", "code": "newborn",
        "place": "福建省", "place_code": "350000", "folder": "350000/newborn", "version": "f1a2b3c4d5e6",
        "standard": "国家2024-1/新生儿出生", "subjects": ["个人"], "theme": "生育收养",
        "lead": {"name": "卫生健康部门", "place": place(4)},
        "cooperating": [{"name": n, "place": place(5)} for n in ("公安部门", "医疗保障部门", "人力资源社会保障部门")],
        "participants": [{"name": "助产机构", "place": place(6)}], "basis": ["国发〔2024〕3号"],
        "channels": [{"name": n, "place": place(7)} for n in ("移动端", "网上大厅", "综合窗口")], "special_procedures": [
            {"name": "制证", "place": place(9)}, {"name": "寄递", "place": place(9)}],
        "limit": days(5, excluding=["制证", "寄递"], text="5个工作日（不含 制证、寄递）"), "limit_place": place(10),
        "delivery": "证照可邮寄到家", "enquiries": "12345", "place_in_source": place(1, 1),
        "roles": [
            {"name": "新生儿", "id": "baby", "kinds": ["办理对象"], "place": place(21, 1)},
            {"name": "母亲", "id": "mother", "kinds": ["申请人"], "place": place(22, 1)},
            {"name": "父亲", "id": "father", "kinds": ["共同签字"], "place": place(23, 1),
             "sign_within": {"natural_days": 1, "text": "1个自然日内"}},
            {"name": "落户一方", "id": "registrant", "any_of": ["父亲", "母亲"], "place": place(24, 1)}],
        "questions": QUESTIONS, "gates": GATES, "matters": MATTERS, "edges": EDGES, "fields": FIELDS,
        "taking_order": [CERTIFICATE, REGISTER, INSURANCE, CARD, VACCINE, BENEFIT], "materials": MATERIALS,
        "reminders": [{"name": "接种提醒", "id": "remind_vaccine", "to": ["母亲"], "anchor": "新生儿的出生日期",
                       "days": 30, "channel": "短信", "text": "请按时接种。", "place": place(100, 1)}],
        "before": _figures(14, 62, "62天"), "after": _figures(2, 20, "20个自然日"),
        "headline_answers": {"父母户籍": "双方本省", "婚姻状况": "婚内", "出生证": "未领取", "母亲参保": "是"},
        "saved": [{"what": "材料", "name": "出生医学证明", "matter": REGISTER, "reason": "内部流转"}],
        "claims": [{"what": "跑动", "claimed": "由10次减至 未载明", "computed": "", "verdict": "推不出", "place": place(14)}],
        "counting_rule": "材料按件计，不计份数；时限按最长路径计。", "situations": 144,
    }  # fmt: skip
    return BundleIR.model_validate({**whole, **changes})
