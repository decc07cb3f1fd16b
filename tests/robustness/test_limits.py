"""``onething limits``: each limit at it, one above, ten times above. Raising a limit makes the test of it fail.

What is at the limit is accepted (or found for another reason), what is above is found with the code of the table.
"""

from __future__ import annotations

import re
from pathlib import Path

import networkx
import pytest

import onething.check.graph.circle_once_finished as rule
from onething.limits import LIMITS
from onething.syntax import phrase as phrases
from onething.workspace import open_workspace
from robustness import blown
from robustness.trial import of_folder

REPOSITORY = Path(__file__).parents[2]
BOUND = {limit.name: limit for limit in LIMITS}


def entry(line: str) -> str:
    return blown.CATALOGUE + blown.HEAD + blown.matter("事甲", line) + blown.matter("事乙")


def sized(count: int) -> str:
    text = entry("")
    return text + "#" * (count - len(text.encode()))


def crossed(count: int) -> str:
    """2^20 situations are 20 questions of two answers; above, one answer more somewhere."""
    answers = {BOUND["situations"].value: (2,) * 20, BOUND["situations"].value + 1: (2,) * 19 + (3,)}
    each = answers.get(count, (2,) * 24)
    questions = "".join(f"情形 问{i} “？”：{'、'.join('甲乙丙'[:n])}\n" for i, n in enumerate(each))
    told = "".join(f"提示 话{i}{o} 当 问{i} 为 {o}：“好。”\n" for i, n in enumerate(each) for o in "甲乙丙"[: n - 1])
    head = blown.HEAD.replace("情形 问 “问什么？”：是、否\n", "")
    return blown.CATALOGUE + head + questions + told + blown.matter("事甲") + blown.matter("事乙")


# Given a count, a file that has so many.
MADE = {
    "file_bytes": sized,
    "line_characters": lambda n: entry("备注：" + "长" * (n - len("    备注："))),
    "depth": lambda n: entry("适用：" + "（" * n + "问 为 是" + "）" * n),
    "terms": lambda n: entry("环节：" + "、".join(["审"] * n)),
    "digits": lambda n: entry(f"收费：{'9' * n}元"),
    "matters": lambda n: blown.chain(n, blown.GATE),
    "situations": crossed,
}


def found(folder: Path, text: str) -> set[str]:
    (folder / "onething.toml").write_text("", encoding="utf-8")
    (folder / "件.onething").write_text(text, encoding="utf-8")
    return {f.code for f in of_folder(folder)}


@pytest.mark.parametrize("name", MADE)
def test_what_is_at_the_limit_is_accepted(name: str, tmp_path: Path):
    assert BOUND[name].code not in found(tmp_path, MADE[name](BOUND[name].value))


@pytest.mark.parametrize("times", [1, 10])
@pytest.mark.parametrize("name", MADE)
def test_what_is_above_is_found_with_its_code(name: str, times: int, tmp_path: Path):
    limit = BOUND[name]
    count = limit.value + 1 if times == 1 else min(limit.value * times, 9_900 if name == "terms" else 1 << 40)  # a line is no longer
    assert limit.code in found(tmp_path, MADE[name](count))


def test_yaml_is_not_nested_deeper_either(tmp_path: Path):
    (tmp_path / "onething.toml").write_text("", encoding="utf-8")
    for times, code in ((1, False), (2, True), (10, True)):
        depth = BOUND["depth"].value // 2 * times
        (tmp_path / "件.yaml").write_text("- 一件事: " + "[" * depth + "]" * depth, encoding="utf-8")
        assert ("OT0106" in {f.code for f in of_folder(tmp_path)}) is code


def test_matters_that_depend_on_each_other_too_much_are_found(tmp_path: Path):
    """Each step of the ladder doubles the terms: with 12 they fit, with 13 they do not."""
    assert BOUND["ways"].code not in found(tmp_path, blown.ladder(12))
    assert found(tmp_path, blown.ladder(13)) == {BOUND["ways"].code}
    assert found(tmp_path, blown.ladder(22)) == {BOUND["ways"].code}


def test_of_circles_so_many_are_looked_at(tmp_path: Path, monkeypatch):
    """What has no code is no error: it bounds what is looked at. Eight matters are in 16064 circles."""
    looked, graph = [], networkx.complete_graph([f"事{i}" for i in range(8)]).to_directed()
    monkeypatch.setattr(rule, "met", lambda *rest: looked.append(rest) and None)
    monkeypatch.setattr(rule, "may_circle", lambda _: True)
    monkeypatch.setattr(rule, "possible_graph", lambda _: graph)
    found(tmp_path, blown.chain(8))
    assert len(looked) == BOUND["circles"].value


def test_phrases_are_forgotten_when_there_are_too_many(monkeypatch):
    monkeypatch.setattr(phrases, "_phrases", dict.fromkeys(range(BOUND["memo"].value)))
    monkeypatch.setattr(phrases, "_shapes", {("items", "NAME"): None})
    phrases.phrase("items", "甲、乙")
    assert len(phrases._phrases) == 1 and len(phrases._shapes) == 1


def test_so_many_versions_may_adapt_each_other(tmp_path: Path):
    """Each file adapts the one before it, each place lies in the one before it."""
    for count, code in ((BOUND["lineage"].value, False), (BOUND["lineage"].value + 1, True), (BOUND["lineage"].value * 100, True)):
        places = "".join(f"地区 地{n}：\n    上级：地{n - 1}\n" if n else "地区 地0\n" for n in range(count))
        (tmp_path / "目录.onething").write_text(places, encoding="utf-8")
        for n in range(count):
            adapts = f"    沿用：地{n - 1}/件\n" if n else ""
            (tmp_path / f"件{n}.onething").write_text(f"一件事 件：\n    地区：地{n}\n{adapts}", encoding="utf-8")
        assert (BOUND["lineage"].code in found(tmp_path, "# 没有一件事\n")) is code


def test_every_limit_has_a_test():
    of_workbooks = {name for name in BOUND if name.startswith(("workbook_", "archive_", "compared"))}  # tests/exchange, tests/diff
    assert set(BOUND) - of_workbooks == {*MADE, "ways", "circles", "memo", "lineage", "name_characters"}  # the last: tests/naming


def test_the_page_shows_the_table_as_the_command_prints_it(capsys):
    from onething.cli.limits import limits

    limits()
    page = (REPOSITORY / "docs" / "robustness.md").read_text(encoding="utf-8")
    assert capsys.readouterr().out in page


def test_the_table_is_printed_in_english_too(capsys, monkeypatch):
    from onething.cli import language, limits

    monkeypatch.setattr(language, "LANG", "en")
    monkeypatch.setattr(limits, "LANG", "en")
    limits.limits()
    printed = capsys.readouterr().out
    assert all(limit.what[1] in printed and limit.protects[1] in printed for limit in LIMITS)
    assert not re.search("[一-龥]", printed)


def test_a_long_number_is_a_name_where_names_stand(tmp_path: Path):
    """Identifiers are text, however long."""
    assert "OT0120" not in found(tmp_path, entry("别名：110101199003070038"))
    assert open_workspace(tmp_path).sources
