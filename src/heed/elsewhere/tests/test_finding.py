"""Others' titles are found in the public search once two people have shown them."""

from collections.abc import Callable, Collection

import pytest
from django.test import Client

from heed.elsewhere import finding, operations
from heed.elsewhere.incoming import Incoming
from heed.elsewhere.models import Report
from heed.elsewhere.tests.factories import make_incoming, make_offered, make_report
from heed.memory.lexicon import Lexicon
from heed.partnership.models import Person
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
TITLE = "Fathers whom nobody had asked about"


def shown(house: House, **changed: object) -> Report:
    report = make_offered(house, **{"title": TITLE, **changed})
    return operations.show(report, by=house.scrutineer, seen=report.version)


def searched(house: House, question: str, client: Client | None = None) -> str:
    answer = (client or Client()).get(f"/{house.partnership.slug}/learning/", {"q": question})
    return answer.content.decode()


@pytest.mark.parametrize("question", ["fathers", "Nobody asked about the father", "hidden men"])
def test_a_shown_title_answers_in_the_fields_own_words(
    two_partnerships: Houses, question: str
) -> None:
    here, there = two_partnerships
    report = shown(here, id="N-1")
    found = searched(here, question)
    assert "Published elsewhere" in found
    assert f'href="{report.link}"' in found
    assert "2024" in found
    assert "Nobody had asked who else was at home" not in found, "its text is never public"
    assert TITLE not in searched(there, question), "the other partnership has not shown it"
    assert TITLE not in searched(here, "swimming lessons")


def test_what_is_not_shown_is_not_found_by_anybody_here(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    make_report(house, id="N-1", title=TITLE)
    make_offered(house, id="N-2", title=f"{TITLE} again", link="https://collection.example/2")
    for client in (Client(), signed_in(Client(), house.coordinator)):
        assert "Published elsewhere" not in searched(house, "fathers", client)


def test_it_goes_as_soon_as_it_is_taken_back_or_taken_down_there(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    one = shown(house, id="N-1")
    two = shown(house, id="N-2", title=f"{TITLE} again", link="https://collection.example/2")
    assert len(finding.titles(house.partnership, "fathers")) == 2
    operations.take_back(one, by=house.coordinator, seen=one.version)
    gone: Incoming = make_incoming(id="N-2", title=two.title, withdrawn=True)
    operations.bring_in(house.partnership, by=None, incoming=gone)
    assert finding.titles(house.partnership, "fathers") == []


def test_what_a_question_speaks_of_is_laid_out_once(
    two_partnerships: Houses, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = two_partnerships[0]
    for number in range(3):
        link = f"https://collection.example/{number}"
        shown(house, id=f"N-{number}", title=f"{TITLE}, {number}", link=link)
    laid_out: list[Collection[str]] = []
    only = Lexicon.only

    def counted(book: Lexicon, spoken: Collection[str]) -> Lexicon:
        laid_out.append(spoken)
        return only(book, spoken)

    monkeypatch.setattr(Lexicon, "only", counted)
    assert len(finding.titles(house.partnership, "hidden men")) == 3
    assert len(laid_out) == 1


def test_words_of_the_text_alone_find_nothing(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    shown(house, text="A wolfhound called Zebedee slept in the hall.", keywords=())
    assert finding.titles(house.partnership, "wolfhound Zebedee") == []
