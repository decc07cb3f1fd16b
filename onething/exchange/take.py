"""A matter list taken into a workspace: gathered, drafted, checked as a bundle is checked, and compared with what
exporting it would write. Nothing is written here; all is in ``Taken``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterator

from onething import LANGUAGE
from onething.diagnostics import Finding, Fix, Severity, finding
from onething.exchange.cells import parts
from onething.exchange.columns import MATERIAL, MATTER, columns
from onething.exchange.declared import catalogue_lines, near_names
from onething.exchange.draft import Draft
from onething.exchange.file_names import code_of, file_name
from onething.exchange.gather import Gathering, bundle_name
from onething.exchange.give import Cells, give
from onething.exchange.lines import Lines
from onething.exchange.listed import ListedBundle, ListedMatter, LostRow
from onething.exchange.places import At, Places
from onething.exchange.shared import Shared
from onething.exchange.sheets import RESULT, UNSAID
from onething.exchange.trial import trial
from onething.model.catalogue import Catalogue
from onething.syntax import parse
from onething.workbook.grid import Book, Refused
from onething.workspace import Examined, Workspace, open_workspace
from onething.workspace.config import Config

PLAIN_SHEETS = re.compile(r"sheet\d*|工作表\d*|表\d*|实施清单|事项清单|清单|事项", re.I)
OURS = (UNSAID, RESULT)  # sheets that an export or a marked copy adds
Keep = frozenset[tuple[str, int, str]]
Trial = tuple[Workspace, list[Examined], list[Finding]]


@dataclass(slots=True)
class Taken:
    """``files``: path below the root → text. ``lost``: rows that became nothing. ``rows``: how many became something;
    ``bundles`` and ``matters``: what was made. ``read``: whether any sheet had a header."""

    places: Places
    files: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    lost: list[LostRow] = field(default_factory=list)
    rows: int = 0
    bundles: list[str] = field(default_factory=list)
    matters: int = 0
    read: bool = True


def take(book: Book, root: Path | None, folder: str = "", *, sheet: str = "", bundle: str = "", lead: str = "") -> Taken:
    """Read the list. ``root``: the workspace that it joins, None for a new one; ``folder``: where in it, with ``/`` behind
    it or ''. ``sheet``: only this one; ``bundle``: the one to take, or its name if the list names none; ``lead``: who
    leads where the list does not say. Raises ``Refused`` when there is no such sheet or bundle."""
    places = Places(book)
    gathering = Gathering(places)
    chosen = [n for n, grid in enumerate(book.grids) if not sheet or grid.name == sheet]
    if not chosen:
        names = "、".join(f"“{grid.name}”" for grid in book.grids) or "没有"
        raise Refused(f"没有叫“{sheet}”的表；有：{names}", f"no sheet “{sheet}”; there are: {names}")
    ours = [n for n in chosen if book.grids[n].name in OURS and not sheet]
    headless = [n for n in chosen if n not in ours and not gathering.sheet(n)]
    taken = Taken(places, lost=gathering.lost, read=len(headless) < len(chosen) - len(ours))
    for number in headless:
        _headless(taken, number)
    listed = _named(_selected(gathering, bundle, taken), bundle, places)
    taken.rows = gathering.taken - sum(1 for row in taken.lost if row.zh.startswith("属于"))
    taken.findings += gathering.findings
    base = _base(root)
    shared = _free(root, f"{folder}目录-{file_name(places.name.rsplit('.', 1)[0])}")
    draft, lines = _drafted(places, listed, base.catalogue, folder, shared, lead, frozenset())
    keep = _differing(listed, _given(trial(base, _texts(lines)), listed, folder))
    draft, lines = _drafted(places, listed, base.catalogue, folder, shared, lead, keep)
    taken.files = _texts(lines)
    taken.findings += draft.findings
    taken.findings += near_names(draft.shared, places)
    taken.findings += _unsound(trial(base, taken.files), lines, places, {f.code for f in draft.findings})
    if root is None and taken.files:
        taken.files["onething.toml"] = f'language = "{LANGUAGE}"\n'
    taken.bundles = [b.name.text for b in listed]
    taken.matters = sum(len(b.matters) for b in listed)
    taken.findings.sort(key=lambda each: (each.span.order() if each.span else ("", 0, 0), each.code))
    return taken


# ---- which bundles


def _headless(taken: Taken, number: int) -> None:
    grid = taken.places.book.grids[number]
    if not grid.rows:
        return
    row = next(iter(grid.rows))
    at = At(number, row, min(grid.rows[row]))
    if not taken.read:
        fix = Fix("表头里要有“事项名称”一列，列名见 docs/exchange.md", "the header needs a column 事项名称; docs/exchange.md lists the names")
        taken.findings.append(finding("OT3401", taken.places.span(at), sheet=taken.places.sheet(at), fix=fix))
    _left_out(taken, number, "这张表没有表头", "its sheet has no header")


def _left_out(taken: Taken, number: int, zh: str, en: str) -> None:
    """Account for the rows of a sheet of which nothing is taken."""
    for row, cells in taken.places.book.grids[number].rows.items():
        taken.lost.append(LostRow(At(number, row, min(cells)), " ".join(got.text for got in cells.values()), zh, en))


def _selected(gathering: Gathering, name: str, taken: Taken) -> list[ListedBundle]:
    """The bundles asked for; the rows of others are accounted for."""
    groups, name = gathering.bundles, bundle_name(name)
    if not name or set(groups) <= {""}:
        return list(groups.values())
    if name not in groups:
        there = "、".join(f"“{each}”" for each in groups if each) or "没有"
        raise Refused(f"没有叫“{name}”的一件事；有：{there}", f"no bundle “{name}”; there are: {there}")
    for other, listed in groups.items():
        if other != name:
            for at in (at for matter in listed.matters.values() for at in matter.rows):
                taken.lost.append(LostRow(at, "", f"属于“{other}”，这次没有选", f"it belongs to “{other}”, which was not asked for"))
    return [groups[name]]


def _named(listed: list[ListedBundle], name: str, places: Places) -> list[ListedBundle]:
    """A bundle without name takes the one given, else that of its sheet, else that of the file."""
    for each in listed:
        if not each.name.text:
            sheet = places.book.grids[each.name.at.sheet].name
            fallback = sheet if sheet and not PLAIN_SHEETS.fullmatch(sheet) else places.name.rsplit(".", 1)[0]
            each.name = each.name._replace(text=name or fallback)
    return listed


# ---- drafting


def _drafted(places: Places, listed: list[ListedBundle], catalogue, folder: str, shared: str, lead: str, keep: Keep) -> tuple[Draft, dict[str, Lines]]:
    draft = Draft(places, Shared(catalogue), keep)
    made: dict[str, Lines] = {}
    codes: set[str] = set()
    for each in listed:
        draft.shared.place = draft.place(each)
        code = code_of(each.name.text, codes)
        lines = draft.bundle(each, each.name.text, code, lead)
        if lines is not None:
            codes.add(code)
            made[f"{folder}{file_name(each.name.text)}.onething"] = lines
    declared = catalogue_lines(draft.shared)
    if declared.texts:
        made[shared] = declared
    return draft, made


def _free(root: Path | None, name: str) -> str:
    """A file of the catalogue that is not there yet: what an earlier import declared stays declared."""
    number, found = 2, f"{name}.onething"
    while root is not None and (root / found).exists():
        found, number = f"{name}-{number}.onething", number + 1
    return found


def _base(root: Path | None) -> Workspace:
    """The workspace that the list joins; without one, an empty one."""
    return open_workspace(root) if root is not None else Workspace(Path("."), Config(language=LANGUAGE), Catalogue(), [])


def _texts(lines: dict[str, Lines]) -> dict[str, str]:
    return {path: each.text() for path, each in lines.items()}


# ---- what exporting would write


def _given(tried: Trial, listed: list[ListedBundle], folder: str) -> dict[str, list[Cells]]:
    """The rows that each drafted bundle would be exported as."""
    workspace, examined, _ = tried
    found = {e.path: give(e.bundle, [parse(workspace.source_at(e.path))], workspace.catalogue).rows for e in examined if e.bundle is not None}
    return {each.name.text: found.get(f"{folder}{file_name(each.name.text)}.onething", []) for each in listed}


def _differing(listed: list[ListedBundle], given: dict[str, list[Cells]]) -> Keep:
    """The cells that exporting would write otherwise: their own text is kept."""
    found: set[tuple[str, int, str]] = set()
    for bundle in listed:
        rows = given[bundle.name.text]
        for name, said in bundle.said.items():
            if rows and rows[0].get(name, "") != said.text:
                found.add(("", -1, name))
        for name, matter in bundle.matters.items():
            found |= set(_differing_matter(name, matter, [row for row in rows if row.get("事项名称") == name], bundle.columns))
    return frozenset(found)


def _differing_matter(name: str, matter: ListedMatter, rows: list[Cells], there: set[str]) -> Iterator[tuple[str, int, str]]:
    """The same of one matter, ``there``: the columns of the list; a cell that is blank says so too."""
    read = {column: columns()[column] for column in there if columns()[column].becomes}
    first = rows[0] if rows else {}
    said = Draft.joined(matter)
    for column in (c for c, each in read.items() if each.of == MATTER and c != "事项名称"):
        if first.get(column, "") != (said[column].text if column in said else ""):
            yield name, -1, column
    at = 0
    for number, material in enumerate(matter.materials):
        count = max(len(parts(material.name.text)), 1)
        mine = rows[at : at + count]
        at += count
        written = "、".join(row.get("材料名称", "") for row in mine)
        if written != material.name.text or count > 1:
            yield name, number, "材料名称"
        for column in (c for c, each in read.items() if each.of == MATERIAL and c != "材料名称"):
            text = material.said[column].text if column in material.said else ""
            if (mine[0].get(column, "") if mine else "") != text:
                yield name, number, column


# ---- checking


def _unsound(tried: Trial, lines: dict[str, Lines], places: Places, said: set[str]) -> Iterator[Finding]:
    """Errors of what was made, each at the cell it was made from."""
    _, examined, found = tried
    found = [*found, *(f for e in examined for f in e.findings)]
    for each in found:
        if each.severity is not Severity.ERROR or each.code == "OT2501" and "OT3414" in said:
            continue
        cells = lines[each.span.source.path].cells if each.span is not None and each.span.source.path in lines else []
        line = each.span.position[0] - 1 if each.span is not None else 0
        at = next((cell for cell in (*reversed(cells[: line + 1]), *cells) if cell is not None), None)
        if at is None:
            yield each
            continue
        told = dict(code=each.code, message=each.message(), message_en=each.message("en"))
        yield finding("OT3410", places.span(at), fix=each.fix and Fix(each.fix.zh, each.fix.en), **told, **places.told(at))
