"""Asking, saying yes, leaving, and the emails themselves."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction

from heed import clock
from heed.following import emails, queries
from heed.following.models import Follower
from heed.following.sealing import Wish, address_in, mark_of, seal_address
from heed.following.states import Rhythm
from heed.history import operations as history
from heed.memory import themes as memory_themes
from heed.partnership import operations as partnership
from heed.partnership.models import Partnership, Person
from heed.refusals import NotNow

#: How many emails one machine can ask for in an hour, and one address in an hour and in a day.
FROM_A_MACHINE, TO_AN_ADDRESS, TO_AN_ADDRESS_A_DAY = 20, 3, 6
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@transaction.atomic
def ask(
    house: Partnership,
    *,
    by: Person | None,
    address: str,
    rhythm: Rhythm,
    themes: Iterable[str],
    client: str,
) -> None:
    """Ask a mailbox whether it wants this. Nothing is looked up, and nothing kept, before its yes.

    The same is done for every address, so that nobody learns who follows. Raises TooOften, and
    NotNow when the mail server did not take it.
    """
    for who, most, within, says in (
        (client, FROM_A_MACHINE, HOUR, "Many emails have been asked for from where you are."),
        (address, TO_AN_ADDRESS, HOUR, "Several emails have gone to this address just now."),
        (address, TO_AN_ADDRESS_A_DAY, DAY, "Many emails have gone to this address today."),
    ):
        door = f"follow:{'client' if who == client else 'address'}:{within}"
        partnership.knock(door, by=by, who=who, most=most, within=within, says=says)
    chosen = tuple(one for one in dict.fromkeys(themes) if memory_themes.find(one))
    if not emails.ask_for_yes(house, Wish(address, rhythm, chosen)):
        raise NotNow("The email could not be sent just now. Try again in a few minutes.")


@transaction.atomic
def say_yes(house: Partnership, *, by: Person | None, wish: Wish) -> Follower:
    """The mailbox said yes: from now on it hears of what is new. Twice changes how, not whether."""
    today = clock.today()
    follower, made = Follower.objects.update_or_create(
        partnership=house,
        mark=mark_of(house, wish.address),
        defaults={"rhythm": wish.rhythm, "themes": list(wish.themes)},
        create_defaults={
            "rhythm": wish.rhythm,
            "themes": list(wish.themes),
            "sealed": seal_address(house, wish.address),
            "since": today,
            "told_on": today,
            "told_page": queries.newest(house),
        },
    )
    if made:
        history.record("began to follow by email", house, by=by)
    return follower


@transaction.atomic
def leave(house: Partnership, *, by: Person | None, mark: str) -> None:
    """Forget a follower, address and all. Somebody who is not here leaves all the same."""
    if not mark:
        return
    gone, _ = Follower.objects.filter(partnership=house, mark=mark).delete()
    if gone:
        history.record("stopped following by email", house, by=by)


@transaction.atomic
def tell(follower: Follower, *, by: Person | None) -> bool:
    """Send one follower what is new; whether an email went. Nothing new, nothing sent.

    What the mail server does not take is tried again at the next tick.
    """
    fresh = Follower.objects.select_for_update(of=("self",)).filter(pk=follower.pk).first()
    if fresh is None:
        return False
    if not address_in(fresh.partnership, fresh.sealed):
        # Sealed by a key that is gone, as after a restore: nobody can be written to.
        fresh.told_on = clock.today()
        fresh.save(update_fields=["told_on"])
        return False
    newest = queries.newest(fresh.partnership)
    news = queries.news(fresh)
    if news.anything and not emails.digest(fresh, news):
        return False
    # What is beyond the most that one email holds comes with the next.
    full = len(news.pages) == queries.MOST_PAGES
    fresh.told_page = news.pages[-1].pk if full else max(fresh.told_page, newest)
    fresh.told_gone = [one.pk for one in news.gone]
    fresh.told_on = clock.today()
    fresh.save(update_fields=["told_page", "told_gone", "told_on"])
    return news.anything
