"""A draft walked through on an invented case, before it is put in force. Nothing is written.

Plain functions of the pack and a day: what is asked and in which order, what a meeting needs, which
routes are offered with the dates that their clocks give, what the page holds, what letters say; and
what somebody should think about first.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from heed.pathways.agreement import ASKING_FOR, MOST_QUESTIONS
from heed.pathways.answers import is_asked
from heed.pathways.clocks import window
from heed.pathways.shapes import Clock, Gate, Group, Pack, Question, Route
from heed.pathways.shapes.groups import SECTORS
from heed.pathways.shapes.routes import EVENTS

REFERENCE = "ABC-26-7K4M"
FOLLOWS_ON = {
    "referral_received": ("decision", "decision_made"),
    "decision_made": ("scope", "returns_requested"),
    "returns_requested": ("event", "event_held"),
    "event_held": ("one_page", "report_finished"),
    "report_finished": ("sign_off", "signed_off"),
    "signed_off": ("publish", "published"),
}
"""From what happens: the clock by whose date the next thing happens, in this invented case."""
SAME_DAY = {"scope_agreed": "returns_requested", "recommendations_agreed": "signed_off"}
FIRST = ("referral_received", "authority_aware", "notification_sent", "outside_request_received")


@dataclass(frozen=True)
class Asked:
    """What somebody meets who asks for one kind of thing: the pages before and the questions."""

    kind: str
    label: str
    gates: tuple[Gate, ...]
    questions: tuple[Question, ...]
    representative: bool

    @property
    def number(self) -> int:
        """The questions, with the page that asks whom it is about."""
        return len(self.questions) + 1

    @property
    def is_within(self) -> bool:
        """Whether it keeps to the most that may be asked of learning and good practice."""
        return self.number <= MOST_QUESTIONS or self.kind not in ("learning", "good_practice")


@dataclass(frozen=True)
class Due:
    """One clock in the invented case: from which day it runs and what date it gives."""

    clock: Clock
    starts: date
    after: str
    earliest: date | None
    due: date


@dataclass(frozen=True)
class Way:
    """One route that a decision offers, with the dates of its clocks."""

    route: Route
    criteria: tuple[str, ...]
    dates: tuple[Due, ...]


@dataclass(frozen=True)
class Rehearsal:
    """The whole walk."""

    begins: date
    asked: tuple[Asked, ...]
    always: tuple[Due, ...]
    routes: tuple[Way, ...]
    letters: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]


def rehearse(pack: Pack, *, begins: date, mailbox: str = "") -> Rehearsal:
    """An invented case that is referred on the day ``begins``, walked through a pack."""
    days = _days(pack, begins)
    named = {clock for route in pack.routes for clock in route.starts_clocks}
    return Rehearsal(
        begins=begins,
        asked=tuple(_asked(pack, kind) for kind in _kinds(pack)),
        always=tuple(_due(c, days) for c in pack.clocks if c.id not in named and _runs(c, days)),
        routes=tuple(
            Way(
                route,
                tuple(each.label for each in pack.criteria if each.id in route.criteria),
                tuple(
                    _due(clock, days)
                    for clock in pack.clocks
                    if clock.id in route.starts_clocks and _runs(clock, days)
                ),
            )
            for route in pack.routes
            if route.offered
        ),
        letters=tuple(_letters(pack, mailbox)),
        warnings=tuple(warnings(pack)),
    )


def _kinds(pack: Pack) -> list[str]:
    offered = [choice.id for choice in pack.referral.asks[0].choices]
    return [kind for kind in ASKING_FOR if kind in offered]


def _asked(pack: Pack, kind: str) -> Asked:
    first = pack.referral.asks[0]
    answers = {first.id: kind}
    statutory = kind == "statutory"
    return Asked(
        kind=kind,
        label=next(choice.label for choice in first.choices if choice.id == kind),
        gates=tuple(g for g in pack.referral.gates if g.statutory_too or not statutory),
        questions=tuple(
            question
            for question in pack.referral.asks
            if question.when is None
            or question.when.question != first.id
            or is_asked(question, answers)
        ),
        representative=pack.referral.representative_first and not statutory,
    )


def _days(pack: Pack, begins: date) -> dict[str, date]:
    """On which day each thing happens, if everyone is just in time."""
    clocks = {clock.id: clock for clock in pack.clocks}
    days = dict.fromkeys(FIRST, begins)
    for event, (clock, then) in FOLLOWS_ON.items():
        started = days.get(clocks[clock].starts_from if clock in clocks else event, days[event])
        days[then] = window(clocks[clock], started).due if clock in clocks else days[event]
    for event, other in SAME_DAY.items():
        days[event] = days[other]
    return days


def _runs(clock: Clock, days: dict[str, date]) -> bool:
    return clock.starts_from in days


def _due(clock: Clock, days: dict[str, date]) -> Due:
    starts = days[clock.starts_from]
    found = window(clock, starts)
    return Due(clock, starts, EVENTS[clock.starts_from].rstrip("."), found.earliest, found.due)


def _letters(pack: Pack, mailbox: str) -> Iterator[tuple[str, str]]:
    said, words = pack.letters, pack.words
    decided = pack.referral.hear_back_working_days
    body = {
        f"The {words['referral']} has arrived": (
            f"Your {words['referral']} {REFERENCE} has reached the {words['business_unit']}. "
            f"You hear what comes next within {decided} working days."
        ),
        f"Asked for an {words['agency_return']}"
        if words["agency_return"][0] in "aeiou"
        else f"Asked for a {words['agency_return']}": (
            f"{REFERENCE}: please prepare your {words['agency_return']} for the "
            f"{words['learning_event']}. {pack.returns.sharing_message}"
        ),
    }
    for heading, told in body.items():
        lines = [
            said["opening"] + ",",
            told,
            said["support_line"],
            said["privacy_line"],
            said["hours_line"],
            said["sign_off"],
            f"{pack.name}{f', {mailbox}' if mailbox else ''}",
            said["purpose_line"],
        ]
        yield heading, "\n\n".join(lines)


def warnings(pack: Pack) -> Iterator[str]:
    """What is allowed, and still worth a thought before it is put in force."""
    ours = [r for r in pack.routes if r.offered and r.opens_review and not r.statutory]
    if not any(route.offered for route in pack.routes):
        yield "No route is offered, so no decision could be recorded."
    elif not ours:
        yield "No route below the statutory ones opens a review."
    for kind, label in (("concern", "learning"), ("good_practice", "good practice")):
        if ours and not any(route.kind in ("both", kind) for route in ours):
            yield f"No route of your own opens a review for {label}."
    named = {each for route in pack.routes if route.offered for each in route.criteria}
    for each in pack.criteria:
        if each.id not in named:
            yield f"“{each.label}” is weighed on no route that is offered."
    yield from _of_clocks(pack)
    for group in pack.groups:
        yield from _of_group(pack, group)
    yield from _of_referral(pack)
    yield from _of_page(pack)


def _of_clocks(pack: Pack) -> Iterator[str]:
    for clock in pack.clocks:
        offered = [r for r in pack.routes if clock.id in r.starts_clocks]
        if offered and not any(route.offered for route in offered):
            yield f"The clock “{clock.label}” runs only on routes that are not offered."


def _of_group(pack: Pack, group: Group) -> Iterator[str]:
    seats = [sector for sector in group.quorum.sectors if sector not in group.sectors]
    if group.kind in ("review", "working") and not group.sectors:
        yield f"{group.name} names no sector as a member, so nobody can see who is missing."
    elif seats:
        told = ", ".join(SECTORS[sector].rstrip(".") for sector in seats)
        yield f"{group.name} can never decide: its quorum needs {told}, and nobody sits for it."
    if group.kind == "review" and not group.meets_every_weeks:
        yield f"{group.name} has no cycle: its meetings are only as called."
    if group.kind == "review":
        weeks = next((c for c in pack.clocks if c.id == "decision"), None)
        if weeks and weeks.unit == "weeks" and weeks.length < group.meets_every_weeks:
            yield (
                f"A decision is due within {weeks.length} weeks, and {group.name} meets every "
                f"{group.meets_every_weeks}: some decisions would be taken between meetings."
            )


def _of_referral(pack: Pack) -> Iterator[str]:
    for kind in _kinds(pack):
        asked = _asked(pack, kind)
        if not asked.is_within:
            yield f"“{asked.label}” meets {asked.number} questions; {MOST_QUESTIONS} is the most."
    if not any(gate.stops_on == "yes" for gate in pack.referral.gates):
        yield "Nothing before the form asks whether somebody is in danger now."
    for question in pack.referral.asks:
        insists = question.required and not question.not_known
        if insists and question.kind in ("long", "date") and question.id != "what_happened":
            yield f"“{question.text}” has to be answered and does not take “Not known”."


def _of_page(pack: Pack) -> Iterator[str]:
    told = sum(section.words for section in pack.briefing.sections)
    if told > pack.briefing.words:
        yield (
            f"The parts of the page may hold {told} words together, and the page "
            f"{pack.briefing.words}: whoever fills every part has to cut."
        )
    if not pack.working_groups and pack.parts.recommendations:
        yield "There is no working group to which a recommendation could be given."
