"""The shape of what happens beside the reviews of one partnership, told once."""

from __future__ import annotations

from heed.demo.shapes.base import GroupKey, Key, Mail, Prose, Shape


class Rehearsal(Shape):
    """A scenario that the group ran at a meeting: what it said at each moment, and noticed."""

    meeting: int
    scenario: str
    said: dict[str, Prose]
    noticed: Prose


class LaterAnswers(Shape):
    """What the referrer answers once a case goes forward, by section and question."""

    day: int
    sections: dict[str, dict[str, Prose]]


class Process(Shape):
    """A process that runs beside the case, and what it holds back."""

    day: int
    kind: str
    body: Prose
    lead: Prose
    effect: Prose
    holds: tuple[str, ...]


class Pause(Shape):
    """A pause of the case because of it, from one day to another."""

    day: int
    last: int
    authorised_by: Prose
    words: Prose


class Handover(Shape):
    """Something that the group that decides hands to another."""

    day: int
    to: GroupKey
    title: Prose
    why: Prose
    asks: Prose


class Question(Shape):
    """A question to members between meetings; ``stands`` are a view and words, by person."""

    day: int
    answer_by: int
    title: Prose
    asks: Prose
    why_now: Prose
    stands: dict[Key, tuple[str, str]]


class PublicReferral(Shape):
    """A referral by the public form, from somebody without an account."""

    day: int
    name: str
    email: Mail
    role: str
    agency: str
    child: str
    age_band: str
    answers: dict[str, Prose]


class Beside(Shape):
    """All of it, around the open case whose key is ``case``."""

    case: Key
    rehearsal: Rehearsal
    later: LaterAnswers
    process: Process
    pause: Pause
    handover: Handover
    question: Question
    public: PublicReferral
