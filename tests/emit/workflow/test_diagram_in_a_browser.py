"""workflow.svg of every shipped bundle, opened in Chromium: what people see, measured by the browser itself."""

from __future__ import annotations

import re

import pytest
from compiling import ir_of, shipped

from onething.emit.workflow import emit

INSIDE = """() => {
  const page = document.documentElement.getBoundingClientRect(), out = [];
  for (const text of document.querySelectorAll('text')) {
    const box = text.getBoundingClientRect();
    if (box.left < page.left - 1 || box.right > page.right + 1 || box.top < page.top - 1 || box.bottom > page.bottom + 1)
      out.push(text.textContent);
  }
  return out;
}"""


@pytest.mark.parametrize("name", shipped())
def test_every_word_stands_in_the_picture_and_every_matter_is_named(name: str, chromium, tmp_path) -> None:
    ir = ir_of(name)
    svg = next(a.text for a in emit(ir).artefacts if a.path == "workflow.svg")
    file = tmp_path / "workflow.svg"
    file.write_text(svg, encoding="utf-8")
    context = chromium.new_context(viewport={"width": 2400, "height": 1600})
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.evaluate(INSIDE) == []
    shown = re.sub(r"\s", "", page.evaluate("() => [...document.querySelectorAll('text')].map(t => t.textContent).join('')"))
    context.close()
    for matter in ir.matters:
        assert re.sub(r"\s", "", matter.name) in shown
