"""What stands in public, whichever room published it, is read beside new words."""

from datetime import timedelta
from typing import Any

from heed import clock
from heed.briefings import public
from heed.briefings.models import ReleasedPage
from heed.briefings.tests.factories import make_released
from heed.elsewhere import operations as elsewhere
from heed.elsewhere.tests.factories import make_offered
from heed.library.models import Change
from heed.library.states import ChangeState
from heed.release import gate
from heed.toolkit.tests.factories import make_shown
from tests.houses import House


def test_only_what_everybody_may_read_is_named(two_partnerships: tuple[House, House]) -> None:
    house = two_partnerships[0]
    named = {}
    for readers in ("everyone", "partnership"):
        page = make_released(house, title=f"A page for {readers}", readers=readers)
        change = Change.objects.create(page=page, text="They ask now.", state=ChangeState.SHOWN)
        named[page.slug] = named[f"change-{change.pk}"] = readers == "everyone"
    named[f"toolkit module {make_shown(house).module_id}"] = True
    assert {one.id: one.named for one in gate.published(house.partnership.pk)} == named


def test_every_rooms_public_words_are_read_in_one_statement(
    two_partnerships: tuple[House, House], statements: Any
) -> None:
    here, there = two_partnerships
    page = make_released(here, audience="Schools")
    ReleasedPage.objects.filter(pk=page.pk).update(
        content={**page.content, "questions": ["Who else is at home?"]}
    )
    make_released(there, title="A page of another place")
    shelf = make_shown(here, links=[{"words": "The local pathway", "address": "https://a.example"}])
    change = Change.objects.create(page=page, text="They ask now.", state=ChangeState.SHOWN)
    Change.objects.create(page=page, text="Not shown yet.")
    offered = make_offered(here)
    report = elsewhere.show(offered, by=here.scrutineer, seen=offered.version)
    with statements() as made:
        found = {one.id: one.text for one in gate.published(here.partnership.pk)}
    assert len(made) == 1, "\n".join(made)
    assert set(found) == {
        page.slug,
        f"toolkit module {shelf.module_id}",
        f"change-{change.pk}",
        f"elsewhere-{report.pk}",
    }
    told = found[page.slug]
    assert all(words in told for words in (page.title, page.focus, "Schools", "Who else is at"))
    assert all(section["text"] in told for section in page.content["sections"])
    module = found[f"toolkit module {shelf.module_id}"]
    assert shelf.title in module
    assert shelf.words in module
    assert "The local pathway" in module
    assert found[f"change-{change.pk}"] == "They ask now."
    assert found[f"elsewhere-{report.pk}"] == report.public_title
    assert page.briefing
    but = {public.pages_of(page.briefing), f"change-{change.pk}"}
    assert {one.id for one in gate.published(here.partnership.pk, but=but)} == set(found) - {
        page.slug,
        f"change-{change.pk}",
    }
    with clock.at(max(page.ends_on, shelf.ends_on) + timedelta(days=1)):
        still = {one.id for one in gate.published(here.partnership.pk)}
    assert not still & {page.slug, f"toolkit module {shelf.module_id}"}
