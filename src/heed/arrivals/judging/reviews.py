"""Rows of open reviews: at which stage each stands, and the days behind it."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property

from heed.arrivals import cells
from heed.arrivals.cells import NotUnderstood, shown
from heed.arrivals.columns import closest, plain, words
from heed.arrivals.judging.judge import Judge, Judged
from heed.arrivals.judging.naming import looks_like_a_name, shares, surname_first
from heed.arrivals.states import Holds
from heed.partnership import ages
from heed.partnership.models import Case, Person
from heed.partnership.states import STEPS, Stage
from heed.pathways.queries import pack_in_force
from heed.pathways.shapes import Route

ORDER = [stage for stage, _ in STEPS]
#: The days of a review in the order in which they come, each by its field's key.
DAYS = (
    "referred_on", "decided_on", "opened_on", "scoped_on", "returns_asked_on", "event_on",
    "report_on", "signed_off_on",
)  # fmt: skip
#: Days that may still be to come.
AHEAD = ("event_on", "target")
HERE = "A review with this reference is here already: {0}. It is left as it is."


def at_least(stage: Stage, other: Stage) -> bool:
    """Whether a stage is the other or comes after it."""
    return ORDER.index(stage) >= ORDER.index(other)


class ReviewJudge(Judge):
    """Judges reviews: nothing of them may be ahead of its time or out of order."""

    holds = Holds.REVIEWS

    @cached_property
    def references(self) -> dict[str, str]:
        """Heed's references by the earlier ones."""
        found = Case.objects.filter(partnership=self.house).exclude(old_reference="")
        return {plain(old): new for old, new in found.values_list("old_reference", "reference")}

    @cached_property
    def seen(self) -> set[str]:
        """Earlier references that earlier rows of this file gave."""
        return set()

    @cached_property
    def routes(self) -> dict[str, Route]:
        """The way of working's routes by every name of theirs."""
        pack = pack_in_force(self.house)
        found = {
            plain(name): one
            for one in pack.routes
            for name in (one.id, one.short, one.name)
            if plain(name)
        }
        if "lfer" in pack.words:
            found.setdefault(plain(pack.words["lfer"]), pack.route("lfer"))
        for name, key in words("route").items():
            if any(one.id == key for one in pack.routes):
                found.setdefault(name, pack.route(key))
        return found

    @cached_property
    def stages(self) -> dict[str, str]:
        """Stages by every name of theirs, the way of working's own words first."""
        own = {plain(label): str(stage) for stage, label in STEPS}
        return {**words("stage"), **own}

    @cached_property
    def by_name(self) -> dict[str, list[Person]]:
        """The partnership's people by plain name."""
        found: dict[str, list[Person]] = {}
        for one in self.roster:
            found.setdefault(plain(one.name), []).append(one)
        return found

    def weigh(self, judged: Judged, written: Mapping[str, str]) -> None:
        """The stage first: it says which days are needed."""
        values = judged.values
        stage = self._stage(judged, written.get("stage", ""))
        values["stage"] = stage
        self._reference(judged)
        self._names(judged)
        self._age(judged, written.get("age_band", ""))
        self._route(judged, written.get("route", ""), stage)
        self._focus(judged, written.get("focus", ""))
        self._days(judged, stage)
        self._agencies(judged)
        if "referred_by" in written:
            values["referred_by"] = self.agency(judged, "referred_by", written["referred_by"])
        for key in ("coordinator", "facilitator"):
            values[key] = self._person(judged, key, written.get(key, ""))
        if "recommendations" in written:
            values["recommendations"] = cells.lines(written["recommendations"])
            if len("".join(written["recommendations"])) > 4000:
                self.stop(judged, "recommendations", "Shorten it to 4,000 characters.")

    def _stage(self, judged: Judged, text: str) -> Stage | None:
        if not text:
            return None
        found = closest(text, self.stages)
        if found is None:
            self.stop(
                judged,
                "stage",
                f"“{shown(text)}” is not a stage. Use referral, decision, scope, returns, event, "
                "findings, report, publish or recommendations.",
            )
            return None
        if found[0] == "ended":
            self.stop(judged, "stage", "This review has ended. Only open reviews are brought in.")
            return None
        if not found[1]:
            self.look(judged, "stage", f"“{shown(text)}” is taken for {found[0]}.")
        return Stage(found[0])

    def _reference(self, judged: Judged) -> None:
        old = judged.values.get("old_reference")
        if not old:
            return
        if plain(old) in self.references:
            self.here(judged, "old_reference", HERE.format(self.references[plain(old)]))
        elif plain(old) in self.seen:
            self.stop(judged, "old_reference", "An earlier row of this file has this reference.")
        self.seen.add(plain(old))

    def _names(self, judged: Judged) -> None:
        """A real name has one place only: privacy may stop a row."""
        values = judged.values
        real = values.get("child_name", "")
        for key in ("old_reference", "known_as", "waiting_on"):
            text = values.get(key, "")
            if not text:
                continue
            if real and shares(text, real):
                self.stop(
                    judged, key, "It holds the child’s real name. Use something that shares nothing"
                    " with it.",
                )  # fmt: skip
            elif looks_like_a_name(text) if key != "known_as" else surname_first(text):
                self.look(
                    judged, key, f"“{shown(text)}” looks like a person’s name. It is shown on"
                    " lists: change it if it is one.",
                )  # fmt: skip

    def _age(self, judged: Judged, text: str) -> None:
        values = judged.values
        born = values.get("born_on")
        if self.not_past(judged, "born_on", born):
            born = None
        if born is not None:
            values["age_band"] = ages.band_on(values.get("referred_on") or self.today, born)
            return
        if not text:
            return
        said = plain(text)
        bands = {plain(words_): words_ for _, words_ in ages.BANDS}
        years = re.fullmatch(r"(\d{1,2})(?: ?(?:y|yr|yrs|year|years))?(?: old)?", said)
        months = re.fullmatch(r"\d{1,2} ?(?:m|months?|weeks?|days?)(?: old)?", said)
        if said in bands:
            values["age_band"] = bands[said]
        elif said in (ages.UNBORN, ages.ADULT):
            values["age_band"] = said
        elif years:
            values["age_band"] = ages.band(int(years[1]))
        elif months:
            values["age_band"] = ages.band(0)
        else:
            values["age_band"] = ""
            self.look(judged, "age_band", f"“{shown(text)}” is not an age: it is left empty.")

    def _route(self, judged: Judged, text: str, stage: Stage | None) -> None:
        values = judged.values
        values.pop("route", None)
        decided = stage is not None and at_least(stage, Stage.SCOPE)
        if not text:
            if decided:
                self.stop(judged, "route", "Say what kind of review it is.")
            return
        found = closest(text, {name: name for name in self.routes})
        if found is None:
            say = self.stop if decided else self.look
            say(judged, "route", f"“{shown(text)}” is not a kind of review here.")
            return
        route = self.routes[found[0]]
        if plain(text) not in (plain(route.name), plain(route.short)):
            say = self.note if found[1] else self.look
            say(judged, "route", f"“{shown(text)}” is taken for {route.name}.")
        if decided and not route.opens_review:
            self.stop(judged, "route", f"{route.name} opens no review here.")
        elif decided and route.must_follow and "notified_on" not in values:
            self.stop(
                judged, "notified_on",
                f"{route.name} follows a notification. Give the day of it.",
            )  # fmt: skip
        values["route"] = route

    def _focus(self, judged: Judged, text: str) -> None:
        values = judged.values
        values.pop("focus", None)
        if text:
            try:
                begins, ends = cells.period(text, today=self.today)
                values.setdefault("focus_from", begins)
                values.setdefault("focus_to", ends)
            except NotUnderstood as fault:
                self.look(judged, "focus", f"{fault} It is left empty.")
        first, last = values.get("focus_from"), values.get("focus_to")
        if first and last and last < first:
            self.stop(judged, "focus_to", "The scope period ends before it begins.")
        elif bool(first) != bool(last):
            self.look(judged, "focus_from", "Only one end is given: the period is left empty.")
            values.pop("focus_from", None)
            values.pop("focus_to", None)

    def _days(self, judged: Judged, stage: Stage | None) -> None:
        values = judged.values
        for key in ("referred_on", "notified_on", *DAYS[1:]):
            if key not in AHEAD:
                self.not_past(judged, key, values.get(key))
        before: tuple[str, date] | None = None
        for key in DAYS:
            day = values.get(key)
            if day is None:
                continue
            if before is not None and day < before[1]:
                self.look(judged, key, f"This comes before “{self.label(before[0])}”.")
            before = (key, day)
        if stage is None or not at_least(stage, Stage.SCOPE):
            return
        if "decided_on" not in values and not self._stopped(judged, "decided_on"):
            self.stop(judged, "decided_on", "Give the day on which it was decided.")
        if "reasons" not in values:
            self.look(judged, "reasons", "None are given: the record says so.")
        event = values.get("event_on")
        if event and event > self.today and at_least(stage, Stage.FINDINGS):
            self.stop(judged, "event_on", "This day has not come, and the stage says that it was.")

    def _stopped(self, judged: Judged, key: str) -> bool:
        return any(one.stops and one.column == self.label(key) for one in judged.said)

    def _agencies(self, judged: Judged) -> None:
        found = []
        for name in judged.values.get("agencies", ()):
            agency = self.agency(judged, "agencies", name)
            if agency is None:
                self.look(
                    judged,
                    "agencies",
                    f"“{shown(name)}” is not among your agencies: it is left out.",
                )
            elif agency not in found:
                found.append(agency)
        judged.values["agencies"] = found

    def _person(self, judged: Judged, key: str, text: str) -> Person | None:
        if not text:
            return None
        if "@" in text:
            known = self.by_email.get(text.strip().casefold())
            found = [known] if known else []
        else:
            found = self.by_name.get(plain(text), [])
        if len(found) == 1:
            return found[0]
        why = "More than one of your people is called so" if found else "Nobody here is called so"
        self.look(judged, key, f"{why}: “{shown(text)}”. It is left empty.")
        return None
