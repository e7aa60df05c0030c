"""What people read in a pack: complete, plain, kind, and never blaming."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from heed.pathways import packs
from heed.pathways.merging import has_ids
from heed.pathways.packs import PACKS
from heed.pathways.shapes import EVENTS, LETTERS, SECTORS, WORDS, Pack, groups, routes

BLAMING = (
    r"\bfail(ed|ure|ures|ing|ings|s)?\b",
    r"\boverdue\b",
    r"\bnon-complian\w+",
    r"\bhard to reach\b",
    r"\bdisengag\w+",
    r"\bplease note\b",
    r"\bshould have\b(?! regard)",
    r"\bmissed opportunit\w+",
    r"\bdid not engage\b",
    r"\bdid not attend\b",
    r"\bdisguised compliance\b",
    r"\bdisclos\w+",
    r"\bcommitted suicide\b",
    r"\bperpetrator\w*",
    r"\blessons must\b",
    r"\bpoor parenting\b",
)
HEAVY = (r"\bstakeholder\w*", r"\butili[sz]e\w*", r"\bin order to\b", r"\bvia\b", r"\bsubmit\w*")
OF_THE_PLACE = ("source", "meets_every_weeks")
AMERICAN = (r"\b\w+iz(e|es|ed|ing|ation)\b", r"\bbehavior\b", r"\bcenter\b", r"\blearned\b")


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, f"{path} › {key}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from texts(
                inner, f"{path} › {inner.get('id') if isinstance(inner, dict) else place}"
            )


def read(pack: Pack) -> list[tuple[str, str]]:
    return [
        (path, text)
        for path, text in texts(pack.model_dump(mode="json"))
        if " " in text and not path.endswith(("source", "address"))
    ]


@pytest.mark.parametrize("name", packs.names())
@pytest.mark.parametrize("pattern", BLAMING + HEAVY + AMERICAN)
def test_nothing_a_person_reads_blames_or_weighs_heavy(name: str, pattern: str) -> None:
    allowed = {"size", "sized", "prize", "seize", "recognize"}
    found = [
        (path, match[0])
        for path, text in read(packs.load(name))
        for match in re.finditer(pattern, text, re.IGNORECASE)
        if match[0].lower() not in allowed
    ]
    assert found == []


@pytest.mark.parametrize("name", packs.names())
def test_texts_are_whole_and_tidy(name: str) -> None:
    for path, text in read(packs.load(name)):
        assert "  " not in text, path
        assert "\n" not in text, path
        assert text == text.strip(), path
        assert '"' not in text, f"{path}: write “ ”"
        assert "TODO" not in text, path


@pytest.mark.parametrize("name", packs.names())
def test_every_question_ends_as_a_question_and_every_hint_as_a_sentence(name: str) -> None:
    pack = packs.load(name)
    sections = [*pack.referral.later, *pack.returns.sections]
    sections += [each.section for each in pack.returns.add_ons]
    asked = [*pack.referral.asks, pack.returns.outside_period, *pack.recommendations.asks]
    asked += [question for section in sections for question in section.questions]
    for question in asked:
        assert question.text.endswith("?"), question.id
        assert len(question.text.split()) <= 20, question.id
        assert not question.hint or question.hint[-1] in ".?", question.id
        for choice in question.choices:
            assert not choice.label.endswith("."), (question.id, choice.id)


@pytest.mark.parametrize("name", packs.names())
def test_ids_of_a_whole_return_never_meet(name: str) -> None:
    form = packs.load(name).returns
    plain = [question.id for section in form.sections for question in section.questions]
    plain.append(form.outside_period.id)
    for add_on in form.add_ons:
        more = [question.id for question in add_on.section.questions]
        assert len(set(plain + more)) == len(plain) + len(more), add_on.id


def test_the_lists_of_names_and_their_meanings_agree() -> None:
    assert set(SECTORS) == set(groups.Sector.__args__)  # type: ignore[attr-defined]
    assert set(EVENTS) == set(routes.EventName.__args__)  # type: ignore[attr-defined]
    england = packs.load("england")
    assert list(england.words) == list(WORDS)
    assert list(england.letters) == list(LETTERS)


def repeats(own: Any, base: Any, path: str = "") -> Iterator[str]:
    """What a pack says although its base says the same."""
    if isinstance(own, dict) and isinstance(base, dict):
        for key, value in own.items():
            if key not in ("id", "after", "base"):
                yield from repeats(value, base.get(key), f"{path} › {key}")
    elif has_ids(own) and has_ids(base):
        known = {entry["id"]: entry for entry in base}
        for entry in own:
            yield from repeats(entry, known.get(entry["id"]), f"{path} › {entry['id']}")
    elif own == base:
        yield path


@pytest.mark.parametrize("name", [name for name in packs.names() if name != "england"])
def test_a_pack_says_only_what_it_does_differently(name: str) -> None:
    """What it repeats would miss the base's next improvement; a source, or how often a group meets,
    is a fact of the place."""
    base: dict[str, Any] = {}
    for file in (PACKS / "england").glob("*.toml"):
        base |= tomllib.loads(file.read_text())
    for file in (PACKS / name).glob("*.toml"):
        said = list(repeats(tomllib.loads(file.read_text()), base))
        assert [path for path in said if not path.endswith(OF_THE_PLACE)] == [], file.name


@pytest.mark.parametrize("name", packs.names())
def test_the_day_of_the_event_fits_half_a_day_and_begins_with_what_worked(name: str) -> None:
    event = packs.load(name).event
    assert 90 <= sum(part.minutes for part in event.agenda) <= 240
    assert [prompt.id for prompt in event.prompts] == ["worked_well", "concern", "strengthen"]
    order = [part.id for part in event.agenda]
    assert order.index("worked_well") < order.index("concern") < order.index("strengthen")
    assert any(part.family for part in event.agenda)
