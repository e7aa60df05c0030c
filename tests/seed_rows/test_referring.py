"""Rows on putting a case, or good practice, forward."""

import pytest
from django.test import Client

from heed.partnership.models import Authority
from heed.partnership.states import PartKind
from heed.referrals import operations, queries
from heed.referrals.states import Agreement, CameBy, ReferralState
from heed.referrals.tests.doorsteps import ADDRESS, GATES, begin, come_in
from heed.referrals.tests.factories import make_draft, make_sent
from tests.seed_rows.conftest import Open, Read


def test_s0_2_the_public_form_has_two_entry_points(house_of: Open) -> None:
    """Public referral form, two entry points: above and below what was learnt, for anybody."""
    house = house_of("cornwall")
    slug = house.partnership.slug
    library = Client().get(f"/{slug}/learning/").content.decode()
    assert library.count(f'href="/{slug}/refer/"') == 2
    above, below = library.split("<form", 1)
    assert "You can make a referral for a review" in above
    assert "Do you work with children here?" in below
    form = Client().get(f"/{slug}/refer/")
    assert form.status_code == 200
    assert "Refer a case or good practice" in form.content.decode()


def test_s0_2_it_asks_for_a_work_address_before_anything_about_a_child(house_of: Open) -> None:
    """Public referral form, two entry points: a code to a work address comes first."""
    house = house_of("cornwall")
    draft = begin(come_in(house), house)
    assert draft.came_by == CameBy.PUBLIC


def test_s0_3_a_learning_referral_and_a_good_practice_one_stand_in_one_list(
    house_of: Open, read: Read
) -> None:
    """Good and poor practice both recorded: the coordinator sees one of each, told apart."""
    house = house_of("cornwall")
    learning = make_sent(house, area="cornwall")
    good = make_sent(house, area="cornwall", asking_for="good_practice", about="nobody")
    page = read(house, house.coordinator, "referrals/")
    for referral, kind in ((learning, "Learning"), (good, "Good practice")):
        row = page.split(f">{referral.reference}<")[1].split("</tr>")[0]
        assert kind in row


def test_s0_12_one_partnership_for_two_authorities(house_of: Open, read: Read) -> None:
    """Multi-area partnership (Scilly): the referrer says which; the coordinator reads it."""
    house = house_of("cornwall")
    Authority.objects.create(partnership=house.partnership, name="Council of the Isles of Scilly")
    assert house.partnership.authorities.count() == 2
    draft = make_draft(house, area="scilly")
    asked = read(house, house.manager, f"referrals/{draft.reference}/ask/area/")
    assert "Cornwall" in asked
    assert "Isles of Scilly" in asked
    operations.send_referral(draft, by=house.manager, seen=draft.version)
    assert "Isles of Scilly" in read(house, house.coordinator, f"referrals/{draft.reference}/")


def test_s2_21_the_guidance_on_serious_incidents_is_one_press_away(
    house_of: Open, read: Read
) -> None:
    """Link to serious-incidents guidance: it stands where a referral begins."""
    house = house_of("bexley")
    page = read(house, house.manager, "referrals/start/")
    assert "gov.uk/guidance/report-a-serious-child-safeguarding-incident" in page


def test_s3_5_the_purpose_stands_where_a_referral_begins(house_of: Open, read: Read) -> None:
    """Purpose statement, learning not accountability: before anything is asked."""
    house = house_of("isle-of-wight")
    page = read(house, house.manager, "referrals/start/")
    assert "not there to hold anyone to account" in page
    assert page.index("hold anyone to account") < page.index("in danger now?")


def test_s3_6_other_matters_are_shown_their_own_way(house_of: Open, read: Read) -> None:
    """Signpost HR, regulator, criminal routes: what a review is not for names where to go."""
    house = house_of("isle-of-wight")
    page = read(house, house.manager, "referrals/start/")
    told = page.split("What a review is not for")[1].split("</ul>")[0]
    for instead in ("employer", "professional regulator", "The police"):
        assert instead in told


@pytest.mark.parametrize("who", ["manager", "neighbour", "practitioner", "representative"])
def test_s3_15_whoever_works_in_a_partner_agency_refers(house_of: Open, who: str) -> None:
    """Any partner/relevant agency refers: people of either agency, whatever their part."""
    house = house_of("isle-of-wight")
    person = getattr(house, who)
    sent = make_sent(house, by=person)
    assert sent.state == ReferralState.SENT
    assert sent.agency == person.agency


def test_s3_16_the_representative_is_asked_first_and_never_in_the_way(
    house_of: Open, read: Read
) -> None:
    """Approval by own LIG representative first: asked second; whatever they say reaches the
    Partnership Team; statutory consideration does not wait for it."""
    house = house_of("isle-of-wight")
    draft = make_draft(house)
    keys = [step.key for step in queries.referral_steps(draft)]
    assert keys[:2] == ["asking_for", "representative"]
    page = read(house, house.manager, f"referrals/{draft.reference}/representative/")
    assert "Learning and Inquiry Group" in page
    operations.note_agreement(
        draft, by=house.manager, agreement=Agreement.NOT_AGREED, reason="She would wait a month."
    )
    operations.send_referral(draft, by=house.manager, seen=draft.version)
    assert "She would wait a month." in read(
        house, house.coordinator, f"referrals/{draft.reference}/"
    )
    urgent = make_draft(house, asking_for="statutory")
    assert "representative" not in [step.key for step in queries.referral_steps(urgent)]


def test_s3_17_it_comes_to_the_partnership_team(house_of: Open, read: Read) -> None:
    """Form to Partnership Team: what is sent waits for the coordinator, and the receipt says who
    reads it."""
    house = house_of("isle-of-wight")
    sent = make_sent(house)
    assert sent.case.waiting_on == "The coordinator, to triage"
    assert house.coordinator.parts.filter(kind=PartKind.COORDINATOR).exists()
    assert sent.reference in read(house, house.coordinator, "referrals/")
    receipt = read(house, house.manager, f"referrals/{sent.reference}/sent/")
    assert "The Partnership Team reads your referral" in receipt


def test_s3_18_the_statutory_guidance_is_one_press_away(house_of: Open, read: Read) -> None:
    """Link to statutory guidance: it stands where a referral begins."""
    house = house_of("isle-of-wight")
    page = read(house, house.manager, "referrals/start/")
    assert 'href="https://www.gov.uk/government/publications/working-together' in page


def test_s3_15_an_agency_outside_the_list_refers_when_it_is_invited(house_of: Open) -> None:
    """Any partner/relevant agency refers: one that has no account, by the coordinator's word."""
    house = house_of("isle-of-wight")
    operations.invite_to_refer(
        house.partnership, by=house.coordinator, email=ADDRESS, name="Anneliese Okafor"
    )
    client = come_in(house, page="back")
    client.post(f"/{house.partnership.slug}/refer/", GATES)
    assert begin(client, house).from_agency == "Lantern Trust"


def test_s3_15_nobody_from_elsewhere_refers(house_of: Open) -> None:
    """Any partner/relevant agency refers: and a visitor is asked to sign in first."""
    house = house_of("isle-of-wight")
    assert Client().get(f"/{house.partnership.slug}/referrals/start/").status_code == 302
