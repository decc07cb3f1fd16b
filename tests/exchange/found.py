"""The least list with each code of OT34: what the pages tell, built and imported."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Callable

import openpyxl

from onething.cli.app import run

LISTS = {
    "OT3401": "办什么,几天\n户口登记,3\n",
    "OT3402": "事项名称,承办股室\n户口登记,一股\n",
    "OT3403": "事项名称,办理时限\n户口登记,3\n",
    "OT3404": "事项名称,实施主体,办理部门\n户口登记,公安局,公安局\n",
    "OT3405": "事项名称,承诺办结时限\n户口登记,5天\n",
    "OT3406": "事项名称,实施编码\n户口登记,1.13502E+30\n",
    "OT3408": "事项名称,实施主体\n户口登记,公安局\n户口登记,民政局\n",
    "OT3409": "事项名称,实施主体\n,公安局\n婚姻登记,公安局\n",
    "OT3410": "事项名称,申请材料,结果名称\n甲,乙证,甲证\n乙,甲证,乙证\n",
    "OT3411": "事项名称\n户口\u200b登记\n",
    "OT3412": "事项名称,收费标准\n补领社会保障卡,每卡20元\n",
    "OT3413": "事项名称,基本编码\n户口登记,0001\n",
}


def codes(folder: Path, capsys, text: str, *more: str) -> set[str]:
    """What ``onething import`` says of a CSV file."""
    (folder / "清单.csv").write_text(text, encoding="utf-8")
    run(["import", str(folder / "清单.csv"), "-o", str(folder / "新"), *more])
    return set(re.findall(r"\[(OT\d{4})\]", capsys.readouterr().out))


def _formula(folder: Path, capsys) -> set[str]:
    book = openpyxl.Workbook()
    for row in (("事项名称", "承诺办结时限"), ("户口登记", '=C2&"日"')):
        book.active.append(row)
    book.save(folder / "清单.xlsx")
    run(["import", str(folder / "清单.xlsx"), "-o", str(folder / "新"), "--lead", "公安局"])
    return set(re.findall(r"\[(OT\d{4})\]", capsys.readouterr().out))


def _near(folder: Path, capsys) -> set[str]:
    (folder / "新").mkdir()
    (folder / "新" / "onething.toml").write_text('language = "2"\n', encoding="utf-8")
    (folder / "新" / "目录.onething").write_text("部门 公安局\n\n证照 居民户口簿\n", encoding="utf-8")
    return codes(folder, capsys, "事项名称,申请材料\n户口登记,新生儿户口簿\n", "--lead", "公安局")


def _listed(text: str) -> Callable:
    return lambda folder, capsys: codes(folder, capsys, text, "--lead", "公安局")


FOUND: dict[str, Callable[[Path, object], set[str]]] = {
    **{code: _listed(text) for code, text in LISTS.items()},
    "OT3407": _formula,
    "OT3414": lambda folder, capsys: codes(folder, capsys, "事项名称,实施主体\n户口登记,公安局\n"),
    "OT3415": _near,
}
