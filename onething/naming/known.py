"""What names there are of a kind, and which of them a written name means, or none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Iterable, Literal, NamedTuple

from onething.naming.compare import Verdict, alike
from onething.naming.form import Form, form
from onething.naming.typography import plain


class Alias(NamedTuple):
    """Another name of something. ``until``: the first day (ISO) on which it no longer holds; ``places``: where it holds;
    '' and () = always, everywhere."""

    name: str
    official: str
    until: str = ""
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meant:
    """What a written name means. ``official`` is '' unless the verdict is 同一; ``perhaps``: what else it may be, best
    first, each with its reason. ``alias``: the alias that was met, if one was."""

    verdict: Literal["同一", "可能", "不同"]
    official: str
    zh: str
    en: str
    perhaps: tuple[tuple[str, Verdict], ...] = ()
    alias: Alias | None = None


@dataclass(slots=True)
class Known:
    """The official names of one kind, and their aliases. Built once and asked often."""

    kind: str
    official: tuple[str, ...]
    aliases: tuple[Alias, ...] = ()
    _plain: dict[str, list[tuple[str, Alias | None]]] = field(init=False)
    _keys: dict[str, list[tuple[str, str, Alias | None]]] = field(init=False)

    def __init__(self, kind: str, official: Iterable[str], aliases: Iterable[Alias] = ()):
        self.kind, self.official, self.aliases = kind, tuple(official), tuple(aliases)
        self._plain, self._keys = {}, {}
        for name, alias in (*((n, None) for n in self.official), *((a.name, a) for a in self.aliases)):
            means = alias.official if alias else name
            self._plain.setdefault(plain(name), []).append((means, alias))
            shape = form(name, kind)
            for key in dict.fromkeys((shape.key, shape.inner)):
                if key:
                    self._keys.setdefault(key, []).append((name, means, alias))

    def meant(self, name: str, places: Iterable[str] | None = None) -> Meant:
        """Which thing a written name means. ``places``: the place of who writes it and all it lies in; an alias of
        another place does not hold then. None = everywhere."""
        here = None if places is None else frozenset(places)
        held = [(means, alias) for means, alias in self._plain.get(plain(name), ()) if _holds(alias, here)]
        exact = [means for means, alias in held if alias is None]
        if exact:
            return Meant("同一", exact[0], "就是标准名称", "it is the official name")
        found = list(dict.fromkeys(means for means, _ in held))
        if len(found) == 1:
            return Meant("同一", found[0], f"“{held[0][1].name}”是它的别名", f"“{held[0][1].name}” is an alias of it", alias=held[0][1])
        if found:
            return self._unsure([(means, Verdict("可能", "几样都有这个别名", "several have this alias", 1.0)) for means in found])
        return self._by_form(name, here)

    def _by_form(self, name: str, here: frozenset[str] | None) -> Meant:
        shape = form(name, self.kind)
        met = [each for key in (shape.key, shape.inner) for each in self._keys.get(key, ()) if key and _holds(each[2], here)]
        same, perhaps = _judged(name, met, self.kind)
        chosen = _closest(shape, {n: m for n, m, _ in met if m in same}, same, self.kind)
        if len(chosen) == 1:
            verdict, alias = same[chosen[0]]
            return Meant("同一", chosen[0], verdict.zh, verdict.en, alias=alias)
        if chosen:
            return self._unsure([(means, Verdict("可能", same[means][0].zh, same[means][0].en, 1.0)) for means in chosen])
        if len(shape.core) > 2 or not met:
            met = [(n, n, None) for n in self.official] + [(a.name, a.official, a) for a in self.aliases if _holds(a, here)]
            same, more = _judged(name, met, self.kind)
            if len(same) == 1:
                means, (verdict, alias) = next(iter(same.items()))
                return Meant("同一", means, verdict.zh, verdict.en, alias=alias)
            perhaps = {**{m: Verdict("可能", v.zh, v.en, 1.0) for m, (v, _) in same.items()}, **more}
        return self._unsure(list(perhaps.items()))

    def _unsure(self, perhaps: list[tuple[str, Verdict]]) -> Meant:
        ranked = tuple(sorted(perhaps, key=lambda each: (-each[1].score, each[0])))
        if not ranked:
            return Meant("不同", "", "没有相近的名称", "no name is near")
        return Meant("可能", "", ranked[0][1].zh, ranked[0][1].en, ranked)


def _holds(alias: Alias | None, here: frozenset[str] | None) -> bool:
    return alias is None or not alias.places or here is None or not here.isdisjoint(alias.places)


def _closest(shape: Form, names: dict[str, str], same: dict, kind: str) -> list[str]:
    """Of several things that are the same by their form, those that are closest in letter: first by the bare name, then
    by the order of words, then official names before aliases."""
    tests = (lambda n: form(n, kind).bare == shape.bare, lambda n: form(n, kind).core == shape.core, lambda n: same[names[n]][1] is None)
    left = list(names)
    for test in tests:
        left = [n for n in left if test(n)] or left
    return list(dict.fromkeys(names[n] for n in left))


def _judged(name: str, met: list[tuple[str, str, Alias | None]], kind: str):
    """Of what was met: what is the same (with its alias), and what may be, each by the thing it means."""
    same: dict[str, tuple[Verdict, Alias | None]] = {}
    perhaps: dict[str, Verdict] = {}
    for other, means, alias in met:
        verdict = alike(name, other, kind)
        if verdict.same and (means not in same or alias is None):
            same[means] = (verdict, alias)
        elif verdict.verdict == "可能" and verdict.score > (perhaps[means].score if means in perhaps else 0):
            perhaps[means] = verdict
    return same, {m: v for m, v in perhaps.items() if m not in same}
