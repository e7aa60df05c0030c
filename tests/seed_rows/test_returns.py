"""Rows on what agencies know: how they are asked, what they are asked, and who reads it."""

import io
from collections.abc import Callable
from datetime import date

import docx
import pytest
from django.test import Client

from heed.correspondence.models import Message
from heed.partnership.models import Person
from heed.returns import operations
from heed.returns.models import AgencyReturn
from heed.returns.tests.factories import CANARY, make_asked, make_prepared
from heed.reviews.models import Review
from heed.reviews.tests.factories import make_opened, make_scoped
from tests.houses import House
from tests.seed_rows.conftest import Open, Read

SignIn = Callable[[Client, Person], Client]


@pytest.fixture
def house(house_of: Open) -> House:
    """A partnership that works as Plymouth does."""
    return house_of("plymouth")


def at(given: AgencyReturn, part: str = "") -> str:
    """One of the return's pages, within its partnership."""
    return f"reviews/{given.reference}/returns/{given.pk}/{part}"


def test_s1_6_the_unit_helps_agencies_to_gather(
    house: House, read: Read, signed_in: SignIn
) -> None:
    """BU supports agencies' collation: asks how it goes, offers help, enters what it is told."""
    given = make_asked(house)
    address = f"reviews/{given.reference}/returns/"
    client, whole = signed_in(Client(), house.coordinator), f"/{house.partnership.slug}/{address}"
    client.post(f"{whole}how-is-it-going/", {"return": given.pk})
    kind = Message.objects.get(subject__endswith="how is your return coming on?")
    assert "If you need more time, or help, answer this email." in kind.body
    said = {"on_word_of": "The team manager", "means": "telephone", "seen": given.version}
    client.post(f"{whole}{given.pk}/ready-for-another/", said)
    assert "Ready to bring" in read(house, house.coordinator, address)


def test_s1_7_the_template_goes_out_before_the_event(house: House, read: Read) -> None:
    """Template sent before event: asked for as soon as the scope is agreed, with a day to aim for
    that comes before the event's."""
    review = make_scoped(house)
    given = make_asked(house, review)
    asked = Message.objects.get(to_address=house.manager.email, about=f"return:{given.pk}")
    assert "Please prepare your return with the colleagues who did the work" in asked.body
    assert given.due
    event = review.targets.get(clock="event")
    assert given.due < event.due
    assert "No event is planned yet" in read(
        house, house.coordinator, f"reviews/{given.reference}/event/"
    )


def test_s1_8_the_period_that_the_review_looks_at(
    house: House, read: Read, signed_in: SignIn
) -> None:
    """Set focus period: settled in the scope, and on every agency's page from then on."""
    review = make_opened(house)
    signed_in(Client(), house.coordinator).post(
        f"/{house.partnership.slug}/reviews/{review.reference}/scope/focus/",
        {
            "focus_from": "1 March 2025",
            "focus_to": "31 August 2025",
            "lines": "What was daily life like?",
            "seen": review.version,
        },
    )
    review = Review.objects.get(pk=review.pk)
    assert (review.focus_from, review.focus_to) == (date(2025, 3, 1), date(2025, 8, 31))
    told = read(house, house.manager, at(make_asked(house)))
    assert "The focus is on <b>" in told


def test_s1_9_what_matters_from_another_time_has_its_place(house: House, read: Read) -> None:
    """Allow significant learning outside it: a section of its own, in every return."""
    given = make_asked(house)
    assert "something important outside it has its own section" in read(
        house, house.manager, at(given)
    )
    asked = read(house, house.manager, at(given, "outside_period/"))
    assert "significant learning from outside the focus period" in asked


def test_s1_10_a_manager_and_those_who_did_the_work_write_it(
    house: House, read: Read, signed_in: SignIn
) -> None:
    """Manager completes with frontline staff: it says so, and a colleague is asked to a section."""
    given = make_asked(house)
    assert "A manager completes it with frontline colleagues" in read(
        house, house.manager, at(given)
    )
    mine = house.practitioner.email
    client = signed_in(Client(), house.manager)
    client.post(
        f"/{house.partnership.slug}/{at(given, 'child/share/')}",
        {"name": house.practitioner.name, "email": mine},
    )
    colleague = Person.objects.get(email=mine)
    assert "daily life" in read(house, colleague, at(given, "child/"))
    listed = read(house, colleague, at(given))
    assert "world" in listed
    assert "What we could strengthen" not in listed


def test_s1_11_the_familys_setting_and_story_are_asked_for(house: House, read: Read) -> None:
    """Capture context/history of family: who is around the child, what was known of before."""
    given = make_asked(house)
    for section, question in (
        ("family", "Who were the important adults, and how well did you know each of them?"),
        ("involvement", "What was known of the family's earlier history, and how was it used?"),
    ):
        assert question in read(house, house.manager, at(given, f"{section}/"))


def test_s1_12_strengths_and_improvements_between_agencies_and_beyond(
    house: House, read: Read
) -> None:
    """Strengths and improvements at multi-agency and system level: each is asked by itself."""
    given = make_asked(house)
    for section, questions in (
        ("worked_well", ("Where did agencies work well together?",)),
        (
            "strengthen",
            (
                "What could agencies do better together?",
                "What would have to change in the wider system?",
            ),
        ),
    ):
        page = read(house, house.manager, at(given, f"{section}/"))
        for question in questions:
            assert question in page


def test_s1_13_guidance_and_what_good_looks_like_come_with_it(
    house: House, read: Read, signed_in: SignIn
) -> None:
    """Attach audit guidance + evaluation criteria: on the page, and in the copy on paper."""
    given = make_asked(house)
    client = signed_in(Client(), house.manager)
    file = client.get(f"/{house.partnership.slug}/{at(given, 'word/')}").content
    paper = docx.Document(io.BytesIO(file))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    copied = " ".join([*(one.text for one in paper.paragraphs), *cells])
    for place in (read(house, house.manager, at(given)), copied):
        assert "Describe what people knew at the time, not what is clear now." in place
        assert "The child's life changed for the better, and others could do what was" in place
        assert "never a grade" in place


def test_s1_14_it_is_brought_along_and_nobody_gathers_it(house: House, read: Read) -> None:
    """Bring-to-event, uncollated mode: the unit sees that it is ready; its words stay where they
    were written."""
    given = make_prepared(house)
    shown = read(house, house.coordinator, f"reviews/{given.reference}/returns/")
    assert "Ready to bring" in shown
    assert "You cannot see what they wrote" in shown
    assert CANARY not in shown
    assert CANARY in read(house, house.manager, at(given, "ready/"))


def test_s1_27_the_guide_stands_where_the_work_is_done(house: House, read: Read) -> None:
    """Staff guide in context: what it is for, how to go about it, what to leave out, who reads it,
    on the pages where agencies work, and not in a document elsewhere."""
    given = make_asked(house)
    page = read(house, house.manager, at(given))
    for told in (
        "gather what it knows of the child and family",
        "How to go about it",
        "Leave out",
        "Who can read this.",
        "You bring this to the learning event.",
    ):
        assert told in page
    section = read(house, house.manager, at(given, "child/"))
    assert "Prompts to talk through with your team" in section
    assert "What would this child say about us?" in section


def test_s1_28_whom_to_write_to_is_on_every_page(house: House, read: Read) -> None:
    """Partnership mailbox/contact: at the foot of each page, within and in public, and the one that
    answers the partnership's letters."""
    given = operations.ask_for_returns(make_scoped(house), by=house.coordinator)[0]
    link = f'href="mailto:{house.partnership.mailbox}"'
    for person, address in (
        (house.manager, "referrals/start/"),
        (house.coordinator, f"reviews/{given.reference}/returns/"),
        (house.practitioner, "learning/"),
    ):
        assert link in read(house, person, address), address
