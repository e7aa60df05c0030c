"""The gate: what is asked before a page becomes public, and what follows."""

from datetime import timedelta

import pytest

from heed import clock
from heed.alongside import operations as alongside
from heed.alongside.states import Hold
from heed.alongside.tests.factories import make_process
from heed.briefings import operations, queries
from heed.briefings.models import Briefing, PageTheme, ReleasedPage
from heed.briefings.states import BriefingState, Item
from heed.briefings.tests.factories import (
    NAME,
    make_draft,
    make_ready,
    make_released,
    make_sent,
    settle_all,
    written,
)
from heed.history.models import Entry
from heed.memory import queries as memory
from heed.partnership.states import Stage
from heed.refusals import NotAllowed, NotNow, OutOfDate
from heed.wording import names
from tests.houses import House

Houses = tuple[House, House]


def test_release_makes_a_page_that_leads_nowhere_back(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    page = make_ready(house)
    made = operations.release(page, by=house.coordinator, seen=page.version)
    assert (made.number, made.slug) == (1, "asking-who-else-is-at-home")
    assert page.reference.lower() not in str([made.slug, made.content, made.title]).lower()
    assert page.reference.encode() not in bytes(made.pdf)
    assert "Wren" not in str(made.content)
    assert made.noindex
    assert made.ends_on > made.review_by > clock.today()
    assert [one.theme for one in PageTheme.objects.filter(page=made)] == ["fathers-male-carers"]


def test_release_moves_page_case_and_memory_together(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    made = make_released(house)
    page = Briefing.objects.get(released_pages=made)
    assert page.state == BriefingState.RELEASED
    assert page.case.stage == Stage.RECOMMENDATIONS
    found = memory.search(None, "who else is at home")
    assert [hit.entry.slug for hit in found.hits] == [made.slug]
    assert found.hits[0].entry.case_id is None
    assert found.hits[0].entry.theme_ids == ["fathers-male-carers"]


def test_whoever_wrote_it_can_neither_check_nor_release_it(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    page = make_draft(house)
    operations.save_page(
        page, by=house.coordinator, seen=page.version, **written(page, focus="A word put right.")
    )
    operations.send_to_group(page, by=house.facilitator, seen=page.version)
    operations.sign_off(page, by=house.chair, seen=page.version)
    for person in (house.coordinator, house.facilitator):
        with pytest.raises(NotAllowed, match="wrote none"):
            operations.settle(page, by=person, item=Item.IDENTITY, answer="nobody")
    settle_all(page, house)
    with pytest.raises(NotAllowed, match="second person"):
        operations.release(page, by=house.coordinator, seen=page.version)
    assert operations.release(page, by=house.chair, seen=page.version).released_by == house.chair


def test_a_safeguarding_partner_may_release_who_knows_of_the_case(
    two_partnerships: Houses,
) -> None:
    here, there = two_partnerships
    page = make_ready(here)
    for person in (here.member, here.scrutineer, here.executive, there.coordinator, there.chair):
        with pytest.raises(NotAllowed):
            operations.release(page, by=person, seen=page.version)


@pytest.mark.parametrize("item", [one for one in Item if one is not Item.IDENTITY])
def test_every_item_must_be_settled(two_partnerships: Houses, item: Item) -> None:
    house = two_partnerships[0]
    page = make_ready(house)
    page.checks.filter(item=item).delete()
    with pytest.raises(NotNow, match="Still to settle"):
        operations.release(page, by=house.coordinator, seen=page.version)
    assert not ReleasedPage.objects.exists()
    page.refresh_from_db()
    assert page.state == BriefingState.SIGNED_OFF


@pytest.mark.parametrize(
    ("item", "answer", "says"),
    [
        (Item.IDENTITY, "change", "somebody could be known"),
        (Item.PROCEEDINGS, "wait", "must wait"),
    ],
)
def test_privacy_and_proceedings_hold_a_release(
    two_partnerships: Houses, item: Item, answer: str, says: str
) -> None:
    house = two_partnerships[0]
    page = make_ready(house)
    operations.settle(page, by=house.chair, item=item, answer=answer, reason="The street.")
    with pytest.raises(NotNow, match=says):
        operations.release(page, by=house.coordinator, seen=page.version)


def test_language_and_family_never_hold_it_but_want_a_reason(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    page = make_ready(house)
    with pytest.raises(NotNow, match="Why go ahead"):
        operations.settle(page, by=house.coordinator, item=Item.LANGUAGE, answer="left")
    operations.settle(
        page, by=house.coordinator, item=Item.LANGUAGE, answer="left", reason="Read aloud instead."
    )
    operations.settle(
        page, by=house.coordinator, item=Item.FAMILY, answer="not_told", reason="At their wish."
    )
    assert operations.release(page, by=house.coordinator, seen=page.version)


def test_a_name_holds_it_until_it_is_changed_or_has_its_reason(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    page = make_ready(house, focus=f"What helped {NAME} to be heard at home.")
    with pytest.raises(NotNow, match="could still identify"):
        operations.release(page, by=house.coordinator, seen=page.version)
    for hit in queries.read(page).unsettled:
        operations.keep_words(
            page, by=house.facilitator, mark=hit.mark, reason="She is grown up and asked for it."
        )
    assert operations.release(page, by=house.coordinator, seen=page.version)


def test_nothing_is_released_when_a_part_of_the_check_cannot_run(
    two_partnerships: Houses, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = two_partnerships[0]
    page = make_ready(house)

    def broken(*_: object) -> list[object]:
        raise OSError("the names are not where they should be")

    monkeypatch.setattr(names, "find", broken)
    with pytest.raises(NotNow, match=r"did not run \(names\)"):
        operations.release(page, by=house.coordinator, seen=page.version)
    assert not ReleasedPage.objects.exists()


def test_a_page_that_is_too_long_is_not_released(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    page = make_ready(house, sections={"why": "learning " * 900})
    with pytest.raises(NotNow, match="too long for one page"):
        operations.release(page, by=house.coordinator, seen=page.version)


def test_only_what_was_signed_off_is_released(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    page = make_sent(house)
    settle_all(page, house)
    with pytest.raises(NotNow, match="not signed off"):
        operations.release(page, by=house.coordinator, seen=page.version)


def test_a_change_of_words_makes_every_check_anew(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    page = make_ready(house)
    operations.reopen(page, by=house.coordinator, seen=page.version, words="One more thing.")
    operations.save_page(
        page, by=house.facilitator, seen=page.version, **written(page, focus="Other words.")
    )
    assert not [one for one in queries.checklist(page) if one.check]


def test_a_stale_release_is_refused(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    page = make_ready(house)
    with pytest.raises(OutOfDate):
        operations.release(page, by=house.coordinator, seen=page.version - 1)
    operations.release(page, by=house.coordinator, seen=page.version)
    with pytest.raises((NotNow, OutOfDate)):
        operations.release(page, by=house.coordinator, seen=page.version)
    assert ReleasedPage.objects.count() == 1


def test_numbers_go_on_and_addresses_never_clash(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    pages = [make_released(here), make_released(here), make_released(there)]
    assert [one.number for one in pages] == [1, 2, 1]
    assert len({(one.partnership_id, one.slug) for one in pages}) == 3


def test_a_title_without_latin_letters_has_an_address(two_partnerships: Houses) -> None:
    assert make_released(two_partnerships[0], title="من في البيت؟").slug == "page-1"


def test_withdrawal_takes_it_out_of_memory_and_keeps_its_address(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    made = make_released(house)
    with pytest.raises(NotAllowed):
        operations.withdraw(made, by=house.facilitator, notice="Down.", why="A doubt.")
    operations.withdraw(made, by=house.coordinator, notice="Taken down.", why="A doubt.")
    assert not memory.search(None, "who else is at home").hits
    assert not ReleasedPage.objects.standing().exists()
    assert not [one for one in Entry.objects.all() if "A doubt" in str(vars(one))]
    with pytest.raises(NotNow):
        operations.withdraw(made, by=house.coordinator, notice="Twice.", why="Twice.")


def test_a_page_written_anew_takes_the_place_of_the_old(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    old = make_released(house)
    operations.withdraw(old, by=house.coordinator, notice="Taken down.", why="Out of date.")
    page = Briefing.objects.get(released_pages=old)
    operations.reopen(page, by=house.coordinator, seen=page.version, words="Bring it up to date.")
    operations.save_page(
        page, by=house.facilitator, seen=page.version, **written(page, focus="New words now.")
    )
    operations.send_to_group(page, by=house.facilitator, seen=page.version)
    operations.sign_off(page, by=house.chair, seen=page.version)
    settle_all(page, house)
    new = operations.release(page, by=house.coordinator, seen=page.version)
    old.refresh_from_db()
    assert old.replaced_by == new
    assert new.slug != old.slug
    assert page.case.stage == Stage.RECOMMENDATIONS


def test_a_page_that_nobody_looks_at_again_leaves_by_itself(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    made = make_released(house)
    with clock.at(made.ends_on):
        assert ReleasedPage.objects.standing().exists()
    with clock.at(made.ends_on + timedelta(days=1)):
        assert not ReleasedPage.objects.standing().exists()
        later = clock.today() + timedelta(days=365)
        operations.look_again(made, by=house.coordinator, review_by=later)
        assert ReleasedPage.objects.standing().exists()


def test_a_page_that_was_withdrawn_meanwhile_stays_out_of_search(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    made = make_released(house)
    loaded = ReleasedPage.objects.get(pk=made.pk)
    operations.withdraw(made, by=house.coordinator, notice="Taken down.", why="Out of date.")
    later = clock.today() + timedelta(days=365)
    with pytest.raises(NotNow, match="withdrawn"):
        operations.look_again(loaded, by=house.coordinator, review_by=later)
    assert not memory.search(None, "who else is at home").hits


def test_a_page_for_the_partnership_stays_out_of_public_memory(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    make_released(here, readers="partnership")
    assert not memory.search(None, "who else is at home").hits
    assert not memory.search(there.coordinator, "who else is at home").hits
    assert memory.search(here.manager, "who else is at home").hits


def test_a_process_that_holds_publication_holds_the_page_until_a_named_person_clears_it(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    page = make_ready(house)
    process = make_process(house, page.case)
    with pytest.raises(NotNow, match="Police investigation holds publication"):
        operations.release(page, by=house.coordinator, seen=page.version)
    page.refresh_from_db()
    assert page.state == BriefingState.SIGNED_OFF
    alongside.clear(
        process,
        by=house.coordinator,
        hold=Hold.PUBLICATION,
        cleared_by="The officer in the case",
        reason="The trial has ended.",
    )
    assert operations.release(page, by=house.coordinator, seen=page.version).number == 1
