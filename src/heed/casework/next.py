"""The next step of a case for one person: from its stage, whom it waits on, and their part."""

from dataclasses import dataclass

from heed.partnership.models import Case
from heed.partnership.standing import Standing
from heed.partnership.states import PartKind, Stage

COORDINATOR, FACILITATOR, CHAIR = "coordinator", "facilitator", "chair"


@dataclass(frozen=True)
class Next:
    """One next step: what to do, why, on which page (by URL name), and the button's words."""

    heading: str
    why: str
    page: str
    button: str


@dataclass(frozen=True)
class _Rule:
    """At ``stage``, when ``waiting_on`` begins so, it is this role's turn."""

    stage: Stage
    begins: str
    role: str
    step: Next


RULES: tuple[_Rule, ...] = (
    _Rule(
        Stage.REFERRAL,
        "The coordinator",
        COORDINATOR,
        Next(
            "Triage this referral",
            "Is anybody in danger, could it be notifiable, and does it go to the group?",
            "decisions:triage",
            "Triage it",
        ),
    ),
    _Rule(
        Stage.DECISION,
        "The coordinator",
        COORDINATOR,
        Next(
            "Take this case to the group",
            "It goes on the agenda of the next meeting.",
            "decisions:triage",
            "Take it to the group",
        ),
    ),
    _Rule(
        Stage.DECISION,
        "",
        CHAIR,
        Next(
            "Decide what this case calls for",
            "The criteria, the reasons, and who saw it differently.",
            "decisions:decision",
            "Weigh and decide",
        ),
    ),
    _Rule(
        Stage.SCOPE,
        "The coordinator, to settle",
        COORDINATOR,
        Next(
            "Settle the scope",
            "What to understand, with whom, over what time.",
            "reviews:scope",
            "Settle the scope",
        ),
    ),
    _Rule(
        Stage.SCOPE,
        "",
        COORDINATOR,
        Next("Open the review", "The group has decided on one.", "reviews:open", "Open the review"),
    ),
    _Rule(
        Stage.RETURNS,
        "The coordinator",
        COORDINATOR,
        Next(
            "Ask the agencies for their returns",
            "A message to each waits for you to read before it goes.",
            "returns:status",
            "Ask for returns",
        ),
    ),
    _Rule(
        Stage.RETURNS,
        "The facilitator",
        FACILITATOR,
        Next(
            "Plan the learning event",
            "The agencies are ready.",
            "learning_events:event",
            "Plan the event",
        ),
    ),
    _Rule(
        Stage.EVENT,
        "The facilitator, to invite",
        FACILITATOR,
        Next(
            "Invite people to the learning event",
            "Each invitation waits in the outbox with its calendar file.",
            "learning_events:event",
            "See who is invited",
        ),
    ),
    _Rule(
        Stage.EVENT,
        "",
        FACILITATOR,
        Next(
            "Hold the learning event",
            "The run sheet prints; the notes have their place.",
            "learning_events:event",
            "Open the event",
        ),
    ),
    _Rule(
        Stage.FINDINGS,
        "",
        FACILITATOR,
        Next(
            "Settle what was learnt",
            "Each finding with its evidence, why it was so, and its themes.",
            "findings:list",
            "Write the findings",
        ),
    ),
    _Rule(
        Stage.REPORT,
        "The facilitator",
        FACILITATOR,
        Next(
            "Write the one page",
            "It fits on one side of A4, and nobody can be recognised in it.",
            "briefings:report",
            "Write the page",
        ),
    ),
    _Rule(
        Stage.REPORT,
        "",
        CHAIR,
        Next(
            "Sign off the one page",
            "Read it, comment, agree it or ask for a change.",
            "briefings:report",
            "Read the page",
        ),
    ),
    _Rule(
        Stage.RELEASE,
        "",
        COORDINATOR,
        Next(
            "Do the checks before release",
            "Somebody other than its author releases it.",
            "briefings:publish",
            "See the checks",
        ),
    ),
    _Rule(
        Stage.RECOMMENDATIONS,
        "Recommendations, to be routed",
        COORDINATOR,
        Next(
            "Give the recommendations to their groups",
            "Each to one group, which says whether it accepts it and who does what.",
            "recommendations:of-case",
            "Route them",
        ),
    ),
)


def roles_in(case: Case, mine: Standing) -> frozenset[str]:
    """What a person is in a case: its coordinator, its facilitator, the chair of the group."""
    found = set()
    for part in mine.parts:
        here = part.partnership_id == case.partnership_id
        wide = here and not (part.case_id or part.group_id or part.agency_id)
        if part.kind == PartKind.COORDINATOR and (wide or part.case_id == case.pk):
            found.add(COORDINATOR)
        if part.kind == PartKind.FACILITATOR and part.case_id == case.pk:
            found.add(FACILITATOR)
        if part.kind == PartKind.CHAIR and here and part.group and part.group.kind == "review":
            found.add(CHAIR)
    return frozenset(found)


def next_of(case: Case, mine: Standing) -> Next | None:
    """The next step that is this person's, or None when the case waits on others."""
    roles = roles_in(case, mine)
    if case.waiting_on.startswith("Paused"):
        return None
    for rule in RULES:
        if rule.stage == case.stage and case.waiting_on.startswith(rule.begins):
            return rule.step if rule.role in roles else None
    return None
