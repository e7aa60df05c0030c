"""What changes a page, up to its sign-off."""

from datetime import timedelta

import pytest

from heed import clock
from heed.briefings import operations, queries
from heed.briefings.models import BriefingVersion
from heed.briefings.states import BriefingState
from heed.briefings.tests.factories import (
    NAME,
    SECTIONS,
    make_case,
    make_draft,
    make_sent,
    make_signed_off,
    written,
)
from heed.correspondence.models import Message
from heed.findings.models import Finding, FindingTheme, NextStep
from heed.history.models import Entry
from heed.partnership.states import Means, Stage
from heed.refusals import NotAllowed, NotNow, OutOfDate
from tests.houses import House

Houses = tuple[House, House]


def test_beginning_sets_the_stage_and_the_standing_questions(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    case = make_case(house)
    page = operations.begin_page(case, by=house.facilitator)
    assert (case.stage, page.edition) == (Stage.REPORT, 0)
    assert case.target is not None
    talk = next(one for one in queries.layout_of(page).sections if one.kind == "questions")
    assert page.sections[talk.id]
    assert operations.begin_page(case, by=house.coordinator) == page
    assert not page.versions.exists()


def test_a_page_begins_with_what_was_found(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    case = make_case(house)
    for text, why, polarity in (
        ("A tutor wrote it down", "There was time to", "strength"),
        ("Nobody could say it", "There was no place for a small thing", "learning"),
    ):
        made = Finding.objects.create(
            case=case, text=text, why=why, polarity=polarity, level="system", state="settled"
        )
        FindingTheme.objects.create(finding=made, theme="recording")
    Finding.objects.create(
        case=case, text="Not yet weighed", polarity="learning", level="system", state="draft"
    )
    NextStep.objects.create(case=case, text="One weekly call.\nFrom spring.")
    page = operations.begin_page(case, by=house.facilitator)
    assert page.sections["worked_well"] == "- A tutor wrote it down. There was time to."
    assert page.sections["learnt"] == "- Nobody could say it. There was no place for a small thing."
    assert page.sections["next"] == "- One weekly call. From spring."
    assert page.themes == ["recording"]


def test_the_page_stands_on_the_groups_agenda_with_what_came_of_it(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    page = make_sent(house)
    item = queries.agenda_item(page)
    assert item
    assert (item.group, item.kind) == (house.group, "sign_off")
    assert item.title.startswith(page.reference)
    operations.ask_for_change(page, by=house.chair, seen=page.version, words="Say why first.")
    item.refresh_from_db()
    assert item.outcome == "A change to version 1 was asked for."
    operations.send_to_group(page, by=house.facilitator, seen=page.version, because="Done.")
    again = queries.agenda_item(page)
    assert again != item
    operations.sign_off(page, by=house.chair, seen=page.version)
    assert queries.agenda_item(page) is None


def test_each_save_is_a_version_and_saving_the_same_is_none(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    page = make_draft(house)
    edition = page.edition
    operations.save_page(page, by=house.facilitator, seen=page.version, **written(page))
    assert page.edition == edition
    operations.save_page(page, by=house.coordinator, seen=page.version, **written(page, title="B"))
    assert list(page.versions.values_list("number", "title")) == [
        (edition + 1, "B"),
        (edition, written(page)["title"]),
    ]


def test_two_writers_do_not_overwrite_each_other(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    page = make_draft(house)
    seen = page.version
    mine = queries.briefing(house.coordinator, house.partnership.slug, page.reference)
    operations.save_page(page, by=house.facilitator, seen=seen, **written(page, focus="First."))
    with pytest.raises(OutOfDate) as refused:
        operations.save_page(mine, by=house.coordinator, seen=seen, **written(page, focus="Mine."))
    assert refused.value.current.focus == "First."
    assert not BriefingVersion.objects.filter(focus="Mine.").exists()


def test_a_section_that_the_pack_has_not_is_not_kept(two_partnerships: Houses) -> None:
    page = make_draft(two_partnerships[0], sections={"evil": "x"})
    assert "evil" not in page.sections


def test_history_tells_of_a_save_and_never_what_was_written(two_partnerships: Houses) -> None:
    page = make_sent(two_partnerships[0], focus=f"About {NAME} at home.")
    told = [str(vars(one)) for one in Entry.objects.filter(case_reference=page.reference)]
    told += [str(vars(one)) for one in Message.objects.all()]
    assert told
    assert not [one for one in told if "Birdwhistle" in one or "at home" in one]


def test_nobody_else_writes_in_it(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    page = make_draft(here)
    for person in (here.member, here.chair, here.executive, there.coordinator, there.facilitator):
        with pytest.raises(NotAllowed):
            operations.save_page(page, by=person, seen=page.version, **written(page, title="X"))


def test_words_stay_as_they_are_while_the_group_has_them(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    page = make_sent(house)
    with pytest.raises(NotNow, match="Take it back"):
        operations.save_page(page, by=house.facilitator, seen=page.version, **written(page))
    operations.take_back(page, by=house.facilitator, seen=page.version)
    assert page.being_written


def test_an_empty_part_asks_for_a_reason_and_never_bars(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    page = make_draft(house, focus="", sections=dict.fromkeys(SECTIONS, ""))
    with pytest.raises(NotNow, match="The short focus"):
        operations.send_to_group(page, by=house.facilitator, seen=page.version)
    operations.send_to_group(
        page, by=house.facilitator, seen=page.version, because="The group asked to see the title."
    )
    assert page.state == BriefingState.WITH_GROUP
    assert "The group asked" in queries.comments(page)[0].words


def test_a_page_that_is_too_long_may_go_to_the_group_with_a_reason(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    page = make_draft(house, sections={"why": "learning " * 900})
    with pytest.raises(NotNow, match="too long for one page"):
        operations.send_to_group(page, by=house.facilitator, seen=page.version)
    operations.send_to_group(page, by=house.facilitator, seen=page.version, because="To cut it.")


def test_sending_tells_the_chair_by_reference_only(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    page = make_sent(house)
    message = Message.objects.get(case=page.case)
    assert message.to_address == house.chair.email
    assert page.reference in message.subject
    assert page.case.waiting_on == house.group.name


def test_a_change_is_asked_for_with_words_and_comes_back(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    page = make_sent(house)
    operations.ask_for_change(
        page, by=house.member, seen=page.version, words="Say why first.", section="learnt"
    )
    assert page.state == BriefingState.CHANGES_ASKED
    said = queries.comments(page)[-1]
    assert (said.section, said.asks_change) == ("learnt", True)
    operations.settle_comment(said, by=house.facilitator, answer="Done.")
    with pytest.raises(NotNow, match="already answered"):
        operations.settle_comment(said, by=house.coordinator, answer="Again.")


def test_the_chair_signs_off_and_a_member_cannot(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    page = make_sent(house)
    with pytest.raises(NotAllowed):
        operations.sign_off(page, by=house.member, seen=page.version)
    signed = operations.sign_off(page, by=house.chair, seen=page.version, note="With thanks.")
    assert signed.signed_by == house.chair
    assert queries.sign_off(page) == signed
    assert page.case.stage == Stage.RELEASE


def test_a_sign_off_can_be_entered_late_on_anothers_word(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    page = make_sent(house)
    day = clock.today() - timedelta(days=3)
    with pytest.raises(NotNow, match="whose word"):
        operations.sign_off(page, by=house.coordinator, seen=page.version, means=Means.MEETING)
    signed = operations.sign_off(
        page,
        by=house.coordinator,
        seen=page.version,
        means=Means.TELEPHONE,
        happened_on=day,
        on_word_of="The chair",
    )
    assert (signed.signed_by, signed.happened_on, signed.entered_by) == (
        None,
        day,
        house.coordinator,
    )
    assert Entry.objects.filter(happened_on=day, on_word_of="The chair").exists()


def test_two_clicks_sign_off_once(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    page = make_sent(house)
    seen = page.version
    again = queries.briefing(house.chair, house.partnership.slug, page.reference)
    operations.sign_off(page, by=house.chair, seen=seen)
    with pytest.raises((NotNow, OutOfDate)):
        operations.sign_off(again, by=house.chair, seen=seen)
    assert page.sign_offs.count() == 1


def test_something_found_after_sign_off_goes_back_to_the_group(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    page = make_signed_off(house)
    operations.reopen(page, by=house.coordinator, seen=page.version, words="A place is named.")
    operations.save_page(
        page, by=house.facilitator, seen=page.version, **written(page, focus="Changed words.")
    )
    assert queries.sign_off(page) is None


def test_words_that_stay_have_one_reason_each_until_the_sentence_changes(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    page = make_draft(house, focus=f"We thank {NAME} for this. And Priya Ramanathan.")
    first, *others = queries.read(page).unsettled
    assert others
    with pytest.raises(NotNow, match="Say why"):
        operations.keep_words(page, by=house.facilitator, mark=first.mark, reason="  ")
    page = operations.keep_words(
        page, by=house.facilitator, mark=first.mark, reason="She asked for it."
    )
    reading = queries.read(page)
    assert len(reading.unsettled) == len(others)
    assert reading.marked(first.mark).kept == "She asked for it."  # type: ignore[union-attr]
    operations.save_page(
        page,
        by=house.facilitator,
        seen=page.version,
        **written(page, focus=f"We warmly thank {NAME} for this."),
    )
    assert not [hit for hit in queries.read(page).identity if hit.settled]


def test_a_reason_needs_a_hit_that_is_there(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    page = make_draft(house)
    with pytest.raises(NotNow, match="has changed"):
        operations.keep_words(page, by=house.facilitator, mark="*", reason="All of them.")
    page.refresh_from_db()
    assert page.kept == {}


def test_a_reason_can_be_taken_back(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    page = make_draft(house, focus=f"We thank {NAME}.")
    (hit, *_) = queries.read(page).unsettled
    page = operations.keep_words(
        page, by=house.facilitator, mark=hit.mark, reason="Agreed with her."
    )
    assert queries.read(page).marked(hit.mark) not in queries.read(page).unsettled
    page = operations.let_go_of_reason(page, by=house.facilitator, mark=hit.mark)
    assert queries.read(page).marked(hit.mark) in queries.read(page).unsettled
