"""What the national Panel says of a decision; a challenge has the group weigh the case again."""

from datetime import date

from django.db import transaction

from heed import clock, doors
from heed.decisions import emails
from heed.decisions.access import HEAR_PANEL
from heed.decisions.models import Decision, PanelReply
from heed.decisions.operations.weighing import start_decision
from heed.decisions.states import REPLY_WORDS, DecisionState, Reply
from heed.history import operations as history
from heed.meetings import operations as meetings
from heed.meetings.states import ItemKind
from heed.partnership import operations as partnership
from heed.partnership.models import Person
from heed.partnership.queries import people_with
from heed.partnership.states import PartKind, Stage
from heed.pathways.queries import pack_of
from heed.refusals import NotNow

#: Here a challenge brings the case itself back to the group; an open review goes on meanwhile.
BACK = frozenset({Stage.REFERRAL, Stage.DECISION, Stage.SCOPE, Stage.NOT_TAKEN})


@transaction.atomic
def hear_panel(
    decision: Decision,
    *,
    by: Person,
    reply: Reply,
    from_whom: str,
    text: str = "",
    happened_on: date | None = None,
) -> PanelReply:
    """Keep what the Panel replied. A challenge has the case weighed again, as another decision.

    What was recorded stays as it was. The new decision stands on the group's next agenda with the
    challenge beside it; the chair and each partner are told, by the outbox.
    """
    doors.check(by, HEAR_PANEL, decision)
    if decision.state == DecisionState.DRAFT:
        raise NotNow("Record the decision first; then enter what the Panel said of it.")
    if not from_whom.strip():
        raise NotNow("Say who wrote for the Panel, by post.")
    if reply == Reply.CHALLENGES and not text.strip():
        raise NotNow("Enter what the Panel challenges: the group reads it beside its reasons.")
    heard = PanelReply.objects.create(
        decision=decision,
        reply=reply,
        from_whom=from_whom[:200],
        text=text,
        happened_on=happened_on or clock.today(),
        entered_by=by,
        entered_at=clock.now(),
        on_word_of=from_whom[:200],
    )
    history.record(
        "heard from the Panel",
        heard,
        by=by,
        said=f"The Panel replied on decision {decision.number}: {REPLY_WORDS[reply].lower()}.",
        happened_on=heard.happened_on,
    )
    if reply == Reply.CHALLENGES:
        _weigh_again(heard, by=by)
    return heard


def _weigh_again(heard: PanelReply, *, by: Person) -> None:
    case = heard.decision.case
    again = start_decision(case, by=by)
    heard.led_to = again
    heard.save(update_fields=["led_to"])
    if again.item is None:
        again.item = meetings.put_on_agenda(
            case,
            by=by,
            group=again.group,
            kind=ItemKind.DECISION,
            title=f"{case.reference}: the Panel challenges the decision",
            about=f"decision:{again.pk}",
            url_name="decisions:decision",
            url_args={"partnership": case.partnership.slug, "reference": case.reference},
        )
        again.save(update_fields=["item"])
    if case.stage in BACK:
        group = pack_of(case).word("review_group")
        partnership.set_stage(
            case, by=by, stage=Stage.DECISION, waiting_on=f"The {group}, to weigh it again"[:120]
        )
    for one in people_with(case.partnership, PartKind.PARTNER_EXECUTIVE, case__isnull=True):
        if emails.may_hear(one, case):
            partnership.name_on_case(
                case, by=by, person=one, kind=PartKind.PARTNER_EXECUTIVE, agency=one.agency
            )
            emails.challenged(heard, by=by, to=one)
    for one in people_with(case.partnership, PartKind.CHAIR, group=again.group):
        if emails.may_hear(one, case):
            emails.challenged(heard, by=by, to=one)
