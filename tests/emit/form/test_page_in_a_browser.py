"""form.html in Chromium: it agrees with the meaning, explains mistakes, keeps answers, and works without scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fixture_ir import CARD, bundle
from form.applicants import applicants, value
from jsonschema import Draft202012Validator

from onething.emit.form import emit

IR = bundle()
FILES = {a.path: a for a in emit(IR).artefacts}
VALID = Draft202012Validator(json.loads(FILES["form.schema.json"].text)).is_valid
FREE = [a for a in applicants(IR, 60, seed=11) if not a.stopped]


@pytest.fixture
def open_page(chromium, tmp_path):
    """Opens a page from its file, and fails the test if the page reports an error or wants the network."""
    troubles: list[str] = []
    contexts = []

    def opened(text: str = FILES["form.html"].text, **options):
        path = tmp_path / "form.html"
        path.write_text(text, encoding="utf-8")
        context = chromium.new_context(accept_downloads=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda e: troubles.append(str(e)))
        page.on("console", lambda m: troubles.append(m.text) if m.type == "error" else None)
        page.on("request", lambda r: None if r.url.startswith(("file:", "blob:")) else troubles.append(r.url))
        page.on("dialog", lambda d: d.accept())
        page.goto(path.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not troubles


def read_in(page, submission, tmp_path) -> None:
    file = tmp_path / "in.json"
    file.write_text(json.dumps(submission, ensure_ascii=False), encoding="utf-8")
    page.set_input_files("#import", str(file))
    page.locator("#kept", has_text="已读入").wait_for()
    page.evaluate("document.getElementById('kept').textContent = ''")


def save(page) -> dict:
    page.click(".steps [data-go='5']")
    with page.expect_download() as download:
        page.click("#export")
    return json.loads(Path(download.value.path()).read_text(encoding="utf-8"))


def shown_fields(page) -> list[str]:
    return page.eval_on_selector_all("[data-field]", "all => all.filter(e => !e.hidden).map(e => e.dataset.field)")


def unordered(submission: dict) -> dict:
    return {k: sorted(v) if isinstance(v, list) else v for k, v in submission.items()}


def answer(page, **chosen: int) -> None:
    for question, option in chosen.items():
        page.check(f"#qa-{question}-{option}", force=True)


def test_shows_exactly_the_fields_of_the_meaning_and_saves_what_the_schema_accepts(open_page, tmp_path):
    page = open_page()
    for a in FREE[:12]:
        read_in(page, a.submission(), tmp_path)
        assert set(shown_fields(page)) == set(a.visible)
        saved = save(page)
        assert VALID(saved) and unordered(saved) == unordered(a.submission())


def test_is_filled_in_by_hand_and_by_keyboard_from_step_to_step(open_page):
    page = open_page()
    assert page.locator("#q-paternity").is_hidden()
    answer(page, hukou=1, marriage=1, birthcert=1, insured=2)
    page.fill("#qa-months", "1")
    page.press("#qa-months", "Enter")
    assert page.evaluate("document.activeElement.textContent").endswith("办理的事项")
    page.focus("#c-card")
    page.keyboard.press("Space")
    page.click("#step-2 [data-next]")
    for f in IR.fields:
        box = page.locator(f"#fv-{f.id}")
        if f.name in shown_fields(page) and f.type != "选项":
            box.fill(str(value(f)))
    page.click("#step-3 [data-next]")
    assert "出生医学证明" in page.inner_text("#bring .own") and page.inner_text("#time .big") == "4个工作日"
    saved = save(page)
    assert VALID(saved) and saved["选办"] == [CARD]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("mother_id", "1101051949123100", "位数不对"),
        ("mother_id", "11010519491331002X", "出生日期不对"),
        ("mother_id", "110105194912310021", "校验位不对"),
        ("mother_id", "11010529491231002X", "出生日期不对"),
        ("employer_code", "91350100M000100Y44", "校验位不对"),
        ("employer_code", "91350100M000100Y", "位数不对"),
        ("mother_phone", "12345678901", "手机号不对"),
        ("baby_birth", "2090-01-01", "不能晚于今天"),
        ("mother_wage", "八千", "请填写数字"),
    ],
)
def test_explains_a_wrong_value_when_the_field_is_left_and_does_not_save(open_page, tmp_path, field, typed, said):
    page = open_page()
    whole = next(a for a in FREE if len(a.visible) >= len(IR.fields) - 1)
    read_in(page, whole.submission(), tmp_path)
    page.click(".steps [data-go='3']")
    page.fill(f"#fv-{field}", typed)
    page.locator(f"#fv-{field}").blur()
    assert said in page.inner_text(f"#f-{field}-error")
    assert page.get_attribute(f"#fv-{field}", "aria-invalid") == "true"
    assert f"f-{field}-error" in page.get_attribute(f"#fv-{field}", "aria-describedby")
    page.click(".steps [data-go='5']")
    page.click("#export")
    assert said in page.inner_text("#errors") and page.inner_text("#saved") == ""
    page.click("#errors a")
    assert page.evaluate("document.activeElement.id") == f"fv-{field}"


def test_writes_id_numbers_the_standard_way(open_page, tmp_path):
    page = open_page()
    read_in(page, FREE[0].submission(), tmp_path)
    page.click(".steps [data-go='3']")
    page.fill("#fv-mother_id", " 110105 19491231 002x")
    page.locator("#fv-mother_id").blur()
    assert page.input_value("#fv-mother_id") == "11010519491231002X" and page.locator("#f-mother_id-error").is_hidden()


def test_a_gate_is_explained_and_stops_the_submission(open_page, tmp_path):
    page = open_page()
    read_in(page, FREE[0].submission(), tmp_path)
    answer(page, hukou=3)
    assert "请到户籍窗口办理" in page.inner_text("#gates")
    page.click("#step-1 [data-next]")
    assert "不能联办" in page.inner_text("#errors") and page.locator("#step-2").is_hidden()
    page.click(".steps [data-go='5']")
    page.click("#export")
    assert page.locator("#errors").is_visible() and page.inner_text("#saved") == ""


def test_missing_answers_are_listed_and_focus_moves_to_the_list(open_page):
    page = open_page()
    page.click("#step-1 [data-next]")
    assert page.evaluate("document.activeElement.id") == "errors"
    assert page.locator("#errors a").count() == 5 and "父母双方的户籍在哪里？" in page.inner_text("#errors")


def test_keeps_answers_after_a_reload_and_forgets_them_when_told(open_page):
    page = open_page()
    answer(page, hukou=2)
    page.reload()
    assert page.is_checked("#qa-hukou-2")
    page.click("#clear")
    page.reload()
    assert not page.is_checked("#qa-hukou-2")


def test_works_where_nothing_can_be_kept(open_page):
    page = open_page()
    page.evaluate("Object.defineProperty(window, 'localStorage', {get: function () { throw new Error('denied'); }})")
    answer(page, hukou=2)
    assert "不能保存" in page.inner_text("#kept") and "一方本省户籍的" in page.inner_text("#gates")


def test_a_file_that_is_no_submission_is_refused_in_words(open_page, tmp_path):
    page = open_page()
    file = tmp_path / "other.json"
    file.write_text("[1]", encoding="utf-8")
    page.set_input_files("#import", str(file))
    page.locator("#kept", has_text="不是申请文件").wait_for()


def test_without_scripts_it_is_a_whole_paper_form(open_page):
    page = open_page(java_script_enabled=False)
    text = page.inner_text("body")
    for f in IR.fields:
        assert page.locator(f"#f-{f.id}").is_visible() and f.name in text
    for wanted in ("当 出生证 为 未领取 时办理", "当 办理 生育保险待遇核准支付 时填写", "父亲签字（1个自然日内）", "亲子鉴定意见书"):
        assert wanted in text
    assert page.locator(".steps").is_hidden() and page.locator("#export").is_hidden()


def test_with_scripts_the_words_for_paper_are_gone(open_page):
    page = open_page()
    assert page.locator(".paper:visible").count() == 0


def test_hostile_names_stay_text(open_page):
    evil = "\"><svg onload=document.title='x'>'</script><!--<script>{{7*7}}\\u003c&amp;"

    def poison(v):
        if isinstance(v, dict):
            return {k: poison(x) if k not in SHAPE else x for k, x in v.items()}
        if isinstance(v, list) and (not v or v[0] not in ("is", "cmp", "chosen", "done", "doing", "taken", "and", "or", "not")):
            return [poison(x) for x in v]
        return v and v + evil if isinstance(v, str) else condition(v)

    def condition(v):
        if isinstance(v, list):
            if v[0] in ("and", "or", "not"):
                return [v[0], *map(condition, v[1:])]
            return [v[0], v[1] + evil, *([[o + evil for o in v[2]]] if v[0] == "is" else v[2:])]
        return v

    hostile = type(IR).model_validate(poison(IR.model_dump()))
    text = emit(hostile).artefacts[2].text
    clean = open_page()
    tags = "Array.from(document.querySelectorAll('*'), e => e.tagName + (e.id || '')).join()"
    before = clean.evaluate(tags)
    page = open_page(text)
    assert page.evaluate(tags) == before and page.title().endswith("联办申请表")
    page.check("#qa-hukou-2", force=True)
    assert page.locator("svg").count() == 0 and "<svg onload" in page.inner_text("#gates")


SHAPE = {
    "id", "kind", "kinds", "type", "participation", "how", "point", "holds", "on_refusal", "folder", "code", "place_code",
    "version", "verdict", "file",
}  # fmt: skip


def test_source_places_are_ids_on_the_page(open_page):
    page = open_page()
    for place, _ in FILES["form.html"].places:
        assert page.locator(place).count() == 1


def test_every_control_has_a_name_and_the_page_is_in_chinese(open_page):
    page = open_page()
    nameless = """all => all.filter(e => !(e.labels && e.labels.length)).map(e => e.id)"""
    assert page.eval_on_selector_all("main input, main select, aside input", nameless) == []
    assert page.get_attribute("html", "lang") == "zh-CN"


def test_fits_a_narrow_phone_without_sideways_scrolling(open_page):
    page = open_page(viewport={"width": 380, "height": 800})
    for step in "12345":
        page.click(f".steps [data-go='{step}']")
        assert page.evaluate("document.documentElement.scrollWidth") <= 380
