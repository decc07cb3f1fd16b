"""The container file: its instructions name what is there. It is not built here."""

from __future__ import annotations

import re
import subprocess
import tomllib

from ci.jobs import REPOSITORY

TEXT = (REPOSITORY / "Containerfile").read_text(encoding="utf-8")
LINES = re.sub(r"\\\n\s*", "", re.sub(r"(?m)^#.*\n", "", TEXT)).splitlines()
INSTRUCTIONS = [tuple(line.split(None, 1)) for line in LINES if line]


def test_every_instruction_is_one():
    assert {word for word, _ in INSTRUCTIONS} == {"FROM", "WORKDIR", "COPY", "RUN", "CMD"} and INSTRUCTIONS[0][0] == "FROM"


def test_what_is_copied_is_there():
    copied = [part for word, rest in INSTRUCTIONS if word == "COPY" and "--from" not in rest for part in rest.split()[:-1]]
    assert "onething" in copied and "grammar" in copied and all((REPOSITORY / part).exists() for part in copied)
    needed = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {needed["readme"], *needed["license-files"], "pyproject.toml"} <= set(copied)


def test_images_are_named_plainly_with_a_version():
    images = [rest.split()[0] for word, rest in INSTRUCTIONS if word == "FROM"]
    assert images and all(re.fullmatch(r"python:3\.\d+-slim", image) for image in images)


def test_the_versions_come_from_the_lock(tmp_path):
    command = re.search(r"sed (?:-e '[^']+' ?)+requirements.lock", TEXT)[0]
    pins = subprocess.run(["sh", "-c", command], cwd=REPOSITORY, capture_output=True, encoding="utf-8", check=True).stdout.split("\n")
    assert all(re.fullmatch(r"[a-z0-9._-]+==\S+", pin) for pin in pins if pin)
    named = {pin.split("==")[0] for pin in pins}
    needed = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert {re.split(r"[><=]", n)[0] for n in needed} <= named
