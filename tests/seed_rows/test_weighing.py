"""Rows on what a case calls for: routes, the two-limb test, what is weighed."""

import pytest

from heed.decisions import operations
from heed.decisions import queries as decisions
from heed.decisions.tests.factories import make_decided, make_waiting
from heed.pathways.queries import pack_of
from tests.seed_rows.conftest import Open, Read

BOTH = {"abuse_or_neglect": "yes", "died_or_seriously_harmed": "yes"}
ONE = {**BOTH, "died_or_seriously_harmed": "no"}
ROUTES = "decisions/routes/"


def test_s0_1_a_review_below_the_statutory_one_is_offered(house_of: Open, read: Read) -> None:
    """Route type "below LCSPR": among those that are the partnership's to choose."""
    house = house_of("cornwall")
    ours = read(house, house.coordinator, ROUTES).split("In statute or statutory guidance")[0]
    assert "Learning from Experience Review" in ours
    assert "below the threshold for a local child safeguarding practice review" in ours


@pytest.mark.parametrize("good_practice", [False, True])
def test_s1_1_what_misses_the_incident_test_can_still_be_learnt_from(
    house_of: Open, good_practice: bool
) -> None:
    """Trigger set: misses SIN test; good, poor or learning: the review is open to each."""
    house = house_of("plymouth")
    case = make_waiting(house).case
    check = operations.check_incident(case, by=house.chair, answers=ONE)
    assert not check.is_yes
    offered = decisions.offered(pack_of(case), good_practice=good_practice, chosen="")
    assert "lfer" in [route.id for route in offered]


def test_s1_2_the_edition_and_chapter_stay_with_the_decision(house_of: Open, read: Read) -> None:
    """Store WT edition/chapter hook: kept with the decision, and shown with each route."""
    house = house_of("plymouth")
    assert "Working Together to Safeguard Children 2023" in make_decided(house).edition
    assert "Chapter 5" in read(house, house.coordinator, ROUTES)


def test_s1_3_no_date_is_a_deadline_and_nothing_goes_to_the_panel(
    house_of: Open, read: Read
) -> None:
    """No statutory clock, no Panel submission for this route: targets are ours, and it says so."""
    house = house_of("plymouth")
    decided = make_decided(house)
    decided.case.refresh_from_db()
    assert not decided.case.deadline
    page = read(house, house.coordinator, ROUTES)
    assert "No timescale is set by law" in page
    assert "Nothing goes to the national Panel" in page


def test_s1_4_each_partnership_calls_its_review_by_its_own_name(house_of: Open, read: Read) -> None:
    """Local route name configurable: the page of routes has each one's own."""
    for pack, name in (
        ("plymouth", "Learning from Experience Review"),
        ("isle-of-wight", "Learning review"),
        ("england", "Local learning review"),
    ):
        house = house_of(pack)
        assert name in read(house, house.coordinator, ROUTES)


def test_s1_29_routes_stand_side_by_side(house_of: Open, read: Read) -> None:
    """Route comparison with RR/CSPR: on one page, with who decides and what comes out."""
    house = house_of("plymouth")
    page = read(house, house.coordinator, ROUTES)
    ours, statute = page.split("In statute or statutory guidance")
    assert "Learning from Experience Review" in ours
    assert "Rapid Review" in statute
    assert "Child Safeguarding Practice Review" in statute


@pytest.mark.parametrize(("answers", "is_yes"), [(BOTH, True), (ONE, False)])
def test_s3_1_both_limbs_must_be_met(house_of: Open, answers: dict[str, str], is_yes: bool) -> None:
    """Two-limb incident test: a yes to both is a serious incident, a yes to one is not."""
    house = house_of("isle-of-wight")
    case = make_waiting(house).case
    assert operations.check_incident(case, by=house.chair, answers=answers).is_yes is is_yes


def test_s3_2_what_serious_harm_is_stands_beside_the_question(house_of: Open, read: Read) -> None:
    """Serious-harm help text (likely long-term; recovery): both are said where it is asked."""
    house = house_of("isle-of-wight")
    case = make_waiting(house).case
    page = read(house, house.coordinator, f"decisions/{case.reference}/incident/").lower()
    told = page.split("what counts as serious harm")[1].split("</details>")[0]
    assert "likely to last counts" in told
    assert "a child who has recovered" in told


def weighed(house_of: Open, read: Read, words: str) -> None:
    """The circumstance is asked of the chair, and what was answered stands on the record."""
    house = house_of("isle-of-wight")
    waiting = make_waiting(house).case
    assert words in read(house, house.chair, f"decisions/{waiting.reference}/")
    decided = make_decided(house).case
    assert words in read(house, house.chair, f"decisions/{decided.reference}/record/1/")


def test_s3_11_several_areas_and_moving_are_weighed(house_of: Open, read: Read) -> None:
    """Cross-border and moved-family flags: asked when a case is weighed, and kept."""
    weighed(house_of, read, "the family has moved between areas")


def test_s3_12_living_in_an_institution_is_weighed(house_of: Open, read: Read) -> None:
    """Institutional-setting flag: asked when a case is weighed, and kept."""
    weighed(house_of, read, "live or stay in an institution")


def test_s3_13_nobody_being_involved_is_weighed(house_of: Open, read: Read) -> None:
    """No-agency-involvement flag: asked when a case is weighed, and kept."""
    weighed(house_of, read, "No organisation was involved with the child")


def test_s4_1_audits_good_practice_debriefs_and_statutory_reviews_are_one_range(
    house_of: Open, read: Read
) -> None:
    """Range: audit, best practice, lessons learnt, serious incident; any methodology: all on the
    page of routes."""
    house = house_of("leeds")
    page = read(house, house.coordinator, ROUTES).lower()
    for kind in ("case audit", "best practice review", "lessons learnt", "serious incident"):
        assert kind in page
