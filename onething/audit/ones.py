"""The ones of a profile, judged by the measures that it names."""

from __future__ import annotations

from dataclasses import dataclass

from onething.audit.item import Item
from onething.audit.profile import One, Profile
from onething.audit.scored import Scored

REACHED, NOT_REACHED, UNDECIDED = "达到", "未达到", "判断不了"


@dataclass(frozen=True, slots=True)
class Decided:
    """One “one”: its verdict, and the points that stand in its way, or that nobody states, each with its measure."""

    name: str
    verdict: str
    why: str
    lost: tuple[tuple[str, Item], ...]


def ones(profile: Profile, scores: dict[str, Scored]) -> list[Decided]:
    """Each of the profile's ones. ``scores``: by name of the measure."""
    return [_decide(one, scores) for one in profile.ones]


def _decide(one: One, scores: dict[str, Scored]) -> Decided:
    silent = [name for name in one.stated if not scores[name].items]
    if silent:
        return Decided(one.name, UNDECIDED, f"规格里没有“{'、'.join(silent)}”要看的内容", ())
    looked = [scores[name] for name in one.every if scores[name].items]
    either = [scores[name] for name in one.some if scores[name].items]
    if not looked and not either and not one.stated:
        return Decided(one.name, UNDECIDED, "规格里没有可以判断的内容", ())
    lost = [(s.measure.name, item) for s in looked for item in s.lost]
    if either and all(s.lost for s in either):
        lost += [(s.measure.name, item) for s in either for item in s.lost]
    if not lost:
        return Decided(one.name, REACHED, "", ())
    verdict = UNDECIDED if all(item.unstated for _, item in lost) else NOT_REACHED
    return Decided(one.name, verdict, "", tuple(lost))
