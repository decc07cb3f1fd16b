"""In English, only what is quoted – a name, a value, a word of the language – is Chinese."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.examine import examine
from errors.measure import CASES, CATALOGUE
from onething.diagnostics import Finding

CORPUS = Path(__file__).parents[1] / "corpus"
BAD = sorted((CORPUS / "bad").rglob("*.onething"))
QUOTED = re.compile("“[^“”]*(?:“[^“”]*”[^“”]*)*”")
CHINESE = re.compile("[\u3400-\u9fff、。，：；？（）]")
FAMILIES = ("OT12", "OT13")  # references, types: found while names are resolved


def said(found: Finding) -> list[str]:
    """Everything that a finding says in English."""
    notes = (found.label, *found.notes) if found.label else found.notes
    return [found.message("en"), *(note.en for note in notes), *([found.fix.en] if found.fix else ())]


@pytest.mark.parametrize("path", [*CASES, *BAD], ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_chinese_stands_in_quotes(path: Path, tmp_path: Path):
    catalogue = CATALOGUE if path in CASES else CORPUS / "目录.onething"
    found = examine(tmp_path, path.name, path.read_bytes(), catalogue.read_text(encoding="utf-8"))
    for each in found:
        for words in said(each) if each.code.startswith(FAMILIES) else ():
            assert not CHINESE.search(QUOTED.sub("", words)), (each.code, words)
