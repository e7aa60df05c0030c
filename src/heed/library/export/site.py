"""Which files the public library is, and what stands in each."""

import json
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any

import structlog
from django.conf import settings
from django.db import OperationalError
from django.http import Http404
from django.urls import Resolver404, resolve, reverse
from django.utils.http import parse_header_parameters
from django.utils.text import get_valid_filename

from heed import __version__
from heed.briefings.models import FormerAddress, ReleasedPage
from heed.library import queries
from heed.library.export import assets, links, search
from heed.library.export.lists import SHORT, List, lists_of
from heed.library.export.still import Still, drawn, let_go, written
from heed.library.export.writing import Draft
from heed.library.publishing import entries, feeds
from heed.library.publishing.table import table_of
from heed.memory import themes
from heed.memory.themes import Theme
from heed.papers import tables
from heed.partnership.models import Partnership
from heed.toolkit import queries as toolkit

#: What pages lead to beside the pages that are listed, by the names of their addresses: drawn when
#: a page leads there, since only pages know what there is.
LED_TO = frozenset({"library:translation", "library:talk", "library:space", "elsewhere:public"})
GIVEN_OUT = frozenset(
    {
        "library:listen",
        "library:easy-read",
        "library:theme-paper",
        "library:talk-copy",
        "library:space-record",
    }
)

#: What takes long to make: again only where the page beside it, or the one above, has changed.
SLOW = frozenset({"library:talk-copy"})

#: How many bytes a paper's own name keeps: a disk takes 255, and other systems count otherwise.
LONGEST_NAME = 200

Draw = Callable[[], bytes]

log = structlog.get_logger()


class Site:
    """The files, by their place in the folder. A page's is ``…/index.html``.

    ``base`` is the address at which the folder will be read; without it no feed and no table is
    made, since both carry whole addresses. ``left_out`` says, once all is drawn, what could not be.
    """

    def __init__(self, base: str = "", *, from_disk: bool = False) -> None:
        self.still = Still(base.rstrip("/"), from_disk)
        self.left_out: list[str] = []
        self.houses = entries.houses()
        self._of_slug = {house.slug: house for house in self.houses}
        self._made: dict[str, Draw] = {}
        self._ahead: deque[str] = deque()
        self._papers: dict[str, str] = {}
        self._slow: set[str] = set()
        self._seen: dict[str, str] = {}
        self._named = "index.html" if from_disk else ""
        self._routed = cache(_route)
        self._loaded = cache(self._asset)
        self._front()
        for house in self.houses:
            self._of_house(house)

    def __len__(self) -> int:
        return len(self._made)

    def drawn(self) -> Iterator[tuple[str, bytes | Draft]]:
        """Each file's place and content; what pages lead to and load follows them.

        One that cannot be drawn is left out and told of: whatever else was taken down has to go.
        """
        while self._ahead:
            at = self._ahead.popleft()
            draw = partial(self._tried, at)
            if at in self._slow:
                above = [self._seen.get(f"{one}/index.html", "") for one in Path(at).parents[:2]]
                yield at, Draft(assets.mark_of(__version__.encode(), *above), draw)
            elif (content := draw()) is not None:
                yield at, content

    def _tried(self, at: str) -> bytes | None:
        try:
            return self._made[at]()
        except Exception as fault:
            self._leave_out(at, fault)
            return None

    def _leave_out(self, at: str, fault: Exception) -> None:
        """Tells of a file that could not be drawn; to be called where the fault is caught.

        Where the database does not answer, no file can be drawn, and the folder stays as it is.
        """
        if isinstance(fault, OperationalError):
            raise fault
        if isinstance(fault, (Http404, ValueError, OSError)):
            self.left_out.append(f"{at}: {fault}")
            return
        log.exception("file_not_drawn", file=at)
        self.left_out.append(f"{at}: it could not be drawn ({type(fault).__name__})")

    def _add(self, file: str, draw: Draw) -> None:
        if file not in self._made:
            self._made[file] = draw
            self._ahead.append(file)

    def _page(self, address: str, draw: Draw) -> None:
        """Adds the page of an address of ours, its links made to lead from file to file."""
        file = links.file_of(address)
        at = f"{file}index.html" if file.endswith("/") else file

        def page() -> bytes:
            made = links.joined(
                draw().decode(),
                at,
                own=address,
                place=self._place,
                ours="" if self.still.base == settings.HEED_ADDRESS else settings.HEED_ADDRESS,
                named=self._named,
            ).encode()
            self._seen[at] = assets.mark_of(made)
            return made

        self._add(at, page)

    def _view(self, address: str, house: Partnership | None) -> None:
        self._page(address, partial(_content, address, house, self.still))

    def _place(self, address: str) -> str | None:
        """By which file an address is written; none where it is no part of the files."""
        file = links.file_of(address)
        if file.startswith("assets/"):
            return self._loaded(file)
        if file.endswith("/colour.css"):
            return self._colour(address, file)
        if file in self._made or f"{file}index.html" in self._made:
            return file
        if address in self._papers:
            return self._papers[address]
        path = address.partition("#")[0]
        name, house = self._routed(path.partition("?")[0])
        if house not in self._of_slug:
            return None
        if name in LED_TO:
            self._view(path, self._of_slug[house])
            return file
        if name not in GIVEN_OUT:
            return None
        try:
            return self._given_out(path, file, name, self._of_slug[house])
        except Exception as fault:
            self._leave_out(file, fault)
            return None

    def _given_out(self, address: str, file: str, name: str, house: Partnership) -> str:
        """Takes a paper or a recording in; a paper without a name of its own keeps the one that
        the library gives it out by."""
        place = file
        if file.endswith("/"):
            given = drawn(address, house, self.still)
            let_go(given)
            _, said = parse_header_parameters(given["Content-Disposition"])
            place = f"{file}{_cut(get_valid_filename(said.get('filename') or 'paper'))}"
        self._papers[address] = place
        if name in SLOW:
            self._slow.add(place)
        self._add(place, lambda: _whole(address, house, self.still))
        return place

    def _colour(self, address: str, file: str) -> str | None:
        house = self._of_slug.get(file.partition("/")[0])
        if house is None:
            return None
        self._add(file, partial(_content, address, house, self.still))
        return f"{file}?{address.partition('?')[2]}"

    def _asset(self, file: str) -> str | None:
        name = file.removeprefix("assets/")
        try:
            content = assets.content_of(name)
            beside = [self._loaded(f"assets/{one}") for one in assets.named_in(name, content)]
        except (Http404, ValueError) as fault:
            self.left_out.append(f"{file}: {fault}")
            return None
        self._add(file, lambda: assets.relative(name, content))
        return f"{file}?v={assets.mark_of(content, *beside)}"

    def _front(self) -> None:
        self._page("/", lambda: written("front", None, self.still, houses=self.houses))
        for folder in links.ABOUT:
            self._view(reverse(folder.rstrip("/")), None)
        kept_out = "".join(f"Disallow: /*.{one}$\n" for one in ("pdf", "mp3", "docx"))
        self._add("robots.txt", lambda: f"User-agent: *\n{kept_out}".encode())

    def _of_house(self, house: Partnership) -> None:
        here = house.slug
        standing = list(entries.standing([house]).prefetch_related(None).only(*SHORT))
        gone = list(entries.taken_down([house]).select_related(None).only("slug"))
        lists = lists_of(house, standing)
        for one in lists:
            self._list(house, one)
        listed = {one.theme_id for one in lists} | set(toolkit.themes_on_shelves(house))
        for theme in themes.every():
            if theme.id in listed:
                self._view(reverse("library:theme", args=[here, theme.id]), house)
        for name in ("themes", "a-to-z"):
            self._view(reverse(f"library:{name}", args=[here]), house)
        self._view(reverse("elsewhere:public", args=[here]), house)
        for page in (*standing, *gone):
            self._view(reverse("library:page", args=[here, page.slug]), house)
        for page in standing:
            sheet = reverse("library:sheet", args=[here, page.slug])
            self._add(links.file_of(sheet), partial(_pdf, page.pk))
        self._moved(house, {page.pk: page.slug for page in (*standing, *gone)})
        self._add(f"{here}/learning/search-index.js", lambda: self._index(house))
        self._add(f"{here}/library/learning.json", lambda: _listed(house))
        if self.still.base:
            self._followed(house, [one.theme_id for one in lists if one.theme_id])

    def _list(self, house: Partnership, one: List) -> None:
        chips = _chips(house) if one.ways else []
        for number in one.numbers:
            address = f"/{house.slug}/{one.part}/" + (f"?page={number}" if number > 1 else "")
            self._page(
                address,
                lambda number=number: written(  # type: ignore[misc]
                    "list", house, self.still, chips=chips, **one.context(number)
                ),
            )

    def _moved(self, house: Partnership, now: dict[int, str]) -> None:
        former = FormerAddress.objects.filter(partnership=house, page__in=list(now))
        for one in former:
            draw = partial(written, "moved", house, self.still, slug=now[one.page_id])
            self._page(reverse("library:page", args=[house.slug, one.slug]), draw)

    def _followed(self, house: Partnership, of_themes: list[str]) -> None:
        here, base = house.slug, self.still.base
        self._view(reverse("library:follow", args=[here]), house)
        embed = reverse("library:embed", args=[here])
        self._view(embed, house)
        for theme in of_themes:
            self._view(f"{embed}?theme={theme}", house)
        for found in (None, *(themes.find(one) for one in of_themes)):
            place = f"{here}/library/themes/{found.id}" if found else f"{here}/library"
            feed = cache(partial(_feed, house, found, base))
            self._add(f"{place}/feed.xml", lambda feed=feed: feeds.as_atom(feed()))  # type: ignore[misc]
            self._add(f"{place}/feed.json", lambda feed=feed: feeds.as_json(feed()))  # type: ignore[misc]
        self._add(f"{here}/library/learning.csv", lambda: tables.as_csv(table_of(house, base=base)))

    def _index(self, house: Partnership) -> bytes:
        at = f"{house.slug}/learning/index.html"

        def to(address: str) -> str:
            return links.link_to(at, links.file_of(address), self._named)

        return search.index_of(list(entries.standing([house])), to)


def _chips(house: Partnership) -> list[dict[str, object]]:
    """The fullest themes, and the way to all of them."""
    every = queries.chips(entries.NOBODY, house)
    listed = f"/{house.slug}/learning/"
    shown: list[dict[str, object]] = [
        {"label": one.label, "count": one.count, "href": f"{listed}?theme={one.id}"}
        for one in every[: queries.CHIPS]
    ]
    more: dict[str, object] = {
        "label": "All themes",
        "href": reverse("library:themes", args=[house.slug]),
    }
    return [*shown, more] if len(every) > queries.CHIPS else shown


def _cut(name: str) -> str:
    """A file's name as every disk takes it, with its ending."""
    stem, dot, ending = name.rpartition(".")
    tail = f"{dot}{ending}".encode() if stem else b""
    if len(tail) > LONGEST_NAME // 4:
        stem, tail = name, b""
    cut = (stem or name).encode()[: LONGEST_NAME - len(tail)]
    return (cut + tail).decode(errors="ignore")


def _route(path: str) -> tuple[str, str]:
    """The name of an address, and the partnership that it names."""
    try:
        found = resolve(path)
    except Resolver404:
        return "", ""
    return found.view_name, str(found.kwargs.get("partnership", ""))


def _content(address: str, house: Partnership | None, still: Still) -> bytes:
    answer = drawn(address, house, still)
    if answer.status_code not in (200, 410):
        raise Http404(f"{address} answers {answer.status_code}")
    return answer.content


def _whole(address: str, house: Partnership, still: Still) -> bytes:
    given: Any = drawn(address, house, still)
    content = b"".join(given)
    let_go(given)
    return content


def _feed(house: Partnership, theme: Theme | None, base: str) -> feeds.Feed:
    feed = feeds.feed_of(house, theme, base=base)
    return replace(feed, home=f"/{links.file_of(feed.home)}")


def _listed(house: Partnership) -> bytes:
    standing = [vars(entries.entry(one)) for one in entries.standing([house])]
    gone = [vars(entries.gone(one)) for one in entries.recently_taken_down([house])]
    told = {"standing": standing, "taken_down": gone}
    return json.dumps(told, ensure_ascii=False, indent=1, default=str).encode()


def _pdf(pk: int) -> bytes:
    return bytes(ReleasedPage.objects.only("pdf").get(pk=pk).pdf)
