"""Where each safeguarding partner stands on a decision that they answer for together."""

from datetime import date

from django.db import transaction

from heed import clock, doors
from heed.decisions import emails
from heed.decisions.access import RECORD, TAKE_POSITION
from heed.decisions.models import Decision, Position
from heed.decisions.states import VIEW_WORDS, DecisionState, View
from heed.history import operations as history
from heed.partnership import operations as partnership
from heed.partnership.models import Agency, Person
from heed.partnership.queries import people_with
from heed.partnership.states import Means, PartKind
from heed.refusals import NotNow


@transaction.atomic
def ask_partners(decision: Decision, *, by: Person) -> list[Person]:
    """Ask each safeguarding partner where they stand: they are named on the case and written to."""
    doors.check(by, RECORD, decision)
    if decision.state != DecisionState.RECORDED:
        raise NotNow("Record the decision first, so that there is something to agree to.")
    said = set(decision.positions.values_list("person_id", flat=True))
    asked = [
        one
        for one in people_with(
            decision.case.partnership,
            PartKind.PARTNER_EXECUTIVE,
            case__isnull=True,
        )
        if one.pk not in said
    ]
    for one in asked:
        partnership.name_on_case(
            decision.case, by=by, person=one, kind=PartKind.PARTNER_EXECUTIVE, agency=one.agency
        )
        emails.position_asked(decision, by=by, to=one)
    history.record(
        "asked the partners",
        decision,
        by=by,
        said="Each safeguarding partner was asked for a position.",
    )
    return asked


@transaction.atomic
def take_position(
    decision: Decision,
    *,
    by: Person,
    view: View,
    words: str = "",
    name: str = "",
    agency: Agency | None = None,
    happened_on: date | None = None,
    means: Means = Means.HEED,
) -> Position:
    """Keep where a partner stands; with ``name`` it is entered for one who has no account.

    Whoever differs, or asks, says what they think; agreement needs no words.
    """
    doors.check(by, TAKE_POSITION, decision)
    if decision.state != DecisionState.RECORDED:
        raise NotNow("This decision is being corrected. You will be asked when it is recorded.")
    if view != View.AGREES and not words.strip():
        raise NotNow("Say what you see differently, or what you would like to know.")
    who = None if name else by
    position, made = Position.objects.update_or_create(
        decision=decision,
        person=who,
        name=name or by.name,
        defaults={
            "agency": agency or (who.agency if who else None),
            "view": view,
            "words": words,
            "happened_on": happened_on or clock.today(),
            "means": means,
            "entered_by": by,
            "entered_at": clock.now(),
            "on_word_of": name,
        },
    )
    whose = position.agency.name if position.agency else "A safeguarding partner"
    history.record(
        "took a position" if made else "changed a position",
        position,
        by=by,
        said=f"{whose}: {VIEW_WORDS[View(view)].lower()}.",
        on_word_of=name,
    )
    return position
