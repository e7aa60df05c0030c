"""Files on a referral: who adds them, who opens them, what they are called."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from heed.history.models import Entry
from heed.papers.checking import MOST
from heed.papers.models import Paper
from heed.partnership.models import Person
from heed.referrals import operations, queries
from heed.referrals.models import Referral
from heed.referrals.tests.factories import NAME, make_draft
from heed.refusals import NotAllowed, NotNow
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
PDF = b"%PDF-1.7\n%%EOF"


def address(referral: Referral, page: str = "files/") -> str:
    return f"/{referral.case.partnership.slug}/referrals/{referral.reference}/{page}"


def a_file(name: str = f"{NAME} chronology.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_a_file_is_added_and_named_by_the_reference(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    draft = make_draft(two_partnerships[0])
    signed_in(client, two_partnerships[0].manager)
    answer = client.post(address(draft), {"what": "Chronology", "file": a_file()})
    assert answer.status_code == 302
    paper = Paper.objects.get()
    assert paper.label == f"{draft.reference} 1 Chronology.pdf"
    opened = client.get(address(draft, f"files/{paper.pk}/"))
    assert b"".join(opened.streaming_content) == PDF  # type: ignore[attr-defined]
    assert draft.reference in opened.headers["Content-Disposition"]
    for page in ("files/", "", "check/"):
        assert "Chronology" in client.get(address(draft, page)).content.decode() or not page
    assert not [one for one in Entry.objects.all() if "Birdwhistle" in str(vars(one))]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("notes.exe", b"MZ", "Choose a file that ends in"),
        ("notes.pdf", b"MZ\x90", "not what its name says"),
        ("notes.pdf", b"", "empty"),
    ],
)
def test_a_file_that_cannot_come_in_gets_a_sentence(
    two_partnerships: Houses,
    client: Client,
    signed_in: SignIn,
    name: str,
    content: bytes,
    says: str,
) -> None:
    draft = make_draft(two_partnerships[0])
    signed_in(client, two_partnerships[0].manager)
    answer = client.post(address(draft), {"what": "Report", "file": a_file(name, content)})
    assert answer.status_code == 200
    assert says in answer.content.decode()
    assert not Paper.objects.exists()


def test_a_file_that_is_too_big_leaves_the_rest_of_the_form_as_it_was(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    draft = make_draft(two_partnerships[0])
    signed_in(client, two_partnerships[0].manager)
    too_big = a_file("notes.pdf", PDF + b" " * MOST)
    answer = client.post(address(draft), {"what": "Genogram", "file": too_big})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Choose one of 10MB or less" in page
    assert 'value="Genogram"' in page.split("checked")[0].rpartition("<input")[2]
    assert not Paper.objects.exists()


def test_the_coordinator_opens_it_once_it_is_sent_and_the_neighbours_never(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    draft = make_draft(here)
    paper = operations.add_paper(draft, by=here.manager, file=a_file(), what="Report")
    url = address(draft, f"files/{paper.pk}/")
    assert signed_in(Client(), here.coordinator).get(url).status_code == 404
    operations.send_referral(draft, by=here.manager, seen=draft.version)
    opened = signed_in(Client(), here.coordinator).get(url)
    assert opened.status_code == 200
    assert opened.getvalue()
    read = signed_in(Client(), here.coordinator).get(address(draft, ""))
    assert paper.label in read.content.decode()
    for person in (here.practitioner, here.neighbour, there.coordinator):
        assert signed_in(Client(), person).get(url).status_code == 404
    assert Client().get(url).status_code == 302
    assert Entry.objects.filter(verb="read a paper", person_id=here.coordinator.pk).count() == 1


def test_a_paper_of_another_record_is_not_reached_through_a_referral(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    mine, other = make_draft(house), make_draft(house, by=house.neighbour)
    paper = operations.add_paper(other, by=house.neighbour, file=a_file(), what="Report")
    client = signed_in(Client(), house.manager)
    assert client.get(address(mine, f"files/{paper.pk}/")).status_code == 404
    assert client.post(address(mine, f"files/{paper.pk}/take-out/")).status_code == 404
    assert queries.papers(other) == [paper]


def test_it_is_taken_out_by_whoever_writes_and_only_while_writing(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    draft = make_draft(house)
    first, second = (
        operations.add_paper(draft, by=house.manager, file=a_file(), what=what)
        for what in ("Genogram", "Letter")
    )
    with pytest.raises(NotAllowed):
        operations.take_out_paper(draft, by=house.coordinator, paper=first)
    signed_in(client, house.manager)
    assert client.post(address(draft, f"files/{first.pk}/take-out/")).status_code == 302
    assert queries.papers(draft) == [second]
    operations.send_referral(draft, by=house.manager, seen=draft.version)
    with pytest.raises(NotNow):
        operations.take_out_paper(draft, by=house.manager, paper=second)


def test_a_referral_takes_twenty_files_and_says_so(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    draft = make_draft(house)
    for _ in range(20):
        operations.add_paper(draft, by=house.manager, file=a_file(), what="Chronology")
    answer = signed_in(client, house.manager).post(
        address(draft), {"what": "Letter", "file": a_file()}
    )
    assert "There are 20 files on this referral, which is the most" in answer.content.decode()
    assert len(queries.papers(draft)) == 20
