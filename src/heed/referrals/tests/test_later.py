"""What is asked once a referral goes forward: sections, entries, the register, what is counted."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from heed.correspondence.models import Message
from heed.history.models import Entry
from heed.partnership.marks import MARK, mark_of
from heed.partnership.models import HeldPost, Person, RegisteredName
from heed.partnership.operations import set_stage
from heed.partnership.states import Stage
from heed.pathways.queries import pack_of
from heed.referrals import later, operations, queries
from heed.referrals.models import LaterAnswer, LaterEntry, Referral
from heed.referrals.tests.factories import NAME, make_sent
from heed.refusals import NotAllowed, NotNow, OutOfDate
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
BY_ITSELF = {"Heed-Autosave": "yes"}
MOTHER = "Ottoline Fennimore-Gray"
KEY = "new-0123456789ab"


def make_asked(house: House, **answers: Any) -> Referral:
    """A referral of which the coordinator asked the rest."""
    sent = make_sent(house, **answers)
    return operations.ask_later(sent, by=house.coordinator)


def address(referral: Referral, page: str = "") -> str:
    return f"/{referral.case.partnership.slug}/referrals/{referral.reference}/{page}"


def say(
    referral: Referral,
    by: Person,
    section: str,
    key: str = later.ONLY,
    seen: dict[str, int] | None = None,
    **values: Any,
) -> LaterEntry | None:
    """Answer as the page does."""
    this = later.section(referral, section)
    assert this is not None
    entry = this.at(key) or later.Entry(key, key, this.section.questions)
    return operations.answer_later(
        referral, by=by, section=this, entry=entry, values=values, seen=seen or {}
    )


def test_nothing_more_is_asked_before_it_goes_forward(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    sent = make_sent(house)
    client = signed_in(Client(), house.manager)
    assert "goes forward" not in client.get(address(sent)).content.decode()
    assert client.get(address(sent, "more/services/")).status_code == 404
    with pytest.raises(NotNow, match="Nothing more"):
        say(sent, house.manager, "services", services_now=["none"])


def test_the_coordinator_asks_and_a_message_waits_that_says_no_more(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    sent = make_sent(house)
    signed_in(client, house.coordinator)
    assert client.post(address(sent, "more/ask/")).status_code == 302
    message = Message.objects.get(case=sent.case)
    assert message.to_person == house.manager
    assert sent.reference in message.subject
    page = signed_in(Client(), house.manager).get(address(sent)).content.decode()
    for section in pack_of(sent.case).referral.later:
        assert section.title.replace("'", "&#x27;") in page
    with pytest.raises(NotNow, match="already"):
        operations.ask_later(Referral.objects.get(pk=sent.pk), by=house.coordinator)
    with pytest.raises(NotAllowed):
        operations.ask_later(make_sent(house), by=house.manager)


def test_a_decision_that_opens_a_review_asks_and_another_does_not(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    for stage, asked in ((Stage.SCOPE, True), (Stage.NOT_TAKEN, False)):
        sent = make_sent(house)
        set_stage(sent.case, by=house.coordinator, stage=stage)
        operations.tell_outcome(sent, by=house.coordinator, outcome="Decided", reasons="Why.")
        assert (sent.later_asked_at is not None) is asked
        assert sent.later_open is asked
        assert Message.objects.filter(case=sent.case).count() == 1


PAGES = ["more/services/", "more/household/", f"more/household/{KEY}/", "more/child/"]


@pytest.mark.parametrize("slug", PAGES)
def test_each_page_is_for_the_referrer_and_the_coordinator(
    two_partnerships: Houses, signed_in: SignIn, statements: Any, slug: str
) -> None:
    here, there = two_partnerships
    asked = make_asked(here)
    for person in (here.manager, here.coordinator):
        client = signed_in(Client(), person)
        with statements() as made:
            assert client.get(address(asked, slug)).status_code == 200
        made.at_most(24)
    for person in (here.member, here.neighbour, there.coordinator, there.manager):
        assert signed_in(Client(), person).get(address(asked, slug)).status_code in (403, 404)
    assert Client().get(address(asked, slug)).status_code == 302


def test_a_person_of_the_household_is_named_once_and_called_by_relation(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    asked = make_asked(house)
    signed_in(client, house.manager)
    page = address(asked, f"more/household/{KEY}/")
    told = {
        "relation": "mother",
        "person_name": MOTHER,
        "person_born": "3 April 1991",
        "at_home": "yes",
        "caring_then": "not_known",
    }
    assert client.post(page, told).status_code == 302
    # A second press of the same button changes nothing.
    assert client.post(page, told).status_code in (302, 409)
    assert LaterEntry.objects.filter(referral=asked, section="household").count() == 1
    line = RegisteredName.objects.get(case=asked.case, text=MOTHER)
    assert (line.kind, line.whose, line.concerns) == ("name", "mother", None)
    born = RegisteredName.objects.get(case=asked.case, kind="date of birth")
    assert (born.text, str(born.born_on)) == ("3 April 1991", "1991-04-03")
    assert not LaterAnswer.objects.exclude(value=None).filter(question="person_name").exists()
    for person in (house.coordinator, house.chair):
        read = signed_in(Client(), person).get(address(asked)).content.decode()
        assert "mother" in read
        assert MOTHER not in read
    assert MOTHER in client.get(page).content.decode()
    assert "3 April 1991" in client.get(page).content.decode()
    assert not [one for one in Entry.objects.all() if MOTHER.split()[0] in str(vars(one))]


def test_a_name_put_right_or_taken_out_leaves_no_line_behind(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    asked = make_asked(house)
    say(asked, house.manager, "household", KEY, relation="aunt", person_name="Sybil Quarrington")
    say(
        asked, house.manager, "household", KEY, seen={"relation": 1, "person_name": 1},
        relation="great-aunt", person_name="Sybil Quarington",
    )  # fmt: skip
    line = RegisteredName.objects.get(case=asked.case, concerns=None)
    assert (line.text, line.whose) == ("Sybil Quarington", "great-aunt")
    row = LaterEntry.objects.get(referral=asked, key=KEY)
    operations.take_out_entry(row, by=house.manager)
    assert not RegisteredName.objects.filter(case=asked.case, concerns=None).exists()
    assert RegisteredName.objects.filter(case=asked.case, text=NAME).exists()


def test_two_who_share_an_address_each_keep_it(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    asked = make_asked(house)
    where = "2 Tannery Row"
    for n, relation in enumerate(("father", "grandfather")):
        say(asked, house.manager, "household", f"new-{n:012x}", relation=relation,
            person_address=where)  # fmt: skip
    operations.take_out_entry(
        LaterEntry.objects.get(referral=asked, key="new-000000000000"), by=house.manager
    )
    left = LaterAnswer.objects.get(entry__referral=asked, question="person_address")
    assert left.given == where


def test_each_child_is_an_entry_and_a_sister_is_added_as_a_child(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    asked = make_asked(house)
    signed_in(client, house.manager)
    sister = {"name": "Perpetua Birdwhistle", "age_band": "7 to 9 years"}
    for _ in range(2):
        answer = client.post(address(asked, "people/add/"), sister)
        assert answer.headers["Location"] == address(asked, "more/child/")
    assert asked.case.concerns.count() == 2
    page = client.get(address(asked, "more/child/")).content.decode()
    assert "Child 2, 7 to 9 years" in page
    second = asked.case.concerns.get(age_band="7 to 9 years")
    key = f"child-{second.pk}"
    client.post(address(asked, f"more/child/{key}/"), {"school": "Larkhill Infants"})
    line = RegisteredName.objects.get(case=asked.case, kind="school")
    assert line.concerns == second
    # Putting the child's name right leaves the school where it is.
    operations.change_subject(second, by=house.manager, name="Perpetua Birdwistle", age_band="")
    assert RegisteredName.objects.filter(case=asked.case, kind="school").exists()
    assert client.post(address(asked, f"people/{second.pk}/take-out/")).status_code in (403, 409)
    assert client.get(address(asked, "more/child/child-99999/")).status_code == 404


def test_lists_begin_with_what_was_ticked(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    asked = make_asked(
        house, agencies=[str(house.other_agency.pk)], processes=["police", "inquest"]
    )
    agency, process = later.section(asked, "agency"), later.section(asked, "process")
    assert agency
    assert process
    assert [one.heading for one in agency.entries] == [house.other_agency.name]
    assert [one.key for one in process.entries] == ["of-police", "of-inquest"]
    assert agency.status == "0 of 1 filled in"
    say(asked, house.manager, "agency", f"of-{house.other_agency.pk}", agency_still="yes")
    again = later.section(asked, "agency")
    assert again
    assert again.done


@pytest.mark.parametrize(
    ("said", "status"), [("nobody", "Nobody to add"), ("not_known", "Not known")]
)
def test_nobody_and_not_known_are_answers(
    two_partnerships: Houses, client: Client, signed_in: SignIn, said: str, status: str
) -> None:
    house = two_partnerships[0]
    asked = make_asked(house)
    signed_in(client, house.manager)
    assert client.post(address(asked, "more/household/"), {}).status_code == 200
    assert client.post(address(asked, "more/household/"), {"more": said}).status_code == 302
    assert status in client.get(address(asked)).content.decode()
    added = client.post(address(asked, "more/household/"), {"more": "add"})
    assert re.search(r"/more/household/new-[0-9a-f]{12}/$", added.headers["Location"])


def test_not_known_is_counted_over_all_of_it(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    sent = make_sent(house, told="yes")
    before = queries.gaps(sent)
    asked = operations.ask_later(sent, by=house.coordinator)
    unknown, left = later.counts(asked)
    assert unknown == 0
    say(asked, house.manager, "services", services_now=["not_known"],
        unknown_to_services="not_known")  # fmt: skip
    household = later.section(asked, "household")
    assert household
    operations.say_of_list(asked, by=house.manager, section=household, said="not_known")
    assert later.counts(asked) == (3, left - 3)
    assert queries.gaps(asked) != before
    assert queries.gaps(asked).startswith("4 not known")


def test_a_stale_save_shows_both_texts_and_saves_nothing(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    asked = make_asked(house)
    page = address(asked, "more/services/")
    signed_in(client, house.manager)
    say(asked, house.coordinator, "services", services_lead="A family support worker")
    mine = {"services_lead": "The health visitor", "services_before": "Early help, in 2024"}
    stale = client.post(page, {**mine, "seen-services_lead": 0})
    assert stale.status_code == 409
    text = stale.content.decode()
    assert "A family support worker" in text
    assert text.count("The health visitor") >= 2
    assert "Early help, in 2024" in text
    assert not LaterAnswer.objects.filter(question="services_before").exists()
    assert 'name="seen-services_lead" value="1"' in text
    assert client.post(page, {**mine, "seen-services_lead": 1}).status_code == 302


def test_what_a_colleague_answered_is_not_emptied_by_a_page_that_did_not_know(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    asked = make_asked(house)
    say(asked, house.coordinator, "services", services_lead="A family support worker")
    say(asked, house.manager, "services", services_lead=None, services_before="Nothing")
    assert LaterAnswer.objects.filter(question="services_lead").exists()
    say(asked, house.manager, "services", seen={"services_lead": 1}, services_lead=None)
    assert not LaterAnswer.objects.filter(question="services_lead").exists()
    with pytest.raises(OutOfDate):
        say(asked, house.manager, "services", seen={"services_before": 7}, services_before="Else")


def test_it_saves_by_itself_and_goes_on_from_there(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    asked = make_asked(house)
    signed_in(client, house.manager)
    page = address(asked, f"more/household/{KEY}/")
    empty = client.post(page, {"person_name": MOTHER}, headers=BY_ITSELF)
    assert empty.json() == {"saved": ""}  # the relation is needed first
    first = client.post(page, {"relation": "mother"}, headers=BY_ITSELF).json()
    assert first["saved"]
    assert first["versions"]["relation"] == 1
    more = {"relation": "mother", "person_name": MOTHER, "seen-relation": 1}
    second = client.post(page, more, headers=BY_ITSELF).json()
    assert second["versions"]["person_name"] == 1
    assert LaterEntry.objects.filter(referral=asked).count() == 1


def test_a_post_after_the_session_ended_is_given_back(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    asked = make_asked(house)
    page = address(asked, "more/family/")
    said = "They would like to meet at the library, with the grandmother."
    late = Client()
    answer = late.post(page, {"family_support": said, MARK: mark_of(house.manager)})
    assert answer.status_code == 403
    assert HeldPost.objects.get().person == house.manager
    back = signed_in_anew(house.manager).get(page).content.decode()
    assert said in back
    assert not LaterAnswer.objects.exists()


def signed_in_anew(person: Person) -> Client:
    """Signed in after something was held, as the page of signing in does it."""
    from heed.partnership.late_posts import WAITING

    client = Client()
    client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session[WAITING] = True
    session.save()
    return client


def test_taking_an_entry_out_asks_first(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    asked = make_asked(house)
    say(asked, house.manager, "dates", KEY, date_when="autumn 2025", date_what="A move.")
    signed_in(client, house.manager)
    page = address(asked, f"more/dates/{KEY}/take-out/")
    assert "autumn 2025" not in client.get(page).content.decode().split("<title>")[1][:200]
    assert LaterEntry.objects.filter(referral=asked, key=KEY).exists()
    assert client.post(page).status_code == 302
    assert not LaterEntry.objects.filter(referral=asked, key=KEY).exists()
    assert client.post(page).status_code == 404


@pytest.mark.parametrize("key", ["new-nothex", "only", "list", "x"])
def test_an_address_that_nobody_was_given_opens_nothing(
    two_partnerships: Houses, client: Client, signed_in: SignIn, key: str
) -> None:
    asked = make_asked(two_partnerships[0])
    signed_in(client, two_partnerships[0].manager)
    assert client.get(address(asked, f"more/household/{key}/")).status_code == 404


def test_a_withdrawn_referral_is_added_to_by_nobody(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    asked = make_asked(house)
    operations.withdraw_referral(asked, by=house.manager, seen=asked.version, reason="Done.")
    with pytest.raises(NotNow):
        say(asked, house.manager, "services", services_lead="Nobody")
