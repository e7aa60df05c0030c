"""Rows of people and their parts."""

from collections.abc import Mapping
from functools import cached_property

from heed.arrivals.cells import shown
from heed.arrivals.columns import closest, plain, words
from heed.arrivals.judging.judge import Judge, Judged
from heed.arrivals.states import Holds
from heed.partnership import queries as partnerships
from heed.partnership.models import Group, Part
from heed.partnership.states import PartKind

IN_GROUP = (PartKind.CHAIR, PartKind.MEMBER)
FOR_AGENCY = (PartKind.REPRESENTATIVE, PartKind.MANAGER)


class PersonJudge(Judge):
    """Judges people: their address, what they are here, in which group or for which agency."""

    holds = Holds.PEOPLE

    @cached_property
    def groups(self) -> dict[str, Group]:
        """The partnership's groups by plain name and by key."""
        found = list(partnerships.groups(self.house))
        return {plain(name): one for one in found for name in (one.key, one.name)}

    @cached_property
    def parts(self) -> set[tuple[int, str, int | None, int | None]]:
        """Who plays what already: person, part, group, agency."""
        held = Part.objects.filter(partnership=self.house, case__isnull=True).current()
        return {
            (one.person_id, one.kind, one.group_id, one.agency_id)
            for one in held
            if one.person_id is not None
        }

    @cached_property
    def met(self) -> set[tuple[str, str, int | None, int | None]]:
        """What earlier rows of this file said: address, part, group, agency."""
        return set()

    def weigh(self, judged: Judged, written: Mapping[str, str]) -> None:
        """Who it is, what they do here, and whether they do it already."""
        values = judged.values
        kind = self._kind(judged, written.get("part", ""))
        group = self._group(judged, kind, written.get("group", ""))
        agency = None
        if "agency" in written:
            agency = self.agency(judged, "agency", written["agency"])
            unknown = f"“{shown(written['agency'])}” is not among your agencies."
            if agency is None and kind in FOR_AGENCY:
                self.stop(
                    judged, "agency", f"{unknown} Bring in your agencies first, or mend the name."
                )
            elif agency is None:
                self.look(judged, "agency", f"{unknown} It is left empty.")
        elif kind in FOR_AGENCY:
            self.stop(judged, "agency", f"Say for which agency they are {kind}.")
        begins, ends = values.get("begins"), values.get("ends")
        if ends and ends < (begins or self.today):
            self.stop(judged, "ends", "This part has ended. Leave the row out, or mend the day.")
        values.update(kind=kind, group=group, agency=agency)
        if kind is not None and "email" in values:
            self._known(judged, kind)

    def _kind(self, judged: Judged, text: str) -> PartKind | None:
        if not text:
            return None
        found = closest(text, words("part"))
        if found is None:
            self.stop(
                judged,
                "part",
                f"“{shown(text)}” is not a part here. Use coordinator, chair, member, "
                "representative, manager, facilitator, owner, executive, scrutineer or "
                "administrator.",
            )
            return None
        if not found[1]:
            self.look(judged, "part", f"“{shown(text)}” is taken for {found[0]}.")
        return PartKind(found[0])

    def _group(self, judged: Judged, kind: PartKind | None, text: str) -> Group | None:
        if kind not in (*IN_GROUP, PartKind.OWNER):
            return None
        if not text:
            if kind in IN_GROUP:
                self.stop(judged, "group", f"Say of which group they are {kind}.")
            return None
        found = closest(text, {one: one for one in self.groups})
        if found is None:
            names = "; ".join(sorted({one.name for one in self.groups.values()}))
            self.stop(judged, "group", f"“{shown(text)}” is not one of your groups: {names}.")
            return None
        group = self.groups[found[0]]
        if not found[1]:
            self.look(judged, "group", f"“{shown(text)}” is taken for {group.name}.")
        return group

    def _known(self, judged: Judged, kind: PartKind) -> None:
        values = judged.values
        group, agency = values["group"], values["agency"] if kind in FOR_AGENCY else None
        scope = (kind, getattr(group, "pk", None), getattr(agency, "pk", None))
        if (values["email"], *scope) in self.met:
            self.here(judged, "email", "An earlier row of this file says the same.")
        self.met.add((values["email"], *scope))
        person = self.by_email.get(values["email"])
        if person is None:
            return
        values["person"] = person
        if (person.pk, *scope) in self.parts:
            rest = (
                "What is missing about them is filled in."
                if self.completes
                else "They are left as they are."
            )
            self.here(judged, "email", f"Somebody with this address plays this part. {rest}")
        elif plain(person.name) != plain(values.get("name", "")):
            self.look(judged, "name", f"This address is known as {person.name}, and stays so.")
