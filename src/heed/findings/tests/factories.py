"""Findings for tests, made through the operations."""

from heed.findings import operations, queries
from heed.findings.models import Finding
from heed.findings.states import EvidenceKind, Level, Polarity
from heed.learning_events import queries as events
from heed.learning_events.tests.factories import make_held
from heed.partnership.models import Case
from tests.houses import House

LEARNT = (
    "When two services each knew a part of it, a weekly telephone call brought the parts together."
)
WHY = "Nobody had been given the time for it; they took it."
SHOWN = "The calls stand in both services' diaries, from March onwards."
STEP = "Give health visitors and housing officers an hour a week to talk."
THEME = "information-sharing"


def make_draft(house: House, case: Case | None = None, *, text: str = LEARNT) -> Finding:
    """A finding that was only written down."""
    case = case or make_held(house).case
    return operations.add_finding(
        case,
        by=house.facilitator,
        text=text,
        why=WHY,
        polarity=Polarity.STRENGTH,
        level=Level.PRACTICE,
    )


def make_complete(house: House, case: Case | None = None, *, text: str = LEARNT) -> Finding:
    """The same with evidence and a theme."""
    finding = make_draft(house, case, text=text)
    operations.add_evidence(
        finding,
        by=house.facilitator,
        kind=EvidenceKind.EVENT,
        text=SHOWN,
        agency=house.agency,
        event=events.event_of(finding.case),
    )
    operations.choose_themes(finding, by=house.facilitator, seen=finding.version, themes=[THEME])
    return finding


def make_settled(house: House, case: Case | None = None, *, text: str = LEARNT) -> Finding:
    """The same, settled, with a next step that is proposed."""
    finding = make_complete(house, case, text=text)
    operations.propose_next_step(
        finding.case,
        by=house.facilitator,
        text=STEP,
        finding=finding,
        group=house.working_group,
        expected_change="A family tells its story once.",
    )
    operations.settle_findings(finding.case, by=house.facilitator)
    return queries.finding(house.facilitator, house.partnership.slug, finding.reference, finding.pk)
