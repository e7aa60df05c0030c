import ast
from pathlib import Path

import pytest

from heed.command.pages import FOLDER, checks, doors, moves, pages
from heed.command.tests.conftest import Heed
from heed.doors import DOORS
from heed.returns.models import AgencyReturn

PAGES = dict(pages())


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_what_the_code_says(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == PAGES[name], (
        f"docs/reference/{name} is stale: run script/fix."
    )


def test_the_command_says_which_page_is_stale(
    heed: Heed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("heed.command.pages.FOLDER", tmp_path)
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert heed("reference", "--check").code == 0
    (tmp_path / "access.md").write_text("something else")
    said = heed("reference", "--check")
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert "docs/reference/access.md" in said.err
    assert heed("reference").out == "Drew docs/reference/access.md\n"
    assert heed("reference", "--check").code == 0


def test_every_door_is_on_the_page_and_every_word_explained() -> None:
    page = PAGES["access.md"]
    for name, door in DOORS.items():
        assert f"| `{name}` |" in page
        for node in ast.walk(ast.parse(door.who.name, mode="eval")):
            if isinstance(node, ast.Name):
                assert f"- **{node.id.replace('_', ' ')}**: …" in page, node.id


def test_who_may_is_told_in_words() -> None:
    assert doors.who(DOORS["returns.know"].who) == "sees case"
    told = doors.who(DOORS["referrals.ask_more"].who)
    assert told.startswith("sees case and (coordinator of the partnership or ")


def test_a_record_is_drawn_with_its_moves() -> None:
    drawn = moves.page().split("## ")
    (section,) = [one for one in drawn if one.startswith("Agency return\n")]
    assert 'state "Begun" as begun' in section
    assert "[*] --> asked" in section
    for state, following in AgencyReturn.MOVES.items():
        for one in following:
            assert f"    {state.value} --> {one.value}\n" in section


def test_the_checks_are_all_there_and_name_tests_that_exist(tmp_path: Path) -> None:
    page = PAGES["checks.md"]
    for number in range(1, 57):
        assert f"\n| {number} | " in page
    kept = tmp_path / "docs" / "reference" / "checks.toml"
    kept.parent.mkdir(parents=True)
    kept.write_text(
        '[[check]]\nnumber = 1\ngroup = "A"\nheld_to = "x"\ntests = ["src/none.py::test_it"]\n'
    )
    with pytest.raises(ValueError, match="no such file"):
        checks.page(kept)
