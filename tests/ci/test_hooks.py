"""What is offered to pre-commit: it runs on the files of a workspace, and only on them."""

from __future__ import annotations

import re
import shlex
import subprocess

import yaml

from ci.conftest import ENVIRONMENT
from ci.jobs import REPOSITORY

HOOKS = {hook["id"]: hook for hook in yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}


def run(hook: dict, folder) -> int:
    """As pre-commit does: the command and the names of the files that fit."""
    names = [p.relative_to(folder).as_posix() for p in sorted(folder.rglob("*")) if p.is_file() and ".git" not in p.parts and "generated" not in p.parts]
    fitting = [n for n in names if re.search(hook["files"], n) and not re.search(hook["exclude"], n)]
    assert fitting and not [n for n in fitting if not n.endswith(".onething")]
    return subprocess.run([*shlex.split(hook["entry"]), *fitting], cwd=folder, env=ENVIRONMENT, capture_output=True, timeout=120).returncode


def test_they_are_green_on_a_new_province(province):
    assert {name: run(hook, province) for name, hook in HOOKS.items()} == {"onething-check": 0, "onething-fmt": 0}


def test_an_error_stops_the_commit(province, edit):
    edit("示范东市/购房缴费.onething", "沿用：", "沿拥：")
    assert run(HOOKS["onething-check"], province) == 1


def test_untidy_writing_stops_the_commit(province, edit):
    edit("示范东市/购房缴费.onething", "    沿用：", "    沿用:")
    assert run(HOOKS["onething-check"], province) == 0 and run(HOOKS["onething-fmt"], province) == 1


def test_the_jobs_of_the_platforms_are_left_alone():
    for name in (".gitlab-ci.yml", ".github/workflows/onething.yml", ".workflow/onething.yml"):
        assert all(re.search(hook["exclude"], name) for hook in HOOKS.values())
    assert re.search(HOOKS["onething-check"]["files"], "国家/企业注销登记.yaml")
