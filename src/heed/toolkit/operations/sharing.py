"""A toolkit that several partnerships own: asking, joining, leaving, showing each other's pages."""

from collections.abc import Iterable

from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.memory import themes as memory_themes
from heed.partnership.models import Partnership, Person
from heed.refusals import NotNow
from heed.toolkit import emails
from heed.toolkit.access import ANSWER, BEGIN, KEEP
from heed.toolkit.models import Share, Shelf, Toolkit
from heed.toolkit.operations.shelving import off_the_shelf, shelve
from heed.toolkit.states import ModuleState, ShareState


@transaction.atomic
def own_toolkit(partnership: Partnership, *, by: Person) -> Toolkit:
    """A partnership's own toolkit; asking twice gives the same one."""
    doors.check(by, BEGIN, partnership)
    toolkit, made = Toolkit.objects.get_or_create(partnership=partnership, own=True)
    if made:
        Share.objects.create(toolkit=toolkit, partnership=partnership, state=ShareState.OWNS)
        history.record("began the partnership's own toolkit", toolkit, by=by)
    return toolkit


@transaction.atomic
def begin_toolkit(
    partnership: Partnership, *, by: Person, name: str, themes: Iterable[str]
) -> Toolkit:
    """Begin a toolkit to share. Until another partnership joins, it has one owner."""
    doors.check(by, BEGIN, partnership)
    toolkit = Toolkit.objects.create(
        partnership=partnership, name=name.strip(), themes=_known(themes)
    )
    Share.objects.create(toolkit=toolkit, partnership=partnership, state=ShareState.OWNS)
    history.record("began a toolkit", toolkit, by=by)
    return toolkit


@transaction.atomic
def change_toolkit(
    toolkit: Toolkit, *, by: Person, seen: int, name: str, themes: Iterable[str]
) -> Toolkit:
    """Change its name and themes. Modules of a theme that was taken out stay where they are."""
    doors.check(by, KEEP, toolkit)
    _not_own(toolkit)
    return history.change(
        toolkit,
        by=by,
        seen=seen,
        name=name.strip(),
        themes=_known(themes),
        verb="changed a toolkit",
    )


@transaction.atomic
def invite(toolkit: Toolkit, *, by: Person, partnership: Partnership) -> Share:
    """Ask another partnership to own it too. It owns nothing until its coordinator says yes."""
    doors.check(by, KEEP, toolkit)
    _not_own(toolkit)
    share, made = Share.objects.get_or_create(toolkit=toolkit, partnership=partnership)
    if not made and share.state == ShareState.LEFT:
        share.state, share.since = ShareState.ASKED, clock.today()
        share.save(update_fields=["state", "since"])
    if share.state == ShareState.ASKED:
        history.record("asked a partnership to share a toolkit", share, by=by)
        emails.asked_to_share(toolkit, partnership, by=by)
    return share


@transaction.atomic
def answer_invitation(share: Share, *, by: Person, yes: bool) -> Share:
    """Say yes or no for the partnership that was asked."""
    doors.check(by, ANSWER, share.partnership)
    if share.state != ShareState.ASKED:
        raise NotNow("This has been answered.")
    share.state = ShareState.OWNS if yes else ShareState.LEFT
    share.since = clock.today()
    share.save(update_fields=["state", "since"])
    history.record("joined a toolkit" if yes else "did not join a toolkit", share, by=by)
    emails.answered(share, by=by)
    return share


@transaction.atomic
def leave(share: Share, *, by: Person) -> Share:
    """Give up a share: its modules leave this partnership's library at once, and the others are
    told. What waited only for this partnership's word is then agreed by all."""
    doors.check(by, ANSWER, share.partnership)
    toolkit = share.toolkit
    _not_own(toolkit)
    if share.state != ShareState.OWNS:
        raise NotNow("This partnership does not share it.")
    if toolkit.shares.filter(state=ShareState.OWNS).count() == 1:
        raise NotNow("You are its last owner. Take its modules back instead.")
    share.state, share.since = ShareState.LEFT, clock.today()
    share.save(update_fields=["state", "since"])
    history.record("left a toolkit", share, by=by)
    for one in Shelf.objects.filter(
        module__toolkit=toolkit, partnership=share.partnership, taken_down_on=None
    ):
        off_the_shelf(one, by=by)
    fresh = Toolkit.objects.get(pk=toolkit.pk)
    for module in fresh.modules.filter(state=ModuleState.WAITING):
        module.toolkit = fresh
        shelve(module, by=by)
    emails.left(share, by=by)
    return share


@transaction.atomic
def show_others(share: Share, *, by: Person, shows: bool) -> Share:
    """Say whether this partnership's theme pages list what the other owners released."""
    doors.check(by, ANSWER, share.partnership)
    share.shows_others = shows
    share.save(update_fields=["shows_others"])
    history.record("shows the others' pages" if shows else "hides the others' pages", share, by=by)
    return share


def _not_own(toolkit: Toolkit) -> None:
    if toolkit.own:
        raise NotNow("A partnership's own toolkit is its own. Begin one to share.")


def _known(themes: Iterable[str]) -> list[str]:
    chosen = [one for one in dict.fromkeys(themes) if memory_themes.find(one)]
    if not chosen:
        raise NotNow("Choose at least one theme.")
    return chosen
