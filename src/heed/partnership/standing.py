"""What a person is, now: every part they play, read once a request."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import F, IntegerField, QuerySet, TextField, Value

from heed.partnership.models.cases import ShutOut
from heed.partnership.models.people import Part
from heed.partnership.states import PartKind

if TYPE_CHECKING:
    from heed.partnership.models.people import Person

#: Parts that, held in a partnership or in its deciding group, let a person know of every open case.
WIDE = frozenset({PartKind.COORDINATOR, PartKind.SCRUTINEER})
WIDE_IN_DECIDING_GROUP = frozenset({PartKind.CHAIR, PartKind.MEMBER})
DECIDING_GROUP = "review"
#: The kind of group in which several boards learn together.
FORUM = "forum"

#: Parts in a case that open their own page of it and no more: a referral, a return, a section.
#: A guest from another area opens what they are asked about it, and nothing else.
NARROW = frozenset(
    {
        PartKind.REFERRER,
        PartKind.MANAGER,
        PartKind.CONTRIBUTOR,
        PartKind.OWNER,
        PartKind.GUEST,
    }
)

#: The section of a referrer's part who came by a code sent to their mailbox, without an account. It
#: opens that one referral, and makes nobody belong to the partnership.
BY_CODE = "by code"


Left = tuple[int, int | None]

#: What keeps somebody from one thing rather than from a case as a whole, by the room that knows it.
_LEAVING: dict[str, tuple[Callable[["Person"], QuerySet[Any]], str, str]] = {}


def leaves(room: str, rows: Callable[["Person"], QuerySet[Any]], *, thing: str, case: str) -> None:
    """Enter, when Heed starts, what a room keeps a person from, and which fields of those rows hold
    the thing and its case. It is read with what the person is shut out of, in one statement.
    """
    _LEAVING[room] = (rows, thing, case)


@dataclass
class Standing:
    """A person's current parts, with the questions that access asks of them.

    ``left`` holds, by room, the keys of things (and of their cases, where they have one) that the
    person leaves.
    """

    parts: list[Part]
    shut_out: frozenset[int]
    left: dict[str, list[Left]] = field(default_factory=dict)

    @cached_property
    def wide(self) -> frozenset[int]:
        """Partnerships in which the person may know of every case that is not restricted."""
        return frozenset(
            p.partnership_id
            for p in self.parts
            if p.case_id is None
            and (
                (p.kind in WIDE and p.group_id is None and p.agency_id is None)
                or (p.kind in WIDE_IN_DECIDING_GROUP and p.group and p.group.kind == DECIDING_GROUP)
            )
        )

    @cached_property
    def named(self) -> frozenset[int]:
        """Cases on which the person is named with a part that opens the whole of it."""
        return frozenset(
            p.case_id for p in self.parts if p.case_id is not None and p.kind not in NARROW
        )

    @cached_property
    def partnerships(self) -> frozenset[int]:
        """Partnerships in which the person has any part. Being a guest on a case is none, and no
        more is having referred by a code.
        """
        return frozenset(
            p.partnership_id
            for p in self.parts
            if p.kind != PartKind.GUEST and p.section != BY_CODE
        )

    @cached_property
    def forums(self) -> frozenset[int]:
        """Partnerships in whose forum the person sits, and those that the person coordinates: what
        is released to the forum is theirs to read.
        """
        return frozenset(
            p.partnership_id
            for p in self.parts
            if not p.case_id
            and (
                (p.group and p.group.kind == FORUM and p.kind in WIDE_IN_DECIDING_GROUP)
                or (p.kind == PartKind.COORDINATOR and not (p.group_id or p.agency_id))
            )
        )

    def holds(
        self,
        *kinds: PartKind,
        partnership: int | None = None,
        case: int | None = None,
        group: int | None = None,
        agency: int | None = None,
    ) -> bool:
        """Whether one of the parts is of these kinds and has just this scope."""
        return any(
            p.kind in kinds
            and (partnership is None or p.partnership_id == partnership)
            and (case is None or p.case_id == case)
            and (group is None or p.group_id == group)
            and (agency is None or p.agency_id == agency)
            for p in self.parts
        )

    def agencies(self, *kinds: PartKind) -> frozenset[int]:
        """Agencies for which the person plays one of these parts (outside any one case)."""
        return frozenset(
            p.agency_id for p in self.parts if p.agency_id and not p.case_id and p.kind in kinds
        )

    def groups(self, *kinds: PartKind) -> frozenset[int]:
        """Groups in which the person plays one of these parts."""
        return frozenset(p.group_id for p in self.parts if p.group_id and p.kind in kinds)


def standing(person: "Person") -> Standing:
    """The person's standing, read once and kept on the person (who is loaded anew each request)."""
    if not getattr(person, "is_authenticated", False) or not person.is_active:
        return Standing([], frozenset())
    kept: Standing | None = person.__dict__.get("_standing")
    if kept is None:
        kept = Standing(_played(person), *_closed(person))
        person.__dict__["_standing"] = kept
    return kept


def _played(person: "Person") -> list[Part]:
    """The parts that count now: all but those by code, which a code alone opens, unless the person
    works with that partnership.
    """
    parts = list(Part.objects.of(person).current().select_related("group"))
    only: frozenset[int] | None = person.__dict__.get("_only")
    if only is not None:
        return [part for part in parts if part.section == BY_CODE and part.case_id in only]
    works_with = Standing(parts, frozenset()).partnerships
    return [part for part in parts if part.section != BY_CODE or part.partnership_id in works_with]


def _closed(person: "Person") -> tuple[frozenset[int], dict[str, list[Left]]]:
    """The cases that a person is shut out of; the things that they leave, by room."""
    rows = _columns(ShutOut.objects.filter(person=person), "", Value(None, IntegerField()), "case")
    for room, (of_room, thing, case) in _LEAVING.items():
        rows = rows.union(_columns(of_room(person), room, F(thing), case), all=True)
    shut_out, left = set(), defaultdict(list)
    for room, thing, case in rows:
        if room:
            left[room].append((thing, case))
        else:
            shut_out.add(case)
    return frozenset(shut_out), left


def _columns(rows: QuerySet[Any], room: str, thing: Any, case: str) -> QuerySet[Any, Any]:
    told = {"of_room": Value(room, TextField()), "of_thing": thing, "of_case": F(case)}
    return rows.order_by().annotate(**told).values_list(*told)


def forget_standing(person: "Person") -> None:
    """Read the person's parts anew: something about them has just changed."""
    person.__dict__.pop("_standing", None)


def narrow(person: "Person", *, to: Iterable[int]) -> "Person":
    """Let this person, for this request, play no part but that of a referrer by code in these
    cases: whoever typed a code has shown that they read a mailbox, and has not signed in.
    """
    person.__dict__["_only"] = frozenset(to)
    forget_standing(person)
    return person
