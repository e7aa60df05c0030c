"""Named reads of toolkits: those being made, and what stands on a partnership's shelves."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from heed.briefings.models import ReleasedPage
from heed.memory import queries as memory
from heed.memory.models import Entry, Kind
from heed.papers.checking import Unfit
from heed.papers.models import Paper
from heed.papers.words import words_in
from heed.partnership.access import is_coordinator
from heed.partnership.models import Partnership, Person
from heed.pathways.queries import pack_in_force
from heed.release import gate
from heed.release.reading import PageReading, SeenHit
from heed.toolkit.access import ModuleAt, desks, modules, partnerships, speaks_for, toolkits
from heed.toolkit.models import Approval, Module, Share, Shelf, Toolkit
from heed.toolkit.states import KIND_WORDS, SAYS_WORDS, ModuleKind, ModuleState, Says, ShareState

_MODULE = "toolkit module "
MOST_NATIONAL = 10
MOST_READ = 30_000
"""Characters of a paper that the check reads: about ten pages. A person reads what is longer."""
TOO_LONG = "It is longer than ten pages, which is more than the check reads."
MOST_FROM_OTHERS = 10


# ── While they are made ───────────────────────────────────────────────────────────────────────────


def desk(person: Person, partnership: str) -> Partnership:
    """A partnership on whose toolkits the person works."""
    return partnerships(person).get(slug=partnership)


def _with_shares(found: QuerySet[Toolkit]) -> QuerySet[Toolkit]:
    shares = Prefetch("shares", Share.objects.select_related("partnership"))
    return found.select_related("partnership").prefetch_related(shares)


def toolkits_of(person: Person, partnership: Partnership) -> list[Toolkit]:
    """The toolkits that a partnership owns or was asked to share, its own first."""
    shares = Share.objects.filter(
        partnership=partnership, state__in=(ShareState.ASKED, ShareState.OWNS)
    )
    found = _with_shares(toolkits(person)).filter(pk__in=shares.values("toolkit"))
    return list(found.order_by("-own", "name", "pk"))


def toolkit(person: Person, partnership: str, number: int) -> Toolkit:
    """One toolkit that a partnership owns or was asked to share."""
    return _with_shares(toolkits(person)).get(
        pk__in=Share.objects.filter(
            partnership__slug=partnership, state__in=(ShareState.ASKED, ShareState.OWNS)
        ).values("toolkit"),
        pk=number,
    )


def share_of(toolkit: Toolkit, partnership: Partnership) -> Share | None:
    """A partnership's share in a toolkit, or none."""
    return next((one for one in toolkit.shares.all() if one.partnership_id == partnership.pk), None)


def could_share(toolkit: Toolkit) -> list[Partnership]:
    """The partnerships of this installation that neither own it nor were asked."""
    here = [one.partnership_id for one in toolkit.shares.all() if one.state != ShareState.LEFT]
    return list(Partnership.objects.exclude(pk__in=here).order_by("name"))


def modules_of(person: Person, partnership: Partnership) -> QuerySet[Module]:
    """The modules that a partnership owns, alone or with others, by theme."""
    owned = Share.objects.filter(partnership=partnership, state=ShareState.OWNS)
    return (
        modules(person)
        .filter(toolkit__in=owned.values("toolkit"))
        .select_related("toolkit__partnership", "partnership")
        .prefetch_related(Prefetch("approvals", Approval.objects.filter(partnership=partnership)))
        .order_by("theme", "kind", "pk")
    )


def module(person: Person, partnership: str, number: int) -> Module:
    """One module that a partnership owns on whose toolkits the person works, with what its owners
    said of it.

    An owner meets it at its own address alone: the check there reads what that owner published.
    """
    owned = Share.objects.filter(
        partnership__slug=partnership, partnership__in=desks(person), state=ShareState.OWNS
    )
    return (
        modules(person)
        .select_related("toolkit__partnership", "partnership")
        .prefetch_related(
            Prefetch("toolkit__shares", Share.objects.select_related("partnership")),
            Prefetch("approvals", Approval.objects.select_related("by", "partnership")),
            "writers",
        )
        .get(toolkit__in=owned.values("toolkit"), pk=number)
    )


def module_at(person: Person, partnership: str, number: int) -> ModuleAt:
    """The same, as that partnership meets it."""
    found = module(person, partnership, number)
    return ModuleAt(found, next(p for p in found.toolkit.owners if p.slug == partnership))


@dataclass(frozen=True)
class Said:
    """What one owner said of the edition as it stands; ``approval`` is none while it said
    nothing."""

    partnership: Partnership
    approval: Approval | None

    @property
    def word(self) -> str:
        """In words."""
        return SAYS_WORDS[self.approval.says if self.approval else ""]


def said(module: Module) -> list[Said]:
    """What each owner says of the edition as it stands."""
    by_owner = {one.partnership_id: one for one in module.approvals.all() if _now(module, one)}
    return [Said(one, by_owner.get(one.pk)) for one in module.toolkit.owners]


def asked_for(module: Module) -> list[Approval]:
    """The changes that were asked for and not answered by new words yet."""
    return [one for one in module.approvals.all() if _now(module, one) and one.says == Says.ASKED]


def _now(module: Module, approval: Approval) -> bool:
    return approval.edition == module.edition


def all_agreed(module: Module) -> bool:
    """Whether every owner agreed to the edition as it stands. One that took it back had agreed."""
    return all(
        one.approval and one.approval.says in (Says.AGREED, Says.TAKEN_BACK) for one in said(module)
    )


def text_id(module: Module) -> str:
    """By which the wording check knows a module among the published texts."""
    return f"{_MODULE}{module.pk}"


@dataclass(frozen=True)
class Unread:
    """A paper whose words the check cannot read, and why: a person reads it whole."""

    paper: Paper
    why: str


def unread(module: Module) -> list[Unread]:
    """The papers of a module that the check cannot read."""
    return [one for one in _opened(module) if isinstance(one, Unread)]


def _opened(module: Module) -> list[tuple[Paper, str] | Unread]:
    """Each paper of a module with its words, or why it has none that can be read."""
    found: list[tuple[Paper, str] | Unread] = []
    for paper in papers(module):
        try:
            text = words_in(paper)
        except Unfit as fault:
            found.append(Unread(paper, str(fault)))
            continue
        too_long = len(text) > MOST_READ
        found.append(Unread(paper, TOO_LONG) if too_long else (paper, text))
    return found


def public_parts(module: Module) -> list[tuple[str, str]]:
    """Every word of a module that a reader will see and a person wrote, its papers' too."""
    return [
        ("title", module.title),
        ("words", module.words),
        ("links", "\n".join(link["words"] for link in module.links)),
        ("papers", "\n".join(paper.label.rpartition(".")[0] for paper in papers(module))),
        *((_part(one[0]), one[1]) for one in _opened(module) if not isinstance(one, Unread)),
    ]


def _part(paper: Paper) -> str:
    return f"paper-{paper.pk}"


def read(module: Module, partnership: Partnership, *, to_show: bool = False) -> PageReading:
    """What the wording check finds in a module, as one of its owners would publish it.

    Of papers only who could be known by them: somebody else may have worded them.
    """
    found = gate.read(
        public_parts(module),
        partnership=partnership,
        kept=module.kept,
        but={text_id(module)},
        to_show=to_show,
        also=[name for one in module.toolkit.owners for name in (one.name, one.short_name)],
    )
    of_papers = {_part(one) for one in papers(module)}
    return replace(found, language=tuple(h for h in found.language if h.part not in of_papers))


def stands_in(module: Module, hit: SeenHit) -> str:
    """The name of the paper in which a hit stands; empty where it stands in the module itself."""
    return next((one.label for one in papers(module) if _part(one) == hit.part), "")


def papers(module: Any) -> list[Paper]:
    """The papers of a module, in its order; read once for each time it is loaded."""
    known: dict[tuple[int, ...], list[Paper]] = module.__dict__.setdefault("_papers", {})
    keys = tuple(module.papers)
    if keys not in known:
        found = Paper.objects.in_bulk(keys) if keys else {}
        known[keys] = [found[key] for key in keys if key in found]
    return known[keys]


def prompts(partnership: Partnership) -> str:
    """The questions with which a module to reflect by begins: those of the way of working."""
    asked = pack_in_force(partnership).event.prompts
    return "\n".join(f"{number}. {one.text}" for number, one in enumerate(asked, 1))


def to_agree(person: Person, partnership: Partnership) -> QuerySet[Module]:
    """The modules that wait for this partnership's word, where the person can give it: they speak
    for it and wrote none of the module."""
    if not speaks_for.test(person, partnership):
        return Module.objects.none()
    owned = Share.objects.filter(partnership=partnership, state=ShareState.OWNS)
    given = Approval.objects.filter(
        module=OuterRef("pk"), partnership=partnership, edition=OuterRef("edition")
    )
    wrote = Module.writers.through.objects.filter(module=OuterRef("pk"), person=person)
    return Module.objects.filter(
        ~Exists(given),
        ~Exists(wrote),
        toolkit__in=owned.values("toolkit"),
        state=ModuleState.WAITING,
    )


def invitations(person: Person, partnership: Partnership) -> QuerySet[Share]:
    """The toolkits that a partnership is asked to share, for whoever answers for it."""
    if not is_coordinator.test(person, partnership):
        return Share.objects.none()
    return Share.objects.filter(partnership=partnership, state=ShareState.ASKED)


def to_look_at(person: Person, partnership: Partnership, until: date) -> QuerySet[Shelf]:
    """The modules on a partnership's shelves whose review date comes by a day, for its
    coordinator."""
    if not is_coordinator.test(person, partnership):
        return Shelf.objects.none()
    standing = Shelf.objects.standing().filter(partnership=partnership, review_by__lte=until)
    return standing.filter(module__state=ModuleState.SHOWN)


# ── On the shelves ────────────────────────────────────────────────────────────────────────────────


PUBLIC = gate.Source(
    rows=lambda partnership_id: Shelf.objects.standing().filter(partnership_id=partnership_id),
    known=(_MODULE, "module_id"),
    texts=("title", "words"),
    more="links",
    words=lambda links: [link["words"] for link in links],
)
"""What stands on a partnership's shelves, as the gate reads it beside new words."""


def themes_on_shelves(partnership: Partnership) -> dict[str, int]:
    """How many modules each theme has in a partnership's library."""
    counts: dict[str, int] = defaultdict(int)
    for theme in (
        Shelf.objects.standing().filter(partnership=partnership).values_list("theme", flat=True)
    ):
        counts[theme] += 1
    return counts


@dataclass(frozen=True)
class Part:
    """One part of a theme's page: its heading, its id, and its modules with their papers."""

    id: str
    heading: str
    modules: list[tuple[Shelf, list[Paper]]]


def on_shelves(partnership: Partnership, theme: str) -> list[Part]:
    """A theme's modules in a partnership's library, part by part; parts without any are left
    out."""
    rows = list(
        Shelf.objects.standing()
        .filter(partnership=partnership, theme=theme)
        .select_related("module__partnership")
        .order_by("shown_on", "pk")
    )
    keys = {key for row in rows for key in row.papers}
    kept = Paper.objects.in_bulk(keys) if keys else {}
    parts = []
    for kind, heading in KIND_WORDS.items():
        of_kind = [row for row in rows if ModuleKind(row.kind) is kind]
        if of_kind:
            shown = [(row, [kept[key] for key in row.papers if key in kept]) for row in of_kind]
            parts.append(Part(kind.value, heading, shown))
    return parts


def for_themes(partnership: Partnership, themes: Iterable[str]) -> list[Shelf]:
    """The modules in a partnership's library on any of these themes, in the order of a theme's
    page."""
    order = list(KIND_WORDS)
    found = Shelf.objects.standing().filter(partnership=partnership, theme__in=list(themes))
    return sorted(found, key=lambda one: (order.index(ModuleKind(one.kind)), one.title))


def for_readers(partnership: Partnership, role: str = "") -> list[Shelf]:
    """The modules in a partnership's library for people who do this work, newest first; a module
    that names no readers is for all of them."""
    found = Shelf.objects.standing().filter(partnership=partnership).order_by("-shown_on", "-pk")
    return [one for one in found if not role or not one.audience or role in one.audience]


def paper_on_shelf(partnership: Partnership, theme: str, number: int) -> Paper:
    """A paper of a module that stands in a partnership's library. Raises Paper.DoesNotExist."""
    rows = Shelf.objects.standing().filter(partnership=partnership, theme=theme)
    if not any(number in row.papers for row in rows.only("papers")):
        raise Paper.DoesNotExist
    return Paper.objects.get(pk=number)


def from_others(partnership: Partnership, theme: str) -> QuerySet[ReleasedPage]:
    """What the partnerships that share a toolkit on this theme released for everyone, newest
    first; none where this partnership does not show it."""
    mine = Share.objects.filter(
        partnership=partnership, state=ShareState.OWNS, shows_others=True, toolkit__own=False
    ).select_related("toolkit")
    kits = [one.toolkit_id for one in mine if one.toolkit.covers(theme)]
    others = Share.objects.filter(toolkit__in=kits, state=ShareState.OWNS)
    return (
        ReleasedPage.objects.standing()
        .public()
        .filter(partnership__in=others.values("partnership"), page_themes__theme=theme)
        .exclude(partnership=partnership)
        .select_related("partnership")
        .only("slug", "title", "released_on", "partnership__slug", "partnership__short_name")
        .order_by("-released_on", "-pk")[:MOST_FROM_OTHERS]
    )


def from_elsewhere(theme: str) -> list[Entry]:
    """Others' public learning on a theme, newest first, to be shown as title, date and link."""
    found = memory.about(
        None, theme=theme, kinds=(Kind.NATIONAL, Kind.OTHER_PARTNERSHIP), limit=MOST_NATIONAL
    )
    return [one for one in found if one.get_absolute_url()]
