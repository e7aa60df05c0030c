"""What the referrer said of other processes goes into the register with one press."""

from collections.abc import Callable

from django.test import Client

from heed import clock
from heed.alongside.models import AreaRequest, ParallelProcess
from heed.partnership.models import Person
from heed.referrals import later, operations
from heed.referrals.models import Referral
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
    assert "It names 2 other processes" in client.get(page).content.decode()
    shown = client.post(f"{page}take-in/", follow=True).content.decode()
    assert "2 taken in" in shown
    assert "Coroner’s investigation or inquest" in shown
    assert f"{page}take-in/" not in client.get(page).content.decode()
    assert "Nothing new" in client.post(f"{page}take-in/", follow=True).content.decode()
    assert sorted(ParallelProcess.objects.values_list("kind", flat=True)) == ["coroner", "police"]
    for person, status in ((here.manager, 403), (there.coordinator, 404)):
        assert signed_in(Client(), person).post(f"{page}take-in/").status_code == status


def say(referral: Referral, by: Person, section: str, key: str, **values: str) -> None:
    """Answers one entry of what is asked later."""
    found = later.section(referral, section)
    assert found is not None
    entry = found.at(key)
    assert entry is not None
    operations.answer_later(referral, by=by, section=found, entry=entry, values=values, seen={})


def test_who_leads_a_process_and_its_reference_come_with_the_next_press(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    referral = make_sent(house, processes=["police"])
    page = f"/{house.partnership.slug}/referrals/{referral.reference}/"
    signed_in(client, house.coordinator).post(f"{page}take-in/")
    operations.ask_later(referral, by=house.coordinator)
    say(
        referral, house.manager, "process", "of-police",
        process_lead="The child abuse investigation unit", process_reference="CR/41/26",
    )  # fmt: skip
    assert "It names 1 other process " in client.get(page).content.decode()
    assert "1 taken in" in client.post(f"{page}take-in/", follow=True).content.decode()
    process = ParallelProcess.objects.get()
    assert process.lead == "The child abuse investigation unit"
    assert process.their_reference == "CR/41/26"


def test_another_area_is_offered_a_request_with_its_name_filled_in(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    referral = make_sent(house)
    page = f"/{house.partnership.slug}/referrals/{referral.reference}/"
    add = f"/{house.partnership.slug}/other-areas/add/"
    operations.ask_later(referral, by=house.coordinator)
    signed_in(client, house.coordinator)
    say(referral, house.manager, "where", "only", other_areas="None.")
    assert "Another area may be involved" not in client.get(page).content.decode()
    found = later.section(referral, "where")
    assert found is not None
    entry = found.entries[0]
    operations.answer_later(
        referral, by=house.manager, section=found, entry=entry,
        values={"other_areas": "Marlow Vale, until May"}, seen={"other_areas": 1},
    )  # fmt: skip
    shown = client.get(page).content.decode()
    assert "Another area may be involved" in shown
    begun = {
        "begin": "yes", "way": "from_us", "area": "Marlow Vale, until May",
        "reference": referral.reference,
    }  # fmt: skip
    form = client.post(add, begun).content.decode()
    assert 'value="Marlow Vale, until May"' in form
    assert f'value="{referral.reference}"' in form
    assert "There is a problem" not in form
    assert not AreaRequest.objects.exists()
    del begun["begin"]
    begun |= {"area": "Marlow Vale", "lead": "ours", "basis": "in_words"}
    begun |= {"basis_words": "Working together", "asks": "What they know of him."}
    client.post(add, {**begun, "asked_on": clock.today().isoformat()})
    assert AreaRequest.objects.get().case == referral.case
    assert "Another area may be involved" not in client.get(page).content.decode()
