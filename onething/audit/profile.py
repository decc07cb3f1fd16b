"""A numbered standard (五个一, 六个一 …) as data: which measures decide each of its “ones”."""

from __future__ import annotations

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from onething.audit.degrees import MEASURES

SHIPPED = Path(__file__).parent / "profiles"
_BYTES = 65_536  # a profile is a page of text


class Unusable(ValueError):
    """A profile that does not exist or cannot be read, in one sentence."""

    def __init__(self, zh: str, en: str):
        super().__init__(zh)
        self.zh, self.en = zh, en


class One(BaseModel):
    """One of them. It is reached if all measures of ``stated`` apply, all of ``every`` are full, and one of ``some`` is."""

    model_config = ConfigDict(extra="forbid", strict=True)

    name: str = Field(alias="名称", min_length=1)
    meaning: str = Field(alias="说明")
    stated: list[str] = Field(alias="写明", default=[])
    every: list[str] = Field(alias="全部", default=[])
    some: list[str] = Field(alias="任一", default=[])

    @model_validator(mode="after")
    def _known(self) -> One:
        named = [*self.stated, *self.every, *self.some]
        unknown = [name for name in named if name not in MEASURES]
        if unknown:
            raise PydanticCustomError("unknown", "“{measure}”", {"measure": unknown[0]})
        if not named:
            raise PydanticCustomError("nothing", "")
        return self


class Profile(BaseModel):
    """``basis``: the document that the numbered standard comes from, or 未载明."""

    model_config = ConfigDict(extra="forbid", strict=True)

    name: str = Field(alias="名称", min_length=1)
    basis: str = Field(alias="依据")
    ones: list[One] = Field(alias="各项", min_length=1)


def profile(named: str, folder: Path) -> Profile:
    """The profile of this name that is shipped, or else the one in this file (below ``folder``). Raises ``Unusable``."""
    for path in sorted(SHIPPED.glob("*.yaml")):
        found = read(path)
        if named == found.name:
            return found
    path = folder / named
    if path.suffix not in (".yaml", ".yml") or not path.is_file():
        names = "、".join(shipped())
        raise Unusable(f"没有叫“{named}”的提法，有：{names}；也可以写一个 .yaml 文件", f"no profile “{named}”; there are “{names}”, or write a .yaml file")
    return read(path)


def shipped() -> list[str]:
    """The names of the profiles that come with the compiler."""
    return [read(path).name for path in sorted(SHIPPED.glob("*.yaml"))]


def read(path: Path) -> Profile:
    """The profile in a file. Raises ``Unusable``."""
    try:
        data = path.read_bytes()
        if len(data) > _BYTES:
            raise Unusable(f"{path.name} 太长，提法只有几十行", f"{path.name} is too long for a profile")
        return Profile.model_validate(yaml.safe_load(data.decode("utf-8")))
    except ValidationError as error:
        raise _wrong(path, error.errors()[0]) from None
    except (UnicodeDecodeError, RecursionError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        zh, en = (f"第 {mark.line + 1} 行", f"line {mark.line + 1}") if mark else ("", "it")
        raise Unusable(f"{path.name} {zh}看不懂，要写成 UTF-8 的 YAML", f"{path.name}: cannot read {en}; it must be YAML in UTF-8") from None
    except OSError as error:
        raise Unusable(f"{path.name} 读不了：{error.strerror}", f"cannot read {path.name}: {error.strerror}") from None


_WORDS = {
    "missing": ("没有写", "is missing"),
    "extra_forbidden": ("不认识", "is not known"),
    "string_type": ("要写文字", "must be text"),
    "list_type": ("要写成列表", "must be a list"),
    "model_type": ("要写成“名称: …”这样的几行", "must be lines such as “名称: …”"),
    "string_too_short": ("是空的", "is empty"),
    "too_short": ("是空的", "is empty"),
    "nothing": ("没有写看哪些指标：写“全部”“任一”或“写明”", "names no measure: write “全部”, “任一” or “写明”"),
}


def _wrong(path: Path, error) -> Unusable:
    """The first thing that is wrong, with the way to it."""
    zh = "".join(f"第 {part + 1} 项" if isinstance(part, int) else f"“{part}”" for part in error["loc"])
    en = " ".join(f"item {part + 1}" if isinstance(part, int) else f"“{part}”" for part in error["loc"])
    if error["type"] == "unknown":
        known = "、".join(MEASURES)
        return Unusable(f"{path.name}：{zh}里的{error['msg']}不是指标，有：{known}", f"{path.name}: {error['msg']} in {en} is no measure; there are “{known}”")
    said = _WORDS.get(error["type"], ("的写法不对", "is not written as it should be"))
    return Unusable(f"{path.name}：{zh}{said[0]}", f"{path.name}: {en} {said[1]}")
