from pathlib import Path

from heed.pathways import command


def test_all_packs_are_checked_when_none_is_named() -> None:
    lines, code = command.check()
    assert code == 0
    assert any(line.startswith("plymouth, laid over england: sound. 7 groups") for line in lines)
    assert len(lines) == 7


def test_a_folder_that_is_not_sound_answers_with_one(tmp_path: Path) -> None:
    place = tmp_path / "here"
    place.mkdir()
    (place / "pack.toml").write_text(
        'id = "here"\nname = "Here"\nbase = "england"\nmakring = "x"\n'
    )
    lines, code = command.check(str(place))
    assert code == 1
    assert lines == [
        'here/pack.toml, line 4, makring: there is no key "makring" here; did you mean "marking"?',
        "1 thing to put right.",
    ]


def test_two_packs_are_compared() -> None:
    lines, code = command.compare("england", "bexley")
    assert code == 0
    assert "returns › sharing: “facilitator” in england, “collate” in bexley." in lines
    assert command.compare("leeds", "leeds") == (["leeds and leeds work in the same way."], 0)


def test_a_pack_that_is_not_there_cannot_be_compared() -> None:
    lines, code = command.compare("england", "atlantis")
    assert code == 1
    assert 'there is no pack "atlantis"' in lines[0]


def test_the_reference_is_printed_or_written(tmp_path: Path) -> None:
    lines, code = command.reference()
    assert code == 0
    assert lines[0] == "# What a pack may say"
    page = tmp_path / "packs.md"
    assert command.reference(str(page)) == ([f"{page} is in step with the shapes."], 0)
    assert page.read_text().splitlines() == lines
