"""Workbooks made part by part, as no office program would write them."""

from __future__ import annotations

import zipfile
from pathlib import Path

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATED = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKBOOK = f'<workbook {MAIN} xmlns:r="{OFFICE}"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>'
RELATIONS = f'<Relationships {RELATED}><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'


def sheet(rows: str, before: str = "", behind: str = "") -> str:
    """A sheet whose ``sheetData`` holds ``rows``."""
    return f"<worksheet {MAIN}>{before}<sheetData>{rows}</sheetData>{behind}</worksheet>"


def archive(path: Path, parts: dict[str, str | bytes] | None = None, **named: str | bytes) -> Path:
    """An XLSX file of one sheet, some of its parts as given; a part that is ``''`` is left out."""
    whole = {"xl/workbook.xml": WORKBOOK, "xl/_rels/workbook.xml.rels": RELATIONS, **(parts or {})}
    if "sheet" in named:
        whole["xl/worksheets/sheet1.xml"] = named["sheet"]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in whole.items():
            if content:
                made.writestr(name, content)
    return path
