"""What stands in a file: bombs, depth, encodings, characters, double keys, types, punctuation. Rows 1–20 of
docs/robustness.md that no other test holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from onething.syntax import parse
from onething.source import Source
from robustness import blown
from robustness.trial import of_folder

GOOD = blown.CATALOGUE + blown.HEAD + blown.matter("事甲") + blown.matter("事乙")


def found(folder: Path, name: str, content: str | bytes) -> list:
    (folder / "onething.toml").write_text("", encoding="utf-8")
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return of_folder(folder)


def codes(folder: Path, name: str, content: str | bytes) -> list[str]:
    return [f.code for f in found(folder, name, content)]


def entry(line: str) -> str:
    return GOOD + "    " + line + "\n"


def of_yaml(text: str) -> list[str]:
    return [f.code for f in parse(Source("件.yaml", text)).findings]


def test_the_good_file_of_this_page_is_good(tmp_path: Path):
    assert codes(tmp_path, "件.onething", GOOD) == ["OT2210"]  # its question decides nothing


# 1 · 2


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor(tmp_path: Path):
    bomb = 'a: &a ["x","x"]\n' + "".join(f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi"))
    assert codes(tmp_path, "件.yaml", "- 一件事: 甲\n" + bomb)[0] in ("OT1030", "OT1032")
    assert of_yaml(bomb) == ["OT1032"]


def test_a_bomb_of_merges_is_refused(tmp_path: Path):
    levels = "".join(f"  k{i}:\n    <<: [*a, *a, *a]\n" for i in range(7))
    assert codes(tmp_path, "件.yaml", "- 一件事: 甲\n  <<: 乙\n") == ["OT1032"]
    assert of_yaml("- 一件事: &a 甲\n" + levels) == ["OT1032"]


# 3 · 4 · 5


@pytest.mark.parametrize("depth", [100, 1_000, 9_000])
@pytest.mark.parametrize("opening, closing", [("（", "）"), ("非（", "）"), ("非 ", "")])
def test_depth_in_text(depth: int, opening: str, closing: str, tmp_path: Path):
    depth = min(depth, 18_000 // len(opening + closing))
    found_ = codes(tmp_path, "件.onething", entry(f"适用：{opening * depth}问 为 是{closing * depth}"))
    assert "OT0106" in found_ and "OT1014" not in found_


@pytest.mark.parametrize("depth", [100, 1_000, 10_000, 100_000])
@pytest.mark.parametrize("opening", ["[", "{", "[\n", "{a: "])
def test_depth_in_yaml(depth: int, opening: str):
    assert of_yaml("- 一件事: " + opening * depth)[0] in ("OT0105", "OT0106", "OT1030")


@pytest.mark.parametrize("terms", [1_000, 2_001, 3_000])
@pytest.mark.parametrize("word", ["且", "或"])
def test_a_long_flat_chain_is_read_up_to_the_limit(terms: int, word: str, tmp_path: Path):
    count = terms // 4  # of four tokens each
    refused = "OT0110" in codes(tmp_path, "件.onething", entry("适用：" + f" {word} ".join(["问 为 是"] * count)))
    assert refused is (4 * count - 1 > 2_000)


@pytest.mark.parametrize("size", [3, 10, 100])
def test_a_huge_file_is_refused_unread(size: int, tmp_path: Path):
    with (tmp_path / "件.onething").open("wb") as file:
        file.truncate(size * 1024 * 1024)
    (tmp_path / "onething.toml").write_text("", encoding="utf-8")
    assert [f.code for f in of_folder(tmp_path)] == ["OT0103"]


# 7 · 8 · 11 · 12 · 16 · 17: which characters are refused is held by tests/errors and tests/syntax; here, that every place refuses them

NOWHERE = ["\0", "\x07", "\x1b", "\x7f", "\x85", "\x0b", "\x0c", "\u2028", "\u2029", "\u202a", "\u202e", "\u2066", "\u2069", "\u200e", "\ufeff",
           "\ufffe", "\ufdd0", "\U0001ffff", "\u200b", "\u00ad", "\u3164", "\U000e0041", "\ue000"]  # fmt: skip
PLACES = ["事项 事{}丙：\n", "# 说{}明\n", "    备注：说{}明\n", "    材料：身份{}证（自备）\n", "    申请条件：\n        说{}明\n", "情形 问二 “什{}么？”：是、否\n"]


@pytest.mark.parametrize("char", NOWHERE, ids=lambda c: f"U+{ord(c):04X}")
def test_characters_that_cannot_be_seen_are_found_everywhere(char: str, tmp_path: Path):
    for number, place in enumerate(PLACES):
        text = GOOD + place.format(char)
        seen = [f for f in found(tmp_path, "件.onething", text) if f.code.startswith("OT01") and f.span and f.span.text == char]
        assert seen and seen[0].span.start == len(GOOD) + place.index("{"), (number, place)
        as_yaml = of_yaml(f"- 一件事: 甲\n  备注: 说{char}明\n")
        assert any(c.startswith("OT01") for c in as_yaml)


def test_a_surrogate_cannot_come_in(tmp_path: Path):
    assert codes(tmp_path, "件.onething", GOOD.encode() + b"# \xed\xa0\x80\n") == ["OT0102"]


def test_a_mark_at_the_beginning_is_no_character_and_later_is_one(tmp_path: Path):
    assert codes(tmp_path, "件.onething", b"\xef\xbb\xbf" + GOOD.encode()) == ["OT2210"]
    assert "OT0111" in codes(tmp_path, "件.onething", GOOD + "\ufeff# 说明\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_only_these_end_a_line(end: str, tmp_path: Path):
    (wrong,) = [f for f in found(tmp_path, "件.onething", (GOOD + "    乱写：甲\n").replace("\n", end)) if f.code == "OT1101"]
    assert wrong.span.position == (GOOD.count("\n") + 1, 5)


# 9 · 10

GBK = ["联通", "办", "办理部门", "一件事 甲：\n    代码：x\n", "中文", "啊"]


@pytest.mark.parametrize("text", GBK)
def test_an_ansi_file_is_never_guessed_at_silently(text: str, tmp_path: Path):
    """A few short ones are UTF-8 by chance (联通): these too end in a finding."""
    assert set(codes(tmp_path, "件.onething", text.encode("gbk"))) & {"OT0102", "OT0117", "OT0118", "OT0104", "OT1101", "OT1002", "OT1007"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_utf_16_and_32_have_one_code(encoding: str, tmp_path: Path):
    assert codes(tmp_path, "件.yaml", GOOD.encode(encoding)) == ["OT0102"]


# 13


def test_what_stands_twice_is_shown_with_both_places(tmp_path: Path):
    twice = [f for f in found(tmp_path, "件.onething", GOOD + blown.matter("事甲")) if f.code == "OT1202"]
    assert len(twice) == 1 and twice[0].notes[0].span.start < twice[0].span.start
    assert of_yaml("- 一件事: 甲\n  代码: a\n  代码: b\n") == ["OT1020"]
    assert "OT1020" in codes(tmp_path, "件.onething", GOOD + "    承诺时限：即办\n")


# 14

NORWAY = ["NO", "on", "off", "yes", "no", "y", "n", "true", "false", "null", "~", "1:30", "012", "0o14", "0x1F", "1e3", ".5", "1_000", "2024-01-01",
          "2024-01-01T00:00:00Z", "110101199003070038", "350000", ".inf", ".nan", "+86", "是", "否", "1.0", "-0"]  # fmt: skip


@pytest.mark.parametrize("text", NORWAY)
def test_everything_is_text(text: str):
    """In YAML as value, in flow and block, and as key (or the key is refused); in the text notation as a name."""
    (situation,) = parse(Source("件.yaml", f"- 情形: 甲\n  备注: {text}\n  选项: [{text}, '{text}']\n")).blocks
    assert situation.children[0].value.phrase.text == text
    assert [option.head.text for option in situation.parts["选项"].phrase.items] == [text, text]
    as_key = parse(Source("件.yaml", f"- 场景: 乙\n  {text}: 丙\n"))
    assert as_key.findings or as_key.blocks[0].children[0].name.phrase.items[0].head.text == text
    named = parse(Source("件.onething", f"事项 “{text}”：\n    别名：“{text}”\n"))
    assert not named.findings and named.blocks[0].children[0].value.phrase.items[0].head.text == text


# 15


@pytest.mark.parametrize("number", ["9" * 16, "9" * 400, "9" * 10_000, "0." + "1" * 7])
@pytest.mark.parametrize("line", ["承诺时限：{}个工作日", "收费：{}元", "跑动：{}次", "材料：身份证（{}份）", "适用：数 不满 {}", "适用：数 为 {}"])
def test_numbers_that_nobody_means_are_said_so(number: str, line: str, tmp_path: Path):
    if "数" in line and "." in number:
        return
    text = blown.CATALOGUE + blown.HEAD + "情形 数 “几？”：\n    类型：整数\n事项 事甲：\n    办理部门：甲局\n" + "    " + line.format(number) + "\n"
    assert "OT0120" in codes(tmp_path, "件.onething", text)


@pytest.mark.parametrize("number", [".inf", "inf", "nan", ".nan", "1e400", "1:30:00", "-1", "０x1"])
def test_what_is_no_number_is_none(number: str, tmp_path: Path):
    assert {"OT1301", "OT1302", "OT1022", "OT1019"} & set(codes(tmp_path, "件.onething", GOOD + f"    收费：{number}元\n"))


# 19 · 20

WIDE = {
    "：": ":", "，": ",", "；": ";", "（": "(", "）": ")", "“": '"', "”": '"', "【": "[", "】": "]", "＝": "=", "＋": "+", "－": "-", "．": ".", "／": "/",
    "％": "%", "＃": "#", "＆": "&", "＊": "*", "＠": "@", "！": "!", "？": "?", "＜": "<", "＞": ">", "｛": "{", "｝": "}", "［": "[", "］": "]", "｜": "|", "＼": "\\",
    "＾": "^", "＿": "_", "｀": "`", "～": "~", "＄": "$", "＂": '"', "＇": "'", "　": " ", "０": "0", "９": "9", "Ａ": "A", "ｚ": "z", "、": ",", "。": ".", "《": "<", "》": ">",
}  # fmt: skip


@pytest.mark.parametrize("wide", WIDE)
def test_a_wide_character_gives_no_cascade(wide: str, tmp_path: Path):
    """Wherever it stands, wide or narrow: at most one finding of reading more than without it."""
    for form in (wide, WIDE[wide]):
        for line in (f"    备注：说{form}明", f"    别名：事{form}丙", f"    材料：身份证（自备）{form}", f"    收费{form}无", f"    {form}收费：无"):
            read = [f for f in parse(Source("件.onething", GOOD + line + "\n")).findings if f.code.startswith("OT1") or f.code.startswith("OT01")]
            assert len(read) <= 1, (form, line, [(f.code, f.message()) for f in read])


def test_the_table_of_wide_characters_is_long_enough():
    assert len(WIDE) >= 40
