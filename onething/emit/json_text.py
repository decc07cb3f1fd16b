"""JSON as text that people can read and that is quick to write: broken into lines down to a depth."""

from __future__ import annotations

import json
from typing import Any

_encode = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode


def json_text(value: Any, depth: int = 3) -> str:
    """The value with its outer ``depth`` levels one entry a line, ending in a line break."""
    return _lines(value, depth, "") + "\n"


def json_in_html(value: Any) -> str:
    """The value on one line, safe inside a script element: no ``<``, ``>`` or ``&`` is left."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _lines(value: Any, depth: int, indent: str) -> str:
    if depth == 0 or not value or not isinstance(value, (dict, list)):
        return _encode(value)
    inner = indent + "  "
    if isinstance(value, dict):
        parts = [f"{_encode(k)}: {_lines(v, depth - 1, inner)}" for k, v in value.items()]
        return "{\n" + inner + (",\n" + inner).join(parts) + "\n" + indent + "}"
    parts = [_lines(v, depth - 1, inner) for v in value]
    return "[\n" + inner + (",\n" + inner).join(parts) + "\n" + indent + "]"
