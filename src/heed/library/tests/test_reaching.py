"""How a page reaches people: planned by those who chair, read by the group and the forum."""

from collections.abc import Callable

from django.test import Client

from heed import clock
from heed.briefings.tests.factories import make_released
from heed.library.models import ReachStep
from heed.library.reaching import operations
from heed.partnership.models import Person
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


def test_its_pages_are_served_and_refused(
    two_partnerships: Houses, signed_in: SignIn, statements: Callable
) -> None:
    here, there = two_partnerships
    page = make_released(here)
    at = f"/harrowmere/learning/{page.slug}/reaching/"
    step = operations.plan_step(
        page, by=here.chair, whom="Housing officers", how="A talk", led_by="The housing lead",
        due=clock.today(),
    )  # fmt: skip
    client = signed_in(Client(), here.coordinator)
    with statements() as made:
        assert "Housing officers" in client.get(at).content.decode()
    made.at_most(12)
    assert at in client.get("/harrowmere/today/").content.decode()
    assert "Plan a step" not in signed_in(Client(), here.member).get(at).content.decode()
    for person in (here.practitioner, here.owner, there.coordinator):
        assert signed_in(Client(), person).get(at).status_code == 404
    assert signed_in(Client(), here.member).get(f"{at}{step.pk}/").status_code == 403
    assert client.get(f"{at}999999/").status_code == 404
    nothing = client.post(at, {"whom": "", "due": "31/02/2027"}).content.decode()
    for says in ("Say whom it should reach", "Say who leads it", "February"):
        assert says in nothing
    done = {"done_on": "today", "what_came": "Forty came.", "seen": step.version}
    assert client.post(f"{at}{step.pk}/", done).status_code == 302
    assert client.post(f"{at}{step.pk}/out/").status_code == 409
    assert ReachStep.objects.get().what_came == "Forty came."
