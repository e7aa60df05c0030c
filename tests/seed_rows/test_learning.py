"""Rows on what was learnt, the one page that says it, and what is asked for because of it."""

import io
from collections.abc import Callable
from datetime import date

import pypdf
import pytest
from django.test import Client

from heed import clock
from heed.briefings import operations as briefings
from heed.briefings import queries as pages
from heed.briefings.models import Briefing
from heed.briefings.tests.factories import make_draft, make_released, make_sent
from heed.findings import operations as findings
from heed.findings.states import EvidenceKind, Level, Polarity
from heed.findings.tests import factories
from heed.findings.tests.factories import LEARNT, STEP, WHY, make_complete, make_settled
from heed.learning_events.tests.factories import make_held
from heed.memory import understanding
from heed.partnership.models import Case, Person
from heed.recommendations import operations as recommendations
from heed.recommendations.models import Recommendation
from heed.recommendations.tests.factories import make_proposed
from heed.toolkit.tests.factories import make_shown
from tests.houses import House
from tests.seed_rows.conftest import Open, Read

SignIn = Callable[[Client, Person], Client]
UNSEEN = "Nobody asked who teaches a child that is in no school, as each thought another knew."
QUIET = "No register says who is taught nowhere."


@pytest.fixture
def house(house_of: Open) -> House:
    """A partnership that works as Plymouth does."""
    return house_of("plymouth")


def learnt(house: House, case: Case) -> None:
    """Something that can be stronger, with what shows it and its theme."""
    finding = findings.add_finding(
        case,
        by=house.facilitator,
        text=UNSEEN,
        why=QUIET,
        polarity=Polarity.LEARNING,
        level=Level.SYSTEM,
    )
    findings.add_evidence(
        finding, by=house.facilitator, kind=EvidenceKind.FIGURES, text="Eleven of thirty."
    )
    findings.choose_themes(
        finding, by=house.facilitator, seen=finding.version, themes=["not-in-school"]
    )


def posted(page: Briefing, part: str, person: Person, sign_in: SignIn, **said: str) -> None:
    """Presses a button on a page that is being made."""
    at = f"/{page.case.partnership.slug}/reports/{page.reference}/{part}"
    page.refresh_from_db()
    assert sign_in(Client(), person).post(at, {"seen": page.version, **said}).status_code == 302


def test_s0_7_each_thing_lies_in_practice_or_in_the_system(
    house_of: Open, read: Read, signed_in: SignIn
) -> None:
    """Tag learning as practice or system: asked of each finding, and beside it wherever it is
    read."""
    house = house_of("cornwall")
    case = make_held(house).case
    at = f"reviews/{case.reference}/findings/"
    client, whole = signed_in(Client(), house.facilitator), f"/{house.partnership.slug}/{at}"
    nowhere = client.post(f"{whole}add/", {"text": UNSEEN, "polarity": "learning"})
    assert "Choose whether it lies in practice or in the system" in nowhere.content.decode()
    client.post(f"{whole}add/", {"text": UNSEEN, "polarity": "learning", "level": "system"})
    factories.make_draft(house, case)
    shown = read(house, house.chair, at)
    assert "System. 0 pieces" in shown.split(UNSEEN)[1][:400]
    assert "Practice. 0 pieces" in shown.split(LEARNT)[1][:400]


def test_s0_13_positive_practice_comes_with_resources(house_of: Open, read: Read) -> None:
    """Positive practice + attached resources: what worked stands on the page with where to read
    on, and the theme it leads to has tools with their papers and links."""
    house = house_of("cornwall")
    made = make_released(
        house,
        sections={
            "worked_well": "- Somebody stayed. Trust came first, and words came later.",
            "resources": "- How to hear and support a young person. Ask the hub for it.",
        },
    )
    link = {"words": "How to listen", "address": "https://www.example.org/listen"}
    make_shown(house, theme="fathers-male-carers", kind="tools", title="To use", links=[link])
    page = read(house, house.practitioner, f"learning/{made.slug}/")
    at = [page.index(one) for one in ("What worked well", "Somebody stayed.", "Ask the hub")]
    assert at == sorted(at)
    assert "Guidance and resources" in page
    theme = read(house, house.practitioner, "learning-themes/fathers-male-carers/")
    assert made.title in theme
    assert 'href="https://www.example.org/listen"' in theme


def test_s0_17_what_comes_back_is_pointed_out(house_of: Open, read: Read) -> None:
    """Detect repeats (children out of education, Apr and Oct 2025): whoever writes a finding sees
    that it was learnt before and how close it is; the group sees which theme came back after what
    was asked for had been closed."""
    with clock.at(date(2025, 4, 10)):
        house = house_of("cornwall")
        first = make_held(house).case
        learnt(house, first)
        findings.settle_findings(first, by=house.facilitator)
    understanding.understand()
    with clock.at(date(2025, 7, 1)):
        asked = recommendations.propose(
            first, by=house.chair, text="Keep one list", finding=first.findings.get()
        )
        recommendations.route(asked, by=house.chair, seen=1, group=house.working_group)
        asked.refresh_from_db()
        recommendations.close(
            asked, by=house.chair, seen=asked.version, because="One list is kept."
        )
    with clock.at(date(2025, 10, 20)):
        again = make_held(house).case
        learnt(house, again)
        findings.settle_findings(again, by=house.facilitator)
    finding = again.findings.get()
    shown = read(house, house.facilitator, f"reviews/{again.reference}/findings/{finding.pk}/")
    beside = shown.split("Learnt before")[1]
    assert "Nobody asked who teaches a child" in beside
    assert "Very close. Finding, April 2025" in beside
    themes = read(house, house.chair, "themes/")
    assert (
        "Children out of school has been met once since a recommendation on it was closed on "
        "1 July 2025." in themes
    )


def test_s1_5_three_aims_make_the_report(house: House, read: Read, signed_in: SignIn) -> None:
    """Three aims drive report sections: what worked goes under one heading, what can be stronger
    under another and what happens now under a third, before anybody has typed a word."""
    case = make_complete(house).case
    learnt(house, case)
    findings.propose_next_step(case, by=house.facilitator, text=STEP)
    findings.settle_findings(case, by=house.facilitator)
    at = f"/{house.partnership.slug}/reports/{case.reference}/"
    client = signed_in(Client(), house.facilitator)
    client.post(f"{at}begin/")
    page = Briefing.objects.get(case=case)
    assert page.sections["worked_well"] == f"- {LEARNT} {WHY}"
    assert page.sections["learnt"] == f"- {UNSEEN} {QUIET}"
    assert page.sections["next"] == f"- {STEP}"
    editor = read(house, house.facilitator, f"reports/{case.reference}/edit/")
    for heading in ("Why we looked", "What worked well", "What we learnt", "What happens now"):
        assert heading in editor


def test_s1_22_the_facilitator_writes_one_page(house: House, read: Read) -> None:
    """One-page report by facilitator: written by whoever facilitated, and one sheet of paper."""
    made = make_released(house)
    assert made.briefing
    assert {one.saved_by for one in made.briefing.versions.all()} == {house.facilitator}
    sheet = Client().get(f"/{house.partnership.slug}/learning/{made.slug}/sheet/")
    assert len(pypdf.PdfReader(io.BytesIO(sheet.content)).pages) == 1
    long = make_draft(house, sections={"learnt": "learning " * 900})
    told = read(house, house.facilitator, f"reports/{long.reference}/edit/")
    assert "too long for one page" in told


def test_s1_23_the_report_goes_to_the_subgroup(house: House, read: Read, signed_in: SignIn) -> None:
    """Report to CSCR subgroup: sent with one press, on the chair's desk, and out only once the
    subgroup has signed it off."""
    page = make_draft(house)
    send = read(house, house.facilitator, f"reports/{page.reference}/send/")
    assert "CSCR subgroup" in send
    posted(page, "send/", house.facilitator, signed_in, because="For the next meeting.")
    assert page.reference in read(house, house.chair, "today/")
    assert "Release the page" not in read(
        house, house.coordinator, f"reports/{page.reference}/publish/"
    )
    posted(page, "sign-off/", house.chair, signed_in, note="")
    assert "Signed off" in read(house, house.facilitator, f"reports/{page.reference}/")


def test_s1_24_recommendations_go_to_working_groups(
    house: House, read: Read, signed_in: SignIn
) -> None:
    """Route recommendations to working groups: with one press, and its people find it there."""
    one = make_proposed(house)
    at = f"recommendations/{one.reference}/"
    client = signed_in(Client(), house.chair)
    client.post(
        f"/{house.partnership.slug}/{at}route/",
        {"group": house.working_group.pk, "seen": one.version},
    )
    told = read(house, house.owner, at)
    assert one.text in told
    assert house.working_group.name in told
    assert one.case.reference not in told
    assert one.text in read(house, house.owner, "recommendations/")


def test_s1_25_nobody_is_named_or_blamed(house: House, read: Read) -> None:
    """No naming or blaming individuals/agencies: whoever writes is told which words could do
    either, and a name holds the page until it is changed or has its reason."""
    blames = "DC Alan Whitworth failed to share it. The mother failed to engage."
    page = make_sent(house, sections={"learnt": f"- {blames}"})
    told = read(house, house.facilitator, f"reports/{page.reference}/")
    for words in ("Alan Whitworth", "failed to share", "failed to engage"):
        assert words in told
    briefings.sign_off(page, by=house.chair, seen=page.version)
    held = read(house, house.coordinator, f"reports/{page.reference}/publish/")
    assert "Alan Whitworth" in held
    assert "Release the page" not in held
    assert pages.read(page).unsettled


def test_s2_7_a_learning_event_is_recommended_because_of_a_finding(
    house_of: Open, read: Read, signed_in: SignIn
) -> None:
    """Recommend learning events from findings: proposed from a finding with one press, made a
    recommendation with the finding as its reason, and given to a group."""
    house = house_of("bexley")
    finding = make_settled(house)
    at = f"reviews/{finding.reference}/findings/"
    page = read(house, house.facilitator, f"{at}{finding.pk}/")
    link = f"next-steps/add/?because={finding.pk}&amp;event=1"
    assert "Propose a multi-agency learning event on it" in page.split(link)[1][:120]
    asked = read(house, house.facilitator, f"{at}{link.replace('&amp;', '&')}")
    words = "Hold a multi-agency learning event on this, with the people who can use what was"
    assert words in asked
    signed_in(Client(), house.facilitator).post(
        f"/{house.partnership.slug}/{at}next-steps/add/", {"text": words, "finding": finding.pk}
    )
    step = finding.case.next_steps.get(text=words)
    group = read(
        house,
        house.chair,
        f"reviews/{finding.reference}/recommendations/propose/?from={step.pk}",
    )
    assert words in group
    assert LEARNT in group


def test_s2_19_what_happened_and_why(house_of: Open, read: Read) -> None:
    """ "What happened and why" analysis: each finding says what made it so, and the briefing has
    its own box for both."""
    house = house_of("bexley")
    finding = make_settled(house)
    shown = read(house, house.chair, f"reviews/{finding.reference}/findings/{finding.pk}/")
    assert "What made it so" in shown
    assert WHY in shown
    made = make_released(
        house, sections={"found": "- Calls were made each week. Somebody had taken the time."}
    )
    page = read(house, house.practitioner, f"learning/{made.slug}/")
    assert "Somebody had taken the time." in page.split("3. What happened, and why")[1]


def test_s3_24_people_improve_alone_and_together(
    house_of: Open, read: Read, signed_in: SignIn
) -> None:
    """Individual and collective improvement: a change says whether it lies with those who do the
    work, a team, an agency, or how agencies work together."""
    house = house_of("isle-of-wight")
    case = make_proposed(house).case
    asked = f"reviews/{case.reference}/recommendations/propose/"
    form = read(house, house.coordinator, asked)
    for level in ("Practice", "Team", "Agency", "Partnership"):
        assert f"{level} </label>" in form or f"{level}</label>" in form, level
    client = signed_in(Client(), house.coordinator)
    for text, level in (("Ask who is at home", "practice"), ("Meet each week", "partnership")):
        client.post(f"/{house.partnership.slug}/{asked}", {"text": text, "level": level})
    for text, told in (
        ("Ask who is at home", "How people work with children and families."),
        ("Meet each week", "How agencies here work together."),
    ):
        one = Recommendation.objects.get(case=case, text=text)
        page = read(house, house.coordinator, f"recommendations/{one.reference}/")
        assert told in page.split("Where it has to happen")[1], text
