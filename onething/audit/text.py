"""An audit as people read it in a terminal: the sum never without its parts, each point lost with its line."""

from __future__ import annotations

from itertools import groupby
from typing import Iterator

from onething.audit.reengineering import NOT_NAMED

AT_MOST = 3  # lines that bear one thing out; the JSON report has them all


def audit_text(body: dict) -> str:
    """The report of ``onething.audit.report`` as lines of Chinese."""
    return "\n".join([*_head(body), *_degrees(body), *_lost(body), *_ones(body), *_halving(body), *_judged(body), *_evidence(body)])


def place(thing: dict) -> str:
    """``file:line``."""
    return f"{thing['file']}:{thing['line']}"


def shown(number: float | None) -> str:
    """A score with one decimal; – where nothing applies."""
    return "–" if number is None else f"{number:.1f}"


def _head(body: dict) -> Iterator[str]:
    yield f"{body['bundle']}（{place(body)}）"
    yield f"  总分 {shown(body['score'])}，{body['measures']} 项指标里用得上 {body['measures_applying']} 项"
    if body["thin"]:
        yield f"  写得单薄：{shown(body['unstated'])} 分失在未载明上，分数说的多半是文件写得全不全，不是事情办得好不好"


def _degrees(body: dict) -> Iterator[str]:
    for d in body["degrees"]:
        parts = "，".join(f"{m['name']} {m['won']:g}/{m['possible']:g}" for m in d["measures"] if m["score"] is not None)
        weight = "" if d["weight"] == 1 else f"（权重 {d['weight']:g}）"
        yield f"  {d['name']} {shown(d['score'])}{weight}：{parts or '没有用得上的指标'}"


def _lost(body: dict) -> Iterator[str]:
    """Measure by measure, what wins most first; things with one repair stand above it."""
    rows = [(d, m) for d in body["degrees"] for m in d["measures"] if m["lost"]]
    if rows:
        yield "  失分（补上能得几分，从多到少）"
    for d, m in sorted(rows, key=lambda row: -row[1]["points"]):
        yield f"    {d['name']}·{m['name']} {m['points']:.2f}"
        for repair, items in groupby(m["lost"], key=lambda i: i["repair"]):
            for i in items:
                yield f"      {i['points']:.2f} {i['thing']}：{i['why']}  {place(i)}"
            yield f"           补：{repair}"


def _ones(body: dict) -> Iterator[str]:
    for p in body["ones"]:
        yield f"  {p['profile']}：达到 {p['reached']}/{p['of']}"
        for one in p["each"]:
            why = one["why"] or "；".join(_first(body, name, list(items)) for name, items in groupby(one["lost"], key=lambda i: i["measure"]))
            yield f"    {one['name']} {one['verdict']}" + (f"：{why}" if why else "")


def _first(body: dict, measure: str, items: list[dict]) -> str:
    """A measure with the first of the things that stand in the way and its line; all of them stand above."""
    rest = f"等 {len(items)} 处" if len(items) > 1 else ""
    return f"{measure}——{items[0]['thing']}：{items[0]['why']}（{_line(body, items[0])}）{rest}"


def _halving(body: dict) -> Iterator[str]:
    halving = body["halving"]
    yield f"  {halving['goal']}：{halving['verdict']}"
    for h in halving["each"]:
        why = f"，{h['why']}" if h["why"] else ""
        places = f"：{_places(body, h['places'])}" if h["places"] else ""
        yield f"    {h['what']} {h['before']} → {h['after']}：{h['verdict']}{why}{places}"


def _judged(body: dict) -> Iterator[str]:
    crossed = [c["name"] for c in body["crossings"] if c["verdict"] == "跨"]
    yield f"  五跨：{'、'.join(crossed) or '一项也看不出'}"
    yield from (_one_judged(body, c) for c in body["crossings"])
    yield f"  七个再造（只列规格里写到的，不评分；{NOT_NAMED}）"
    yield from (_one_judged(body, r) for r in body["reengineering"])


def _one_judged(body: dict, judged: dict) -> str:
    lines = _places(body, judged["shown"][:AT_MOST])
    rest = f" 等 {len(judged['shown'])} 处" if len(judged["shown"]) > AT_MOST else ""
    return f"    {judged['name']} {judged['verdict']}" + "".join(f"：{part}" for part in (judged["why"], lines + rest) if part)


def _evidence(body: dict) -> Iterator[str]:
    found = body["evidence"]
    counts = "，".join(f"{kind} {number}" for kind, number in found["counts"].items() if number)
    yield f"  依据：{found['facts']} 个值里 {found['sourced']} 个说得出依据（{counts}）"
    for kind in found["counts"]:
        missing = [m for m in found["missing"] if m["kind"] == kind]
        if missing:
            yield f"    {kind}：{_places(body, missing)}"


def _places(body: dict, things: list[dict]) -> str:
    """Things with their lines; what is said several times stands once."""
    lines: dict[str, list[str]] = {}
    for t in things:
        lines.setdefault(t["words"], []).append(_line(body, t))
    return "；".join(_with(words, "、".join(dict.fromkeys(at))) for words, at in lines.items())


def _with(words: str, lines: str) -> str:
    """Words with their lines in the bracket that they end with, else in one of their own."""
    return f"{words[:-1]}，{lines}）" if words.endswith("）") else f"{words}（{lines}）"


def _line(body: dict, thing: dict) -> str:
    """The line, with its file if that is not the bundle's own."""
    return f"第 {thing['line']} 行" if thing["file"] == body["file"] else place(thing)
