"""Each format read back as its readers do, and held to its schema on the way."""

from __future__ import annotations

import json
import os
import re
from urllib.parse import unquote_to_bytes, urlsplit

import jsonschema
from lxml import etree

from tests.reports.making import HERE

SCHEMAS = HERE / "schemas"
_COMMAND = re.compile(r"::(?P<name>[a-z]+) (?P<properties>[^:]*)::(?P<message>.*)")


def sarif(text: str) -> dict:
    """The one run of a valid SARIF report."""
    body = json.loads(text)
    _valid(body, "sarif-schema-2.1.0.json")
    (run,) = body["runs"]
    return run


def gitlab(text: str) -> list[dict]:
    """The issues of a valid Code Quality report."""
    body = json.loads(text)
    _valid(body, "gitlab-code-quality.json")
    return body


def junit(text: str):
    """The root of a valid JUnit report, whose counts are true."""
    root = etree.fromstring(text.encode("utf-8"), etree.XMLParser(resolve_entities=False))
    etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd")).assertValid(root)
    for element in (root, *root):
        for name, tag in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
            assert element.get(name, str(len(element.findall(f".//{tag}")))) == str(len(element.findall(f".//{tag}")))
    return root


def github(text: str) -> tuple[list[tuple[str, dict[str, str], str]], list[str]]:
    """The commands (name, properties, message) that a runner would carry out, and the plain lines. Whatever begins
    with :: is a command for it, and so is ##[ anywhere in another line."""
    commands, plain = [], []
    for line in text.split("\n")[:-1]:
        if not line.strip().startswith("::"):
            assert "##[" not in line, line
            plain.append(line)
            continue
        match = _COMMAND.fullmatch(line)
        assert match, line
        properties = dict(pair.split("=", 1) for pair in match["properties"].split(","))
        commands.append((match["name"], {k: _unescaped(v) for k, v in properties.items()}, _unescaped(match["message"])))
    return commands, plain


def path_of(uri: str) -> str:
    """The file that a relative reference names."""
    assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", uri) and not urlsplit(uri).scheme and not uri.startswith("/"), uri
    return os.fsdecode(unquote_to_bytes(uri))


def words(message: dict) -> str:
    """A SARIF message as shown: doubled braces are single ones, and nothing in it is a placeholder or a link."""
    text = message["text"]
    assert not re.search(r"(?<!\{)\{(\{\{)*\d", text) and "](" not in text, text
    return text.replace("{{", "{").replace("}}", "}")


def _unescaped(value: str) -> str:
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        value = value.replace(code, char)
    return value


def _valid(body, schema: str) -> None:
    rules = json.loads((SCHEMAS / schema).read_text(encoding="utf-8"))
    jsonschema.validators.validator_for(rules)(rules).validate(body)
