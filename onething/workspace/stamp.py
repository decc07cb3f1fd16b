"""How it is told without opening them that files are as they were, and which compiler this is.

A stamp is when a file was last written and changed, its size and its number on the disk. Nobody can set the time of the
last change, so an edit of equal length, or one that sets the old time of writing again, has another stamp; only within
one tick of the disk's clock could two contents have the same. So the stamp of a file that was changed within the last
two seconds – the coarsest tick there is – is not believed.
"""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from pathlib import Path
from typing import Iterable

from onething import LANGUAGE, __version__
from onething.workspace.store import Store

TICK = 2_000_000_000  # nanoseconds
PACKAGE = Path(__file__).resolve().parent.parent


def stamp(about: os.stat_result) -> str:
    """What a file is known by."""
    return f"{about.st_mtime_ns} {about.st_ctime_ns} {about.st_size} {about.st_ino}"


def settled(about: os.stat_result, now: int) -> bool:
    """Whether the stamp can be believed by whoever reads the file at the time ``now`` (nanoseconds)."""
    return max(about.st_mtime_ns, about.st_ctime_ns) < now - TICK


def digest(parts: Iterable[str]) -> str:
    """One for all parts, in their order."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def compiler(store: Store, now: int) -> str:
    """A digest of this compiler: its version, its own code, that of what it is built on, and the Python it runs on."""
    files = sorted(_code())
    about = [(path, os.stat(path)) for path in files]
    stamps = digest([sys.version, *(f"{path} {stamp(s)}" for path, s in about)])
    known = store.get("compiler", "code")
    if known is not None and known[0] == stamps:
        return known[1]
    texts = [sys.version, __version__, LANGUAGE, *_built_on()]
    for path in files:
        with open(path, "rb") as file:
            texts += [os.path.relpath(path, PACKAGE), sha256(file.read()).hexdigest()]
    made = digest(texts)
    if all(settled(s, now) for _, s in about):
        store.put("compiler", [("code", stamps, made)])
    return made


def _code() -> Iterable[str]:
    """The files that decide what is found: code and grammars (the pages say what codes mean, and are shown)."""
    for folder in (PACKAGE, PACKAGE.parent / "grammar"):
        for here, folders, files in os.walk(folder):
            folders[:] = [f for f in folders if f != "__pycache__"]
            yield from (f"{here}/{file}" for file in files if file.endswith((".py", ".lark", ".md", ".toml", ".csv", ".json")))


def _built_on() -> list[str]:
    """What is installed beside the parser generator, with versions."""
    from importlib.util import find_spec

    found = find_spec("lark")
    site = Path(found.origin).parent.parent if found is not None and found.origin else None
    return sorted(name for name in os.listdir(site) if name.endswith(".dist-info")) if site else []
