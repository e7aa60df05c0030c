"""What is asked of a referral once it is taken forward: the pack's later sections, and how far each
has come. Reads only; ask access first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from heed.partnership.models import Agency, CaseSubject, RegisteredName
from heed.partnership.queries import agencies as serving
from heed.pathways.answers import count_not_known, is_not_known, spoken
from heed.pathways.queries import pack_of
from heed.pathways.shapes import Question, Section
from heed.referrals.models import LaterAnswer, LaterEntry, Referral

#: The key of the one entry of a section that is filled in once, and of what is said of a list.
ONLY, LIST = "only", "list"
#: What a list can begin with: everybody whom it is about, the agencies that were ticked.
PEOPLE, AGENCIES = "people", "agencies"
#: What can be said of a list: that it is empty, that it is whole, that nobody here knows.
NOBODY, ALL, NOT_KNOWN = "nobody", "all", "not_known"
#: Choices of an earlier question that begin no entry.
BEGIN_NOTHING = ("none", NOT_KNOWN)
MOST_ENTRIES = 60


@dataclass(frozen=True)
class Entry:
    """One entry of a section: begun already, or only expected because of what is known.

    ``heading`` names it by relation, agency or number. ``name`` is from the identity register, for
    the pages on which people write.
    """

    key: str
    heading: str
    questions: tuple[Question, ...]
    answers: Mapping[str, LaterAnswer] = field(default_factory=dict)
    entry: LaterEntry | None = None
    concerns: CaseSubject | None = None
    name: str = ""
    begins: Mapping[str, str] = field(default_factory=dict)

    @property
    def begun(self) -> bool:
        """Whether anything of it is answered."""
        return bool(self.answers)

    @property
    def rows(self) -> list[tuple[Question, str]]:
        """What was answered, question by question."""
        return [
            (q, "\n".join(spoken(q, self.answers[q.id].given)))
            for q in self.questions
            if q.id in self.answers
        ]

    @property
    def brief(self) -> list[tuple[Question, str]]:
        """The same without what stands in the identity register alone."""
        return [(q, said) for q, said in self.rows if not q.register_as]

    @property
    def unanswered(self) -> int:
        """How many of its questions have no answer yet."""
        return sum(q.id not in self.answers for q in self.questions)


@dataclass(frozen=True)
class LaterSection:
    """One section with its entries. ``closed`` is what was said of a list as a whole."""

    section: Section
    entries: tuple[Entry, ...]
    closed: LaterAnswer | None = None

    @property
    def is_list(self) -> bool:
        """Whether it has any number of entries."""
        return bool(self.section.repeats)

    @property
    def begun(self) -> list[Entry]:
        """The entries of which something is answered."""
        return [one for one in self.entries if one.begun]

    @cached_property
    def done(self) -> bool:
        """Whether nothing in it waits: every entry begun, and the list closed or without gaps."""
        if not self.is_list:
            return not self.entries[0].unanswered
        return len(self.begun) == len(self.entries) and bool(self.closed or self.entries)

    @property
    def status(self) -> str:
        """How far it has come, in a few words."""
        begun = len(self.begun)
        if not self.is_list:
            of = len(self.section.questions)
            at = of - self.entries[0].unanswered
            return "Answered" if at == of else f"{at} of {of} answered" if at else "To answer"
        if not self.entries:
            said = self.closed.value if self.closed else ""
            return {NOBODY: "Nobody to add", NOT_KNOWN: "Not known"}.get(said, "To answer")
        if begun < len(self.entries):
            return f"{begun} of {len(self.entries)} filled in"
        return f"{begun} added"

    @property
    def unknown(self) -> int:
        """How many of its answers are "Not known"."""
        said = sum(
            count_not_known({q: a.value for q, a in one.answers.items()}) for one in self.entries
        )
        return said + bool(self.closed and is_not_known(self.closed.value))

    @property
    def unanswered(self) -> int:
        """How many questions have no answer; a list of which nothing is said counts once."""
        if self.is_list and not self.entries:
            return int(self.closed is None)
        return sum(one.unanswered for one in self.entries)

    def at(self, key: str) -> Entry | None:
        """The entry with this key, or None."""
        return next((one for one in self.entries if one.key == key), None)

    def said(self, question: str) -> list[str]:
        """What its entries answer to one question, those that do."""
        return [said for one in self.entries for q, said in one.rows if q.id == question and said]


def sections(
    referral: Referral,
    asked: Iterable[Section] | None = None,
    agencies: Iterable[Agency] | None = None,
) -> list[LaterSection]:
    """The later sections of the referral's way of working, in order, as they stand.

    Only those ``asked``, where that is given; ``agencies`` are the partnership's, where they are at
    hand.
    """
    kept = _kept(referral)
    known = _Known(referral, agencies)
    if asked is None:
        asked = pack_of(referral.case).referral.later
    return [_section(one, kept.get(one.id, {}), known) for one in asked]


def section(referral: Referral, which: str) -> LaterSection | None:
    """One later section, or None where the way of working has none of that name."""
    asked = [one for one in pack_of(referral.case).referral.later if one.id == which]
    return sections(referral, asked)[0] if asked else None


def counts(referral: Referral) -> tuple[int, int]:
    """How many of the later answers are "Not known", and how many questions are not answered."""
    found = sections(referral) if referral.later_asked_at else []
    return sum(one.unknown for one in found), sum(one.unanswered for one in found)


class _Known:
    """What the referral says already, with which lists begin."""

    def __init__(self, referral: Referral, agencies: Iterable[Agency] | None = None) -> None:
        self.referral = referral
        self.agencies = agencies
        self.asks = {one.id: one for one in pack_of(referral.case).referral.asks}

    @cached_property
    def answers(self) -> dict[str, Any]:
        return {one.question: one.value for one in self.referral.answers.all()}

    @cached_property
    def people(self) -> list[CaseSubject]:
        return list(self.referral.case.concerns.all())

    @cached_property
    def names(self) -> dict[int, str]:
        lines = RegisteredName.objects.filter(case=self.referral.case_id, kind="name")
        return {line.concerns_id: line.text for line in lines if line.concerns_id}

    def _named(self, one: CaseSubject) -> str:
        name = self.names.get(one.pk, "")
        return f"the baby of {name}" if name and one.by_mother else name

    def begin(self, section: Section) -> list[Entry]:
        """The entries that a list begins with, none of them filled in yet."""
        if section.begins_with == PEOPLE:
            adult = self.referral.case.about == "adult"
            return [
                Entry(
                    f"child-{one.pk}",
                    f"{'Adult' if adult else 'Child'} {n}"
                    + (f", {_age(one)}" if one.age_band else ""),
                    section.questions,
                    concerns=one,
                    name=self._named(one),
                )
                for n, one in enumerate(self.people, 1)
            ]
        asked = self.asks.get(section.begins_with)
        given = self.answers.get(section.begins_with)
        if asked is None or not given:
            return []
        labels = {choice.id: choice.label for choice in asked.choices}
        if asked.kind == AGENCIES:
            agencies = self.agencies or serving(self.referral.case.partnership)
            labels = {str(a.pk): a.name for a in agencies}
        first = section.questions[0].id
        return [
            Entry(f"of-{one}", labels[one], section.questions, begins={first: labels[one]})
            for one in (given if isinstance(given, list) else [given])
            if one not in BEGIN_NOTHING and one in labels
        ]


def _age(one: CaseSubject) -> str:
    return one.age_words.lower() if one.by_mother else one.age_band


def _kept(referral: Referral) -> dict[str, dict[str, tuple[LaterEntry, dict[str, LaterAnswer]]]]:
    found: dict[str, dict[str, tuple[LaterEntry, dict[str, LaterAnswer]]]] = {}
    entries = referral.later.select_related("concerns").prefetch_related("answers__line")
    for one in entries:
        answers = {answer.question: answer for answer in one.answers.all()}
        found.setdefault(one.section, {})[one.key] = (one, answers)
    return found


def _section(
    section: Section, kept: Mapping[str, tuple[LaterEntry, dict[str, LaterAnswer]]], known: _Known
) -> LaterSection:
    if not section.repeats:
        entry, answers = kept.get(ONLY, (None, {}))
        return LaterSection(
            section, (Entry(ONLY, section.title, section.questions, answers, entry),)
        )
    begun = known.begin(section) if section.begins_with else []
    expected = {one.key for one in begun}
    first = section.questions[0]
    entries = [
        Entry(
            one.key,
            _heading(first, kept[one.key][1], one.heading),
            one.questions,
            kept[one.key][1],
            kept[one.key][0],
            one.concerns,
            one.name,
            one.begins,
        )
        if one.key in kept
        else one
        for one in begun
    ]
    for key, (entry, answers) in kept.items():
        if key in expected or key == LIST:
            continue
        number = f"{section.repeats.capitalize()} {len(entries) + 1}"
        names = [a.given for a in answers.values() if a.line is not None and a.line.kind == "name"]
        entries.append(
            Entry(
                key,
                _heading(first, answers, number),
                section.questions,
                answers,
                entry,
                name=names[0] if names else "",
            )
        )
    closed = kept[LIST][1].get(LIST) if LIST in kept else None
    return LaterSection(section, tuple(entries), closed)


def _heading(first: Question, answers: Mapping[str, LaterAnswer], otherwise: str) -> str:
    """What an entry is called: by its first answer where that is a line, such as a relation."""
    said = answers.get(first.id)
    if first.kind != "line" or not first.required or said is None:
        return otherwise
    return str(said.value)[:80]


@dataclass(frozen=True)
class NamedAgency:
    """An agency that the referral names; ``agency`` is None for one that is not on our list."""

    name: str
    agency: Agency | None
    told: tuple[tuple[str, str], ...] = ()


def agencies_named(referral: Referral, ours: Iterable[Agency]) -> list[NamedAgency]:
    """The agencies that a referral names, with what it says of each, such as whom to write to.

    ``ours`` are the partnership's agencies.
    """
    asked = pack_of(referral.case).referral.later
    lists = [one for one in asked if one.begins_with == AGENCIES]
    by_name = {one.name.casefold(): one for one in ours}
    return [
        NamedAgency(
            one.heading,
            by_name.get(one.heading.casefold()),
            tuple((q.text, said) for q, said in one.brief if said != one.heading),
        )
        for listed in sections(referral, lists[:1], by_name.values())
        for one in listed.entries
    ]


def told_of(referral: Referral, which: str) -> list[tuple[str, str]]:
    """What one section says, question by question; nothing where it was not asked or answered."""
    found = section(referral, which) if referral.later_asked_at else None
    if found is None:
        return []
    return [(q.text, said) for one in found.begun for q, said in one.brief]
