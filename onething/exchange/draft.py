"""Listed matters as source texts: one file a bundle, one for what the catalogue does not have yet."""

from __future__ import annotations

from dataclasses import dataclass, field

from onething.diagnostics import Finding, Fix, finding
from onething.exchange import reading, wording
from onething.exchange.cells import Reading, Unread, parts, unquoted
from onething.exchange.columns import MATERIAL, MATTER, columns
from onething.exchange.gather import short
from onething.exchange.kept import kept_lines
from onething.exchange.lines import Lines
from onething.exchange.listed import ListedBundle, ListedMaterial, ListedMatter, Said
from onething.exchange.places import At, Places
from onething.exchange.reading import APPLICANT
from onething.exchange.shared import Shared
from onething.model.catalogue import STATE
from onething.naming.codes import place_code_fault
from onething.vocabulary.phrase import NONE, NOT_STATED

CODES, CODED, ITEM_CODE = "编码", ("基本编码", "实施编码"), "业务办理项编码"
# In the order in which a matter is written; those of 单办 apart.
WORDS = ("别名", "基本编码", "实施编码", "办理部门", "层级", "种类", "依据", "参与", "法定时限", "承诺时限", "环节", "跑动", "申请条件", "材料", "字段", "产出", "收费", "单办", "备注")
ALONE = ("环节", "跑动")


@dataclass(slots=True)
class Draft:
    """Makes the texts. ``keep``: cells whose own writing is kept beside what was read: (matter, number of the
    material or -1, column)."""

    places: Places
    shared: Shared
    keep: frozenset[tuple[str, int, str]] = frozenset()
    findings: list[Finding] = field(default_factory=list)

    def bundle(self, listed: ListedBundle, name: str, code: str, lead: str = "") -> Lines | None:
        """The file of one bundle; None if its name cannot be said."""
        head = wording.heading("一件事", name)
        if head is None:
            self.unread(listed.name, "一件事名称", Unread("一个名称", "a name"))
            return None
        body = Lines()
        departments: dict[str, None] = {}
        for matter in listed.matters.values():
            body.add("")
            for department in self.matter(body, matter):
                departments.setdefault(department)
        lines = Lines()
        kept: list[tuple[str, Said]] = []
        leads = self.lead(listed, lead, kept)
        if "地区" in listed.said and not self.shared.place and listed.said["地区"].text != STATE:
            self.unread(listed.said["地区"], "地区", Unread("地区的名称", "the name of a place"))
        if "区划代码" in listed.said:
            self.code(listed.said["区划代码"], "区划代码")
        kept += [(name, s) for name, s in listed.said.items() if ("", -1, name) in self.keep]
        for header, said in kept:
            for line in kept_lines(header, said.text):
                lines.add(line, said.at)
        at = listed.name.at
        lines.add(f"一件事 {head}：", at)
        lines.add(f"    代码：{code}", at)
        if "地区" in listed.said and self.shared.place:
            lines.add(f"    地区：{wording.name(self.shared.place) or self.shared.place}", listed.said["地区"].at)
        if leads:
            lines.add(f"    牵头部门：{wording.name(leads, '办理部门')}", listed.said["牵头部门"].at if "牵头部门" in listed.said else at)
        others = [d for d in departments if d != leads]
        for word, units in (("配合部门", False), ("参与单位", True)):
            named = [wording.name(d, "办理部门") or d for d in others if self.shared.is_unit(d) is units]
            if named:
                lines.add(f"    {word}：{'、'.join(named)}", at)
        title = self.places.name.rsplit(".", 1)[0].strip("《》")
        lines.add(f"    依据：《{title}》" if wording.citations(f"《{title}》") else f"    依据：{NOT_STATED}", at)
        procedures = listed.said.get("特别程序")
        if procedures:
            names = [wording.name(unquoted(each), "环节") for each in parts(procedures.text)]
            lines.add("    特别程序：" + "、".join(n for n in names if n), procedures.at)
        lines.add("")
        lines.add(f"角色 {APPLICANT}（{APPLICANT}）")
        lines.texts += body.texts
        lines.cells += body.cells
        return lines

    def place(self, listed: ListedBundle) -> str:
        """The place that the list names, with its code where it is new; '' if it names none."""
        said, code = listed.said.get("地区"), listed.said.get("区划代码")
        if said is None or said.text == STATE:
            return ""
        name = self.shared.name("place", unquoted(said.text), said.at) or ""
        if ("place", name) in self.shared.new and code is not None and place_code_fault(code.text) is None:
            self.shared.new["place", name].code = code.text
        return name

    def lead(self, listed: ListedBundle, lead: str, kept: list[tuple[str, Said]]) -> str:
        """The leading department: what the list says, else what was given; that nobody says it is reported."""
        said = listed.said.get("牵头部门")
        text, at = (said.text, said.at) if said else (lead, listed.name.at)
        if text:
            name = self.shared.name("department", unquoted(text), at)
            if name is not None:
                return name
            self.unread(said or Said(lead, at), "牵头部门", Unread("一个部门", "one department"))
            return ""
        fix = Fix("在表里加一列“牵头部门”，或用 --lead 写明，或在写出的文件里补上", "add a column 牵头部门, say it with --lead, or write it in the file")
        at = next(iter(listed.matters.values())).name.at
        self.findings.append(finding("OT3414", self.places.span(at), sheet=self.places.sheet(at), bundle=listed.name.text, fix=fix))
        return ""

    def matter(self, lines: Lines, matter: ListedMatter) -> list[str]:
        """Write one matter; the departments that handle it."""
        head = wording.heading("事项", matter.name.text)
        by_sheet: dict[int, list[int]] = {}
        for at in matter.rows:
            by_sheet.setdefault(at.sheet, []).append(at.row)
        came = "；".join(self.places.rows(sheet, rows) for sheet, rows in by_sheet.items())
        lines.add(f"# 清单来自：{came}", matter.name.at)
        if head is None:
            self.unread(matter.name, "事项名称", Unread("一个名称", "a name"))
        said = self.joined(matter)
        read = reading.matter({name: s.text for name, s in said.items()}, self.shared, {name: s.at for name, s in said.items()})
        kept = [(header, s) for header, s in matter.kept.items()] + self.unused(matter.name.text, -1, said, read, MATTER, matter.name.at)
        for header, s in kept:
            for line in kept_lines(header, s.text):
                lines.add(line, s.at)
        for row, header, text in matter.other:
            for line in kept_lines(f"第{row}行 {header}", text):
                lines.add(line)
        if head is None:
            for material in matter.materials:
                lines.add(f"# {material.name.text}".replace("\n", " "), material.name.at)
            return []
        start = len(lines.texts)
        lines.add(f"事项 {head}：", matter.name.at)
        for word in WORDS:
            if word == "材料":
                self.materials(lines, matter)
            elif word == "单办":
                alone = [each for each in ALONE if self.text(read, f"单办的{each}")]
                if alone:
                    lines.add("    单办：", self.at(said, f"单办的{alone[0]}"))
                    for each in alone:
                        lines.add(f"        {each}：{self.text(read, f'单办的{each}')}", self.at(said, f"单办的{each}"))
            elif word == "申请条件" and self.text(read, word):
                lines.add(f"    {word}：", self.at(said, word))
                for line in self.text(read, word).split("\n"):
                    lines.add(f"        {line}", self.at(said, word))
            elif self.text(read, word) and (word != "参与" or "参与" in said):
                lines.add(f"    {word}：{self.text(read, word)}", self.at(said, word))
        if len(lines.texts) == start + 1:
            lines.texts[start] = lines.texts[start].removesuffix("：")
        return [unquoted(each) for each in parts(self.text(read, "办理部门"))]

    def materials(self, lines: Lines, matter: ListedMatter) -> None:
        if not matter.materials:
            return
        if len(matter.materials) == 1 and matter.materials[0].name.text in (NONE, "无需材料", "不需要材料", NOT_STATED):
            lines.add(f"    材料：{NOT_STATED if matter.materials[0].name.text == NOT_STATED else NONE}", matter.materials[0].name.at)
            return
        listed = Lines()
        for number, material in enumerate(matter.materials):
            self.material(listed, matter, number, material)
        if any(not line.lstrip().startswith("#") for line in listed.texts):
            lines.add("    材料：", matter.materials[0].name.at)
        lines.texts += listed.texts
        lines.cells += listed.cells

    def material(self, lines: Lines, matter: ListedMatter, number: int, material: ListedMaterial) -> None:
        ats = {name: s.at for name, s in material.said.items()}
        read = reading.material({name: s.text for name, s in material.said.items()}, self.shared, ats)
        kept = list(material.kept.items()) + self.unused(matter.name.text, number, material.said, read, MATERIAL, material.name.at)
        names = self.documents(material, self.text(read, "签发"))
        if (matter.name.text, number, "材料名称") in self.keep or not names:
            kept.append(("材料名称", material.name))
        for header, s in kept:
            for line in kept_lines(header, s.text):
                lines.add(f"        {line}", s.at)
        marks = [self.text(read, "原件"), self.text(read, "介质")]
        if "材料份数" in material.said:
            marks.append(self.text(read, "份数"))
        must = self.text(read, "必要")
        marks.append(self.text(read, "取得") or ("容缺" if must == "容缺" else ""))
        if must == "非必要":
            marks.append("非必要")
        bracket = "，".join(mark for mark in marks if mark)
        for name in names:
            lines.add(f"        {name}" + (f"（{bracket}）" if bracket else ""), material.name.at)

    def documents(self, material: ListedMaterial, issuer: str) -> list[str]:
        """The documents that a cell names, as they are written."""
        found = []
        for each in parts(material.name.text):
            owner, of, rest = each.partition("的")
            mine = of and owner == APPLICANT and rest
            name = self.shared.name("document", unquoted(rest if mine else each), material.name.at)
            if name is None:
                self.unread(material.name, "材料名称", Unread("材料的名称", "the name of a material"))
                return []
            declared = self.shared.new.get(("document", name))
            if declared is not None and not declared.issuer and "、" not in issuer:
                declared.issuer = issuer
            found.append(wording.name(f"{APPLICANT}的{name}" if mine else name) or name)
        return found

    def unused(self, matter: str, number: int, said: dict[str, Said], read: dict[str, Reading], of: str, at: At) -> list[tuple[str, Said]]:
        """The cells whose own writing is kept; those that could not be read are reported."""
        kept: dict[str, Said] = {}
        for word, sources in reading.sources(of).items():
            result = read.get(word)
            if isinstance(result, Unread) and word in CODED:
                kept |= {name: said[name] for name in sources if name in said}
            elif isinstance(result, Unread):
                blamed = next((name for name in (result.at, *sources) if name in said), None)
                if blamed is not None:
                    self.unread(said[blamed], blamed, result)
                kept |= {name: said[name] for name in sources if name in said}
        for name, s in said.items():
            if columns()[name].reading == CODES:
                self.code(s, name)
            if (matter, number, name) in self.keep or name == ITEM_CODE:
                kept[name] = s
        for name in (c.name for c in columns().values() if c.of == of and c.name not in said):
            if (matter, number, name) in self.keep:
                kept[name] = Said("", at)
        return list(kept.items())

    def code(self, said: Said, column: str) -> None:
        fault = reading.code_fault(column, said.text)
        if fault is not None:
            told = dict(column=column, read=short(said.text), reason=fault.zh, reason_en=fault.en)
            fix = Fix("照发布的清单核对这个编码", "compare it with the published list")
            self.findings.append(finding("OT3413", self.places.span(said.at), fix=fix, **told, **self.places.told(said.at)))

    def unread(self, said: Said, column: str, wrong: Unread) -> None:
        told = {"column": column, "read": short(said.text), **self.places.told(said.at)}
        if wrong.partly:
            fix = Fix("需要时在写出的文件里补写", "write the rest into the file where it matters")
            self.findings.append(finding("OT3412", self.places.span(said.at), reason=wrong.zh, reason_en=wrong.en, fix=fix, **told))
        else:
            fix = Fix(f"改成{wrong.zh}，再读一次；原文留在注释里", f"write {wrong.en} and import again; the text is kept as a remark")
            self.findings.append(finding("OT3405", self.places.span(said.at), expected=wrong.zh, expected_en=wrong.en, fix=fix, **told))

    @staticmethod
    def joined(matter: ListedMatter) -> dict[str, Said]:
        """What the matter's cells say, rows that add to each other joined."""
        return {name: s._replace(text="\n".join((s.text, *(m.text for m in matter.more.get(name, ()))))) for name, s in with_units(matter.said).items()}

    @staticmethod
    def text(read: dict[str, Reading], word: str) -> str:
        found = read.get(word, "")
        return found.taken if isinstance(found, Unread) else found

    @staticmethod
    def at(said: dict[str, Said], word: str) -> At | None:
        return next((said[name].at for name in reading.sources(MATTER)[word] if name in said), None)


def with_units(said: dict[str, Said]) -> dict[str, Said]:
    """A unit that stands in the header of a limit's column, as if it had a column of its own."""
    more = {
        f"{name}单位": Said(s.note, s.at) for name, s in said.items() if s.note and f"{name}单位" in columns() and f"{name}单位" not in said
    }  # fmt: skip
    return {**said, **more}
