"""An earlier state is a folder, an archive or a revision of git; what cannot be trusted or had is refused in one line."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest

from onething.workspace import against
from onething.workspace.against import Unusable, state

TEXT = "一件事 开店：\n    代码：open-shop\n"
OTHER = "一件事 开店：\n    代码：other\n"


def git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=甲", "-c", "user.email=a@example.invalid", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)


def workspace(folder: Path, text: str = TEXT) -> Path:
    (folder / "国家").mkdir(parents=True)
    (folder / "onething.toml").write_text('language = "2"\n', encoding="utf-8")
    (folder / "国家" / "开店.onething").write_text(text, encoding="utf-8")
    (folder / "说明.txt").write_text("不是源文件", encoding="utf-8")
    return folder


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose workspace lies in a folder of its own; the file has changed since the only commit."""
    root = workspace(tmp_path / "库" / "规格")
    git(tmp_path / "库", "init")
    git(tmp_path / "库", "add", ".")
    git(tmp_path / "库", "commit", "-m", "一")
    (root / "国家" / "开店.onething").write_text(OTHER, encoding="utf-8")
    return root


def files(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in folder.rglob("*") if p.is_file()}


def test_a_revision_is_read_without_touching_the_working_tree(repository: Path):
    before = files(repository)
    with state("main", repository) as then:
        assert files(then) == {"onething.toml": 'language = "2"\n', "国家/开店.onething": TEXT}
    assert files(repository) == before and not then.exists()


def test_a_revision_is_found_from_a_workspace_that_is_younger(repository: Path):
    """Nothing was there: an empty workspace, in which everything is new."""
    young = workspace(repository.parent / "新的")
    with state("HEAD", young) as then:
        assert files(then) == {"onething.toml": ""}


@pytest.mark.parametrize("revision", ["没有这个", "HEAD~7", "--all", "-x", "a\nb", ""])
def test_a_revision_that_is_not_there_is_refused(revision: str, repository: Path):
    with pytest.raises(Unusable, match="没有"), state(revision, repository):
        pass


def test_a_folder_that_is_in_no_repository_is_said(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(Unusable, match="不在 git 仓库里"), state("main", workspace(tmp_path / "w")):
        pass


def test_without_git_it_is_said(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unusable, match="没有找到 git"), state("main", workspace(tmp_path / "w")):
        pass


def test_a_folder_stays_where_it_is(tmp_path: Path):
    root = workspace(tmp_path / "一" / "二")
    with state(str(tmp_path), tmp_path) as found:
        assert found == root
    assert root.exists()


@pytest.mark.parametrize("number, said", [(0, "没有工作区"), (2, "几个工作区")])
def test_a_folder_holds_one_workspace(number: int, said: str, tmp_path: Path):
    for i in range(number):
        workspace(tmp_path / f"夹{i}")
    with pytest.raises(Unusable, match=said), state(str(tmp_path), tmp_path):
        pass


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def tarred(path: Path, members: list[tarfile.TarInfo]) -> Path:
    with tarfile.open(path, "w:gz" if path.suffix in (".gz", ".tgz") else "w") as archive:
        for member in members:
            archive.addfile(member, io.BytesIO(b"x" * member.size))
    return path


def member(name: str, size: int = 0, type: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size, info.type, info.linkname = size, type, link
    return info


@pytest.mark.parametrize("suffix", [".zip", ".tar", ".tar.gz", ".tgz"])
def test_an_archive_is_read(suffix: str, tmp_path: Path):
    root = workspace(tmp_path / "规格-main")
    path = tmp_path / f"旧{suffix}"
    if suffix == ".zip":
        zipped(path, {f"规格-main/{n}": (root / n).read_bytes() for n in files(root)})
    else:
        with tarfile.open(path, "w" if suffix == ".tar" else "w:gz") as archive:
            archive.add(root, "规格-main")
    with state(str(path), tmp_path) as then:
        assert files(then) == {"onething.toml": 'language = "2"\n', "国家/开店.onething": TEXT}
    assert not then.exists()


def test_names_of_an_archive_made_on_windows_are_read(tmp_path: Path):
    path = zipped(tmp_path / "旧.zip", {"onething.toml": b"", "XXXXXXXX.onething": TEXT.encode()})
    raw = "国家开店".encode("gb18030")
    path.write_bytes(path.read_bytes().replace(b"XXXXXXXX", raw))
    with state(str(path), tmp_path) as then:
        assert set(files(then)) == {"onething.toml", "国家开店.onething"}


OUTSIDE = ["../外面.onething", "/etc/外面.onething", "一/../../外面.onething", "C:\\外面.onething", "..\\外面.onething"]


@pytest.mark.parametrize("name", OUTSIDE)
def test_what_leads_out_of_an_archive_refuses_it(name: str, tmp_path: Path):
    for path in (zipped(tmp_path / "旧.zip", {"onething.toml": b"", name: b""}), tarred(tmp_path / "旧.tar", [member("onething.toml"), member(name)])):
        with pytest.raises(Unusable, match="落到外面"), state(str(path), tmp_path):
            pass
    assert not list(tmp_path.parent.rglob("外面*"))


def test_a_link_in_an_archive_refuses_it(tmp_path: Path):
    paths = [tarred(tmp_path / f"旧{i}.tar", [member("onething.toml"), member("链.onething", 0, kind, "/etc/passwd")]) for i, kind in enumerate((tarfile.SYMTYPE, tarfile.LNKTYPE))]
    link = zipfile.ZipInfo("链.onething")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "旧.zip", "w") as archive:
        archive.writestr("onething.toml", "")
        archive.writestr(link, "/etc/passwd")
    for path in [*paths, tmp_path / "旧.zip"]:
        with pytest.raises(Unusable, match="是链接"), state(str(path), tmp_path):
            pass


def test_an_archive_may_hold_only_so_much(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(against, "ARCHIVE_UNPACKED", 1000)
    path = zipped(tmp_path / "旧.zip", {"onething.toml": b"", "一.onething": b"x" * 700, "二.onething": b"x" * 700})
    passed_over = tarred(tmp_path / "旧.tar.gz", [member("onething.toml"), member("片子.mp4", 1400)])
    for each in (path, passed_over):
        with pytest.raises(Unusable, match="解压后太大"), state(str(each), tmp_path):
            pass
    monkeypatch.setattr(against, "ARCHIVE_MEMBERS", 2)
    with pytest.raises(Unusable, match="文件太多"), state(str(path), tmp_path):
        pass


@pytest.mark.parametrize("name", ["坏.zip", "坏.tar", "坏.tar.gz", "坏.rar"])
def test_what_is_no_archive_is_said(name: str, tmp_path: Path):
    (tmp_path / name).write_bytes(os.urandom(300))
    with pytest.raises(Unusable, match="压缩包"), state(str(tmp_path / name), tmp_path):
        pass


def test_a_repository_of_somebody_else_is_said(repository: Path, monkeypatch):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(Unusable, match="safe.directory"), state("main", repository):
        pass
