"""``onething.toml``: what a workspace says about itself."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from onething.diagnostics import Finding, Fix, finding
from onething.source import Source, Span

FILE = "onething.toml"


class Config(BaseModel):
    """``language``: version of the language the files are written in; ``name``: shown in outputs; ``place``: the
    place of bundles that name none; ``exclude``: folders, relative to the workspace, that are not read."""

    model_config = ConfigDict(extra="forbid", strict=True)

    language: str = "1"
    name: str = ""
    place: str = ""
    exclude: list[str] = []


def read_config(root: Path) -> tuple[Config, list[Finding]]:
    """The configuration of a workspace; what is wrong with it is a finding, and the defaults then hold."""
    try:
        text = (root / FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return Config(), [finding("OT0108", None, reason=str(error))]
    whole = Span(Source(FILE, text), 0, min(len(text), 1))
    try:
        config = Config.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        return Config(), [finding("OT0108", whole, reason=f"不是 TOML：{error}")]
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"]))
        fix = Fix("可以写的有：" + "、".join(Config.model_fields), "allowed keys: " + ", ".join(Config.model_fields))
        return Config(), [finding("OT0108", whole, reason=f"{key}：{first['msg']}", fix=fix)]
    if config.language != "1":
        return config, [finding("OT0108", whole, reason=f"不认识语言版本 {config.language}，这里懂的是 1")]
    return config, []
