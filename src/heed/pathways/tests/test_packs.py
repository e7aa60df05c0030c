import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from heed.pathways import packs
from heed.pathways.packs import PACKS, PackError

Folder = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A pack called "here", laid over England, with these files."""

    def written(**files: str) -> Path:
        place = tmp_path / "here"
        place.mkdir(exist_ok=True)
        files.setdefault("pack", 'id = "here"\nname = "Here"\nbase = "england"\n')
        for name, text in files.items():
            (place / f"{name}.toml").write_text(text)
        return place

    return written


def said(place: Path) -> str:
    with pytest.raises(PackError) as refusal:
        packs.load_folder(place)
    return str(refusal.value)


@pytest.mark.parametrize("name", packs.names())
def test_every_pack_that_comes_with_heed_is_sound(name: str) -> None:
    pack = packs.load(name)
    assert pack.id == name
    assert pack.base == ("" if name == "england" else "england")


def test_all_seven_are_there() -> None:
    assert packs.names() == (
        "bexley",
        "cornwall",
        "england",
        "example",
        "isle-of-wight",
        "leeds",
        "plymouth",
    )


def test_a_pack_that_says_nothing_works_as_england_does(folder: Folder) -> None:
    here, england = packs.load_folder(folder()), packs.load("england")
    own = {"id", "name", "base"}
    assert here.model_dump(exclude=own) == england.model_dump(exclude=own)


def test_a_pack_cannot_be_changed_once_it_is_read() -> None:
    with pytest.raises(ValueError, match="frozen"):
        packs.load("england").name = "Other"


def test_a_clock_that_a_route_names_runs_on_that_route_alone() -> None:
    pack = packs.load("england")

    def names(event: str, route: str = "") -> set[str]:
        return {clock.id for clock in pack.clocks_from(event, route=route)}

    assert names("decision_made") == {"tell_referrer"}
    assert names("decision_made", "lfer") == {"tell_referrer", "scope", "event"}
    assert names("decision_made", "lcspr") == {"tell_referrer", "practice_review"}
    assert names("referral_received") == {"triage", "decision"}


def test_every_local_target_of_the_usual_review_is_started_by_its_route() -> None:
    pack = packs.load("england")
    local = {"scope", "returns", "event", "one_page", "sign_off", "publish"}
    assert local <= set(pack.route("lfer").starts_clocks)


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        (
            "clocks",
            '# targets\n[[clocks]]\nid = "triage"\nlenght = 5\n',
            'here/clocks.toml, line 4, clocks › triage › lenght: there is no key "lenght" here; '
            'did you mean "length"?',
        ),
        (
            "clocks",
            '[[clocks]]\nid = "triage"\nlength = "five"\n',
            "here/clocks.toml, line 3, clocks › triage › length: this has to be a whole number; "
            'it is "five"',
        ),
        (
            "clocks",
            '[[clocks]]\nid = "triage"\nlength = -1\n',
            "here/clocks.toml, line 3, clocks › triage › length: this has to be 0 or more; "
            "it is -1",
        ),
        (
            "clocks",
            '[[clocks]]\nid = "notify"\n\npausable = true\n',
            "here/clocks.toml, line 4, clocks › notify › pausable: a deadline never moves, so it "
            "cannot pause",
        ),
        (
            "groups",
            '[[groups]]\nid = "coast"\nname = "Coast"\nremit = "All."\nkind = "wroking"\n',
            "here/groups.toml, line 5, groups › coast › kind: this has to be 'review', 'working', "
            "'forum' or 'board'; it is \"wroking\"",
        ),
        (
            "groups",
            '[[groups]]\nid = "coast"\nname = "Coast"\nkind = "working"\n',
            "here/groups.toml, line 1, groups › coast › remit: this is missing, and every pack "
            "needs it",
        ),
        (
            "groups",
            '[[groups]]\nid = "coast"\nname = "Coast"\nremit = "All."\nkind = "review"\n',
            "one group has to be of kind review; 2 are",
        ),
        (
            "groups",
            '[[groups]]\nid = "review"\nhands_to = ["nobody"]\n',
            'here/groups.toml, line 3, groups › review › hands_to: there is no group "nobody"',
        ),
        (
            "groups",
            '[[groups]]\nid = "review"\n[groups.quorum]\nsectors = ["faith"]\n',
            'here/groups.toml, line 4, groups › review › quorum › sectors: "faith" is needed for a '
            "quorum but is not one of the group's sectors",
        ),
        (
            "groups",
            '[[groups]]\nid = "poliicy"\nremove = true\n',
            'here/groups.toml, line 3, groups › poliicy › remove: there is no "poliicy" to take '
            "away",
        ),
        (
            "words",
            '[words]\nlfer = "LfER"\nreveiw_group = "LIG"\n',
            'here/words.toml, line 1, words: there is no key "reveiw_group" here; did you mean '
            '"review_group"?',
        ),
        (
            "words",
            '[words]\nlfer = ""\n',
            "here/words.toml, line 2, words › lfer: this is empty; write something, or take the "
            "key out",
        ),
        (
            "routes",
            '[[routes]]\nid = "lfer"\nstarts_clocks = ["practice_review"]\n',
            'here/routes.toml, line 3, routes › lfer › starts_clocks: "practice_review" is a '
            "deadline, but no law times this route; make it a target",
        ),
        (
            "routes",
            '[[routes]]\nid = "lfer"\nfollows = ["something"]\n',
            'line 3, routes › lfer › follows: there is nothing called "something"',
        ),
        (
            "referral",
            '[[referral.asks]]\nid = "more"\ntext = "More?"\n[[referral.asks]]\nid = "again"\n'
            'text = "Again?"\n',
            "somebody who asks for learning meets 14 questions, with the one on whom it is about; "
            "12 is the most",
        ),
        (
            "referral",
            '[[referral.asks]]\nid = "harm"\nwhen = { question = "learning", equals = "yes" }\n',
            'here/referral.toml, line 1, referral › asks: "harm" waits for "learning", which is '
            "not asked before it in the same form",
        ),
        (
            "referral",
            '[[referral.asks]]\nid = "harm"\nwhen = { question = "asking_for", equals = "harm" }\n',
            '"harm" waits for "asking_for" to be "harm", which is not one of its answers',
        ),
        (
            "referral",
            '[[referral.asks]]\nid = "period"\nkind = "one_of"\n',
            'here/referral.toml, line 1, referral › asks › period: a question of kind "one_of" '
            "needs at least two choices",
        ),
        (
            "referral",
            '[[referral.asks]]\nid = "about"\ntext = "Who?"\nafter = "asking_for"\n',
            'every referral has a page called "about"; give the question another id',
        ),
        (
            "briefing",
            "[briefing]\nwords = 100\n",
            "here/briefing.toml, line 2, briefing › words: the required sections may hold 265 "
            "words, and the page only 100",
        ),
        (
            "briefing",
            '[briefing]\nsign_off_by = "reveiw"\n',
            'here/briefing.toml, line 2, briefing › sign_off_by: there is no group "reveiw"',
        ),
        (
            "recommendations",
            '[[recommendations.effect]]\nid = "wonderful"\nlabel = "Wonderful"\n',
            "here/recommendations.toml, line 1, recommendations › effect › wonderful: there is no "
            'state "wonderful"',
        ),
        (
            "links",
            '[[links]]\nid = "toolkit"\nlabel = "Toolkit"\naddress = "example"\nabout = "All."\n',
            "here/links.toml, line 4, links › toolkit › address: this has to be an address that "
            'begins with https://; it is "example"',
        ),
        (
            "broken",
            '[words]\nlfer = "LfER"\nlfer_short = LfER\n',
            "here/broken.toml, line 3, words › lfer_short: this is not written as TOML wants it: "
            "invalid value",
        ),
        (
            "second",
            '# another file\nname = "There"\n',
            "here/second.toml, line 2, name: this is also in here/pack.toml, line 2; keep it in "
            "one file",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_file_line_and_key(
    folder: Folder, file: str, text: str, expected: str
) -> None:
    assert expected in said(folder(**{file: text}))


def test_everything_that_is_wrong_is_said_at_once(folder: Folder) -> None:
    wrong = said(folder(clocks='[[clocks]]\nid = "triage"\nlenght = 5\nkind = "hope"\n'))
    assert "line 3" in wrong
    assert "line 4" in wrong


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            'id = "there"\nname = "Here"\nbase = "england"\n',
            "line 1, id: the id has to be the folder",
        ),
        ('id = "here"\nname = "Here"\nbase = "wales"\n', "line 3, base: there is no pack 'wales'"),
        ('id = "here"\nname = "Here"\nbase = "plymouth"\n', "is itself laid over another pack"),
    ],
)
def test_a_pack_says_who_it_is_and_what_it_stands_on(
    folder: Folder, head: str, expected: str
) -> None:
    assert expected in said(folder(pack=head))


def test_an_empty_folder_and_an_unknown_name_are_said(tmp_path: Path) -> None:
    assert "there are no .toml files in this folder" in said(tmp_path)
    with pytest.raises(PackError, match='there is no pack "plimouth"; there are bexley'):
        packs.load("plimouth")


def test_a_pack_without_a_base_has_nothing_to_take_away(tmp_path: Path) -> None:
    place = tmp_path / "england"
    shutil.copytree(PACKS / "england", place)
    clocks = place / "clocks.toml"
    clocks.write_text(clocks.read_text().replace('id = "triage"\n', 'id = "triage"\nafter = "x"\n'))
    assert '"after" only makes sense in a pack that has a base' in said(place)


def test_a_problem_in_the_base_is_found_in_the_bases_file(folder: Folder) -> None:
    wrong = said(folder(clocks='[[clocks]]\nid = "scope"\nremove = true\n'))
    assert "england/routes.toml, line" in wrong
    assert 'there is nothing called "scope"' in wrong
