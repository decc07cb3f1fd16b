"""The language of messages: Chinese, or English by ``--lang en`` (or ``ONETHING_LANG=en``)."""

from __future__ import annotations

import os
import sys


def _detect(arguments: list[str]) -> str:
    """Read ahead of the command line, so that help itself is in the language asked for."""
    for i, argument in enumerate(arguments):
        if argument == "--lang" and i + 1 < len(arguments):
            return "en" if arguments[i + 1] == "en" else "zh"
        if argument.startswith("--lang="):
            return "en" if argument == "--lang=en" else "zh"
    return "en" if os.environ.get("ONETHING_LANG") == "en" else "zh"


LANG = _detect(sys.argv[1:])


def say(zh: str, en: str) -> str:
    """The text in the language of this run."""
    return en if LANG == "en" else zh
