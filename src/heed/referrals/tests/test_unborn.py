"""A baby who is not yet born: the mother's name, the day that is expected, and no age."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from heed import clock
from heed.partnership.models import Person
from heed.partnership.states import About
from heed.referrals import later, operations, queries, sheet
from heed.referrals.models import Referral
from heed.referrals.tests.factories import make_draft
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
MOTHER = "Ngozi-Marie Okonjo"


def address(referral: Referral, at: str) -> str:
    return f"/{referral.case.partnership.slug}/referrals/{referral.reference}/{at}"


@pytest.fixture
def unborn(two_partnerships: Houses) -> Referral:
    draft = make_draft(two_partnerships[0], about="nobody")
    operations.say_whom_it_is_about(draft, by=two_partnerships[0].manager, about=About.UNBORN)
    return queries.referral(
        two_partnerships[0].manager, draft.case.partnership.slug, draft.reference
    )


def test_the_mother_and_the_due_date_are_asked_and_no_age(
    unborn: Referral, two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    signed_in(client, two_partnerships[0].manager)
    asked = client.get(address(unborn, "people/add/")).content.decode()
    assert "Who is the baby’s mother, and when is the baby due?" in asked
    assert "The mother’s full name" in asked
    assert "The day on which the baby is due" in asked
    assert "Age, if" not in asked
    assert "Date of birth" not in asked
    due = clock.today() + timedelta(days=90)
    client.post(address(unborn, "people/add/"), {"name": MOTHER, "born_on": due.isoformat()})
    line = unborn.case.register.get()
    assert (line.text, line.whose, line.born_on) == (MOTHER, "mother", due)
    listed = client.get(address(unborn, "people/")).content.decode()
    assert "Not yet born" in listed
    assert "Add another" not in listed
    checked = client.get(address(unborn, "check/")).content.decode()
    assert "The baby’s mother" in checked
    assert "Age not known" not in checked
    assert ("Child 1", "Not yet born") in sheet.referral(unborn).blocks[0].rows  # type: ignore[union-attr]


def test_a_due_date_is_not_a_date_of_birth(
    unborn: Referral, two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    signed_in(client, two_partnerships[0].manager)
    for days in (-400, 400):
        day = clock.today() + timedelta(days=days)
        said = client.post(
            address(unborn, "people/add/"), {"name": MOTHER, "born_on": day.isoformat()}
        )
        assert "due within the next ten months" in said.content.decode()
    assert not unborn.case.register.exists()


def test_a_brother_of_the_baby_is_a_child_of_his_own(
    unborn: Referral, two_partnerships: Houses
) -> None:
    by = two_partnerships[0].manager
    baby = operations.add_subject(unborn, by=by, name=MOTHER)
    brother = operations.add_subject(unborn, by=by, name="Chidi Okonjo", age_band="4 to 6 years")
    assert baby.by_mother
    assert not brother.by_mother
    assert brother.register.get().whose == "child"
    asked = next(one for one in later.sections(unborn) if one.section.begins_with == later.PEOPLE)
    first, second = asked.entries
    assert (first.heading, first.name) == ("Child 1, not yet born", f"the baby of {MOTHER}")
    assert (second.heading, second.name) == ("Child 2, 4 to 6 years", "Chidi Okonjo")


def test_who_is_no_longer_the_mother_is_asked_again(
    unborn: Referral, two_partnerships: Houses
) -> None:
    by = two_partnerships[0].manager
    operations.add_subject(unborn, by=by, name=MOTHER)
    operations.say_whom_it_is_about(unborn, by=by, about=About.UNBORN)
    assert unborn.case.concerns.exists()
    operations.say_whom_it_is_about(unborn, by=by, about=About.CHILD)
    assert not unborn.case.concerns.exists()
    assert not unborn.case.register.exists()


def test_an_adult_is_not_asked_whether_they_are_born(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    draft = make_draft(house, about="nobody")
    operations.say_whom_it_is_about(draft, by=house.manager, about=About.ADULT)
    signed_in(client, house.manager)
    asked = client.get(address(draft, "people/add/")).content.decode()
    assert "Who is the adult?" in asked
    assert "baby" not in asked
    client.post(address(draft, "people/add/"), {"name": "Rosalba Evangelista"})
    assert draft.case.concerns.get().age_words == "18 or over"
