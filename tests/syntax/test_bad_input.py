"""Whatever a file holds, the answer is coded findings: no traceback, no hang, no flood."""

from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from onething.limits import FILE_BYTES, LINE_CHARACTERS, TERMS
from onething.syntax import format_text, format_yaml, parse_text, parse_yaml
from onething.syntax.read import decode, read
from .reading import SAMPLES, codes, matter, repaired, text, yaml


def said(tree):
    """The findings, every message made: a missing value in a template would show here."""
    for each in tree.findings:
        assert each.message("zh") and each.message("en")
    return codes(tree)


@pytest.mark.parametrize("notation", ["text", "yaml"])
def test_one_character_less_gives_few_findings(notation):
    tree = text(SAMPLES[0].read_text("utf-8"))
    content, parse = (format_text(tree), text) if notation == "text" else (format_yaml(tree), yaml)
    counts = [len(said(parse(content[:i] + content[i + 1 :]))) for i in range(len(content))]
    assert sum(count <= 2 for count in counts) >= 0.98 * len(counts)


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("事项情形当 为且或非甲乙：:（）()“”\"、，,#\n\t　-[]{}0五个工作日《》'&*!|>"), max_size=60))
def test_any_characters_give_coded_findings(content):
    said(text(content))
    said(yaml(content))
    said(matter(content))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes_give_coded_findings(data):
    source, findings = decode(data, "甲.onething")
    assert (source is None) == any(each.severity.value == "error" for each in findings)
    if source is not None:
        said(parse_text(source))
        said(parse_yaml(source))


REFUSED = {
    "OT0104": "\0\x07\x1b\x7f\x80\ufffe\ufdd0\U0001ffff\ud800",
    "OT0111": "\u200b\u200d\xad\u3164\ufe0f\ufeff\u2060\U000e0041\U000e0100",
    "OT0112": "\u202e\u2066\u200f\u061c",
    "OT0113": "\x0b\x0c\x85\u2028\u2029",
    "OT0114": "\ue000\U000f0000",
    "OT0117": "\ufffd",
}


@pytest.mark.parametrize(("code", "char"), [(code, char) for code, chars in REFUSED.items() for char in chars], ids=lambda each: each if each.isascii() and each.isprintable() else f"{ord(each):04X}")
@pytest.mark.parametrize("line", ["备注：甲{}乙", "备注：甲  # 乙{}", "材料：身份{}证（原件）", "材料：身份证（原{}件）", "办理{}部门：乙", "适用：甲 为{} 乙"])
def test_characters_nobody_sees_are_refused_everywhere(line, code, char):
    tree = matter(line.format(char))
    assert codes(tree) == [code]
    assert tree.findings[0].span.text == char
    if "#" not in line:
        assert codes(yaml(f"- 事项: 甲\n  {line.replace('：', ': ').format(char)}\n")) == [code]


def test_invisible_characters_of_a_whole_file_are_one_finding_and_one_safe_repair():
    content = "事项 甲\u200b：\n    材料\ufeff：身份\u200d证（原\xad件）\n    备注：乙\u3164  # 丙\ufe0f\n"
    (found,) = text(content).findings
    assert found.fix.safe and "6 处" in found.fix.zh and repaired(content, found) == "事项 甲：\n    材料：身份证（原件）\n    备注：乙  # 丙\n"


def test_a_name_is_read_without_its_invisible_characters():
    assert text("事项 甲\u200b乙：\n").blocks[0].name.phrase.items[0].head.text == "甲乙"


def test_a_refused_character_is_found_behind_any_number_of_rare_ones():
    assert codes(matter("备注：" + "𠮷" * 1_500 + "\n    环节：" + "⼀" * 1_500 + "\u202e")) == ["OT0115", "OT0112"]


def test_a_radical_is_the_character_it_looks_like_with_a_warning_for_the_whole_file():
    content = "⼀件事 ⽣育：\n    备注：⼈\n"
    (found,) = text(content).findings
    assert (found.code, found.severity.value, found.fix.safe) == ("OT0115", "warning", True)
    assert repaired(content, found) == "一件事 生育：\n    备注：人\n"


def test_a_foreign_letter_in_a_latin_word_is_a_warning_alone_it_is_a_letter():
    (found,) = matter("备注：СPA 证书").findings
    assert (found.code, found.severity.value, found.span.text) == ("OT0116", "warning", "С")
    assert codes(matter("备注：α 值、Москва")) == []


def test_a_declared_word_typed_with_look_alikes_is_one_finding_with_a_safe_repair():
    for typed, meant in (("lеad", "lead"), ("牵頭部門", "牵头部门"), ("総", None)):
        found = text(f"一件事 甲：\n    {typed}：乙\n").findings
        assert [each.code for each in found] == ["OT1101"]
        if meant:
            assert found[0].fix.safe and found[0].fix.edits == ((found[0].span, meant),)


def test_a_line_separator_becomes_the_line_its_author_saw():
    content = "事项 甲：\n    备注：乙\u2028材料：丙\x0b\n"
    (found,) = text(content).findings
    assert repaired(content, found) == "事项 甲：\n    备注：乙\n    材料：丙\n"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("适用：" + "（" * 10_000, "OT0106"),
        ("材料：" + "甲（" * 9_000, "OT1102"),
        ("适用：" + "非 " * 5_000 + "甲 为 乙", "OT0106"),
        ("适用：" + " 且 ".join(["甲 为 乙"] * (10 * TERMS // 5)), "OT0110"),
        ("依据：" + "（" * 15_000, "OT0106"),
    ],
)
def test_depth_and_length_have_limits(content, code):
    assert codes(matter(content)) == [code]


def test_a_long_line_is_refused_where_it_gets_too_long():
    assert codes(matter("备注：" + "甲" * (LINE_CHARACTERS - 20))) == []
    assert codes(matter("备注：" + "甲" * LINE_CHARACTERS)) == ["OT0105"]


def test_terms_up_to_the_limit_are_accepted():
    assert codes(matter("材料：" + "、".join(["甲"] * TERMS))) == []
    assert codes(matter("材料：" + "、".join(["甲"] * (TERMS + 1)))) == ["OT0110"]


def test_files_are_read_or_refused_with_a_code(tmp_path: Path):
    def code(data: bytes) -> list[str]:
        path = tmp_path / "甲.onething"
        path.write_bytes(data)
        return [each.code for each in read(path, "甲.onething")[1] if each.message()]

    assert code("事项 甲".encode()) == []
    assert code(b"\xef\xbb\xbf" + "事项 甲".encode()) == []
    assert code("事项 甲：联通".encode("gb18030")) == ["OT0102"]
    assert code("事项 甲".encode("utf-16")) == ["OT0102"]
    assert code(b" " * (FILE_BYTES + 1)) == ["OT0103"]
    assert [each.code for each in read(tmp_path / "无.onething", "无")[1]] == ["OT0101"]
    assert [each.code for each in read(tmp_path, "夹")[1]] == ["OT0101"]
    assert [each.code for each in read(Path("a\0b"), "空")[1]] == ["OT0101"]


def test_the_encoding_of_a_foreign_file_is_named():
    assert "GB18030" in decode("办理部门".encode("gb18030"), "甲")[1][0].message()
    assert "UTF-16" in decode("办理部门".encode("utf-16"), "甲")[1][0].message()


# ---- YAML


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("- 事项: &甲 乙", "OT1032"),
        ("- 事项: 甲\n  备注: *乙", "OT1032"),
        ("- 事项: !!python/object 甲", "OT1032"),
        ("- 事项: 甲\n  <<: 乙", "OT1032"),
        ("- 事项: 甲\n---\n- 事项: 乙", "OT1033"),
        ("事项: 甲", "OT1034"),
        ("- 甲", "OT1034"),
        ("- 事项: 甲\n  备注: 乙\n  备注: 丙", "OT1020"),
        ("- 事项：甲", "OT1031"),
        ("- 事项: 甲\n\t备注: 乙", "OT1031"),
        ("- 事项: 甲\n  备注: '乙", "OT1030"),
        ("- 事项: 甲\n  备注:", "OT1006"),
        ("- 事项: 甲\n  材料:\n    - 乙: 丙", "OT1034"),
        ("- 事项: 甲\n  办里部门: 乙", "OT1101"),
        ("- 事项: 甲\n  材料: 乙（电子征照）", "OT1102"),
        ("- " * 9_000, "OT0106"),
        ("[" * 15_000, "OT0106"),
        ("{a: " * 4_000, "OT0106"),
    ],
)
def test_yaml_that_is_no_bundle_gives_one_finding(content, code):
    assert said(yaml(content)) == [code]


def test_yaml_guesses_no_types():
    (block,) = yaml("- 地区: NO\n  代码: 0012\n  上级: ~\n").blocks
    values = [block.name, *(child.value for child in block.children)]
    assert [each.phrase.items[0].head.text for each in values] == ["NO", "0012", "~"]


def test_places_in_yaml_are_exact():
    (found,) = yaml("- 事项: 甲\n  材料:\n    - 乙（电子征照）\n").findings
    assert found.span.position == (3, 9) and found.span.text == "电子征照"


def test_flow_lists_are_inline_lists():
    (block,) = yaml("- 情形: 甲\n  选项: [是, 否]\n").blocks
    assert [item.head.text for item in block.parts["选项"].phrase.items] == ["是", "否"]
