"""What a command is about: the workspaces and files that its paths mean, one bundle by name, an applicant."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Iterator

from onething.cli.console import FINDINGS, Stop, refuse, show
from onething.cli.language import say

if TYPE_CHECKING:
    from onething.plan.analysis import Analysis
    from onething.workspace import Examined, Workspace
    from onething.workspace.cache import Cache


def workspaces(paths: list[Path], cached: bool = False, cache: Cache | None = None) -> Iterator[tuple[Workspace, set[str] | None]]:
    """Each workspace that some path means, with the source files meant in it (None = all). ``cached``: what was found
    before may be used; ``cache``: that of the first workspace, if it was opened already.

    A path inside a workspace means what lies below it; a folder in none means the workspaces below it.
    """
    from onething.workspace import open_workspace
    from onething.workspace.cache import Cache
    from onething.workspace.walk import root_of, roots_below

    wanted: dict[Path, list[Path] | None] = {}
    for path in paths or [Path(".")]:
        if not path.exists():
            refuse(say(f"没有这个文件或文件夹：{path}", f"no such file or folder: {path}"))
        root = root_of(path)
        roots = [root] if root else roots_below(path) if path.is_dir() else []
        if not roots:
            _no_workspace(path)
        for each in roots:
            if path.resolve() == each or each not in (root,):
                wanted[each] = None
            elif wanted.get(each, []) is not None:
                wanted.setdefault(each, []).append(path.resolve())
    for root, below in wanted.items():
        workspace = open_workspace(root, cache=(cache or Cache.open(root)) if cached else None)
        cache = only = None
        if below is not None:
            only = {s.path for s in workspace.sources if any((root / s.path).resolve().is_relative_to(b) for b in below)}
        yield workspace, only


def _no_workspace(path: Path) -> None:
    from onething.diagnostics import Fix, finding

    fix = Fix("先运行 onething init，或换到有 onething.toml 的文件夹", "run onething init first, or go to a folder with onething.toml")
    show([finding("OT0107", None, path=path, fix=fix)])
    raise Stop(2)


def bundle_named(name: str, workspace_path: Path) -> tuple[Workspace, Examined]:
    """The bundle with this identity, name, code or file. Errors in it are shown and end the command."""
    path = Path(name)
    if path.suffix and path.exists():
        workspace, only = next(workspaces([path]))
        candidates = list(workspace.examine(only))
        found = [(workspace, e) for e in candidates]
    else:
        found, known = [], []
        for workspace, _ in workspaces([workspace_path]):
            for examined in workspace.examine():
                b = examined.bundle
                if b is not None:
                    known.append(b.identity)
                    if name in (b.identity, b.name, b.code):
                        found.append((workspace, examined))
        if len(found) > 1:
            names = "、".join(e.bundle.identity for _, e in found)
            refuse(say(f"“{name}”有几个：{names}，请写全", f"“{name}” is ambiguous: {names}"))
        if not found:
            names = "、".join(known) or say("没有", "none")
            refuse(say(f"没有叫“{name}”的一件事。这里有：{names}", f"no bundle “{name}”. There are: {names}"))
    if not found:
        refuse(say(f"{name} 里没有一件事", f"there is no bundle in {name}"))
    workspace, examined = found[0]
    from onething.workspace import has_errors

    findings = [*workspace.findings, *examined.findings]
    if has_errors(findings) or examined.analysis is None:
        show(findings)
        raise Stop(FINDINGS)
    return workspace, examined


def applicant(base: Analysis, answers: list[str], choose: list[str], done: list[str], doing: list[str]) -> Analysis:
    """The analysis of one applicant, from ``问=答`` pairs (or a file of them) and matter names."""
    from onething.plan.analysis import Analysis

    bundle = base.bundle
    given: dict[str, str | Fraction] = {}
    for pair in _pairs(answers):
        name, equals, answer = pair.partition("=")
        if not equals:
            refuse(say(f"回答写作“情形=回答”，这里是“{pair}”", f"write answers as situation=answer, this is “{pair}”"))
        question = bundle.questions.get(name.strip())
        if question is None:
            refuse(say(f"没有情形“{name}”，有：{'、'.join(bundle.questions)}", f"no situation “{name}”; there are {'、'.join(bundle.questions)}"))
        given[question.name] = _answer(question, answer.strip())
    for name in (n for group in (choose, done, doing) for n in group):
        if name not in bundle.matters:
            refuse(say(f"没有事项“{name}”，有：{'、'.join(bundle.matters)}", f"no matter “{name}”; there are {'、'.join(bundle.matters)}"))
    return Analysis(bundle, base.catalogue, given, frozenset(choose), frozenset(done), frozenset(doing))


def _pairs(answers: list[str]) -> Iterator[str]:
    """The pairs themselves; a name of a file stands for the pairs in it (JSON object, or one pair a line)."""
    import json

    for each in answers:
        if "=" in each or not Path(each).is_file():
            yield each.replace("＝", "=")
            continue
        try:
            text = Path(each).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            refuse(say(f"读不了 {each}：{error}", f"cannot read {each}: {error}"))
        if text.lstrip().startswith("{"):
            try:
                body = json.loads(text)
            except (ValueError, RecursionError) as error:
                refuse(say(f"{each} 不是 JSON：{error}", f"{each} is not JSON: {error}"))
            body = body.get("情形", body)
            if not isinstance(body, dict):
                refuse(say(f"{each} 里的回答写作 {{\"情形\": \"回答\"}}", f"answers in {each} are written {{\"situation\": \"answer\"}}"))
            yield from (f"{k}={v}" for k, v in body.items())
        else:
            yield from (line.strip() for line in text.splitlines() if line.strip())


def _answer(question, answer: str) -> str | Fraction:
    if question.options:
        if answer not in question.options:
            options = "、".join(question.options)
            refuse(say(f"“{answer}”不是“{question.name}”的选项，可选：{options}", f"“{answer}” is not an option of “{question.name}”: {options}"))
        return answer
    number = answer
    for unit in (question.unit, "个" + question.unit, "岁", "㎡"):
        number = number.removesuffix(unit) if unit else number
    try:
        if len(number) > 15 or "e" in number.lower() or "/" in number:
            raise ValueError
        return Fraction(number)
    except ValueError:
        refuse(say(f"“{question.name}”要一个数字，如 1{question.unit}，这里是“{answer}”", f"“{question.name}” wants a number such as 1{question.unit}, this is “{answer}”"))
