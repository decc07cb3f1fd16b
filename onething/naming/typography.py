"""What is only typing: widths, quotes, blanks, traditional characters. Two names that differ in nothing else are one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_QUOTES = re.compile("[“”‘’\"'`「」『』〈〉＂＇]")
_UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
_ENDS = re.compile(r"^[。.,，;；:：!！、·\-—–_]+|[。.,，;；:：!！、·\-—–_]+$")
_ODD = str.maketrans({"亊": "事", "後": "后", "—": "-", "–": "-", "－": "-", "〔": "(", "〕": ")", "【": "(", "】": ")", "[": "(", "]": ")"})


@lru_cache(maxsize=8192)
def plain(name: str) -> str:
    """The name as it would be typed with care: simplified characters, half-width brackets, no quotes, no blanks.
    Book marks 《》 are kept, they say where a document's own name begins."""
    text = unicodedata.normalize("NFKC", name).translate(_ODD)
    text = _ENDS.sub("", _QUOTES.sub("", _UNSEEN.sub("", text)))
    return simplified(text).replace("1件事", "一件事")


def simplified(text: str) -> str:
    """``text`` in simplified characters. The converter is loaded only for a text that GB 2312 cannot hold."""
    try:
        text.encode("gb2312")
        return text
    except UnicodeEncodeError:
        return _converter().convert(text)


@lru_cache(maxsize=1)
def _converter():
    from opencc import OpenCC

    return OpenCC("t2s")
