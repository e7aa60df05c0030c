"""What is written to groups and owners: the recommendation's own reference and a link."""

from heed.correspondence import operations as correspondence
from heed.partnership.models import Person
from heed.partnership.queries import people_with
from heed.partnership.states import PartKind
from heed.recommendations.models import Action, Recommendation


def routed(recommendation: Recommendation, *, by: Person) -> None:
    """Tell the chair of the group that it is asked to take a recommendation on."""
    for person in people_with(
        recommendation.partnership, PartKind.CHAIR, group=recommendation.group
    ):
        correspondence.draft(
            recommendation.partnership,
            by=by,
            to=person,
            template="recommendations/email/routed.txt",
            context={"recommendation": recommendation},
            about=f"recommendation:{recommendation.pk}",
        )


def action_given(action: Action, *, by: Person) -> None:
    """Tell somebody that an action is theirs."""
    if action.owner is not None and action.owner != by:
        correspondence.draft(
            action.recommendation.partnership,
            by=by,
            to=action.owner,
            template="recommendations/email/action_given.txt",
            context={"action": action, "recommendation": action.recommendation},
            about=f"action:{action.pk}",
        )
