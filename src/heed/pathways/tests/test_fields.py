from typing import Any

import pytest
from django.utils.datastructures import MultiValueDict

from heed.design import fields as design
from heed.pathways import answers, packs
from heed.pathways.fields import answer_from, field_for, initial_for
from heed.pathways.forms import BOX, QuestionsForm
from heed.pathways.shapes import Question

CHOICES = [{"id": "a", "label": "A", "hint": "First"}, {"id": "b", "label": "B"}]
AGENCIES = [("7", "Harbour Academy"), ("9", "Moorland Housing")]


def question(kind: str, **said: Any) -> Question:
    plain: dict[str, Any] = {"id": "asked", "text": "What was it?", "kind": kind}
    if kind in ("one_of", "any_of"):
        plain["choices"] = CHOICES
    return Question.model_validate(plain | said)


def form(asked: Question, data: dict[str, list[str]], **more: Any) -> QuestionsForm:
    return QuestionsForm(MultiValueDict(data), questions=[asked], agencies=AGENCIES, **more)


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("line", design.LineField),
        ("long", design.LongField),
        ("date", design.WhenField),
        ("number", design.WholeNumberField),
        ("one_of", design.OneOfField),
        ("yes_no", design.OneOfField),
        ("any_of", design.AnyOfField),
        ("agencies", design.AnyOfField),
    ],
)
def test_each_kind_of_question_has_its_field(kind: str, field: type) -> None:
    assert type(field_for(question(kind))) is field


def test_hints_words_and_choices_reach_the_field() -> None:
    long = field_for(question("long", hint="Such as…", words=200))
    assert long.help_text == "Such as…"
    assert long.words_sentence == "Most answers are 80 to 200 words."  # type: ignore[attr-defined]
    chosen = field_for(question("one_of"))
    assert chosen.choices == [("a", "A"), ("b", "B"), ("not_known", "Not known")]  # type: ignore[attr-defined]
    assert chosen.hints == {"a": "First"}  # type: ignore[attr-defined]
    known = field_for(question("one_of", not_known=False))
    assert known.choices == [("a", "A"), ("b", "B")]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("kind", "typed", "kept", "lines"),
    [
        ("line", ["spring 2026"], "spring 2026", ["spring 2026"]),
        ("long", ["One.\nTwo. 👶🏽"], "One.\nTwo. 👶🏽", ["One.\nTwo. 👶🏽"]),
        ("date", ["3 Apr 26"], "2026-04-03", ["3 April 2026"]),
        ("number", ["1,200"], 1200, ["1200"]),
        ("yes_no", ["yes"], "yes", ["Yes"]),
        ("yes_no", ["not_known"], "not_known", ["Not known"]),
        ("one_of", ["b"], "b", ["B"]),
        ("any_of", ["a", "b"], ["a", "b"], ["A", "B"]),
        ("any_of", ["not_known"], ["not_known"], ["Not known"]),
        ("agencies", ["9"], ["9"], ["Moorland Housing"]),
        ("long", [""], None, []),
        ("any_of", [], None, []),
    ],
)
def test_an_answer_is_kept_plainly_and_read_back(
    kind: str, typed: list[str], kept: Any, lines: list[str]
) -> None:
    asked = question(kind)
    filled = form(asked, {"asked": typed})
    assert filled.is_valid(), filled.errors
    assert filled.answers() == {"asked": kept}
    assert answers.spoken(asked, kept, dict(AGENCIES)) == lines
    again = QuestionsForm(questions=[asked], kept={"asked": kept}, agencies=AGENCIES)
    assert answer_from(asked, again.initial["asked"]) == kept or kept == "not_known"


@pytest.mark.parametrize("kind", ["line", "long", "date", "number"])
def test_not_known_is_always_an_answer(kind: str) -> None:
    asked = question(kind, required=True)
    filled = form(asked, {"asked" + BOX: ["on"]})
    assert filled.is_valid(), filled.errors
    assert filled.answers() == {"asked": "not_known"}
    again = QuestionsForm(questions=[asked], kept=filled.answers())
    assert again.initial == {"asked": None, "asked" + BOX: True}


@pytest.mark.parametrize("kind", ["line", "long", "date", "number"])
def test_a_gap_is_told_that_not_known_will_do(kind: str) -> None:
    filled = form(question(kind, required=True), {})
    assert filled.errors["asked"] == ["Answer “What was it?”, or tick “Not known”"]


def test_an_answer_is_not_also_unknown_and_nothing_typed_is_lost() -> None:
    filled = form(question("long"), {"asked": ["A story"], "asked" + BOX: ["on"]})
    assert "Keep the one that is right" in filled.errors["asked"][0]
    assert filled["asked"].value() == "A story"


def test_a_question_that_must_be_known_has_no_box() -> None:
    filled = form(question("line", required=True, not_known=False), {})
    assert list(filled.fields) == ["asked"]
    assert filled.errors["asked"] == ["Answer “What was it?”"]


def test_not_known_stands_alone_among_choices() -> None:
    filled = form(question("any_of"), {"asked": ["a", "not_known"]})
    assert filled.errors["asked"] == ["Choose “Not known” alone, or take it away"]


def test_several_questions_can_share_a_page() -> None:
    asked = packs.load("plymouth").returns.sections[0].questions
    shown = QuestionsForm(questions=asked)
    assert [name for name in shown.fields if not name.endswith(BOX)] == [one.id for one in asked]
    alone = QuestionsForm(questions=asked[:1], alone=True)
    assert alone.fields[asked[0].id].page_heading  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", packs.names())
def test_every_question_of_every_pack_can_be_asked(name: str) -> None:
    pack = packs.load(name)
    sections = [*pack.referral.later, *pack.returns.sections]
    sections += [each.section for each in pack.returns.add_ons]
    asked = [*pack.referral.asks, pack.returns.outside_period, *pack.recommendations.asks]
    asked += [one for section in sections for one in section.questions]
    for one in asked:
        page = str(QuestionsForm(questions=[one], agencies=AGENCIES)[one.id])
        assert f'name="{one.id}"' in page


def test_what_is_asked_follows_from_what_was_answered() -> None:
    asks = packs.load("england").referral.asks
    good = [one.id for one in answers.asked(asks, {"asking_for": "good_practice"})]
    serious = [one.id for one in answers.asked(asks, {"asking_for": "statutory"})]
    assert "difference" in good
    assert not {"harm", "concern", "safety"} & set(good)
    assert {"harm", "concern", "safety"} <= set(serious)
    assert "difference" not in serious


def test_a_question_can_wait_for_one_of_several_choices() -> None:
    waits = question("long", when={"question": "other", "equals": ["a", "not_known"]})
    assert answers.is_asked(waits, {"other": ["b", "a"]})
    assert answers.is_asked(waits, {"other": "not_known"})
    assert not answers.is_asked(waits, {"other": ["b"]})
    assert not answers.is_asked(waits, {})


def test_not_known_is_counted() -> None:
    given = {"one": "not_known", "two": ["not_known"], "three": "not known to me", "four": ["a"]}
    assert answers.count_not_known(given) == 2


def test_nothing_kept_begins_empty() -> None:
    assert initial_for(question("date"), None) is None
