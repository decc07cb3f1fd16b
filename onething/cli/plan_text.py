"""A plan as people read it in a terminal."""

from __future__ import annotations


def plan_text(body: dict) -> str:
    """The report of ``onething.plan.report`` as lines of Chinese."""
    lines = [f"{body['bundle']}（{body['code']}）"]
    if body["answers"]:
        lines.append("情形：" + "，".join(f"{q} {a}" for q, a in body["answers"].items()))
    for gate in body["blocked"]:
        lines.append(f"不能办理：{gate['message']}（{gate['file']}:{gate['line']}）")
    for gate in body["perhaps_blocked"]:
        lines.append(f"有的情形不能办理：{gate['message']}（{gate['file']}:{gate['line']}）")
    if body["open_questions"]:
        lines.append("还没有回答：" + "、".join(body["open_questions"]))
    for message in body["informed"]:
        lines.append(f"提示：{message}")
    lines.append("")
    lines.append("办理事项" + ("" if body["matters"] else "：无"))
    for m in body["matters"]:
        department = m["organ"] if isinstance(m["organ"], str) else "、".join(m["organ"] or []) or "办理部门未载明"
        time = time_text(m["time"]) if m["time"] else "时限未载明或视情形"
        waits = f"，在 {'、'.join(m['after'])} 之后" if m["after"] else ""
        begun = "，在办" if m["in_progress"] else ""
        pulled = f"，因 {m['pulled_in_by']} 带入" if m["pulled_in_by"] else ""
        lines.append(f"  {m['wave']}. {m['name']}（{department}，{time}{waits}{begun}{pulled}）")
    for p in body["pending"]:
        by = "、".join(p["decided_by"])
        lines.append(f"  视结果：{p['matter']}" + (f"（看 {by}）" if by else ""))
    for r in body["refused"]:
        lines.append(f"  不予受理：{r['matter']}（{'；'.join(r['messages'])}）")
    if body["must_choose"]:
        lines.append("  还没有选：至少选一项")
    if body["offer"]:
        lines.append("  还可以选办：" + "、".join(body["offer"]))
    lines.append("")
    lines.append("填写内容" + ("" if body["fields"] else "：无"))
    for f in body["fields"]:
        prefill = f"，由 {f['prefill']} 预填" if f["prefill"] else ""
        lines.append(f"  {f['name']}（{'必填' if f['required'] else '选填'}{prefill}，用于 {'、'.join(f['for'])}）{_pending(f)}")
    lines.append("")
    lines.append("要交的材料" + ("" if body["hand_in"] else "：无"))
    for row in body["hand_in"]:
        sometimes = " 视结果" if row in body["hand_in_sometimes"] else ""
        lines.append("  " + (" 或 ".join(row) if isinstance(row, list) else row) + sometimes)
    free = [m for m in body["materials"] if m["how"] not in ("自备", "容缺后补", "视结果")]
    if free:
        lines.append("不用交的材料")
        lines += [f"  {m['name']}（{m['how']}：{m['reason']}）{_pending(m)}" for m in free]
    lines.append("")
    lines.append(f"时限：{whole_time(body['time'])}")
    if len(body["time"]["path"]) > 1:
        lines.append(f"  最长的一路：{' → '.join(body['time']['path'])}")
    lines.append(f"跑动：{_count(body['visits'], '次')}")
    fees = body["fees"]
    lines.append("收费：" + ("未载明" if fees is None else "；".join(f"{f['matter'] or '整件事'} {f['fee']}" for f in fees)))
    if body["before"]:
        lines.append("")
        lines.append("改革前 → 改革后")
        before, after = body["before"], body["after"]
        lines.append(f"  材料 {_count(before['materials'], '份')} → {_count(after['materials'], '份')}")
        lines.append(f"  时限 {_time(before['time'])} → {_time(after['time'])}")
        lines.append(f"  审批环节 {_count(before['approval_steps'], '个')} → {_count(after['approval_steps'], '个')}")
        lines.append(f"  跑动 {_count(before['visits'], '次')} → {_count(after['visits'], '次')}")
    return "\n".join(lines)


def _pending(row: dict) -> str:
    return " 视结果" if row.get("pending") else ""


def _count(count: dict, unit: str) -> str:
    if count["value"] is None:
        return "未载明"
    low = f"{count['low']}至" if "low" in count else ""
    return ("至少" if count["at_least"] else "") + f"{low}{count['value']}{unit}"


def time_text(time: dict) -> str:
    """``{"working_days": 5}`` as 5个工作日."""
    units = (("working_days", "个工作日"), ("natural_days", "个自然日"), ("hours", "小时"), ("days", "天"))
    return "＋".join(f"{time[k]}{unit}" for k, unit in units if time.get(k)) or "即办"


def _time(time: dict) -> str:
    words = time_text(time)
    if time["at_least"]:
        return "未载明" if words == "即办" else f"至少{words}"
    return words


def whole_time(time: dict) -> str:
    """The time of the whole, with what nobody stated."""
    words = time_text(time)
    if time["at_least"]:
        words = f"至少{words}" if words != "即办" else "未载明"
        words += f"（未载明：{'、'.join(time['not_stated'])}）"
    if "shortest" in time:
        words += f"（最短 {time_text(time['shortest'])}）"
    return words
