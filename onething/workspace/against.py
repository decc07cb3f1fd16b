"""An earlier state of a workspace: a folder, an archive, or a revision of git – brought into a folder to be opened.

Only source files and ``onething.toml`` are taken. Nothing is fetched and no working tree is touched: a revision is read
from the objects that git has. What an archive must not hold – links, paths that lead out of it – refuses the whole.
"""

from __future__ import annotations

import os
import subprocess
import tarfile
import tempfile
import zipfile
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Iterator

from onething.limits import ARCHIVE_MEMBERS, ARCHIVE_UNPACKED, FILE_BYTES
from onething.workspace.walk import FILE, SUFFIXES, roots_below

ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz")
OFFLINE = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}


class Unusable(Exception):
    """An earlier state that cannot be had: why, in Chinese and English."""

    def __init__(self, zh: str, en: str):
        super().__init__(zh)
        self.zh, self.en = zh, en


@contextmanager
def state(reference: str, root: Path) -> Iterator[Path]:
    """The workspace of the folder ``root`` as it was: the folder of its ``onething.toml``. A folder stays where it is,
    everything else lies in a folder that is gone afterwards. Raises ``Unusable``, ``OSError``."""
    path = Path(reference)
    if reference and path.is_dir():
        yield _root_in(path, reference)
        return
    with tempfile.TemporaryDirectory(prefix="onething-") as made:
        folder = Path(made)
        if path.is_file():
            _unpack(path, folder)
            yield _root_in(folder, reference)
        else:
            _revision(reference, root, folder)
            if not (folder / FILE).exists():  # the workspace is younger: then everything in it is new
                (folder / FILE).touch()
            yield folder


def _root_in(folder: Path, reference: str) -> Path:
    """The one workspace in a folder."""
    roots = [folder] if (folder / FILE).is_file() else roots_below(folder)
    if len(roots) != 1:
        names = "、".join(r.relative_to(folder).as_posix() for r in roots)
        if roots:
            raise Unusable(f"{reference} 里有几个工作区（{names}），请指明一个", f"there are several workspaces in {reference} ({names}): name one")
        raise Unusable(f"{reference} 里没有工作区（{FILE}）", f"there is no workspace ({FILE}) in {reference}")
    return roots[0]


def _wanted(name: str) -> bool:
    last = PurePosixPath(name).name
    return last == FILE or last.endswith(SUFFIXES)


def _put(folder: Path, name: str, data: bytes) -> None:
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


# git


def _revision(reference: str, root: Path, folder: Path) -> None:
    """The source files below ``root`` as they were in a revision."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    if commit is None:
        if _git(root, "rev-parse", "--git-dir") is None:
            raise Unusable(f"{reference} 不是文件夹，也不是压缩包；{root} 不在 git 仓库里，不能当作版本", f"{reference} is no folder and no archive, and {root} is in no git repository")
        raise Unusable(f"git 里没有“{reference}”这个版本（文件夹、压缩包里也没有）", f"git has no revision “{reference}”, and there is no such folder or archive")
    listed = _git(root, "ls-tree", "-r", "-z", commit.decode().strip(), "--", ".") or b""
    wanted = []
    for entry in listed.split(b"\0"):
        head, _, name = entry.partition(b"\t")
        mode, _, rest = head.partition(b" ")
        path = os.fsdecode(name)
        if mode in (b"100644", b"100755") and _wanted(path):
            _refuse_outside(path, reference)
            wanted.append((path, rest.split(b" ")[1]))
    if len(wanted) > ARCHIVE_MEMBERS:
        raise Unusable(f"{reference} 里文件太多：上限 {ARCHIVE_MEMBERS}", f"there are too many files in {reference}: the limit is {ARCHIVE_MEMBERS}")
    _blobs(root, wanted, folder)


def _git(root: Path, *arguments: str) -> bytes | None:
    """What git says, or None if it refuses. Raises ``Unusable`` without git."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, env={**os.environ, **OFFLINE}, stdin=subprocess.DEVNULL)
    except FileNotFoundError:
        raise Unusable("没有找到 git，请改用文件夹或压缩包", "git was not found: give a folder or an archive instead") from None
    except ValueError:  # a name with a null byte
        return None
    if done.returncode and b"safe.directory" in done.stderr:  # as in a container: the files belong to somebody else
        zh, en = "git 不信任这个文件夹（属于别的用户），先运行：", "git does not trust this folder (it belongs to another user); run first: "
        raise Unusable(*(f"{words}git config --global --add safe.directory '*'" for words in (zh, en)))
    return done.stdout if done.returncode == 0 else None


def _blobs(root: Path, wanted: list[tuple[str, bytes]], folder: Path) -> None:
    """The contents of the files, all asked of one process."""
    asked = b"".join(name + b"\n" for _, name in wanted)
    with tempfile.TemporaryFile() as questions, tempfile.TemporaryFile() as answers:
        questions.write(asked)
        questions.seek(0)
        subprocess.run(["git", "-C", str(root), "cat-file", "--batch"], stdin=questions, stdout=answers, stderr=subprocess.DEVNULL, env={**os.environ, **OFFLINE})
        answers.seek(0)
        for path, name in wanted:
            head = answers.readline().split()
            if len(head) != 3:
                raise Unusable(f"git 里缺少 {path} 的内容（浅克隆或部分克隆？）", f"git lacks the content of {path} (a shallow or partial clone?)")
            data = answers.read(int(head[2]))
            answers.read(1)
            _put(folder, path, data[: FILE_BYTES + 1])


# archives


def _unpack(path: Path, folder: Path) -> None:
    """The source files of an archive. Raises ``Unusable`` for what cannot be trusted or read."""
    name = path.name.lower()
    if not name.endswith(ARCHIVES):
        raise Unusable(f"{path} 不是能读的压缩包（{'、'.join(ARCHIVES)}）", f"{path} is no archive that can be read ({', '.join(ARCHIVES)})")
    try:
        (_unzip if name.endswith(".zip") else _untar)(path, folder)
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise Unusable(f"读不了压缩包 {path}：{error}", f"cannot read the archive {path}: {error}") from None
    except OSError as error:
        if error.errno is not None:
            raise
        raise Unusable(f"读不了压缩包 {path}：{error}", f"cannot read the archive {path}: {error}") from None  # gzip: not one


def _unzip(path: Path, folder: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        _refuse_many(len(members), path)
        left = ARCHIVE_UNPACKED
        for member in members:
            name = _name(member)
            if (member.external_attr >> 16) & 0o170000 == 0o120000:
                _refuse_link(name, path)
            _refuse_outside(name, str(path))
            if not member.is_dir() and _wanted(name):
                with archive.open(member) as file:
                    left = _take(file, folder, name, left, path)


def _name(member: zipfile.ZipInfo) -> str:
    """A member's name: archives made on Windows write Chinese without saying how."""
    if member.flag_bits & 0x800 or member.filename.isascii():
        return member.filename
    raw = member.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename


def _untar(path: Path, folder: Path) -> None:
    with tarfile.open(path) as archive:
        count, left = 0, ARCHIVE_UNPACKED
        for member in archive:
            count += 1
            _refuse_many(count, path)
            if member.issym() or member.islnk():
                _refuse_link(member.name, path)
            _refuse_outside(member.name, str(path))
            if member.isfile() and _wanted(member.name):
                file = archive.extractfile(member)
                assert file is not None  # it is a file
                left = _take(file, folder, member.name, left, path)
            else:
                left -= member.size  # what is passed over is unpacked too
            if left < 0:
                _refuse_much(path)


def _take(file: BinaryIO | zipfile.ZipExtFile, folder: Path, name: str, left: int, path: Path) -> int:
    data = file.read(FILE_BYTES + 1)
    if len(data) > left:
        _refuse_much(path)
    _put(folder, name, data)
    return left - len(data)


def _refuse_outside(name: str, archive: str) -> None:
    parts = PurePosixPath(name.replace("\\", "/"))
    if parts.is_absolute() or ".." in parts.parts or name[1:2] == ":" or "\0" in name:
        raise Unusable(f"{archive} 里的“{name}”会落到外面，不读", f"“{name}” in {archive} leads out of it: refused")


def _refuse_link(name: str, path: Path) -> None:
    raise Unusable(f"{path} 里的“{name}”是链接，不读", f"“{name}” in {path} is a link: refused")


def _refuse_many(count: int, path: Path) -> None:
    if count > ARCHIVE_MEMBERS:
        raise Unusable(f"{path} 里文件太多：上限 {ARCHIVE_MEMBERS}", f"there are too many files in {path}: the limit is {ARCHIVE_MEMBERS}")


def _refuse_much(path: Path) -> None:
    raise Unusable(f"{path} 解压后太大：上限 {ARCHIVE_UNPACKED >> 20} MB", f"{path} is too large when unpacked: the limit is {ARCHIVE_UNPACKED >> 20} MB")
