"""A bundle as the rows of a matter list, and what a list cannot say."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Iterable, Iterator

from onething.exchange import reading
from onething.exchange.cells import parts, unquoted
from onething.exchange.columns import BUNDLE, MATERIAL, MATTER, columns
from onething.exchange.gather import bundle_name
from onething.exchange.kept import kept
from onething.exchange.reading import APPLICANT
from onething.exchange.shared import Shared
from onething.exchange.unsaid import Unsaid, of_bundle, of_matter
from onething.model.bundle import Bundle, Matter, Need, Visits
from onething.model.catalogue import STATE, Catalogue
from onething.model.fact import Cases
from onething.model.time import Duration, number_text
from onething.syntax.characters import quoted
from onething.syntax.tree import Node, Tree
from onething.vocabulary.phrase import NONE, NOT_STATED

Cells = dict[str, str]
ISSUER = "签发"


@dataclass(slots=True)
class Given:
    """Rows by column name. ``header``: the columns there are, official ones first; ``unsaid``: what no column holds."""

    header: list[str] = field(default_factory=list)
    rows: list[Cells] = field(default_factory=list)
    unsaid: list[Unsaid] = field(default_factory=list)


def give(bundle: Bundle, trees: Iterable[Tree], catalogue: Catalogue) -> Given:
    """The list of a bundle. ``trees``: its file, and those of the versions that it adapts, for what an import kept in
    remarks."""
    shared = Shared(catalogue, bundle.place, adding=False)
    blocks = _blocks(trees)
    place = catalogue.places.get(bundle.place)
    whole = _whole(bundle) | {"区划代码": place.code if place is not None else ""}
    for name, text in _kept(blocks.get(("一件事", bundle.name), [])).items():
        leads = name == "牵头部门" and (not bundle.leads or shared.name("department", unquoted(text)) == bundle.leads[0].value)
        if leads or name == "一件事名称" and bundle_name(text) == bundle.name:
            whole[name] = text
    given = Given(unsaid=list(of_bundle(bundle)))
    for matter in bundle.matters.values():
        mine = blocks.get(("事项", matter.name), [])
        said = _overlaid(matter_cells(matter), _kept(mine), MATTER, shared)
        materials = list(_materials(matter, mine, shared)) or [{"材料名称": NONE} if any(map(_says_none, mine)) else {}]
        given.rows += [{**whole, **said, **material} for material in materials]
        given.unsaid += of_matter(matter, bundle)
    given.header = _header(given.rows)
    return given


def _header(rows: list[Cells]) -> list[str]:
    """Official columns in their order, if any cell of them says something; then those that were kept."""
    used = dict.fromkeys(name for row in rows for name, text in row.items() if text)
    order = [name for of in (BUNDLE, MATTER, MATERIAL) for name, column in columns().items() if column.of == of]
    return [name for name in order if name in used] + [name for name in used if name not in columns()]


# ---- one bundle, one matter, one material


def _whole(bundle: Bundle) -> Cells:
    return {
        "一件事名称": bundle.name,
        "牵头部门": bundle.leads[0].value if bundle.leads else "",
        "特别程序": "、".join(listed(p.value) for p in bundle.special_procedures),
        "地区": "" if bundle.place == STATE else bundle.place,
    }


def matter_cells(matter: Matter) -> Cells:
    """What the official columns say of a matter."""
    table = columns()
    legal, promise = limit_cells(matter.legal), limit_cells(matter.promise)
    fee = _one(matter.fees)
    documents = [o.thing.label for o in matter.outputs if o.thing.kind == "证照"]
    return {
        "事项名称": matter.name,
        "基本编码": matter.basic_code.value if matter.basic_code else "",
        "实施编码": matter.implementing_code.value if matter.implementing_code else "",
        "事项别名": "、".join(map(listed, matter.aliases)),
        "事项类型": table["事项类型"].values[matter.kind][0] if matter.kind else "",
        "实施主体": "、".join(listed(d) for d in _one(matter.departments).split("、") if d) if len(matter.departments) == 1 else "",
        "行使层级": "、".join(table["行使层级"].values[level.value][0] for level in matter.levels),
        "参与": matter.participation,
        "设定依据": "、".join(matter.basis),
        "法定办结时限": legal[0],
        "法定办结时限单位": legal[1],
        "承诺办结时限": promise[0],
        "承诺办结时限单位": promise[1],
        "受理条件": "\n".join(matter.conditions),
        "是否收费": "" if fee in ("", NOT_STATED) else "否" if fee == NONE else "是",
        "收费标准": "" if fee == NONE else fee,
        "到办事现场次数": _times(matter.alone.visits),
        "必须现场办理原因": _reasons(matter.alone.visits),
        "办理环节": "、".join(map(listed, matter.alone.steps or ())),
        "联办跑动次数": _times(_visits(matter.visits)) or (NOT_STATED if _stated_none(matter.visits) else ""),
        "联办跑动原因": _reasons(_visits(matter.visits)),
        "联办环节": "、".join(map(listed, matter.steps or ())),
        "结果名称": "、".join(map(listed, documents)),
        "表单字段": "、".join(listed(f.thing.label) for f in matter.fields),
        "告知单备注": matter.remark,
    }


def material_cells(need: Need, catalogue: Catalogue) -> Cells:
    """What the official columns say of a material."""
    table = columns()
    later = need.how == "容缺后补"
    document = catalogue.documents.get(need.thing.name)
    return {
        "材料名称": listed(need.thing.label),
        "材料来源渠道": table["材料来源渠道"].values["自备"][0] if need.how == "自备" else "",
        "材料取得方式": need.how if need.how not in ("", "自备") and not later else "",
        "材料份数": str(need.copies) if need.copies else "",
        "材料类型": need.original,
        "材料形式": need.medium,
        "材料必要性": "非必要" if need.optional else "容缺后补" if later else "必要",
        "材料出具单位": document.issuer if document else "",
    }


def listed(name: str) -> str:
    """A name as a cell holds it: in quotation marks if it would else be read as several."""
    return name if parts(name) == [name] and unquoted(name) == name else quoted(name)


def limit_cells(cases: Cases[Duration]) -> tuple[str, str]:
    """A limit as number and unit; what is more than that, whole in the first."""
    if len(cases) != 1:
        return "", ""
    limit = cases[0].value
    if limit is None:
        return NOT_STATED, ""
    amounts = [(n, unit) for n, unit in zip(limit.time, ("工作日", "自然日", "小时", "天")) if n]
    if limit.excluding or limit.since or len(amounts) > 1:
        return limit.text(), ""
    return (number_text(Fraction(amounts[0][0])), amounts[0][1]) if amounts else ("即办", "")


def _one(cases: Cases[str]) -> str:
    return "" if len(cases) != 1 else NOT_STATED if cases[0].value is None else cases[0].value


def _visits(cases: Cases[Visits]) -> Visits | None:
    return cases[0].value if len(cases) == 1 else None


def _stated_none(cases: Cases[Visits]) -> bool:
    return len(cases) == 1 and cases[0].value is None


def _times(visits: Visits | None) -> str:
    return "" if visits is None else str(visits.count)


def _reasons(visits: Visits | None) -> str:
    return "" if visits is None else "、".join(map(listed, visits.reasons))


# ---- what an import kept


def _blocks(trees: Iterable[Tree]) -> dict[tuple[str, str], list[Node]]:
    """The blocks of bundle and matters, the nearest version first."""
    from onething.resolve.bundle import bare_name
    from onething.resolve.catalogue import block_name

    found: dict[tuple[str, str], list[Node]] = {}
    for block in (block for tree in trees for block in tree.blocks):
        if block.word is not None and block.word.name in ("一件事", "事项"):
            name = block_name(block)
            found.setdefault((block.word.name, bare_name(name) if block.word.name == "一件事" else name), []).append(block)
    return found


def _kept(blocks: list[Node]) -> Cells:
    """What is kept beside blocks; the nearest counts."""
    return kept(comment for block in reversed(blocks) for comment in block.comments)


def _says_none(block: Node) -> bool:
    from onething.resolve.reader import is_word

    entry = _entry(block, "材料")
    return entry is not None and entry.value is not None and is_word(entry.value, NONE)


def _entry(block: Node, word: str) -> Node | None:
    return next((c for c in block.children if c.shape == "entry" and c.word is not None and c.word.name == word), None)


def _overlaid(cells: Cells, before: Cells, of: str, shared: Shared) -> Cells:
    """Official cells, with the text that was kept wherever it still reads the same."""
    read = reading.matter if of == MATTER else reading.material
    now = read(cells, shared)
    done = dict(cells)
    sources = {name for names in reading.sources(of).values() for name in names}
    for word, names in reading.sources(of).items():
        mine = {name: before[name] for name in names if name in before}
        if not mine:
            continue
        if word == ISSUER:  # said of the document, in the catalogue; what the list says of it stays what it says
            done.update(mine)
            continue
        for others in ({name: "" for name in names}, {name: cells.get(name, "") for name in names}):
            then = read({**others, **mine}, shared)
            if _said(word, then.get(word, "")) == _said(word, now.get(word, "")):
                done.update(others | mine)
                break
    done.update({name: text for name, text in before.items() if name not in sources})
    return done


def _said(word: str, read: reading.Reading) -> str:
    """What a reading comes to in the source."""
    return read if isinstance(read, str) else read.taken or reading.LEFT_OUT.get(word, "")


def _materials(matter: Matter, blocks: list[Node], shared: Shared) -> Iterator[Cells]:
    """One row a material; those that one cell named together are one row again."""
    lines = [line for block in blocks if (entry := _entry(block, "材料")) is not None for line in entry.children]
    needs, at = list(matter.needs), 0
    while at < len(needs):
        need = needs[at]
        cells = material_cells(need, shared.catalogue)
        before = next((kept(each.comments) for each in lines if _holds(each, need)), {})
        together = _together(before.pop("材料名称", ""), needs[at:], shared)
        row = _overlaid(cells, before, MATERIAL, shared)
        if together:
            row["材料名称"] = together[0]
        yield row
        at += together[1] if together else 1


def _together(text: str, needs: list[Need], shared: Shared) -> tuple[str, int] | None:
    """The text of a cell that named the next materials, all alike, and how many they are."""
    names = []
    for each in parts(text):
        owner, of, rest = each.partition("的")
        mine = of and owner == APPLICANT and rest
        name = shared.name("document", unquoted(rest if mine else each))
        names.append(f"{APPLICANT}的{name}" if mine else name)
    first = [n.thing.label for n in needs[: len(names)]]
    if not names or first != names:
        return None
    alike = {tuple(material_cells(n, shared.catalogue)[c] for c in ("材料来源渠道", "材料取得方式", "材料份数", "材料类型", "材料形式", "材料必要性")) for n in needs[: len(names)]}
    return (text, len(names)) if len(alike) == 1 else None


def _holds(line: Node, need: Need) -> bool:
    return line.source.path == need.span.source.path and line.start <= need.span.start <= line.end
