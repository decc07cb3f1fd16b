"""Names across a province that are not the official ones: what each probably means, why, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Iterator

from onething.model.catalogue import Catalogue
from onething.naming.compare import alike
from onething.naming.form import form
from onething.province.summary import Summary

ENOUGH = 0.75  # matters share many words: what is less alike is not worth a look
VERDICTS = ("同一", "可能", "不同")


@dataclass(frozen=True, slots=True)
class Unofficial:
    """A name that is not official. ``kind`` 一件事, 事项, 部门 or 证照; ``official``: what it means (同一) or may mean
    (可能), '' for 不同; ``zh``, ``en``: why; ``places``: path and line of everywhere it stands."""

    kind: str
    name: str
    verdict: str
    official: str
    zh: str
    en: str
    places: tuple[tuple[str, int], ...]


def unofficial(summaries: Iterable[Summary], catalogue: Catalogue) -> list[Unofficial]:
    """Names of bundles that are no standard's, of matters that a standard asks for by another name, and of departments
    and documents that the catalogue has twice. First those that surely mean something, then those that may."""
    found: dict[tuple[str, str, str, str], tuple[Unofficial, list]] = {}
    for each in (*_of_bundles(summaries, catalogue), *_of_catalogue(catalogue)):
        held = found.setdefault((each.kind, each.name, each.verdict, each.official), (each, []))
        held[1].extend(each.places)
    made = [Unofficial(e.kind, e.name, e.verdict, e.official, e.zh, e.en, tuple(sorted(set(places)))) for e, places in found.values()]
    return sorted(made, key=lambda u: (VERDICTS.index(u.verdict), u.kind, u.official, u.name))


def _of_bundles(summaries: Iterable[Summary], catalogue: Catalogue) -> Iterator[Unofficial]:
    for s in summaries:
        if s.name:
            yield from _bundle(s, catalogue)
            yield from _matters(s, catalogue)


def _bundle(s: Summary, catalogue: Catalogue) -> Iterator[Unofficial]:
    standards = catalogue.standards.values()
    if any(s.name == each.bundle for each in standards) or not standards:
        return
    alias = any(s.name in each.aliases for each in standards)
    if alias and catalogue.lapsed("standard", s.name, s.place) is None:
        return
    at = ((s.path, s.line),)
    meant = catalogue.known("bundle").meant(s.name, None if alias else catalogue.around(s.place))
    stated = catalogue.standards.get(s.standard)
    if meant.official:
        yield Unofficial("一件事", s.name, "同一", meant.official, meant.zh, meant.en, at)
    elif stated is not None:
        yield Unofficial("一件事", s.name, "同一", stated.bundle, "写明是这个标准", "it states this standard", at)
    elif meant.perhaps:
        yield Unofficial("一件事", s.name, "可能", meant.perhaps[0][0], meant.zh, meant.en, at)
    else:
        yield Unofficial("一件事", s.name, "不同", "", "没有相近的标准", "no standard is near", at)


def _matters(s: Summary, catalogue: Catalogue) -> Iterator[Unofficial]:
    """Matters that may be what the stated standard asks for and does not find."""
    standard = catalogue.standards.get(s.standard)
    if standard is None:
        return
    called = {name for m in s.matters for name in (m.name, *m.aliases)}
    required = {name for name, _ in standard.required}
    missing = [name for name, _ in standard.required if name not in called]
    for m in s.matters:
        if m.name in required or required & set(m.aliases) or not missing:
            continue
        best = max(((alike(m.name, name, "matter"), name) for name in missing), key=lambda each: (each[0].score, each[1]))
        if best[0].same or best[0].verdict == "可能" and best[0].score >= ENOUGH:
            verdict, name = best
            yield Unofficial("事项", m.name, verdict.verdict, name, verdict.zh, verdict.en, ((m.path or s.path, m.line),))


def _of_catalogue(catalogue: Catalogue) -> Iterator[Unofficial]:
    """Departments and documents that mean the same as one that was declared before."""
    for zh, kind in (("部门", "department"), ("证照", "document")):
        first: dict[str, list[str]] = {}  # names that could be one have one key
        for name, thing in catalogue.of(kind).items():
            earlier = first.setdefault(form(name, kind).key, [])
            for before in earlier:
                verdict = alike(name, before, kind)
                if verdict.same and not {(kind, name), (kind, before)} & catalogue.successors.keys():
                    yield Unofficial(zh, name, "可能", before, verdict.zh, verdict.en, ((thing.span.source.path, thing.span.position[0]),))
                    break
            earlier.append(name)
