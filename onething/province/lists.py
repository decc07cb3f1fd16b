"""The standard lists: 总体 年度 特色, each with its bundles. A list that is only named in its standards is one, too."""

from __future__ import annotations

from dataclasses import dataclass

from onething.model.catalogue import Catalogue, Standard
from onething.vocabulary.catalogue import TIERS
from onething.vocabulary.phrase import NOT_STATED


@dataclass(frozen=True, slots=True)
class Listed:
    """A list with its standards in the author's order. ``tier`` '' = not stated; ``place`` '' = everywhere; ``issued``
    an ISO day, or ''; ``path`` and ``line``: where it is declared, or its first standard."""

    name: str
    tier: str
    place: str
    issued: str
    basis: tuple[str, ...]
    standards: tuple[Standard, ...]
    path: str
    line: int

    def due(self, today: str) -> bool:
        """Whether it was issued by this day; without a day, or a date of issue, it counts as issued."""
        return not today or not self.issued or self.issued <= today

    def title(self) -> str:
        """``国家2024-1（年度，2024-01-09 发布，国发〔2024〕3号）``."""
        marks = "，".join(s for s in (self.tier, self.remark()) if s)
        return f"{self.name}（{marks}）" if marks else self.name

    def remark(self) -> str:
        """Where it holds, when it was issued, by which document."""
        issued = f"{self.issued} 发布" if self.issued else ""
        return "，".join(s for s in (self.place, issued, *self.basis) if s and s != NOT_STATED)


def listed(catalogue: Catalogue) -> list[Listed]:
    """Every list that holds a standard: 总体 first, then 年度, 特色 and those of no stated tier; older before newer."""
    held: dict[str, list[Standard]] = {}
    for standard in catalogue.standards.values():
        if catalogue.successors.get(("standard", standard.name), ("", None))[0] in catalogue.standards:
            continue  # what has a successor is no longer asked for
        held.setdefault(standard.list, []).append(standard)
    made = []
    for name, standards in held.items():
        declared = catalogue.lists.get(name)
        span = (declared or standards[0]).span
        said = (declared.tier, declared.place, declared.issued, declared.basis) if declared else ("", "", "", ())
        made.append(Listed(name or "未列清单", *said, tuple(standards), span.source.path, span.position[0]))
    tier = {t: n for n, t in enumerate(TIERS)}
    return sorted(made, key=lambda l: (tier.get(l.tier, len(TIERS)), l.issued or "~", l.name))
