"""The columns of a matter list: which one a header means. The names are data, in ``columns.yaml``."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Mapping

MATTER, MATERIAL, BUNDLE = "事项", "材料", "一件事"
KEPT = "原样"
# Without a column of its own, the finest of these names the matter.
INSTEAD = ("业务办理项名称", "子项名称", "主项名称")
NAME = "事项名称"

_BRACKETS = re.compile(r"[（(\[【〔].*?[)）\]】〕]")
_IN_BRACKETS = re.compile(r"[（(\[【〔](.*?)[)）\]】〕]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its official name. ``of``: what a cell of it says something about. ``becomes``: the word of the
    language, '' = kept as it is. ``reading``: how a cell is read. ``values``: word of the language → what lists write,
    first what is written out. ``several``: rows of one matter add to it."""

    name: str
    of: str
    becomes: str
    reading: str
    aliases: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    several: bool = False


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a header means. ``column`` None: unknown; ``ignored``: no content, such as a row number; ``candidates``:
    the columns it may mean; ``note``: what stood in brackets behind the name, such as a unit."""

    header: str
    column: Column | None = None
    note: str = ""
    ignored: bool = False
    candidates: tuple[str, ...] = ()


@cache
def columns() -> dict[str, Column]:
    """All columns by name, in the order in which they are written out."""
    return {
        name: Column(
            name,
            of,
            entry.get("成为", ""),
            entry["读法"],
            tuple(entry["别名"]),
            {word: tuple(written) for word, written in entry.get("值", {}).items()},
            "几个" in entry,
        )
        for of in (BUNDLE, MATTER, MATERIAL)
        for name, entry in _table()[of].items()
    }


def recognise(header: str) -> Recognised:
    """Which column a header means. It must be one of the names, written as it may be; a likeness is never enough."""
    names, ignored, unsure = _keys()
    for key in (_key(header), _key(_BRACKETS.sub("", header))):
        if key in names:
            note = _IN_BRACKETS.search(header)
            return Recognised(header, columns()[names[key]], note[1].strip() if note else "")
        if key in ignored:
            return Recognised(header, ignored=True)
        if key in unsure:
            return Recognised(header, candidates=unsure[key])
    return Recognised(header)


def _key(text: str) -> str:
    """A name without width, blanks and signs."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text)).casefold()


@cache
def _table() -> dict:
    import yaml

    return yaml.safe_load((files("onething.exchange") / "columns.yaml").read_text(encoding="utf-8"))


@cache
def _keys() -> tuple[dict[str, str], frozenset[str], dict[str, tuple[str, ...]]]:
    names = {_key(written): name for name, column in columns().items() for written in (name, *column.aliases)}
    ignored = frozenset(map(_key, _table()["不要"]))
    return names, ignored, {_key(name): tuple(meant) for name, meant in _table()["拿不准"].items()}
