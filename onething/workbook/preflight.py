"""A look at a workbook's table of contents before anything is unpacked: what would fill memory or disk is refused."""

from __future__ import annotations

import zipfile
from pathlib import Path

from onething.limits import WORKBOOK_MEMBERS, WORKBOOK_RATIO, WORKBOOK_UNPACKED
from onething.workbook.grid import Refused

OLE = b"\xd0\xcf\x11\xe0"
SMALL = 1 << 20  # members up to this size may shrink as much as they like


def preflight(path: Path) -> None:
    """Look at an XLSX file without unpacking it. Raises ``Refused`` when it is none, is encrypted, or is made to burst."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, NotImplementedError) as error:
        raise Refused("不是 .xlsx 文件，或者文件已损坏；用 Excel 打开后另存一份再试", "not an .xlsx file, or it is damaged: save it again from Excel") from error
    if len(members) > WORKBOOK_MEMBERS:
        raise Refused(f"压缩包里有 {len(members)} 个文件，上限 {WORKBOOK_MEMBERS}", f"{len(members)} files in the archive; the limit is {WORKBOOK_MEMBERS}")
    if any(member.flag_bits & 1 for member in members):
        raise Refused("加了密码，先在 Excel 里取消密码", "it is encrypted: remove the password first")
    size = sum(member.file_size for member in members)
    if size > WORKBOOK_UNPACKED:
        raise Refused(f"解压后有 {size} 字节，上限 {WORKBOOK_UNPACKED}", f"{size} bytes unpacked; the limit is {WORKBOOK_UNPACKED}")
    for member in members:
        if member.file_size > SMALL and member.file_size > WORKBOOK_RATIO * member.compress_size:
            raise Refused("压缩得不合常理，像是压缩炸弹", "it is packed beyond all reason: a zip bomb")
    if not any(member.filename.lower().endswith("workbook.xml") for member in members):
        raise Refused("压缩包里没有工作簿，不是 .xlsx 文件", "there is no workbook in the archive")
