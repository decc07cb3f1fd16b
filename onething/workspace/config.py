"""``onething.toml``: what a workspace says about itself."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from onething.check.ladder import SETS
from onething.diagnostics import Finding, Fix, finding
from onething.source import Source, Span

FILE = "onething.toml"


class Config(BaseModel):
    """``language``: version of the language the files are written in; ``name``: shown in outputs; ``place``: the
    place of bundles that name none; ``rules``: the rung of the ladder they are checked on; ``exclude``: folders, relative to the workspace, that are not read."""

    model_config = ConfigDict(extra="forbid", strict=True)

    language: str = "1"
    name: str = ""
    place: str = ""
    rules: Literal["基本", "推荐", "严格"] = "推荐"
    exclude: list[str] = []


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
        if first["type"] == "extra_forbidden":
            return Config(), [_wrong(span, f"不认识“{key}”", f"“{key}” is not a key")]
        return Config(), [_wrong(span, f"“{key}”的值类型不对", f"“{key}” is of the wrong type")]
    if config.language not in SETS:
        known = "、".join(SETS)
        wrong = _wrong(_key(source, "language"), f"不认识语言版本 {config.language}，这里懂的是 {known}", f"language {config.language} is not known; known: {known}")
        return config.model_copy(update={"language": next(iter(SETS))}), [wrong]
    return config, []


def _key(source: Source, key: str) -> Span:
    """Where a key stands."""
    found = re.search(rf"(?m)^[ \t]*({re.escape(key)})[ \t]*=", source.text)
    start = found.start(1) if found else 0
    return Span(source, start, start + len(key))


def _wrong(span: Span, zh: str, en: str) -> Finding:
    words = "、".join(f'{k} = "…"' if k != "exclude" else "exclude = [ … ]" for k in Config.model_fields)
    fix = Fix(f"可以写的有：{words}", f"allowed: {words}")
    return finding("OT0108", span, reason=zh, reason_en=en, fix=fix)
