"""Rows of what others learnt: records of national collections, entries of feeds, documents."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property

from heed.arrivals.cells import shown
from heed.arrivals.judging.judge import Judge, Judged
from heed.arrivals.states import Holds
from heed.elsewhere import queries
from heed.elsewhere.incoming import Incoming
from heed.elsewhere.states import ReportState

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
#: “2019 – Anonymous – Child A”, as national collections head a record.
_HEADED = re.compile(r"^\s*((?:19|20)\d\d)\s*[–—-]\s*(.{2,80}?)\s*[–—-]\s+(.+)$")
LONGEST_TITLE = 300


class LearningJudge(Judge):
    """Judges records: what each is called, whose it is, and whether it is here already."""

    holds = Holds.LEARNING

    @cached_property
    def met(self) -> set[str]:
        """The keys of earlier rows of this file."""
        return set()

    def weigh(self, judged: Judged, written: Mapping[str, str]) -> None:
        """Puts the record together; says what it renews, and what was guessed."""
        values = judged.values
        if "unread" in values:
            judged.said.clear()
            self.stop(judged, "unread", str(values["unread"]))
            return
        withdrawn = bool(values.get("withdrawn"))
        if withdrawn:
            judged.said.clear()
        incoming = self._incoming(judged, written, withdrawn)
        values["incoming"] = incoming
        if withdrawn:
            self._goes(judged, incoming)
            return
        if any(one.stops for one in judged.said):
            return
        if incoming.key in self.met:
            self.here(judged, "title", "An earlier row of this file is the same report.")
        self.met.add(incoming.key)
        self._known(judged, incoming)
        if "unread" in self.mapping:
            day = f" and the day {incoming.date:%-d %B %Y}" if incoming.date else ""
            self.look(judged, "title", f"The title “{shown(incoming.title)}”{day} are a guess.")
        if not incoming.text and not incoming.link:
            self.look(judged, "text", "There is neither a text nor a link: only a title to find.")

    def _incoming(self, judged: Judged, written: Mapping[str, str], withdrawn: bool) -> Incoming:
        values = judged.values
        title, by_whom = str(values.get("title", "")), str(values.get("by_whom", ""))
        found = _YEAR.search(str(values.get("year", "")))
        year = int(found[0]) if found else None
        if not by_whom and (headed := _HEADED.match(title)):
            year, by_whom, title = year or int(headed[1]), headed[2].strip(), headed[3].strip()
        if self.completes and not by_whom:
            by_whom = self.house.short_name
        if len(title) > LONGEST_TITLE:
            self.note(judged, "title", f"It is cut after {LONGEST_TITLE} characters.")
        day: date | None = values.get("date")
        if not withdrawn:
            self.not_past(judged, "date", day)
        return Incoming(
            title=" ".join(title.split())[:LONGEST_TITLE],
            text=str(values.get("text", "")),
            id=str(values.get("id", "")),
            by_whom=by_whom,
            keywords=tuple(values.get("keywords", ())),
            link=self._link(judged, written.get("link", "")),
            year=year or (day.year if day else None),
            date=day,
            withdrawn=withdrawn,
        )

    def _link(self, judged: Judged, link: str) -> str:
        if not link:
            return ""
        if link.startswith(("https://", "http://")) and len(link) <= 500 and " " not in link:
            return link
        self.look(judged, "link", f"“{shown(link)}” is not the address of a page: left out.")
        return ""

    def _goes(self, judged: Judged, incoming: Incoming) -> None:
        known = queries.same(self.house, incoming)
        if known is None or known.report.state == ReportState.GONE:
            self.here(judged, "withdrawn", "Taken down where it was published; it is not here.")
        else:
            self.note(
                judged, "withdrawn", "Taken down where it was published: it is taken away here."
            )

    def _known(self, judged: Judged, incoming: Incoming) -> None:
        known = queries.same(self.house, incoming)
        if known is None:
            return
        if known.report.digest == incoming.digest and known.report.state != ReportState.GONE:
            self.here(judged, "title", "It is here already, just so.")
        elif known.by == "id":
            self.note(judged, "title", "It renews what is here.")
        else:
            what = "link" if known.by == "link" else "title and year"
            self.look(
                judged, "title", f"A report with this {what} is here already: this renews it."
            )
