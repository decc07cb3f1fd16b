"""The commands of the jobs of each platform."""

from __future__ import annotations

from pathlib import Path

import yaml

from onething.workspace.new import JOBS

REPOSITORY = Path(__file__).parents[2]
FOLDER = REPOSITORY / "onething" / "workspace" / "template" / "ci"
TARGET = {"github": "TARGET", "gitlab": "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "gitee": "GITEE_BRANCH"}


def job(platform: str) -> dict:
    return yaml.safe_load((FOLDER / f"{platform}.yml").read_text(encoding="utf-8"))


def lines(platform: str) -> list[str]:
    """The shell lines of all jobs of a platform, in order, without the installing."""
    body = job(platform)
    if platform == "github":
        found = [line for step in body["jobs"]["onething"]["steps"] for line in step.get("run", "").splitlines()]
    elif platform == "gitlab":
        found = [line for entry in body.values() if isinstance(entry, dict) for line in entry.get("script", [])]
    else:
        found = [line for stage in body["stages"] for step in stage["steps"] for line in step["commands"]]
    return [line for line in found if "pip install" not in line]


def calls(platform: str) -> list[str]:
    """Only the calls of the program, without where their output goes."""
    return [line.split(" > ")[0].removesuffix(" || true") for line in lines(platform) if line.startswith("onething ")]


PLATFORMS = tuple(JOBS)
