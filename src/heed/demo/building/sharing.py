"""Modules of a toolkit: written, agreed to by each owner, shown; and a toolkit owned by two."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from django.core.files.uploadedfile import SimpleUploadedFile

from heed.demo.building.diary import Diary, Story
from heed.demo.building.house import House
from heed.demo.shapes.library import Module as ModuleStory
from heed.demo.shapes.library import Shared
from heed.papers.sheets import Points, Sheet, as_pdf
from heed.partnership.models import Person
from heed.pathways.clocks import add_months
from heed.toolkit import operations
from heed.toolkit.access import ModuleAt
from heed.toolkit.models import Module, Toolkit

LOOK_AGAIN_MONTHS = 12

#: Gives the toolkit in which somebody writes a module.
Kit = Callable[..., Toolkit]


def write_module(houses: list[House], kit: Kit, told: ModuleStory, diary: Diary) -> Story:
    """Tells how the first house writes a module, and the chair of each agrees to it."""
    first = houses[0]
    yield diary.on(first.calendar.day(told.day))
    by = first.coordinator
    module = operations.begin_module(
        kit(by=by),
        by=by,
        partnership=first.partnership,
        theme=told.theme,
        kind=told.kind,
        title=told.title,
        words=told.words,
        links=[{"words": words, "address": address} for words, address in told.links],
        audience=list(told.audience),
        review_by=add_months(first.calendar.day(told.day), LOOK_AGAIN_MONTHS),
    )
    if told.paper:
        operations.add_paper(module, by=by, seen=module.version, file=_paper(first, told))
    operations.send(module, by=by, seen=module.version)
    for house in houses:
        yield diary.soon()
        fresh = Module.objects.select_related("toolkit__partnership", "partnership").get(
            pk=module.pk
        )
        operations.agree(
            ModuleAt(fresh, house.partnership),
            by=house.chair,
            seen=fresh.version,
            nobody_known=True,
            opened=fresh.papers,
        )


def share(houses: Iterable[House]) -> Iterator[Story]:
    """The stories of toolkits that two of the houses own together."""
    by_slug = {house.world.partnership.slug: house for house in houses}
    for house in by_slug.values():
        told = house.world.library.shared
        if told and told.other in by_slug:
            yield from _Sharing(house, by_slug[told.other], told).stories()


@dataclass
class _Sharing:
    here: House
    there: House
    told: Shared
    made: list[Toolkit] = field(default_factory=list)

    def stories(self) -> Iterator[Story]:
        yield self._begin()
        for number, module in enumerate(self.told.modules):
            yield write_module(
                [self.here, self.there], self._kit, module, Diary(f"shared module {number}")
            )

    def _begin(self) -> Story:
        diary = Diary("shared toolkit")
        yield diary.on(self.here.calendar.day(self.told.day))
        kit = operations.begin_toolkit(
            self.here.partnership,
            by=self.here.coordinator,
            name=self.told.name,
            themes=self.told.themes,
        )
        asked = operations.invite(kit, by=self.here.coordinator, partnership=self.there.partnership)
        yield diary.on(self.here.calendar.day(self.told.yes))
        operations.answer_invitation(asked, by=self.there.coordinator, yes=True)
        self.made.append(kit)

    def _kit(self, *, by: Person) -> Toolkit:
        return Toolkit.objects.get(pk=self.made[0].pk)


def _paper(house: House, told: ModuleStory) -> SimpleUploadedFile:
    sheet = Sheet(
        title=told.paper,
        reference=house.partnership.name,
        marking="OFFICIAL",
        blocks=(Points(told.paper_lines),),
    )
    return SimpleUploadedFile(f"{told.paper}.pdf", as_pdf(sheet), content_type="application/pdf")
