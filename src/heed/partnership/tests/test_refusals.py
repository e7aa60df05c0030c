"""A refusal is a page: its sentence, and nothing that was typed is lost."""

from collections.abc import Callable

from django.test import Client

from heed import clock
from heed.partnership import operations
from heed.recommendations.tests.factories import make_action
from tests.houses import House


def test_a_stale_save_shows_both_texts(
    two_partnerships: tuple[House, House], signed_in: Callable
) -> None:
    house = two_partnerships[0]
    action = make_action(house)
    client = signed_in(Client(), house.owner)
    one = action.recommendation.reference
    url = f"/{house.partnership.slug}/recommendations/{one}/actions/{action.pk}/text/"
    data = {"how": "By hand", "expected_change": "Fewer gaps", "seen": action.version}
    assert client.post(url, {**data, "what": "What a colleague wrote"}).status_code == 302
    answer = client.post(url, {**data, "what": "What I wrote at the same time"})
    assert answer.status_code == 409
    assert "What a colleague wrote" in answer.content.decode()
    assert "What I wrote at the same time" in answer.content.decode()


def test_a_date_that_is_owed_is_not_forgotten_on_the_way(
    two_partnerships: tuple[House, House],
) -> None:
    house = two_partnerships[0]
    case = make_action(house).case
    operations.set_stage(
        case, by=None, target=clock.today(), target_is="Notification", deadline=True
    )
    operations.set_stage(case, by=None, waiting_on="The referrer, to say more")
    case.refresh_from_db()
    assert (case.target, case.deadline) == (clock.today(), True)
    operations.set_stage(case, by=None, target=None)
    assert (case.target, case.deadline) == (None, False)
