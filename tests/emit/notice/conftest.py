"""A notice to look at, opened as people open it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from onething.emit.notice import emit
from onething.plan.ir import BundleIR

def texts(ir: BundleIR) -> tuple[str, str]:
    """The Markdown and the page."""
    markdown, page = emit(ir).artefacts
    return markdown.text, page.text


@pytest.fixture
def opened(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens the page of a bundle from a file, as by double click; any complaint of the page fails the test."""
    contexts, complaints = [], []

    def open_page(ir: BundleIR, **options: Any) -> Any:
        file = tmp_path / "notice.html"
        file.write_text(texts(ir)[1], encoding="utf-8")
        context = chromium.new_context(**{"viewport": {"width": 1100, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: complaints.append(request.url) if request.url != file.as_uri() else None)
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
