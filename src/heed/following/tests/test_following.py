"""Following by email: only a press says yes, nothing tells who follows, and leaving forgets."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from heed.briefings import operations as briefings
from heed.briefings.tests.factories import make_released
from heed.following import jobs, operations, queries
from heed.following.models import Follower
from heed.following.sealing import Wish, leave_token, mark_of, wish_of, yes_token
from heed.following.states import Rhythm
from heed.history.models import Entry
from heed.partnership.models import Partnership
from tests.houses import House

Houses = tuple[House, House]
ADDRESS = "reader@school.example"


@pytest.fixture
def later(settings: object) -> Callable[[int], None]:
    """Moves today on by so many days."""

    def move(days: int) -> None:
        from heed import clock

        settings.HEED_TODAY = clock.today() + timedelta(days=days)  # type: ignore[attr-defined]

    return move


def page(house: House) -> str:
    return f"/{house.partnership.slug}/learning-by-email/"


def link(number: int = -1, part: str = "yes") -> str:
    found = re.search(rf"http://[^/\s]+(/\S+/{part}/\S+)", str(mail.outbox[number].body))
    assert found
    return found[1]


def follow(house: House, *themes: str, rhythm: Rhythm = Rhythm.WEEKLY) -> Follower:
    wish = Wish(ADDRESS, rhythm, themes)
    return operations.say_yes(house.partnership, by=None, wish=wish)


def test_only_a_press_says_yes_and_nothing_is_kept_before_it(
    two_partnerships: Houses, client: Client
) -> None:
    house = two_partnerships[0]
    asked = client.post(page(house), {"address": ADDRESS, "rhythm": "weekly"})
    assert "Look in your mailbox" in asked.content.decode()
    assert not Follower.objects.exists()
    address = link()
    opened = client.get(address)
    assert "Yes, send me new learning" in opened.content.decode()
    assert not Follower.objects.exists()
    assert not opened.cookies
    assert opened["Cache-Control"] == "no-store"
    assert ADDRESS not in opened.content.decode()
    assert "You will hear from us" in client.post(address).content.decode()
    follower = Follower.objects.get()
    assert follower.rhythm == Rhythm.WEEKLY
    assert ADDRESS not in f"{follower.sealed}{follower.mark}"
    assert ADDRESS not in "".join(str(vars(one)) for one in Entry.objects.all())


def test_a_known_address_and_an_unknown_one_are_answered_alike(
    two_partnerships: Houses, client: Client
) -> None:
    house = two_partnerships[0]
    follow(house)
    answers = []
    for address in (ADDRESS, "nobody@school.example"):
        answer = client.post(page(house), {"address": address, "rhythm": "monthly"})
        answers.append((answer.status_code, answer.content))
    assert answers[0] == answers[1]
    assert mail.outbox[0].subject == mail.outbox[1].subject
    leave = [
        client.post(f"{page(house)}leave/{leave_token(house.partnership, mark)}/").content
        for mark in (mark_of(house.partnership, ADDRESS), "0" * 64)
    ]
    assert leave[0] == leave[1]
    assert not Follower.objects.exists()


def test_nobody_is_flooded(two_partnerships: Houses, client: Client) -> None:
    house = two_partnerships[0]
    for _ in range(4):
        last = client.post(page(house), {"address": ADDRESS, "rhythm": "weekly"})
    assert len(mail.outbox) == operations.TO_AN_ADDRESS
    assert "try again" in last.content.decode()
    wrong = client.post(page(house), {"address": "not an address", "rhythm": "weekly"})
    assert "Look in your mailbox" not in wrong.content.decode()


def test_a_link_of_another_library_or_too_old_a_one_says_nothing(
    two_partnerships: Houses, client: Client, later: Callable[[int], None]
) -> None:
    here, there = two_partnerships
    token = yes_token(here.partnership, Wish(ADDRESS, Rhythm.WEEKLY, ()))
    assert wish_of(there.partnership, token) is None
    for wrong in (f"{page(there)}yes/{token}/", f"{page(here)}yes/nonsense/"):
        assert client.post(wrong).status_code == 410
    later(8)
    assert client.post(f"{page(here)}yes/{token}/").status_code == 410
    assert not Follower.objects.exists()


def test_an_email_tells_public_pages_alone_once(
    two_partnerships: Houses, later: Callable[[int], None]
) -> None:
    house, other = two_partnerships
    make_released(house, title="Before they came")
    follow(house)
    public = make_released(house)
    make_released(house, readers="partnership", title="Only inside")
    make_released(other, title="Next door")
    mail.outbox.clear()
    assert jobs.tell_who_is_due() == 0
    later(7)
    assert jobs.tell_who_is_due() == 1
    (sent,) = mail.outbox
    body = str(sent.body)
    assert sent.to == [ADDRESS]
    assert public.title in body
    assert f"/learning/{public.slug}/" in body
    for never in ("Before they came", "Only inside", "Next door"):
        assert never not in body
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    later(7)
    assert jobs.tell_who_is_due() == 0
    assert len(mail.outbox) == 1


def test_the_next_email_names_what_was_taken_down_in_neutral_words(
    two_partnerships: Houses, later: Callable[[int], None]
) -> None:
    house = two_partnerships[0]
    follow(house)
    gone = make_released(house)
    later(7)
    jobs.tell_who_is_due()
    briefings.withdraw(gone, by=house.coordinator, notice="We look at it again.", why="A name.")
    mail.outbox.clear()
    later(7)
    assert jobs.tell_who_is_due() == 1
    body = str(mail.outbox[0].body)
    assert f"Learning page {gone.number}" in body
    assert "We look at it again." in body
    assert "A name." not in body
    assert gone.title not in body
    later(7)
    assert jobs.tell_who_is_due() == 0


def test_themes_and_the_month_are_kept_to(
    two_partnerships: Houses, later: Callable[[int], None]
) -> None:
    house = two_partnerships[0]
    follow(house, "neglect", rhythm=Rhythm.MONTHLY)
    make_released(house)
    later(8)
    assert not queries.due()
    later(31)
    assert queries.due()
    assert jobs.tell_who_is_due() == 0
    follow(house, "fathers-male-carers", rhythm=Rhythm.WEEKLY)
    make_released(house)
    later(7)
    assert jobs.tell_who_is_due() == 1


def test_a_mail_program_leaves_with_one_post_and_the_address_is_gone(
    two_partnerships: Houses, client: Client, later: Callable[[int], None]
) -> None:
    house = two_partnerships[0]
    follow(house)
    make_released(house)
    later(7)
    mail.outbox.clear()
    jobs.tell_who_is_due()
    address = mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>")
    path = "/" + address.split("/", 3)[3]
    assert "Stop them" in client.get(path).content.decode()
    assert Follower.objects.exists()
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Follower.objects.exists()


def test_without_a_library_there_is_nothing_to_follow(
    two_partnerships: Houses, client: Client
) -> None:
    house = two_partnerships[0]
    Partnership.objects.filter(pk=house.partnership.pk).update(parts_off=["library"])
    assert client.get(page(house)).status_code == 404
