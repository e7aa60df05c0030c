"""What the five partnerships' own pages ask of a pack, by the number of each capability row."""

from heed.pathways import packs
from heed.pathways.fields import field_for
from heed.pathways.shapes import Pack

england = packs.load("england")
cornwall = packs.load("cornwall")
plymouth = packs.load("plymouth")
bexley = packs.load("bexley")
isle_of_wight = packs.load("isle-of-wight")
leeds = packs.load("leeds")


def choices(pack: Pack, question: str) -> list[str]:
    (asked,) = [each for each in pack.referral.asks if each.id == question]
    return [choice.id for choice in asked.choices]


def test_s0_1_a_route_below_the_local_practice_review() -> None:
    route = cornwall.route("lfer")
    assert not route.statutory
    assert "below the threshold" in route.summary


def test_s0_2_a_public_referral_form() -> None:
    assert cornwall.referral.public_form
    assert not plymouth.referral.public_form


def test_s0_3_good_and_poor_practice_are_both_recorded() -> None:
    assert cornwall.route("lfer").kind == "both"
    assert {"learning", "good_practice"} <= set(choices(cornwall, "asking_for"))


def test_s0_6_three_prompts() -> None:
    said = [prompt.text for prompt in cornwall.event.prompts]
    assert said[0] == "What worked well?"
    assert said[1] == "What, if anything, caused concern?"
    assert "together" in said[2]
    assert "strengthen" in said[2]


def test_s0_10_practice_guidance_is_a_second_kind_of_output() -> None:
    assert "guidance" in cornwall.route("practice_guidance").output


def test_s0_12_a_partnership_of_several_areas() -> None:
    assert choices(cornwall, "area") == ["cornwall", "scilly", "both", "elsewhere"]


def test_s1_2_the_edition_and_chapter_are_kept() -> None:
    assert plymouth.edition == "Working Together to Safeguard Children 2023, chapter 5"
    assert plymouth.route("lfer").source.endswith("2023, chapter 5")


def test_s1_3_no_statutory_clock_and_nothing_to_the_panel() -> None:
    route = plymouth.route("lfer")
    assert not route.to_panel
    assert {plymouth.clock(each).kind for each in route.starts_clocks} == {"target"}


def test_s1_4_the_route_has_its_local_name() -> None:
    names = {pack.id: pack.route("lfer").name for pack in (plymouth, leeds, bexley, isle_of_wight)}
    assert names == {
        "plymouth": "Learning from Experience Review",
        "leeds": "Lessons learnt review",
        "bexley": "Multi-agency learning review",
        "isle-of-wight": "Learning review",
    }


def test_s1_5_three_aims_drive_the_sections_of_the_report() -> None:
    assert [aim.id for aim in plymouth.scope.aims] == ["facts", "strengths", "improvements"]
    answered = {section.aim for section in plymouth.briefing.sections if section.aim}
    assert answered == {"facts", "strengths", "improvements"}


def test_s1_9_significant_learning_outside_the_period_has_its_place() -> None:
    assert "outside the focus period" in plymouth.returns.outside_period.text


def test_s1_10_a_manager_completes_it_with_frontline_staff() -> None:
    assert "manager completes it with frontline colleagues" in plymouth.returns.completed_by


def test_s1_13_guidance_and_what_good_looks_like_come_with_it() -> None:
    assert plymouth.returns.guidance
    assert plymouth.returns.standards


def test_s1_14_it_is_brought_to_the_event_and_not_collated() -> None:
    assert plymouth.returns.sharing == "bring"
    assert bexley.returns.sharing == "collate"


def test_s1_15_to_20_an_event_in_person_for_professionals_with_a_family_prepared() -> None:
    event = plymouth.event
    assert event.in_person
    assert event.family_default.startswith("The event is for professionals.")
    assert any(part.family for part in event.agenda)
    assert event.tell_everyone
    assert event.family_expect
    assert event.family_asked


def test_s1_23_and_24_the_report_goes_to_the_subgroup_which_passes_recommendations_on() -> None:
    assert plymouth.group(plymouth.briefing.sign_off_by).name == "CSCR subgroup"
    passed = {plymouth.group(each).kind for each in plymouth.review_group.hands_to}
    assert passed == {"working"}


def test_s1_26_support_before_during_and_after() -> None:
    assert [line.split(":")[0] for line in plymouth.event.support] == [
        "Before",
        "On the day",
        "Afterwards",
        "At any time",
    ]


def test_s1_29_routes_can_be_compared() -> None:
    for name in ("lfer", "rapid_review", "lcspr"):
        route = plymouth.route(name)
        for told in (route.summary, route.test, route.timing, route.output, route.who_decides):
            assert told


def test_s2_1_s2_11_s2_12_a_group_with_remit_cycle_members_and_chair() -> None:
    group = bexley.review_group
    assert group.name == "Learning from Practice Group"
    assert group.meets_every_weeks == 6
    assert group.chair_title == "Designated Nurse for Safeguarding, integrated care board"
    assert len(group.sectors) > 5


def test_s2_14_s2_15_s2_18_a_forum_of_three_boards_with_its_own_criteria() -> None:
    forum = bexley.group("forum")
    assert forum.kind == "forum"
    assert len(forum.co_chair_titles) == 2
    assert len(forum.admits) == 3
    assert {"adults_board", "community_safety"} <= set(forum.hands_to)


def test_s2_17_less_serious_cases_are_debriefed() -> None:
    assert "less serious" in bexley.route("local_debrief").summary


def test_s2_20_the_former_name_is_known() -> None:
    assert bexley.word("former_review") == "Serious Case Review"


def test_s2_21_s3_18_guidance_is_linked() -> None:
    assert {link.id for link in bexley.links} >= {"working_together", "notify"}


def test_s3_1_s3_2_two_limbs_and_help_on_serious_harm() -> None:
    incident = isle_of_wight.incident
    assert [limb.id for limb in incident.limbs] == ["abuse_or_neglect", "died_or_seriously_harmed"]
    for words in ("mental health", "likely to last", "recovered", "only once"):
        assert words in incident.serious_harm_help


def test_s3_3_meeting_the_test_is_not_automatic() -> None:
    assert "does not by itself mean" in isle_of_wight.incident.not_automatic
    assert "does not by itself mean a review" in isle_of_wight.route("lcspr").test


def test_s3_4_the_group_decides_for_the_partnership() -> None:
    route = isle_of_wight.route("lcspr")
    assert route.decided_by == "review_group"
    assert route.who_decides == "The Learning and Inquiry Group, on the partnership's behalf"
    assert england.route("lcspr").decided_by == "partners"


def test_s3_5_s3_6_what_a_review_is_for_and_where_else_to_go() -> None:
    assert "not there to hold anyone to account" in isle_of_wight.referral.purpose
    assert {"employment", "regulator", "crime"} <= {
        each.id for each in isle_of_wight.referral.not_for
    }


def test_s3_7_to_13_four_criteria_and_four_circumstances() -> None:
    must, regard = isle_of_wight.criteria
    assert [each.letter for each in must.items] == ["a", "b", "c", "d"]
    assert [each.letter for each in regard.items] == ["e", "f", "g", "h"]
    assert [each.look_up for each in must.items][:2] == ["improvements", "themes"]
    assert [each.id for each in regard.items][1:] == ["no_agency", "several_areas", "institution"]


def test_s3_14_members_by_sector() -> None:
    assert set(isle_of_wight.review_group.sectors) == {
        "childrens_services",
        "police",
        "health_commissioner",
        "health_provider",
        "education",
        "probation",
        "youth_justice",
    }


def test_s3_15_to_17_any_agency_refers_its_representative_first_to_the_team() -> None:
    referral = isle_of_wight.referral
    assert "Any partner or relevant agency" in referral.who_may
    assert referral.representative_first
    assert isle_of_wight.word("business_unit") == "Partnership Team"


def test_s4_1_a_range_of_reviews_by_any_method() -> None:
    names = [route.name for route in leeds.routes]
    assert names[:3] == ["Lessons learnt review", "Best practice review", "Case audit"]
    assert len(leeds.scope.methods) >= 4


def test_s4_2_a_practice_review_starts_from_a_rapid_review() -> None:
    assert leeds.route("lcspr").follows == ("rapid_review",)
    assert leeds.route("lcspr").must_follow
    assert not england.route("lcspr").must_follow


def test_s4_3_lessons_say_what_how_expected_change_and_time() -> None:
    asked = [each.id for each in leeds.recommendations.asks]
    assert asked == ["what", "how", "expected_change", "timescale", "evidence", "difference_made"]
    assert all(field_for(each).label for each in leeds.recommendations.asks)
