"""Small bundles for the specification of the reference: the body is what the test says, the rest stands here."""

from __future__ import annotations

from compiling import Compiled, compile_text

CATALOGUE = """\
地区 甲省：
    代码：990000
地区 乙市：
    代码：990100
    上级：甲省
部门 甲局
部门 乙局
数据源 通库：
    提供：甲局
数据源 断库：
    提供：乙局
    接通：无
数据源 密库：
    提供：乙局
    共享：不予共享
数据源 全库：
    提供：乙局
    共享：无条件
数据元 姓名
数据元 住址：
    来源：通库
数据元 户名：
    来源：断库
数据元 编号
数据元 养老缴费基数
数据元 医疗缴费基数
证照 身份证：
    电子证照：甲省
    别名：二代证
证照 结婚证：
    数据源：通库
证照 照片：
    数据源：断库
证照 病历：
    数据源：密库
证照 户口簿：
    数据源：全库
证照 申请书
证照 合同
证照 产权证
证照 许可证
证照 批准书
"""


def bundle(body: str, place: str = "甲省", head: str = "", roles: str = "角色 家长（申请人）\n角色 子女（办理对象）\n") -> Compiled:
    """A bundle with this body; ``head``: further lines of 一件事. What the parser and the names refuse fails here."""
    text = f"一件事 样件：\n    代码：sample\n    地区：{place}\n    牵头部门：甲局\n" + "".join(
        f"    {line}\n" for line in head.splitlines()
    )
    made = compile_text(text + roles + body, CATALOGUE)
    wrong = [f for f in made.findings if f.severity.value == "error" and f.code.startswith("OT1")]
    assert not wrong, [(f.code, f.message(), f.span and f.span.text) for f in wrong]
    return made


def line(outcome, label: str):
    """The line of the merged set with this label."""
    return next(x for x in outcome.lines if x.thing.label == label)


def hand_in(outcome) -> set[str]:
    return {x.thing.label for x in outcome.hand_in}


def order(outcome) -> set[tuple[str, str]]:
    return {(e.before, e.after) for e in outcome.edges if e.kind != "起算"}
