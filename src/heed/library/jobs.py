"""Lets memory go of what has come to its end in the library; `heed tick` calls it."""

from heed import clock
from heed.briefings.models import ReleasedPage
from heed.memory import operations as memory
from heed.memory.models import Entry
from heed.toolkit.models import Shelf


def let_go_of_ended() -> int:
    """Pages and modules whose end date has passed leave every search; how many did.

    Lists, feeds and the read API ask for what stands today by themselves. Whoever looks at one
    again, or agrees to it again, brings it back.
    """
    today = clock.today()
    keys = {one.memory_key for one in ReleasedPage.objects.filter(ends_on__lt=today).only("pk")}
    keys |= {one.memory_key for one in Shelf.objects.filter(ends_on__lt=today).only("pk")}
    found = Entry.objects.filter(source_key__in=keys).values_list("source_key", flat=True)
    return sum(memory.forget(key) for key in list(found))
