"""The sections of a return, for the pack and the agency's sector. Plain Python."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from heed.pathways.answers import asked
from heed.pathways.shapes import Pack, Section

OUTSIDE_PERIOD = "outside_period"


@dataclass(frozen=True)
class SectionAt:
    """A section as somebody meets it: how much of it is answered, and whether enough is."""

    section: Section
    answered: int
    of: int
    done: bool


def sections(pack: Pack, sector: str) -> list[Section]:
    """The pack's sections, with what agencies of this sector are asked besides, and the place for
    learning outside the focus period before the last."""
    form = pack.returns
    found = list(form.sections)
    extra = [one.section for one in form.add_ons if sector in one.sectors]
    outside = Section(
        id=OUTSIDE_PERIOD,
        title="Outside the focus period",
        questions=(form.outside_period,),
    )
    return [*found[:-1], *extra, outside, found[-1]]


def progress(
    found: list[Section],
    answers: Mapping[tuple[str, str], Any],
    *,
    only: frozenset[str] | None = None,
) -> list[SectionAt]:
    """Each section with how much of it is answered; ``only`` the ones that somebody was asked to
    do.
    """
    told = []
    for section in found:
        if only is not None and section.id not in only:
            continue
        mine = {q: value for (s, q), value in answers.items() if s == section.id}
        wanted = asked(section.questions, mine)
        needed = [q for q in wanted if q.required]
        answered = [q for q in wanted if q.id in mine]
        done = bool(answered) and all(q.id in mine for q in needed)
        told.append(SectionAt(section, len(answered), len(wanted), done))
    return told
