"""The shape of the demonstration's content: what a TOML file under `content/` may say.

Every word of it is invented. Dates are never written down: they are counted from the
demonstration's today, or from a meeting of the review group, so that `--today` moves the whole
world. Two units are used and each field says which:

- a *day* is counted from today: -1 is yesterday, 10 is ten days ahead;
- a *meeting* is counted from the review group's next one: 0 is the next, -1 the last one held.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

T = TypeVar("T")


def one_paragraph_a_block(text: str) -> str:
    """Joins the wrapped lines of a TOML block; a blank line begins a new paragraph."""
    blocks = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(" ".join(block.split()) for block in blocks)


Prose = Annotated[str, Field(min_length=1), AfterValidator(one_paragraph_a_block)]
Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
GroupKey = Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*$")]
Mail = Annotated[str, Field(pattern=r"^[a-z0-9.'-]+@[a-z0-9.-]+\.example$")]
AgeBand = Literal["unborn", "under-1", "1-3", "4-6", "7-9", "10-12", "13-15", "16-17"]
Answer = Literal["yes", "may", "no"]

Stage = Literal[
    "draft_referral",
    "submitted",
    "awaiting_decision",
    "decided",
    "scoped",
    "returns_requested",
    "event_planned",
    "event_held",
    "findings_written",
    "report_drafted",
    "signed_off",
    "following",
    "closed",
]

STAGES: tuple[str, ...] = Stage.__args__  # type: ignore[attr-defined]


class Shape(BaseModel):
    """What every part of the content shares: nothing unknown, nothing changed after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Authority(Shape):
    """A local authority that a partnership covers, and whom it tells of a serious incident."""

    key: Key
    name: str
    telephone: str
    notifier_post: str
    notifier_email: Mail
    deputy_post: str
    deputy_email: Mail


class Agency(Shape):
    """An agency that works with a partnership; `sector` is one of the packs' sectors.

    `formerly` is the name of the one that it took over from, `succeeded_months_ago`.
    """

    key: Key
    name: str
    sector: str
    formerly: str | None = None
    succeeded_months_ago: int | None = None


class Group(Shape):
    """A group that meets. `key` is its id in the partnership's pack; `remit` is one sentence."""

    key: GroupKey
    name: str
    kind: Literal["review", "working"]
    remit: Prose


class Part(Shape):
    """What a person is in the partnership: in an agency, in a group, or in all of it."""

    part: Literal[
        "coordinator",
        "chair",
        "member",
        "representative",
        "manager",
        "contributor",
        "facilitator",
        "owner",
        "partner_executive",
        "scrutineer",
        "administrator",
    ]
    agency: Key | None = None
    group: GroupKey | None = None


class Person(Shape):
    """A person who works with a partnership. `today` puts them on the sign-in page.

    `today` says in one line what they would do with their day. People without it exist and can
    be given work, and are not offered at sign-in.
    """

    key: Key
    name: str
    email: Mail
    job: str
    agency: Key | None = None
    parts: tuple[Part, ...] = ()
    persona: str | None = None
    today: Prose | None = None


class Partnership(Shape):
    """A partnership, its way of working (`pack`), where it meets and what its minutes say."""

    slug: Key
    name: str
    short_name: str
    prefix: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    pack: str
    mailbox: Mail
    colour: Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
    telephone: str
    front_door: str
    places: Annotated[tuple[str, ...], Field(min_length=1)]
    minutes: Annotated[tuple[Prose, ...], Field(min_length=1)]
    authorities: tuple[Authority, ...]
    agencies: tuple[Agency, ...]
    groups: tuple[Group, ...]


class Child(Shape):
    """A child a review is about. `name` goes to the case's identity register and nowhere else."""

    pseudonym: str
    age_band: AgeBand
    name: str
    about: Prose


class Referral(Shape):
    """What a partner put forward, in the referrer's own words.

    `two_limbs` answers the test of a serious incident: was abuse or neglect known or suspected,
    and has a child died or been seriously harmed.
    """

    by: Key
    kind: Literal["concern", "good_practice"]
    what_happened: Prose
    why_learning: Prose
    agreed: Literal["yes", "no", "not_asked"] = "yes"
    agreed_why: Prose | None = None
    two_limbs: tuple[bool, bool] = (False, False)
    told_family: Prose | None = None
    worked_well: Prose | None = None
    concern: Prose | None = None
    difference: Prose | None = None
    safety: Prose | None = None

    @model_validator(mode="after")
    def says_why_it_was_not_agreed(self) -> Referral:
        """A representative who did not agree, or was not asked, leaves a reason."""
        if self.agreed != "yes" and not self.agreed_why:
            raise ValueError("say why the representative did not agree or was not asked")
        return self


class Criterion(Shape):
    """One criterion that pointed somewhere. Those not listed were answered no."""

    id: str
    answer: Answer
    why: Prose


class Decision(Shape):
    """What the review group decided and why, in a sentence that a family member could read."""

    route: str = "lfer"
    why: Prose
    criteria: tuple[Criterion, ...]
    seen_differently: Prose | None = None
    on_the_word_of: Prose | None = None


class Scope(Shape):
    """What a review looks at. The period runs between two days counted from the decision."""

    period: tuple[int, int]
    lines: Annotated[tuple[Prose, ...], Field(min_length=2, max_length=4)]
    agencies: Annotated[tuple[Key, ...], Field(min_length=3)]
    facilitator: Key
    family: Prose

    @model_validator(mode="after")
    def period_runs_forward(self) -> Scope:
        """The period begins before it ends."""
        if self.period[0] >= self.period[1]:
            raise ValueError("the focus period ends before it begins")
        return self


class Return(Shape):
    """How far one agency has come with its return, for reviews that still wait for some.

    `answers` are by the pack's question; `invites` is a colleague asked to write of the child.
    """

    agency: Key
    state: Literal["not_begun", "begun", "ready", "outside"]
    answers: dict[str, Prose] = {}
    invites: Key | None = None


class Event(Shape):
    """The learning event, and its notes under the three prompts once it has been held.

    `family_guests` are put down by relation, never by name.
    """

    place: str
    family_part: Prose | None = None
    family_guests: tuple[str, ...] = ()
    worked_well: tuple[Prose, ...] = ()
    concern: tuple[Prose, ...] = ()
    strengthen: tuple[Prose, ...] = ()


class Finding(Shape):
    """One thing learnt, what shows it, and the themes it belongs to."""

    text: Prose
    evidence: Prose
    themes: Annotated[tuple[Key, ...], Field(min_length=1, max_length=3)]
    polarity: Literal["strength", "learning", "condition"]


class Report(Shape):
    """The one-page report, as Plymouth's layout has it. It must fit one A4 page at 12 points.

    The first sentence of each point of `what_worked` and `what_we_learned` is the one to keep.
    """

    title: str
    focus: Prose
    audience: Annotated[tuple[str, ...], Field(min_length=1, max_length=4)]
    child_in_mind: Prose
    why_we_looked: Prose
    what_worked: Annotated[tuple[Prose, ...], Field(min_length=1, max_length=4)]
    what_we_learned: Annotated[tuple[Prose, ...], Field(min_length=2, max_length=4)]
    what_is_changing: Annotated[tuple[Prose, ...], Field(min_length=2, max_length=3)]
    questions: Annotated[tuple[Prose, ...], Field(min_length=3, max_length=3)]

    def words(self) -> int:
        """How many words a reader reads on the page, its title included, its headings not."""
        parts = (
            self.title,
            self.child_in_mind,
            self.why_we_looked,
            *self.what_worked,
            *self.what_we_learned,
            *self.what_is_changing,
            *self.questions,
        )
        return sum(len(part.split()) for part in parts)


class Action(Shape):
    """A task with an owner. `due` and `delivered` are days after the recommendation was routed."""

    what: Prose
    how: Prose
    expected: Prose
    due: int
    owner: Key | None = None
    delivered: int | None = None
    progress: Prose | None = None
    evidence: Prose | None = None


class Recommendation(Shape):
    """What is to change because of a finding, who carries it, and what came of it.

    `difference` is apart from delivery: a thing can be done and nothing be better for it.
    `figure` is a count with what it was counted out of, and what was counted. `children` says that
    children are better off, where it is more than that people work differently. `none_before` is
    what was seen at an earlier look, before there was a difference. `closed` counts in days.
    """

    finding: Annotated[int, Field(ge=1)]
    text: Prose
    group: GroupKey
    owner: Key
    expected: Prose
    due: int
    actions: Annotated[tuple[Action, ...], Field(min_length=1)]
    difference: Literal["too_soon", "none_yet", "made"] = "too_soon"
    difference_why: Prose | None = None
    children: bool = False
    figure: tuple[str, int, int] | None = None
    none_before: Prose | None = None
    closed: int | None = None

    @model_validator(mode="after")
    def difference_is_shown(self) -> Recommendation:
        """A difference, or its absence, says what shows it; nothing closes without an answer."""
        if self.difference != "too_soon" and not self.difference_why:
            raise ValueError("say what shows the difference, or that there is none yet")
        if self.closed is not None and self.difference == "too_soon":
            raise ValueError("a recommendation closes when its difference has an answer")
        return self


class Dates(Shape):
    """When things happened to a case.

    `decided_at` and `signed_off_at` are meetings. The others are days from one of them:
    `referred` before the deciding meeting (before today while nothing is decided), `opened` and
    `event` after it, `released` after the sign-off. `event` may lie ahead. What was decided or
    signed off between meetings says on which day instead (`decided_on`, `signed_off_on`), and the
    other dates are counted from that.
    """

    decided_at: int = 0
    decided_on: int | None = None
    signed_off_on: int | None = None
    referred: int
    opened: int | None = None
    event: int | None = None
    signed_off_at: int | None = None
    released: int | None = None


class CaseStory(Shape):
    """One review, from what was referred to what came of it, as far as its stage has come."""

    key: Key
    stage: Stage
    restricted: bool = False
    dates: Dates
    children: tuple[Child, ...] = ()
    known_as: str | None = None
    referral: Referral
    decision: Decision | None = None
    scope: Scope | None = None
    returns: tuple[Return, ...] = ()
    event: Event | None = None
    findings: tuple[Finding, ...] = ()
    report: Report | None = None
    recommendations: tuple[Recommendation, ...] = ()

    @property
    def the_decision(self) -> Decision:
        """Its decision, for those who know that it has one."""
        return self._has("decision", self.decision)

    @property
    def the_scope(self) -> Scope:
        """Its scope, for those who know that it has one."""
        return self._has("scope", self.scope)

    @property
    def the_event(self) -> Event:
        """Its event, for those who know that it has one."""
        return self._has("event", self.event)

    @property
    def the_report(self) -> Report:
        """Its report, for those who know that it has one."""
        return self._has("report", self.report)

    def _has(self, name: str, part: T | None) -> T:
        if part is None:
            raise ValueError(f"{self.key} has no {name}")
        return part

    def reached(self, stage: Stage) -> bool:
        """Whether the case has come as far as `stage`."""
        return STAGES.index(self.stage) >= STAGES.index(stage)

    @model_validator(mode="after")
    def tells_what_its_stage_needs(self) -> CaseStory:
        """A case holds everything its stage has passed through."""
        needs: tuple[tuple[Stage, object, str], ...] = (
            ("decided", self.decision, "decision"),
            ("scoped", self.scope, "scope"),
            ("returns_requested", self.scope, "scope"),
            ("event_planned", self.event, "event"),
            ("findings_written", self.findings, "findings"),
            ("report_drafted", self.report, "report"),
        )
        for stage, part, name in needs:
            if self.reached(stage) and not part:
                raise ValueError(f"a case at {self.stage} needs its {name}")
        if any(asked.finding > len(self.findings) for asked in self.recommendations):
            raise ValueError("a recommendation answers a finding of its own case")
        return self


class Everyday(Shape):
    """What people write when there is little to say.

    `no` is by criterion; `family` is how a group means to begin with a family; `begun` what an
    owner says half-way; `too_soon` what is seen at a first look.
    """

    no: dict[str, Annotated[tuple[Prose, ...], Field(min_length=2)]]
    family: Annotated[tuple[Prose, ...], Field(min_length=2)]
    begun: Annotated[tuple[Prose, ...], Field(min_length=2)]
    too_soon: Annotated[tuple[Prose, ...], Field(min_length=2)]


class World(Shape):
    """One partnership with its people and its cases."""

    partnership: Partnership
    people: tuple[Person, ...]
    cases: tuple[CaseStory, ...]

    @property
    def open_cases(self) -> tuple[CaseStory, ...]:
        """The cases still being carried."""
        return tuple(case for case in self.cases if case.stage != "closed")

    @property
    def closed_cases(self) -> tuple[CaseStory, ...]:
        """The cases whose page is in the library."""
        return tuple(case for case in self.cases if case.stage == "closed")
