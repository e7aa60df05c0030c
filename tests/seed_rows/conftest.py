"""What the tests of rows ask for: a partnership that works in a seed's way, and its pages."""

from collections.abc import Callable

import pytest
from django.test import Client

from heed.partnership.models import Person
from tests.houses import HARROWMERE, House, open_house

Read = Callable[..., str]
Open = Callable[[str], House]


@pytest.fixture
def house_of(db: None) -> Open:
    """Opens an invented partnership that follows a pack: `house_of("isle-of-wight")`."""
    letters = iter("ABCDEFGH")

    def opened(pack: str) -> House:
        said = {**HARROWMERE, "slug": f"{pack}-way", "pack": pack, "prefix": f"WA{next(letters)}"}
        return open_house(said)

    return opened


@pytest.fixture
def read(signed_in: Callable[[Client, Person], Client]) -> Read:
    """The text of a page as a person sees it: `read(house, house.manager, "referrals/start/")`."""

    def page(house: House, person: Person, address: str) -> str:
        answer = signed_in(Client(), person).get(f"/{house.partnership.slug}/{address}")
        assert answer.status_code == 200, f"{address}: {answer.status_code}"
        return " ".join(answer.content.decode().replace("&#x27;", "'").split())

    return page
