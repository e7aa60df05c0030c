"""Bringing in, renewing, taking away; the way of a title into the public list."""

import pytest

from heed.elsewhere import operations, queries
from heed.elsewhere.models import Report
from heed.elsewhere.states import ReportState, Whose
from heed.elsewhere.tests.factories import TITLE, make_incoming, make_offered, make_report
from heed.memory import queries as memory
from heed.refusals import NotAllowed, NotNow
from tests.houses import House

Houses = tuple[House, House]


def found(person: object, words: str = "father not spoken with") -> list[str]:
    return [hit.entry.title for hit in memory.search(person, words).hits]


def test_it_is_found_by_those_who_work_there_and_by_nobody_else(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    report = make_report(here)
    assert report.whose == Whose.ANOTHER
    assert report.themes == ["neglect"]
    assert TITLE in found(here.practitioner)
    assert not found(None)
    assert TITLE not in found(there.coordinator)


def test_the_same_again_changes_nothing_and_something_else_renews_it(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    report = make_report(house)

    def again(**changed: object) -> operations.Brought:
        return operations.bring_in(
            house.partnership, by=house.coordinator, incoming=make_incoming(**changed)
        )

    assert again().what == "unchanged"
    assert again(text="Something new was learnt about sleep.").what == "renewed"
    by_link = again(id="other-id", title="A new name for it")
    assert (by_link.what, by_link.report) == ("renewed", report)
    by_title = again(id="third", title="A new name for it", link="https://elsewhere.example/1")
    assert by_title.report == report
    assert Report.objects.count() == 1
    assert "A new name for it" in found(house.member, "sleep")
    elsewhere = operations.bring_in(
        two_partnerships[1].partnership, by=None, incoming=make_incoming()
    )
    assert elsewhere.what == "added"


def test_what_its_publisher_takes_down_goes_and_can_come_back(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    report = make_offered(house)
    operations.show(report, by=house.executive, seen=report.version)
    gone = operations.bring_in(
        house.partnership, by=None, incoming=make_incoming(title="", text="", withdrawn=True)
    )
    assert gone.what == "taken away"
    assert not found(house.member)
    assert not queries.shown(house.partnership)
    back = operations.bring_in(house.partnership, by=None, incoming=make_incoming())
    assert back.report
    assert back.report.state == ReportState.INSIDE
    assert TITLE in found(house.member)


def test_what_a_person_took_away_stays_away(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    report = make_report(house)
    operations.take_away(report, by=house.coordinator, seen=report.version, why="Out of date.")
    again = operations.bring_in(house.partnership, by=None, incoming=make_incoming(text="New."))
    assert again.what == "left"
    assert not found(house.member)


def test_a_title_becomes_public_by_a_second_person_alone(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    report = make_offered(house)
    assert not queries.shown(house.partnership)
    for one in (house.coordinator, house.member, two_partnerships[1].executive):
        with pytest.raises(NotAllowed):
            operations.show(report, by=one, seen=report.version)
    operations.show(report, by=house.executive, seen=report.version)
    assert [one.shown_title for one in queries.shown(house.partnership)] == [TITLE]
    assert not queries.shown(two_partnerships[1].partnership)
    assert found(None) == []


def test_a_title_that_could_tell_who_it_is_waits_until_each_place_is_settled(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    report = make_report(house, title="The death of Jayden Fairweather, aged 3, of Acre Lane")
    with pytest.raises(NotNow, match="could still identify"):
        operations.offer(report, by=house.coordinator, seen=report.version)
    for hit in queries.read_title(report).unsettled:
        with pytest.raises(NotNow, match="Say why"):
            operations.keep_words(report, by=house.coordinator, mark=hit.mark, reason=" ")
        operations.keep_words(
            report, by=house.coordinator, mark=hit.mark, reason="Published so by the court."
        )
    operations.offer(report, by=house.coordinator, seen=report.version)
    assert report.state == ReportState.OFFERED


def test_a_title_can_be_worded_anew_and_a_report_without_a_link_stays_inside(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    report = make_report(house, title="The death of Jayden Fairweather, aged 3", link="")
    operations.put_title(
        report, by=house.coordinator, seen=report.version, title="A young child and a home"
    )
    with pytest.raises(NotNow, match="no link"):
        operations.offer(report, by=house.coordinator, seen=report.version)
    operations.put_right(
        report,
        by=house.coordinator,
        seen=report.version,
        title=report.title,
        date=None,
        by_whom="",
        link="https://vale.example/1",
    )
    assert report.public_title == ""


def test_a_shown_report_whose_title_changed_at_its_source_leaves_the_public_list(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    report = make_offered(house)
    operations.show(report, by=house.executive, seen=report.version)
    operations.bring_in(house.partnership, by=None, incoming=make_incoming(text="Only the text."))
    assert queries.shown(house.partnership)
    operations.bring_in(house.partnership, by=None, incoming=make_incoming(title="Jayden’s story"))
    assert not queries.shown(house.partnership)
