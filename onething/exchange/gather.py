"""The rows of a list gathered into matters: one row each, or one row a material with the matter's cells blank or merged."""

from __future__ import annotations

import re

from onething.diagnostics import Finding, Fix, finding
from onething.exchange.columns import BUNDLE, KEPT, MATERIAL, NAME, Column
from onething.exchange.layout import Layout, layout
from onething.exchange.listed import (
    ListedBundle,
    ListedMaterial,
    ListedMatter,
    LostRow,
    Said,
)
from onething.exchange.places import At, Places
from onething.syntax.characters import HIDDEN_CHARACTERS, TURNING_CHARACTERS, nfc
from onething.workbook.grid import DATE, DIGITS, ERROR, FORMULA, Got, address

GROUP, ITEM = "一件事名称", "材料名称"
_CONTROL = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f{HIDDEN_CHARACTERS}{TURNING_CHARACTERS}]")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_REMARK = re.compile("(?:填表|填报|制表|审核|备注|说明|注|合计|总计|小计)[^：:]{0,4}[：:].*|合计|总计|小计", re.S)
BROKEN = {FORMULA: ("公式没有算出的值", "a formula without a result"), ERROR: ("是表格的报错", "an error of the sheet"), DATE: ("不是日期", "no date")}


def clean(text: str) -> tuple[str, bool]:
    """The text with plain line ends and blanks, without what nobody sees; and whether there was any of that."""
    plain = _BREAKS.sub("\n", text).replace("\xa0", " ").replace("\t", " ")
    seen = _CONTROL.sub("", nfc(plain))
    lines = (line.strip() for line in seen.split("\n"))
    return "\n".join(line for line in lines if line), _CONTROL.search(plain) is not None


class Gathering:
    """Gathers sheets. ``lost``: rows that became nothing; ``findings``: what cannot be used as it stands."""

    def __init__(self, places: Places):
        self.places = places
        self.bundles: dict[str, ListedBundle] = {}
        self.lost: list[LostRow] = []
        self.findings: list[Finding] = []
        self.taken = 0
        self._group = ""  # the bundle of the row above

    def sheet(self, number: int) -> bool:
        """Gather one sheet; False when it has no header."""
        grid = self.places.book.grids[number]
        found = layout(grid)
        if found is None:
            return False
        self._columns(number, found)
        for row in found.above:
            self._lose(At(number, row, 1), "在表头上面", "it stands above the header", said=False)
        matter: ListedMatter | None = None
        for row, cells in grid.rows.items():
            if row > found.last:
                matter = self._row(number, row, cells, found, matter)
        return True

    # ---- columns

    def _columns(self, sheet: int, found: Layout) -> None:
        for column, recognised in found.columns.items():
            lower = column in self.places.book.grids[sheet].rows[found.last]
            at = At(sheet, found.last if lower else found.first, column)
            named = {"column": found.headers[column], **self.places.told(at)}
            if column in found.twice:
                other = address(found.last, found.twice[column])
                fix = Fix("留下一列，删去另一列", "keep one of them and delete the other")
                self.findings.append(finding("OT3404", self.places.span(at), other=other, fix=fix, **named))
            elif recognised.candidates:
                words = "或".join(f"“{name}”" for name in recognised.candidates)
                fix = Fix(f"把列名改成{words}", "give it the name that is meant")
                self.findings.append(finding("OT3403", self.places.span(at), candidates=words, candidates_en=words.replace("或", " or "), fix=fix, **named))
            elif recognised.column is None and not recognised.ignored:
                fix = Fix("列名见 docs/exchange.md；不要的列可以删去", "docs/exchange.md lists the names; a column nobody needs can be deleted")
                self.findings.append(finding("OT3402", self.places.span(at), fix=fix, **named))

    # ---- rows

    def _row(self, sheet: int, row: int, cells: dict[int, Got], found: Layout, matter: ListedMatter | None) -> ListedMatter | None:
        known: dict[str, Said] = {}
        kept: list[tuple[Column | None, str, Said]] = []
        for number, got in cells.items():
            at = At(sheet, row, number)
            recognised = found.columns.get(number)
            if recognised is not None and recognised.ignored:
                continue
            header = found.headers.get(number) or f"{address(row, number)[: -len(str(row))]}列"
            text = self._text(got, at, header)
            if not text:
                continue
            column = found.column(number)
            if column is None or column.reading == KEPT or got.trouble:  # what the sheet itself has changed is not used
                name = column.name if column else header
                kept.append((column, name, Said(text, at)))
            else:
                known[column.name] = Said(text, at, recognised.note)
        name = known.get(NAME)
        first = At(sheet, row, min(cells))
        if not known and not kept:
            self._lose(first, "只有序号或说明", "it holds a number or a remark only", said=False)
            return matter
        said = [*known.values(), *(each for _, _, each in kept)]
        if len(said) == 1 and _REMARK.fullmatch(said[0].text):
            self._lose(first, "是表下的说明", "it is a remark below the table", said=False)
            return matter
        if name is None:
            if matter is None:
                self._lose(first, "没有事项名称，上面也没有事项", "it names no matter, and none stands above")
                return None
            if ITEM not in known and not kept and not any(_column(n).several for n in known):
                self._lose(first, "没有事项名称，也没有材料", "it names neither a matter nor a material")
                return matter
        else:
            matter = self._matter(known.get(GROUP), name)
        self.taken += 1
        self.bundles[self._group].columns |= {found.column(number).name for number in found.columns if found.column(number) is not None}
        matter.rows.append(At(sheet, row, 1))
        self._take(matter, known, kept, self.bundles[self._group])
        return matter

    def _matter(self, group: Said | None, name: Said) -> ListedMatter:
        """The matter of this name in its bundle. A blank group is that of the row above."""
        plain = "".join(name.text.split("\n"))
        if group is not None:
            self._group = bundle_name(group.text)
        bundle = self.bundles.setdefault(self._group, ListedBundle(Said(self._group, group.at if group else name.at)))
        if group is not None:
            bundle.said.setdefault(GROUP, group)
        return bundle.matters.setdefault(plain, ListedMatter(Said(plain, name.at)))

    def _take(self, matter: ListedMatter, known: dict[str, Said], kept: list[tuple[Column | None, str, Said]], bundle: ListedBundle) -> None:
        material = ListedMaterial(known[ITEM]) if ITEM in known else None
        if material is not None:
            matter.materials.append(material)
        for name, said in known.items():
            column = _column(name)
            if name in (NAME, GROUP, ITEM):
                continue
            if column.of == BUNDLE:
                self._once(bundle.said, name, said, matter)
            elif column.of == MATERIAL:
                if material is not None:
                    material.said[name] = said
                else:
                    matter.kept.setdefault(name, said)
            elif column.several and name in matter.said:
                if said.text not in (matter.said[name].text, *(s.text for s in matter.more.get(name, ()))):
                    matter.more.setdefault(name, []).append(said)
            else:
                self._once(matter.said, name, said, matter)
        for column, header, said in kept:
            of_material = column is not None and column.of == MATERIAL
            there = matter.kept.get(header)
            if material is not None and (of_material or there is not None and there.text != said.text):
                material.kept[header] = said
            elif there is None:
                matter.kept[header] = said
            elif there.text != said.text:
                matter.other.append((said.at.row, header, said.text))

    def _once(self, into: dict[str, Said], name: str, said: Said, matter: ListedMatter) -> None:
        first = into.setdefault(name, said)
        if first.text != said.text:
            matter.other.append((said.at.row, name, said.text))
            fix = Fix("两行写成一样；是两个事项的，名称要分开", "write the same in both rows, or give two matters two names")
            told = dict(column=name, matter=matter.name.text, read=short(said.text), first=address(first.at.row, first.at.column), kept=short(first.text))
            self.findings.append(finding("OT3408", self.places.span(said.at), fix=fix, **told, **self.places.told(said.at)))

    # ---- cells

    def _text(self, got: Got, at: At, header: str) -> str:
        """What a cell says; what is wrong with it as a cell is reported."""
        text, hidden = clean(got.text)
        told = {"column": header, **self.places.told(at)}
        if got.trouble == DIGITS and not got.merged:
            fix = Fix("把这一列设成“文本”，照原件重新填写号码", "format the column as text and type the number again")
            self.findings.append(finding("OT3406", self.places.span(at), read=text, fix=fix, **told))
        elif got.trouble in BROKEN and not got.merged:
            zh, en = BROKEN[got.trouble]
            fix = Fix("填上内容，或在 Excel 里打开算出后保存", "type the value, or open the file in Excel, let it compute, and save")
            self.findings.append(finding("OT3407", self.places.span(at), what=f"{zh}（{text}）" if text else zh, what_en=f"{en} ({text})" if text else en, fix=fix, **told))
            return text if got.trouble == DATE else ""
        elif hidden:
            self.findings.append(finding("OT3411", self.places.span(at), fix=Fix("不用改", "nothing to do"), **told))
        return text

    def _lose(self, at: At, zh: str, en: str, said: bool = True) -> None:
        text = " ".join(clean(got.text)[0] for got in self.places.book.grids[at.sheet].rows[at.row].values())
        self.lost.append(LostRow(at, text, zh, en))
        if said:
            fix = Fix("补上事项名称；不要的行可以删去", "name the matter, or delete the row")
            self.findings.append(finding("OT3409", self.places.span(at), sheet=self.places.sheet(at), row=at.row, reason=zh, reason_en=en, fix=fix))


def bundle_name(text: str) -> str:
    """The name of a bundle without typography: quotation marks, and 一件事 behind it."""
    plain = re.sub("[“”\"「」『』＂]", "", "".join(text.split()))
    return plain.removesuffix("一件事") or plain


def short(text: str) -> str:
    """A text for a message: one line, not too long."""
    plain = " ".join(text.split())
    return plain if len(plain) <= 30 else plain[:29] + "…"


def _column(name: str) -> Column:
    from onething.exchange.columns import columns

    return columns()[name]
