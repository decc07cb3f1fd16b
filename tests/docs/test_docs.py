"""Examples compile, commands are real, shown output is what comes out, generated pages are fresh, links lead somewhere."""

from __future__ import annotations

import importlib.util
import re
import shlex
import subprocess
import sys

import pytest

from onething.cli.app import COMMANDS
from onething.diagnostics import Severity
from onething.vocabulary import BLOCKS
from tests.corpus.examine import examine
from tests.docs.pages import FENCE, PAGES, REPOSITORY, Block, blocks

CATALOGUE = (REPOSITORY / "docs" / "examples-catalogue.onething").read_text(encoding="utf-8")
NAMES = {name for name, _ in COMMANDS}
OTHERS = {"git", "cd", "make", "python3", ".venv/bin/python", ".venv/bin/pytest"}


@pytest.mark.parametrize("block", blocks("onething", "yaml"), ids=str)
def test_every_example_is_a_whole_file_that_compiles(block: Block, tmp_path):
    suffix = "onething" if block.mark == "onething" else "yaml"
    findings = examine(tmp_path, f"件.{suffix}", block.text, CATALOGUE)
    wrong = [f for f in findings if f.severity is not Severity.HINT]
    assert not wrong, [(f.code, f.span and f.span.position, f.message()) for f in wrong]


def test_the_catalogue_of_the_examples_is_sound(tmp_path):
    assert examine(tmp_path, "空.onething", "# 没有一件事\n", CATALOGUE) == []


def commands() -> list[tuple[str, str]]:
    """Every command line: all lines of ``sh`` blocks, the lines with $ of ``console`` blocks."""
    found = []
    for block in blocks("sh", "console"):
        for line in block.text.splitlines():
            shown = line.startswith("$ ")
            if line.strip() and (shown or block.mark == "sh"):
                found.append((str(block), line.removeprefix("$ ").partition("  #")[0]))
    return found


@pytest.mark.parametrize(("where", "line"), commands())
def test_every_command_line_starts_with_a_real_command(where: str, line: str):
    first, *rest = shlex.split(line)
    if first in ("onething", ".venv/bin/onething"):
        assert rest and (rest[0] in NAMES or rest[0].startswith("--")), line
    elif first == "make":
        makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
        assert all(re.search(rf"(?m)^{re.escape(target)}:", makefile) for target in rest), line
    else:
        assert first in OTHERS, line


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_commands_named_in_running_text_exist(page):
    prose = FENCE.sub("", page.read_text(encoding="utf-8"))
    for name in re.findall(r"`(?:\.venv/bin/)?onething ([a-z]+)", prose):
        assert name in NAMES, name


@pytest.mark.parametrize("page", [p for p in PAGES if p.name.startswith("README")], ids=lambda p: p.name)
def test_shown_output_is_what_comes_out(page, tmp_path):
    """The ``console`` blocks of a page, run one after the other in an empty folder beside the repository's bundles.
    A line of … stands for lines left out."""
    for folder in ("bundles", "examples"):
        (tmp_path / folder).symlink_to(REPOSITORY / folder)
    for block in (b for b in blocks("console") if b.page == page):
        for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block.text, re.MULTILINE):
            arguments = shlex.split(command.partition("  #")[0])
            if arguments[0] != ".venv/bin/onething":
                continue
            done = subprocess.run(
                [sys.executable, "-m", "onething", *arguments[1:]], cwd=tmp_path, capture_output=True, text=True, timeout=60
            )
            pattern = "".join(r"(?:.*\n)*" if line == "…" else re.escape(line + "\n") for line in shown.rstrip("\n").split("\n"))
            assert re.fullmatch(pattern, done.stdout), f"{block}: {command}\n{done.stdout}{done.stderr}"


def test_the_table_of_rules_is_fresh():
    spec = importlib.util.spec_from_file_location("rules", REPOSITORY / "tools" / "rules.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.PAGE.read_text(encoding="utf-8") == module.rules(), "run: .venv/bin/python tools/rules.py"


def test_the_table_of_words_is_fresh():
    spec = importlib.util.spec_from_file_location("words", REPOSITORY / "tools" / "words.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.PAGE.read_text(encoding="utf-8") == module.words(), "run: .venv/bin/python tools/words.py"


def test_the_glossary_has_every_word():
    page = (REPOSITORY / "docs" / "glossary.md").read_text(encoding="utf-8")
    rows = {tuple(cell.strip() for cell in line.split("|")[1:3]) for line in page.splitlines() if line.startswith("| ")}
    wanted = {(w.name, w.english) for b in BLOCKS for w in (b, *b.keys, *b.entries)}
    assert wanted <= rows, sorted(wanted - rows)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page):
    prose = FENCE.sub("", page.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", prose):
        assert (page.parent / target).exists(), target
