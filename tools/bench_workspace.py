"""A seeded workspace of N bundles of about 150 lines, for ``tools/bench.py``. Nothing in it is a fact."""

from __future__ import annotations

import json
import random
from pathlib import Path

DEPARTMENTS = [f"部门{c}" for c in "甲乙丙丁戊己庚辛"]
DOCUMENTS = [f"{a}{b}" for a in ("登记", "许可", "备案", "身份", "场所", "资质", "检验", "财务") for b in ("证书", "证明", "申请书", "报告")]
ELEMENTS = ["名称", "代码号", "地址", "电话号", "负责人", "经营项目", "面积数", "开业日期", "账号", "户名"]
SOURCES = ["登记库", "人口库", "证照库"]
BASES = 60  # a province has some sixty different bundles; the rest are their local versions


def catalogue() -> str:
    """The shared catalogue."""
    lines = ["地区 甲省：", "    代码：990000", ""]
    for i in range(84):
        lines += [f"地区 {i}号县：", f"    代码：99{i // 10:02d}{i % 10}1", "    上级：甲省", ""]
    lines += [line for d in DEPARTMENTS for line in (f"部门 {d}", "")]
    lines += [line for s in SOURCES for line in (f"数据源 {s}：", "    提供：部门甲", "    共享：无条件", "")]
    for i, e in enumerate(ELEMENTS):
        lines += [f"数据元 {e}：", "    类型：文字"] + (["    来源：登记库"] if i % 3 == 0 else []) + [""]
    for i, d in enumerate(DOCUMENTS):
        lines += [f"证照 {d}：", f"    签发：{DEPARTMENTS[i % 8]}"] + (["    电子证照：甲省"] if i % 4 == 0 else []) + [""]
    return "\n".join(lines)


def bundle(number: int) -> str:
    """Bundle ``number``: one of the bases with a quarter of its material lines changed."""
    base = random.Random(number % BASES)
    local = random.Random(number)
    name = f"开办事项{number % BASES}"
    lines = [
        f"一件事 {name}：", f"    代码：bundle-{number}", f"    地区：{number // BASES % 84}号县", "    面向：企业",
        "    牵头部门：部门甲", "    配合部门：部门乙、部门丙、部门丁、部门戊、部门己、部门庚、部门辛", f"    依据：甲政〔2024〕{number % BASES + 1}号",
        "    渠道：网上大厅、综合窗口", "    特别程序：公示、检测", f"    总时限：{base.randint(60, 90)}个工作日（不含 公示、检测）", "    收费：无",
        "    申请条件：已依法登记", "", "角色 经营者（申请人，办理对象）", "角色 场所", "",
        "情形 地点 “店在哪里？”：城区、乡镇、园区", "情形 类型 “哪一类？”：第一类、第二类、第三类",
        "情形 雇人 “雇人吗？”：是、否", "情形 场所面积 “多大？”：", "    类型：面积", "",
        f"参数 面积线：{base.choice((50, 100, 300))}平方米（未核）", "",
        "不予联办 特殊 当 地点 为 园区 且 类型 为 第三类：“请到园区窗口办理。”", "",
    ]  # fmt: skip
    conditions = ["地点 为 城区", "类型 不为 第三类", "雇人 为 是", "场所面积 超过 面积线", "类型 属于（第一类、第二类）"]
    issued: list[str] = []
    for i in range(7):
        documents = base.sample(DOCUMENTS, 5)
        lines += [
            f"事项 办理第{i}项：", f"    办理部门：{DEPARTMENTS[i]}", "    层级：县级", f"    种类：{base.choice(('许可', '登记', '备案'))}",
            f"    法定时限：{base.randint(10, 20)}个工作日", f"    承诺时限：{base.randint(1, 9)}个工作日（不含 检测）",
        ]  # fmt: skip
        if i in (2, 4):
            lines.append(f"    适用：{base.choice(conditions)}")
        if i in (3, 5):
            lines.append("    参与：选办")
        lines.append("    材料：")
        for d in documents[:4]:
            if d in issued:
                lines.append(f"        {d}")
                continue
            marks = local.choice(("原件", "复印件，2份", "自备，1份")) if local.random() < 0.25 else base.choice(("原件，1份", "复印件", "自备"))
            when = f" 当 {base.choice(conditions)}" if base.random() < 0.3 else ""
            lines.append(f"        场所的{d}（{marks}）{when}")
        if issued and base.random() < 0.7:
            lines.append(f"        {base.choice(issued)}")
        fields = base.sample(ELEMENTS, 3)
        lines.append("    字段：" + "、".join(f"经营者的{f}" for f in fields))
        result = f"{DOCUMENTS[i * 4]}" if i < 6 else None
        if result and result not in issued:
            lines.append(f"    产出：{result}")
            issued.append(result)
        lines += ["    单办：", f"        时限：{base.randint(10, 20)}个工作日（法定）", "        环节：申请、审核、决定、领证", "        跑动：2次（“提交”，“领证”）", ""]
    lines += ["场景 “城区小店”：", "    地点：城区", "    类型：第一类", "    雇人：否", "    场所面积：20平方米", "    选办：办理第3项", ""]
    return "\n".join(lines)


def make(folder: Path, count: int) -> None:
    """Write the workspace, and beside each bundle's text the same content as JSON (for the floor)."""
    folder.mkdir(parents=True)
    (folder / "onething.toml").write_text('language = "1"\nname = "bench"\n', encoding="utf-8")
    (folder / "目录.onething").write_text(catalogue(), encoding="utf-8")
    plain = folder.parent / "plain"
    plain.mkdir(exist_ok=True)
    for number in range(count):
        text = bundle(number)
        place = folder / f"{number // 100:03d}"
        place.mkdir(exist_ok=True)
        (place / f"{number}.onething").write_text(text, encoding="utf-8")
        (plain / f"{number}.json").write_text(json.dumps(as_json(text), ensure_ascii=False), encoding="utf-8")


def as_json(text: str) -> list:
    """The content of a bundle as plain nested lists: what any JSON notation would have to carry."""
    blocks: list = []
    for line in text.split("\n"):
        depth = (len(line) - len(line.lstrip())) // 4
        if not line.strip():
            continue
        key, _, value = line.strip().partition("：")
        target = blocks
        for _ in range(depth):
            target = target[-1]["in"]
        target.append({"key": key, "value": value, "in": []})
    return blocks
