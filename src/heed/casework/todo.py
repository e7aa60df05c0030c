"""What waits on somebody: gathered from the stages, each of which knows its own."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.urls import reverse

from heed import clock
from heed.alongside import queries as alongside
from heed.casework import published, queries
from heed.casework.next import next_of
from heed.correspondence import queries as correspondence
from heed.decisions import queries as decisions
from heed.decisions import since as afterwards
from heed.decisions.models import Disagreement
from heed.meetings import queries as meetings
from heed.partnership.models import Case, Partnership, Person
from heed.partnership.standing import Standing, standing
from heed.partnership.states import PartKind
from heed.pathways.clocks import working_days_between
from heed.recommendations import queries as recommendations
from heed.referrals import queries as referrals
from heed.returns import queries as returns
from heed.reviews.dates import queries as dates_of_law

SOON = timedelta(days=7)
#: What a referral that is being written asks of whoever writes it.
REFERRAL_WAITS = {
    "draft": ("Finish your referral", "Begun, and not sent yet"),
    "more_asked": ("Answer a question about your referral", "The group would like to know more"),
}


@dataclass(frozen=True)
class ToDo:
    """One thing that a person can clear: what, where, by when."""

    heading: str
    url: str
    reference: str = ""
    note: str = ""
    due: date | None = None
    deadline: bool = False

    @property
    def kind(self) -> str:
        """The shape of its date, as ``c-state`` draws it."""
        return kind_of(self.due)

    @property
    def when(self) -> str:
        """Its date in words."""
        return words_for(self.due, deadline=self.deadline) if self.due else "When you can"

    @property
    def soon(self) -> bool:
        """Whether its day comes within a week."""
        return self.due is not None and self.due - clock.today() <= SOON

    @property
    def today(self) -> bool:
        """Whether its day has come."""
        return self.due is not None and self.due <= clock.today()


def kind_of(due: date | None) -> str:
    """The shape of a date: past it, soon, or plain."""
    if due is None:
        return "plain"
    if due < clock.today():
        return "late"
    return "soon" if due - clock.today() <= SOON else "plain"


def words_for(due: date, *, deadline: bool = False) -> str:
    """A date as people say it beside a case; lateness is information, in words."""
    today = clock.today()
    what = "deadline" if deadline else "target"
    if due < today:
        days = (today - due).days
        return f"{days} day{'' if days == 1 else 's'} past {what}"
    if due == today:
        return "Today"
    if due - today <= SOON:
        days = working_days_between(today, due)
        return f"{days} working day{'' if days == 1 else 's'} left"
    return (
        f"{what.capitalize()} {due.day} {due:%B}{'' if due.year == today.year else f' {due.year}'}"
    )


def of_case(name: str, case: Case) -> str:
    """The address of a case's page by name."""
    return reverse(name, kwargs={"partnership": case.partnership.slug, "reference": case.reference})


@dataclass(frozen=True)
class Desk:
    """Whose desk, in which house; the person's parts there, read once."""

    person: Person
    house: Partnership
    mine: Standing

    @cached_property
    def cases(self) -> list[Case]:
        """The open cases that the person may know of there, nearest date first."""
        return list(queries.worklist(self.person, self.house).defer(None))

    def plays(self, *kinds: PartKind) -> bool:
        """Whether the person plays one of these parts in the house as a whole or in a group."""
        return any(
            p.kind in kinds and p.partnership_id == self.house.pk and not p.case_id
            for p in self.mine.parts
        )

    def at(self, name: str) -> str:
        """The address of a page of the house by name."""
        return reverse(name, kwargs={"partnership": self.house.slug})


def _messages(desk: Desk) -> Iterator[ToDo]:
    if desk.plays(PartKind.COORDINATOR):
        count = correspondence.waiting(desk.person, desk.house).count()
        if count:
            yield ToDo(
                "Read a message before it goes"
                if count == 1
                else f"Read {count} messages before they go",
                desk.at("correspondence:outbox"),
                note="They wait in the outbox",
                due=clock.today(),
            )


def _referrals(desk: Desk) -> Iterator[ToDo]:
    for one in referrals.waiting_for_me(desk.person, desk.house):
        case = one.case
        heading, note = REFERRAL_WAITS.get(
            one.state, ("Say more about your referral", "It goes forward: answer what you know")
        )
        yield ToDo(heading, _at(desk, "referrals:referral", case), case.reference, note)


def _cases(desk: Desk) -> Iterator[ToDo]:
    """The next step of each open case, where it is this person's."""
    for case in desk.cases:
        step = next_of(case, desk.mine)
        if step is not None:
            yield ToDo(
                step.heading,
                _at(desk, step.page, case),
                case.reference,
                _known(case, step.why),
                case.target,
                case.deadline,
            )


def _known(case: Case, why: str) -> str:
    return f"{case.known_as}. {why}" if case.known_as else why


def _returns(desk: Desk) -> Iterator[ToDo]:
    for given in returns.mine(desk.person, desk.house):
        if given.waits:
            yield ToDo(
                "Prepare your agency’s return",
                reverse(
                    "returns:return",
                    kwargs={
                        "partnership": desk.house.slug,
                        "reference": given.case.reference,
                        "number": given.pk,
                    },
                ),
                given.case.reference,
                f"{given.agency.name}: {given.state_word.lower()}",
                given.due,
            )


def _actions(desk: Desk) -> Iterator[ToDo]:
    for action in recommendations.my_actions(desk.person, desk.house):
        one = action.recommendation
        yield ToDo(
            "Say how your action is going",
            reverse(
                "recommendations:action",
                kwargs={
                    "partnership": desk.house.slug,
                    "number": one.reference,
                    "action": action.pk,
                },
            ),
            one.reference,
            one.text,
            action.due,
        )


def _positions(desk: Desk) -> Iterator[ToDo]:
    asked = [
        p.case_id
        for p in desk.mine.parts
        if p.case_id and p.kind == PartKind.PARTNER_EXECUTIVE and p.partnership_id == desk.house.pk
    ]
    if not asked:
        return
    for decision in decisions.unanswered_by(desk.person, asked):
        yield ToDo(
            "Say where you stand on a decision",
            reverse(
                "decisions:position",
                kwargs={
                    "partnership": desk.house.slug,
                    "reference": decision.case.reference,
                    "number": decision.number,
                },
            ),
            decision.case.reference,
            "The group has decided, and asks each safeguarding partner",
        )


def _between_meetings(desk: Desk) -> Iterator[ToDo]:
    """What members are asked before their next meeting, and what other groups handed over."""
    for question in meetings.mine_to_answer(desk.person, desk.house):
        yield ToDo(
            "Say where you stand before the next meeting",
            reverse(
                "meetings:question",
                kwargs={"partnership": desk.house.slug, "number": question.pk},
            ),
            question.case.reference if question.case else "",
            question.group.name,
            question.answer_by,
        )
    for given in meetings.to_receive(desk.person, desk.house):
        yield ToDo(
            "Receive what another group handed over",
            reverse(
                "meetings:handover", kwargs={"partnership": desk.house.slug, "number": given.pk}
            ),
            given.case.reference if given.case else "",
            f"From {given.from_group.name} to {given.to_group.name}",
        )


def _notifications(desk: Desk) -> Iterator[ToDo]:
    """What the law asks of the authority, at whatever stage a case is, closed ones too."""
    for one in afterwards.owed_to(desk.person, desk.house):
        yield ToDo(
            "Enter what the authority did about an incident",
            _at(desk, "decisions:notification", one.case),
            one.case.reference,
            "It notifies by the national form; then say so here",
            one.due,
            deadline=True,
        )


def _steps(desk: Desk) -> Iterator[ToDo]:
    for step in afterwards.steps_with(desk.person, desk.house):
        yield _hears(desk, step.disagreement, "Hear somebody who sees it differently", step.due)
    for one in afterwards.to_advise_on(desk.person, desk.house):
        yield _hears(desk, one, "Advise on a disagreement, if you wish")


def _hears(desk: Desk, one: Disagreement, heading: str, due: date | None = None) -> ToDo:
    where = {"partnership": desk.house.slug, "reference": one.case.reference, "number": one.pk}
    url = reverse("decisions:disagreement", kwargs=where)
    return ToDo(heading, url, one.case.reference, one.about_whom, due)


def _days_of_law(desk: Desk) -> Iterator[ToDo]:
    if desk.plays(PartKind.COORDINATOR):
        for target in dates_of_law.past(desk.person, desk.house):
            yield ToDo(
                "Say why a day that law sets is past",
                _at(desk, "reviews:dates", target.case),
                target.case.reference,
                target.label,
                target.due,
                deadline=True,
            )


def _letters(desk: Desk) -> Iterator[ToDo]:
    if desk.plays(PartKind.COORDINATOR):
        for case, count in afterwards.letters_to_read(desk.person, desk.house):
            yield ToDo(
                "Read a letter before it goes" if count == 1 else f"Read {count} letters",
                _at(desk, "decisions:letters", case),
                case.reference,
                "Letters about a decision",
            )


def _looks(desk: Desk) -> Iterator[ToDo]:
    if desk.plays(PartKind.COORDINATOR):
        for look in recommendations.looks_due(desk.person, desk.house):
            one = look.recommendation
            yield ToDo(
                "Look at what came of a recommendation",
                reverse(
                    "recommendations:look",
                    kwargs={"partnership": desk.house.slug, "number": one.reference},
                ),
                one.reference,
                one.text,
                look.due,
            )


def _alongside(desk: Desk) -> Iterator[ToDo]:
    """Processes to ask about again, requests between areas, what somebody looks into."""
    slug = desk.house.slug
    if desk.plays(PartKind.COORDINATOR):
        for process in alongside.to_look_at(desk.person, desk.house, clock.today() + SOON):
            yield ToDo(
                "Ask again how a process beside a review stands",
                reverse(
                    "alongside:process",
                    kwargs={
                        "partnership": slug,
                        "reference": process.case.reference,
                        "number": process.number,
                    },
                ),
                process.case.reference,
                process.kind_word,
                process.review_on,
            )
        for asked in alongside.requests_due(desk.person, desk.house):
            yield ToDo(
                "Answer another area" if asked.to_us else "Look for another area’s answer",
                reverse("alongside:request", kwargs={"partnership": slug, "number": asked.number}),
                asked.label,
                asked.area,
                asked.due,
            )
    for complaint in alongside.mine_to_answer(desk.person, desk.house):
        owned = complaint.owner_id is not None
        yield ToDo(
            "Answer a complaint" if owned else "Ask somebody to look into a complaint",
            reverse(
                "alongside:complaint",
                kwargs={
                    "partnership": slug,
                    "reference": complaint.case.reference,
                    "number": complaint.number,
                },
            ),
            complaint.case.reference,
            complaint.about_word,
            complaint.due,
        )


def _published(desk: Desk) -> Iterator[ToDo]:
    """Modules, toolkits, pages of the library and others' reports."""
    for row in published.waiting(desk.person, desk.house, clock.today() + SOON):
        yield ToDo(row.heading, row.url, note=row.words, due=row.due)


def _at(desk: Desk, name: str, case: Case) -> str:
    return reverse(name, kwargs={"partnership": desk.house.slug, "reference": case.reference})


GATHERERS: tuple[Callable[[Desk], Iterable[ToDo]], ...] = (
    _messages,
    _referrals,
    _cases,
    _returns,
    _positions,
    _notifications,
    _steps,
    _days_of_law,
    _letters,
    _between_meetings,
    _actions,
    _looks,
    _alongside,
    _published,
)


def desk_of(person: Person, house: Partnership) -> Desk:
    """A person's desk in a partnership."""
    return Desk(person, house, standing(person))


def waiting_on(desk: Desk) -> list[ToDo]:
    """Everything that waits on a person in a partnership, soonest first."""
    found = [one for gather in GATHERERS for one in gather(desk)]
    return sorted(found, key=lambda one: (one.due is None, one.due or date.max, one.heading))
