from datetime import date

import pytest

from heed.memory import recurrence, understanding
from heed.memory.tests.factories import make_case, make_entry
from tests.houses import House

pytestmark = pytest.mark.django_db

REFERRAL = (
    "A baby of nine weeks was brought to hospital with a bruise on his cheek. His mother's partner"
    " had moved in at Christmas. The midwife and the health visitor had not met him."
)


def test_the_closest_earlier_learning_comes_with_its_effect(here: House) -> None:
    make_entry(
        "bruise",
        kind="recommendation",
        audience="partnership",
        partnership=here.partnership,
        title="Every bruise on a baby is seen by a paediatrician the same day",
        text="A baby of seven weeks had a mark on the cheek, and nobody had met the new partner.",
        effect="difference",
        effect_note="Forty babies were seen in a year.",
    )
    make_entry("dental", title="Teeth", text="Four sisters waited two years for a dentist.")
    understanding.understand()
    found = recurrence.similar(here.manager, REFERRAL)
    assert found[0].entry.source_key == "bruise"
    assert found[0].how_close in ("very close", "close")
    assert found[0].entry.get_effect_display() == "Acted on, and a difference was seen"
    assert "dental" not in [one.entry.source_key for one in found]
    without = recurrence.similar(here.manager, REFERRAL, but_not=[found[0].entry.pk])
    assert "bruise" not in [one.entry.source_key for one in without]


def test_likeness_is_never_called_sameness() -> None:
    make_entry("k", text=REFERRAL)
    understanding.understand()
    found = recurrence.similar(None, REFERRAL)[0]
    assert found.how_close == "very close"
    assert recurrence.in_words(0.5) == "close"
    assert recurrence.in_words(0.4) == "some likeness"


def test_what_shows_no_likeness_is_not_given() -> None:
    make_entry("k", title="Bread", text="Loaves were baked before sunrise every morning.")
    understanding.understand()
    assert recurrence.similar(None, "The interpreter was her husband's cousin.") == []
    assert recurrence.similar(None, "") == []
    assert recurrence.similar(None, "🙂" * 50_000) == []


def test_themes_are_followed_over_the_years_strengths_beside_learning(here: House) -> None:
    case = make_case(here)
    for key, year, polarity in (
        ("a", 2023, "learning"),
        ("b", 2024, "learning"),
        ("c", 2024, "strength"),
        ("d", 2024, "learning"),
    ):
        make_entry(
            key,
            kind="finding",
            audience="case",
            case=case,
            themes=["neglect"],
            polarity=polarity,
            date=date(year, 5, 1),
        )
    course = recurrence.themes_over_time(here.coordinator, partnership=here.partnership)[0]
    assert course.theme.id == "neglect"
    assert course.learning == {2023: 1, 2024: 2}
    assert course.strengths == {2024: 1}
    assert course.total == 4
    assert recurrence.themes_over_time(here.coordinator, since=2025) == []


def test_a_theme_that_returns_after_a_recommendation_was_closed_is_pointed_out(
    here: House,
) -> None:
    case = make_case(here)
    make_entry(
        "advice",
        kind="recommendation",
        audience="partnership",
        partnership=here.partnership,
        themes=["neglect"],
        date=date(2023, 1, 9),
        closed_on=date(2023, 9, 4),
        effect="acted_on",
    )

    def learnt(key: str, on: date, polarity: str = "learning") -> None:
        make_entry(
            key,
            kind="finding",
            audience="case",
            case=case,
            themes=["neglect"],
            polarity=polarity,
            date=on,
        )

    learnt("before", date(2023, 2, 1))
    learnt("strength", date(2024, 2, 1), "strength")
    assert recurrence.returning(here.coordinator, partnership=here.partnership) == []
    learnt("after", date(2024, 3, 1))
    learnt("again", date(2025, 3, 1))
    found = recurrence.returning(here.coordinator, partnership=here.partnership)
    assert [entry.source_key for entry in found[0].since] == ["again", "after"]
    assert found[0].sentence == (
        "Neglect has been met 2 times since a recommendation on it was closed on 4 September 2023."
        " Recorded of it: acted on; difference not yet known."
    )
    other = recurrence.returning(
        here.coordinator, partnership=here.partnership, theme_ids=["missing"]
    )
    assert other == []
