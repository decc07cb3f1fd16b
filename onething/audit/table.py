"""A workspace in one table: one row a bundle, and what they come to together."""

from __future__ import annotations

from typing import Sequence

from onething.audit.degrees import DEGREES
from onething.audit.text import shown

Row = tuple[str, ...]


def header(profiles: list[str]) -> Row:
    """The names of the columns. ``profiles``: those that were asked for."""
    degrees = [d.name for d in DEGREES]
    return ("一件事", "文件", "行", "总分", *degrees, "未载明失分", "单薄", *profiles, "双减半", "五跨", "说得出依据", "值")


def row(body: dict, profiles: list[str]) -> Row:
    """One bundle out of its report; – under a profile that its workspace does not ask for."""
    ones = {p["profile"]: f"{p['reached']}/{p['of']}" for p in body["ones"]}
    return (
        body["bundle"],
        body["file"],
        str(body["line"]),
        shown(body["score"]),
        *(shown(d["score"]) for d in body["degrees"]),
        shown(body["unstated"]),
        "是" if body["thin"] else "否",
        *(ones.get(name, "–") for name in profiles),
        body["halving"]["verdict"],
        "、".join(c["name"] for c in body["crossings"] if c["verdict"] == "跨") or "–",
        str(body["evidence"]["sourced"]),
        str(body["evidence"]["facts"]),
    )


def together(rows: Sequence[Row], profiles: list[str]) -> list[str]:
    """What the rows come to, in sentences: means of what is scored, counts of the rest."""
    if not rows:
        return []
    names = header(profiles)
    column = {name: [r[i] for r in rows] for i, name in enumerate(names)}
    means = "，".join(f"{name} {_mean(column[name])}" for name in ("总分", *(d.name for d in DEGREES)))
    halved = "，".join(f"{verdict} {column['双减半'].count(verdict)} 件" for verdict in ("相符", "不符", "推不出"))
    said = [f"{len(rows)} 件的平均：{means}", f"写得单薄 {column['单薄'].count('是')} 件；双减半 {halved}"]
    for name in profiles:
        all_of = sum(reached == of for reached, _, of in (cell.partition("/") for cell in column[name]))
        said.append(f"{name}全部达到 {all_of} 件")
    return said


def _mean(cells: list[str]) -> str:
    numbers = [float(cell) for cell in cells if cell != "–"]
    return shown(sum(numbers) / len(numbers)) if numbers else "–"
