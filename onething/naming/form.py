"""The normal form of a name: what is left when typing, places, titles of papers, synonyms and empty words are gone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onething.limits import NAME_CHARACTERS
from onething.naming.places import without_place
from onething.naming.typography import plain
from onething.naming.words import HARMLESS, SAME, STEMS, SUCCESSORS, WEAK, WRAPPERS

KINDS = ("bundle", "matter", "document", "department")
_LETTER = {"bundle": "b", "matter": "m", "document": "d", "department": "o"}


@dataclass(frozen=True, slots=True)
class Form:
    """``core``: the words that say which thing it is, in order; ``key``: their characters without order – names of one
    key are one name. ``rank``: of a department, the kind of organ ('' = a role, which an organ of any kind fills).
    ``bare``: the name before its synonyms and empty words were taken out. ``extra``: words that narrow or widen it. ``inner``: key of the item that stands in the bracket of a 主项（子项）.
    ``former``: the year since which a word in it is out of use, or 0."""

    core: str
    key: str
    bare: str
    rank: str = ""
    extra: tuple[str, ...] = ()
    inner: str = ""
    former: int = 0


@lru_cache(maxsize=16384)
def form(name: str, kind: str) -> Form:
    """The normal form of a name of this kind (bundle, matter, document, department). Raises ``KeyError`` for others."""
    text = plain(name)
    if len(text) > NAME_CHARACTERS:
        return Form(text, text, text)
    return _FORMS[kind](text)


# --- words ---------------------------------------------------------------------------------------


@lru_cache(maxsize=None)
def _synonyms(kind: str) -> tuple[re.Pattern, dict[str, str], dict[str, int]]:
    letter, words, years = _LETTER[kind], {}, {}
    for same in SAME:
        if letter in same.kinds:
            words |= {same.word: same.word} | {v: same.word for v in same.variants}
    for successor in SUCCESSORS if kind == "department" else ():
        new = words.get(successor.new, successor.new)
        words |= {successor.new: new} | {old: new for old in successor.old}
        years |= {old: successor.year for old in successor.old}
    longest = sorted(words, key=lambda w: (-len(w), w))
    return re.compile("|".join(map(re.escape, longest))), words, years


def _in_one_word(text: str, kind: str) -> tuple[str, int]:
    """``text`` with every synonym as its one word, and the year since which one of them is out of use, or 0."""
    pattern, words, years = _synonyms(kind)
    former = max((years.get(m[0], 0) for m in pattern.finditer(text)), default=0)
    return pattern.sub(lambda m: words[m[0]], text), former


@lru_cache(maxsize=None)
def _weak(kind: str) -> tuple[str, ...]:
    return tuple(sorted((w for words, _ in WEAK[kind] for w in words.split()), key=lambda w: (-len(w), w)))


def _without_weak(text: str, kind: str) -> str:
    for word in _weak(kind):
        while word in text and len(text) - len(word) >= 2:
            text = text.replace(word, "", 1)
    return text


def _key(text: str) -> str:
    return "".join(sorted(text))


_BRACKET = re.compile(r"\(([^()]*)\)")


def _brackets(text: str, kind: str) -> tuple[str, list[str]]:
    """A name without its brackets, and what stood in them and is not empty talk, an old name or a short form."""
    outside = _BRACKET.sub("", text)
    said = []
    for inside in _BRACKET.findall(text):
        short = inside and set(inside) <= set(outside) and len(inside) < len(outside)
        if inside and inside not in HARMLESS and not inside.startswith("原") and not (short and kind != "matter"):
            said.append(inside)
    return outside, said


# --- kinds ---------------------------------------------------------------------------------------

_WRAPPERS = re.compile("|".join(map(re.escape, sorted(WRAPPERS, key=lambda w: (-len(w), w)))))
_SERVICE_BEHIND = re.compile("(一件事(?:一次办)?)(?:服务|集成服务)$")


def _bundle(text: str) -> Form:
    parts = [p for p in re.split("[-|·>]", text.replace("《", "").replace("》", "")) if p]
    named = [p for p in parts if "一件事" in p] or parts
    text = _SERVICE_BEHIND.sub(r"\1", named[0]) if named else text
    text, _ = without_place(text)
    text, said = _brackets(text, "bundle")
    bare = _WRAPPERS.sub("", text)
    text = bare if len(bare) >= 2 else text
    text = re.sub("^开(?![办具通发户工业航庭展放学票立])", "开办", without_place(text)[0])
    core = _without_weak(_in_one_word(text, "bundle")[0], "bundle")
    return Form(core, _key(core), text, extra=tuple(said))


_TWO_ACTS = re.compile("(?:申领|申请|核发|新办)[和与及、/]?(?:换领|补领|补办|换发|换证|变更|延续)")  # then the first is no empty word
_ACT = re.compile("登记|申领|申请|办理|核发|签发|备案|申报|提取|缴纳")


def _matter(text: str) -> Form:
    text, _ = without_place(text.replace("《", "").replace("》", ""))
    outside, said = _brackets(text, "matter")
    core = _in_one_word(outside + "".join(said), "matter")[0]
    core = core if _TWO_ACTS.search(core) else _without_weak(core, "matter")
    inner = ""
    if len(said) == 1 and text.endswith(")") and _ACT.search(said[0]):
        inner = _key(_without_weak(_in_one_word(said[0], "matter")[0], "matter"))
    return Form(core, _key(core), outside + "".join(said), inner=inner if len(inner) >= 2 else "")


_SHAPE = re.compile("复印件|副本|正本|扉页|首页|户主页|本人页|正页|副页|电子版|扫描件|照片|^电子(?!证照)|^全家|^新生儿|^临时|等$")


def _document(text: str) -> Form:
    marked = re.findall("《([^》]+)》", text)
    if len(marked) == 1:
        outside = text.replace(f"《{marked[0]}》", "")
        said = [s for s in _SHAPE.findall(_hide_both(outside)) if s]
        return _document_form(marked[0], said)
    return _document_form(text.replace("《", "").replace("》", ""), [])


def _hide_both(text: str) -> str:
    return re.sub("原件[及和与、]?复印件", "", text)


def _document_form(text: str, said: list[str]) -> Form:
    text, _ = without_place(text)
    bare = re.sub("一件事(?:一次办)?", "", text)
    text = bare if len(bare) > 2 else text
    text, inside = _brackets(_hide_both(text), "document")
    if "推断" in inside and text.endswith("书"):
        inside.remove("推断")
        text = text.removesuffix("书")
    said = [*said, *inside, *(s for s in _SHAPE.findall(text))]
    core = _without_weak(_in_one_word(_SHAPE.sub("", text), "document")[0], "document")
    return Form(core, _key(core), text, extra=tuple(said))


_PARTS = "总队|支队|大队|分局|分中心|中心|窗口|管理部|管理处|经办机构|分支机构|派出机构|机构|办事处|分会|办公室|办|科|所|站|处|室"
_RANKS = re.compile(rf"(?:(?P<part>{_PARTS})|(?P<bureau>委员会|委员|委|局)|(?P<office>厅)|(?P<ministry>部)|(?P<role>部门|机关|单位))$")


def _department(text: str) -> Form:
    text = re.sub("^(国家[^局]{2,4})总局(?=.+局$)", "", text)
    text, _ = without_place(text)
    text = re.sub("^(?:人民)?政府(?=..)", "", text)
    text, said = _brackets(text, "department")
    match = _RANKS.search(text)
    rank, stem = "", text
    if match and match.start() >= 1:
        stem = text[: match.start()]
        rank = match["part"] or ("局" if match["bureau"] else "厅" if match["office"] else "部" if match["ministry"] else "")
    elif not match:
        rank = "?"
    if match and match["part"] == "分局" or re.search("局.+(?:分局|支队|大队|科|所)$", text):
        rank = "分局"
    stem = STEMS[stem][0] if stem in STEMS else stem
    stem, former = _in_one_word(stem, "department")
    core = _without_weak(stem, "department")
    return Form(core, _key(core), text, rank, tuple(said), former=former)


_FORMS = {"bundle": _bundle, "matter": _matter, "document": _document, "department": _department}
