"""What has come to its end leaves every search, list, feed and table until somebody looks again."""

from datetime import timedelta

from django.test import Client

from heed import clock
from heed.briefings import operations as briefings
from heed.briefings.tests.factories import make_released
from heed.elsewhere.operations import older
from heed.elsewhere.tests.test_older import offered
from heed.library import jobs
from heed.memory import queries as memory
from heed.toolkit import operations as toolkit
from heed.toolkit.models import Module
from heed.toolkit.tests.factories import agree, make_shown, written
from tests.houses import House

PAGE, MODULE = "Asking who else is at home", "A day in the life"


def titles() -> set[str]:
    """What a search without an account finds."""
    return {
        hit.entry.title
        for asked in ("who is at home", "a day in the life")
        for hit in memory.search(None, asked).hits
    }


def test_pages_and_modules_that_end_leave_and_come_back(
    two_partnerships: tuple[House, House], client: Client
) -> None:
    house = two_partnerships[0]
    shelf, page = make_shown(house), make_released(house)
    aged = offered(house)
    again = older.release_older(aged, by=house.executive, seen=aged.version)
    assert titles() == {PAGE, MODULE, again.title}
    assert jobs.let_go_of_ended() == 0
    at = f"/{house.partnership.slug}"
    with clock.at(max(shelf.ends_on, page.ends_on, again.ends_on) + timedelta(days=1)):
        assert jobs.let_go_of_ended() == 3
        assert jobs.let_go_of_ended() == 0
        assert titles() == set()
        for part in (
            "learning/",
            "learning-themes/",
            "library/feed.json",
            "library/learning.csv",
            "library/embed/",
        ):
            told = client.get(f"{at}/{part}").content.decode()
            assert not {one for one in (PAGE, MODULE) if one in told}, part
        assert client.get("/api/v1/learning").json()["items"] == []
        assert MODULE not in client.get(f"{at}/learning-themes/neglect/").content.decode()
        later = clock.today() + timedelta(days=200)
        briefings.look_again(page, by=house.coordinator, review_by=later)
        older.look_again_older(aged, by=house.coordinator, review_by=later)
        assert titles() == {PAGE, again.title}
        module = Module.objects.get()
        toolkit.begin_change(module, by=house.coordinator, seen=module.version)
        toolkit.save_module(
            module, by=house.coordinator, seen=module.version, **written(review_by=later)
        )
        toolkit.send(module, by=house.coordinator, seen=module.version)
        agree(module, house)
        assert titles() == {PAGE, MODULE, again.title}
