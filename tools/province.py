"""A province made up from a seed: standards, provincial versions, and the versions of 9 cities and 84 counties.

    python tools/province.py --counties 84 --bundles 4093 --seed 1 -o examples/province/示例省

Two standards are the real ones of ``bundles/国家``; the others bear the names of real bundles, but what they say is
invented (示例), and so is every place. Most local versions adopt what stands above them as it is; some add a material,
change a promise, add or cancel a matter, or are called as places call things (``tests/naming/names.csv``). The five
things that ``examples/province/README.md`` shows are there whatever the seed. Equal arguments give equal files.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import shutil
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
REAL = HERE / "bundles"
NAMES = HERE / "tests" / "naming" / "names.csv"
PROVINCE = "示例省"
CITIES = tuple(f"{stem}市" for stem in "甲乙丙丁戊己庚辛壬")
NUMBERS = "一二三四五六七八九十"
LIST = "示例2024-1"

# Names of real bundles; the code of each. What the files say is invented.
INVENTED = {
    "新生儿出生": "newborn", "教育入学": "schooling", "退休": "retirement", "个人身后": "after-life", "退役军人服务": "veterans",
    "公民婚育": "marriage", "企业开办": "company-start", "残疾人服务": "disabled", "水电气网联合报装": "utilities", "信用修复": "credit-repair",
    "社会保障卡居民服务": "social-card", "个人创业": "own-business", "企业信息变更": "company-change", "二手房转移登记及水电气联动过户": "second-hand-home",
    "社会救助": "social-aid", "员工录用": "hiring", "汽车以旧换新补贴申请": "car-trade-in", "企业破产信息核查": "bankruptcy-check",
    "企业简易注销": "simple-closure", "个体工商户开办": "sole-trader", "人才引进": "talents", "失业登记": "unemployment", "公积金提取": "housing-fund",
    "医保转移": "insurance-move", "车辆过户": "car-transfer", "稳岗返还": "stable-jobs", "就医费用报销": "medical-refund", "廉租住房申请": "cheap-rent",
    "居住证办理": "residence", "高校毕业生落户": "graduates", "科技型企业创新政策扶持": "innovation", "校车使用许可": "school-bus", "船舶开航": "ship-sailing",
    "育儿补贴申领": "child-allowance", "老年人福利补贴申请": "old-age", "开办便利店": "shop", "开办药店": "pharmacy", "开办民宿": "guest-house",
    "驾驶证换证": "driving-licence", "参军入伍": "army", "灵活就业参保": "free-work", "举办大型营业性演出": "big-show",
}  # fmt: skip
DEPARTMENTS = tuple(f"示例{c}部门" for c in "甲乙丙丁戊己")
MATTERS = ("资格确认", "信息登记", "业务许可", "证照核发", "补贴申领", "账户开立", "档案转移")
PAPERS = tuple(f"示例{a}{b}" for a in ("登记", "场所", "资质", "检验", "财务", "人员") for b in ("证明", "报告", "清单", "承诺书"))
LOCAL = tuple(f"示例本地{b}" for b in ("证明", "报告", "清单", "承诺书"))  # in no standard
ISSUED = tuple(f"示例{m[:2]}凭证" for m in MATTERS)
FIELDS = ("示例名称", "示例编号", "示例住址", "示例电话", "示例项目", "示例规模", "示例开户行", "示例账号")


def catalogue(counties: int, names: list[str]) -> str:
    """Places, departments, documents, elements and the list of standards that the invented files use."""
    lines = ["# 示例：由 tools/province.py 生成，地区、部门、证照都是虚构的。", "", f"地区 {PROVINCE}：", "    代码：990000", ""]
    for i, city in enumerate(CITIES, 1):
        lines += [f"地区 {city}：", f"    代码：99{i:02d}00", f"    上级：{PROVINCE}", ""]
    for name, city, code in places(counties):
        lines += [f"地区 {name}：", f"    代码：{code}", f"    上级：{city}", ""]
    lines += [line for d in DEPARTMENTS for line in (f"部门 {d}", "")]
    lines += ["数据源 示例登记库：", "    提供：示例甲部门", "    共享：无条件", ""]
    lines += [line for p in (*PAPERS, *LOCAL) for line in (f"证照 {p}", "")]
    lines += [line for i, p in enumerate(ISSUED) for line in (f"证照 {p}：", f"    签发：{DEPARTMENTS[i % 6]}", "")]
    lines += [line for i, f in enumerate(FIELDS) for line in (f"数据元 {f}：", "    类型：文字", *(["    来源：示例登记库"] if i % 3 == 0 else []), "")]
    lines += [f"清单 {LIST}：", "    类别：年度", "    依据：未载明", ""]
    for name in names:
        lines += [f"标准 {LIST}/{name}：", "    依据：未载明", f"    应含事项：{name}{MATTERS[0]}、{name}{MATTERS[1]}、{name}{MATTERS[4]}", ""]
    return "\n".join(lines)


def without_invented(text: str) -> str:
    """The real standards, without those whose names the invented ones bear: a bundle would be held to both."""
    blocks = re.split(r"(?m)^(?=标准 )", text)
    return "".join(b for b in blocks if not any(b.startswith(f"标准 国家2024-1/{name}：") for name in INVENTED))


def places(counties: int) -> list[tuple[str, str, str]]:
    """Every county with its city and its code, as evenly over the cities as it goes."""
    found = []
    for i in range(counties):
        city, number = i % len(CITIES), i // len(CITIES)
        name = f"{CITIES[city][0]}{NUMBERS[number] if number < 10 else '十' + NUMBERS[number - 10]}县"
        found.append((name, CITIES[city], f"99{city + 1:02d}{number + 21}"))
    return found


def standard(name: str, code: str, seed: int) -> str:
    """One invented standard of five to seven matters, some 120 lines."""
    chance = random.Random(f"{seed}/{name}")
    count = chance.randint(5, 7)
    handlers = [DEPARTMENTS[i % 6] for i in range(count)]
    line = chance.choice((50, 100, 300))
    lines = [
        "# 示例：由 tools/province.py 生成，内容是虚构的，不是这件事的办法。", "",
        f"一件事 {name}：", f"    代码：{code}", f"    标准：{LIST}/{name}", "    面向：个人", f"    牵头部门：{handlers[0]}",
        "    配合部门：" + "、".join(h for h in dict.fromkeys(handlers) if h != handlers[0]), "    依据：未载明", "    渠道：网上大厅、综合窗口", "    特别程序：公示",
        f"    总时限：{count * 15}个工作日（不含 公示）", "    收费：无", "    申请条件：以当地公布的为准。", "",
        "角色 办事人（申请人，办理对象）", "", "情形 类别 “办的是哪一类？”：第一类、第二类、第三类", "情形 委托 “是委托别人来办吗？”：是、否",
        "情形 规模 “有多大？”：", "    类型：面积", "", f"参数 面积线：{line}平方米（未核）", "",
        "不予联办 过大 当 规模 超过 面积线 且 类别 为 第三类：“请到窗口单独办理。”", "",
    ]  # fmt: skip
    papers = chance.sample(PAPERS, 3 * count)
    for i in range(count):
        law = chance.randint(10, 15)
        lines += [f"事项 {name}{MATTERS[i]}：", f"    办理部门：{handlers[i]}", "    层级：县级", f"    法定时限：{law}个工作日", f"    承诺时限：{chance.randint(2, 8)}个工作日（不含 公示）"]
        lines += ["    适用：类别 不为 第三类"] if i == 2 else ["    适用：委托 为 是"] if i == 4 else []
        lines += ["    参与：选办"] if i in (3, 5) else []
        lines += ["    材料："]
        lines += [f"        {p}（{chance.choice(('原件，1份', '复印件，1份', '自备，1份'))}）" for p in papers[3 * i : 3 * i + 2]]
        lines += [f"        {papers[3 * i + 2]}（自备，1份） 当 {'委托 为 是' if i == 1 else '规模 超过 面积线'}"] if i in (0, 1, 2) else []
        lines += [f"        {ISSUED[i - 1]}"] if i in (1, 3) else []
        lines += ["    字段：" + "、".join(f"办事人的{f}" for f in sorted(chance.sample(FIELDS, 3))), f"    产出：{ISSUED[i]}"]
        lines += ["    单办：", f"        时限：{law + 5}个工作日（法定）", "        环节：申请、审核、决定、领证", "        跑动：2次（“提交”，“领证”）", ""]
    for size in (line, line + 1):
        lines += [f"场景 “面积{size}平方米”：", "    类别：第一类", "    委托：否", f"    规模：{size}平方米", f"    选办：{name}{MATTERS[3]}", f"    应办：{name}{MATTERS[0]}、{name}{MATTERS[1]}、{name}{MATTERS[2]}、{name}{MATTERS[3]}", ""]
    return "\n".join(lines)


def local(name: str, place: str, parent: str, changes: list[str]) -> str:
    """A local version; a department left with nothing to do is cancelled with its matter."""
    idle = [f"    取消 配合部门 {DEPARTMENTS[4]}：“本地另行办理”"] if any(c.startswith("取消 事项") for c in changes) else []
    return "\n".join([f"一件事 {name}：", f"    地区：{place}", f"    沿用：{parent}", *idle, *(["", *changes] if changes else []), ""])


def change(kind: str, name: str, chance: random.Random) -> list[str]:
    """What a local version of an invented standard says beyond adopting it."""
    matter = f"{name}{MATTERS[chance.randint(0, 1)]}"
    if kind == "材料":
        return [f"修改 事项 {matter}：", f"    增加 材料：{chance.choice(LOCAL)}（原件，1份）"]
    if kind == "时限":
        return [f"修改 事项 {matter}：", f"    承诺时限：{chance.choice((1, 9))}个工作日（不含 公示）"]
    if kind == "参数":
        return ["修改 参数 面积线：200平方米（未核）"]
    if kind == "取消":
        return [f"取消 事项 {name}{MATTERS[4]}：“本地另行办理”"]
    return [f"增加 事项 {name}回访：", f"    办理部门：{DEPARTMENTS[1]}", "    参与：选办", "    承诺时限：3个工作日"]


KINDS = ("材料", "时限", "参数", "取消", "增加")
SHARES = (6, 10, 3, 3, 3)  # of a hundred local versions; the rest adopt as it is


def names_in_use(path: Path) -> dict[str, list[str]]:
    """How places call a bundle, by its official name: only what means the same."""
    found: dict[str, list[str]] = {}
    if path.is_file():
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                if row["kind"] == "bundle" and row["relation"] in ("same", "alias"):
                    found.setdefault(row["standard"], []).append(row["written"])
    return found


def written(name: str) -> str:
    """A name as it stands behind a word: quoted when it is more than a plain one."""
    plain = all("一" <= c <= "鿿" for c in name) and not name.endswith("一件事")
    return name if plain else f"“{name}”"


def make(out: Path, counties: int = 84, bundles: int = 4093, seed: int = 1) -> int:
    """Write the province into a folder that must not exist; how many local versions."""
    chance = random.Random(seed)
    called = names_in_use(NAMES)
    out.mkdir(parents=True)
    (out / "onething.toml").write_text('language = "2"\nname = "示例省"\n', encoding="utf-8")
    shutil.copytree(REAL / "目录", out / "目录")
    shutil.copytree(REAL / "国家", out / "国家")
    standards = out / "目录" / "标准.onething"
    standards.write_text(without_invented(standards.read_text(encoding="utf-8")), encoding="utf-8")
    above = {"企业注销登记": "企业注销登记", "开办餐饮店": "开办餐饮店", **{n: n for n in INVENTED}}
    per_place = -(-(bundles + 2) // (1 + len(CITIES) + counties))  # so many standards that every place can have its share
    chosen = list(above)[: max(per_place, 3)]
    (out / "目录" / "示例.onething").write_text(catalogue(counties, [n for n in chosen if n in INVENTED]), encoding="utf-8")
    for name in chosen:
        if name in INVENTED:
            (out / "国家" / f"{name}.onething").write_text(standard(name, INVENTED[name], seed), encoding="utf-8")
    levels = [(PROVINCE, "国家")] + [(c, PROVINCE) for c in CITIES] + [(n, c) for n, c, _ in places(counties)]
    wanted = [(place, parent, name) for place, parent in levels for name in chosen]
    missing = {("乙市", chosen[1]), ("乙市", chosen[2])}  # a city that lacks two
    spare = [w for w in wanted if w[0].endswith("县") and (w[0], w[2]) not in _shown(chosen)]
    missing |= {(p, n) for p, _, n in chance.sample(spare, max(len(wanted) - len(missing) - bundles, 0))}
    identities = {("国家", name): f"国家/{name}" for name in chosen}
    changed: set[tuple[str, str]] = set()
    made = 0
    for place, parent, name in wanted:
        if (place, name) in missing:
            identities[place, name] = identities[parent, name]  # what lies below adopts what is above
            continue
        title, changes = _version(place, name, chosen, called.get(name, []), chance)
        if (parent, name) in changed and (place, name) not in _shown(chosen):
            changes = []  # what the city changed, its counties adopt
        if changes:
            changed.add((place, name))
        folder = out / PROVINCE / ("" if place == PROVINCE else place if place in CITIES else f"{parent}/{place}")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.onething").write_text(local(written(title), place, identities[parent, name], changes), encoding="utf-8")
        identities[place, name] = f"{place}/{title}"
        made += 1
    return made


def _shown(chosen: list[str]) -> dict[tuple[str, str], str]:
    """What is there whatever the seed: a city that adds a material, a county that cancels a matter, a renamed bundle."""
    return {("甲市", chosen[2]): "材料", ("甲一县", chosen[2]): "取消", ("丙一县", chosen[2]): "改名"}


def _version(place: str, name: str, chosen: list[str], called: list[str], chance: random.Random) -> tuple[str, list[str]]:
    """The title of one local version, and its changes."""
    kind = chance.choices((*KINDS, "改名", ""), (*SHARES, 4, 71))[0]
    kind = _shown(chosen).get((place, name), kind if place != PROVINCE else "")
    usable = [c for c in called if all("一" <= char <= "鿿" or char in "「」『』‘’" for char in c)]
    if kind == "改名" and usable and place.endswith("县"):
        other = next((c for c in usable if not c.endswith("一件事")), usable[0])
        return other if (place, name) in _shown(chosen) else chance.choice(usable), []
    if name not in INVENTED or kind in ("", "改名"):
        return name, []
    return name, change(kind, name, chance)


def main() -> None:
    """Read the arguments and write the province."""
    options = argparse.ArgumentParser(description="生成一个示例省")
    options.add_argument("--counties", type=int, default=84)
    options.add_argument("--bundles", type=int, default=4093)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("-o", "--output", type=Path, required=True)
    given = options.parse_args()
    print(f"{make(given.output, given.counties, given.bundles, given.seed)} 个地方版本 → {given.output}")


if __name__ == "__main__":
    main()
