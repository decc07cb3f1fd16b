"""``onething check --fix`` and ``--diff``: repairs applied to files, or only shown."""

from __future__ import annotations

import sys
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from onething.cli.gather import folder_of
from onething.cli.language import LANG, say
from onething.cli.target import workspaces

if TYPE_CHECKING:
    from onething.diagnostics import Finding
    from onething.workspace.mend import Mended

BOM = b"\xef\xbb\xbf"


def repair(paths: list[Path], unsafe: bool, diff: bool) -> int:
    """Mend what the paths mean – or with ``diff`` print what would change – and say on stderr what it was; how many
    repairs there were. Raises ``OSError``, ``Stop``."""
    from onething.workspace.mend import mend

    below = [path.resolve() for path in paths or [Path(".")]]
    count = 0
    for workspace, _ in workspaces(paths):
        root, folder = workspace.root, folder_of(workspace)
        meant = lambda file: any((root / file).resolve().is_relative_to(path) for path in below)  # noqa: E731
        mended = mend(root, meant, unsafe)
        count += len(mended.done)
        if diff:
            sys.stdout.write("".join(_difference(mended, folder)))
        else:
            _write(mended, root)
        if mended.done:
            sys.stderr.write(_said(mended.done, folder, diff))
    return count


def _write(mended: Mended, root: Path) -> None:
    from onething.workspace.write import replace_file

    for file, text in mended.after.items():
        path = root / file
        mark = BOM if path.read_bytes().startswith(BOM) else b""
        replace_file(path, mark + text.encode("utf-8"))


def _difference(mended: Mended, folder: str) -> list[str]:
    """The unified diff of each file that changes. A line is a line as ``Source`` counts them."""
    shown = []
    for file, after in sorted(mended.after.items()):
        old, new = (text.replace("\r\n", "\n").replace("\r", "\n").split("\n") for text in (mended.before[file], after))
        shown += (line + "\n" for line in unified_diff(old, new, folder + file, folder + file, lineterm=""))
    return shown


def _said(done: list[Finding], folder: str, diff: bool) -> str:
    """What was changed, one repair a line."""
    count = len(done)
    head = say(f"{'会改' if diff else '改了'} {count} 处：", f"{count} {'repairs would be made' if diff else 'repairs made'}:")
    lines = (f"  {folder}{f.span.source.path}:{f.span.position[0]} [{f.code}] {f.fix.text(LANG)}" for f in done)
    return "\n".join((head, *lines)) + "\n"
