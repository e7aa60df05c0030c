"""Rows on what runs alongside: what a review is not for, other areas, the family, prompts."""

from django.test import Client

from heed.alongside.states import Lead, Way
from heed.alongside.tests.factories import make_case, make_process, make_request
from heed.decisions.tests.factories import address, filled, make_decided, make_waiting
from tests.seed_rows.conftest import Open, Read


def test_s0_20_a_parental_narrative_and_cultural_confidence_are_prompted_for(
    house_of: Open, read: Read
) -> None:
    """Prompts on challenge to parental narrative and cultural confidence: beside the questions at
    the decision and the scope, and for whoever holds the event and writes."""
    house = house_of("cornwall")
    case = make_waiting(house).case
    decision = read(house, house.chair, f"decisions/{case.reference}/")
    assert "what a parent or carer told people looked at from the child's side too" in decision
    assert "unsure about a culture, faith, language or identity" in decision
    assert "unknown to services" in decision


def test_s2_8_the_familys_part_is_asked_for_when_the_group_decides(
    house_of: Open, read: Read, client: Client
) -> None:
    """Family participation considered from onset: a review is not decided on without it."""
    house = house_of("bexley")
    decision = make_waiting(house)
    client.force_login(house.chair, "allauth.account.auth_backends.AuthenticationBackend")
    silent = client.post(address(decision.case), filled(decision, support=[], family=""))
    assert "why they are not offered a part at present" in silent.content.decode()
    offered = make_decided(house, support=["interpreter"])
    record = read(
        house, house.chair, f"decisions/{offered.case.reference}/record/{offered.number}/"
    )
    assert "An interpreter, or help with reading" in record


def test_s3_6_other_routes_are_signposted_beside_what_runs_alongside(
    house_of: Open, read: Read
) -> None:
    """Signpost HR, regulator, criminal routes: where somebody enters what else is under way."""
    house = house_of("isle-of-wight")
    process = make_process(house)
    page = read(house, house.coordinator, f"reviews/{process.case.reference}/alongside/")
    for route in ("employer", "regulator", "police"):
        assert route in page.lower()


def test_s3_11_an_incident_in_another_area_is_led_there_and_both_keep_in_touch(
    house_of: Open, read: Read
) -> None:
    """Cross-border and moved-family flags: which area leads is kept with what each asks."""
    house = house_of("isle-of-wight")
    case = make_case(house)
    request = make_request(house, case, way=Way.TO_US, lead=Lead.THEIRS)
    page = read(house, house.member, f"other-areas/{request.number}/")
    assert "They do: it happened there" in page
    assert "Children Act 2004, section 16H" in page
