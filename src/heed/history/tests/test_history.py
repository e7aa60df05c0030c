"""History: append-only at the database, sealed, verified; and how a state moves."""

import pytest
from django.db import DatabaseError, connection, transaction

from heed.history import operations as history
from heed.history.models import Entry, Seal
from heed.referrals import operations as referrals
from heed.referrals.models import Referral
from heed.referrals.states import ReferralState
from heed.referrals.tests.factories import make_draft, make_sent
from heed.refusals import NotNow, OutOfDate
from tests.houses import House

Houses = tuple[House, House]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history_entry SET sentence = 'Nothing happened.'",
        "DELETE FROM history_entry",
        "UPDATE history_seal SET digest = ''",
        "DELETE FROM history_seal",
    ],
)
def test_the_database_itself_refuses_to_change_history(
    two_partnerships: Houses, statement: str
) -> None:
    make_draft(two_partnerships[0])
    history.seal()
    with pytest.raises(DatabaseError, match="history is never changed"), transaction.atomic():
        connection.cursor().execute(statement)
    assert Entry.objects.exists()


def test_seals_make_a_chain_that_can_be_walked(two_partnerships: Houses) -> None:
    make_draft(two_partnerships[0])
    first = history.seal()
    make_sent(two_partnerships[0])
    second = history.seal()
    assert first
    assert second
    assert second.previous == first.digest
    assert history.seal() is None
    said: list[str] = []
    assert history.verify(said.append)
    assert "Waiting for a seal: 0" in said[-1]


def test_a_changed_entry_is_found(two_partnerships: Houses) -> None:
    make_draft(two_partnerships[0])
    history.seal()
    seal = Seal.objects.get()
    Seal.objects.create(
        first=seal.last + 1,
        last=seal.last + 9,
        count=3,
        previous=seal.digest,
        digest="0" * 64,
        at=seal.at,
    )
    said: list[str] = []
    assert not history.verify(said.append)
    assert f"Entries {seal.last + 1} to {seal.last + 9}" in said[0]


def test_of_two_clicks_only_one_wins(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    sent = make_sent(house)
    mine, theirs = (Referral.objects.select_related("case").get(pk=sent.pk) for _ in range(2))
    history.move(mine, to=ReferralState.ANSWERED, by=house.coordinator)
    with pytest.raises(OutOfDate):
        history.move(theirs, to=ReferralState.WITHDRAWN, by=house.coordinator)


def test_a_move_that_the_table_does_not_know_is_refused(two_partnerships: Houses) -> None:
    draft = make_draft(two_partnerships[0])
    with pytest.raises(NotNow, match="it is draft"):
        history.move(draft, to=ReferralState.ANSWERED, by=None)


def test_a_move_and_its_entry_come_together_or_not_at_all(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    draft = make_draft(house)
    before = Entry.objects.count()

    def send_and_break() -> None:
        with transaction.atomic():
            referrals.send_referral(draft, by=house.manager, seen=draft.version)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        send_and_break()
    assert Entry.objects.count() == before
    assert Referral.objects.get(pk=draft.pk).state == ReferralState.DRAFT


def test_the_timeline_shows_sentences_newest_first(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    sent = make_sent(house)
    referrals.ask_more(sent, by=house.coordinator, seen=sent.version, question="Who else?")
    said = [one.sentence for one in history.timeline(sent.reference)]
    assert said == [
        "The coordinator asked the referrer for more.",
        f"Referred by {sent.from_agency}.",
    ]
