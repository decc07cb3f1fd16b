"""The text and the table: what wins most first, places that can be found, means of what is scored."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

from compiling import compile_text

from onething.audit import audit
from onething.audit.profile import profile
from onething.audit.report import report
from onething.audit.table import header, row, together
from onething.audit.text import audit_text

FULL = (Path(__file__).parent / "满分.onething").read_text(encoding="utf-8")
LESS = FULL.replace("    咨询：12345\n", "").replace("    总时限：5个工作日\n", "")
THIN = "部门 甲局\n部门 乙局\n一件事 薄：\n    代码：thin\n    牵头部门：甲局\n    配合部门：乙局\n事项 甲：\n    办理部门：甲局\n事项 乙：\n    办理部门：乙局\n"


def body(text: str = LESS, **weights: Fraction) -> dict:
    return report(audit(compile_text(text, checked=False).analysis, [profile("五个一", Path("."))], weights), "省/")


def lines(text: str = LESS) -> list[str]:
    return audit_text(body(text)).splitlines()


def test_what_wins_most_stands_first():
    said = [float(number) for line in lines() for number in re.findall(r"^    \S+·\S+ ([\d.]+)$", line)]
    assert len(said) == 4 and said == sorted(said, reverse=True) and said[0] > said[-1]
    assert said[0] == 3.33 and "    流程合理度·总时限载明 3.33" in lines()


def test_a_thin_bundle_is_called_thin_right_below_its_score():
    thin = lines(THIN)
    assert thin[2].startswith("  写得单薄：") and not any("写得单薄" in line for line in lines())


def test_the_first_three_lines_bear_a_thing_out_and_the_rest_is_counted():
    crossed = next(line for line in lines() if line.startswith("    跨部门 "))
    assert crossed.count("行）") == 3 and "等" not in crossed
    handler = FULL.replace("事项 涉税备案：", "事项 公示：\n    办理部门：丁局\n\n事项 涉税备案：").replace("部门 公安部门\n", "部门 公安部门\n\n部门 丁局\n", 1)
    crossed = next(line for line in lines(handler) if line.startswith("    跨部门 "))
    assert crossed.count("行）") == 3 and crossed.endswith(" 等 4 处")


def test_a_line_stands_in_the_bracket_that_is_there_already():
    line = LESS[: LESS.index("    办理部门：公安部门")].count("\n") + 1
    assert any(f"经营许可（公安部门，第 {line} 行）" in said for said in lines())


def test_what_stands_in_another_file_is_named_with_it():
    made = body()
    made["crossings"][1]["shown"][0]["file"] = "省/上级.onething"
    assert f"资格核验（市场监管部门，省/上级.onething:{made['crossings'][1]['shown'][0]['line']}）" in audit_text(made)


def test_a_weight_other_than_one_stands_beside_its_degree():
    text = audit_text(body(LESS, 系统联通度=Fraction(5, 2)))
    assert "  系统联通度 80.0（权重 2.5）：" in text and text.count("权重") == 1


def test_what_does_not_apply_is_left_out_of_means():
    """The thin bundle has no situations: its accuracy is no nought."""
    rows = [row(body(THIN), ["五个一"]), row(body(FULL), ["五个一"])]
    at = header(["五个一"]).index("情形精准度")
    assert [r[at] for r in rows] == ["–", "100.0"]
    means, thin, ones = together(rows, ["五个一"])
    assert means.startswith("2 件的平均：总分 ") and "情形精准度 100.0" in means
    assert thin == "写得单薄 1 件；双减半 相符 1 件，不符 0 件，推不出 1 件" and ones == "五个一全部达到 0 件"
    assert "情形精准度 –" in together(rows[:1], ["五个一"])[0] and together([], ["五个一"]) == []


def test_the_columns_fit_the_rows():
    assert len(header(["五个一"])) == len(row(body(), ["五个一"]))
    assert len(header(["五个一", "六个一"])) == len(row(body(), ["五个一", "六个一"]))
