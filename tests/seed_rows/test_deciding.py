"""Rows on how a case is decided: what is weighed, what it does not force, what comes first."""

import pytest

from heed.decisions import operations
from heed.decisions.models import Decision
from heed.decisions.tests.factories import every_answer, make_decided, make_waiting
from heed.partnership.models import Person
from heed.refusals import NotNow
from tests.seed_rows.conftest import Open, Read


def test_s2_6_the_group_recommends_and_each_partner_says_where_they_stand(
    house_of: Open, read: Read
) -> None:
    """Criteria recommendation to SPs, local or national: asked of each, on one screen."""
    house = house_of("bexley")
    decided = make_decided(house, route="lcspr")
    assert operations.ask_partners(decided, by=house.chair) == [house.executive]
    executive = Person.objects.get(pk=house.executive.pk)
    url = f"decisions/{decided.case.reference}/record/1/position/"
    told = read(house, executive, url)
    assert decided.reasons in told
    for words in ("I agree", "I see it differently", "I have a question first"):
        assert words in told
    routes = read(house, house.coordinator, "decisions/routes/")
    assert "National review" in routes


def test_s3_3_meeting_every_criterion_forces_no_review(house_of: Open, read: Read) -> None:
    """Criteria met ≠ automatic review: all eight are yes, and the group may decide on none."""
    house = house_of("isle-of-wight")
    decision = make_waiting(house)
    page = read(house, house.chair, f"decisions/{decision.case.reference}/")
    assert "Meeting the criteria never forces a review" in page
    operations.record_decision(
        decision, by=house.chair, seen=decision.version, route="no_review",
        reasons="Two reviews say this already. We act on those.",
        answers=every_answer(decision.case, "yes"),
    )  # fmt: skip
    assert Decision.objects.get(pk=decision.pk).state == "recorded"


def test_s3_7_the_four_that_must_be_taken_into_account(house_of: Open, read: Read) -> None:
    """Four must-take-account criteria: under their own heading, with the duty."""
    house = house_of("isle-of-wight")
    decision = make_waiting(house)
    page = read(house, house.chair, f"decisions/{decision.case.reference}/")
    part = page.split("must take into account")[1].split("have regard to")[0]
    for words in ("improvements that are needed", "themes", "two or more", "Panel"):
        assert words.lower() in part.lower()


def test_s3_8_the_four_to_have_regard_to(house_of: Open, read: Read) -> None:
    """Four have-regard circumstances: a set of their own."""
    house = house_of("isle-of-wight")
    decision = make_waiting(house)
    page = read(house, house.chair, f"decisions/{decision.case.reference}/").lower()
    part = page.split("have regard to")[-1]
    for words in ("one organisation", "no organisation was involved", "areas", "institution"):
        assert words in part


def test_s3_9_improvements_asked_for_before_stand_beside(house_of: Open, read: Read) -> None:
    """Look-up of previously identified improvements: beside the criterion on improvements."""
    house = house_of("isle-of-wight")
    page = read(house, house.chair, f"decisions/{make_waiting(house).case.reference}/")
    assert "Asked for before" in page


def test_s3_10_themes_met_before_stand_beside(house_of: Open, read: Read) -> None:
    """Recurrent-theme look-up: beside the criterion on themes."""
    house = house_of("isle-of-wight")
    page = read(house, house.chair, f"decisions/{make_waiting(house).case.reference}/")
    assert "Themes like these" in page


def test_s4_2_a_practice_review_comes_after_a_rapid_review(house_of: Open) -> None:
    """CSPR starts from RR recommendation: before one it is refused, with what to do first."""
    house = house_of("leeds")
    decision = make_waiting(house)
    with pytest.raises(NotNow, match="comes only after this: Rapid Review"):
        operations.record_decision(
            decision, by=house.chair, seen=decision.version, route="lcspr", reasons="It is grave.",
        )  # fmt: skip
