"""import∘export is the identity, both ways: a list comes back cell by cell, a bundle in all that a list can say."""

from pathlib import Path

import pytest
from bundle_maker import make

from exchange.comparing import book_of, examined, given_back, texts
from exchange.lists import Lister
from onething.exchange.give import give, material_cells, matter_cells
from onething.exchange.take import take
from onething.model.bundle import Matter
from onething.source import Source
from onething.syntax import format_text, parse
from onething.workspace import open_workspace

REPOSITORY = Path(__file__).parents[2]
OF_A_DOCUMENT = ("材料出具单位",)  # said of the document, once, in the catalogue


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("tidy", [True, False], ids=["tidy", "wild"])
def test_every_cell_of_a_list_comes_back(seed: int, tidy: bool):
    lister = Lister(seed, tidy)
    book, rows = lister.book()
    assert texts(given_back(book).rows, lister.header) == texts(rows, lister.header)


@pytest.mark.parametrize("seed", range(25))
def test_a_list_that_says_all_plainly_is_taken_without_a_word(seed: int):
    book, _ = Lister(seed, tidy=True).book()
    assert {f.code for f in take(book, None).findings} <= {"OT3402"}


@pytest.mark.parametrize("seed", range(25))
def test_what_is_written_is_already_as_the_formatter_writes_it(seed: int):
    book, _ = Lister(seed, tidy=False).book()
    for path, text in take(book, None).files.items():
        assert not path.endswith(".onething") or format_text(parse(Source(path, text))) == text


@pytest.mark.parametrize("seed", range(25))
def test_what_is_written_has_no_error_that_was_not_told(seed: int):
    book, _ = Lister(seed, tidy=False).book()
    taken = take(book, None)
    errors = [f for each in examined(taken)[1] for f in each.findings if f.severity.value == "error"]
    assert len(errors) == sum(f.code == "OT3410" for f in taken.findings)


def said(matter: Matter, catalogue) -> tuple:
    """All that the columns of a list say of a matter."""
    materials = [{k: v for k, v in material_cells(need, catalogue).items() if k not in OF_A_DOCUMENT} for need in matter.needs]
    return matter_cells(matter), materials


def again(bundle, trees, catalogue):
    given = give(bundle, trees, catalogue)
    workspace, found = examined(take(book_of(given), None, lead=bundle.leads[0].value))
    back = next(each.bundle for each in found if each.bundle is not None)
    return given, back, workspace.catalogue


@pytest.mark.parametrize("seed", range(40))
def test_a_bundle_comes_back_in_all_that_a_list_can_say(seed: int, tmp_path: Path):
    (tmp_path / "onething.toml").write_text("", encoding="utf-8")
    (tmp_path / "件.onething").write_text(make(seed), encoding="utf-8")
    workspace = open_workspace(tmp_path)
    bundle = next(workspace.examine()).bundle
    given, back, catalogue = again(bundle, [], workspace.catalogue)
    for name, matter in bundle.matters.items():
        assert said(back.matters[name], catalogue) == said(matter, workspace.catalogue)
    assert back.leads[0].value == bundle.leads[0].value
    assert [p.value for p in back.special_procedures] == [p.value for p in bundle.special_procedures]


@pytest.mark.parametrize("folder", ["bundles", "examples"])
def test_the_bundles_of_the_repository_come_back_too(folder: str):
    for root in sorted(path.parent for path in (REPOSITORY / folder).rglob("onething.toml")):
        workspace = open_workspace(root)
        for each in list(workspace.examine())[:8]:
            if each.bundle is None:
                continue
            given, back, catalogue = again(each.bundle, [parse(workspace.source_at(each.path))], workspace.catalogue)
            for name, matter in each.bundle.matters.items():
                assert said(back.matters[name], catalogue) == said(matter, workspace.catalogue), (root, each.path)
