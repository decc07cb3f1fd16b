"""Lines of a source text on their way, each with the cell that it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field

from onething.exchange.places import At


@dataclass(slots=True)
class Lines:
    """Lines of a source text, each with the cell it was made from."""

    texts: list[str] = field(default_factory=list)
    cells: list[At | None] = field(default_factory=list)

    def add(self, text: str, at: At | None = None) -> None:
        self.texts.append(text)
        self.cells.append(at)

    def text(self) -> str:
        return "\n".join(self.texts) + "\n"
