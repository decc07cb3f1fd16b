"""notice.md: the lines to bring are those that the reference hands in for somebody, and no others."""

from __future__ import annotations

import re

import pytest
from agreement.subjects import cases, ir, keys, names

from onething.emit.notice import emit
from onething.model.outcome import LATER, OWN

LIMIT, RANDOM = 8000, 1200  # outcomes only, so more of them


def notice(key: str) -> str:
    return next(a.text for a in emit(ir(key)).artefacts if a.path.endswith(".md"))


def plain(cell: str) -> str:
    return re.sub(r"\\(.)", r"\1", cell).strip().rstrip("※")


def rows(key: str) -> list[tuple[str, str, str]]:
    """Number, name and necessity of each line to bring."""
    section = re.search(r"(?ms)^## [^\n]*、需要提交的材料$(.*?)(?=^## |\Z)", notice(key))[1]
    found = []
    for line in section.splitlines():
        cells = [c.strip() for c in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) == 8 and re.fullmatch(r"\d+(\\?-\d+)?", cells[0]):
            found.append((plain(cells[0]), plain(re.sub(r"［\d+］|<br>.*", "", cells[1])), cells[5]))
    return found


def meant(key: str, limit: int) -> dict[str, set[str]]:
    """Published id of a line → the ways in which somebody brings it."""
    ways: dict[str, set[str]] = {}
    for _, right in cases(key, limit):  # also of those whom a gate of the bundle turns away
        for line in right.lines:
            if line.how in (OWN, LATER):
                word = "非必须" if line.optional else {OWN: "必须", LATER: "容缺后补"}[line.how]
                ways.setdefault(names(key)["line"][line.thing, line.group], set()).add(word)
    return ways


@pytest.mark.parametrize(("key", "limit"), keys(LIMIT, RANDOM))
def test_it_lists_exactly_the_lines_that_somebody_hands_in_and_how(key, limit):
    label = {m.id: m.name for m in ir(key).materials}
    wanted = sorted((label[i], tuple(sorted(words))) for i, words in meant(key, limit).items())
    said = sorted((name, tuple(sorted(re.sub("（.*", "", w) for w in cell.split("<br>")))) for _, name, cell in rows(key))
    assert said == wanted


@pytest.mark.parametrize(("key", "limit"), keys(LIMIT, RANDOM))
def test_lines_of_which_one_is_enough_stand_together(key, limit):
    label = {m.id: m.name for m in ir(key).materials}
    groups: dict = {}
    brought = meant(key, limit)
    for (thing, group), id_ in names(key)["line"].items():
        if group and id_ in brought:
            groups.setdefault(group, set()).add(label[id_])
    together: dict[str, set[str]] = {}
    for number, name, _ in rows(key):
        if "-" in number:
            together.setdefault(number.split("-")[0], set()).add(name)
    assert sorted(map(sorted, together.values())) == sorted(sorted(g) for g in groups.values() if len(g) > 1)
