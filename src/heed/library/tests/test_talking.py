"""Talking a page over: for whoever may read the page, as long as it stands, at little cost."""

from collections.abc import Callable

from django.test import Client

from heed.briefings import operations
from heed.briefings.tests.factories import make_released
from heed.partnership.models import Person
from heed.toolkit.tests.factories import make_shown
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
PARTS = ("", "for-a-team.docx")


def test_it_is_for_whoever_may_read_the_page_and_goes_with_it(
    two_partnerships: Houses, signed_in: SignIn, statements: Callable
) -> None:
    here, there = two_partnerships
    made = make_released(here, readers="partnership")
    at = f"/harrowmere/learning/{made.slug}/talk-it-over/"
    make_shown(here, theme="fathers-male-carers", kind="tools", title="A visit plan")
    reader = signed_in(Client(), here.practitioner)
    for part in PARTS:
        with statements() as cost:
            answer = reader.get(f"{at}{part}")
        assert answer.status_code == 200
        assert answer["X-Robots-Tag"] == "noindex"
        cost.at_most(12)
        assert Client().get(f"{at}{part}").status_code == 404
        assert signed_in(Client(), there.practitioner).get(f"{at}{part}").status_code == 404
    shown = reader.get(at).content.decode()
    assert "A visit plan" in shown
    assert made.content["questions"][0] in shown
    operations.withdraw(made, by=here.coordinator, notice="We look at it again.", why="A doubt.")
    for part in PARTS:
        assert reader.get(f"{at}{part}").status_code == 404


def test_the_space_to_learn_costs_little_and_shows_what_its_reader_may_read(
    two_partnerships: Houses, signed_in: SignIn, statements: Callable
) -> None:
    here, there = two_partnerships
    made_for_all, inside = make_released(here), make_released(here, readers="partnership")
    at = "/harrowmere/learning-space/"
    with statements() as cost:
        shown = Client().get(f"{at}?role=nobody").content.decode()
    cost.at_most(6)
    assert made_for_all.slug in shown
    assert inside.slug not in shown
    assert inside.slug not in signed_in(Client(), there.manager).get(at).content.decode()
    assert inside.slug in signed_in(Client(), here.manager).get(at).content.decode()
    assert Client().get(f"{at}record.docx").status_code == 200
