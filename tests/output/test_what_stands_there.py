"""What a build leaves alone, keeps, replaces and refuses in the folder it writes to."""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from onething.workspace import open_workspace, tree
from onething.workspace.build import build
from output.standing import leftovers, promised, renew, standing, true_manifest, untouched

ROOT = Path(__file__).parents[2]
BUNDLE = "990100/small-restaurant"


@pytest.fixture(scope="module")
def restaurant(tmp_path_factory) -> Path:
    """A workspace of one bundle, and its output beside it."""
    area = tmp_path_factory.mktemp("restaurant")
    for command in (["init", area / "w"], ["build", area / "w", "-o", area / "out"]):
        subprocess.run([sys.executable, "-m", "onething", *map(str, command)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return area


@pytest.fixture
def area(restaurant, tmp_path) -> Path:
    shutil.copytree(restaurant, tmp_path / "area")
    return tmp_path / "area"


def shorter(area: Path) -> None:
    """The same bundle, a day quicker."""
    file = area / "w" / "小餐馆.onething"
    file.write_text(file.read_text(encoding="utf-8").replace("5个工作日", "4个工作日"), encoding="utf-8")


def run(area: Path, **more):
    return build(open_workspace(area / "w"), area / "out", **more)


def test_if_nothing_differs_nothing_is_touched(area):
    before = untouched(area)
    built = run(area)
    assert not built.written and built.same == len(standing(area / "out"))
    after = untouched(area)
    assert {p: s for p, s in after.items() if p != "w"} == {p: s for p, s in before.items() if p != "w"}


def test_what_did_not_change_is_still_the_same_file(area):
    before = {path: (area / "out" / path).stat().st_ino for path in standing(area / "out")}
    shorter(area)
    written = set(run(area).written)
    assert written and {path for path, number in before.items() if (area / "out" / path).stat().st_ino != number} == written < set(before)


def test_what_is_not_ours_is_carried_over(area):
    out = area / "out"
    (out / "README.md").write_text("说明")
    (out / "990100" / "index.html").write_text("首页")
    (out / "站点" / "空的").mkdir(parents=True)
    (out / "站点" / "图.png").write_bytes(b"png")
    (out / BUNDLE / "批注").mkdir()
    (out / BUNDLE / "批注" / "1.txt").write_text("批注")
    (out / "latest").symlink_to("990100")
    (out / "nowhere").symlink_to("/nonexistent")
    mine = {p: s for p, s in standing(out).items() if p not in promised(out) and p != "manifest.json"}
    number = (out / "README.md").stat().st_ino
    shorter(area)
    assert run(area).written
    now = standing(out)
    assert len(mine) == 6 and mine.items() <= now.items() and (out / "站点" / "空的").is_dir()
    assert (out / "README.md").stat().st_ino == number and leftovers(area) == []


@pytest.mark.parametrize("here", [False, True], ids=["as a whole", "file by file"])
def test_what_nothing_makes_any_more_goes_with_its_folder(here: bool, area, monkeypatch):
    if here:
        monkeypatch.chdir(area / "out")
    (area / "out" / BUNDLE / "old.html").write_text("left behind")
    file = area / "w" / "小餐馆.onething"
    file.write_text(file.read_text(encoding="utf-8").replace("small-restaurant", "restaurant"), encoding="utf-8")
    run(area)
    assert sorted(p.name for p in (area / "out" / "990100").iterdir()) == ["restaurant"] and true_manifest(area / "out")
    file.unlink()
    run(area)
    assert [p.name for p in (area / "out").iterdir()] == ["manifest.json"] and promised(area / "out") == {}


def test_some_targets_only_and_the_manifest_stays_true(area):
    shorter(area)
    before = standing(area / "out")
    run(area, targets=("form",))
    after = standing(area / "out")
    assert {Path(p).name for p in before if before[p] != after[p]} == {"form.html", "form.schema.json", "form.ui.json", "manifest.json"}
    assert set(after) == set(before) and true_manifest(area / "out")


def test_some_files_only_and_the_others_stay(area):
    text = (area / "w" / "小餐馆.onething").read_text(encoding="utf-8")
    head = text.index("一件事 ")
    (area / "w" / "大餐馆.onething").write_text(text[head:].replace("开小餐馆", "开大餐馆").replace("small-restaurant", "big-restaurant"), encoding="utf-8")
    run(area)
    shorter(area)
    built = run(area, only={"大餐馆.onething"})
    assert built.bundles == 1 and not built.written and true_manifest(area / "out") and len(promised(area / "out")) == 20
    assert run(area, only={"小餐馆.onething"}).written and true_manifest(area / "out") and len(promised(area / "out")) == 20
    assert not run(area).written


def test_a_first_build_of_some_targets_lists_what_it_made(area):
    shutil.rmtree(area / "out")
    run(area, targets=("form",))
    assert true_manifest(area / "out") and promised(area / "out")
    run(area)
    assert true_manifest(area / "out")


def test_an_output_that_is_a_link_stays_one(area):
    (area / "out").rename(area / "www")
    (area / "out").symlink_to("www")
    shorter(area)
    assert run(area).written
    assert (area / "out").is_symlink() and true_manifest(area / "www") and leftovers(area) == []


def test_a_link_instead_of_a_file_is_replaced_and_never_written_through(area):
    page, secret = area / "out" / BUNDLE / "form.html", area / "secret"
    shutil.copy(page, secret)
    page.unlink()
    page.symlink_to(secret)
    before = secret.read_bytes()
    assert run(area).written == [f"{BUNDLE}/form.html"]  # though what it leads to is the same
    shorter(area)
    run(area)
    assert not page.is_symlink() and secret.read_bytes() == before and true_manifest(area / "out")
    assert not stat.S_IMODE(page.stat().st_mode) & 0o111  # a link may be executed by all


def folder_link(out: Path) -> Path:
    (out / "990100").rename(out.parent / "elsewhere")
    (out / "990100").symlink_to(out.parent / "elsewhere")
    return out / "990100"


def file_for_folder(out: Path) -> Path:
    shutil.rmtree(out / "990100")
    (out / "990100").write_text("mine")
    return out / "990100"


def folder_for_file(out: Path) -> Path:
    (out / BUNDLE / "form.html").unlink()
    (out / BUNDLE / "form.html").mkdir()
    return out / BUNDLE / "form.html"


def manifest_of_another(out: Path) -> Path:
    (out / "manifest.json").write_text('{"name": "App", "icons": []}')
    return out / "manifest.json"


@pytest.mark.parametrize("place", ["beside", "here"])
@pytest.mark.parametrize("make", [folder_link, file_for_folder, folder_for_file, manifest_of_another])
def test_what_is_in_the_way_is_named_and_nothing_is_touched(make, place: str, area, onething):
    there = make(area / "out")
    before = standing(area)
    arguments = ["-o", area / "out"] if place == "beside" else ["-o", "."]
    done = onething("build", area / "w", *arguments, cwd=area if place == "beside" else area / "out")
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and there.name in done.stderr and "换一个输出文件夹" in done.stderr
    assert standing(area) == before and leftovers(area) == []


def test_an_output_that_leads_in_a_circle_is_refused(area, onething):
    (area / "circle").symlink_to("circle")
    done = onething("build", area / "w", "-o", area / "circle")
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and leftovers(area) == []
    assert onething("build", area / "w", "-o", area / "circle", "--check").returncode == 1


def test_an_output_that_is_a_file_is_refused(area, onething):
    (area / "file").write_text("mine")
    done = onething("build", area / "w", "-o", area / "file")
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and (area / "file").read_text() == "mine" and leftovers(area) == []


def test_a_listed_path_that_leads_out_of_the_output_is_no_path(area):
    for place in ("..", "../..", "../w", "/etc"):
        body = json.loads((area / "out" / "manifest.json").read_bytes())
        body["bundles"][place] = {"bundle": "x", "version": "", "files": {"小餐馆.onething": ""}}
        (area / "out" / "manifest.json").write_text(json.dumps(body))
        before = standing(area / "w")
        assert not run(area, check_only=True).stale[1:]
        run(area)
        assert standing(area / "w") == before and true_manifest(area / "out")


@pytest.mark.parametrize("target", [".", "..", "../out"])
def test_a_folder_that_somebody_works_in_stays_that_folder(target: str, area, onething):
    number, here = (area / "out").stat().st_ino, area / "out" / "990100"
    shorter(area)
    assert onething("build", area / "w", "-o", target, cwd=area / "out" if target != ".." else here).returncode == 0
    assert (area / "out").stat().st_ino == number and here.is_dir() and true_manifest(area / "out") and leftovers(area) == []


def test_a_workspace_may_be_built_into_itself(area, onething):
    number = (area / "w").stat().st_ino
    for _ in range(2):
        assert onething("build", area / "w", "-o", area / "w").returncode == 0
    assert (area / "w").stat().st_ino == number and (area / "w" / BUNDLE / "form.html").exists() and (area / "w" / "小餐馆.onething").exists()


def test_what_is_mounted_within_the_output_stays_mounted(area):
    """Also where nothing stands in it that could not be linked."""
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode:
        pytest.skip("nothing may be mounted here")
    shorter(area)
    own = area / "out" / "own"
    own.mkdir()
    script = f"cd {ROOT}; mount -t tmpfs none {own}; {sys.executable} -m onething build {area / 'w'} -o {area / 'out'}; mountpoint {own}"
    done = subprocess.run(["unshare", "-m", "sh", "-ec", script], capture_output=True, encoding="utf-8")
    assert done.returncode == 0 and "写了 0" not in done.stdout, done.stdout + done.stderr
    assert leftovers(area) == [] and true_manifest(area / "out")


def test_a_mounted_output_is_renewed_file_by_file(area):
    """Mounted itself, as into a container, and with something mounted within; what waits and locks lies inside, where
    others who have it mounted see it too."""
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode:
        pytest.skip("nothing may be mounted here")
    out, other, seen = area / "out", area / "other", area / "seen"
    other.mkdir()
    (other / "mine").write_text("mine")
    python = f"{sys.executable} -m onething build {area / 'w'} -o {out}"
    where = f"from onething.workspace.tree import renewing; from pathlib import Path\nwith renewing(Path('{out}'), Path('w')) as tree: print(tree.stage.parent)"
    script = f"""
        cd {ROOT}
        mount -t tmpfs none {out}
        {python}
        {sys.executable} -c "{where}"
        mkdir {out}/own
        mount --bind {other} {out}/own
        sed -i s/5个工作日/4个工作日/ {area / "w" / "小餐馆.onething"}
        {python}
        cp -r {out} {seen}
    """
    done = subprocess.run(["unshare", "-m", "sh", "-ec", script], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    first, inside, second = done.stdout.splitlines()
    assert "写了 11 个文件" in first and inside == str(out) and "写了 0" not in second and "写了 11" not in second
    assert (seen / "own" / "mine").exists() and (other / "mine").exists() and leftovers(area) == leftovers(seen) == []
    shutil.rmtree(seen / "own")
    assert true_manifest(seen)


@pytest.mark.parametrize("here", [False, True], ids=["as a whole", "file by file"])
def test_who_may_read_stays_as_it_was(here: bool, area, monkeypatch):
    out = area / "out"
    if here:
        monkeypatch.chdir(out)
    for path, mode in {"": 0o750, BUNDLE: 0o2775, f"{BUNDLE}/form.html": 0o640, f"{BUNDLE}/bundle.json": 0o664}.items():
        os.chmod(out / path, mode)
    shorter(area)
    written = run(area).written
    assert f"{BUNDLE}/form.html" in written or f"{BUNDLE}/bundle.json" in written
    modes = {path: stat.S_IMODE((out / path).stat().st_mode) for path in ("", BUNDLE, f"{BUNDLE}/form.html", f"{BUNDLE}/bundle.json")}
    assert modes == {"": 0o750, BUNDLE: 0o2775, f"{BUNDLE}/form.html": 0o640, f"{BUNDLE}/bundle.json": 0o664}


@pytest.mark.parametrize("mask", [0o022, 0o002, 0o077])
def test_what_is_new_may_be_read_by_whom_the_mask_allows(mask: int, tmp_path):
    before = os.umask(mask)
    try:
        renew(tmp_path / "out", {"a/b/c.html": b"1"})
    finally:
        os.umask(before)
    modes = [stat.S_IMODE(p.stat().st_mode) for p in (tmp_path / "out", tmp_path / "out/a", tmp_path / "out/a/b/c.html")]
    assert modes == [0o777 & ~mask, 0o777 & ~mask, 0o666 & ~mask]


@pytest.mark.parametrize(("number", "whole"), [("EPERM", True), ("ENOTSUP", True), ("EXDEV", False), ("EACCES", False)])
def test_a_disk_without_links(number: str, whole: bool, tmp_path, monkeypatch):
    """Files are copied; where that would not do, the folder stays and its files are renewed one by one."""
    assert without_links(number, tmp_path, monkeypatch) is whole


def test_files_of_others_are_not_copied(tmp_path, monkeypatch):
    if os.geteuid():
        pytest.skip("only root can give files away")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "theirs").write_text("theirs")
    os.chown(tmp_path / "out" / "theirs", 65534, 65534)
    assert without_links("EPERM", tmp_path, monkeypatch, theirs=b"theirs") is False
    assert (tmp_path / "out" / "theirs").stat().st_uid == 65534


def without_links(number: str, area: Path, monkeypatch, **there: bytes) -> bool:
    """Renew an output where nothing can be linked; whether it changed as a whole."""

    def no(*_arguments, **_more):
        raise OSError(getattr(errno, number), number)

    renew(area / "out", {"a/b/1": b"1", "a/b/2": b"2", **there})
    (area / "out" / "mine").write_text("mine")
    before = (area / "out").stat().st_ino
    monkeypatch.setattr(os, "link", no)
    renew(area / "out", {"a/b/1": b"1", "a/b/2": b"new", "mine": b"mine", **there})
    assert {p: (area / "out" / p).read_bytes() for p in standing(area / "out")} == {"a/b/1": b"1", "a/b/2": b"new", "mine": b"mine", **there}
    assert leftovers(area) == []
    return (area / "out").stat().st_ino != before


@pytest.mark.parametrize("number", ["EXDEV", "EBUSY"])
def test_a_folder_that_cannot_change_places_is_renewed_file_by_file(number: str, tmp_path, monkeypatch):
    def no(new, out):
        raise OSError(getattr(errno, number), number)

    renew(tmp_path / "out", {"a/b/1": b"1", "a/b/2": b"2", "a/c/3": b"3"})
    before = (tmp_path / "out").stat().st_ino
    monkeypatch.setattr(tree, "exchange", no)
    renew(tmp_path / "out", {"a/b/1": b"1", "a/b/2": b"new"})
    assert {p: (tmp_path / "out" / p).read_bytes() for p in standing(tmp_path / "out")} == {"a/b/1": b"1", "a/b/2": b"new"}
    assert (tmp_path / "out").stat().st_ino == before and not (tmp_path / "out/a/c").exists() and leftovers(tmp_path) == []


def test_folders_of_others_stay_theirs(area):
    if os.geteuid():
        pytest.skip("only root can give folders away")
    theirs = area / "out" / "theirs"
    theirs.mkdir()
    (theirs / "1").write_text("1")
    os.chown(theirs, 65534, 65534)
    shorter(area)
    assert run(area).written
    assert (theirs.stat().st_uid, theirs.stat().st_gid) == (65534, 65534) and (theirs / "1").exists()


def test_what_a_killed_build_left_is_swept(area):
    for name in (".out.onething-new-1", ".out.onething-new-2", ".out.onething-old"):
        (area / name / "990100").mkdir(parents=True)
        (area / name / "990100" / "half").write_text("half")
    run(area)
    assert leftovers(area) == [] and true_manifest(area / "out")


def test_an_output_that_a_killed_build_put_aside_is_brought_back(area):
    before = standing(area / "out")
    (area / "out").rename(area / ".out.onething-old")
    with tree.renewing(area / "out", area / "w"):
        pass
    assert standing(area / "out") == before and leftovers(area) == []


def test_the_longest_name(tmp_path):
    out = tmp_path / ("长" * 85)
    renew(out, {"a/b/1": b"1"})
    renew(out, {"a/b/1": b"2"})
    assert (out / "a/b/1").read_bytes() == b"2"


def test_folders_on_the_way_are_made_only_if_something_comes_into_them(area, onething):
    assert onething("build", area / "w", "-o", area / "x/y/out").returncode == 0 and true_manifest(area / "x/y/out")
    (area / "w" / "错.onething").write_text("一件事 甲：\n    错：x\n", encoding="utf-8")
    assert onething("build", area / "w", "-o", area / "p/q/out").returncode == 1 and not (area / "p").exists()


def test_comparing_needs_no_lock_and_leaves_nothing(area, onething):
    with tree.renewing(area / "out", area / "w"):
        assert onething("build", area / "w", "-o", area / "out", "--check").returncode == 0
    os.chmod(area, 0o555)
    try:
        assert onething("build", area / "w", "-o", area / "out", "--check").returncode == 0
    finally:
        os.chmod(area, 0o755)


@pytest.mark.parametrize("code", ("", "代码：x", "代码：123"))
def test_a_place_without_a_code_has_a_folder_of_its_own_within_the_output(area, code):
    for file in (area / "w").rglob("*.onething"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("    代码：990100\n", f"    {code}\n" if code else ""), encoding="utf-8")
    shutil.rmtree(area / "out")
    run(area)
    (folder,) = (p.name for p in (area / "out").iterdir() if p.is_dir())
    assert folder.startswith("place-") and (area / "out" / folder / "small-restaurant" / "bundle.json").exists()


@pytest.mark.parametrize("path", ("/tmp/x", "../x", "a/../../x", "a\\..\\x", "C:x"))
def test_nothing_is_laid_outside_the_output(tmp_path, path):
    with tree.renewing(tmp_path / "out", tmp_path / "w") as made, pytest.raises(ValueError):
        made.put(path, b"")
