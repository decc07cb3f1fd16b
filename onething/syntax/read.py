"""Reads a file from disk: any bytes give either a source or a coded finding, never a traceback."""

from __future__ import annotations

from pathlib import Path

from onething.diagnostics import Finding, Fix, finding
from onething.limits import FILE_BYTES
from onething.source import Source, Span
from onething.syntax.encoding import BOM, foreign, misread, read_as


def read(path: Path, shown: str) -> tuple[Source | None, list[Finding]]:
    """The source at ``path``, named ``shown`` in messages; or None with the finding that says why not.

    Refused characters (OT0104) and long lines (OT0105) are found by the parser, which knows places.
    """
    try:
        size = path.stat().st_size
        if size > FILE_BYTES:
            return None, [finding("OT0103", None, path=shown, size=f"{shown} {_size(size)}", limit=_size(FILE_BYTES))]
        with path.open("rb") as file:
            data = file.read(FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return None, [finding("OT0101", None, path=shown, reason=reason)]
    if len(data) > FILE_BYTES:
        return None, [finding("OT0103", None, path=shown, size=f"{shown} {_size(len(data))}", limit=_size(FILE_BYTES))]
    return decode(data, shown)


def decode(data: bytes, shown: str) -> tuple[Source | None, list[Finding]]:
    """The source that the bytes of a file are: UTF-8, with or without a BOM."""
    data = data.removeprefix(BOM)
    text = read_as(data, "utf-8")
    other = foreign(data) if text is None or "\0" in text else None
    if other is None:
        source = Source(shown, text)
        said = misread(data, text)
        return source, [_doubtful(source, said)] if said else []
    if other.text is not None:
        fix = Fix(f"运行 onething fmt --to-utf8 {shown}", f"run onething fmt --to-utf8 {shown}")
    else:
        fix = Fix("用原来的软件打开，另存为 UTF-8 编码", "open it where it was made and save it as UTF-8")
    return None, [finding("OT0102", None, path=shown, encoding=other.name, fix=fix)]


def _doubtful(source: Source, said: str) -> Finding:
    at = next(i for i, char in enumerate(source.text) if not char.isascii())
    end = next((i for i in range(at, len(source.text)) if source.text[i].isascii()), len(source.text))
    span = Span(source, at, end)
    fix = Fix(f"看一看是不是“{said}”：是的话，用原来的软件打开，另存为 UTF-8 编码", f"if “{said}” is meant, save the file as UTF-8 where it was made")
    return finding("OT0118", span, written=span.text, fix=fix)


def _size(count: int) -> str:
    return f"{count / 1024 / 1024:.1f} MiB" if count >= 1024 * 1024 else f"{count} B"
