"""The pages: each one served, each one refused, what they cost, and what bad input gets."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from heed.decisions import operations
from heed.decisions.models import IncidentCheck
from heed.decisions.states import DecisionState
from heed.decisions.tests.factories import (
    REASONS,
    address,
    filled,
    make_decided,
    make_waiting,
)
from heed.meetings.models import AgendaItem
from heed.meetings.tests.factories import make_meeting
from heed.memory.operations import remember
from heed.partnership.models import Person
from heed.referrals import operations as referrals
from heed.referrals.tests.factories import make_sent
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
MOVED = {
    "what_happened": "The family moved, and the child missed two appointments in spring.",
    "worked_well": "The school nurse kept asking until somebody could answer.",
    "concern": "Nobody knew who should ring the family when a letter came back, or tell housing.",
    "learning": "How a missed appointment reaches the person who knows the family best.",
}
YES = {"abuse_or_neglect": "yes", "died_or_seriously_harmed": "yes"}


@pytest.mark.parametrize("slug", ["", "triage/", "incident/", "letters/"])
def test_each_page_is_served_to_the_coordinator_and_hidden_from_the_neighbours(
    two_partnerships: Houses, client: Client, signed_in: SignIn, slug: str
) -> None:
    here, there = two_partnerships
    case = make_waiting(here).case
    served = signed_in(client, here.coordinator).get(address(case, slug))
    assert served.status_code == 200
    assert "Birdwhistle" not in served.content.decode()
    for person in (there.coordinator, there.chair, here.neighbour, here.administrator):
        assert signed_in(Client(), person).get(address(case, slug)).status_code == 404
    assert Client().get(address(case, slug)).status_code == 302


@pytest.mark.parametrize("slug", ["", "routes/"])
def test_the_pages_of_the_partnership(
    two_partnerships: Houses, client: Client, signed_in: SignIn, slug: str
) -> None:
    here, there = two_partnerships
    url = f"/{here.partnership.slug}/decisions/{slug}"
    assert signed_in(client, here.manager).get(url).status_code == 200
    assert signed_in(Client(), there.manager).get(url).status_code == 404


def test_a_member_reads_what_is_weighed_and_cannot_triage(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    case = make_waiting(house).case
    signed_in(client, house.member)
    shown = client.get(address(case))
    assert shown.status_code == 200
    assert "Being weighed" in shown.content.decode()
    assert "<textarea" not in shown.content.decode()
    assert client.get(address(case, "triage/")).status_code == 403


def test_the_referrer_reads_the_outcome_in_the_referral_and_not_here(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    case = make_waiting(house).case
    signed_in(client, house.manager)
    assert client.get(address(case)).status_code == 404
    assert client.get(address(case, "record/1/")).status_code == 404
    assert client.get(f"/{house.partnership.slug}/referrals/{case.reference}/").status_code == 200


def test_triage_asks_the_incident_test_first_then_offers_the_agenda(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    referral, meeting = make_sent(house), make_meeting(house)
    signed_in(client, house.coordinator)
    url = address(referral.case, "triage/")
    first = client.get(url).content.decode()
    assert "could this have to be notified?" in first
    assert "Put it on the agenda" not in first
    answered = client.post(
        address(referral.case, "incident/"), {**YES, "died_or_seriously_harmed": "no"}
    )
    assert answered.headers["Location"] == address(
        referral.case, f"incident/{IncidentCheck.objects.get().pk}/"
    )
    assert "Put it on the agenda" in client.get(url).content.decode()
    assert client.post(url, {"meeting": meeting.pk}).status_code == 302
    assert AgendaItem.objects.get(case=referral.case).meeting == meeting
    assert "Open the criteria" in client.get(url).content.decode()


def test_a_yes_is_a_page_of_its_own_that_says_whom_to_telephone(
    two_partnerships: Houses, client: Client, signed_in: SignIn, mailoutbox: list[Any]
) -> None:
    house = two_partnerships[0]
    referral = make_sent(house)
    signed_in(client, house.coordinator)
    now = client.post(address(referral.case, "incident/"), YES, follow=True).content.decode()
    for said in ("Telephone now", "01632 960 100", "notifying officer", "Counted from"):
        assert said in now
    assert len(mailoutbox) == 2
    check = IncidentCheck.objects.get()
    url = address(referral.case, f"incident/{check.pk}/")
    client.post(url, {"telephoned": "The deputy director", "aware_on": "2 March 2026"})
    told = client.get(url).content.decode()
    assert "Monday 9 March 2026" in told
    assert "The deputy director" in told
    client.post(address(referral.case, "notified/"), {"notified_on": "9 March 2026"})
    assert "9 March 2026" in client.get(url).content.decode()


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"aware_on": ""}, "Choose yes, no, or not known yet"),
        ({**YES, "aware_on": "31/02/2026"}, "February"),
        ({**YES, "aware_on": "1 January 2199"}, "today or earlier"),
        ({**YES, "abuse_or_neglect": "perhaps"}, "Choose one of the answers listed"),
    ],
)
def test_an_incident_test_half_answered_is_explained(
    two_partnerships: Houses, client: Client, signed_in: SignIn, sent: dict[str, str], says: str
) -> None:
    house = two_partnerships[0]
    referral = make_sent(house)
    signed_in(client, house.coordinator)
    shown = client.post(address(referral.case, "incident/"), sent)
    assert shown.status_code == 200
    assert says in shown.content.decode()
    assert IncidentCheck.objects.count() == 0


def test_the_chair_saves_then_records_and_the_record_says_it_all(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    decision = make_waiting(house)
    signed_in(client, house.chair)
    url = address(decision.case)
    kept = client.post(url, {"seen": decision.version, "save": "1", "reasons": "", "dissent": "Eh"})
    assert kept.status_code == 302
    decision.refresh_from_db()
    assert (decision.state, decision.dissent) == (DecisionState.DRAFT, "Eh")
    done = client.post(url, filled(decision, dissent="Housing would rather be quicker."))
    assert done.headers["Location"] == address(decision.case, "record/1/")
    shown = client.get(done.headers["Location"]).content.decode()
    for said in (
        "Learning from Experience Review",
        REASONS,
        "Housing would rather be quicker.",
        "Quorate: 4 members here, 4 needed.",
        "Member 3, Tidewater integrated care board",
        "Working Together to Safeguard Children 2023, chapter 5",
        "must take into account",
        "should have regard to",
        "Two services each knew a part.",
    ):
        assert said in shown
    assert client.get(url).headers["Location"] == address(decision.case, "record/1/")


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"reasons": "  "}, "A sentence is enough"),
        ({"route": ""}, "Choose what the group decided"),
        ({"route": "mine"}, "Choose one from the list"),
        ({"where": "outside"}, "Say who decided it"),
        ({"where": "outside", "present": "The chair", "means": "email",
          "happened_on": "1 January 2199"}, "today or earlier"),
        ({"reasons": "x" * 100_000}, "characters long"),
        ({"route": "rapid_review"}, "Serious incident notification"),
    ],
)  # fmt: skip
def test_what_is_missing_is_explained_and_nothing_is_lost(
    two_partnerships: Houses, client: Client, signed_in: SignIn, changed: dict[str, str], says: str
) -> None:
    house = two_partnerships[0]
    decision = make_waiting(house)
    signed_in(client, house.chair)
    shown = client.post(address(decision.case), filled(decision, **changed))
    assert shown.status_code in (200, 409)
    text = shown.content.decode()
    assert says in text
    assert "There is something to put right" in text
    assert "Two services each knew a part." in text
    decision.refresh_from_db()
    assert decision.state == DecisionState.DRAFT


def test_the_coordinator_is_asked_on_whose_word(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    decision = make_waiting(house)
    signed_in(client, house.coordinator)
    url = address(decision.case)
    assert "on whose word" in client.post(url, filled(decision)).content.decode().casefold()
    decision.refresh_from_db()
    done = client.post(url, filled(decision, on_word_of="The deputy chair"))
    assert done.status_code == 302
    shown = client.get(done.headers["Location"]).content.decode()
    assert "Entered on the word of The deputy chair" in shown


def test_a_short_group_is_asked_why_it_goes_ahead(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    decision = make_waiting(house)
    assert decision.item
    assert decision.item.meeting
    decision.item.meeting.attendances.filter(sector="police").delete()
    signed_in(client, house.chair)
    url = address(decision.case)
    shown = client.post(url, filled(decision)).content.decode()
    assert "Say why the group goes ahead though it is short" in shown
    done = client.post(url, filled(decision, because="A date set by law."))
    assert done.status_code == 302
    assert "A date set by law." in client.get(done.headers["Location"]).content.decode()


def test_a_stale_save_shows_what_a_colleague_saved_and_loses_nothing(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    decision = make_waiting(house)
    seen = decision.version
    operations.weigh(decision, by=house.coordinator, seen=seen, reasons="What she wrote first")
    signed_in(client, house.chair)
    url = address(decision.case)
    stale = client.post(url, {**filled(decision), "seen": seen, "reasons": "What I wrote"})
    assert stale.status_code == 409
    assert "What she wrote first" in stale.content.decode()
    assert "What I wrote" in stale.content.decode()
    decision.refresh_from_db()
    joined = client.post(url, filled(decision, reasons="Both together"))
    assert joined.status_code == 302


def test_what_memory_holds_stands_beside_the_criteria_for_those_who_may_find_it(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    for house, title in ((here, "Tell housing when a family moves"), (there, "Their own learning")):
        remember(
            f"test/{house.partnership.slug}",
            kind="recommendation",
            audience="partnership",
            title=title,
            text="When a child misses an appointment and a letter comes back, somebody who knows "
            "the family best rings them, and tells housing that they moved.",
            partnership=house.partnership,
            effect="no_difference",
        )
    remember(
        "test/unlike",
        kind="recommendation",
        audience="partnership",
        title="Train clerks in letters",
        text="Every clerk is shown how a letter is set out, and where copies are kept.",
        partnership=here.partnership,
    )
    decision = make_waiting(here, **MOVED)
    shown = signed_in(client, here.chair).get(address(decision.case)).content.decode()
    assert "Tell housing when a family moves" in shown
    assert "No difference seen" in shown
    assert re.search("(Very close|Close|Some likeness)</span>", shown)
    assert "Train clerks in letters" not in shown
    assert "Their own learning" not in shown
    assert "No earlier recommendation speaks of this." not in shown


def test_where_nothing_asked_for_before_is_like_it_the_page_says_so(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    for kind in ("recommendation", "briefing"):
        remember(
            f"test/{kind}",
            kind=kind,
            audience="partnership",
            title="Train clerks in letters",
            text="Every clerk is shown how a letter is set out, and where copies are kept.",
            partnership=house.partnership,
            effect="difference",
        )
    decision = make_waiting(house, what_happened="A toddler had burns from a grill in the garden.")
    shown = signed_in(client, house.chair).get(address(decision.case)).content.decode()
    assert "No earlier recommendation speaks of this." in shown
    assert "Train clerks in letters" not in shown
    assert shown.count("Nothing close enough to show") >= 2, "Nor is there a review like it."


def test_what_the_pages_of_a_case_cost(
    two_partnerships: Houses, client: Client, signed_in: SignIn, statements: Any
) -> None:
    house = two_partnerships[0]
    waiting, decided = make_waiting(house), make_decided(house)
    check = operations.check_incident(waiting.case, by=house.chair, answers=YES)
    signed_in(client, house.coordinator)
    for url, most in (
        (address(waiting.case), 25),
        (address(waiting.case, "triage/"), 19),
        (address(waiting.case, "incident/"), 12),
        (address(waiting.case, f"incident/{check.pk}/"), 12),
        (address(decided.case, "record/1/"), 13),
    ):
        with statements() as made:
            assert client.get(url).status_code == 200
        made.at_most(most)


@pytest.mark.parametrize("slug", ["", "triage/", "incident/", "record/1/", "incident/999/"])
@pytest.mark.parametrize("reference", ["HRW-26-0000", "nothing"])
def test_an_unknown_reference_is_not_found(
    two_partnerships: Houses, client: Client, signed_in: SignIn, reference: str, slug: str
) -> None:
    signed_in(client, two_partnerships[0].coordinator)
    assert client.get(f"/harrowmere/decisions/{reference}/{slug}").status_code == 404


@pytest.mark.parametrize(
    "typed", ["\u202eright to left", "👩‍👧 " * 50, "e\u0301" * 50, "<script>alert(1)</script>"]
)
def test_odd_text_is_kept_and_shown_as_it_is(
    two_partnerships: Houses, client: Client, signed_in: SignIn, typed: str
) -> None:
    house = two_partnerships[0]
    decision = make_waiting(house)
    signed_in(client, house.chair)
    done = client.post(address(decision.case), filled(decision, reasons=typed), follow=True)
    assert done.status_code == 200
    assert "<script>alert" not in done.content.decode()
    decision.refresh_from_db()
    assert decision.state == DecisionState.RECORDED


def test_triage_tells_what_is_not_known_and_how_far_the_rest_has_come(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    referral = make_sent(house, told="not_known", processes=["police"])
    page = address(referral.case, "triage/")
    signed_in(client, house.coordinator)
    shown = client.get(page).content.decode()
    assert "2 not known" in shown, "The agencies, and whether the family was told."
    assert "Not asked for yet" in shown
    assert "Take it into the register" in shown
    referrals.ask_later(referral, by=house.coordinator)
    assert "sections begun, 0 complete" in client.get(page).content.decode()


def test_what_a_statutory_referrer_answered_begins_the_incident_test(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    referral = make_sent(
        house,
        asking_for="statutory",
        abuse_or_neglect="yes",
        died_or_seriously_harmed="not_known",
    )
    page = address(referral.case, "incident/")
    signed_in(client, house.coordinator)
    shown = client.get(page).content.decode()
    assert "The referrer answered these" in shown
    chosen = [one for one in shown.split("<input") if " checked" in one.split(">")[0]]
    assert sorted(one.split('value="')[1].split('"')[0] for one in chosen) == ["not_known", "yes"]
    operations.check_incident(referral.case, by=house.coordinator, answers=YES)
    again = client.get(page).content.decode()
    assert "The referrer answered" not in again
    assert " checked" not in again, "Something new is known: it is answered anew."
