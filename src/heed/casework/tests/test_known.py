"""What is known, searched by those who work here: found, narrowed, permitted, and its cost."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from heed.briefings import operations as briefings
from heed.briefings import queries as briefing_queries
from heed.briefings.models import ReleasedPage
from heed.briefings.tests import factories as pages
from heed.findings import operations as findings
from heed.findings.tests.factories import make_complete, make_settled
from heed.memory import operations as memory
from heed.memory import understanding
from heed.memory.models import Entry
from heed.memory.tests.factories import make_case, make_entry
from heed.partnership import operations as partnership
from heed.partnership.models import Case, Person
from heed.partnership.states import Stage
from heed.pathways.queries import pack_in_force
from heed.recommendations.tests.factories import make_routed
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
SECRET = "A kettle stood on the landing and nobody asked the lodger."


@pytest.fixture
def known(two_partnerships: Houses) -> Case:
    """A finding of a case, what was recommended and came of it, a page, and national learning."""
    case = make_case(two_partnerships[0])
    memory.remember(
        "finding:1",
        kind="finding",
        audience="case",
        case=case,
        title="The lodger was not asked about",
        text=SECRET,
        polarity="learning",
        themes=["fathers-male-carers"],
        date=date(2026, 3, 1),
    )
    memory.remember(
        "recommendation:1",
        kind="recommendation",
        audience="case",
        case=case,
        title="Ask who else lives here",
        text="Every first visit asks who else lives in the home, and writes it down.",
        effect="no_difference",
        closed_on=date(2025, 9, 9),
        themes=["fathers-male-carers"],
        date=date(2025, 2, 1),
    )
    make_entry("page/1", title="Eight letters", text="Eight letters were sent and nobody rang.")
    make_entry(
        "national/1", kind="national", title="Men in the home", text="Partners were not seen."
    )
    return case


def read(client: Client, house: House, **asked: str) -> str:
    answer = client.get(f"/{house.partnership.slug}/known/", asked)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_a_question_finds_what_was_learnt_what_was_asked_for_and_what_came_of_it(
    two_partnerships: Houses, known: Case, signed_in: SignIn
) -> None:
    here = two_partnerships[0]
    said = read(signed_in(Client(), here.chair), here, q="hidden men")
    assert "The lodger was not asked about" in said
    assert "Ask who else lives here" in said
    assert "Acted on; no difference was seen" in said
    assert "Men in the home" in said
    assert "<mark>" in said
    assert "Fathers" in said


def test_it_is_narrowed_by_what_was_found_and_widened_again(
    two_partnerships: Houses, known: Case, signed_in: SignIn
) -> None:
    here = two_partnerships[0]
    client = signed_in(Client(), here.chair)
    everything = read(client, here)
    assert "newest first" in everything
    assert "kind=recommendation" in everything
    only = read(client, here, kind="recommendation")
    assert "Ask who else lives here" in only
    assert "Eight letters" not in only
    assert "Kind: Recommendation" in only
    assert "Nothing fits all of that" in read(client, here, kind="recommendation", year="1999")


@pytest.mark.parametrize(
    "asked",
    [
        {"year": "next"},
        {"year": "²"},
        {"partnership": "nowhere"},
        {"kind": "rumour"},
        {"page": "99", "q": "letters"},
        {"page": "-1"},
        {"q": "x" * 9_000},
        {"q": '"\x00 <b>'},
    ],
)
def test_whatever_is_typed_is_answered(
    two_partnerships: Houses, known: Case, signed_in: SignIn, asked: dict[str, str]
) -> None:
    here = two_partnerships[0]
    read(signed_in(Client(), here.chair), here, **asked)


def test_what_a_reader_may_not_know_of_is_neither_found_nor_counted(
    two_partnerships: Houses, known: Case, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    partnership.restrict(known, by=here.coordinator, keep=[])
    at = f"/{here.partnership.slug}/known/"
    said = read(signed_in(Client(), here.chair), here, q="kettle lodger landing")
    assert "lodger was not" not in said
    assert "kind=finding" not in said
    assert "lodger was not" in read(signed_in(Client(), here.coordinator), here, q="kettle")
    assert "kettle on" not in read(signed_in(Client(), there.chair), there, q="kettle landing")
    for address in (at, f"{at}alike/"):
        assert signed_in(Client(), there.chair).get(address).status_code == 404
        assert Client().get(address).status_code == 302


def test_a_whole_paragraph_finds_what_was_learnt_before_and_is_not_kept(
    two_partnerships: Houses, known: Case, signed_in: SignIn
) -> None:
    here = two_partnerships[0]
    client = signed_in(Client(), here.chair)
    at = f"/{here.partnership.slug}/known/alike/"
    understanding.understand()
    text = "We would ask at the first visit who else lives in the home and write it down."
    said = client.post(at, {"text": text}).content.decode()
    assert "Ask who else lives here" in said
    assert "Acted on; no difference was seen" in said
    assert text in said
    assert "Enter" in client.post(at, {"text": " "}).content.decode()
    far = client.post(at, {"text": "Qwertz zxcvb"}).content.decode()
    assert "Nothing like it is known" in far or "The closest there is" in far


@pytest.mark.parametrize("many", [1, 30])
def test_it_costs_the_same_however_much_is_known(
    two_partnerships: Houses, known: Case, signed_in: SignIn, statements: Any, many: int
) -> None:
    here = two_partnerships[0]
    for number in range(many):
        make_entry(f"page/{100 + number}", title=f"Letters {number}", text="Letters were sent.")
    understanding.understand()
    client = signed_in(Client(), here.chair)
    read(client, here, q="letters")
    with statements() as made:
        read(client, here, q="letters")
    assert len(made) == 15, "\n".join(made)


def make_page(house: House, *, about: list[str]) -> ReleasedPage:
    """A released page that speaks of these ages."""
    page = pages.make_draft(house)
    page = briefings.choose_themes(
        page, by=house.facilitator, seen=page.version, themes=page.themes, ages=about
    )
    page = briefings.send_to_group(page, by=house.facilitator, seen=page.version, because="Seen.")
    briefings.sign_off(page, by=house.chair, seen=page.version)
    for hit in briefing_queries.read(page).unsettled:
        briefings.keep_words(page, by=house.facilitator, mark=hit.mark, reason="It is invented.")
    pages.settle_all(page, house)
    return briefings.release(page, by=house.coordinator, seen=page.version)


def test_what_was_learnt_is_narrowed_by_route_age_and_agency_in_words(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    here = two_partnerships[0]
    learnt = make_settled(here)
    other = make_complete(here, text="A school nurse rang the home each Friday and was heard.")
    partnership.set_stage(other.case, by=here.chair, stage=Stage.FINDINGS, route="lcspr")
    findings.settle_findings(other.case, by=here.facilitator)
    asked = make_routed(here)
    make_page(here, about=["unborn"])
    make_page(here, about=["4-6", "adult"])
    client = signed_in(Client(), here.chair)
    said = read(client, here)
    called = {one.id: one.name for one in pack_in_force(here.partnership).routes}
    for label, count in (
        (called["lfer"], 2),
        (called["lcspr"], 1),
        ("4 to 6 years", 3),
        ("Not yet born", 1),
        ("Hospitals, community, mental health and maternity services", 3),
    ):
        assert f'{label}</a> <span class="heed-muted">{count}</span>' in said
    only = read(client, here, route="lcspr", age_band="4 to 6 years", agency="health_provider")
    assert f"Route: {called['lcspr']}" in only
    assert "Age: 4 to 6 years" in only
    assert "Agency: Hospitals, community" in only
    assert other.text in only
    assert learnt.text not in only
    assert asked.text in read(client, here, route="lfer", kind="recommendation")
    public = Entry.objects.filter(kind="briefing")
    assert {(one.route, one.age_band, one.agencies.count()) for one in public} == {
        ("", "unborn", 0),
        ("", "", 0),
    }


def test_learning_of_others_is_counted_as_theirs_and_not_as_ours(
    two_partnerships: Houses, known: Case, signed_in: SignIn
) -> None:
    here = two_partnerships[0]
    ours = {"partnership": here.partnership, "audience": "partnership"}
    make_entry("cornwall", **ours, title="Of Cornwall", partnership_name="Cornwall")
    make_entry("own", **ours, title="Of our own")
    client = signed_in(Client(), here.chair)
    said = read(client, here)
    assert f'{here.partnership.name}</a> <span class="heed-muted">3</span>' in said
    assert 'Cornwall <span class="heed-muted">1</span>' in said
    only = read(client, here, partnership=here.partnership.slug)
    assert "Of our own" in only
    assert "Of Cornwall" not in only
