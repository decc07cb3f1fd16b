"""Dumb ones, narrow ones, foreign ones, and readers that go away: never a traceback, never an escape that nobody asked for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

BAD = {"a.onething": "部门 甲\n一件事 丙：\n    代码：x\n    牵头部门：“甲”①乙\n"}
FORMATS = ("text", "json", "sarif")
HERE = {**{k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}, "PYTHONPATH": str(Path(__file__).parents[2])}
PROGRAM = [sys.executable, "-m", "onething"]


@pytest.mark.parametrize("format", FORMATS)
def test_a_reader_that_has_gone_is_no_fault(format: str, workspace) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "check", str(workspace("w", BAD)), "--format", format], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=HERE
    )
    process.stdout.close()
    assert process.stderr.read() == b"" and process.wait(60) in (0, 1)
    process.stderr.close()


@pytest.mark.skipif(os.name == "nt", reason="needs sh")
def test_a_closed_output_is_no_fault(workspace) -> None:
    command = 'exec "$@" >&-'
    result = subprocess.run(["sh", "-c", command, "sh", *PROGRAM, "check", workspace("w", BAD)], capture_output=True, env=HERE, timeout=60)
    assert (result.returncode, result.stderr) == (1, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize("format", FORMATS)
def test_a_full_disk_is_one_line_and_exit_2(format: str, workspace) -> None:
    with open("/dev/full", "wb") as full:
        result = subprocess.run([*PROGRAM, "check", workspace("w", BAD), "--format", format], stdout=full, stderr=subprocess.PIPE, env=HERE, timeout=60)
    assert result.returncode == 2 and result.stderr.decode().count("\n") == 1 and "Traceback" not in result.stderr.decode()


@pytest.mark.parametrize("encoding", ["ascii", "cp936", "latin-1"])
def test_text_speaks_the_encoding_of_the_terminal(encoding: str, workspace) -> None:
    root = workspace("w", BAD)
    environment = {**HERE, "PYTHONIOENCODING": encoding, "LC_ALL": "C", "PYTHONUTF8": "0"}
    result = subprocess.run([*PROGRAM, "check", str(root)], capture_output=True, env=environment, timeout=60)
    shown = result.stdout.decode(encoding)
    assert result.returncode == 1 and result.stderr == b"" and "^^^" in shown
    assert ("┌─" in shown) == (encoding == "cp936") and (" +- " in shown) == (encoding != "cp936")


@pytest.mark.parametrize(("variables", "coloured"), [({"TERM": "xterm"}, True), ({"TERM": "dumb"}, False), ({"TERM": "xterm", "NO_COLOR": "1"}, False)], ids=str)
def test_colours_are_for_terminals_that_want_them(variables: dict[str, str], coloured: bool, workspace) -> None:
    pty = pytest.importorskip("pty")
    root = workspace("w", BAD)
    leader, follower = pty.openpty()
    environment = {k: v for k, v in HERE.items() if k not in ("NO_COLOR", "TERM")} | {"PYTHONIOENCODING": "utf-8"} | variables
    process = subprocess.Popen([*PROGRAM, "check", str(root)], stdout=follower, stderr=follower, env=environment)
    os.close(follower)
    shown = b""
    try:
        while data := os.read(leader, 65536):
            shown += data
    except OSError:  # Linux says so when the other end closes
        pass
    os.close(leader)
    assert process.wait(60) == 1 and (b"\x1b[" in shown) == coloured


def test_a_narrow_terminal_does_no_harm(workspace, onething) -> None:
    root = workspace("w", BAD)
    wide, narrow = (onething("check", root, COLUMNS=columns, TERM="dumb") for columns in ("200", "20"))
    assert wide.stdout == narrow.stdout and wide.stdout
    assert onething("check", "--help", COLUMNS="20", TERM="dumb").returncode == 0


def test_the_width_of_ambiguous_characters_is_said_by_option_or_environment(workspace, onething) -> None:
    root = workspace("w", BAD)
    plain = onething("check", root).stdout
    by_option = onething("check", root, "--ambiguous-width", "2").stdout
    assert by_option == onething("check", root, ONETHING_AMBIGUOUS_WIDTH="2").stdout != plain
    assert onething("check", root, "--ambiguous-width", "1", ONETHING_AMBIGUOUS_WIDTH="2").stdout == plain
    assert plain.count("^" * 6) and by_option.count("^") == plain.count("^") + 3


@pytest.mark.parametrize(("arguments", "variables"), [(("--ambiguous-width", "3"), {}), (("--ambiguous-width", "宽"), {}), ((), {"ONETHING_AMBIGUOUS_WIDTH": "3"})], ids=str)
def test_another_width_is_wrong_usage(arguments, variables, workspace, onething) -> None:
    result = onething("check", workspace("w", BAD), *arguments, **variables)
    assert result.returncode == 2 and "--ambiguous-width" in result.stderr
