"""What was learnt: findings with what shows them and their themes, settled, and the next steps."""

from datetime import timedelta

from heed.demo.building.diary import Diary, Story
from heed.demo.building.gathering import event_of
from heed.demo.building.house import House
from heed.demo.shapes import CaseStory
from heed.demo.shapes import Finding as FindingStory
from heed.findings import operations
from heed.findings.models import Finding
from heed.findings.states import EvidenceKind, Level, Polarity

#: Days after the event on which findings are written down, and settled.
WRITTEN, SETTLED = 3, 7

FAMILY_WORDS = ("account", "letter", "diary", "drawing", "voice", "own list", "wall")


def kind_of(told: FindingStory) -> EvidenceKind:
    """Where what shows a finding seems to come from, by its words."""
    text = told.evidence.lower()
    if any(word in text for word in ("sample", "count", "audit", "median", "register")):
        return EvidenceKind.FIGURES
    if any(word in text for word in FAMILY_WORDS):
        return EvidenceKind.FAMILY
    return EvidenceKind.EVENT


def learn(house: House, story: CaseStory, diary: Diary) -> Story:
    """Tells how the facilitator writes the findings down; once a page is written, settles them."""
    held = house.calendar.event(story)
    yield diary.on(house.calendar.working(held + timedelta(days=WRITTEN)))
    writer = house.person(story.the_scope.facilitator)
    event = event_of(house, story)
    for told in story.findings:
        finding = operations.add_finding(
            event.case,
            by=writer,
            text=told.text,
            polarity=Polarity(told.polarity),
            level=Level.SYSTEM if told.polarity == "condition" else Level.PRACTICE,
        )
        operations.add_evidence(
            finding, by=writer, kind=kind_of(told), text=told.evidence, event=event
        )
        operations.choose_themes(finding, by=writer, seen=finding.version, themes=told.themes)
    if not story.reached("report_drafted"):
        return
    yield diary.on(house.calendar.working(held + timedelta(days=SETTLED)))
    writer, case = house.person(story.the_scope.facilitator), house.case(story)
    operations.settle_findings(case, by=writer)
    found = findings_of(house, story)
    for asked in story.recommendations:
        operations.propose_next_step(
            case,
            by=writer,
            text=asked.text,
            finding=found[asked.finding - 1],
            group=house.groups[asked.group],
            expected_change=asked.expected,
        )


def findings_of(house: House, story: CaseStory) -> list[Finding]:
    """The findings of a case, in the order in which the story tells them."""
    return list(house.case(story).findings.select_related("case").order_by("order"))
