"""A province in small: a version of the province, one of a city, one of a county, in a folder."""

from __future__ import annotations

from pathlib import Path

from corpus.examine import files
from onething.workspace import Examined, Workspace, open_workspace

CATALOGUE = """\
地区 示范省：
    代码：990000
地区 示范市：
    代码：990100
    上级：示范省
地区 示范县：
    代码：990101
    上级：示范市
部门 市场监管部门：
    示范省：示范省市场监管局
    示范市：示范市市场监管局
部门 公安部门：
    示范省：示范省公安厅（未核）
部门 税务部门
证照 居民身份证
证照 租赁合同
证照 健康证明
"""
PROVINCE = """\
# 文件 省.onething
一件事 开办餐饮店：
    代码：open-restaurant
    地区：示范省
    牵头部门：市场监管部门
    配合部门：公安部门
    依据：未载明
参数 上限：300平方米
情形 营业面积 “多大？”：
    类型：面积
不予联办 太大 当 营业面积 超过 上限：“请单独办理。”
提示 大店 当 营业面积 超过 200平方米：“请先咨询。”
事项 设立登记：
    办理部门：市场监管部门
    承诺时限：3个工作日
    材料：
        租赁合同
        健康证明（自备）
事项 刻章备案：
    办理部门：公安部门
    承诺时限：即办
    材料：健康证明
场景 “小店”：
    营业面积：100平方米
    应办：设立登记、刻章备案
    时限：3个工作日
"""
CITY = """\
# 文件 市.onething
一件事 开办餐饮店：
    地区：示范市
    沿用：示范省/开办餐饮店
"""
COUNTY = """\
# 文件 县.onething
一件事 开办餐饮店：
    地区：示范县
    沿用：示范市/开办餐饮店
"""


def workspace(folder: Path, *texts: str, config: str = "") -> Workspace:
    """A workspace with the catalogue and these files."""
    (folder / "onething.toml").write_text(config or 'language = "2"\n', encoding="utf-8")
    for path, content in files("目录.onething", CATALOGUE + "".join(texts)).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return open_workspace(folder)


def examined(folder: Path, *texts: str, config: str = "") -> dict[str, Examined]:
    """What is found in each file, by path."""
    return {e.path: e for e in workspace(folder, *texts, config=config).examine()}


def codes(one: Examined) -> list[str]:
    return [f.code for f in one.findings]
