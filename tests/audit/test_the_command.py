"""``onething audit`` as a user runs it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FULL = (Path(__file__).parent / "满分.onething").read_text(encoding="utf-8")
CATALOGUE, BUNDLE = FULL[: FULL.index("一件事 开店")], FULL[FULL.index("一件事 开店") :]
WORSE = BUNDLE.replace("一件事 开店", "一件事 另店").replace("代码：shop", "代码：other").replace("    标准：国家2024-1/开店\n", "").replace("    咨询：12345\n", "")


@pytest.fixture
def shops(workspace) -> Path:
    return workspace("店", {"目录.onething": CATALOGUE, "乙.onething": WORSE, "甲.onething": BUNDLE})


def json_of(result) -> dict:
    return json.loads(result.stdout)


def test_each_bundle_is_one_block_worst_first_and_the_sum_stands_beside_its_parts(onething, shops):
    result = onething("audit", shops)
    assert result.returncode == 0
    first, second, together, *_ = result.stdout.split("\n\n")
    assert first.startswith("示范省/另店（店/乙.onething:1）\n  总分 ") and second.startswith("示范省/开店（店/甲.onething:1）\n  总分 96.7")
    for name in ("事项完整度", "情形精准度", "系统联通度", "表单精简度", "流程合理度", "窗口顺畅度"):
        assert f"  {name} " in first and f"{name} " in together
    assert "2 件的平均" in together


def test_every_point_lost_names_file_and_line_and_what_wins_it(onething, shops):
    text = onething("audit", shops / "乙.onething").stdout
    at = text.index("窗口顺畅度·告知要素")
    assert text[at:].splitlines()[:3] == ["窗口顺畅度·告知要素 0.69", "      0.69 咨询：未载明  店/乙.onething:1", "           补：写“咨询：…”"]


def test_json_has_all_of_it(onething, shops):
    made = json_of(onething("audit", shops, "--format", "json"))
    assert list(made) == ["bundles", "failed", "with_errors"]
    bundle = next(b for b in made["bundles"] if b["name"] == "开店")
    assert list(bundle) == [
        "bundle", "place", "name", "file", "line", "column", "score", "unstated", "thin", "measures_applying", "measures",
        "degrees", "ones", "halving", "crossings", "reengineering", "evidence",
    ]  # fmt: skip
    assert (bundle["score"], bundle["measures_applying"], bundle["measures"]) == (96.7, 31, 31)
    assert [d["name"] for d in bundle["degrees"]] == ["事项完整度", "情形精准度", "系统联通度", "表单精简度", "流程合理度", "窗口顺畅度"]
    [lost] = next(m for m in bundle["degrees"][2]["measures"] if m["name"] == "可网上交")["lost"]
    assert lost == {
        "thing": "房产证明", "why": "要交纸的", "repair": "能传电子件的，写“（电子）”", "unstated": False, "points": 1.67,
        "file": "店/甲.onething", "line": BUNDLE[: BUNDLE.index("房产证明")].count("\n") + 1, "column": 9,
    }  # fmt: skip
    assert [(p["profile"], p["reached"], p["of"]) for p in bundle["ones"]] == [("五个一", 4, 5), ("六个一", 5, 6)]
    assert bundle["evidence"]["sourced"] == bundle["evidence"]["facts"] > 30


def test_csv_is_one_row_a_bundle_and_the_table_says_the_same(onething, shops):
    made = onething("audit", shops, "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(made.lstrip("\ufeff"))))
    assert [(r["一件事"], r["总分"], r["五个一"], r["双减半"]) for r in rows][1] == ("示范省/开店", "96.7", "4/5", "相符")
    table = onething("audit", shops, "--format", "table").stdout.splitlines()
    assert table[2].split() == list(rows[1].values())
    assert table[3].startswith("2 件的平均：总分 ") and table[4] == "写得单薄 0 件；双减半 相符 2 件，不符 0 件，推不出 0 件"


def test_a_score_that_is_too_low_fails(onething, shops):
    assert onething("audit", shops, "--fail-under", "90").returncode == 0
    failed = onething("audit", shops, "--fail-under", "96.7")
    assert failed.returncode == 1 and failed.stderr.splitlines() == ["示范省/另店（店/乙.onething:1）：总分 96.0，要求不低于 96.7"]
    said = json_of(onething("audit", shops, "--fail-under", "96.7", "--format", "json"))["failed"]
    assert said == [{"bundle": "示范省/另店", "file": "店/乙.onething", "line": 1, "what": "总分", "wanted": 96.7, "found": 96.0}]
    english = onething("audit", shops, "--fail-under", "96.7", "--lang", "en")
    assert english.stderr == "示范省/另店（店/乙.onething:1）: scores 96.0, asked for at least 96.7\n"


def test_a_goal_fails_what_contradicts_it_and_what_cannot_be_derived(onething, shops):
    assert onething("audit", shops, "--goal", "双减半").returncode == 0
    path = shops / "甲.onething"
    path.write_text(BUNDLE.replace("承诺时限：5个工作日", "承诺时限：6个工作日").replace("总时限：5", "总时限：6"), encoding="utf-8")
    failed = onething("audit", shops, "--goal", "双减半")
    assert failed.returncode == 1 and failed.stderr.splitlines() == ["示范省/开店（店/甲.onething:1）：没有做到双减半（推不出）"]


def test_the_workspace_says_profiles_goals_and_weights(onething, shops):
    profile = "名称: 两个一\n依据: 未载明\n各项:\n  - 名称: 一网\n    说明: 网上能办\n    全部: [网上渠道]\n"
    (shops / "提法").mkdir()
    (shops / "提法/两个一.yaml").write_text(profile, encoding="utf-8")
    said = 'language = "1"\nexclude = ["提法"]\nprofiles = ["五个一", "提法/两个一.yaml"]\ngoals = ["双减半"]\nweights = { "系统联通度" = 2.5 }\n'
    (shops / "onething.toml").write_text(said, encoding="utf-8")
    result = onething("audit", shops / "甲.onething")
    assert result.returncode == 0
    assert "  系统联通度 80.0（权重 2.5）：" in result.stdout and "  两个一：达到 1/1" in result.stdout and "六个一" not in result.stdout
    assert "总分 93.3" in result.stdout  # (5 + 0.8 * 2.5) / 7.5
    (shops / "甲.onething").write_text(BUNDLE.replace("承诺时限：5个工作日", "承诺时限：6个工作日").replace("总时限：5", "总时限：6"), encoding="utf-8")
    assert onething("audit", shops / "甲.onething").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "config", "said"),
    [
        (["--format", "pdf"], "", "--format 只能是 text、table、json、csv、html，这里是 pdf"),
        (["--profile", "七个一"], "", "没有叫“七个一”的提法，有：五个一、六个一；也可以写一个 .yaml 文件"),
        (["--goal", "三减"], "", "没有叫“三减”的目标，有：双减半"),
        (["--fail-under", "101"], "", "--fail-under"),
        ([], 'weights = { "满意度" = 1 }\n', "onething.toml 的 weights 写的“满意度”不是六度之一，有：事项完整度、"),
        ([], 'profiles = ["没有.yaml"]\n', "没有叫“没有.yaml”的提法"),
    ],
)
def test_wrong_usage_is_one_line(onething, shops, arguments, config, said):
    (shops / "onething.toml").write_text('language = "1"\n' + config, encoding="utf-8")
    result = onething("audit", shops, *arguments)
    assert result.returncode == 2 and said in result.stderr and result.stdout == ""


def test_a_profile_that_is_read_as_a_specification_says_how_to_keep_it_apart(onething, shops):
    (shops / "两个一.yaml").write_text("名称: 两个一\n", encoding="utf-8")
    (shops / "onething.toml").write_text('language = "1"\nprofiles = ["两个一.yaml"]\n', encoding="utf-8")
    result = onething("audit", shops)
    assert result.returncode == 2 and result.stderr == "两个一.yaml 会被当作规格来读：把它的文件夹写进 onething.toml 的 exclude\n"


@pytest.mark.parametrize("config", ['weights = { "系统联通度" = -1 }\n', 'goals = "双减半"\n', "profiles = [5]\n"])
def test_a_wrong_value_in_the_workspace_is_a_finding_at_its_key(onething, shops, config):
    (shops / "onething.toml").write_text('language = "1"\n' + config, encoding="utf-8")
    result = onething("audit", shops)
    assert result.returncode == 1 and "OT0108" in result.stdout and "onething.toml:2" in result.stdout


def test_a_bundle_with_errors_is_not_scored_and_fails_and_the_others_are(onething, shops):
    (shops / "甲.onething").write_text(BUNDLE.replace("应办：资格核验、经营许可、涉税备案", "应办：资格核对").replace("前置：资格核验", "前置：资格核准"), encoding="utf-8")
    result = onething("audit", shops)
    assert result.returncode == 1 and "示范省/另店" in result.stdout and "示范省/开店" not in result.stdout
    assert result.stderr == "店/甲.onething：有错误，没有评，先运行 onething check\n"
    assert json_of(onething("audit", shops, "--format", "json"))["with_errors"] == ["店/甲.onething"]


def test_the_same_files_give_the_same_bytes(onething):
    for style in ("text", "json", "csv"):
        once, again = (onething("audit", ROOT / "bundles", "--format", style, cwd=ROOT, PYTHONHASHSEED=seed).stdout for seed in ("1", "2"))
        assert once == again and once


def test_a_local_version_is_scored_as_it_comes_out_and_a_cancelled_matter_is_lost_where_it_is_cancelled(onething, workspace):
    place = "地区 示范市：\n    代码：990100\n    上级：示范省\n\n"
    local = "一件事 开店：\n    地区：示范市\n    沿用：示范省/开店\n    取消 配合部门：税务部门\n\n取消 事项 涉税备案：“另行办理”\n"
    changed = "".join(f"\n修改 场景 “{name}”：\n    应办：资格核验、经营许可\n" for name in ("临街，99平方米", "商场，恰好100平方米"))
    root = workspace("沿", {"目录.onething": place + CATALOGUE, "省.onething": BUNDLE, "市.onething": local + changed})
    (root / "onething.toml").write_text('language = "2"\n', encoding="utf-8")
    made = json_of(onething("audit", root, "--format", "json"))
    city = next(b for b in made["bundles"] if b["place"] == "示范市")
    assert made["with_errors"] == [] and city["file"] == "沿/市.onething"
    [lost] = city["degrees"][0]["measures"][0]["lost"]
    assert (lost["thing"], lost["why"], lost["file"], lost["line"]) == ("涉税备案", "标准要求的，这里取消了（另行办理）", "沿/市.onething", 6)
    assert {i["file"] for m in city["degrees"][2]["measures"] for i in m["lost"]} == {"沿/省.onething"}, "what it took over stands in the other file"


def test_several_processes_say_the_same(onething):
    for style in ("text", "json"):
        alone, together = (onething("audit", ROOT / "bundles", "--format", style, "-j", jobs, cwd=ROOT).stdout for jobs in (1, 2))
        assert alone == together and alone


def test_workspaces_that_ask_for_different_ones_stand_in_one_table(onething, shops, workspace, tmp_path):
    other = workspace("另", {"目录.onething": CATALOGUE, "甲.onething": BUNDLE})
    (other / "onething.toml").write_text('profiles = ["五个一"]\n', encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(onething("audit", tmp_path, "--format", "csv").stdout.lstrip("\ufeff"))))
    assert {r["文件"]: (r["五个一"], r["六个一"]) for r in rows if r["一件事"] == "示范省/开店"} == {"店/甲.onething": ("4/5", "5/6"), "另/甲.onething": ("4/5", "–")}
    assert "六个一全部达到 0 件" in onething("audit", tmp_path, "--format", "table").stdout


def test_a_name_that_a_spreadsheet_would_compute_stays_text(onething, workspace):
    root = workspace("式", {"目录.onething": CATALOGUE, "甲.onething": BUNDLE.replace("一件事 开店", "一件事 “=1+1”")})
    row = list(csv.reader(io.StringIO(onething("audit", root, "--format", "csv").stdout)))[1]
    assert not row[0].startswith("=")


def test_help_names_it(onething):
    assert "audit" in onething("--help").stdout and "六度" in onething("audit", "--help").stdout
