"""What helps a child and family to take part."""

from collections.abc import Sequence

from django.db import transaction

from heed import clock, doors
from heed.alongside.access import KEEP
from heed.alongside.models import FamilySupport
from heed.history import operations as history
from heed.partnership.models import Case, Person
from heed.refusals import NotNow

NOT_NOW = "not_now"
SAY_WHY = (
    "Choose what would help the child and family to take part, or say why they are not offered a "
    "part at present."
)


@transaction.atomic
def support_family(
    case: Case, *, by: Person, support: Sequence[str], not_offered: str = ""
) -> FamilySupport:
    """Say what is offered to a child and family, or why nothing is. Refuses neither.

    ``support`` holds ids of the pack's choices; "not_now" among them counts as nothing.
    """
    doors.check(by, KEEP, case)
    offered = [one for one in support if one != NOT_NOW]
    if not offered and not not_offered.strip():
        raise NotNow(SAY_WHY)
    kept, _ = FamilySupport.objects.get_or_create(
        case=case, defaults={"entered_by": by, "entered_at": clock.now()}
    )
    values = {"support": offered, "not_offered": "" if offered else not_offered.strip()}
    if values == {"support": kept.support, "not_offered": kept.not_offered}:
        return kept
    return history.change(
        kept,
        by=by,
        seen=None,
        verb="thought of the family's part",
        said="What would help the child and family to take part was settled."
        if offered
        else "The child and family are not offered a part at present; the reason is kept.",
        happened_on=clock.today(),
        **values,
    )
