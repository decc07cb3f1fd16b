"""Imports only go down, and docs/architecture.md says so truly: its table of rooms is what the code does."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.pages import REPOSITORY

PACKAGE = REPOSITORY / "onething"
PAGE = REPOSITORY / "docs" / "architecture.md"
HEAVY = ("lark", "pydantic", "networkx", "jinja2", "yaml")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of everything of ours that a file imports, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}:{node.lineno}: relative import"
            if (node.module or "").split(".")[0] == "onething":
                yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names if name.name.split(".")[0] == "onething")


def room(name: str) -> str:
    """The room of a module; '' = the package itself."""
    parts = name.split(".")
    if len(parts) < 2 or not ((PACKAGE / parts[1]).is_dir() or (PACKAGE / f"{parts[1]}.py").is_file()):
        return ""
    return parts[1]


def arrows() -> dict[tuple[str, str], list[str]]:
    """From which room to which, with the places."""
    found: dict[tuple[str, str], list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        here = room(".".join(path.relative_to(REPOSITORY).with_suffix("").parts))
        for line, name in imports(path):
            there = room(name)
            if here and there and here != there:
                found.setdefault((here, there), []).append(f"{path.relative_to(REPOSITORY)}:{line} {name}")
    return found


def rooms_of_the_page() -> dict[str, set[str]]:
    """The table of rooms: from top to bottom, each with the rooms that it imports."""
    table = PAGE.read_text(encoding="utf-8").partition("| room | what it holds | imports |")[2].split("\n\n")[0]
    found = {}
    for line in table.splitlines()[2:]:
        name, _, imported = (cell.strip() for cell in line.strip().strip("|").split("|"))
        found[re.findall(r"`([a-z_]+)", name)[0]] = set(re.findall(r"[a-z_]+", imported))
    return found


def test_the_page_shows_the_arrows_of_the_code():
    shown = rooms_of_the_page()
    made: dict[str, set[str]] = {name: set() for name in shown}
    for (here, there), places in arrows().items():
        assert here in shown, f"docs/architecture.md has no room {here}"
        assert there in shown[here], f"docs/architecture.md has no arrow {here} → {there}: {places}"
        made[here].add(there)
    assert shown == made, "docs/architecture.md shows an arrow that is not there"


def test_arrows_only_go_down():
    order = list(rooms_of_the_page())
    for (here, there), places in arrows().items():
        assert order.index(here) < order.index(there), places


def test_an_emitter_reads_the_published_form_and_nothing_else_of_ours():
    for path in (PACKAGE / "emit").rglob("*.py"):
        for line, name in imports(path):
            assert name.startswith(("onething.emit", "onething.plan.ir")), f"{path}:{line} {name}"


@pytest.mark.parametrize(
    ("here", "never"),
    [("check", "emit"), ("syntax", "model"), ("syntax", "resolve"), ("semantics", "plan"), ("resolve", "plan"), ("scenario", "emit")],
)
def test_never(here: str, never: str):
    assert (here, never) not in arrows()


def test_logic_knows_only_itself():
    assert not [places for (here, _), places in arrows().items() if here == "logic"]


def test_only_the_door_imports_the_command_line():
    assert {here for here, there in arrows() if there == "cli"} == {"__main__"}


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_are_quick(option: str):
    """Nothing heavy is imported before a command needs it."""
    script = (
        "import sys; from onething.cli.app import run; status = run([sys.argv[1]]);"
        f"sys.exit(status or ' '.join(m for m in {HEAVY!r} if m in sys.modules) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script, option], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
