"""Nonsense on the command line and in files of answers: one line and exit 2 (or what was asked), never 70, never a traceback."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from onething.cli.app import run
from onething.workspace import open_workspace
from robustness.wild import NASTY

EXAMPLE = Path(__file__).parents[2] / "examples" / "by-situation"
BUNDLE = next(iter(open_workspace(EXAMPLE).examine())).bundle
QUESTIONS = list(BUNDLE.questions)
NUMBER = next((q.name for q in BUNDLE.questions.values() if not q.options), QUESTIONS[0])
NONSENSE = ["", "=", "==", " ", "=是", f"{QUESTIONS[0]}=", f"{QUESTIONS[0]}", f"{NUMBER}=nan", f"{NUMBER}=inf", f"{NUMBER}=1/0", f"{NUMBER}=1e400", f"{NUMBER}={'9' * 5000}",
            f"{NUMBER}=-1", f"{NUMBER}=１２", f"{NUMBER}=一", "a\0b", "/etc/passwd", "/", "x" * 5000, "../" * 50 + "nowhere", "{}", "--", "😀=😀"]  # fmt: skip
FILES = {
    "no JSON": "{", "a list": "[1, 2]", "answers that are a list": '{"情形": [1]}', "answers that are a number": '{"情形": 3}', "nothing": "", "a nest": '{"a":' * 5000,
    "a nest of lists": '{"a": ' + "[" * 5000 + "]" * 5000 + "}", "null": '{"情形": null}', "values that are objects": '{"%s": {"a": [null]}}' % QUESTIONS[0],
    "a huge number": '{"%s": %s}' % (NUMBER, "9" * 5000), "infinity": '{"%s": Infinity}' % NUMBER, "lines": "a\nb=c\n\n=\n", "a NUL": "\0=\0",
}  # fmt: skip


def status(capsys, *arguments: str, fine: tuple[int, ...] = (2,)) -> int:
    result = run(list(arguments))
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    assert result in fine, (result, said.err)
    if result == 2:
        assert 1 <= len(said.err.strip().split("\n")) <= 2
    return result


@pytest.mark.parametrize("answer", NONSENSE, ids=lambda a: ascii(a[:12]))
def test_nonsense_answers(answer: str, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    negative = answer.endswith("=-1") or answer.endswith("=１２")
    status(capsys, "plan", BUNDLE.code, "-w", str(EXAMPLE), "--answers", answer, fine=(0, 2) if negative else (2,))
    status(capsys, "why", BUNDLE.code, next(iter(BUNDLE.matters)), "-w", str(EXAMPLE), "--answers", answer, fine=(0, 2) if negative else (2,))


@pytest.mark.parametrize("kind", FILES)
def test_files_of_nonsense_answers(kind: str, capsys, tmp_path):
    file = tmp_path / "answers"
    file.write_text(FILES[kind], encoding="utf-8")
    status(capsys, "plan", BUNDLE.code, "-w", str(EXAMPLE), "--answers", str(file), fine=(0,) if kind == "nothing" else (2,))


@pytest.mark.parametrize("thing", [n for n in NONSENSE if n != "--"], ids=lambda a: ascii(a[:12]))
def test_nonsense_names(thing: str, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    status(capsys, "why", BUNDLE.code, thing, "-w", str(EXAMPLE), fine=(0, 2) if thing in QUESTIONS else (2,))
    status(capsys, "plan", thing, "-w", str(EXAMPLE))
    for option in ("--choose", "--done", "--doing"):
        status(capsys, "plan", BUNDLE.code, "-w", str(EXAMPLE), option, thing)
    for command in ("check", "build", "fmt", "test", "stats", "explain"):
        if thing not in ("/", "/etc/passwd"):  # nothing outside the empty folder is walked through or written
            status(capsys, command, thing, fine=(0, 1, 2))


def test_bytes_that_are_no_text_are_arguments_too(onething, tmp_path):
    (tmp_path / "answers").write_text('{"\\ud800": "\\udfff"}', encoding="utf-8")
    assert onething("plan", BUNDLE.code, "-w", EXAMPLE, "--answers", "answers").returncode == 2
    for arguments in (("plan", "\udcff", "-w", EXAMPLE), ("plan", BUNDLE.code, "-w", EXAMPLE, "--answers", "\udcff=\udcff"), ("check", "\udcff"), ("\udcff",)):
        assert onething(*arguments).returncode == 2


def test_random_arguments(capsys, tmp_path, monkeypatch):
    """Commands that write nothing, options and characters in any order, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    dice = random.Random(20261125)
    words = ["check", "plan", "why", "explain", "vocabulary", "limits", "convert", "--format", "json", "--answers", "-w", str(EXAMPLE), BUNDLE.code, "--to", "yaml",
             "--lang", "en", "--strict", "--help", "--version", "=", QUESTIONS[0], "-", "--", "--choose", *BUNDLE.matters]  # fmt: skip
    for _ in range(400):
        arguments = [dice.choice(words) if dice.random() < 0.8 else "".join(dice.choices(NASTY, k=dice.randint(0, 5))).replace("/", "") for _ in range(dice.randint(0, 6))]
        result = run(arguments)
        said = capsys.readouterr()
        assert result in (0, 1, 2) and "Traceback" not in said.err, (arguments, said.err)
