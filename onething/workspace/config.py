"""``onething.toml``: what a workspace says about itself."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from onething.check.ladder import SETS
from onething.diagnostics import Finding, Fix, finding
from onething.naming.rules import KINDS, NamingRule
from onething.source import Source, Span
from onething.workspace.walk import FILE


def _day(value: object) -> object:
    """A day as TOML has it, or as text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


# How a key is written that is not text.
SHOWN = {
    "exclude": "exclude = [ … ]", "coverage": "[[coverage]]", "naming": "[[naming]]", "profiles": "profiles = [ … ]", "goals": "goals = [ … ]", "weights": 'weights = { "…" = 1 }',
}  # fmt: skip


class CoverageGoal(BaseModel):
    """A ``[[coverage]]`` table: from this day on (``from``, ISO; not given: always), at least ``share`` percent of the
    places of a ``level`` (not given: those that count) handle the bundles of a ``list``; ``matters``: with every matter."""

    model_config = ConfigDict(extra="forbid", strict=True)

    list: str
    level: Literal["", "省", "市", "县"] = ""
    share: Annotated[float, Field(ge=0, le=100)] = 100
    since: Annotated[date | None, Field(alias="from"), BeforeValidator(_day)] = None
    matters: bool = False


class NamingTable(BaseModel):
    """A ``[[naming]]`` table: a naming rule (``onething.naming.rules.NamingRule`` says what the keys mean)."""

    model_config = ConfigDict(extra="forbid", strict=True)

    of: Literal[KINDS]
    reason: Annotated[str, Field(min_length=1)]
    begins: list[str] = []
    ends: list[str] = []
    holds: list[str] = []
    never: list[str] = []
    at_most: Annotated[int, Field(ge=1)] | None = None
    unless: list[str] = []
    basis: str = ""

    @property
    def rule(self) -> NamingRule:
        """The rule that the table writes."""
        words = (tuple(w for w in words if w) for words in (self.begins, self.ends, self.holds, self.never))
        return NamingRule(self.of, self.reason, *words, self.at_most or 0, tuple(self.unless), self.basis)


class Config(BaseModel):
    """``language``: version of the language the files are written in; ``name``: shown in outputs; ``place``: the
    place of bundles that name none; ``rules``: the rung of the ladder they are checked on; ``exclude``: folders, relative to the workspace, that are not read;
    ``today``: the day on which it is asked what holds (aliases, lists), not given: that is not asked; ``coverage``: what share of the places must handle the bundles of a list;
    ``naming``: rules for names. Of ``onething audit``: ``profiles``, the numbered standards
    that are looked at; ``goals`` that fail it; ``weights`` of the degrees, those not named weigh 1. Of ``onething breaking``:
    ``breaking``, whom it looks at, not given: everybody."""

    model_config = ConfigDict(extra="forbid", strict=True)

    language: str = "1"
    name: str = ""
    place: str = ""
    rules: Literal["基本", "推荐", "严格"] = "推荐"
    today: Annotated[date | None, BeforeValidator(_day)] = None
    exclude: list[str] = []
    coverage: list[CoverageGoal] = []
    naming: list[NamingTable] = []
    profiles: list[str] = []
    goals: list[str] = []
    weights: dict[str, Annotated[float, Field(ge=0)]] = {}
    breaking: list[Literal["办事人", "窗口", "对接系统", "统计口径"]] = []


TABLES: dict[str, type[BaseModel]] = {"coverage": CoverageGoal, "naming": NamingTable}


def read_config(root: Path) -> tuple[Config, list[Finding]]:
    """The configuration of a workspace; what is wrong with it is a finding, and the defaults then hold."""
    try:
        text = (root / FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return Config(), [finding("OT0108", None, reason=f"读不了（{error}）", reason_en=str(error))]
    source = Source(FILE, text)
    try:
        config = Config.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        lines = text.splitlines(keepends=True)
        at = sum(map(len, lines[: int(place[1]) - 1])) + int(place[2]) - 1 if place else 0
        span = Span(source, min(at, len(text)), min(at + 1, len(text)))
        return Config(), [_wrong(span, f"不是 TOML 的写法（{error}）", f"not TOML ({error})")]
    except ValidationError as error:
        first = error.errors()[0]
        key = str(first["loc"][0])
        span = _key(source, key)
        if len(first["loc"]) > 2:
            return Config(), [_wrong_in_table(source, key, int(first["loc"][1]), str(first["loc"][2]), first["type"])]
        if first["type"] == "extra_forbidden":
            return Config(), [_wrong(span, f"不认识“{key}”", f"“{key}” is not a key")]
        return Config(), [_wrong(span, f"“{key}”的值类型不对", f"“{key}” is of the wrong type")]
    if config.language not in SETS:
        known = "、".join(SETS)
        wrong = _wrong(_key(source, "language"), f"不认识语言版本 {config.language}，这里懂的是 {known}", f"language {config.language} is not known; known: {known}")
        return config.model_copy(update={"language": next(iter(SETS))}), [wrong]
    return config, []


def tables(source: Source, name: str) -> list[tuple[int, int]]:
    """Where each ``[[name]]`` begins and ends."""
    starts = [m.start() for m in re.finditer(rf"(?m)^[ \t]*\[\[[ \t]*{re.escape(name)}[ \t]*\]\]", source.text)]
    following = [m.start() for m in re.finditer(r"(?m)^[ \t]*\[", source.text)]
    return [(at, min((f for f in following if f > at), default=len(source.text))) for at in starts]


def _wrong_in_table(source: Source, name: str, number: int, key: str, kind: str) -> Finding:
    """A key of the n-th ``[[name]]`` that is not known, has a wrong value, or is missing."""
    start, end = (*tables(source, name), *[(0, len(source.text))] * (number + 1))[number]
    found = re.compile(rf"(?m)^[ \t]*({re.escape(key)})[ \t]*=").search(source.text, start, end)
    opening = start + len(source.text[start:end]) - len(source.text[start:end].lstrip())
    span = Span(source, *found.span(1)) if found else Span(source, opening, source.text.find("\n", opening) if "\n" in source.text[opening:] else end)
    words = {"missing": (f"[[{name}]] 里没有写“{key}”", f"[[{name}]] has no “{key}”"), "extra_forbidden": (f"[[{name}]] 里没有“{key}”这个键", f"“{key}” is not a key of [[{name}]]")}
    zh, en = words.get(kind, (f"[[{name}]] 的“{key}”的值不对", f"the value of “{key}” in [[{name}]] is wrong"))
    keys = "、".join(f.alias or k for k, f in TABLES[name].model_fields.items())
    return finding("OT0108", span, reason=zh, reason_en=en, fix=Fix(f"可以写的有：{keys}", f"allowed: {keys}"))


def _key(source: Source, key: str) -> Span:
    """Where a key stands."""
    found = re.search(rf"(?m)^[ \t]*({re.escape(key)})[ \t]*=", source.text)
    start = found.start(1) if found else 0
    return Span(source, start, start + len(key))


def _wrong(span: Span, zh: str, en: str) -> Finding:
    words = "、".join(SHOWN.get(k, f'{k} = "…"') for k in Config.model_fields)
    fix = Fix(f"可以写的有：{words}", f"allowed: {words}")
    return finding("OT0108", span, reason=zh, reason_en=en, fix=fix)
