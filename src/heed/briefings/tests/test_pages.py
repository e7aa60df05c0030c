"""The pages: each served and refused, what they cost, and what bad input gets."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from heed.briefings import operations, queries
from heed.briefings.models import Briefing, ReleasedPage
from heed.briefings.states import BriefingState, Item
from heed.briefings.tests.factories import (
    NAME,
    make_case,
    make_draft,
    make_ready,
    make_released,
    make_sent,
    make_signed_off,
    settle_all,
)
from heed.history.models import Entry
from heed.partnership.models import Person
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]

#: Each page, how far the page must have come, and who is served.
PAGES = {
    "": (make_draft, "scrutineer"),
    "edit/": (make_draft, "facilitator"),
    "sheet/": (make_draft, "member"),
    "themes/": (make_draft, "facilitator"),
    "versions/1/": (make_draft, "member"),
    "send/": (make_draft, "facilitator"),
    "ask-change/": (make_sent, "member"),
    "sign-off/": (make_sent, "chair"),
    "reopen/": (make_signed_off, "facilitator"),
    "publish/": (make_signed_off, "member"),
    **{f"publish/{item}/": (make_signed_off, "coordinator") for item in Item},
}


def address(page: Briefing, part: str = "") -> str:
    return f"/{page.case.partnership.slug}/reports/{page.reference}/{part}"


def typed(page: Briefing, **changed: str) -> dict[str, str]:
    sections = {f"section-{name}": text for name, text in page.sections.items()}
    words = {"title": page.title, "focus": page.focus, "audience": page.audience}
    return {**words, **sections, "size": "12.0", "seen": str(page.version), **changed}


@pytest.mark.parametrize("part", PAGES)
def test_each_page_is_served_and_hidden_from_those_it_is_not_for(
    two_partnerships: Houses, client: Client, signed_in: SignIn, part: str
) -> None:
    here, there = two_partnerships
    make, who = PAGES[part]
    page = make(here)
    served = signed_in(client, getattr(here, who)).get(address(page, part))
    assert served.status_code == 200
    if served["Content-Type"].startswith("text/html"):
        title = served.content.decode().split("<title>")[1].split("</title>")[0]
        assert "Wren" not in title
        assert "Birdwhistle" not in served.content.decode()
    for person in (there.coordinator, there.facilitator, here.manager, here.owner):
        assert signed_in(Client(), person).get(address(page, part)).status_code == 404
    assert Client().get(address(page, part)).status_code == 302


def test_beginning_from_the_case(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    case = make_case(here)
    url = f"/{here.partnership.slug}/reports/{case.reference}/begin/"
    assert signed_in(Client(), here.member).get(url).status_code == 404
    assert signed_in(Client(), there.coordinator).get(url).status_code == 404
    signed_in(client, here.facilitator)
    assert client.get(url).status_code == 200
    assert client.post(url)["Location"] == url.replace("begin", "edit")
    assert client.get(url)["Location"] == url.replace("begin", "edit")
    assert Briefing.objects.count() == 1


def test_a_released_page_can_be_withdrawn_and_looked_at_again(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    made = make_released(here)
    assert made.briefing
    signed_in(client, here.coordinator)
    again = address(made.briefing, "look-again/")
    assert client.get(again).status_code == 200
    assert "Enter a date" in client.post(again, {"review_by": "1 May 2020"}).content.decode()
    assert client.post(again, {"review_by": "3 May 2029"}).status_code == 302
    made.refresh_from_db()
    assert made.review_by.isoformat() == "2029-05-03"
    url = address(made.briefing, "withdraw/")
    assert signed_in(Client(), there.coordinator).get(url).status_code == 404
    assert signed_in(Client(), here.facilitator).get(url).status_code == 403
    page = client.post(url, {"why": ""})
    assert "Choose what the page says instead" in page.content.decode()
    notice = "We have taken this page down while we look at it again."
    assert client.post(url, {"notice": notice, "why": "A doubt."}).status_code == 302
    assert client.get(url).status_code == 404
    assert "Write it anew" in client.get(address(made.briefing)).content.decode()


def test_saving_shows_the_fit_and_the_hits(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    here, _ = two_partnerships
    page = make_draft(here)
    signed_in(client, here.facilitator)
    saved = client.post(
        address(page, "edit/"), typed(page, focus=f"{NAME} liked to know who was at the door.")
    )
    assert saved["Location"] == address(page, "edit/")
    shown = client.get(saved["Location"]).content.decode()
    assert "It fits on one page" in shown
    assert "Version 2" in shown
    assert f"Why can “{NAME}” stay?" in shown
    assert Entry.objects.filter(verb="opened", case_reference=page.reference).exists()


def test_a_suggestion_is_taken_over_with_one_press(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    here, _ = two_partnerships
    page = make_draft(here)
    signed_in(client, here.facilitator)
    words = typed(page, focus="They came in AB12 CDE one morning and asked.")
    client.post(address(page, "edit/"), words)
    page.refresh_from_db()
    hit = next(one for one in queries.read(page).identity if one.instead)
    client.post(address(page, "edit/"), typed(page, do=f"use:{hit.mark}"))
    page.refresh_from_db()
    assert hit.hit.text not in page.focus
    assert hit.instead in page.focus


def test_words_are_kept_with_a_reason_from_the_editor(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    here, _ = two_partnerships
    page = make_draft(here, focus=f"What helped {NAME}.")
    signed_in(client, here.facilitator)
    (hit, *_) = queries.read(page).unsettled
    url = address(page, "edit/")
    client.post(url, typed(page, do=f"keep:{hit.mark}"))
    assert "Say why these words stay" in client.get(url).content.decode()
    page.refresh_from_db()
    client.post(url, typed(page, **{"do": f"keep:{hit.mark}", f"reason-{hit.mark}": "She asked."}))
    page.refresh_from_db()
    assert hit.mark not in [one.mark for one in queries.read(page).unsettled]
    assert "She asked." in client.get(url).content.decode()
    client.post(url, typed(page, do=f"let-go:{hit.mark}"))
    page.refresh_from_db()
    assert hit.mark in [one.mark for one in queries.read(page).unsettled]


def test_a_stale_save_shows_both_texts_and_loses_nothing(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    here, _ = two_partnerships
    page = make_draft(here)
    stale = typed(page, focus="What I wrote at the same time.")
    signed_in(client, here.facilitator)
    client.post(address(page, "edit/"), typed(page, focus="What was saved first."))
    refused = client.post(address(page, "edit/"), stale)
    assert refused.status_code == 409
    shown = refused.content.decode()
    assert "What was saved first." in shown
    assert "What I wrote at the same time." in shown
    page.refresh_from_db()
    joined = client.post(address(page, "edit/"), typed(page, focus="Both together."))
    assert joined.status_code == 302


ODD = {
    "long": "x" * 100_000,
    "many words": "word " * 20_000,
    "right to left": "\u202eright to left هذا",
    "emoji": "👩‍👧 " * 50,
    "marks": "e\u0301" * 50,
    "nothing": "",
    "null": "\x00null",
    "script": "<script>alert(1)</script>",
    "typst": "#panic() = $x$",
}


@pytest.mark.parametrize("name", ODD)
def test_odd_text_gets_a_clear_answer_and_is_kept(
    two_partnerships: Houses, client: Client, signed_in: SignIn, name: str
) -> None:
    here, _ = two_partnerships
    page = make_draft(here)
    signed_in(client, here.facilitator)
    text = ODD[name]
    answer = client.post(
        address(page, "edit/"), typed(page, **{"title": text, "focus": text, "section-why": text})
    )
    if answer.status_code == 200:
        assert "There is something to put right" in answer.content.decode()
        assert "characters long" in answer.content.decode()
        assert text[:200] in answer.content.decode()
    else:
        assert answer.status_code == 302
        shown = client.get(address(page, "edit/")).content.decode()
        assert "<script>alert" not in shown
    assert client.get(address(page, "sheet/")).content.startswith(b"%PDF")


@pytest.mark.parametrize(("size", "seen"), [("9", "1"), ("12.0", ""), ("12.0", "x"), ("", "1")])
def test_a_form_that_was_tampered_with_is_explained(
    two_partnerships: Houses, client: Client, signed_in: SignIn, size: str, seen: str
) -> None:
    here, _ = two_partnerships
    page = make_draft(here)
    signed_in(client, here.facilitator)
    answer = client.post(address(page, "edit/"), typed(page, size=size, seen=seen))
    assert answer.status_code == 200
    assert "There is something to put right" in answer.content.decode()


def test_the_meter_measures_what_is_typed_and_saves_nothing(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    here, _ = two_partnerships
    page = make_draft(here)
    signed_in(client, here.facilitator)
    url = address(page, "measure/")
    short = client.post(url, typed(page)).json()
    long = client.post(url, typed(page, **{"section-why": "learning " * 600})).json()
    assert short["percent"] < 100 < long["percent"]
    assert short["heading"] == "It fits on one page"
    assert "too long for one page" in long["heading"]
    assert client.post(url, {"title": "x"}).status_code == 400
    page.refresh_from_db()
    assert page.edition == 1


def test_from_the_group_to_the_library(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    """The whole way through the pages, as people go it."""
    here, _ = two_partnerships
    page = make_draft(here, sections={"learnt": "", "next": ""})
    facilitator, chair, coordinator = (
        signed_in(Client(), one) for one in (here.facilitator, here.chair, here.coordinator)
    )

    def seen() -> str:
        page.refresh_from_db()
        return str(page.version)

    asked = facilitator.post(address(page, "send/"), {"seen": seen()}).content.decode()
    assert "Say why it goes as it is" in asked
    facilitator.post(address(page, "send/"), {"seen": seen(), "because": "For a first look."})
    chair.post(address(page, "ask-change/"), {"seen": seen(), "words": "Add what was learnt."})
    assert "Asks for a change" in facilitator.get(address(page)).content.decode()
    said = queries.comments(page)[-1]
    facilitator.post(address(page, f"comments/{said.pk}/"), {"answer": "Added."})
    seen()
    facilitator.post(
        address(page, "edit/"),
        typed(page, **{"section-learnt": "Asking is kind.", "section-next": "We ask each time."}),
    )
    facilitator.post(address(page, "send/"), {"seen": seen(), "because": "It is whole."})
    chair.post(address(page, "comment/"), {"section": "", "words": "Thank you."})
    chair.post(address(page, "sign-off/"), {"seen": seen(), "note": ""})
    seen()
    assert page.state == BriefingState.SIGNED_OFF
    waiting = coordinator.get(address(page, "publish/")).content.decode()
    assert "6 things to settle before release" in waiting
    assert "Release the page" not in waiting
    for item, answer in {
        "identity": {"answer": "nobody"},
        "family": {"answer": "not_told", "why-not_told": "They asked us not to."},
        "proceedings": {"answer": "none"},
        "language": {"answer": "read"},
        "audience": {"answer": "everyone"},
        "review-date": {"day": "3 May 2029"},
    }.items():
        assert coordinator.post(address(page, f"publish/{item}/"), answer).status_code == 302, item
    ready = coordinator.get(address(page, "publish/")).content.decode()
    assert "Ready to be released" in ready
    assert "Release the page" in ready
    assert "Release the page" not in facilitator.get(address(page, "publish/")).content.decode()
    assert facilitator.post(address(page, "release/"), {"seen": seen()}).status_code == 403
    assert coordinator.post(address(page, "release/"), {"seen": seen()}).status_code == 302
    made = ReleasedPage.objects.get()
    public = Client().get(f"/{here.partnership.slug}/learning/{made.slug}/")
    assert "Asking is kind." in public.content.decode()


def test_an_author_is_told_why_they_cannot_answer_for_identity(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    here, _ = two_partnerships
    page = make_signed_off(here)
    shown = signed_in(client, here.facilitator).get(address(page, "publish/identity/"))
    assert "wrote none of this page" in shown.content.decode()
    answer = client.post(address(page, "publish/identity/"), {"answer": "nobody"})
    assert answer.status_code == 403


def test_words_can_be_justified_at_the_checks(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    here, _ = two_partnerships
    page = make_signed_off(here, focus=f"What helped {NAME}.")
    signed_in(client, here.coordinator)
    (hit, *_) = queries.read(page).unsettled
    client.post(address(page, "keep/"), {"mark": hit.mark, "reason": "She asked for it."})
    assert "She asked for it." in client.get(address(page, "publish/")).content.decode()
    again = client.post(address(page, "keep/"), {"mark": "nothing", "reason": "x"}, follow=True)
    assert "has changed" in again.content.decode()


@pytest.mark.parametrize("part", ["publish/weather/", "versions/99/", "comments/99/"])
def test_what_is_not_there_is_not_found(
    two_partnerships: Houses, client: Client, signed_in: SignIn, part: str
) -> None:
    here, _ = two_partnerships
    page = make_draft(here)
    assert signed_in(client, here.coordinator).get(address(page, part)).status_code == 404


def test_an_unknown_reference_is_not_found(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    here, _ = two_partnerships
    signed_in(client, here.coordinator)
    for part in PAGES:
        assert client.get(f"/{here.partnership.slug}/reports/HRW-26-XXXX/{part}").status_code == 404


@pytest.mark.parametrize("rows", [1, 30])
@pytest.mark.parametrize("part", ["", "edit/", "publish/"])
def test_a_page_costs_the_same_for_one_and_for_thirty(
    two_partnerships: Houses,
    client: Client,
    signed_in: SignIn,
    statements: Any,
    rows: int,
    part: str,
) -> None:
    """Rows of every kind that a page lists: versions, comments, kept words, other pages."""
    here, _ = two_partnerships
    for at in range(rows // 10):
        make_released(here, title=f"Other page {at}")
    page = make_draft(here, focus=f"What helped {NAME}.")
    for at in range(rows):
        operations.comment(page, by=here.member, words=f"{at}", section="learnt")
        operations.comment(page, by=here.chair, words=f"{at}")
        words = {**page.sections, "learnt": f"Version {at}."}
        operations.save_page(
            page,
            by=here.facilitator,
            seen=page.version,
            title=page.title,
            focus=page.focus,
            audience=page.audience,
            sections=words,
        )
    if part == "publish/":
        operations.send_to_group(page, by=here.facilitator, seen=page.version, because="Cost.")
        operations.sign_off(page, by=here.chair, seen=page.version)
        settle_all(page, here)
    signed_in(client, here.coordinator)
    with statements() as made:
        assert client.get(address(page, part)).status_code == 200
    costs = {"": 10, "edit/": 11, "publish/": 13}
    assert len(made) == costs[part], "\n".join(made)


def test_the_page_of_a_released_lesson_costs_no_more(
    two_partnerships: Houses, client: Client, signed_in: SignIn, statements: Any
) -> None:
    here, _ = two_partnerships
    made = make_released(here)
    assert made.briefing
    signed_in(client, here.coordinator)
    with statements() as seen:
        assert client.get(address(made.briefing)).status_code == 200
    seen.at_most(12)


def test_ready_means_ready(two_partnerships: Houses) -> None:
    here, _ = two_partnerships
    page = make_ready(here)
    assert not queries.in_the_way(
        page, queries.read(page), queries.draft_sheet(page), queries.checklist(page)
    )
