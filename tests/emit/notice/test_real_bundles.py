"""The bundles and examples of this repository, as notices."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onething.plan.ir import BundleIR

from .applicants import draw, walk
from .conftest import texts
from .test_my_list import agree

ROOT = Path(__file__).parents[3]
WORKSPACES = sorted(p.parent for p in [*ROOT.glob("examples/*/onething.toml"), ROOT / "bundles" / "onething.toml"] if p.exists())


def published(root: Path) -> list[BundleIR]:
    from onething.workspace.build import published as publish
    from onething.workspace.workspace import open_workspace

    return [publish(e.analysis) for e in open_workspace(root).examine() if e.sound and e.analysis is not None]


@pytest.mark.parametrize("root", WORKSPACES, ids=lambda p: p.name)
def test_my_list_agrees_with_the_conditions_of_real_bundles(opened: Callable[..., Any], root: Path) -> None:
    for ir in published(root):
        page = opened(ir)
        page.click("#show-mine")
        for seed in range(4):
            who = draw(ir, seed)
            agree(ir, walk(page, ir, who), who)
            page.click(".again")


@pytest.mark.parametrize("root", WORKSPACES, ids=lambda p: p.name)
def test_real_notices_never_say_nought_days(root: Path) -> None:
    for ir in published(root):
        assert not re.search(r"(?<![0-9.])0(个工作日|个自然日|天|小时)", texts(ir)[0])
