"""The shape of one review, from what was referred to where it stands."""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar

from pydantic import Field, model_validator

from heed.demo.shapes.base import Key, Prose, Shape
from heed.demo.shapes.learning import Finding, Recommendation, Report

T = TypeVar("T")

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
    access_needs: str = ""
    worked_well: tuple[Prose, ...] = ()
    concern: tuple[Prose, ...] = ()
    strengthen: tuple[Prose, ...] = ()


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
