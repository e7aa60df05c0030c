"""Word out and back: a blank copy, a filled one brought in, found places for, and sent."""

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from heed.history.models import Entry
from heed.papers.checking import Unfit
from heed.partnership import queries as partnerships
from heed.partnership.models import Case, Person
from heed.pathways import packs
from heed.pathways.operations import adopt
from heed.pathways.queries import in_force
from heed.referrals import copies, operations, queries
from heed.referrals.brought import brought
from heed.referrals.models import Referral
from heed.referrals.sheet import referral as as_sheet
from heed.referrals.states import Agreement, ReferralState
from heed.referrals.tests.factories import NAME, make_draft, make_sent
from heed.refusals import NotAllowed, OutOfDate
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
STORY = "The midwife stayed in touch when the family moved.\nThe school did too."


def filled(house: House, *, name: str = "copy.docx", more: Any = None, **answers: Any) -> Any:
    """A copy as somebody filled it in, with a row of their own."""
    version = in_force(house.partnership)
    agencies = [(str(one.pk), one.name) for one in partnerships.agencies(house.partnership)]
    given = copies.Given(
        {
            "asking_for": "learning",
            "representative": "not_agreed",
            "representative_why": "They would wait.",
            "about": "child",
            "what_happened": STORY,
            "agencies": [str(house.agency.pk)],
            "learning": "How to stay in touch.",
            **answers,
        },
        ({"name": NAME, "born_on": "2019-04-03"},),
    )
    asks = copies.asks(version.pack, agencies=agencies)
    content = copies.copy_of(version.pack, number=version.number, asks=asks, given=given)
    if more is not None:
        document = docx.Document(io.BytesIO(content))
        more(document)
        out = io.BytesIO()
        document.save(out)
        content = out.getvalue()
    return SimpleUploadedFile(name, content)


def of_their_own(document: Any) -> None:
    for label, said in (("Genogram", "Drawn by hand."), ("Afterwards", "They moved again.")):
        cells = document.tables[0].add_row().cells
        cells[0].text, cells[1].text = label, said


def bring(house: House, **values: Any) -> Referral:
    return operations.bring_in_copy(
        house.partnership, by=house.manager, agency=house.agency, file=filled(house, **values)
    )


def address(house: House, slug: str) -> str:
    return f"/{house.partnership.slug}/referrals/{slug}"


def test_a_filled_copy_becomes_a_draft_with_names_kept_apart_and_the_file_beside(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    referral = bring(house, more=of_their_own)
    assert referral.state == ReferralState.DRAFT
    assert referral.agency == house.agency
    answers = queries.answers(referral)
    assert answers["what_happened"] == STORY
    assert answers["agencies"] == [str(house.agency.pk)]
    assert referral.asking_for == "learning"
    referral.refresh_from_db()
    assert (referral.agreement, referral.agreement_reason) == (
        Agreement.NOT_AGREED,
        "They would wait.",
    )
    concern = referral.case.concerns.get()
    assert concern.register.get(kind="name").text == NAME
    assert [one.label for one in brought(referral).left] == ["Genogram", "Afterwards"]
    assert len(queries.papers(referral)) == 1
    assert NAME not in str(list(Entry.objects.values_list("detail", "sentence", "after")))


def test_what_another_answer_makes_no_question_of_is_kept(two_partnerships: Houses) -> None:
    referral = bring(two_partnerships[0], asking_for="good_practice", concern="It was slow.")
    assert "concern" not in queries.answers(referral)
    assert "It was slow." in [one.text for one in brought(referral).left]


def test_a_copy_that_names_somebody_without_saying_whom_it_is_about(
    two_partnerships: Houses,
) -> None:
    referral = bring(two_partnerships[0], about="nobody")
    assert referral.case.about == "child"
    assert "took it as about one child" in brought(referral).told[0]


def test_a_file_that_is_no_copy_leaves_nothing_behind(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    with pytest.raises(Unfit, match="macros"):
        bring(house, name="copy.docm")
    assert not Case.objects.exists()
    with pytest.raises(NotAllowed):
        operations.bring_in_copy(
            house.partnership,
            by=two_partnerships[1].manager,
            agency=house.agency,
            file=filled(house),
        )


def test_each_finds_its_place_and_what_has_none_is_read_with_the_referral(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    signed_in(client, house.manager)
    start = client.get(address(house, "start/")).content.decode()
    assert address(house, "word/") in start
    answer = client.post(
        address(house, "word/"),
        {"agency": house.agency.pk, "file": filled(house, more=of_their_own)},
    )
    referral = Referral.objects.get()
    url = address(house, f"{referral.reference}/word/")
    assert answer.headers["Location"] == url
    shown = client.get(url).content.decode()
    for words in (
        "What we read in your copy",
        "Beside: Genogram",
        "They moved again.",
        "Keep it as a note",
        "They would wait.",
    ):
        assert words in shown
    posted = client.post(url, {"p0": "", "p1": "what_happened", "seen": brought(referral).version})
    assert posted.status_code == 302
    found = queries.answers(referral)
    assert found["what_happened"] == f"{STORY}\n\nThey moved again."
    referral = Referral.objects.get()
    assert [one.text for one in brought(referral).notes] == ["Drawn by hand."]
    assert not brought(referral).left
    assert "Go on to the questions" in client.get(url).content.decode()
    operations.send_referral(referral, by=house.manager, seen=referral.version)
    read = signed_in(Client(), house.coordinator).get(address(house, f"{referral.reference}/"))
    assert "Drawn by hand." in read.content.decode()
    assert client.get(url).status_code == 404


def test_settling_twice_is_told_apart(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    referral = bring(house, more=of_their_own)
    seen = brought(referral).version
    operations.settle_copy(referral, by=house.manager, seen=seen, places={0: "learning"})
    with pytest.raises(OutOfDate):
        operations.answer(referral, by=house.manager, question="word_copy", value={}, seen=seen)
    assert queries.answers(referral)["learning"] == "How to stay in touch.\n\nDrawn by hand."


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("copy.pdf", b"%PDF-1.7", "not a Word document"),
        ("copy.docx", b"PK\x03\x04nothing", "not what its name says"),
        ("copy.doc", b"\xd0\xcf\x11\xe0" + b"0" * 600, "older Word"),
    ],
)
def test_a_wrong_file_is_answered_on_the_page(
    two_partnerships: Houses,
    client: Client,
    signed_in: SignIn,
    name: str,
    content: bytes,
    says: str,
) -> None:
    house = two_partnerships[0]
    signed_in(client, house.manager)
    file = SimpleUploadedFile(name, content)
    shown = client.post(address(house, "word/"), {"agency": house.agency.pk, "file": file})
    assert shown.status_code == 200
    assert says in shown.content.decode()
    assert not Referral.objects.exists()


def test_a_blank_copy_for_whoever_refers_and_for_all_where_the_form_is_public(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    signed_in(client, house.manager)
    for asked, holds in (("", True), ("?for=good_practice", False), ("?for=nonsense", True)):
        answer = client.get(address(house, f"word/blank/{asked}"))
        assert answer.headers["Content-Disposition"].startswith('attachment; filename="HRW-ref')
        words = " ".join(
            cell.text
            for row in docx.Document(io.BytesIO(answer.content)).tables[0].rows
            for cell in row.cells
        )
        assert ("How was the child harmed" in words) == holds
    everyone = f"/{house.partnership.slug}/refer/word/"
    assert Client().get(everyone).status_code == 404
    assert Client().get(address(house, "word/blank/")).status_code == 302
    adopt(house.partnership, pack=packs.load("cornwall"), by=None)
    assert Client().get(everyone).status_code == 200
    assert Client().get("/nowhere/refer/word/").status_code == 404


def test_a_sent_referral_as_a_copy_and_as_a_sheet_names_nobody(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    referral = make_sent(here, what_happened=STORY)
    url = address(here, f"{referral.reference}/word/filled/")
    answer = signed_in(Client(), here.manager).get(url)
    words = "".join(docx.Document(io.BytesIO(answer.content)).element.body.itertext())
    assert "The midwife stayed in touch" in words
    assert "4 to 6 years" in words
    said = str(as_sheet(referral))
    assert "The midwife stayed in touch" in said
    for text in (words, said):
        assert NAME not in text
    assert signed_in(Client(), there.coordinator).get(url).status_code == 404


@pytest.mark.parametrize("slug", ["word/", "word/blank/"])
def test_another_partnership_is_not_there(
    two_partnerships: Houses, signed_in: SignIn, slug: str
) -> None:
    here, there = two_partnerships
    assert signed_in(Client(), here.manager).get(address(here, slug)).status_code == 200
    assert signed_in(Client(), there.manager).get(address(here, slug)).status_code == 404
    draft = make_draft(here)
    url = address(here, f"{draft.reference}/word/")
    assert signed_in(Client(), here.manager).get(url).status_code == 404
    brought_in = address(here, f"{bring(here).reference}/word/")
    assert signed_in(Client(), here.manager).get(brought_in).status_code == 200
    assert signed_in(Client(), here.coordinator).get(brought_in).status_code == 404
