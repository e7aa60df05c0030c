from collections.abc import Callable

from django.test import Client

from heed.partnership.operations import name_on_case, open_case
from heed.partnership.states import PartKind
from tests.houses import House

Houses = tuple[House, House]


def test_a_part_in_one_case_does_not_lead_to_the_groups_meetings(
    two_partnerships: Houses, signed_in: Callable[..., Client]
) -> None:
    house = two_partnerships[0]
    case = open_case(house.partnership, by=house.coordinator)
    name_on_case(case, by=house.coordinator, person=house.practitioner, kind=PartKind.MEMBER)
    for person, leads_there in ((house.practitioner, False), (house.member, True)):
        page = signed_in(Client(), person).get(f"/{house.partnership.slug}/today/")
        meetings = f'href="/{house.partnership.slug}/meetings/"'
        assert (meetings in page.text) is leads_there, person.name
