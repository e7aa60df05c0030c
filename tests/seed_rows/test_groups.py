"""Rows on the groups that decide and watch over."""

from collections.abc import Callable

from django.test import Client

from heed.command.opening import Details, open_partnership
from heed.partnership import operations
from heed.partnership.models import Person
from heed.partnership.states import PartKind


def test_s2_1_a_group_stands_with_what_it_is_for(
    db: None, signed_in: Callable[[Client, Person], Client]
) -> None:
    """Group entity with remit: a new partnership has the group, and its settings say its remit."""
    partnership = open_partnership(
        Details(
            name="Oakmarsh Safeguarding Partnership",
            short_name="Oakmarsh",
            prefix="OKM",
            mailbox="learning@oakmarsh.example",
            pack="bexley",
        )
    )
    coordinator = operations.add_person(
        partnership, by=None, email="unit@oakmarsh.example", name="Rukhsana Pell"
    )
    operations.give_part(partnership, by=None, person=coordinator, kind=PartKind.COORDINATOR)
    page = signed_in(Client(), coordinator).get("/oakmarsh/settings/").content.decode()
    told = page.split("Learning from Practice Group")[1].split("</li>")[0]
    assert "Considers new serious incident referrals and decides next steps" in told
