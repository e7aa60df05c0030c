"""Recommendations: routed, answered, acted on, shown, and looked at for what they changed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from zlib import crc32

from heed.demo.building.diary import Diary, Story
from heed.demo.building.house import House
from heed.demo.building.learning import findings_of
from heed.demo.reading import everyday
from heed.demo.shapes import Action as ActionStory
from heed.demo.shapes import CaseStory
from heed.demo.shapes import Recommendation as Asked
from heed.partnership.models import Person
from heed.recommendations import operations
from heed.recommendations.models import Action, Recommendation
from heed.recommendations.states import Delivery, Effect, Response

#: Days after it was routed on which a group answers and plans.
ANSWERED = 5

#: The first look, in days after it was routed; the pack sets its day at six months.
FIRST_LOOK = 184

LEVELS = {"quality": "partnership", "policy": "partnership", "training": "team"}


def follow(house: House, story: CaseStory, place: int) -> Story:
    """Tells one recommendation of a case, from the day after the sign-off."""
    asked = story.recommendations[place]
    return _Thread(house, story, asked, Diary(f"{story.key} {place}")).tell()


@dataclass
class _Thread:
    house: House
    story: CaseStory
    asked: Asked
    diary: Diary
    routed: int = 0

    def tell(self) -> Story:
        yield self.diary.on(self._day(1))
        self._route()
        steps = [(self._day(ANSWERED), self._answer)]
        for number, told in enumerate(self.asked.actions):
            steps += self._of_action(number, told)
        steps += self._looks()
        if self.asked.closed is not None:
            steps.append((self._day(self.asked.closed), self._close))
        for day, step in sorted(steps, key=lambda one: one[0]):
            yield self.diary.on(day)
            step()

    def _day(self, number: int) -> date:
        return self.house.calendar.after_sign_off(self.story, number)

    def _now(self) -> Recommendation:
        return Recommendation.objects.select_related(
            "case__partnership", "case__pack_version", "group"
        ).get(pk=self.routed)

    def _action(self, number: int) -> Action:
        found = Action.objects.select_related("recommendation__case__partnership", "owner")
        return found.filter(recommendation_id=self.routed).order_by("pk")[number]

    def _chair(self) -> Person:
        """Who chairs the working group; the coordinator where nobody does."""
        for person in self.house.world.people:
            if any(one.part == "chair" and one.group == self.asked.group for one in person.parts):
                return self.house.person(person.key)
        return self.house.coordinator

    def _route(self) -> None:
        coordinator = self.house.coordinator
        case = self.house.case(self.story)
        finding = findings_of(self.house, self.story)[self.asked.finding - 1]
        made = operations.propose(
            case,
            by=coordinator,
            text=self.asked.text,
            because=finding.text,
            expected_change=self.asked.expected,
            level=LEVELS.get(self.asked.group, "practice"),
            next_step=case.next_steps.get(text=self.asked.text),
        )
        self.routed = made.pk
        operations.route(
            made, by=coordinator, seen=made.version, group=self.house.groups[self.asked.group]
        )

    def _answer(self) -> None:
        chair = self._chair()
        given = self._now()
        operations.respond(given, by=chair, seen=given.version, response=Response.ACCEPTED)
        for told in self.asked.actions:
            operations.plan_action(
                self._now(),
                by=chair,
                what=told.what,
                how=told.how,
                expected_change=told.expected,
                evidence_plan=told.evidence or "",
                due=self._day(told.due),
                owner=self.house.person(told.owner or self.asked.owner),
            )

    def _of_action(self, number: int, told: ActionStory) -> list[tuple[date, Callable[[], None]]]:
        if told.delivered is None:
            said = self._day_of_word(told)
            return [(said, lambda: self._say(number, told))] if told.progress else []
        steps: list[tuple[date, Callable[[], None]]] = []
        if told.delivered // 2 > ANSWERED + 4:
            steps.append((self._day(told.delivered // 2), lambda: self._begin(number)))
        if told.delivered > told.due and told.progress:
            steps.append((self._day(told.due - 3), lambda: self._move_date(number, told)))
        steps.append((self._day(told.delivered), lambda: self._deliver(number, told)))
        steps.append((self._day(told.delivered + 6), lambda: self._accept(number)))
        return steps

    def _day_of_word(self, told: ActionStory) -> date:
        """When an owner last said how it goes: lately, each on another day."""
        ago = 3 + crc32(told.what.encode()) % 15
        return max(self._day(ANSWERED + 1), self.house.calendar.day(-ago))

    def _begin(self, number: int) -> None:
        action = self._action(number)
        note = _turn(everyday().begun, action.what)
        self._check_in(action, Delivery.ON_TRACK, note)

    def _say(self, number: int, told: ActionStory) -> None:
        action = self._action(number)
        note = told.progress or ""
        late = self._day(told.due) < self.house.calendar.today
        state = Delivery.AT_RISK if late else Delivery.ON_TRACK
        if note.startswith("Not begun"):
            state = Delivery.NOT_STARTED
        self._check_in(action, state, note)

    def _move_date(self, number: int, told: ActionStory) -> None:
        action = self._action(number)
        operations.move_date(
            action,
            by=self._owner(action),
            seen=action.version,
            due=self._day((told.delivered or told.due) + 2),
            because=told.progress or "",
        )

    def _deliver(self, number: int, told: ActionStory) -> None:
        action = self._action(number)
        kind = "figures" if "count" in (told.evidence or "").lower() else "document"
        operations.add_evidence(
            action, by=self._owner(action), kind=kind, text=told.evidence or told.what
        )
        self._check_in(action, Delivery.DONE, "")

    def _accept(self, number: int) -> None:
        action = self._action(number)
        chair = self._chair()
        by = self.house.coordinator if chair.pk == action.owner_id else chair
        operations.accept_evidence(action, by=by, seen=action.version)

    def _check_in(self, action: Action, state: Delivery, note: str) -> None:
        operations.check_in(
            action, by=self._owner(action), seen=action.version, state=state, note=note
        )

    def _owner(self, action: Action) -> Person:
        return Person.objects.get(pk=action.owner.pk) if action.owner else self.house.coordinator

    def _looks(self) -> list[tuple[date, Callable[[], None]]]:
        asked, steps = self.asked, []
        final = asked.closed - 4 if asked.closed is not None else None
        if asked.none_before:
            seen = asked.none_before
            steps.append((self._day(365), lambda: self._look(Effect.NO_CHANGE, seen)))
        elif final is not None and final > FIRST_LOOK + 40:
            said = _turn(everyday().too_soon, asked.text)
            steps.append((self._day(FIRST_LOOK), lambda: self._look(Effect.TOO_SOON, said)))
        if asked.difference != "too_soon":
            last = self._day(final) if final is not None else self.house.calendar.day(-4)
            steps.append((last, lambda: self._look(self._effect(), asked.difference_why or "")))
        return steps

    def _effect(self) -> Effect:
        if self.asked.difference == "none_yet":
            return Effect.NO_CHANGE
        better = self.asked.children
        return Effect.CHILDREN_BETTER_OFF if better else Effect.PRACTICE_CHANGED

    def _look(self, effect: Effect, seen: str) -> None:
        last = seen == self.asked.difference_why
        measure, part, whole = (self.asked.figure if last else None) or ("", None, None)
        given = self._now()
        again = effect == Effect.NO_CHANGE and self.asked.closed is None
        operations.look(
            given,
            by=self._chair(),
            seen=given.version,
            effect=effect,
            what_was_seen=seen,
            measure=measure,
            part=part,
            whole=whole,
            again_on=self.house.calendar.day(60) if again else None,
        )

    def _close(self) -> None:
        given = self._now()
        operations.close(given, by=self.house.coordinator, seen=given.version)


def _turn(texts: tuple[str, ...], of: str) -> str:
    return texts[crc32(of.encode()) % len(texts)]
