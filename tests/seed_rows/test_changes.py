"""Rows on what is done about what was learnt, and what it changed."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client

from heed import clock
from heed.briefings.tests.factories import make_released
from heed.library import operations as library
from heed.partnership.models import Person
from heed.recommendations import operations
from heed.recommendations.models import Action, Recommendation
from heed.recommendations.tests.factories import make_action, make_routed
from tests.houses import House
from tests.seed_rows.conftest import Open, Read

SignIn = Callable[[Client, Person], Client]


def acted_on(house: House) -> Recommendation:
    """A recommendation of a review whose page stands in the library, with its working group."""
    page = make_released(house)
    assert page.briefing
    one = operations.propose(page.briefing.case, by=house.chair, text="Ask who else is at home")
    return operations.route(one, by=house.chair, seen=one.version, group=house.working_group)


def looked_at(one: Recommendation, house: House, sign_in: SignIn, **said: str) -> None:
    """The chair records what came of it."""
    one.refresh_from_db()
    answer = sign_in(Client(), house.chair).post(
        f"/{house.partnership.slug}/recommendations/{one.reference}/look/",
        {"seen": one.version, **said},
    )
    assert answer.status_code == 302, answer.content


def test_s0_19_what_came_of_it_for_the_service_is_shown(
    house_of: Open, read: Read, signed_in: SignIn
) -> None:
    """Show effect on service standards: measured against what was asked for, apart from whether it
    was done, and told on the public page once a second person has agreed."""
    house = house_of("cornwall")
    one = acted_on(house)
    looked_at(
        one,
        house,
        signed_in,
        effect="practice_changed",
        what_was_seen="Visits ask it now, the short ones too.",
        measure="First visits that asked",
        part="27",
        whole="30",
    )
    listed = read(house, house.owner, "recommendations/")
    assert "People work differently" in listed
    assert "First visits that asked: 27 of 30." in listed
    assert "Not begun" in listed
    change = library.write_change(one, by=house.coordinator, text="Nine in ten first visits ask.")
    library.agree_change(change, by=house.chair, seen=change.version)
    library.show_change(change, by=house.chair, seen=change.version)
    public = read(house, house.practitioner, f"learning/{change.page.slug}/")
    assert "Nine in ten first visits ask." in public.split("What has changed since")[1]


def test_s4_3_a_lesson_has_what_how_change_and_time(
    house_of: Open, read: Read, signed_in: SignIn
) -> None:
    """Lesson fields: what, how acted on, expected change, timescale: each asked in Leeds's words,
    each needed, and each on the page of the action afterwards."""
    house = house_of("leeds")
    one = make_routed(house)
    at = f"recommendations/{one.reference}/plan/"
    form = read(house, house.coordinator, at)
    for asked in (
        "What is the lesson, and what will you do about it?",
        "How will it be acted on?",
        "What is expected to change as a result?",
    ):
        assert asked in form
    client, whole = signed_in(Client(), house.coordinator), f"/{house.partnership.slug}/{at}"
    nothing = client.post(whole, {"owner": house.owner.pk}).content.decode()
    assert nothing.count("govuk-error-message") >= 4
    due = clock.today() + timedelta(days=90)
    said = {
        "what": "Count missed and cancelled visits together",
        "how": "One column in the visit sheet",
        "expected_change": "A pattern is seen after two visits",
        "due": f"{due.day}/{due.month}/{due.year}",
    }
    client.post(whole, {**said, "owner": house.owner.pk})
    action = Action.objects.get(recommendation=one)
    page = read(house, house.owner, f"recommendations/{one.reference}/actions/{action.pk}/")
    for words in (said["what"], said["how"], said["expected_change"], f"{due.day} {due:%B %Y}"):
        assert words in page


def test_s4_4_better_work_between_agencies_is_shown(
    house_of: Open, read: Read, signed_in: SignIn
) -> None:
    """Inter-agency improvement evidenced: by evidence that somebody other than the owner accepts,
    and by a look that says what agencies do differently."""
    house = house_of("leeds")
    action = make_action(house)
    one = action.recommendation
    at = f"recommendations/{one.reference}/actions/{action.pk}/"
    whole = f"/{house.partnership.slug}/{at}"
    assert "In how agencies work together" in read(house, house.owner, f"{at}text/")
    owner = signed_in(Client(), house.owner)
    shown = "Two agencies read twenty plans together: seventeen name the other's worker."
    owner.post(f"{whole}evidence/", {"kind": "audit", "text": shown})
    owner.post(f"{whole}check-in/", {"state": "done", "seen": action.version})
    action.refresh_from_db()
    assert owner.post(f"{whole}evidence/accept/", {"seen": action.version}).status_code == 403
    chair = signed_in(Client(), house.chair)
    assert chair.post(f"{whole}evidence/accept/", {"seen": action.version}).status_code == 302
    page = read(house, house.owner, at)
    assert shown in page
    assert "Accepted" in page
    looked_at(
        one, house, signed_in, effect="practice_changed", what_was_seen="They ring each other."
    )
    told = read(house, house.chair, f"recommendations/{one.reference}/")
    assert "They ring each other." in told
    assert "People work differently" in told
