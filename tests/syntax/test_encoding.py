"""A file that is not UTF-8 is one finding with its encoding; it is converted only where no other reading makes sense."""

import pytest

from onething.cli.app import run
from onething.syntax.encoding import foreign
from onething.syntax.read import decode

TEXT = "# 说明\r\n一件事 新生儿出生：\r\n    代码：newborn\r\n    备注：㑇𠮷（四字节）\r\n"
ENCODINGS = {"gb18030": "GB18030", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "utf-32": "UTF-32", "utf-32-le": "UTF-32", "utf-32-be": "UTF-32"}
# “联通” and its family: short strings in GBK that could be something else.
BY_CHANCE = ["小学", "学校", "模", "隆"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("content", [TEXT, "- 一件事: 甲\n  代码: a\n", "bundle a:\n    code: b\n", "部门 联通\n"])
def test_another_encoding_is_named_and_converted(encoding, content, tmp_path, capsys):
    file = tmp_path / "甲.onething"
    file.write_bytes(content.encode(encoding))
    source, found = decode(file.read_bytes(), file.name)
    if encoding == "gb18030" and content.isascii():
        assert source is not None and not found
        return
    assert source is None and [f.code for f in found] == ["OT0102"]
    assert ENCODINGS[encoding] in found[0].message() and "--to-utf8 甲.onething" in found[0].fix.zh
    assert run(["fmt", "--to-utf8", str(file)]) == 0
    assert file.read_bytes() == content.encode() and "UTF-8" in capsys.readouterr().out


@pytest.mark.parametrize("word", BY_CHANCE)
def test_gbk_that_is_utf8_by_chance_is_a_warning_and_never_converted(word, tmp_path, capsys):
    data = f"bundle a:\n    remark: {word}\n".encode("gbk")
    assert data.decode("utf-8")
    source, found = decode(data, "甲.onething")
    assert source is not None and [(f.code, f.severity.value) for f in found] == [("OT0118", "warning")]
    assert word in found[0].fix.zh
    file = tmp_path / "甲.onething"
    file.write_bytes(data)
    assert run(["fmt", "--to-utf8", str(file)]) == 0
    assert file.read_bytes() == data and "已经是 UTF-8" in capsys.readouterr().out


@pytest.mark.parametrize("data", ["联通".encode("gbk"), "没有声明过的词".encode("gb18030"), "事项 甲：乙".encode("gb18030")[:-1], b"\x7fELF\xff\xfe\x00\x01" * 9, "事項 甲：".encode("big5"), TEXT.encode("utf-16-le")[:-1]])
def test_what_is_not_certain_is_left_alone(data, tmp_path, capsys):
    file = tmp_path / "甲.onething"
    file.write_bytes(data)
    other = foreign(data)
    assert other is not None and other.text is None
    assert [f.code for f in decode(data, "甲.onething")[1]] == ["OT0102"]
    assert run(["fmt", "--to-utf8", str(file)]) == 1
    assert file.read_bytes() == data and "没有改动" in capsys.readouterr().out


@pytest.mark.parametrize("content", [TEXT, "\ufeff" + TEXT, "", "代码：é", "一件事 甲\0："])
def test_utf8_is_utf8(content):
    assert foreign(content.encode()) is None
