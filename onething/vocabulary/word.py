"""What a declared word is. The words themselves stand beside this file, one file per block."""

from __future__ import annotations

from dataclasses import dataclass

# Types of values, and the phrase of the grammar (its start symbol) that each is written as.
# '' = free text, not parsed.
PHRASE_OF_TYPE: dict[str, str] = {
    "text": "",  # one line of prose
    "texts": "",  # lines of prose
    "citations": "citations",  # document numbers and titles
    "names": "items",  # names of declared things of kind ``refers``
    "choice": "items",  # one of ``options``
    "choices": "items",  # some of ``options``
    "code": "items",  # an identifier: letters, digits, hyphen
    "options": "items",  # answers that a question offers
    "duration": "items",  # 5个工作日（不含 …）, 即办
    "quantity": "items",  # a number with a unit
    "visits": "items",  # 2次（“提交原件”，“领证”）
    "money": "items",  # 10元, 无
    "steps": "items",  # names of handling steps
    "materials": "items",  # documents with qualifiers, alternatives, 当
    "fields": "items",  # data elements with owner
    "outputs": "items",  # documents, identifiers, states
    "prerequisites": "items",  # matters or states
    "unit": "items",  # unit of a number
    "organ": "items",  # the organ that a role is at a place
    "condition": "condition",
    "change": "change",  # 由10次减至1次
    "order": "order",  # A 先于 B
    "moment": "moment",  # X 后 30个自然日
    "date": "items",
    "answer": "items",  # answer to a question: option, number or date
    "gates": "items",  # names or messages of gates
    "parts": "",  # no value of its own: children are entries
}


@dataclass(frozen=True, slots=True)
class Word:
    """A declared word.

    name        the Chinese word, canonical
    english     its English word, accepted wherever the Chinese one is
    type        a key of ``PHRASE_OF_TYPE``
    explain     one line for completion, hover and the reference page
    aliases     further spellings, normalised by the formatter
    refers      kind of thing that names in the value refer to
    options     allowed words of a choice
    qualifiers  bracket words allowed on an item of the value (those of ``ANYWHERE`` always are)
    situational the value may depend on the situation (``当 …：`` / ``其余：``)
    many        the entry may stand more than once (else a second one is a finding)
    entries     for type parts: what stands inside
    """

    name: str
    english: str
    type: str
    explain: str
    aliases: tuple[str, ...] = ()
    refers: str = ""
    options: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    situational: bool = False
    many: bool = False
    entries: tuple["Word", ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A word that opens a block.

    head    how its first line reads behind the word:
            plain    name
            role     name （kinds）［：甲 或 乙］          keys 种类 任一
            question name ［“question”］［：options］      keys 问 选项
            gate     ［name］ 当 condition：“message”      keys 当 答复
            value    name：value                          key 值
            quoted   “name”
    keys    in YAML, the declared key of each further part of the head, in the order of the text
    entries what may stand in the block · nested: names of blocks that may
    """

    name: str
    english: str
    head: str
    explain: str
    aliases: tuple[str, ...] = ()
    keys: tuple[Word, ...] = ()
    entries: tuple[Word, ...] = ()
    nested: tuple[str, ...] = ()
    open_keys: str = ""  # undeclared keys name things of this kind (questions in 场景, places in 部门)
    type: str = "block"
