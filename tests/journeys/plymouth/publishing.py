"""The fifth leg: the one page is written, signed off, checked by a second person, and released."""

from io import BytesIO
from xml.etree import ElementTree

import pikepdf

from tests.journeys.people import Person, Visitors
from tests.journeys.plymouth.deciding import CHAIR
from tests.journeys.plymouth.preparing import FACILITATOR
from tests.journeys.plymouth.referring import COORDINATOR

TITLE = "Seeing the child behind a missed appointment"
FOCUS = "When letters go unopened, a call from somebody whom the family knows brings a child back."
SECTIONS = {
    "child": "A child who loved trains waited for visits that others thought had been arranged.",
    "why": "People wanted to understand how news of a missed visit travels between them.",
    "worked_well": "- A school nurse kept asking until somebody could answer.",
    "learnt": "- News of a missed visit reached a clinic, and nobody who knew the family.",
    "next": "- A missed visit is told to the lead worker within two days.",
}

#: A day and a place that somebody could be known by, beside the child's name.
SLIPPED = "On 14 March 2026 people met to talk. Elmbank Surgery lent its name to the project."
WHY_IT_STAYS = "It is what every team here calls the project; the family never went there."


def the_page_is_released(visitors: Visitors, reference: str) -> str:
    """From the first word to the public library; the page's address there."""
    report = f"/harrowmere/reports/{reference.lower()}/"
    with visitors.when("the facilitator writes the page: a name, a day and a place slip in"):
        harpreet = visitors.at(report + "begin/", FACILITATOR)
        harpreet.presses("Begin the page")
        harpreet.opens(report + "edit/")
        harpreet.fills(title=TITLE, focus=FOCUS, audience="schools and health visitors")
        harpreet.fills(**{f"section-{name}": text for name, text in SECTIONS.items()})
        harpreet.fills(**{"section-child": f"Caoimhe waited. {SLIPPED} {SECTIONS['child']}"})
        harpreet.presses("Save version")
    with visitors.then("the editor points to all three, and the sheet is measured as she writes"):
        harpreet.reads("3 could identify someone", "settle first", "Version 1")
        visitors.picture(harpreet.page, "editor")
    with visitors.when("she takes over one suggestion, puts one right, and gives a reason for one"):
        harpreet.presses("Use “a day in the spring”")
        harpreet.reads("2 could identify someone")
        kept = harpreet.page.locator("[name='section-child']").input_value()
        harpreet.fills(**{"section-child": kept.replace("Caoimhe waited. ", "")})
        harpreet.presses("Save version")
        harpreet.reads("1 could identify someone")
        harpreet.hands.press(harpreet.page.locator("details.heed-keep summary").first)
        harpreet.types("Why can “Elmbank Surgery” stay?", WHY_IT_STAYS)
        harpreet.presses("Keep it")
    with visitors.then("nothing is left to settle, and the reason stands beside the words"):
        harpreet.reads("0 could identify someone", WHY_IT_STAYS)

    with visitors.when("she sends it to the group, whose chair signs it off"):
        harpreet.presses("Send it to the group")
        harpreet.goes_on()
        morwenna = visitors.at(report, CHAIR)
        morwenna.reads(TITLE)
        morwenna.presses("Sign it off")
        morwenna.presses("Sign it off")

    with visitors.then("its author can neither answer for who could be known nor release it"):
        harpreet.opens(report + "publish/identity/")
        harpreet.reads("Somebody who wrote none of this page must answer this")
    with visitors.when("the coordinator settles the checks and releases it"):
        ngozi = visitors.at(report + "publish/", COORDINATOR)
        for check, answer in (
            ("identity", "I read it and searched, and nobody could be known"),
            ("family", "They have been told that it will be released, and when"),
            ("proceedings", "Nothing is under way"),
            ("language", "It has been read, and every point was weighed"),
            ("audience", "Everyone, in the public library"),
        ):
            ngozi.opens(f"{report}publish/{check}/")
            ngozi.chooses(answer)
            ngozi.goes_on()
        ngozi.opens(report + "publish/review-date/")
        ngozi.goes_on()
        _chooses_a_theme(ngozi, report)
        ngozi.opens(report + "publish/")
        ngozi.reads("Ready to be released")
        visitors.picture(ngozi.page, "checks before release")
        ngozi.presses("Release the page")
        ngozi.presses("Read it in the library")
    return ngozi.page.url.removeprefix(visitors.address)


def anyone_reads_it(visitors: Visitors, reference: str, page: str) -> None:
    """Found by search and read without an account; one tagged A4 sheet; no way back to the case."""
    with visitors.when("somebody without an account searches the library"):
        reader = visitors.person("A reader")
        reader.opens("/harrowmere/learning/")
        reader.reads(TITLE, "newest first")
        reader.hands.fill(reader.page.get_by_role("searchbox"), "child not brought to the clinic")
        reader.page.keyboard.press("Enter")
        reader.page.wait_for_url("**?*")
        reader.arrives()
        reader.presses(TITLE)
    with visitors.then("they read the page, and nothing leads back to the case"):
        reader.reads(FOCUS, "A school nurse kept asking", "team")
        reader.does_not_read(reference, "Rowan", "Caoimhe", "Harpreet")
        visitors.picture(reader.page, "learning page")
    with visitors.then("the sheet is one tagged page of A4"):
        answer = reader.page.request.get(visitors.address + page + "sheet/")
        assert answer.ok, answer.status
        with pikepdf.open(BytesIO(answer.body())) as sheet:
            assert len(sheet.pages) == 1, f"{len(sheet.pages)} pages"
            wide, high = (float(edge) for edge in sheet.pages[0].mediabox[2:])
            assert (round(wide), round(high)) == (595, 842), (wide, high)
            assert sheet.Root.MarkInfo.Marked, "The sheet is not tagged."


def a_reader_follows_its_theme(visitors: Visitors, reference: str, page: str) -> None:
    """By the feed that the theme's page names: the page comes, and goes with a neutral notice."""
    notice = "We have taken this page down while we look at it again."
    with visitors.when("a reader goes from the page to its theme, and follows that by its feed"):
        reader = visitors.person("A follower")
        reader.opens(page)
        reader.presses("Health needs and was not brought")
        reader.presses("What teams can do about it: questions, tools, training, links")
        named = reader.page.locator("link[type='application/atom+xml']").last
        feed = named.get_attribute("href") or ""
        assert "health-was-not-brought" in feed, feed
    with visitors.then("the feed carries the page under its own address, and nothing of the case"):
        ((title, link, _),) = _entries(visitors, reader, feed)
        assert (title, link) == (TITLE, visitors.address + page)
    with visitors.when("the coordinator withdraws the page"):
        ngozi = visitors.at(f"/harrowmere/reports/{reference.lower()}/", COORDINATOR)
        ngozi.presses("Withdraw it")
        ngozi.chooses(notice)
        ngozi.types("Why is it withdrawn?", "Somebody thinks that they know the family.")
        ngozi.goes_on()
    with visitors.then("the feed says so in its place, neutrally, and the address explains"):
        ((title, link, summary),) = _entries(visitors, reader, feed)
        assert link == visitors.address + page
        assert TITLE not in title + summary
        assert notice in summary
        other = visitors.person("Somebody who comes later")
        other.opens(page)
        other.reads("This page has been taken down", notice)
        other.does_not_read(TITLE, "think that they know")


def _entries(visitors: Visitors, reader: Person, feed: str) -> list[tuple[str, str, str]]:
    """Title, link and summary of what a feed holds, read as a program reads it."""
    answer = reader.page.request.get(visitors.address + feed)
    assert answer.ok, answer.status
    atom = "{http://www.w3.org/2005/Atom}"
    return [
        (
            one.findtext(f"{atom}title", ""),
            str(one.find(f"{atom}link").get("href")),  # type: ignore[union-attr]
            one.findtext(f"{atom}summary", ""),
        )
        for one in ElementTree.fromstring(answer.body()).iter(f"{atom}entry")
    ]


def _chooses_a_theme(ngozi: Person, report: str) -> None:
    ngozi.opens(report + "themes/")
    ngozi.ticks("Health needs and was not brought")
    ngozi.goes_on()
