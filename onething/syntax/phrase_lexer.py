"""Cuts a value into tokens: names, quantities, quotations, brackets, and the words that count there.

Word operators count only between blanks, or beside a bracket, quotation mark or digit.
"""

from __future__ import annotations

import re

from onething.limits import DEPTH, TERMS
from onething.syntax.characters import FOLD, QUOTES, nfc, quote_end, written_name
from onething.syntax.citation import citation_end, written_citation
from onething.syntax.keywords import OPERATORS_IN, QUALIFIER_WORDS, alternatives
from onething.syntax.lexer_mistakes import NO_NAME, LexerMistakes
from onething.syntax.mistake import mistake
from onething.syntax.quantities import ENGLISH_UNIT, NUMBER, pieces, split_behind_name, split_moment

# (kind, start, end, value); kinds are the terminals of grammar/phrase.lark
Token = tuple

_RUN = re.compile(rf"[^\s、，；（）{QUOTES}]+")
_SYMBOLS = re.compile(alternatives(s for s in OPERATORS_IN["condition"] | OPERATORS_IN["change"] if not s.isalnum()))
_SPLITS_AT_SYMBOL = ("condition", "change")
_DATE = re.compile(r"(\d{4})(?:-(\d\d?)-(\d\d?)|/(\d\d?)/(\d\d?)|年(\d\d?)月(\d\d?)日)")
_COLON_IN_TEXT = re.compile(r"(?<=\d)：(?=\d)|：(?=//)")
_QUALIFIER_COLON = re.compile("(%s)：" % alternatives(word for word, (kind, _) in QUALIFIER_WORDS.items() if kind not in ("Q_PLAIN", "EVERY")))
_CHANGE = re.compile("(%s)?(.*?)(?:(%s)(.*))?" % tuple(
    alternatives(s for s, (kind, _) in OPERATORS_IN["change"].items() if kind == wanted and not s.isascii())
    for wanted in ("FROM", "TO")
))  # fmt: skip
_QUALIFIER_BEFORE_NUMBER = re.compile(
    "(%s)(?=[0-9])" % alternatives(word for word in QUALIFIER_WORDS if not word.isascii())
)


def tokens(start: str, text: str) -> list[Token]:
    """Tokens of a value whose phrase begins with the symbol ``start``.

    Raises ``Mistake`` for what cannot be cut: unclosed brackets and quotations, unknown bracket words, nesting too deep.
    """
    return _Lexer(start, text).run()


class _Lexer(LexerMistakes):
    """One pass over one value. ``open`` is the stack of open brackets: group, set or bracket."""

    def __init__(self, start: str, text: str):
        self.start = start
        self.text = text
        self.folded = text.translate(FOLD)
        self.found: list[Token] = []
        self.open: list[tuple[str, int]] = []
        self.mode = start if start in OPERATORS_IN else "items"
        self.part_begins = start == "kinds"  # the next word must be a bracket word
        self.prefers_citation = start == "citations"
        self.denials = 0

    def run(self) -> list[Token]:
        folded, i, end = self.folded, 0, len(self.folded)
        while i < end:
            char = folded[i]
            if char.isspace():
                i += 1
            elif self.prefers_citation and char not in "（）、，；":
                i = self._citation(i)
            elif char == "（":
                i = self._name(i) if self._glued(i) and not self._operand_closed() else self._opens(i)
            elif char == "）":
                i = self._closes(i)
            elif char in "、，；":
                i = self._separator(i, char)
            elif char in QUOTES:
                i = self._quotation(i)
            else:
                i = self._name(i)
        if self.open:
            at, stop = self.open[-1][1], len(self.text.rstrip())
            missing = "）" * len(self.open)
            if stop == at + 1:  # nothing was written in it
                raise mistake("OT1014", at, at + 1, repair=("写完括号里的，或者删去它", "finish it or delete it", ((at, stop, ""),)))
            plain = not re.search(r"[、\s]", self.text[at:stop])  # else it may have to close before the end
            raise mistake("OT1014", at, at + 1, label=("从这里开始", "it opens here"), repair=(f"在末尾补上“{missing}”", f"add {missing} at the end", ((stop, stop, missing),), plain))
        if len(self.found) > 2 * TERMS:
            raise mistake("OT0110", 0, end, count=len(self.found) // 2, limit=TERMS)
        return self.found

    # ---- one method for each thing that can begin here

    def _put(self, kind: str, start: int, end: int, value: object) -> int:
        self.found.append((kind, start, end, value))
        self.part_begins = False
        if kind == "WHEN":
            self.mode = "condition"
        self.denials = self.denials + 1 if kind == "NOT" else 0 if kind != "OPEN" else self.denials
        if self.denials > DEPTH:
            raise mistake("OT0106", start, end, limit=DEPTH)
        return end

    def _last(self) -> str:
        return self.found[-1][0] if self.found else ""

    def _operand_closed(self) -> bool:
        """A thing stands before: a bracket here belongs to it."""
        return self._last() in ("NAME", "TEXT", "QUANTITY", "AFTER", "DATE", "CITATION", "CLOSE", "POINT")

    def _opens(self, i: int) -> int:
        last = self._last()
        if len(self.open) >= DEPTH:
            raise mistake("OT0106", i, i + 1, limit=DEPTH)
        if last in ("IN", "ONE_OF"):
            self.open.append(("set", i))
            return self._put("OPEN", i, i + 1, self.mode)
        if self._operand_closed() and self._inside() != "bracket":
            if self.start == "heading":
                raise self._ends_in_bracket(i)
            self.open.append(("bracket", i))
            self._put("QOPEN", i, i + 1, self.mode)
            self.mode, self.part_begins = "bracket", True
            return i + 1
        self.open.append(("group", i))
        return self._put("OPEN", i, i + 1, self.mode)

    def _inside(self) -> str:
        return self.open[-1][0] if self.open else ""

    def _closes(self, i: int) -> int:
        if not self.open:
            raise mistake("OT1015", i, i + 1, repair=("删去这个右括号", "delete it", ((i, i + 1, ""),)))
        kind, at = self.open.pop()
        if kind == "bracket":
            opener = next(token for token in reversed(self.found) if token[1] == at)
            self.mode = opener[3]
        self._put("CLOSE", i, i + 1, "")
        self.prefers_citation = self.start == "citations"
        return i + 1

    def _separator(self, i: int, char: str) -> int:
        rest = self.folded[i + 1 :].strip()
        if char == "；" and not rest:
            return i + 1
        if self._inside() == "bracket" or self.start == "kinds":
            if char == "，" or char == "；":
                self._put("COMMA", i, i + 1, char)
                self.part_begins = True
                return i + 1
            if rest and self._begins_part(i + 1):
                raise mistake("OT1018", i, i + 1, expected="逗号“，”", expected_en="a comma ，", found="、", repair=("括号里各部分之间用“，”", "separate the parts of a bracket by ，", ((i, i + 1, "，"),), True))
        return self._put("SEP", i, i + 1, char)

    def _begins_part(self, i: int) -> bool:
        """Whether what begins at ``i`` is another part of the bracket, not another name of a list in it."""
        if self._last() not in ("Q_PLAIN", "QUANTITY", "LATER", "AFTER", "TEXT", "CITATION"):
            return False
        run = _RUN.match(self.folded, i)
        if not run:
            return self.folded[i : i + 1] in QUOTES and self._last() != "TEXT"
        return run.group() in QUALIFIER_WORDS or bool(pieces(run.group(), i, "bracket"))

    def _quotation(self, i: int) -> int:
        end = quote_end(self.text, i)
        if end < 0:
            raise self._unclosed(i)
        run = _RUN.match(self.folded, end)
        if run and self._names(run.group()) and run.group()[0] != "。" and self.mode != "bracket":
            return self._name(i)  # “一件事”申请表
        return self._put("TEXT", i, end, nfc(self.text[i + 1 : end - 1]).strip())

    def _names(self, run: str) -> bool:
        """Whether a run of characters beside a quotation is part of a name with it, not a word that counts."""
        if run in OPERATORS_IN[self.mode] or run in QUALIFIER_WORDS:
            return False
        symbol = _SYMBOLS.search(run) if self.mode in _SPLITS_AT_SYMBOL else None
        return symbol is None

    def _citation(self, i: int) -> int:
        end, bracket = citation_end(self.folded, i)
        self._put("CITATION", i, end, written_citation(self.text[i:end]))
        self.prefers_citation = not bracket
        return end

    def _glued(self, i: int) -> bool:
        """The bracket that opens at ``i`` is part of a name: a name character follows its end."""
        if self.mode == "bracket" or self.mode == "condition" and not self._in_name:
            return False
        depth, j, folded = 0, i, self.folded
        while j < len(folded):
            if folded[j] == "（":
                depth += 1
            elif folded[j] == "）":
                depth -= 1
                if depth == 0:
                    break
            j += 1
        run = _RUN.match(folded, j + 1) if depth == 0 else None
        if not run or run.group() in OPERATORS_IN[self.mode] or run.group()[0] in "。：":
            return False
        if self.start == "citations":
            return False
        self._glued_end = j + 1
        return True

    _in_name = False

    def _chunk_end(self, i: int) -> int:
        """End of the run of name characters at ``i``; 《…》 and glued brackets belong to it."""
        folded, end, j = self.folded, len(self.folded), i
        self._in_name = True
        while j < end:
            char = folded[j]
            if char == "《" and (close := folded.find("》", j)) > 0:
                j = close + 1
            elif char == "（" and self._glued(j):
                j = self._glued_end
            elif char in QUOTES and (j == i or self._names(folded[i:j])) and self.mode != "bracket" and (close := quote_end(self.text, j)) > 0:
                j = close
            elif run := _RUN.match(folded, j):
                book = run.group().find("《", 1 if char == "《" else 0)
                j = run.end() if book < 0 else j + book
            else:
                break
        self._in_name = False
        return j

    def _name(self, i: int) -> int:
        """A word that counts here, a quantity, a date, or else a name."""
        folded = self.folded
        end = self._chunk_end(i)
        chunk = folded[i:end]
        if self.mode in _SPLITS_AT_SYMBOL and (symbol := _SYMBOLS.search(chunk)):
            if symbol.start() == 0:
                kind, canonical = OPERATORS_IN[self.mode].get(symbol.group(), ("", ""))
                if kind:
                    return self._put(kind, i, i + symbol.end(), canonical)
            else:
                end = i + symbol.start()
                chunk = folded[i:end]
        if self.part_begins and (done := self._bracket_word(i, end, chunk)):
            return done
        operator = OPERATORS_IN[self.mode].get(chunk)
        if operator and self._counts(operator[0]):
            return self._put(operator[0], i, end, operator[1])
        if self.mode in ("bracket", "kinds") and chunk[-1:] == "起" and (point := OPERATORS_IN["bracket"].get(chunk[:-1])):
            self._put(point[0], i, end - 1, point[1])
            return self._put("ON", end - 1, end, "起")
        if date := _DATE.fullmatch(chunk):
            return self._day(i, date)
        if chunk[-1] == "." and len(chunk) > 1 and not chunk[-2].isascii() and not folded[end:].strip():
            end, chunk = end - 1, chunk[:-1]
        if chunk.rstrip("。") != chunk and (end >= len(folded) or not folded[end:].strip("。 ")) and chunk.strip("。"):
            end = i + len(chunk.rstrip("。"))
            chunk = folded[i:end]
        if not chunk.strip("。."):
            return i + len(chunk)
        if NUMBER.fullmatch(chunk):
            if unit := ENGLISH_UNIT.match(folded, end):
                end = unit.end()
            elif (behind := _RUN.match(folded, end + 1)) and pieces(chunk + behind.group(), 0, self.mode):
                end = behind.end()
            chunk = folded[i:end]
        if self.mode == "change" and (parts := self._change(i, chunk)):
            return parts
        joined = re.sub(r"(?<=\d)\s+(?=\D)", "", chunk) if " " in chunk and not ENGLISH_UNIT.search(chunk) else chunk
        if quantity := pieces(joined, i, self.mode):
            shift = len(chunk) - len(joined)
            for kind, start, stop, value in quantity:
                self._put(kind, start, stop + shift, value)
            return end
        if self.mode == "moment" and (parts := split_moment(chunk)):
            middle = i + len(parts[0])
            self._put_name(i, middle, parts[0])
            self._put("DIRECTION", middle, middle + 1, parts[1])
            for kind, start, stop, value in pieces(parts[2], middle + 1, self.mode):
                self._put(kind, start, stop, value)
            return end
        if self.mode == "condition" and (split := split_behind_name(chunk)):
            middle = i + len(split[0])
            self._put_name(i, middle, split[0])
            for kind, start, stop, value in pieces(split[1], middle, self.mode):
                self._put(kind, start, stop, value)
            return end
        return self._put_name(i, end, chunk)

    def _day(self, i: int, date: re.Match) -> int:
        year, *rest = [part for part in date.groups() if part]
        return self._put("DATE", i, i + date.end(), f"{year}-{int(rest[0]):02}-{int(rest[1]):02}")

    def _counts(self, kind: str) -> bool:
        """A point counts only behind a name: in ``环节：受理、决定`` they are names themselves; in a bracket 前 only behind
        a day."""
        if kind == "DIRECTION" and self.mode == "bracket":
            return self._last() == "DATE"
        return kind != "POINT" or self._last() in ("NAME", "TEXT")

    def _put_name(self, i: int, end: int, chunk: str) -> int:
        if "：" in chunk:
            chunk = _COLON_IN_TEXT.sub(":", chunk)
            if "：" in chunk:
                at = i + chunk.index("：")
                raise mistake("OT1022", at, at + 1, name=chunk, repair=(f"写作“{chunk}”", "quote it", ((i, i, "“"), (end, end, "”"))))
        if chunk[0] != "《" and (odd := NO_NAME.search(chunk)) and (wrong := self._no_name(i, end, chunk, odd)):
            raise wrong
        if chunk[0] == "《" and chunk.find("》") == len(chunk) - 1:
            return self._put("NAME", i, end, (written_name(chunk[1:-1].strip()), "《"))
        return self._put("NAME", i, end, (written_name(chunk), ""))

    def _change(self, i: int, chunk: str) -> int:
        """``由10次减至1次``, glued or spaced, with a quantity or a word such as 未载明 on either side."""
        match = _CHANGE.fullmatch(chunk)
        if not (match.group(1) or match.group(3)):
            return 0
        for group, kind in ((1, "FROM"), (2, ""), (3, "TO"), (4, "")):
            text = match.group(group)
            if not text:
                continue
            at, end = i + match.start(group), i + match.end(group)
            if kind:
                self._put(kind, at, end, text)
            elif quantity := pieces(text, at, "change"):
                self.found.extend(quantity)
            else:
                self._put_name(at, end, text)
        return i + len(chunk)

    def _bracket_word(self, i: int, end: int, chunk: str) -> int:
        """The declared word a part of a bracket begins with; 0 when the part is a bare quantity."""
        if glued := _QUALIFIER_BEFORE_NUMBER.match(chunk):
            if QUALIFIER_WORDS[glued.group(1)][0] == "Q_PLAIN" and pieces(chunk[glued.end(1) :], i, "bracket"):  # 原件1份
                written = f"{glued.group(1)}，{chunk[glued.end(1):]}"
                at = i + glued.end(1)
                raise mistake("OT1018", i, end, expected=f"“{written}”", expected_en=written, found=chunk, repair=(f"写作“{written}”", f"write {written}", ((at, at, "，"),), True))
            chunk, end = glued.group(1), i + glued.end(1)
        elif "：" in chunk and (glued := _QUALIFIER_COLON.match(chunk)):  # 依据：文号
            chunk, end = glued.group(1), i + glued.end()
        if chunk[-1] == "。" and chunk.rstrip("。") in QUALIFIER_WORDS:  # （原件。）
            chunk = chunk.rstrip("。")
        kind, canonical = QUALIFIER_WORDS.get(chunk, ("", ""))
        if kind == "EVERY":
            self._put(kind, i, end, canonical)
            self.part_begins = True
            return end
        if kind == "Q_CITATION":
            self._put(kind, i, end, canonical)
            return self._cited(end)
        if kind:
            self._put(kind, i, i + len(chunk), canonical)
            return max(end, i + len(chunk))
        if day := _DATE.match(chunk):  # 2024-06-30 前, perhaps without the blank
            behind = OPERATORS_IN["bracket"].get(chunk[day.end() :])
            if behind is None:
                return 0
            self._day(i, day)
            return self._put(behind[0], i + day.end(), end, behind[1])
        following = _RUN.match(self.folded, end + 1)
        if pieces(chunk, i, "bracket") or NUMBER.fullmatch(chunk) or (
            chunk in OPERATORS_IN["bracket"] and following and pieces(following.group(), 0, "bracket")
        ):
            return 0
        raise self._unknown_bracket_word(i, end, chunk)

    def _cited(self, i: int) -> int:
        """The citation behind 依据 in a bracket: up to the next ， or the bracket's end."""
        folded = self.folded
        while i < len(folded) and (folded[i].isspace() or folded[i] == "："):
            i += 1
        depth, j = 0, i
        while j < len(folded):
            char = folded[j]
            if char == "《" and (close := folded.find("》", j)) > 0:
                j = close
            elif char == "（":
                depth += 1
            elif char == "）":
                if depth == 0:
                    break
                depth -= 1
            elif char == "，" and depth == 0:
                break
            j += 1
        text = self.text[i:j].rstrip()
        return self._put("CITATION", i, i + len(text), written_citation(text)) if text else i
