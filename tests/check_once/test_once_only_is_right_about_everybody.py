"""The rules of once only against plain enumeration: every kind of applicant, everything chosen, asked of the reference."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

import pytest
from bundle_maker import make
from compiling import Compiled, compile_text
from onething.logic.expression import holds
from onething.model.outcome import INSIDE, OWN
from onething.semantics import met

SEEDS = [(seed, circles) for seed in range(160) for circles in (False, True)]
ASKING = (OWN, "容缺后补")


@cache
def compiled(seed: int, circles: bool) -> Compiled:
    """A random bundle, in which documents and fields are asked for on more lines than is wise."""
    return compile_text(make(seed, circles))


def found(made: Compiled, code: str) -> set[tuple[int, int]]:
    return {(f.span.start, f.span.end) for f in made.findings if f.code == code}


def place(each) -> tuple[int, int]:
    return each.span.start, each.span.end


def met_needs(made: Compiled):
    """Every need that holds for some kind of applicant, with its matter, how it is met, and for whom."""
    for cell in made.analysis.cells:
        outcome = made.outcome(cell.answers, made.bundle.matters)
        for name in outcome.taken:
            for need in made.bundle.matters[name].needs:
                if holds(need.when, outcome.answers):
                    yield cell, name, need, met(made.bundle, made.catalogue, outcome, name, need).how


def available(made: Compiled, document: str) -> bool:
    known = made.catalogue.documents[document]
    source = known.source and made.catalogue.is_connected(known.source, made.bundle.place)
    return bool(source) or made.catalogue.has_e_licence(document, made.bundle.place)


@pytest.mark.parametrize(("seed", "circles"), SEEDS)
def test_what_is_brought_although_it_need_not_be(seed, circles):
    made = compiled(seed, circles)
    needs = [n for m in made.bundle.matters.values() for n in m.needs if n.how == OWN]
    inside = {place(n) for _, _, n, how in met_needs(made) if n.how == OWN and how == INSIDE}
    assert found(made, "OT2303") == inside | {place(n) for n in needs if available(made, n.thing.name)}


@pytest.mark.parametrize(("seed", "circles"), SEEDS)
def test_what_is_asked_for_on_paper_although_nobody_hands_it_in(seed, circles):
    made = compiled(seed, circles)
    expected = {
        place(n) for _, _, n, how in met_needs(made)
        if (n.original or n.medium == "纸质") and how not in (*ASKING, INSIDE) and available(made, n.thing.name)
    }  # fmt: skip
    assert found(made, "OT2307") == expected


@pytest.mark.parametrize(("seed", "circles"), SEEDS)
def test_what_one_matter_asks_for_twice(seed, circles):
    made = compiled(seed, circles)
    expected, seen = set(), {}
    for cell, matter, need, _ in met_needs(made):
        if not need.group:
            first = seen.setdefault((id(cell), matter, need.thing), need)
            if first is not need:
                expected.add(place(need))
    assert found(made, "OT2308") == expected


@pytest.mark.parametrize(("seed", "circles"), SEEDS)
def test_what_is_filled_in_before_anybody_knows_it(seed, circles):
    made = compiled(seed, circles)
    expected = set()
    for cell in made.analysis.cells:
        outcome = made.outcome(cell.answers, made.bundle.matters)
        for name in outcome.taken:
            for use in made.bundle.matters[name].fields:
                makers = [m for m, o in made.bundle.makers.get(use.thing, ()) if m in outcome.taken and holds(o.when, outcome.answers)]
                if holds(use.when, outcome.answers) and makers and set(makers) == {name}:
                    expected.add(place(use))
    assert found(made, "OT2311") == expected


@pytest.mark.parametrize(("seed", "circles"), SEEDS)
def test_an_alternative_that_is_never_used_is_handed_in_by_nobody(seed, circles):
    made = compiled(seed, circles)
    losers = found(made, "OT2309")
    for cell in made.analysis.cells if losers else ():
        for choice in ((), tuple(made.bundle.matters)):
            for finished in ((), *((m,) for m in made.bundle.matters)):
                lines = made.outcome(cell.answers, choice, finished).lines
                assert not {place(m.need) for line in lines if line.group for m in line.met} & losers


def answers_of(made: Compiled, witness) -> dict:
    """The answers that a witness says in words."""
    numbers = {q for q, asked in made.bundle.questions.items() if not asked.options}
    return {q: Fraction(re.match(r"[\d.]+", a)[0]) if q in numbers else a for q, a in witness}


@pytest.mark.parametrize(("seed", "circles"), SEEDS)
def test_the_applicant_who_is_named_meets_it(seed, circles):
    made = compiled(seed, circles)
    for f in made.findings:
        if f.code not in ("OT2303", "OT2308", "OT2311") or not f.witness:
            continue
        outcome = made.outcome(answers_of(made, f.witness), made.bundle.matters)
        needs = [(name, n) for name in outcome.taken for n in made.bundle.matters[name].needs if holds(n.when, outcome.answers)]
        uses = [u for name in outcome.taken for u in made.bundle.matters[name].fields if holds(u.when, outcome.answers)]
        mine = [(name, n) for name, n in needs if place(n) == (f.span.start, f.span.end)]
        if f.code == "OT2311":
            assert (f.span.start, f.span.end) in map(place, uses)
        elif f.code == "OT2303":
            assert [met(made.bundle, made.catalogue, outcome, name, n).how for name, n in mine] == [INSIDE]
        else:
            ((name, need),) = mine
            assert sum(m == name and n.thing == need.thing and not n.group for m, n in needs) > 1


def test_the_random_bundles_show_every_one_of_these_mistakes():
    """Else the comparisons above compare nothing."""
    shown = [code for seed in SEEDS for code in ("OT2303", "OT2307", "OT2308", "OT2309", "OT2311") if found(compiled(*seed), code)]
    assert {code: shown.count(code) >= 3 for code in sorted(set(shown))} == dict.fromkeys(("OT2303", "OT2307", "OT2308", "OT2309", "OT2311"), True)
