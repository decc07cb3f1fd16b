"""The coverage for a terminal: one table a list, then what is missing, then what no list asks for."""

from __future__ import annotations

from typing import Iterator

from onething.province.cell import STATES
from onething.province.coverage import Coverage
from onething.province.gaps import gaps, in_words
from onething.province.goal import reached
from onething.province.table import COUNTED, Table, depth_of, outside, percent_of
from onething.source import display_width

NAMED = 6  # places named in one line, unless everything is asked for
WIDEST = 30  # cells of a name before it is cut short


def as_text(coverage: Coverage, most: int = 0) -> Iterator[str]:
    """Line by line. ``most``: how many of what is missing are shown, 0 = all."""
    if not coverage.lists:
        yield "目录里没有标准，没有可以对照的清单"
    levels = "、".join(coverage.levels)
    for of in coverage.lists:
        there, whole = reached(coverage, of), reached(coverage, of, matters=True)
        count = len({c.place for c in coverage.asked(of)})
        yield f"清单 {of.title()}：{len(of.standards)} 件 × {count} 个地区（{levels}）"
        if not there.of:
            yield "  没有要办的地区" if of.due(coverage.today) else f"  {of.issued} 才发布，{coverage.today} 还不算"
            yield ""
            continue
        yield from drawn(_of_list(coverage, of))
        yield f"  覆盖 {percent_of(there.there, there.of)}（{there.there}/{there.of}），事项齐全 {percent_of(whole.there, whole.of)}（{whole.there}/{whole.of}）"
        online, no_visit = depth_of(coverage.asked(of))
        yield f"  网上办理：全程网办 {online}，不用到场 {no_visit}"
        yield ""
    yield from _left(coverage, most)
    extras = outside(coverage)
    if extras.rows:
        yield f"清单外 {len(extras.rows)} 件"
        for place, name, why, standard, at in extras.rows[: most or None]:
            said = f"（与“{standard}”重复）" if why == "重复" else f"（可能是“{standard}”）" if standard else ""
            yield f"  {place} {name}{said}  {at}"
        if most and len(extras.rows) > most:
            yield f"  还有 {len(extras.rows) - most} 件，加 --all 全部列出"
    if coverage.unread:
        yield f"读不出一件事的文件 {len(coverage.unread)} 个，先运行 onething check：{'、'.join(coverage.unread[:5])}"


def _of_list(coverage: Coverage, of) -> Table:
    rows = []
    for s in of.standards:
        cells = [c for c in coverage.asked(of) if c.standard == s.name]
        counts = tuple(sum(c.state == name for c in cells) or "" for name in COUNTED)
        rows.append((s.bundle, *counts, percent_of(sum(c.covered for c in cells), len(cells)), percent_of(sum(c.complete for c in cells), len(cells))))
    return Table(("标准", *(STATES[n].name for n in COUNTED), "覆盖", "事项齐全"), tuple(rows))


def _left(coverage: Coverage, most: int) -> Iterator[str]:
    """What is left to do, one line for what is missing in the same way."""
    lines = []
    for of in coverage.lists:
        for gap in gaps(coverage, of):
            what = f"：{gap.words}" if gap.words else ""
            at = "、".join(gap.at) if not most or len(gap.at) == 1 else f"{gap.at[0]} 等 {len(gap.at)} 处"
            lines.append(f"  {gap.state} {gap.bundle}{what}  {in_words(coverage, gap.places, NAMED if most else 0)}  {at}")
    if lines:
        yield f"还要办的 {len(lines)} 样"
        yield from lines[: most or None]
    if most and len(lines) > most:
        yield f"  还有 {len(lines) - most} 样，加 --all 全部列出"


def drawn(table: Table) -> Iterator[str]:
    """A table in columns: text to the left, numbers to the right; long names are cut short."""
    shown = [[_short(str(c)) for c in row] for row in (table.header, *table.rows)]
    right = [i > 0 and all(_numeric(row[i]) for row in table.rows) for i in range(len(table.header))]
    widths = [max(display_width(row[i]) for row in shown) for i in range(len(table.header))]
    for row in shown:
        cells = [_padded(c, w, r) for c, w, r in zip(row, widths, right)]
        yield ("  " + "  ".join(cells)).rstrip()


def _numeric(cell: str | int) -> bool:
    return not isinstance(cell, str) or cell in ("", "—") or cell[0].isdigit()


def _padded(text: str, width: int, right: bool) -> str:
    blank = " " * (width - display_width(text))
    return blank + text if right else text + blank


def _short(text: str) -> str:
    if display_width(text) <= WIDEST:
        return text
    kept = text
    while display_width(kept) > WIDEST - 1:
        kept = kept[:-1]
    return kept + "…"
