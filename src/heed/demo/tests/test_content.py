"""The content loads, is what was promised, and is fit to be read: plain tests, no database."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from heed import wording
from heed.briefings.paper import PageContent, Section, render
from heed.briefings.reach import ROLES
from heed.demo.dates import Calendar
from heed.demo.people import sign_ins
from heed.demo.reading import everyday, worlds
from heed.demo.shapes import STAGES, CaseStory, Report, World
from heed.demo.words import EVERYONE, listed, page_sections, page_words
from heed.library.states import LANGUAGES
from heed.memory import themes
from heed.pathways import packs
from heed.wording import language
from heed.wording.text import Text

WORLDS = worlds()
CASES = [case for world in WORLDS for case in world.cases]
REPORTS = [case for case in CASES if case.report]

#: A draft may still hold what its editor will point out.
DRAFTS = [case for case in REPORTS if case.stage == "report_drafted"]
RELEASED = [case for case in REPORTS if case not in DRAFTS]


def strings(thing: Any) -> Iterator[str]:
    """Every text inside something dumped."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict):
        for value in thing.values():
            yield from strings(value)
    elif isinstance(thing, list | tuple):
        for value in thing:
            yield from strings(value)


def named(case: CaseStory) -> str:
    return case.key


def test_there_are_twelve_open_reviews_and_twenty_four_closed_ones() -> None:
    assert (len(WORLDS[0].open_cases), len(WORLDS[0].closed_cases)) == (12, 24)


def test_an_open_review_stands_at_every_stage() -> None:
    assert [case.stage for case in WORLDS[0].open_cases] == list(STAGES[:-1])


def test_there_are_forty_recommendations() -> None:
    assert sum(len(case.recommendations) for case in WORLDS[0].cases) == 40


def test_recommendations_stand_at_every_point_of_their_road() -> None:
    calendar = Calendar.usual()
    found: Counter[str] = Counter()
    for case in WORLDS[0].cases:
        given = calendar.signed_off(case)
        for asked in case.recommendations:
            late = any(
                action.delivered is None and calendar.days_since(given) > action.due
                for action in asked.actions
            )
            delivered = all(action.delivered is not None for action in asked.actions)
            found["late" if late else "delivered" if delivered else "on time"] += 1
            found[asked.difference] += 1
            found["closed"] += asked.closed is not None
    assert found["late"] >= 2
    assert found["on time"] >= 5
    assert found["none_yet"] >= 3
    assert found["made"] >= 25
    assert found["closed"] == 32


def test_the_open_reviews_hold_the_shapes_that_matter() -> None:
    cases = WORLDS[0].open_cases
    assert any(case.referral.kind == "good_practice" for case in cases)
    assert any(len(case.children) == 2 for case in cases)
    assert any(child.age_band == "unborn" for case in cases for child in case.children)
    assert [case.known_as for case in cases if not case.children] == ["Children living in hotels"]
    assert sum(case.restricted for case in cases) == 1
    assert sum(all(case.referral.two_limbs) for case in cases) == 1


@pytest.mark.parametrize(
    "of",
    [
        lambda case: [case.report.title] if case.report else [],
        lambda case: [case.report.focus] if case.report else [],
        lambda case: [child.pseudonym for child in case.children],
        lambda case: [child.name for child in case.children],
        lambda case: [case.referral.what_happened],
        lambda case: [asked.text for asked in case.recommendations],
        lambda case: [finding.text for finding in case.findings],
        lambda case: list(case.scope.lines) if case.scope else [],
    ],
    ids=["titles", "focuses", "pseudonyms", "names", "referrals", "asked", "findings", "lines"],
)
def test_no_two_are_alike(of: Any) -> None:
    found = Counter(text for case in CASES for text in of(case))
    assert [text for text, times in found.items() if times > 1] == []


def test_the_people_offered_at_sign_in_play_every_part() -> None:
    offered = sign_ins()
    emails = {one.email for one in offered}
    parts = {
        part.part for person in WORLDS[0].people if person.email in emails for part in person.parts
    }
    assert parts >= {
        "coordinator", "chair", "representative", "manager", "contributor", "facilitator",
        "owner", "partner_executive", "scrutineer", "administrator",
    }  # fmt: skip
    assert [one.partnership for one in offered].count(WORLDS[1].partnership.name) == 1


@pytest.mark.parametrize("case", CASES, ids=named)
def test_returns_answer_questions_that_the_pack_asks(case: CaseStory) -> None:
    asked = {
        question.id
        for section in packs.load("plymouth").returns.sections
        for question in section.questions
    }
    assert {question for one in case.returns for question in one.answers} <= asked


def test_there_is_something_to_say_for_every_criterion() -> None:
    for pack in {world.partnership.pack for world in WORLDS}:
        criteria = {item.id for part in packs.load(pack).criteria for item in part.items}
        assert criteria <= set(everyday().no)


def test_people_and_agencies_are_of_one_partnership_and_their_addresses_are_invented() -> None:
    first, second = ({person.email for person in world.people} for world in WORLDS)
    assert not first & second
    assert all(address.endswith(".example") for address in first | second)


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.partnership.slug)
def test_everything_that_is_named_is_known(world: World) -> None:
    agencies = {agency.key for agency in world.partnership.agencies}
    groups = {group.key for group in world.partnership.groups}
    people = {person.key for person in world.people}
    pack = (
        packs.load_text(world.layer, label=world.partnership.slug)
        if world.layer
        else packs.load(world.partnership.pack)
    )
    assert groups <= {group.id for group in pack.groups}
    for person in world.people:
        assert {person.agency, *(part.agency for part in person.parts)} <= agencies | {None}
        assert {part.group for part in person.parts} <= groups | {None}
    for case in world.cases:
        scope = case.scope
        named_agencies = {*(scope.agencies if scope else ()), *(one.agency for one in case.returns)}
        assert named_agencies <= agencies, case.key
        assert {asked.group for asked in case.recommendations} <= groups, case.key
        owners: set[str | None] = {asked.owner for asked in case.recommendations}
        owners |= {action.owner for asked in case.recommendations for action in asked.actions}
        owners |= {case.referral.by, scope.facilitator if scope else None}
        assert owners <= people | {None}, case.key


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.partnership.slug)
def test_a_library_tells_of_pages_themes_and_partnerships_that_there_are(world: World) -> None:
    told = world.library
    closed = {case.key: case for case in world.closed_cases}
    made = (*told.translations, *told.recordings, *told.easy_reads)
    of_pages: list[Any] = [*told.changes, *told.addresses, *made]
    assert {one.case for one in of_pages} <= set(closed)
    for one in told.changes:
        assert one.recommendation <= len(closed[one.case].recommendations), one.case
    parts = {section.id for section in packs.load("england").briefing.sections} - {"talk"}
    for form in told.translations:
        assert set(form.parts) == parts | {"questions"}, form.language
        assert form.language in LANGUAGES
    shared = (*told.shared.themes, *(m.theme for m in told.shared.modules)) if told.shared else ()
    listed: list[Any] = [*told.reports, *told.followers, *told.older]
    used = {theme for one in listed for theme in one.themes} | {one.theme for one in told.modules}
    assert used | set(shared) <= {theme.id for theme in themes.every()}
    assert not told.shared or told.shared.other in {one.partnership.slug for one in WORLDS}
    assert set(everyday().readers.values()) <= {*ROLES, EVERYONE}


@pytest.mark.parametrize("case", CASES, ids=named)
def test_themes_and_criteria_are_those_that_heed_knows(case: CaseStory) -> None:
    known = {theme.id for theme in themes.every()}
    assert {theme for finding in case.findings for theme in finding.themes} <= known
    pack = packs.load("plymouth")
    criteria = {item.id for part in pack.criteria for item in part.items}
    assert {one.id for one in (case.decision.criteria if case.decision else ())} <= criteria


@pytest.mark.parametrize("case", CASES, ids=named)
def test_nothing_blames(case: CaseStory) -> None:
    text = Text("\n\n".join(strings(case.model_dump())))
    found = language.find(text, wording.House())
    assert [text.plain[one.start : one.end] for one in found if one.level == "avoid"] == []


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_name_stands_in_the_register_and_nowhere_else(case: CaseStory) -> None:
    names = {part for child in case.children for part in child.name.split()} - {"Baby", "of"}
    told = case.model_dump(exclude={"children"})
    for text in strings(told):
        assert not {name for name in names if re.search(rf"\b{re.escape(name)}\b", text)}, text


@pytest.mark.parametrize("case", RELEASED, ids=named)
def test_a_released_page_lets_nobody_be_known(case: CaseStory) -> None:
    register = wording.Register(
        tuple(wording.Registered(names=(child.name,)) for child in case.children)
    )
    reading = wording.read(page_words(_report(case)), register=register)
    assert [hit.text for hit in reading.identity] == []
    assert wording.releasable(reading)


def test_a_draft_holds_something_for_its_editor_to_point_out() -> None:
    readings = [wording.read(page_words(_report(case))) for case in DRAFTS]
    assert sum(len(reading.identity) for reading in readings) >= 2


@pytest.mark.parametrize("case", REPORTS, ids=named)
def test_a_report_fits_one_page(case: CaseStory) -> None:
    report = _report(case)
    world = next(world for world in WORLDS if case in world.cases)
    layout = packs.load(world.partnership.pack).briefing
    assert len(report.title.split()) <= layout.title_words
    assert len(report.focus.split()) <= layout.focus_words
    assert 190 <= report.words() <= layout.words
    page = render(
        PageContent(
            partnership=world.partnership.name,
            colour=world.partnership.colour,
            title=report.title,
            focus=report.focus,
            byline=f"3-minute read, for {listed(report.audience)}",
            sections=tuple(
                Section(section.heading, page_sections(report)[section.id], section.kind)
                for section in layout.sections
                if section.kind != "questions"
            ),
            questions=report.questions,
            support=f"Worried about a child today? {world.partnership.front_door}.",
            caveat=layout.caveat,
            published="November 2026",
            review_by="November 2028",
            number="Learning page 24",
            address=f"{world.partnership.slug}.example/library/24/a-slug-of-the-lesson",
        )
    )
    assert page.fits
    assert page.missing == ()


def test_a_focus_is_two_or_three_sentences() -> None:
    for case in REPORTS:
        assert 2 <= len(re.findall(r"[.?!](?:\s|$)", _report(case).focus)) <= 3, case.key


def _report(case: CaseStory) -> Report:
    assert case.report
    return case.report


def test_a_partner_s_executive_speaks_for_the_whole_partnership() -> None:
    """With an agency their part would open nothing that the partners decide together."""
    parts = [part for world in WORLDS for one in world.people for part in one.parts]
    executives = [part for part in parts if part.part == "partner_executive"]
    assert executives
    assert not [part for part in executives if part.agency or part.group]
