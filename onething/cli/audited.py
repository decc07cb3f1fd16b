"""The bundles of a workspace audited, in several processes: of each only what is printed comes back."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from onething.cli.progress import progress

if TYPE_CHECKING:
    from onething.audit.profile import Profile
    from onething.workspace import Workspace


class Audited(NamedTuple):
    """One bundle: what it sorts by, its row, its text or JSON where that is wanted, and why it fails."""

    score: float
    file: str
    row: tuple[str, ...]
    shown: str
    failed: tuple[dict, ...]


@dataclass(frozen=True)
class Asked:
    """What is asked of the bundles of one workspace. ``style``: a format of the command; ``columns``: the profiles that are asked
    for anywhere."""

    workspace: Workspace
    profiles: list[Profile]
    weights: dict[str, Fraction]
    goals: list[str]
    fail_under: float | None
    style: str
    columns: list[str]

    def __getstate__(self) -> dict:
        """Where processes cannot be forked, a worker opens the workspace again."""
        return {**self.__dict__, "workspace": self.workspace.root}

    def __setstate__(self, state: dict) -> None:
        from onething.workspace import open_workspace

        self.__dict__.update(state, workspace=open_workspace(state["workspace"]))

    def __call__(self, paths: list[str]) -> list[Audited | str]:
        """Each file audited; of one with errors the name alone."""
        from onething.workspace.workspace import collecting_seldom

        with collecting_seldom() as collect:
            made = [self._one(path) for path in paths]
            collect()
        return made

    def _one(self, path: str) -> Audited | str:
        from onething.audit import audit
        from onething.audit.report import report
        from onething.audit.table import row
        from onething.cli.gather import folder_of

        folder = folder_of(self.workspace)
        examined = self.workspace.examine_one(self.workspace.source_at(path))
        if not examined.sound:
            return folder + path
        body = report(audit(examined.analysis, self.profiles, self.weights), folder)
        score = -1.0 if body["score"] is None else body["score"]
        return Audited(score, body["file"], row(body, self.columns), self._shown(body), self._failed(body))

    def _shown(self, body: dict) -> str:
        if self.style == "json":
            import json

            return json.dumps(body, ensure_ascii=False, indent=1)
        if self.style == "html":
            from onething.audit.page import section

            return section(body)
        if self.style == "text":
            from onething.audit.text import audit_text

            return audit_text(body)
        return ""

    def _failed(self, body: dict) -> tuple[dict, ...]:
        """Why a bundle fails: below the score asked for, or short of a goal – which what cannot be derived is, too."""
        here = {key: body[key] for key in ("bundle", "file", "line")}
        failed = []
        if self.fail_under is not None and body["score"] is not None and body["score"] < self.fail_under:
            failed.append({**here, "what": "总分", "wanted": self.fail_under, "found": body["score"]})
        for goal in self.goals:
            if body["halving"]["verdict"] != "相符":
                failed.append({**here, "what": goal, "wanted": "相符", "found": body["halving"]["verdict"]})
        return tuple(failed)


def audited(asked: Asked, only: set[str] | None, jobs: int | None) -> list[Audited | str]:
    """Every bundle file (or only those with these paths), in the order of paths. A piece of work is a bundle with its local
    versions: they share what they adapt. Raises ``WorkerDied``."""
    from onething.workspace.workers import processes, spread

    workspace = asked.workspace
    meant = [s.path for s in workspace.sources if only is None or s.path in only]
    families: dict[str, list[str]] = {}
    for path in meant:
        families.setdefault(workspace.lineage(workspace.source_at(path))[-1].path, []).append(path)
    pieces, made = list(families.values()), {}
    for number, results in spread(asked, pieces, processes(jobs, len(pieces))):
        made.update(zip(pieces[number], results))
        progress(len(made), len(meant))
    return [made[path] for path in meant]
