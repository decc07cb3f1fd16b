"""What stands around a run: clock, locale, hash seed, umask, folder, encodings; and that nothing of a project is ever
executed, included or fetched. Rows 40–44 of docs/robustness.md."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from onething.workspace import open_workspace
from onething.source import Source
from onething.syntax import parse
from robustness import blown

REPOSITORY = Path(__file__).parents[2]
EXAMPLE = REPOSITORY / "examples" / "by-situation"

# 40

SURROUNDINGS = [
    {"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "4294967295"}, {"LC_ALL": "C"}, {"LC_ALL": "zh_CN.UTF-8"}, {"LC_ALL": "tr_TR.UTF-8"},
    {"TZ": "Asia/Shanghai"}, {"TZ": "America/New_York"}, {"COLUMNS": "20"}, {"TERM": "dumb"}, {"NO_COLOR": "1"}, {"PYTHONOPTIMIZE": "1"},
]  # fmt: skip


def tree(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def plain(tmp_path_factory) -> dict[str, str]:
    out = tmp_path_factory.mktemp("plain") / "out"
    subprocess.run([sys.executable, "-m", "onething", "build", EXAMPLE, "-o", out], check=True, cwd=REPOSITORY, timeout=120, stdout=subprocess.DEVNULL)
    return tree(out)


@pytest.mark.parametrize("environment", SURROUNDINGS, ids=lambda e: "=".join(*e.items()))
def test_the_output_is_the_same_to_the_byte(environment: dict, plain, onething, tmp_path):
    built = onething("build", EXAMPLE, "-o", tmp_path / "out", **environment)
    assert built.returncode == 0 and tree(tmp_path / "out") == plain


def test_nor_does_the_folder_or_the_mask_matter(plain, onething, tmp_path):
    before = os.umask(0o077)
    try:
        assert onething("build", ".", "-o", tmp_path / "out", cwd=EXAMPLE).returncode == 0
    finally:
        os.umask(before)
    assert tree(tmp_path / "out") == plain


def test_findings_are_the_same_to_the_byte(onething, workspace):
    root = workspace("w", {"件.onething": blown.CATALOGUE + blown.HEAD + blown.matter("事甲", "材料：没有的、也没有的") + "乱写\n"})
    plain = onething("check", root, "--format", "json")
    for environment in SURROUNDINGS:
        again = onething("check", root, "--format", "json", **environment)
        assert (again.returncode, again.stdout) == (plain.returncode, plain.stdout), environment


def test_a_reader_that_goes_away_is_no_error(workspace):
    root = workspace("w", {"件.onething": blown.HEAD + "".join(f"乱写{i}\n" for i in range(3000))})
    run = subprocess.Popen([sys.executable, "-m", "onething", "check", root], cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    run.stdout.readline()
    run.stdout.close()
    said = run.stderr.read().decode()
    run.stderr.close()
    assert run.wait(60) in (0, 1) and not said


# 41


@pytest.mark.parametrize("command", ["check", "build", "test", "plan", "fmt"])
def test_no_file_is_opened_in_the_encoding_of_the_machine(command: str, tmp_path):
    more = {"build": ["-o", str(tmp_path / "out")], "fmt": ["--check"]}.get(command, [])
    target = ["excavation", "-w", str(EXAMPLE)] if command == "plan" else [str(EXAMPLE)]
    if command == "plan":
        target[0] = next(iter(open_workspace(EXAMPLE).examine())).bundle.code
    foreign = "ignore::EncodingWarning:regex._main"  # asks for the encoding of the locale when it is imported
    strict = ["-X", "warn_default_encoding", "-W", "error::EncodingWarning", "-W", foreign, "-m", "onething"]
    done = subprocess.run([sys.executable, *strict, command, *target, *more], cwd=REPOSITORY, capture_output=True, timeout=120, encoding="utf-8")
    assert done.returncode == 0, done.stderr


# 42

MARK = "import pathlib; pathlib.Path({!r}).write_text('run')\n"


def test_no_code_of_a_project_is_executed(workspace, tmp_path):
    """Modules that would be imported if the folder were on Python's path, as ``onething`` is run by its script."""
    sign = tmp_path / "sign"
    code = MARK.format(str(sign))
    hostile = ("sitecustomize.py", "usercustomize.py", "onething/__init__.py", "lark.py", "yaml.py", "json.py", "onething.py", "conftest.py", "setup.py", "plugin.py")
    root = workspace("w", {"件.onething": blown.CATALOGUE + blown.HEAD, **{name: code for name in hostile}})
    (root / "onething.toml").write_text('plugins = ["plugin"]\n', encoding="utf-8")
    script = Path(sys.executable).with_name("onething")
    assert script.exists()
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    for command in (["check"], ["build", "-o", "out"], ["fmt", "--check"], ["test"]):
        subprocess.run([script, *command], cwd=root, env=environment, capture_output=True, timeout=120)
    assert not sign.exists()


@pytest.mark.parametrize("toml", ['plugins = ["plugin"]', 'python = "import os"', "[tool]\nrun = 1", 'include = ["/etc"]'])
def test_a_key_that_would_run_something_is_a_finding(toml: str, workspace):
    root = workspace("w", {"件.onething": ""})
    (root / "onething.toml").write_text(toml + "\n", encoding="utf-8")
    assert [f.code for f in open_workspace(root).findings] == ["OT0108"]


# 43

INCLUDES = ["包含 目录.onething", "包含：/etc/passwd", "include other.onething", "引用 “../别处.onething”：", "@import url(http://例.cn/)", "!include /etc/passwd", "导入：http://127.0.0.1/x"]


@pytest.mark.parametrize("line", INCLUDES)
@pytest.mark.parametrize("indent", ["", "    "])
def test_there_are_no_includes(line: str, indent: str):
    for text in (blown.HEAD + indent + line + "\n", f"一件事 甲：\n    代码：x\n{indent}{line}\n"):
        assert parse(Source("件.onething", text)).findings
    assert parse(Source("件.yaml", "- 一件事: 甲\n- " + line + "\n")).findings


OFFLINE = """
import socket, sys
def no(*_, **__): raise SystemExit("network")
socket.socket = socket.create_connection = socket.getaddrinfo = no
from onething.cli.app import run
sys.exit(run(sys.argv[1:]))
"""


def test_there_is_no_network(workspace, tmp_path):
    text = blown.CATALOGUE + blown.HEAD + blown.matter("事甲", "备注：http://127.0.0.1/x", "收费：无") + blown.matter("事乙")
    root = workspace("w", {"件.onething": text})
    for command in (["check", root], ["build", root, "-o", root / "out"], ["plan", "trial", "-w", root], ["test", root]):
        done = subprocess.run([sys.executable, "-c", OFFLINE, *map(str, command)], cwd=REPOSITORY, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0 and "network" not in done.stderr, (command, done.stdout, done.stderr)


# 44


def test_no_escape_sequence_reaches_a_terminal(workspace, onething):
    hostile = "\x1b]0;标题\x07\x1b[2J\x1b]8;;http://x\x1b\\"
    root = workspace("w", {f"件{hostile.replace('/', '')}.onething": blown.HEAD + f"事项 事{hostile}：\n    备注：[red]{hostile}\n    材料：{hostile}\n"})
    for style in ("text", "json"):
        result = onething("check", root, "--format", style)
        assert result.returncode == 1 and not set(result.stdout + result.stderr) & set("\x1b\x07\x9b")
