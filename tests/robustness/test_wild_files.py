"""10 000 files out of the vocabulary and the grammar, in both notations, sound and broken; ``make fuzz`` tries a million."""

from __future__ import annotations

from pathlib import Path

import pytest

from onething.diagnostics import Severity
from robustness import wild
from robustness.trial import of_text, workspace_with

PARTS, EACH = 20, 500


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    return workspace_with(tmp_path_factory.mktemp("wild"), wild.CATALOGUE)


@pytest.mark.parametrize("part", range(PARTS))
def test_any_file_gives_coded_findings(part: int, workspace):
    sound = yaml = 0
    codes: set[str] = set()
    for seed in range(part * EACH, (part + 1) * EACH):
        try:
            name, text = wild.make(seed)
            found = of_text(workspace, name, text, emitted=seed % 4 == 0)
        except BaseException as error:
            error.add_note(f"seed {seed}; shown by: python tools/fuzz.py --seed {seed} --number 1")
            raise
        sound += not any(f.severity is Severity.ERROR for f in found)
        yaml += name.endswith(".yaml")
        codes |= {f.code for f in found}
    assert sound >= 2 and yaml > EACH // 50 and len(codes) > 40, "the files have grown dull"


def test_what_shrinks_still_fails():
    """The reproduction that ``make fuzz`` prints is as small as it can be."""
    from robustness.shrink import shrunk

    assert shrunk("一\n二三\n四\n五", lambda text: "三" in text and "五" in text) == "三五"


def test_a_hang_is_noticed():
    from robustness.trial import Hang, watched

    with pytest.raises(Hang), watched(0.05):
        while True:
            pass
    assert Path(__file__).exists()  # the watchdog is gone again
