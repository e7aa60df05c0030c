"""A notification's answers in the order in which it asks for them, and letters as documents.

This is the one place where Heed puts a child's name beside what happened: the authority's notifier
copies it into the national form. Whoever opens it, and when, is kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from heed.decisions import queries
from heed.decisions.models import Letter, Notification
from heed.design import dates
from heed.papers.sheets import Block, Heading, Pairs, Sheet, Text
from heed.partnership.models import Agency, CaseSubject, RegisteredName
from heed.pathways import packs
from heed.pathways.answers import NOT_KNOWN_WORDS, is_not_known, spoken
from heed.pathways.queries import pack_of
from heed.pathways.shapes import Pack, Question
from heed.pathways.shapes.telling import SheetPart

NOT_KNOWN = NOT_KNOWN_WORDS
DIED = "date of death"


@dataclass(frozen=True)
class Part:
    """One part of a form: its heading, and each label with what Heed holds."""

    heading: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Form:
    """One notification form: each child who died has their own; others share one, up to the
    number that it takes.
    """

    title: str
    parts: tuple[Part, ...]


def forms_of(notification: Notification) -> list[Form]:
    """Every form that an incident calls for, filled from what is held; "Not known" elsewhere."""
    case = notification.case
    pack = pack_of(case)
    whole = pack if pack.incident.sheet else packs.load("england")
    held = _Held(notification, pack)
    children = list(case.concerns.all())
    died = [one for one in children if held.line(one, DIED)]
    others = [one for one in children if one not in died]
    size = whole.incident.children_on_a_form
    groups: list[list[CaseSubject]] = [[one] for one in died]
    groups += [others[at : at + size] for at in range(0, len(others), size)]
    groups = groups or [[]]
    return [
        Form(
            _title(number, len(groups), group, died),
            tuple(_parts(whole.incident.sheet, group, held)),
        )
        for number, group in enumerate(groups, start=1)
    ]


def _title(number: int, of: int, group: list[CaseSubject], died: list[CaseSubject]) -> str:
    if of == 1 and not died:
        return "The notification"
    about = "a child who died" if group and group[0] in died else "children who were harmed"
    return f"Form {number} of {of}: {about}"


def _parts(sheet: Iterable[SheetPart], group: list[CaseSubject], held: "_Held") -> Iterable[Part]:
    for part in sheet:
        if not part.each_child:
            yield Part(part.heading, _lines(part, group, None, held))
            continue
        for number, child in enumerate(group, start=1):
            heading = part.heading if len(group) == 1 else f"{part.heading}, {number}"
            yield Part(heading, _lines(part, group, child, held))


def _lines(
    part: SheetPart, group: list[CaseSubject], child: CaseSubject | None, held: "_Held"
) -> tuple[tuple[str, str], ...]:
    return tuple((line.label, held.of(line.take, group, child) or NOT_KNOWN) for line in part.lines)


class _Held:
    """What Heed holds on a case, by the name that a line of the sheet calls it."""

    def __init__(self, notification: Notification, pack: Pack) -> None:
        self.notification = notification
        self.case = notification.case
        self.pack = pack
        self.register: list[RegisteredName] = list(self.case.register.all())
        self.answers: dict[str, Any] = {}
        self.later: dict[tuple[str, int | None], Any] = {}
        self.questions: dict[str, Question] = {one.id: one for one in pack.referral.asks}
        referral = getattr(self.case, "referral", None)
        if referral is not None:
            self.answers = {one.question: one.value for one in referral.answers.all()}
            for section in pack.referral.later:
                self.questions |= {one.id: one for one in section.questions}
            for entry in referral.later.prefetch_related("answers__line"):
                for one in entry.answers.all():
                    self.later[one.question, entry.concerns_id] = one.given
        self.agencies = {
            str(one.pk): one.name
            for one in Agency.objects.filter(partnerships=self.case.partnership)
        }

    def line(self, child: CaseSubject | None, kind: str) -> str:
        """The lines of the register of one kind that concern a child, joined."""
        found = [
            one
            for one in self.register
            if one.kind == kind and child is not None and one.concerns_id == child.pk
        ]
        return "; ".join(
            dates.day(one.born_on) if one.born_on and kind == DIED else one.text for one in found
        )

    def of(self, take: str, group: list[CaseSubject], child: CaseSubject | None) -> str:
        """What is held for one line; empty where nothing is."""
        if not take:
            return ""
        plain = {
            "reference": self._reference,
            "authority": self._authority,
            "notifier": self._notifier,
            "incident_on": lambda: self._day("happened_on"),
            "aware_on": lambda: self._day("aware_on"),
            "notify_by": lambda: dates.day(self.notification.due),
            "partners_told_on": self._told,
            "limbs": self._limbs,
            "family": lambda: self._family(group),
        }
        if take in plain:
            return plain[take]()
        kinds = {"other_names": "other name", "home": "address", "died_on": DIED}
        if take == "child":
            return self._child(child)
        if take == "born_on":
            return self._born(child)
        if take == "age_band":
            return child.age_band if child else ""
        if take in ("school", "practice", *kinds):
            return self.line(child, kinds.get(take, take))
        return self._answered(take, child)

    def _reference(self) -> str:
        return self.case.reference

    def _authority(self) -> str:
        return self.notification.authority.name if self.notification.authority else ""

    def _notifier(self) -> str:
        return self.notification.authority.notifier_post if self.notification.authority else ""

    def _day(self, name: str) -> str:
        day = getattr(self.case.incident, name) if self.case.incident else None
        return dates.day(day) if day else ""

    def _told(self) -> str:
        day = self.notification.partners_told_on
        return dates.day(day) if day else ""

    def _limbs(self) -> str:
        check = queries.latest_check(self.case)
        said = queries.limbs_said(check, self.pack) if check else []
        return "\n".join(f"{asked} {answer}" for asked, answer in said)

    def _child(self, child: CaseSubject | None) -> str:
        name = self.line(child, "name") if child else ""
        return f"Not yet born; the mother is {name}" if child and child.by_mother else name

    def _born(self, child: CaseSubject | None) -> str:
        for one in self.register:
            if child is not None and one.concerns_id == child.pk and one.kind == "name":
                day = dates.day(one.born_on) if one.born_on else ""
                return f"Due on {day}" if day and child.by_mother else day
        return ""

    def _family(self, group: list[CaseSubject]) -> str:
        ours = {child.pk for child in group}
        return "\n".join(
            f"{one.whose.capitalize()}: {one.text}"
            for one in self.register
            if one.kind == "name" and one.concerns_id not in ours
        )

    def _answered(self, question: str, child: CaseSubject | None) -> str:
        value = self.answers.get(question)
        for concerns in (child.pk if child else None, None):
            value = value if value is not None else self.later.get((question, concerns))
        asked = self.questions.get(question)
        if asked is None or value is None or is_not_known(value):
            return ""
        return "\n".join(spoken(asked, value, self.agencies))


def as_sheet(notification: Notification) -> Sheet:
    """The same as a document, for whoever notifies away from Heed."""
    blocks: list[Block] = [
        Text(
            "In the order in which the national notification asks. It holds names: keep it as the "
            "marking says, and destroy it once the notification is sent."
        )
    ]
    for form in forms_of(notification):
        blocks.append(Heading(form.title))
        for part in form.parts:
            blocks += [Heading(part.heading, level=3), Pairs(part.lines)]
    return Sheet(
        title="Answers for the notification",
        reference=notification.case.reference,
        marking=pack_of(notification.case).marking,
        blocks=tuple(blocks),
        under=notification.case.partnership.name,
    )


def letter_sheet(letter: Letter) -> Sheet:
    """A letter as a document. The name is left to whoever hands it over."""
    pack = pack_of(letter.case)
    opening = "Dear ______________________" if letter.on_paper else pack.letters["opening"]
    return Sheet(
        title=letter.title,
        reference=letter.reference,
        marking=pack.marking,
        blocks=(
            Text(opening),
            Text(letter.body),
            Text(pack.letters["sign_off"]),
            Text(letter.case.partnership.name, strong=True),
        ),
        under=letter.case.partnership.name,
    )
