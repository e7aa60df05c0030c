"""A module: written, read by a second person, shown, changed, taken back."""

from datetime import timedelta

import pytest

from heed import clock
from heed.correspondence.models import Message
from heed.memory import queries as memory
from heed.refusals import NotAllowed, NotNow, OutOfDate
from heed.release import gate
from heed.toolkit import operations, queries
from heed.toolkit.access import ModuleAt
from heed.toolkit.models import Module, Shelf
from heed.toolkit.states import ModuleState
from heed.toolkit.tests.factories import (
    THEME,
    agree,
    make_module,
    make_sent,
    make_shown,
    written,
)
from heed.wording import names
from tests.houses import House

Houses = tuple[House, House]
POSTCODE = "Ask at 14 Quayside Row, HR4 9QT."


def test_a_module_is_shown_when_a_second_person_agrees(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    module = make_sent(house)
    assert not Shelf.objects.exists()
    at = ModuleAt(module, house.partnership)
    with pytest.raises(NotAllowed, match="second person"):
        operations.agree(at, by=house.coordinator, seen=module.version, nobody_known=True)
    for nobody in (house.member, house.manager, two_partnerships[1].chair):
        with pytest.raises(NotAllowed):
            operations.agree(at, by=nobody, seen=module.version, nobody_known=True)
    with pytest.raises(NotNow, match="nobody could be known"):
        operations.agree(at, by=house.chair, seen=module.version, nobody_known=False)
    (shelf,) = agree(module, house)
    assert shelf.ends_on > shelf.review_by
    assert queries.on_shelves(house.partnership, THEME)[0].modules[0][0] == shelf
    assert [hit.entry.title for hit in memory.search(None, "a day in the life").hits] == [
        "A day in the life"
    ]


def test_words_that_could_identify_hold_it_until_put_right_or_kept(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    module = make_sent(house, words=POSTCODE)
    with pytest.raises(NotNow, match="could still identify"):
        agree(module, house)
    for hit in queries.read(module, house.partnership).unsettled:
        with pytest.raises(NotNow, match="Say why"):
            operations.keep_words(
                module,
                by=house.coordinator,
                partnership=house.partnership,
                mark=hit.mark,
                reason="",
            )
        operations.keep_words(
            module,
            by=house.coordinator,
            partnership=house.partnership,
            mark=hit.mark,
            reason="It is our own building.",
        )
    assert agree(module, house)


def test_nothing_is_shown_where_the_check_could_not_run(
    two_partnerships: Houses, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = two_partnerships[0]
    module = make_sent(house)

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(names, "find", broken)
    with pytest.raises(NotNow, match="did not run"):
        agree(module, house)
    assert not Shelf.objects.exists()


def test_a_change_is_agreed_to_anew_while_the_old_words_stand(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    shelf = make_shown(house)
    module = Module.objects.get()
    with pytest.raises(NotNow, match="Begin a change"):
        operations.save_module(
            module, by=house.coordinator, seen=module.version, **written(words="Other words.")
        )
    operations.begin_change(module, by=house.coordinator, seen=module.version)
    operations.save_module(
        module, by=house.coordinator, seen=module.version, **written(words="Other words.")
    )
    with pytest.raises(OutOfDate):
        operations.save_module(
            module, by=house.coordinator, seen=1, **written(words="Yet other words.")
        )
    module = Module.objects.get()
    operations.send(module, by=house.coordinator, seen=module.version)
    shelf.refresh_from_db()
    assert shelf.words.startswith("Neglect builds up")
    agree(module, house)
    shelf.refresh_from_db()
    assert shelf.words == "Other words."


def test_asking_for_a_change_gives_it_back_to_whoever_writes_it(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    module = make_sent(house)
    at = ModuleAt(module, house.partnership)
    operations.ask_for_change(at, by=house.chair, seen=module.version, words="Say it more kindly.")
    module = Module.objects.get()
    assert module.state == ModuleState.DRAFT
    assert [one.words for one in queries.asked_for(module)] == ["Say it more kindly."]
    assert Message.objects.filter(to_person=house.coordinator, about=f"module:{module.pk}").exists()
    operations.save_module(
        module, by=house.coordinator, seen=module.version, **written(words="Kinder words.")
    )
    assert not queries.asked_for(Module.objects.get())


def test_a_module_leaves_by_itself_when_nobody_looks_again(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    shelf = make_shown(house)
    with clock.at(shelf.ends_on + timedelta(days=1)):
        assert not queries.on_shelves(house.partnership, THEME)
        assert not gate.published(house.partnership.pk)


def test_taken_back_it_is_gone_from_library_and_memory_and_can_come_back(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    make_shown(house)
    at = ModuleAt(Module.objects.get(), house.partnership)
    operations.take_back(at, by=house.chair)
    assert not queries.on_shelves(house.partnership, THEME)
    assert not memory.search(None, "a day in the life").hits
    with pytest.raises(NotNow):
        operations.take_back(at, by=house.chair)
    assert agree(at.module, house)
    assert queries.on_shelves(house.partnership, THEME)


def test_another_house_has_no_part_in_a_module(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    module = make_module(here)
    for by in (there.coordinator, here.manager, here.facilitator):
        with pytest.raises(NotAllowed):
            operations.send(module, by=by, seen=module.version)
    with pytest.raises(NotNow, match="theme"):
        make_module(here, theme="no-such-theme")
