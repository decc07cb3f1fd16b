"""Each command does what its help says, on real input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "examples" / "language-sample"


def test_init_makes_a_workspace_that_checks_tests_formats_and_builds(onething, tmp_path) -> None:
    root = tmp_path / "我的"
    assert onething("init", root).returncode == 0
    checked = onething("check", root, "--strict")
    assert checked.returncode == 0 and "0 个错误，0 个警告，0 个提示" in checked.stdout
    assert "0 个不符" in onething("test", root).stdout
    assert onething("fmt", "--check", root).returncode == 0
    assert onething("build", root, "-o", root / "generated").returncode == 0
    assert (root / "generated/990100/small-restaurant/form.html").stat().st_size > 10_000


def test_init_never_overwrites(onething, tmp_path) -> None:
    (tmp_path / "onething.toml").write_text("mine")
    assert onething("init", tmp_path).returncode == 2
    assert (tmp_path / "onething.toml").read_text() == "mine"


def test_build_writes_every_promised_file_and_check_proves_it_fresh(onething, tmp_path) -> None:
    out = tmp_path / "out"
    assert onething("build", SAMPLE, "-o", out).returncode == 0
    made = {p.name for p in (out / "990000/newborn").iterdir()}
    assert made >= {
        "form.schema.json", "form.ui.json", "form.html", "notice.md", "notice.html", "workflow.spiff.bpmn",
        "labels.json", "bundle.json", "source-map.json",
    }  # fmt: skip
    assert json.loads((out / "manifest.json").read_text(encoding="utf-8"))["bundles"]
    assert onething("build", SAMPLE, "-o", out, "--check").returncode == 0
    (out / "990000/newborn/notice.md").write_text("edited")
    (out / "990000/newborn/old.txt").write_text("left behind")
    stale = onething("build", SAMPLE, "-o", out, "--check")
    assert stale.returncode == 1 and "notice.md" in stale.stdout and "old.txt" in stale.stdout
    assert (out / "990000/newborn/notice.md").read_text() == "edited"


def test_the_generated_folder_of_the_repository_is_fresh(onething) -> None:
    result = onething("build", "bundles", "-o", "generated", "--check", cwd=ROOT)
    assert result.returncode == 0, result.stdout


def test_an_error_leaves_the_old_outputs_whole(onething, tmp_path) -> None:
    root, out = tmp_path / "w", tmp_path / "out"
    onething("init", root)
    onething("build", root, "-o", out)
    before = {p: p.read_bytes() for p in out.rglob("*") if p.is_file()}
    bundle = root / "小餐馆.onething"
    bundle.write_text(bundle.read_text(encoding="utf-8").replace("牵头部门：市场监管部门", "牵头部门：市场监督部门"), encoding="utf-8")
    failed = onething("build", root, "-o", out)
    assert failed.returncode == 1 and "市场监管部门" in failed.stdout
    assert {p: p.read_bytes() for p in out.rglob("*") if p.is_file()} == before


def test_plan_without_answers_is_the_plan_for_everybody(onething) -> None:
    body = json.loads(onething("plan", "newborn", "-w", SAMPLE, "--format", "json").stdout)
    assert set(body["open_questions"]) == {"父母户籍", "婚姻状况", "出生证", "新生儿的月龄"}
    assert [p["matter"] for p in body["pending"]] == ["出生医学证明签发"]
    assert body["pending"][0]["decided_by"] == ["出生证"]
    assert body["perhaps_blocked"] and not body["blocked"]


def test_plan_of_a_finished_matter_asks_for_its_certificate_again_only_as_held(onething) -> None:
    given = [x for q, a in (("父母户籍", "双方本省"), ("婚姻状况", "婚内"), ("出生证", "未领取"), ("新生儿的月龄", "1")) for x in ("--answers", f"{q}={a}")]
    body = json.loads(onething("plan", "newborn", "-w", SAMPLE, *given, "--done", "出生医学证明签发", "--format", "json").stdout)
    assert "出生医学证明签发" not in [m["name"] for m in body["matters"]]
    assert body["hand_in"] == ["出生医学证明"]


@pytest.mark.parametrize("thing", ["出生登记", "出生医学证明", "新生儿的姓名", "婚姻状况", "出生医学证明签发→出生登记"])
def test_why_leads_down_to_a_line_of_the_specification(thing: str, onething) -> None:
    result = onething("why", "newborn", thing, "-w", SAMPLE)
    assert result.returncode == 0 and "示范省/新生儿出生.onething:" in result.stdout


def test_why_of_nothing_known_says_what_can_be_asked(onething) -> None:
    result = onething("why", "newborn", "火星", "-w", SAMPLE)
    assert result.returncode == 2 and "出生登记" in result.stderr


def test_test_runs_scenarios_and_shows_coverage(onething) -> None:
    result = onething("test", SAMPLE)
    assert result.returncode == 0 and "条先后关系" in result.stdout and "没有场景：" in result.stdout


def test_stats_shows_pairs_claims_and_the_counting_rule(onething) -> None:
    result = onething("stats", SAMPLE)
    assert result.returncode == 0 and "推不出" in result.stdout and "口径：" in result.stdout
    assert json.loads(onething("stats", SAMPLE, "--format", "json", "--situations").stdout)["bundles"][0]["situations"]


def test_convert_there_and_back_is_the_formatted_original(onething, tmp_path) -> None:
    source = next(SAMPLE.rglob("新生儿出生.onething"))
    yaml, back = tmp_path / "a.yaml", tmp_path / "b.onething"
    assert onething("convert", source, "--to", "yaml", "-o", yaml).returncode == 0
    assert onething("convert", yaml, "--to", "text", "-o", back).returncode == 0
    copy = tmp_path / "c.onething"
    copy.write_bytes(source.read_bytes())
    onething("fmt", copy)
    assert back.read_text(encoding="utf-8") == copy.read_text(encoding="utf-8")


def test_fmt_leaves_a_file_with_mistakes_alone(onething, tmp_path) -> None:
    broken = tmp_path / "a.onething"
    broken.write_text("一件事 甲：\n  代玛：x\n", encoding="utf-8")
    assert onething("fmt", broken).returncode == 1
    assert broken.read_text(encoding="utf-8") == "一件事 甲：\n  代玛：x\n"


def test_explain_prints_the_page_of_a_code(onething) -> None:
    result = onething("explain", "ot2103")
    assert result.returncode == 0 and "## 反例" in result.stdout and "## 正例" in result.stdout


def test_vocabulary_prints_every_block_and_a_schema_for_editors(onething) -> None:
    assert "牵头部门 lead" in onething("vocabulary").stdout
    assert json.loads(onething("vocabulary", "--format", "schema").stdout)["$schema"].startswith("https://json-schema.org/")


def test_english_on_request(onething) -> None:
    result = onething("check", SAMPLE, "--lang", "en")
    assert "0 errors, 0 warnings" in result.stdout and "hint[OT2702]" in result.stdout
    assert "Check all files" in onething("check", "--help", "--lang", "en").stdout
    assert "检查所有文件" in onething("check", "--help").stdout


def test_several_workspaces_below_a_folder_are_all_checked(onething) -> None:
    assert onething("check", "examples", cwd=ROOT).returncode == 0


def test_a_catalogue_typed_with_every_line_indented_is_read(onething, workspace) -> None:
    head = "一件事 甲：\n    代码：x\n    牵头部门：甲局\n    配合部门：乙局\n    依据：未载明\n\n"
    matters = "事项 一：\n    办理部门：甲局\n\n事项 二：\n    办理部门：乙局\n"
    root = workspace("w", {"目录.onething": "　　部门 甲局\n　　部门 乙局\n", "a.onething": head + matters})
    assert "OT1201" not in onething("check", root).stdout
