"""Which files the public library is, and what stands in each."""

import json
import re
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import Http404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import parse_header_parameters
from django.utils.text import get_valid_filename

from heed.briefings.models import FormerAddress, ReleasedPage
from heed.briefings.reach import AGES, ROLES
from heed.design.dates import month
from heed.library.export import links, search
from heed.library.export.still import Still, asked, drawn
from heed.library.narrowing import Narrow
from heed.library.publishing import entries, feeds
from heed.library.publishing.table import table_of
from heed.memory import themes
from heed.papers import tables
from heed.partnership.models import Partnership
from heed.toolkit import queries as toolkit

NEWEST = 10
_PAPER = re.compile(r'href="(/[^"/]+/learning-themes/[^"/]+/papers/\d+/)"')
_LOADED = re.compile(r'(?:href|src)="/(static/[^"?#]+|[^/"]+/colour\.css[^"]*)"')
_WITHIN_CSS = re.compile(r"url\(\s*['\"]?([^)'\"]+)")

Draw = Callable[[], bytes]


class Site:
    """The files, by their place in the folder. A page's is ``…/index.html``.

    ``base`` is the address at which the folder will be read; without it no feed and no table is
    made, since both carry whole addresses.
    """

    def __init__(self, base: str = "") -> None:
        self.still = Still(base.rstrip("/"))
        self.pages: dict[str, Callable[[], str]] = {}
        self.files: dict[str, Draw] = {}
        self.named: dict[str, str] = {}
        self.houses = entries.houses()
        self._front()
        for house in self.houses:
            self._of_house(house)

    def __len__(self) -> int:
        return len(self.pages) + len(self.files)

    def drawn(self) -> Iterator[tuple[str, bytes]]:
        """Each file's place and content: pages first, then what they load."""
        loaded: dict[str, str] = {}
        for at, draw in self.pages.items():
            html = draw()
            loaded |= {links.file_of(one): one for one in _loaded(html)}
            for address in _PAPER.findall(html):
                self._keep_paper(address)
            page = links.joined(html, at, self._there, self.named)
            if settings.HEED_ADDRESS in page and self.still.base != settings.HEED_ADDRESS:
                raise ValueError(f"{at}: it names the machine that holds the cases")
            yield at, page.encode()
        for at, made in self.files.items():
            yield at, made()
        for at, address in sorted(loaded.items()):
            yield at, self._asset(address)

    def _there(self, file: str) -> bool:
        if file.startswith("assets/") or file.endswith("/colour.css"):
            return True
        return f"{file}index.html" in self.pages or file in self.pages or file in self.files

    def _front(self) -> None:
        self.pages["index.html"] = lambda: self._drawn("front", None, houses=self.houses)
        for folder in links.ABOUT:
            self.pages[f"{folder}index.html"] = self._view(reverse(folder.rstrip("/")), None)
        self.files["robots.txt"] = lambda: b"User-agent: *\nDisallow: /*.pdf$\n"

    def _of_house(self, house: Partnership) -> None:
        standing = entries.standing([house])
        listed = list(standing.only(*_SHORT))
        gone = list(entries.taken_down([house]).select_related("replaced_by"))
        here = house.slug
        months = [
            (when, list(group))
            for when, group in groupby(listed, key=lambda one: f"{one.released_on:%Y-%m}")
        ]
        lists: dict[str, tuple[str, str, list[ReleasedPage]]] = {
            f"learning-months/{when}": (month(group[0].released_on), "", group)
            for when, group in months
        }
        for theme in themes.every():
            lists[f"learning-themes/{theme.id}/all"] = (
                theme.label,
                theme.definition,
                list(Narrow(theme=theme.id).among(standing).only(*_SHORT)),
            )
        for name, label in ROLES.items():
            found = list(Narrow(role=name).among(standing).only(*_SHORT))
            lists[f"learning-readers/{name}"] = (f"For: {label}", "", found)
        for name, label in AGES.items():
            found = list(Narrow(age=name).among(standing).only(*_SHORT))
            lists[f"learning-ages/{name}"] = (f"Ages: {label}", "", found)
        lists = {part: told for part, told in lists.items() if told[2]}
        ways = {
            start: [(part, told[0], len(told[2])) for part, told in lists.items() if start in part]
            for start in ("months", "readers", "ages")
        }
        self._list(house, "learning", ("What we have learned", "", listed[:NEWEST]), ways=ways)
        for part, told in lists.items():
            self._list(house, part, told)
        shelved = toolkit.themes_on_shelves(house)
        for theme in themes.every():
            if theme.id in shelved or f"learning-themes/{theme.id}/all" in lists:
                self._page(house, reverse("library:theme", args=[here, theme.id]))
        for name in ("themes", "a-to-z"):
            self._page(house, reverse(f"library:{name}", args=[here]))
        for one in (*listed, *gone):
            self._page(house, reverse("library:page", args=[here, one.slug]))
        for one in listed:
            sheet = reverse("library:sheet", args=[here, one.slug])
            self.files[links.file_of(sheet)] = lambda pk=one.pk: _pdf(pk)  # type: ignore[misc]
        self._moved(house, {one.pk: one.slug for one in (*listed, *gone)})
        full = entries.standing([house])
        self.files[f"{here}/learning/search.json"] = lambda: search.index_of(list(full))
        self.files[f"{here}/library/learning.json"] = lambda: self._listed(house)
        if self.still.base:
            self._followed(house)

    def _followed(self, house: Partnership) -> None:
        here, base = house.slug, self.still.base
        for part in ("follow", "embed"):
            self._page(house, reverse(f"library:{part}", args=[here]))
        kept: list[Any] = [None, *(one for one in themes.every() if self._has(house, one.id))]
        for theme in kept:
            place = f"{here}/library/themes/{theme.id}" if theme else f"{here}/library"
            for name, made in (("feed.xml", feeds.as_atom), ("feed.json", feeds.as_json)):
                self.files[f"{place}/{name}"] = (
                    lambda theme=theme, made=made: made(feeds.feed_of(house, theme, base=base))  # type: ignore[misc]
                )
        self.files[f"{here}/library/learning.csv"] = lambda: tables.as_csv(
            table_of(house, base=base)
        )

    def _has(self, house: Partnership, theme: str) -> bool:
        return f"{house.slug}/learning-themes/{theme}/all/index.html" in self.pages

    def _keep_paper(self, address: str) -> None:
        """Takes a module's paper in under its own name, from where the library gives it out."""
        if address in self.named:
            return
        house = next(one for one in self.houses if address.startswith(f"/{one.slug}/"))
        given = drawn(address, house, self.still)
        content = b"".join(given)
        given.close()
        _, said = parse_header_parameters(given["Content-Disposition"])
        name = get_valid_filename(said.get("filename") or "paper")
        place = f"{address.lstrip('/')}{name}"
        self.named[address] = place
        self.files[place] = lambda: content

    def _list(
        self,
        house: Partnership,
        part: str,
        told: tuple[str, str, list[ReleasedPage]],
        ways: dict[str, list[tuple[str, str, int]]] | None = None,
    ) -> None:
        heading, lead, listed = told
        theme_id = part.split("/")[1] if part.startswith("learning-themes/") else ""
        by_month = [
            (name, list(group))
            for name, group in groupby(listed, key=lambda one: month(one.released_on))
        ]
        self.pages[f"{house.slug}/{part}/index.html"] = lambda: self._drawn(
            "list",
            house,
            heading=heading,
            lead=lead,
            months=by_month,
            ways=ways,
            count=len(listed),
            theme_id=theme_id,
        )

    def _page(self, house: Partnership, address: str) -> None:
        self.pages[f"{links.file_of(address)}index.html"] = self._view(address, house)

    def _view(self, address: str, house: Partnership | None) -> Callable[[], str]:
        return lambda: drawn(address, house, self.still).content.decode()

    def _moved(self, house: Partnership, now: dict[int, str]) -> None:
        former = FormerAddress.objects.filter(partnership=house, page__in=list(now))
        for one in former:
            to = now[one.page_id]
            self.pages[f"{house.slug}/learning/{one.slug}/index.html"] = (
                lambda to=to: self._drawn("moved", house, slug=to)  # type: ignore[misc]
            )

    def _drawn(self, template: str, house: Partnership | None, **context: Any) -> str:
        request = asked("/", house, self.still)
        return render_to_string(f"library/still/{template}.html", context, request=request)

    def _listed(self, house: Partnership) -> bytes:
        standing = [vars(entries.entry(one)) for one in entries.standing([house])]
        gone = [vars(entries.gone(one)) for one in entries.recently_taken_down([house])]
        told = {"standing": standing, "taken_down": gone}
        return json.dumps(told, ensure_ascii=False, indent=1, default=str).encode()

    def _asset(self, address: str) -> bytes:
        name = address.split("?")[0].lstrip("/")
        if not name.startswith("static/"):
            house = next(one for one in self.houses if name.startswith(f"{one.slug}/"))
            return drawn(address, house, self.still).content
        name = name.removeprefix("static/")
        gathered = Path(settings.STATIC_ROOT) / name
        found = gathered if gathered.is_file() else finders.find(name)
        if not found:
            raise Http404(name)
        content = Path(str(found)).read_bytes()
        if name.endswith(".css") and _WITHIN_CSS.search(content.decode()):
            raise ValueError(f"{name}: a style sheet that loads another file is not exported yet")
        return content


_SHORT = (
    "number",
    "slug",
    "title",
    "focus",
    "audience",
    "minutes",
    "released_on",
    "partnership__slug",
)


def _loaded(html: str) -> Iterator[str]:
    return (f"/{one}" for one in _LOADED.findall(html))


def _pdf(pk: int) -> bytes:
    return bytes(ReleasedPage.objects.only("pdf").get(pk=pk).pdf)
