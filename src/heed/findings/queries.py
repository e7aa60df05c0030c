"""Named reads of what was learnt. The person comes first."""

from dataclasses import dataclass

from django.db.models import QuerySet

from heed import doors
from heed.findings.access import FOLLOW, readable
from heed.findings.models import Evidence, Finding, NextStep
from heed.findings.states import FindingState
from heed.learning_events import queries as events
from heed.learning_events.models import LearningEvent
from heed.memory import themes
from heed.memory.access import Reader
from heed.memory.models import Entry
from heed.memory.themes import Suggestion
from heed.partnership.models import Agency, Case, Group, Person
from heed.partnership.queries import agencies as agencies_of
from heed.partnership.queries import groups


@dataclass(frozen=True)
class Complete:
    """Whether a finding can be settled, and what it waits for."""

    evidence: bool
    theme: bool

    @property
    def ready(self) -> bool:
        """Whether nothing is missing."""
        return self.evidence and self.theme

    @property
    def missing(self) -> str:
        """What is missing, as it stands in a sentence; empty when nothing is."""
        found = [
            words
            for there, words in (
                (self.evidence, "something that shows it"),
                (self.theme, "a theme"),
            )
            if not there
        ]
        return " and ".join(found)


@dataclass(frozen=True)
class Earlier:
    """Something learnt before, and how close it is in words."""

    entry: Entry
    how_close: str


def findings(person: Person, case: Case) -> QuerySet[Finding]:
    """The findings of a case that a person may read, in order, those set aside among them."""
    return readable(person).filter(case=case).prefetch_related("themes", "evidence")


def to_choose(person: Person, case: Case) -> list[Finding]:
    """The findings that a next step can follow from."""
    return list(readable(person).filter(case=case).exclude(state=FindingState.SET_ASIDE))


def finding(person: Person, partnership: str, reference: str, number: int) -> Finding:
    """One finding, among those that the person may read."""
    return (
        readable(person)
        .select_related("case__partnership", "case__pack_version")
        .prefetch_related("themes")
        .get(case__partnership__slug=partnership, case__reference__iexact=reference, pk=number)
    )


def settled(case: Case) -> list[Finding]:
    """The settled findings of a case, in order. Ask access to the case first."""
    return list(
        case.findings.filter(state=FindingState.SETTLED).prefetch_related("themes", "evidence")
    )


def evidence(finding: Finding) -> list[Evidence]:
    """What shows a finding, oldest first."""
    return list(finding.evidence.select_related("agency", "event"))


def next_steps(case: Case) -> list[NextStep]:
    """The next steps that are proposed and were not taken back. Ask access to the case first."""
    return list(
        case.next_steps.filter(withdrawn_on__isnull=True).select_related("finding", "group")
    )


def next_steps_for(person: Person, case: Case) -> list[NextStep]:
    """The same, as far as a person may read them: in the end those of settled findings."""
    found = next_steps(case)
    if doors.allows(person, FOLLOW, case):
        return found
    return [one for one in found if one.finding and one.finding.state == FindingState.SETTLED]


def completeness(finding: Finding) -> Complete:
    """Whether a finding has evidence and a theme. Asks nothing where both are prefetched."""
    return Complete(evidence=bool(finding.evidence.all()), theme=bool(finding.themes.all()))


def what_is_missing(person: Person, case: Case) -> str:
    """What the findings still wait for, in a sentence; empty when one at least can be settled."""
    waiting = list(findings(person, case).filter(state=FindingState.DRAFT))
    if not waiting:
        return "Write down at least one thing that was learnt, with what shows it and a theme."
    short = [completeness(one) for one in waiting]
    if any(one.ready for one in short):
        return ""
    nearest = min(short, key=lambda one: (not one.evidence) + (not one.theme))
    return f"One finding at least needs {nearest.missing}."


def suggestions(finding: Finding) -> list[Suggestion]:
    """The themes that a finding may speak of, with the words of it that lead there.

    A word of two letters leads nowhere by itself: "it" is no talk of computers.
    """
    found = themes.suggest(f"{finding.text}\n{finding.why}")
    return [one for one in found if any(len(word) > 2 for word in one.words)]


def earlier(person: Person, finding: Finding) -> list[Earlier]:
    """The closest learning known when it was written, among what a person may find."""
    close = dict(finding.earlier)
    found = (
        Reader.of(person).entries().filter(source_key__in=close).in_bulk(field_name="source_key")
    )
    return [Earlier(found[key], how) for key, how in close.items() if key in found]


def event(case: Case) -> LearningEvent | None:
    """The learning event from which the findings come."""
    return events.event_of(case)


def agencies(case: Case) -> list[Agency]:
    """The agencies that can have told something."""
    return list(agencies_of(case.partnership))


def working_groups(case: Case) -> list[Group]:
    """The groups to which a next step can be given."""
    return list(groups(case.partnership, kind="working"))
