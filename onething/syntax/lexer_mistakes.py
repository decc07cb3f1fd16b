"""What the lexer of phrases says about what it cannot cut: marks that are none, quotations left open, unknown bracket words."""

from __future__ import annotations

import re
from dataclasses import replace

from onething.syntax.characters import QUOTES, closing, quoted
from onething.syntax.confusables import skeleton
from onething.syntax.keywords import OPERATORS_IN, QUALIFIER_WORDS
from onething.syntax.mistake import mistake
from onething.syntax.near import nearest
from onething.syntax.quantities import pieces

# What no name holds, or only in a case that is looked at more closely.
NO_NAME = re.compile(r"[…⋯？→⇒]|—{2,}|--+>?|[〔［\[｛{〈]|(?<=[0-9.])[OoIl]|[OoIl](?=[0-9])")
_ENDS_WORDS = re.compile(r"[，、；（）]|\s*$")
_ONE_OF_ELSE = re.compile(r"任选|任意?一|[一二两三四五六七八九十多几]选[一二两三]|选其")
_LETTER_DIGITS = str.maketrans("OoIl", "0011")
_BRACKETS = dict(zip("〔［[｛{〈", "〕］]｝}〉"))
_OTHER_QUOTES = dict(zip("'`´«„‚‹｢", "'`´»”’›｣"))


class LexerMistakes:
    """The mistakes of a lexer with ``text``, ``folded``, ``found``, ``open``, ``start`` and ``mode``."""

    def _ends_in_bracket(self, i: int):
        name = self.text.strip()
        begin = self.found[-1][1]
        end = len(self.text.rstrip())
        return mistake("OT1021", begin, end, name=name, repair=(f"写作“{name}”", "quote it", ((begin, begin, "“"), (end, end, "”"))))

    def _unclosed(self, i: int):
        """Closed where the words end: before a bracket or comma, if one follows."""
        match = _ENDS_WORDS.search(self.text, i + 1)
        mark = closing(self.text[i])
        repair = (f"在“{self.text[i + 1 : match.start()]}”后面补上“{mark}”", f"add {mark} behind it", ((match.start(), match.start(), mark),), not self.text[match.start() :].strip())
        return mistake("OT1016", i, i + 1, label=("从这里开始", "it opens here"), repair=repair)

    def _no_name(self, i: int, end: int, chunk: str, odd):
        """A sentence, or a list that trails off: 身份证、户口簿……"""
        at = i + odd.start()
        if odd.group() in "OoIl":
            meant = chunk.translate(_LETTER_DIGITS)
            if not pieces(meant, i, self.mode):
                return None
            return mistake("OT1041", i, end, written=chunk, letter=odd.group(), repair=(f"写作“{meant}”", f"write {meant}", ((i, end, meant),), True))
        if odd.group() in _BRACKETS:
            return self._other_bracket(at, odd.group())
        if odd.group()[0] in "→⇒—-":
            wrong = mistake("OT1042", at, i + odd.end(), mark=self.text[at : i + odd.end()], wanted="、", repair=("几样之间用“、”", "separate things by 、", ((at, i + odd.end(), "、"),), True))
            more = [(m.start() + i, m.end() + i, "、") for m in NO_NAME.finditer(chunk) if m.group()[0] in "→⇒—-"]
            return replace(wrong, repair=(*wrong.repair[:2], tuple(more), True)) if self.mode == "items" and self.start == "items" and 0 < odd.start() and odd.end() < len(chunk) else None
        if odd.group() == "？":
            begin = self.found[1][1] if self.start == "heading" and len(self.found) > 1 else i
            words = self.text[begin:end].strip()
            if self.start == "heading" and not self.found:
                repair = (f"先写名称，空一格，再写“{words}”并加引号", "write a name first, then the question in quotation marks", ())
            else:
                repair = (f"写作{quoted(words)}", "quote it", ((begin, begin, "“"), (end, end, "”")))
            return mistake("OT1040", begin, end, words=words, repair=repair)
        stop = at
        while stop < end and self.text[stop] in "…⋯。等":
            stop += 1
        begin = self.found[-1][1] if odd.start() == 0 and self._last() == "SEP" else at
        return mistake("OT1036", at, stop, mark=self.text[at:stop], repair=("一样一样写全，再删去省略号", "write all of them out and delete the dots", ((begin, stop, ""),)))

    def _other_bracket(self, at: int, mark: str):
        """乙[原件]: a bracket word in a bracket that is none here. Any other such bracket is part of a name."""
        end = self.folded.find(_BRACKETS[mark], at)
        first = re.split("[，、 ]", self.folded[at + 1 : end].strip())[0] if end > 0 else ""
        if first not in QUALIFIER_WORDS and not pieces(first, 0, "bracket"):
            return None
        return mistake("OT1042", at, at + 1, mark=mark, wanted="（", repair=("括号写作“（）”", "write （）", ((at, at + 1, "（"), (end, end + 1, "）")), True))

    def _unknown_bracket_word(self, i: int, end: int, chunk: str):
        if chunk[0] in _OTHER_QUOTES and len(chunk) > 1:
            stop = end - 1 if chunk[-1] in _OTHER_QUOTES.values() else end
            closed = ((stop, end, "”"),) if self.text[stop : stop + 1] not in QUOTES else ((stop, stop + 1, "”"),)
            repair = ("引号写作“ ”", "write “ ”", ((i, i + 1, "“"), *closed), True)
            return mistake("OT1042", i, i + 1, mark=self.text[i], wanted="“", repair=repair)
        opener = next(index for index in range(len(self.found) - 1, -1, -1) if self.found[index][0] == "QOPEN") if self.open else 0
        before = self.found[opener - 1] if opener else ("", 0, 0, "")
        if before[0] == "NAME" and _ONE_OF_ELSE.match(before[3][0]):
            repair = ("写作“任选其一（甲、乙）”；要交几样的分行写", "write 任选其一（甲、乙）; what is needed in any case stands on lines of its own", ((before[1], before[2], "任选其一"),))
            return mistake("OT1111", before[1], before[2], word=before[3][0], repair=repair)
        if [token[0] for token in self.found[-3:]] == ["Q_NAMES", "NAME", "COMMA"] or [token[0] for token in self.found[-3:]] == ["SEP", "NAME", "COMMA"]:
            comma = self.found[-1]
            repair = (f"几个名称之间用“、”：“{self.found[-2][3][0]}、{chunk}”", "separate names by 、", ((comma[1], comma[2], "、"),), True)
            return mistake("OT1018", comma[1], comma[2], expected="顿号“、”", expected_en="、", found=self.text[comma[1] : comma[2]], repair=repair)
        close = self.folded.find("）", end)
        if OPERATORS_IN["items"].get(chunk, ("",))[0] == "WHEN" and close > 0 and not self.folded[close + 1 :].strip():
            words = self.text[end:close].strip()
            moved = f"） 当 {words}" if self._last() == "COMMA" else f" 当 {words}"
            repair = (f"条件写在括号后面：“{moved.lstrip('） ')}”", "put the condition behind the bracket", ((self.found[-1][1], close + 1, moved),))
            return mistake("OT1102", i, end, word=chunk, repair=repair)
        near = nearest(chunk, QUALIFIER_WORDS)
        if self.open and not self.folded[end:].strip("。 "):  # the line is cut off
            at, stop, missing = self.open[-1][1], len(self.text.rstrip()), "）" * len(self.open)
            edits = ((i, end, f"{near}{missing}"),) if near else ((stop, stop, missing),)
            return mistake("OT1014", at, at + 1, label=("从这里开始", "it opens here"), repair=(f"写完再补上“{missing}”", f"finish it and add “{missing}”", edits))
        if near is None:
            repair = (f"写作“{quoted(chunk)}”：括号里的说明文字要加引号", "free text in a bracket is quoted", ((i, i, "“"), (end, end, "”")))
        elif skeleton(near) == skeleton(chunk):
            repair = (f"写作“{near}”", f"write {near}", ((i, end, near),), True)
        else:
            repair = (f"是不是“{near}”？说明文字要加引号", f"did you mean {near}? free text is quoted", ((i, end, near),))
        return mistake("OT1102", i, end, word=chunk, label=("不认识的括号用语", "not a declared bracket word"), repair=repair)
