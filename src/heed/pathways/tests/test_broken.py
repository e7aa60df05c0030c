"""Ten packs that cannot be used: each is told by file, line, key and a sentence."""

import re
from pathlib import Path

import pytest

from heed.pathways import command, packs

HEAD = 'id = "here"\nname = "Here"\nbase = "england"\n'
TEN = {
    "a key that is misspelt": (
        f'{HEAD}makring = "x"\n',
        "line 4, makring",
        'did you mean "marking"',
    ),
    "a wrong type": (
        f'{HEAD}[[clocks]]\nid = "triage"\nlength = "five"\n',
        "line 6, clocks › triage › length",
        "has to be a whole number",
    ),
    "an id that nothing has": (
        f'{HEAD}[[routes]]\nid = "lfer"\ncriteria = ["nothing"]\n',
        "line 6, routes › lfer › criteria",
        'there is nothing called "nothing"',
    ),
    "a base that is not there": (
        'id = "here"\nname = "Here"\nbase = "atlantis"\n',
        "line 3, base",
        "there is no pack 'atlantis'",
    ),
    "no base and half a pack": (
        'id = "here"\nname = "Here"\n',
        "line 1, edition",
        "this is missing",
    ),
    "text that is no TOML": (
        f'{HEAD}[words]\nlfer = "left open\n',
        "line 5, words › lfer",
        "this is not written as TOML wants it",
    ),
    "a question that waits for a later one": (
        f'{HEAD}[[referral.asks]]\nid = "concern"\nwhen = {{ question = "told", equals = "no" }}\n',
        "referral › asks",
        "is not asked before it in the same form",
    ),
    "an entry behind one that is not there": (
        f'{HEAD}[[groups]]\nid = "quality"\nafter = "qualty"\n',
        "line 6, groups › quality › after",
        'there is no "qualty" for "quality" to come after',
    ),
    "a deadline that a partnership would move": (
        f'{HEAD}[[clocks]]\nid = "notify"\nlength = 30\n',
        "line 6, clocks › notify › length",
        "a deadline cannot be changed here",
    ),
    "a deadline that a partnership would take away": (
        f'{HEAD}[[clocks]]\nid = "practice_review"\nremove = true\n'
        '[[routes]]\nid = "lcspr"\nstarts_clocks = []\n',
        "line 4, clocks › practice_review",
        "this deadline cannot be taken away",
    ),
}


@pytest.mark.parametrize("what", TEN)
def test_it_is_told_by_file_line_and_key(what: str, tmp_path: Path) -> None:
    text, place, sentence = TEN[what]
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "pack.toml").write_text(text)
    lines, code = command.check(str(folder))
    assert code == 1
    told = next(line for line in lines if place in line)
    assert re.match(r"here/pack\.toml, line \d+, ", told), told
    assert sentence in told


@pytest.mark.parametrize(
    ("key", "value"), [("kind", '"target"'), ("unit", '"days"'), ("counts_from", "1")]
)
def test_a_deadline_is_the_same_everywhere(key: str, value: str) -> None:
    with pytest.raises(packs.PackError, match="a deadline cannot be changed here"):
        packs.load_text(f'{HEAD}[[clocks]]\nid = "notify"\n{key} = {value}\n')


def test_what_starts_a_deadline_areas_read_differently() -> None:
    pack = packs.load_text(
        f'{HEAD}[[clocks]]\nid = "rapid_review"\nstarts_from = "authority_aware"\n'
    )
    assert pack.clock("rapid_review").starts_from == "authority_aware"


def test_a_text_stands_on_a_base_and_has_an_end() -> None:
    with pytest.raises(packs.PackError, match=r'text, line 1, base: .*write base = "england"'):
        packs.load_text('id = "here"\nname = "Here"\n')
    with pytest.raises(packs.PackError, match="longer than 200,000 characters"):
        packs.load_text(HEAD + "#" * 200_000)


def test_a_group_that_is_taken_away_is_handed_nothing() -> None:
    pack = packs.load_text(f'{HEAD}[[groups]]\nid = "policy"\nremove = true\n')
    assert pack.review_group.hands_to == ("partners", "training", "quality")
    with pytest.raises(packs.PackError, match='hands_to: there is no group "policy"'):
        packs.load_text(
            f'{HEAD}[[groups]]\nid = "policy"\nremove = true\n'
            '[[groups]]\nid = "review"\nhands_to = ["policy"]\n'
        )


@pytest.mark.parametrize(
    "bomb",
    ["a." * 300 + "b = 1", '"x y".' * 300 + "b = 1", "[" + "a." * 300 + "b]", "a = " + "[" * 9000],
    ids=["a dotted key", "a quoted one", "a table", "brackets"],
)
def test_a_text_that_would_take_all_memory_is_refused_before_it_is_read(bomb: str) -> None:
    """A key of ninety thousand parts, in a text that is not too long, ended the whole process."""
    with pytest.raises(packs.PackError, match="too deep"):
        packs.load_text(f"{HEAD}{bomb}\n")


def test_a_key_in_too_many_parts_for_what_checks_it_is_told_too() -> None:
    with pytest.raises(packs.PackError):
        packs.load_text(f"{HEAD}[{'a.' * 99}b]\n")
