"""A numbered standard (五个一, 六个一 …) as data: which measures decide each of its “ones”."""

from __future__ import annotations

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from onething.audit.degrees import MEASURES

SHIPPED = Path(__file__).parent / "profiles"
_BYTES = 65_536  # a profile is a page of text


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
            raise ValueError(f"“{self.name}”用到的“{unknown[0]}”不是指标，有：{'、'.join(MEASURES)}")
        if not named:
            raise ValueError(f"“{self.name}”没有写看哪些指标：写“全部”“任一”或“写明”")
        return self


class Profile(BaseModel):
    """``basis``: the document that the numbered standard comes from, or 未载明."""

    model_config = ConfigDict(extra="forbid", strict=True)

    name: str = Field(alias="名称", min_length=1)
    basis: str = Field(alias="依据")
    ones: list[One] = Field(alias="各项", min_length=1)


def profile(named: str, folder: Path) -> Profile:
    """The profile of this name that is shipped, or else the one in this file (below ``folder``). Raises ``ValueError`` with a
    sentence for the user."""
    for path in sorted(SHIPPED.glob("*.yaml")):
        found = read(path)
        if named == found.name:
            return found
    path = folder / named
    if path.suffix not in (".yaml", ".yml") or not path.is_file():
        raise ValueError(f"没有叫“{named}”的提法，有：{'、'.join(shipped())}；也可以写一个 .yaml 文件")
    return read(path)


def shipped() -> list[str]:
    """The names of the profiles that come with the compiler."""
    return [read(path).name for path in sorted(SHIPPED.glob("*.yaml"))]


def read(path: Path) -> Profile:
    """The profile in a file. Raises ``ValueError``."""
    try:
        data = path.read_bytes()
        if len(data) > _BYTES:
            raise ValueError("太长")
        return Profile.model_validate(yaml.safe_load(data.decode("utf-8")))
    except ValidationError as error:
        first = error.errors()[0]
        where = "".join(f"第 {part + 1} 项" if isinstance(part, int) else f"“{part}”" for part in first["loc"])
        raise ValueError(f"{path.name}：{where}{_WORDS.get(first['type']) or str(first['msg']).removeprefix('Value error, ')}") from None
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        raise ValueError(f"{path.name} 读不了：{' '.join(str(error).split())}") from None


_WORDS = {
    "missing": "没有写",
    "extra_forbidden": "不认识",
    "string_type": "要写文字",
    "list_type": "要写成列表",
    "model_type": "要写成“名称: …”这样的几行",
    "string_too_short": "是空的",
    "too_short": "是空的",
}
