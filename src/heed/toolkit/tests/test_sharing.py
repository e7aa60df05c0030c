"""A toolkit owned by two partnerships: each agrees, each takes back for itself."""

from collections.abc import Callable

import pytest
from django.test import Client

from heed.briefings.models import PageTheme, ReleasedPage
from heed.briefings.tests.factories import make_released
from heed.correspondence.models import Message
from heed.partnership.models import Person
from heed.refusals import NotAllowed, NotNow
from heed.toolkit import operations, queries
from heed.toolkit.access import ModuleAt
from heed.toolkit.models import Module, Share, Shelf, Toolkit
from heed.toolkit.states import ModuleState, ShareState
from heed.toolkit.tests.factories import THEME, agree, make_module, make_sent, make_shared
from tests.houses import House

Houses = tuple[House, House]


def told(house: House) -> list[str]:
    """The subjects of what waits in the outbox for a house's coordinator."""
    return [one.subject for one in Message.objects.filter(to_person=house.coordinator)]


def stands(house: House) -> bool:
    """Whether the house shows anything on the theme."""
    return bool(queries.on_shelves(house.partnership, THEME))


def test_nobody_shows_a_module_until_every_owner_has_agreed(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    module = make_sent(here, make_shared(here, there))
    assert "A module waits to be agreed" in told(there)
    assert not agree(module, here)
    assert not stands(here)
    assert len(agree(module, there)) == 2
    assert stands(here)
    assert stands(there)
    assert Module.objects.get().state == ModuleState.SHOWN


def test_one_takes_it_out_of_its_own_library_and_the_other_is_told(
    two_partnerships: Houses,
) -> None:
    here, there = two_partnerships
    module = make_sent(here, make_shared(here, there))
    agree(module, here)
    agree(module, there)
    at = ModuleAt(Module.objects.get(), there.partnership)
    operations.take_back(at, by=there.chair, words="Our pathway has changed.")
    assert stands(here)
    assert not stands(there)
    assert "A module was taken out of a library that shares it" in told(here)
    message = Message.objects.get(subject="A module was taken out of a library that shares it")
    assert message.partnership == there.partnership, "it waits with those who did it"
    assert f"/{here.partnership.slug}/toolkit/modules/{module.pk}/" in message.body
    assert message.body.strip().endswith(there.partnership.name)
    assert [one.word for one in queries.said(Module.objects.get())] == ["Agreed", "Taken back"]
    (again,) = [one for one in agree(at.module, there) if one.partnership == there.partnership]
    assert again.stands


def test_no_owner_learns_of_the_others_closed_pages_by_the_check(
    two_partnerships: Houses, signed_in: Callable[[Client, Person], Client]
) -> None:
    here, there = two_partnerships
    closed = make_released(
        there,
        title="For us alone",
        readers="partnership",
        focus="A child with Rett syndrome, whose mother is a magistrate, waited.",
    )
    words = "A girl with Rett syndrome was not heard. She lived in a coastal town."
    module = make_module(here, make_shared(here, there), words=words)
    at = [f"/{one.partnership.slug}/toolkit/modules/{module.pk}/" for one in (here, there)]
    ours, theirs = (signed_in(Client(), one.coordinator) for one in (here, there))
    assert [ours.get(one).status_code for one in at] == [200, 404]
    assert ours.get(f"{at[1]}edit/").status_code == 404
    assert ours.post(f"{at[1]}do/send/", {"seen": module.version}).status_code == 404
    assert theirs.get(at[0]).status_code == 404
    told = theirs.get(at[1]).content.decode()
    assert "Read beside another page that has been released here" in told
    assert closed.slug not in told
    ReleasedPage.objects.filter(pk=closed.pk).update(readers="everyone")
    assert f"another published page ({closed.slug})" in theirs.get(at[1]).content.decode()


def test_an_invitation_makes_nobody_an_owner(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    kit = make_shared(here, there, joined=False)
    module = make_sent(here, kit)
    assert kit.owners == [here.partnership]
    with pytest.raises(NotAllowed):
        agree(module, there)
    share = Share.objects.get(partnership=there.partnership)
    for by in (here.coordinator, there.manager):
        with pytest.raises(NotAllowed):
            operations.answer_invitation(share, by=by, yes=True)
    operations.answer_invitation(share, by=there.coordinator, yes=False)
    assert "A toolkit to share: an answer" in told(here)
    assert share.state == ShareState.LEFT
    with pytest.raises(NotNow):
        operations.answer_invitation(share, by=there.coordinator, yes=True)


def test_a_partner_that_joins_later_agrees_before_it_shows_anything(
    two_partnerships: Houses,
) -> None:
    here, there = two_partnerships
    kit = make_shared(here, there, joined=False)
    module = make_sent(here, kit)
    agree(module, here)
    assert stands(here)
    share = Share.objects.get(partnership=there.partnership)
    operations.answer_invitation(share, by=there.coordinator, yes=True)
    assert stands(here)
    assert not stands(there)
    agree(module, there)
    assert stands(there)


def test_leaving_takes_the_modules_along_and_lets_the_others_go_on(
    two_partnerships: Houses,
) -> None:
    here, there = two_partnerships
    kit = make_shared(here, there)
    module = make_sent(here, kit)
    agree(module, here)
    share = Share.objects.get(partnership=there.partnership)
    operations.leave(share, by=there.coordinator)
    assert "A toolkit has one owner fewer" in told(here)
    assert stands(here)
    assert not Shelf.objects.filter(partnership=there.partnership).exists()
    with pytest.raises(NotNow, match="last owner"):
        operations.leave(Share.objects.get(partnership=here.partnership), by=here.coordinator)


def test_the_others_public_learning_is_listed_where_a_partnership_says_so(
    two_partnerships: Houses,
) -> None:
    here, there = two_partnerships
    kit = make_shared(here, there)
    page = make_released(there, title="What neglect looks like")
    inside = make_released(there, title="Within the partnership", readers="partnership")
    for one in (page, inside):
        PageTheme.objects.create(page=one, theme=THEME)
    assert [one.title for one in queries.from_others(here.partnership, THEME)] == [page.title]
    assert not queries.from_others(here.partnership, "fathers-male-carers")
    assert not queries.from_others(there.partnership, THEME)
    share = Share.objects.get(toolkit=kit, partnership=here.partnership)
    operations.show_others(share, by=here.coordinator, shows=False)
    assert not queries.from_others(here.partnership, THEME)


def test_only_themes_of_the_toolkit_and_only_toolkits_to_share(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    kit = make_shared(here, there)
    with pytest.raises(NotNow, match="theme"):
        make_sent(here, kit, theme="fathers-male-carers")
    own = operations.own_toolkit(here.partnership, by=here.coordinator)
    assert own == operations.own_toolkit(here.partnership, by=here.coordinator)
    with pytest.raises(NotNow, match="its own"):
        operations.invite(own, by=here.coordinator, partnership=there.partnership)
    with pytest.raises(NotNow, match="at least one"):
        operations.begin_toolkit(
            here.partnership, by=here.coordinator, name="Empty", themes=["no-such-theme"]
        )
    assert Toolkit.objects.count() == 2


def test_nobody_left_to_ask_is_said_and_not_called_done(
    two_partnerships: Houses, signed_in: Callable[[Client, Person], Client]
) -> None:
    here, there = two_partnerships
    kit = make_shared(here, there, joined=False)
    at = f"/{here.partnership.slug}/toolkit/shared/{kit.pk}/ask/"
    told = signed_in(Client(), here.coordinator).get(at, follow=True).content.decode()
    assert "Every partnership here shares it already, or has been asked." in told
    assert "Not done" in told
    assert ">Done<" not in told
