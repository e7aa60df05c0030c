"""What the referrer said of other processes goes into the register with one press."""

from collections.abc import Callable

from django.test import Client

from heed.alongside.models import ParallelProcess
from heed.partnership.models import Person
from heed.referrals.tests.factories import make_sent
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


def test_what_was_ticked_is_taken_in_once_by_the_coordinator(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    referral = make_sent(here, processes=["police", "inquest"])
    page = f"/{here.partnership.slug}/referrals/{referral.reference}/"
    signed_in(client, here.coordinator)
    assert f"{page}take-in/" in client.get(page).content.decode()
    shown = client.post(f"{page}take-in/", follow=True).content.decode()
    assert "2 taken in" in shown
    assert "Coroner’s investigation or inquest" in shown
    assert "Nothing new" in client.post(f"{page}take-in/", follow=True).content.decode()
    assert sorted(ParallelProcess.objects.values_list("kind", flat=True)) == ["coroner", "police"]
    for person, status in ((here.manager, 403), (there.coordinator, 404)):
        assert signed_in(Client(), person).post(f"{page}take-in/").status_code == status
