"""Reads a file from disk: any bytes give either a source or a coded finding, never a traceback."""

from __future__ import annotations

from pathlib import Path

from onething.diagnostics import Finding, Fix, finding
from onething.limits import FILE_BYTES
from onething.source import Source

_BOM = b"\xef\xbb\xbf"


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
    try:
        return Source(shown, data.removeprefix(_BOM).decode("utf-8")), []
    except UnicodeDecodeError:
        encoding = _looks_like(data)
        fix = Fix("另存为 UTF-8 编码", "save it as UTF-8")
        return None, [finding("OT0102", None, path=shown, encoding=encoding, fix=fix)]


def _looks_like(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    zeros = data[:200].count(0)
    if zeros > 20 and len(data) % 2 == 0:
        return "UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "二进制文件"
    return "GB18030（GBK）"


def _size(count: int) -> str:
    return f"{count / 1024 / 1024:.1f} MiB" if count >= 1024 * 1024 else f"{count} B"
