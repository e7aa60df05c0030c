"""The shapes that the wording check hands out. Plain data, no behaviour beyond small questions."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a hit is about. A closed list: adding one is a change to the published contract."""

    # Identity: direct identifiers.
    REGISTERED = "registered"  # someone in the case's own identity register
    NAME = "name"  # a person's name that no register told us of
    INITIALS = "initials"  # initials that stand for a person
    NHS_NUMBER = "nhs-number"
    PUPIL_NUMBER = "pupil-number"
    NATIONAL_INSURANCE = "national-insurance"
    PASSPORT = "passport"
    POSTCODE = "postcode"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    HANDLE = "handle"  # a name on a social network or a game
    VEHICLE = "vehicle"
    CASE_REFERENCE = "case-reference"
    CRIME_REFERENCE = "crime-reference"
    OTHER_NUMBER = "other-number"  # bank, driving licence, device, staff or any other long number
    DATE = "date"
    BIRTH_DATE = "birth-date"
    AGE = "age"
    SCHOOL = "school"
    SURGERY = "surgery"
    HOSPITAL = "hospital"
    WARD = "ward"
    PLACE = "place"
    FAITH_BUILDING = "faith-building"
    EMPLOYER = "employer"
    JOB_TITLE = "job-title"  # a job title with its place or team
    # Identity: facts that single someone out alone or put together.
    TIME_AND_PLACE = "time-and-place"
    SIBLINGS = "siblings"
    TWINS = "twins"
    CONDITION = "condition"
    PARENTS_JOB = "parents-job"
    BACKGROUND = "background"  # nationality, faith, language or heritage that few share
    EVENT = "event"  # an event that was, or could be, in the press
    ONLY_ONE = "only-one"  # "the only", "the first", "the youngest": a place in a group
    ACROSS_PAGES = "across-pages"  # harmless here, telling beside another published page
    # Language.
    PRACTITIONER_BLAME = "practitioner-blame"
    AGENCY_CRITICISM = "agency-criticism"
    HINDSIGHT = "hindsight"
    CHILD_BLAME = "child-blame"
    PARENT_BLAME = "parent-blame"
    ADULTIFICATION = "adultification"
    LABEL = "label"
    ENGAGEMENT = "engagement"
    PERPETRATOR_HIDDEN = "perpetrator-hidden"
    EVIDENCE = "evidence"
    IDENTITY_TERM = "identity-term"
    CARE_LANGUAGE = "care-language"
    SUICIDE = "suicide"
    SENSATIONAL = "sensational"
    VAGUE = "vague"
    ABSOLUTE = "absolute"
    JARGON = "jargon"
    HOUSE_STYLE = "house-style"  # a prompt that a partnership added for itself


JIGSAW_KINDS = frozenset(
    {
        Kind.TIME_AND_PLACE,
        Kind.SIBLINGS,
        Kind.TWINS,
        Kind.CONDITION,
        Kind.PARENTS_JOB,
        Kind.BACKGROUND,
        Kind.EVENT,
        Kind.ONLY_ONE,
        Kind.ACROSS_PAGES,
    }
)
LANGUAGE_KINDS = frozenset(
    {
        Kind.PRACTITIONER_BLAME,
        Kind.AGENCY_CRITICISM,
        Kind.HINDSIGHT,
        Kind.CHILD_BLAME,
        Kind.PARENT_BLAME,
        Kind.ADULTIFICATION,
        Kind.LABEL,
        Kind.ENGAGEMENT,
        Kind.PERPETRATOR_HIDDEN,
        Kind.EVIDENCE,
        Kind.IDENTITY_TERM,
        Kind.CARE_LANGUAGE,
        Kind.SUICIDE,
        Kind.SENSATIONAL,
        Kind.VAGUE,
        Kind.ABSOLUTE,
        Kind.JARGON,
        Kind.HOUSE_STYLE,
    }
)
DIRECT_KINDS = frozenset(Kind) - JIGSAW_KINDS - LANGUAGE_KINDS


class Level(StrEnum):
    """How much a hit weighs. Identity hits hold a release; language hits never do."""

    DIRECT = "direct"  # names or numbers someone by itself
    COMBINED = "combined"  # singles someone out together with other facts
    AVOID = "avoid"
    CONSIDER = "consider"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Hit:
    """One finding in a text.

    `start` and `end` are offsets in code points of the text as it was given, end exclusive;
    `text` is exactly that piece. `why` is a sentence to show, `suggest` what to write instead so
    that the learning stays. `mark` stays the same for the same hit in the same sentence with the
    same neighbours: keep it beside a justification, and ask again when it is gone.
    """

    start: int
    end: int
    kind: Kind
    text: str
    why: str
    suggest: str
    level: Level
    mark: str

    def as_json(self) -> dict[str, object]:
        """The hit as the command line prints it."""
        return {
            "start": self.start,
            "end": self.end,
            "kind": self.kind.value,
            "text": self.text,
            "why": self.why,
            "suggest": self.suggest,
            "level": self.level.value,
            "mark": self.mark,
        }


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text with a remark: a long sentence, an abbreviation not spelt out."""

    start: int
    end: int
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Section:
    """Words counted in one section against its budget (None: no budget was given)."""

    name: str
    words: int
    budget: int | None

    @property
    def over(self) -> int:
        """Words beyond the budget, 0 when it fits or has none."""
        return max(0, self.words - self.budget) if self.budget is not None else 0


@dataclass(frozen=True, slots=True)
class LengthNotes:
    """Length and plainness: a nudge, never a bar."""

    words: int = 0
    sentences: int = 0
    reading_seconds: int = 0
    sections: tuple[Section, ...] = ()
    long_sentences: tuple[Span, ...] = ()
    abbreviations: tuple[Span, ...] = ()

    @property
    def over(self) -> int:
        """Words beyond the budgets of all sections together."""
        return sum(section.over for section in self.sections)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in one text.

    `complete` is False when any detector could not run; `could_not_run` names each of them. A
    reading that is not complete never releases a page, whatever it found.
    """

    identity: tuple[Hit, ...] = ()
    language: tuple[Hit, ...] = ()
    length: LengthNotes = field(default_factory=LengthNotes)
    complete: bool = True
    could_not_run: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One published page: its own number or slug, and all its public words.

    One that is not `named` is closed to some readers: it is read like the rest, and no answer says
    which it is.
    """

    id: str
    text: str
    named: bool = True


@dataclass(frozen=True, slots=True)
class SetReading:
    """What the published pages tell when they are laid side by side.

    `hits` maps a page's id to the hits in that page; each hit's `why` names the other pages that
    everybody may read.
    """

    hits: dict[str, tuple[Hit, ...]] = field(default_factory=dict)
    complete: bool = True
    could_not_run: tuple[str, ...] = ()
