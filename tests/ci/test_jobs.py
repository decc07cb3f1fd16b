"""The jobs for code platforms: they say what is there, the same on each, and each of them does its work."""

from __future__ import annotations

import re
import shlex

import pytest

from ci.conftest import shell
from ci.jobs import FOLDER, PLATFORMS, REPOSITORY, TARGET, calls, job, lines
from onething.cli.app import COMMANDS

GATES = [
    "onething check --strict", "onething fmt --check", "onething test", "onething build --check", "onething coverage", "onething audit",
    "onething breaking --against FETCH_HEAD",
]  # fmt: skip
KIT = [*sorted(FOLDER.glob("*.yml")), REPOSITORY / "Containerfile", REPOSITORY / ".pre-commit-hooks.yaml"]


@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_command_and_option_exists(platform: str, onething):
    assert calls(platform)
    for line in calls(platform):
        _, command, *rest = shlex.split(line)
        assert command in dict(COMMANDS), line
        known = onething(command, "--help").stdout
        assert all(re.search(rf"(?m)^  (-\w, )?{re.escape(word)} ", known) for word in rest if word.startswith("--")), line


@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_platform_has_every_gate(platform: str):
    plain = [line.replace(" --format github", "") for line in calls(platform)]
    assert [line for line in plain if line in GATES] == GATES


def test_the_page_lists_the_gates():
    page = (REPOSITORY / "docs" / "ci.md").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^\| `(onething [^`]+)` \|", page) == GATES


@pytest.mark.parametrize("platform", PLATFORMS)
def test_all_of_it_is_green_on_a_new_province(platform: str, province):
    done = shell(province, *lines(platform), **{TARGET[platform]: "main"})
    assert done.returncode == 0, done.stdout + done.stderr


BROKEN = {
    "onething check --strict": ("示范东市/购房缴费.onething", "沿用：示范省/购房缴费", "沿用：示范省/购房缴税"),
    "onething fmt --check": ("示范东市/购房缴费.onething", "    沿用：", "    沿用:"),
    "onething test": ("示范西市/购房缴费.onething", "应交：契税完税凭证、购房合同", "应交：购房合同"),
    "onething build --check": ("示范东市/开办小餐馆.onething", "承诺时限：即办", "承诺时限：1个工作日"),
    "onething coverage": ("onething.toml", "from = \"2026-12-31\"", "level = \"省\""),
    "onething breaking --against FETCH_HEAD": ("示范省/购房缴费.onething", "购房合同（自备，原件或复印件，1份）", "购房合同（自备，原件，1份）、居民身份证（复印件，1份）"),
}  # fmt: skip


@pytest.mark.parametrize("gate", BROKEN)
def test_each_gate_stops_what_it_is_there_for(gate: str, province, edit):
    edit(*BROKEN[gate])
    done = shell(province, "git fetch -q origin main", gate)
    assert done.returncode == 1, done.stdout + done.stderr


def test_a_gate_for_scores_can_be_set(province):
    assert shell(province, "onething audit --fail-under 30").returncode == 0
    assert shell(province, "onething audit --fail-under 99").returncode == 1


@pytest.mark.parametrize("platform", PLATFORMS)
def test_without_saying_where_from_nothing_is_installed(platform: str, tmp_path):
    body = job(platform)
    text = (FOLDER / f"{platform}.yml").read_text(encoding="utf-8")
    install = re.search(r'python3? -m pip install "\$\{ONETHING:\?.+\}"', text)
    assert install and body
    done = shell(tmp_path, install[0].replace("-m pip install", "-c 1"), ONETHING="")
    assert done.returncode and "ONETHING" in done.stderr


@pytest.mark.parametrize("file", KIT, ids=lambda p: p.name)
def test_no_address_stands_in_it(file):
    assert not re.search(r"://|\b[\w-]+\.(com|cn|io|org|net)\b", file.read_text(encoding="utf-8"))


def test_requests_of_others_run_with_few_rights():
    body = job("github")
    assert body["permissions"] == {"contents": "read", "security-events": "write"} and "pull_request_target" not in str(body)
    for step in body["jobs"]["onething"]["steps"]:
        assert "${{" not in step.get("run", "")  # what others name a branch is never part of a script
