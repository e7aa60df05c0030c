"""What is written to the owners of a toolkit. Nothing here holds the words of a module.

Each message waits in the outbox of the partnership whose person does something: they read it before
it goes to the others.
"""

from typing import Any

from heed.correspondence import operations as correspondence
from heed.partnership.models import Partnership, Person
from heed.partnership.queries import people_with
from heed.partnership.standing import DECIDING_GROUP
from heed.partnership.states import PartKind
from heed.toolkit.access import ModuleAt
from heed.toolkit.models import Module, Share, Toolkit


def _tell(
    owner: Partnership,
    *,
    sender: Partnership,
    by: Person,
    template: str,
    about: str,
    chairs: bool = False,
    **told: Any,
) -> None:
    whole = {"case": None, "group": None, "agency": None}
    people = people_with(owner, PartKind.COORDINATOR, **whole)
    if chairs:
        people += people_with(owner, PartKind.CHAIR, group__kind=DECIDING_GROUP)
    for person in dict.fromkeys(people):
        if person != by:
            correspondence.draft(
                sender,
                by=by,
                template=f"toolkit/email/{template}.txt",
                context={"there": owner, **told},
                to=person,
                about=about,
            )


def _others(toolkit: Toolkit, but: Partnership) -> list[Partnership]:
    return [one for one in toolkit.owners if one != but]


def asked_to_share(toolkit: Toolkit, partnership: Partnership, *, by: Person) -> None:
    """Ask the coordinators of a partnership whether it shares a toolkit."""
    about = f"toolkit:{toolkit.pk}"
    _tell(
        partnership,
        sender=toolkit.partnership,
        by=by,
        template="asked_to_share",
        about=about,
        toolkit=toolkit,
    )


def answered(share: Share, *, by: Person) -> None:
    """Tell whoever began the toolkit what was answered."""
    _tell(
        share.toolkit.partnership,
        sender=share.partnership,
        by=by,
        template="answered",
        about=f"toolkit:{share.toolkit_id}",
        toolkit=share.toolkit,
        share=share,
    )


def left(share: Share, *, by: Person) -> None:
    """Tell the other owners that a partnership left."""
    for owner in Toolkit.objects.get(pk=share.toolkit_id).owners:
        _tell(
            owner,
            sender=share.partnership,
            by=by,
            template="left",
            about=f"toolkit:{share.toolkit_id}",
            toolkit=share.toolkit,
            share=share,
        )


def waits(module: Module, *, by: Person) -> None:
    """Ask every owner to read a module and to agree: its coordinators, and the chair."""
    for owner in module.toolkit.owners:
        _tell(
            owner,
            sender=module.partnership,
            by=by,
            template="waits",
            about=f"module:{module.pk}",
            chairs=True,
            module=module,
        )


def change_asked(at: ModuleAt, *, by: Person) -> None:
    """Tell the owner that wrote it that a change was asked for."""
    _tell(
        at.module.partnership,
        sender=at.partnership,
        by=by,
        template="change_asked",
        about=f"module:{at.module.pk}",
        module=at.module,
        who=at.partnership,
    )


def taken_back(at: ModuleAt, *, by: Person) -> None:
    """Tell the other owners that one took a module out of its library."""
    for owner in _others(at.module.toolkit, at.partnership):
        _tell(
            owner,
            sender=at.partnership,
            by=by,
            template="taken_back",
            about=f"module:{at.module.pk}",
            module=at.module,
            who=at.partnership,
        )
