"""``onething init``: what comes with each template is sound, and its page says the truth."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ci.conftest import shell
from onething.workspace.new import JOBS, TEMPLATES, new


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_checks_tests_formats_and_builds(template: str, onething, tmp_path):
    root = tmp_path / "w"
    assert onething("init", root, "--template", template).returncode == 0
    checked = onething("check", root, "--strict")
    assert checked.returncode == 0 and "0 个错误，0 个警告" in checked.stdout
    assert " 0 个不符" in onething("test", root).stdout.replace("，", " ")
    assert onething("fmt", "--check", root).returncode == 0
    built = onething("build", root, "-o", root / "generated")
    assert built.returncode == 0 and onething("build", root, "-o", root / "generated", "--check").returncode == 0


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_file_says_that_it_is_an_example(template: str, tmp_path):
    for name in new(tmp_path, template):
        assert "示例" in (tmp_path / name).read_text(encoding="utf-8"), name


@pytest.mark.parametrize("template", ["市", "省"])
def test_its_page_names_every_file_and_only_such(template: str, tmp_path):
    made = new(tmp_path, template, tuple(JOBS) if template == "省" else ())
    page = (tmp_path / "README.md").read_text(encoding="utf-8")
    named = [name for row in re.findall(r"(?m)^\| (`.+?) \|", page) for name in re.findall(r"`([^`]+)`", row)]
    assert all((tmp_path / name).exists() for name in named if name != "generated/")
    assert all(any(made_name == n or (n.endswith("/") and made_name.startswith(n)) for n in named) for made_name in made if made_name != "README.md")


def test_a_province_brings_the_jobs_of_every_platform_and_the_others_none(onething, tmp_path):
    for template in TEMPLATES:
        onething("init", tmp_path / template, "--template", template)
        assert {p for p, file in JOBS.items() if (tmp_path / template / file).exists()} == (set(JOBS) if template == "省" else set())


def test_a_province_may_have_the_jobs_of_one_platform_only(onething, tmp_path):
    onething("init", tmp_path / "w", "--template", "省", "--ci", "gitee")
    assert [p for p, file in JOBS.items() if (tmp_path / "w" / file).exists()] == ["gitee"]


def test_a_workspace_that_is_there_only_gets_the_jobs(onething, tmp_path):
    onething("init", tmp_path)
    before = sorted(tmp_path.iterdir())
    assert onething("init", tmp_path, "--ci", "gitlab").returncode == 0
    assert sorted(tmp_path.iterdir()) == sorted([*before, tmp_path / ".gitlab-ci.yml"])
    again = onething("init", tmp_path, "--ci", "gitlab", "--ci", "github")
    assert again.returncode == 2 and ".gitlab-ci.yml" in again.stderr and not (tmp_path / ".github").exists()


def test_what_is_not_known_is_refused_with_what_there_is(onething, tmp_path):
    for arguments, there in ((["--template", "县"], "示例、市、省"), (["--ci", "jenkins"], "github、gitlab、gitee")):
        done = onething("init", tmp_path / "w", *arguments)
        assert done.returncode == 2 and there in done.stderr and not (tmp_path / "w").exists()


# What the page of the province invites to try.


def page_of_the_province() -> str:
    return (Path(__file__).parents[2] / "onething" / "workspace" / "template" / "省" / "README.md").read_text(encoding="utf-8")


def test_every_line_of_the_first_day_works(tmp_path):
    new(tmp_path, "省")
    first_day = re.search(r"## 第一天\n\n```sh\n(.*?)```", page_of_the_province(), re.DOTALL)[1]
    done = shell(tmp_path, *first_day.splitlines())
    assert done.returncode == 0, done.stdout + done.stderr
    ordinary = re.findall(r"```sh\n(.*?)```", page_of_the_province(), re.DOTALL)[1:]
    done = shell(tmp_path, *"".join(ordinary).splitlines())
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_missing_city_is_told(province, onething):
    (province / "示范西市/购房缴费.onething").unlink()
    assert re.search(r"缺 购房缴费\W+示范西市", onething("coverage", province).stdout)


def test_a_material_more_than_the_province_is_told(province, edit, onething):
    edit("示范东市/开办小餐馆.onething", "    承诺时限：3个工作日\n", "    承诺时限：3个工作日\n    增加 材料：居民身份证（自备）\n")
    assert "OT2620" in onething("check", province).stdout


@pytest.mark.parametrize(("place", "official", "written"), [("示范东市", "购房缴费", "购房交费"), ("示范西市", "开办小餐馆", "小餐馆开办")])
def test_a_name_unlike_the_list_and_one_that_lapsed_are_told_with_the_right_one(place: str, official: str, written: str, province, edit, onething):
    edit(f"{place}/{official}.onething", f"一件事 {official}：", f"一件事 {written}：")
    assert f"改名为“{official}”" in onething("check", province).stdout


def test_a_name_against_the_rules_is_told_with_the_reason(province, edit, onething):
    edit("示范东市/购房缴费.onething", "一件事 购房缴费：", "一件事 购房缴费一件事：")
    assert "“一件事”是书写格式，不是名称" in onething("check", province).stdout


def test_a_longer_limit_is_told_against_what_was_committed(province, edit):
    edit("示范省/购房缴费.onething", "承诺时限：1个工作日", "承诺时限：2个工作日")
    done = shell(province, "onething breaking --against HEAD")
    assert done.returncode == 1 and "示范省/购房缴费.onething" in done.stdout
