"""Whoever opens the heat map sees all of it, and chooses on it, with scripts turned off."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Iterator

import pytest

from onething.province.heatmap.page import page

from .test_outputs import made
from .workspaces import HERE, covered


@pytest.fixture
def sheet(chromium: Any, tmp_path: Path, request: Any) -> Iterator[Any]:
    """The page of the small coverage, or of a sample that the test names."""
    sample = getattr(request, "param", "")
    shown = covered(tmp_path, (HERE / "cells" / f"{sample}.onething").read_text(encoding="utf-8")) if sample else made()
    file = tmp_path / "覆盖.html"
    file.write_text(page(shown, "示范省"), encoding="utf-8")
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1300, "height": 900})
    opened = context.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(file.as_uri())
    yield opened
    assert [url for url in asked if not url.startswith("file:")] == []
    context.close()


def places(sheet: Any) -> list[str]:
    """The places whose rows are to be seen."""
    rows = sheet.locator(".scroll tbody tr")
    return [rows.nth(i).locator("th").inner_text().strip().split()[-1] for i in range(rows.count()) if rows.nth(i).is_visible()]


def test_everything_is_there_at_first(sheet: Any):
    assert places(sheet) == ["东", "东县", "西", "西县"]


def test_all_counties_fold_under_their_cities_and_one_city_unfolds(sheet: Any):
    sheet.check("#fold")
    assert places(sheet) == ["东", "西"]
    sheet.check(".place-2 .one input", force=True)
    assert places(sheet) == ["东", "西", "西县"]


def test_one_city_folds(sheet: Any):
    sheet.check(".place-1 .one input", force=True)
    assert places(sheet) == ["东", "西", "西县"]


def test_one_city_is_chosen_with_its_gaps(sheet: Any):
    sheet.select_option("select", label="东")
    assert places(sheet) == ["东", "东县"]
    gaps = sheet.locator(".gaps tbody tr[id]:visible th")
    assert [gaps.nth(i).inner_text() for i in range(gaps.count())] == ["东和所辖 1 个县、西和所辖 1 个县", "东县", "东", "东县"]


@pytest.mark.parametrize("sheet", ["市里照上级办就是有_县里没有文件就沿用市里的"], indirect=True)
def test_only_who_lacks_something(sheet: Any):
    assert places(sheet) == ["示范省上级版本，不计数", "东市", "东一县", "东二县", "西市", "西一县"]
    sheet.check("#gaps")
    assert places(sheet) == ["西市", "西一县"]


def test_a_cell_leads_to_what_it_lacks(sheet: Any):
    sheet.locator(".scroll td.bad a").first.click()
    assert re.search(r"#gap-1-\d+$", sheet.url)


def test_each_state_has_a_colour_of_its_own_and_is_readable(sheet: Any):
    """Text on its ground at least 4.5 : 1 (WCAG AA)."""
    seen = {}
    for tone in ("good", "partly", "bad", "more", "heavy"):
        swatch = sheet.locator(f".legend .{tone}").first
        seen[tone] = tuple(tuple(_rgb(swatch.evaluate(f"e => getComputedStyle(e).{what}"))) for what in ("color", "backgroundColor"))
    assert len({ground for _, ground in seen.values()}) == 5
    assert all(_contrast(*pair) >= 4.5 for pair in seen.values())


def _rgb(text: str) -> list[int]:
    return [int(n) for n in re.findall(r"\d+", text)[:3]]


def _contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    def light(rgb: tuple[int, ...]) -> float:
        parts = [c / 255 / 12.92 if c / 255 <= 0.03928 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in rgb]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    lighter, darker = sorted((light(one), light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
