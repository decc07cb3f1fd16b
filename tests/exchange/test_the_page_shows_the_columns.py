"""docs/exchange.md shows the columns as they are read."""

from pathlib import Path

from onething.exchange.columns import columns

PAGE = Path(__file__).parents[2] / "docs" / "exchange.md"


def table() -> str:
    """The table of columns, as the page shows it."""
    lines = ["| 列 | 说的是 | 读成 | 也叫 |", "| --- | --- | --- | --- |"]
    for column in columns().values():
        becomes = {"原件": "材料", "介质": "材料", "份数": "材料", "取得": "材料", "必要": "材料", "签发": "证照的签发"}.get(column.becomes, column.becomes)
        lines.append(f"| {column.name} | {column.of} | {becomes or '照原样留着'} | {'、'.join(column.aliases)} |")
    return "\n".join(lines) + "\n"


def test_the_page_shows_every_column_with_its_names():
    assert table() in PAGE.read_text(encoding="utf-8"), "\n" + table()
