"""Everything that changes what was learnt."""

from collections.abc import Sequence

from django.db import transaction

from heed import clock, doors
from heed.design.text import one_line
from heed.findings import queries
from heed.findings.access import SETTLE, WRITE
from heed.findings.models import Evidence, Finding, FindingTheme, NextStep
from heed.findings.states import MOST_THEMES, EvidenceKind, FindingState, Level, Polarity
from heed.history import operations as history
from heed.learning_events.models import LearningEvent
from heed.memory import operations as memory
from heed.memory import themes as book
from heed.memory.models import Audience, Entry, Kind
from heed.memory.recurrence import similar
from heed.partnership import operations as partnership
from heed.partnership.models import Agency, Case, Group, Person
from heed.partnership.states import STEPS, Stage
from heed.pathways import clocks
from heed.pathways.queries import pack_of
from heed.refusals import NotNow
from heed.reviews.models import Target
from heed.reviews.queries import found_by

MOST_EARLIER = 4
_ORDER = [stage for stage, _ in STEPS]


@transaction.atomic
def add_finding(
    case: Case,
    *,
    by: Person,
    text: str,
    polarity: Polarity,
    level: Level,
    why: str = "",
) -> Finding:
    """Write down one thing that was learnt. ``why`` is the condition that shaped it."""
    doors.check(by, WRITE, case)
    finding = Finding.objects.create(
        case=case,
        text=text,
        why=why,
        polarity=polarity,
        level=level,
        order=case.findings.count() + 1,
        added_by=by,
        added_at=clock.now(),
    )
    history.record("wrote down a finding", finding, by=by)
    return _look_back(finding, by=by)


@transaction.atomic
def change_finding(
    finding: Finding,
    *,
    by: Person,
    seen: int,
    text: str,
    polarity: Polarity,
    level: Level,
    why: str = "",
) -> Finding:
    """Change a finding. What is remembered of a settled one follows."""
    doors.check(by, WRITE, finding)
    _there(finding)
    history.change(
        finding,
        by=by,
        seen=seen,
        verb="changed a finding",
        text=text,
        why=why,
        polarity=polarity,
        level=level,
    )
    return _remember(_look_back(finding, by=by))


@transaction.atomic
def look_back_again(finding: Finding, *, by: Person) -> Finding:
    """Look again for what was learnt before: something may have become known since."""
    doors.check(by, WRITE, finding)
    return _look_back(finding, by=by)


@transaction.atomic
def choose_themes(finding: Finding, *, by: Person, seen: int, themes: Sequence[str]) -> Finding:
    """Give a finding its themes, one to three, by id. The words of it that led to each are kept."""
    doors.check(by, WRITE, finding)
    _there(finding)
    chosen = list(dict.fromkeys(themes))
    if len(chosen) > MOST_THEMES:
        raise NotNow("Choose three themes at most: the ones that somebody would look under.")
    if any(book.find(one) is None for one in chosen):
        raise NotNow("One of these themes is not known. Choose from the list.")
    led = {one.theme.id: list(one.words) for one in queries.suggestions(finding)}
    history.change(finding, by=by, seen=seen, verb="chose themes")
    finding.themes.exclude(theme__in=chosen).delete()
    known = set(finding.themes.values_list("theme", flat=True))
    FindingTheme.objects.bulk_create(
        FindingTheme(finding=finding, theme=one, words=led.get(one, []), chosen_by=by)
        for one in chosen
        if one not in known
    )
    _read_anew(finding)
    return _remember(finding)


@transaction.atomic
def add_evidence(
    finding: Finding,
    *,
    by: Person,
    kind: EvidenceKind,
    text: str,
    agency: Agency | None = None,
    event: LearningEvent | None = None,
) -> Evidence:
    """Add something that shows the finding, and where it comes from."""
    doors.check(by, WRITE, finding)
    _there(finding)
    found = Evidence.objects.create(
        finding=finding,
        kind=kind,
        text=text,
        agency=agency,
        event=event,
        added_by=by,
        added_at=clock.now(),
    )
    history.record("added evidence", found, by=by, kind=str(kind))
    _read_anew(finding)
    return found


@transaction.atomic
def change_evidence(
    evidence: Evidence,
    *,
    by: Person,
    seen: int,
    kind: EvidenceKind,
    text: str,
    agency: Agency | None = None,
    event: LearningEvent | None = None,
) -> Evidence:
    """Put right what shows a finding."""
    doors.check(by, WRITE, evidence.finding)
    _there(evidence.finding)
    return history.change(
        evidence,
        by=by,
        seen=seen,
        verb="changed evidence",
        kind=kind,
        text=text,
        agency=agency,
        event=event,
    )


@transaction.atomic
def take_out_evidence(evidence: Evidence, *, by: Person) -> None:
    """Take out what does not show the finding after all. A settled finding keeps its last piece."""
    doors.check(by, WRITE, evidence.finding)
    _there(evidence.finding)
    finding = evidence.finding
    if finding.state == FindingState.SETTLED and finding.evidence.count() == 1:
        raise NotNow("This finding is settled on it. Add other evidence first.")
    history.record("took out evidence", evidence, by=by, kind=evidence.kind)
    evidence.delete()


@transaction.atomic
def set_aside(finding: Finding, *, by: Person, seen: int, why: str) -> Finding:
    """Set a finding aside, with the reason. It stays on record and is no longer found."""
    doors.check(by, WRITE, finding)
    history.move(finding, to=FindingState.SET_ASIDE, by=by, seen=seen)
    finding.set_aside_why = why
    finding.save(update_fields=["set_aside_why"])
    memory.forget(_key(finding))
    return finding


@transaction.atomic
def take_up_again(finding: Finding, *, by: Person, seen: int) -> Finding:
    """Go on with a finding that was set aside."""
    doors.check(by, WRITE, finding)
    history.move(finding, to=FindingState.DRAFT, by=by, seen=seen)
    finding.settled_on, finding.set_aside_why = None, ""
    finding.save(update_fields=["settled_on", "set_aside_why"])
    return finding


@transaction.atomic
def propose_next_step(
    case: Case,
    *,
    by: Person,
    text: str,
    finding: Finding | None = None,
    group: Group | None = None,
    expected_change: str = "",
) -> NextStep:
    """Propose a change, for a working group, with what would be different then."""
    doors.check(by, WRITE, case)
    step = NextStep.objects.create(
        case=case,
        finding=finding,
        text=text,
        group=group,
        expected_change=expected_change,
        order=case.next_steps.count() + 1,
        added_by=by,
        added_at=clock.now(),
    )
    history.record("proposed a next step", step, by=by)
    return step


@transaction.atomic
def change_next_step(
    step: NextStep,
    *,
    by: Person,
    seen: int,
    text: str,
    finding: Finding | None = None,
    group: Group | None = None,
    expected_change: str = "",
) -> NextStep:
    """Change a next step that is proposed."""
    doors.check(by, WRITE, step)
    return history.change(
        step,
        by=by,
        seen=seen,
        verb="changed a next step",
        text=text,
        finding=finding,
        group=group,
        expected_change=expected_change,
    )


@transaction.atomic
def withdraw_next_step(step: NextStep, *, by: Person) -> NextStep:
    """Take a proposed next step back. It stays on record."""
    doors.check(by, WRITE, step)
    return history.change(
        step, by=by, seen=None, verb="took back a next step", withdrawn_on=clock.today()
    )


@transaction.atomic
def settle_findings(case: Case, *, by: Person) -> list[Finding]:
    """Settle every finding that has evidence and a theme: the one page can be written from them.

    Raises NotNow, saying what is missing, when there is none. The others stay as they are and can
    be settled later; a case that is further on is not moved back.
    """
    doors.check(by, SETTLE, case)
    waiting = list(
        case.findings.filter(state=FindingState.DRAFT).prefetch_related("themes", "evidence")
    )
    ready = [one for one in waiting if queries.completeness(one).ready]
    if not ready:
        raise NotNow(queries.what_is_missing(by, case))
    for finding in ready:
        finding.case = case
        history.move(finding, to=FindingState.SETTLED, by=by)
        finding.settled_on = clock.today()
        finding.save(update_fields=["settled_on"])
        _remember(finding)
    history.record(
        "settled the findings",
        case,
        by=by,
        said=f"{len(ready)} finding{'' if len(ready) == 1 else 's'} settled.",
    )
    if case.stage in _ORDER and _ORDER.index(Stage(case.stage)) <= _ORDER.index(Stage.FINDINGS):
        target = Target.objects.filter(review__case=case, clock="one_page").first()
        day = target.due if target else clocks.due(pack_of(case).clock("one_page"), clock.today())
        partnership.set_stage(
            case,
            by=by,
            stage=Stage.REPORT,
            waiting_on="The facilitator, to write the one page",
            target=day,
            target_is=target.label[:60] if target else "One-page report",
        )
    return ready


def _look_back(finding: Finding, *, by: Person) -> Finding:
    """Keep the closest earlier learning, without this case's own."""
    own = Entry.objects.filter(case=finding.case_id).values_list("pk", flat=True)
    found = similar(by, f"{finding.text}\n{finding.why}", limit=MOST_EARLIER, but_not=own)
    finding.earlier = [[one.entry.source_key, one.how_close] for one in found]
    finding.earlier_on = clock.today()
    finding.save(update_fields=["earlier", "earlier_on"])
    return finding


def _remember(finding: Finding) -> Finding:
    if finding.state == FindingState.SETTLED:
        case = finding.case
        memory.remember(
            _key(finding),
            kind=Kind.FINDING,
            audience=Audience.CASE,
            title=one_line(finding.text)[:200],
            text="\n".join(text for text in (finding.text, finding.why) if text),
            case=case,
            themes=finding.themes.values_list("theme", flat=True),
            **found_by(case),
            polarity=finding.polarity,
            date=finding.settled_on,
            url_name="findings:finding",
            url_args={
                "partnership": case.partnership.slug,
                "reference": case.reference,
                "number": finding.pk,
            },
        )
    return finding


def _key(finding: Finding) -> str:
    return f"finding:{finding.pk}"


def _there(finding: Finding) -> None:
    if finding.state == FindingState.SET_ASIDE:
        raise NotNow("This finding was set aside. Take it up again first.")


def _read_anew(finding: Finding) -> None:
    """Forget what was fetched with the finding: something beneath it has just changed."""
    finding.__dict__.pop("_prefetched_objects_cache", None)
