"""Rows of agencies and their contacts."""

from collections.abc import Mapping
from functools import cached_property

from heed.arrivals.cells import shown
from heed.arrivals.columns import plain, words
from heed.arrivals.judging.judge import Judge, Judged, sector_of
from heed.arrivals.states import Holds
from heed.partnership.models import Part
from heed.partnership.states import PartKind

PARTS = {
    "representative": PartKind.REPRESENTATIVE,
    "manager": PartKind.MANAGER,
}


class ContactJudge(Judge):
    """Judges agencies: which it is, of which sector, and whom to write to there."""

    holds = Holds.CONTACTS

    @cached_property
    def parts(self) -> set[tuple[int | None, str, int | None]]:
        """Who stands for which agency already: person, part, agency."""
        held = Part.objects.filter(
            partnership=self.house, case__isnull=True, agency__isnull=False
        ).current()
        return {(one.person_id, one.kind, one.agency_id) for one in held}

    @cached_property
    def met(self) -> dict[str, str]:
        """The agencies that earlier rows of this file add, by plain name, with their sector."""
        return {}

    @cached_property
    def told(self) -> set[tuple[str, str, str]]:
        """What earlier rows of this file said: agency, address, part."""
        return set()

    def weigh(self, judged: Judged, written: Mapping[str, str]) -> None:
        """Which agency it is, and whether its contact is here already."""
        values = judged.values
        name = written.get("agency", "")
        agency = self.agency(judged, "agency", name, loosely=False) if name else None
        values["known"] = agency
        self._sector(judged, written.get("sector", ""), needed=agency is None and bool(name))
        kind = self._kind(judged, written.get("part", ""))
        values["kind"] = kind
        if "name" in values and "email" not in values:
            if "email" not in written:
                self.stop(judged, "email", "Give the contact’s own work email, or no name.")
            return
        if "email" in values and "name" not in values:
            self.stop(judged, "name", "Say whose address this is.")
            return
        same = (plain(name), values.get("email", ""), str(kind))
        if same in self.told:
            self.here(judged, "agency", "An earlier row of this file says the same.")
        self.told.add(same)
        self._known(judged, kind)

    def _sector(self, judged: Judged, text: str, *, needed: bool) -> None:
        values = judged.values
        values.pop("sector", None)
        if text:
            found = sector_of(text, words("sector"))
            if found is not None:
                values["sector"] = found[0]
                if not found[1]:
                    said = found[0].replace("_", " ")
                    self.look(judged, "sector", f"“{shown(text)}” is taken for {said}.")
                return
            self.look(
                judged, "sector", f"“{shown(text)}” is not a sector that Heed knows: it is “other”."
            )
        elif needed and plain(values.get("agency", "")) not in self.met:
            self.look(judged, "sector", "No sector is given for this new agency: it is “other”.")
        values["sector"] = self.met.get(plain(values.get("agency", "")), "other")

    def _kind(self, judged: Judged, text: str) -> PartKind:
        if not text:
            return PartKind.MANAGER
        said = words("part").get(plain(text), "")
        if said in PARTS:
            return PARTS[said]
        self.look(judged, "part", f"“{shown(text)}” is taken for a manager.")
        return PartKind.MANAGER

    def _known(self, judged: Judged, kind: PartKind) -> None:
        values, agency = judged.values, judged.values["known"]
        if agency is None:
            self.met.setdefault(plain(values.get("agency", "")), values["sector"])
        person = self.by_email.get(values.get("email", ""))
        values["person"] = person
        if agency is None:
            return
        if "email" not in values:
            self.here(judged, "agency", "This agency is among yours.")
        elif person is not None and (person.pk, kind, agency.pk) in self.parts:
            rest = (
                "What is missing about them is filled in."
                if self.completes
                else "They are left as they are."
            )
            self.here(judged, "email", f"This contact stands for this agency already. {rest}")
