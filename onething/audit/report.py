"""An audit as plain data: the shape that ``onething audit --format json`` prints. Keys may be added, never changed."""

from __future__ import annotations

from fractions import Fraction

from onething.audit.audit import Audit
from onething.audit.evidence import SOURCED
from onething.audit.halving import GOAL, reached
from onething.audit.item import Item
from onething.audit.ones import Decided
from onething.audit.scored import Scored, ScoredDegree, points
from onething.audit.shown import Judged
from onething.source import Span


def report(made: Audit, folder: str = "") -> dict:
    """One object for one bundle. ``folder``: the way to the workspace, before every file name. Scores are of 100, with one decimal."""

    def at(span: Span) -> dict:
        line, column = span.position
        return {"file": folder + span.source.path, "line": line, "column": column}

    won = {id(item): lost for lost, item in points(made.degrees)}
    of, all_ = made.applying
    return {
        "bundle": made.identity,
        "place": made.place,
        "name": made.name,
        **at(made.span),
        "score": _of_hundred(made.total),
        "unstated": _rounded(made.unstated),
        "thin": made.thin,
        "measures_applying": of,
        "measures": all_,
        "degrees": [_degree(d, won, at) for d in made.degrees],
        "ones": [{"profile": name, "reached": sum(o.verdict == "达到" for o in decided), "of": len(decided), "each": [_one(o, at) for o in decided]} for name, decided in made.ones.items()],
        "halving": {
            "goal": GOAL,
            "verdict": reached(made.halves),
            "each": [
                {"what": h.what, "before": h.before, "after": h.after, "verdict": h.verdict, "why": h.why, "places": [{"words": words, **at(span)} for words, span in h.places]}
                for h in made.halves
            ],
        },
        "crossings": [_judged(j, at) for j in made.crossings],
        "reengineering": [_judged(j, at) for j in made.reengineering],
        "evidence": {
            "facts": made.evidence.facts,
            "sourced": sum(made.evidence.counts[kind] for kind in SOURCED),
            "counts": made.evidence.counts,
            "missing": [{"kind": kind, "words": words, **at(span)} for kind, words, span in made.evidence.missing],
        },
    }  # fmt: skip


def _degree(d: ScoredDegree, won: dict[int, Fraction], at) -> dict:
    return {
        "name": d.degree.name,
        "score": _of_hundred(d.share),
        "weight": _rounded(d.weight),
        "measures": [_measure(s, won, at) for s in d.measures],
    }


def _measure(s: Scored, won: dict[int, Fraction], at) -> dict:
    """``score`` None: the measure does not apply. ``points``: what winning all of it would add to the score of the bundle."""
    return {
        "name": s.measure.name,
        "won": _rounded(s.won),
        "possible": _rounded(s.possible),
        "score": _of_hundred(s.share),
        "points": _rounded(sum((won.get(id(item), Fraction(0)) for item in s.lost), Fraction(0)), 2),
        "lost": [_lost(item, won.get(id(item), Fraction(0)), at) for item in s.lost],
    }


def _lost(item: Item, points_lost: Fraction, at) -> dict:
    """``points``: what winning it would add to the score; 0 where its degree weighs nothing."""
    return {"thing": item.thing, "why": item.lost, "repair": item.repair, "unstated": item.unstated, "points": _rounded(points_lost, 2), **at(item.span)}


def _one(o: Decided, at) -> dict:
    return {
        "name": o.name,
        "verdict": o.verdict,
        "why": o.why,
        "lost": [{"measure": measure, "thing": item.thing, "why": item.lost, **at(item.span)} for measure, item in o.lost],
    }


def _judged(j: Judged, at) -> dict:
    return {"name": j.name, "verdict": j.verdict, "why": j.why, "shown": [{"words": s.words, **at(s.span)} for s in j.shown]}


def _of_hundred(share: Fraction | None) -> float | None:
    return None if share is None else _rounded(share * 100)


def _rounded(number: Fraction, digits: int = 1) -> float | int:
    """Half up, like people round; a whole number without a point."""
    scaled = (number * 10**digits * 2 + 1) // 2
    return int(scaled) // 10**digits if scaled % 10**digits == 0 else int(scaled) / 10**digits


