from pathlib import Path

from heed.pathways import packs
from heed.pathways.compare import compare

FILES = {
    "pack.toml": """id = "here"
name = "Here"
base = "england"
[words]
lfer = "reflection"
[parts]
returns = false
""",
    "groups.toml": """[[groups]]
id = "policy"
remove = true
[[groups]]
id = "quality"
after = "start"
meets_every_weeks = 4
[[groups]]
id = "coast"
name = "Coast group"
kind = "working"
remit = "All."
""",
    "event.toml": """[event]
ground_rules = ["We listen."]
""",
    "scope.toml": """[scope]
prompts = []
focus_months = 18
""",
}


def test_every_difference_is_a_sentence(tmp_path: Path) -> None:
    place = tmp_path / "here"
    place.mkdir()
    for name, text in FILES.items():
        (place / name).write_text(text)
    england, here = packs.load("england"), packs.load_folder(place)
    found = compare(england, here)
    for sentence in (
        "words › lfer: “local learning review” in england, “reflection” in here.",
        "parts › returns: yes in england, no in here.",
        "groups: policy (“Policy and procedures group”) is in england, not in here.",
        "groups: coast (“Coast group”) is in here, not in england.",
        "groups › quality › meets_every_weeks: 8 in england, 4 in here.",
        "groups: what both have comes in another order in here.",
        "groups › review › hands_to: “policy” is in england, not in here.",
        "event › ground_rules: “We listen.” is in here, not in england.",
        "scope › focus_months: 12 in england, 18 in here.",
    ):
        assert sentence in found
    gone = [each for each in found if each.startswith("scope › prompts")]
    assert len(gone) == len(england.scope.prompts)
    assert len(found) == 8 + 1 + len(england.event.ground_rules) + len(gone)


def test_a_pack_does_not_differ_from_itself() -> None:
    assert compare(packs.load("bexley"), packs.load("bexley")) == []


def test_who_the_packs_are_is_no_difference() -> None:
    england = packs.load("england")
    other = england.model_copy(update={"id": "other", "name": "Other", "base": "england"})
    assert compare(england, other) == []
