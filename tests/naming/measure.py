"""What the naming room is measured by: rows of ``names.csv``, split in halves, decided in the open and in pairs."""

from __future__ import annotations

import csv
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("names.csv")
MEANS_THE_SAME = ("same", "alias", "former")


@dataclass(frozen=True, slots=True)
class Row:
    kind: str
    written: str
    standard: str
    relation: str
    place: str
    note: str

    @property
    def means(self) -> bool:
        return self.relation in MEANS_THE_SAME

    @property
    def held_out(self) -> bool:
        """In the half that no rule or table was tuned on."""
        return hashlib.sha256(f"{self.kind}|{self.written}".encode()).digest()[0] % 2 == 1

    @property
    def confused_with(self) -> list[str]:
        """For ``different``: the things it is not, as the note says."""
        said = re.search(r"confusable: ([^;\"]+)", self.note)
        return [part.strip() for part in said[1].split(" / ")] if said and self.relation == "different" else []


@cache
def rows() -> list[Row]:
    """Every row of the file. Some have their note in the column of the source, as found."""
    with FILE.open(encoding="utf-8", newline="") as file:
        read = list(csv.reader(file))[1:]
    return [Row(*r[:5], " ".join(r[5:])) for r in read]


def aliases(without: Row | None = None, strict: bool = False) -> dict[str, list]:
    """The aliases that a catalogue would hold of the rows, by kind. A row of one place is an alias there only.
    ``without``: the row that is left out; ``strict``: and every other row of its normal form with it."""
    from onething.naming.form import form
    from onething.naming.known import Alias

    found: dict[str, list] = {}
    for row in rows():
        if not row.means or row.written == row.standard:
            continue
        if without is not None and row.kind == without.kind:
            same = row.written == without.written
            if same or strict and form(row.written, row.kind).key == form(without.written, row.kind).key:
                continue
        found.setdefault(row.kind, []).append(Alias(row.written, row.standard, places=tuple(places(row))))
    return found


def places(row: Row) -> list[str]:
    """Where a row was written; [] = everywhere, or not stated."""
    said = [p.strip() for p in re.split("[;；]", row.place)]
    return [] if not row.place or any("not stated" in p or p in ("国家", "全国城市") for p in said) else said


def official() -> dict[str, list[str]]:
    """Every standard name, by kind: what a written name is looked up in."""
    found: dict[str, dict[str, None]] = {}
    for row in rows():
        found.setdefault(row.kind, {})[row.standard] = None
    return {kind: list(names) for kind, names in found.items()}


@dataclass(slots=True)
class Score:
    """Of names that mean a standard name: how many were said to (``right``), how many other answers were given (``wrong``)."""

    positives: int = 0
    right: int = 0
    wrong: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.positives

    def __str__(self) -> str:
        return f"准确率 {self.precision:.3f} 召回率 {self.recall:.3f}（{self.right} 对，{self.wrong} 错，应认出 {self.positives}）"


def in_the_open(held: str) -> tuple[dict[str, Score], list[tuple[Row, str]]]:
    """Each written name is looked up among all standard names of its kind: which is meant, or none. ``held``: the aliases
    that are known – ``all``, ``others`` (without the row's own) or ``strangers`` (and without rows of its normal form).
    The scores of all, of the half that was tuned on, and of the half that was held out; and every wrong answer.

    A row ``different`` names a thing of its own: to say that thing is neither right nor wrong, any other is wrong."""
    from onething.naming.known import Known

    every, standards = aliases(), official()
    known = {kind: Known(kind, standards[kind], every.get(kind, ())) for kind in standards}
    scores, wrong = {"全部": Score(), "调过的一半": Score(), "留出的一半": Score()}, []
    for row in rows():
        if held != "all":
            known[row.kind] = Known(row.kind, standards[row.kind], aliases(row, held == "strangers").get(row.kind, ()))
        said = known[row.kind].meant(row.written, places(row) or None).official
        mistaken = said and said != row.standard or said and row.relation in ("narrower", "wider")
        if mistaken:
            wrong.append((row, said))
        for score in (scores["全部"], scores["留出的一半" if row.held_out else "调过的一半"]):
            score.positives += row.means
            score.right += row.means and said == row.standard
            score.wrong += bool(mistaken)
    return scores, wrong


def pairs() -> list[tuple[Row, str, bool]]:
    """Each row as a pair of names and whether they mean one thing. For ``different`` the pair is the name and what it is
    confused with, as the note says."""
    found = []
    for row in rows():
        if row.relation == "different":
            found += [(row, other, False) for other in row.confused_with]
        else:
            found.append((row, row.standard, row.means))
    return found


def in_pairs() -> dict[str, Score]:
    """Whether two names mean one thing, pair by pair, from the names alone: no alias is known."""
    from onething.naming.compare import alike

    scores = {"全部": Score(), "调过的一半": Score(), "留出的一半": Score()}
    for row, other, means in pairs():
        said = alike(row.written, other, row.kind).same
        for score in (scores["全部"], scores["留出的一半" if row.held_out else "调过的一半"]):
            score.positives += means
            score.right += means and said
            score.wrong += said and not means
    return scores


def by_letters(least: float) -> Score:
    """The same pairs by plain similarity of the letters, with the threshold that finds most at this precision."""
    from difflib import SequenceMatcher

    found = [(SequenceMatcher(None, row.written, other).ratio(), means) for row, other, means in pairs()]
    best = Score(sum(means for _, means in found))
    for threshold in sorted({ratio for ratio, _ in found}):
        taken = [means for ratio, means in found if ratio >= threshold]
        score = Score(best.positives, sum(taken), len(taken) - sum(taken))
        if score.precision >= least and score.right > best.right:
            best = score
    return best


def contradictions() -> list[tuple[str, str, str]]:
    """Pairs of written and standard name that the file calls both the same and another relation."""
    said: dict[tuple[str, str, str], set[str]] = {}
    for row in rows():
        said.setdefault((row.kind, row.written, row.standard), set()).add("same" if row.means else row.relation)
    return [pair for pair, relations in said.items() if len(relations) > 1]
