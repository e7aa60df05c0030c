"""The files beside the live library: each address has its file, and nothing else got in."""

import re
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import resolve
from pypdf import PdfReader

from heed.briefings import operations as briefings
from heed.briefings.models import PageReach, PageTheme, ReleasedPage
from heed.briefings.tests.factories import make_draft, make_released
from heed.elsewhere import operations as elsewhere
from heed.elsewhere.models import Report
from heed.elsewhere.states import ReportState
from heed.elsewhere.tests.factories import make_offered, make_report
from heed.library import operations, other_forms
from heed.library.export import lists
from heed.library.export.links import file_of
from heed.library.export.site import Site
from heed.library.export.writing import write
from heed.library.states import FormKind
from heed.library.tests.test_changes import TEXT
from heed.library.tests.test_changes import made as page_with_recommendation
from heed.library.tests.test_other_forms import FRAMES, begun, show, translation
from heed.papers.sheets import Sheet, Text, as_pdf
from heed.toolkit import operations as toolkit
from heed.toolkit.tests.factories import THEME, agree, make_module, make_shared
from tests.houses import House

Houses = tuple[House, House]
HOURS = "What happens in each hour, and who is there: a row to fill in for every hour of a day."
LINK = re.compile(r'\s(?:href|src)="([^"]+)"')
#: Where the live library leads that is no reading: doors, forms, the read API.
NO_READING = {
    "account_login",
    "account_reset_password",
    "following:follow",
    "library:api",
    "library:api-description",
    "referrals:start",
}
LED_TO = {
    "elsewhere:public",
    "help",
    "library:easy-read",
    "library:embed",
    "library:json-feed",
    "library:listen",
    "library:page",
    "library:sheet",
    "library:space",
    "library:space-record",
    "library:table",
    "library:talk",
    "library:talk-copy",
    "library:theme",
    "library:theme-atom",
    "library:theme-paper",
    "library:translation",
}
#: Where the words of the two are the same; lists are laid out otherwise.
SAME = (
    "library:page",
    "library:space",
    "library:theme",
    "library:themes",
    "library:translation",
)


@dataclass
class World:
    page: ReleasedPage
    withdrawn: ReleasedPage
    former: str


def recording(house: House, page: ReleasedPage) -> None:
    form = begun(house, page, FormKind.AUDIO)
    file = SimpleUploadedFile("page.mp3", FRAMES)
    operations.save_form(
        form, by=house.coordinator, seen=form.version, file=file, words="We asked who is at home."
    )
    show(house, operations.send_form(form, by=house.coordinator, seen=form.version))


def easy_read(house: House, page: ReleasedPage) -> None:
    form = begun(house, page, FormKind.EASY_READ)
    sheet = Sheet(title="Easy Read", reference="", marking="", blocks=(Text("We asked."),))
    file = SimpleUploadedFile("easy.pdf", as_pdf(sheet))
    operations.save_form(form, by=house.coordinator, seen=form.version, file=file)
    operations.send_form(form, by=house.coordinator, seen=form.version)
    for hit in other_forms.read(form).unsettled:
        operations.keep_form_words(form, by=house.coordinator, mark=hit.mark, reason="Invented.")
    show(house, form)


def shared_module(here: House, there: House, paper: str = "Chart of a day é.pdf") -> None:
    kit = make_shared(here, there)
    module = make_module(here, kit, title="In supervision")
    sheet = Sheet(title="Chart", reference="", marking="", blocks=(Text(HOURS),))
    file = SimpleUploadedFile(paper, as_pdf(sheet))
    toolkit.add_paper(module, by=here.coordinator, seen=module.version, file=file)
    toolkit.send(module, by=here.coordinator, seen=module.version)
    agree(module, here)
    agree(module, there)


@pytest.fixture
def world(two_partnerships: Houses, settings: Any) -> World:
    """A library with something of everything; files of it are read at an address of their own."""
    settings.HEED_LIBRARY_ADDRESS = "https://learning.example"
    here, there = two_partnerships
    page, recommendation = page_with_recommendation(here)
    change = operations.write_change(recommendation, by=here.coordinator, text=TEXT)
    operations.agree_change(change, by=here.chair, seen=change.version)
    operations.show_change(change, by=here.coordinator, seen=change.version)
    show(here, translation(here, page))
    recording(here, page)
    easy_read(here, page)
    PageReach.objects.create(page=page, kind="age", value="under-1")
    PageReach.objects.create(page=page, kind="role", value="health")
    PageTheme.objects.create(page=page, theme=THEME)
    former = page.slug
    briefings.change_address(page, by=here.coordinator, slug="who-else-is-at-home")
    shared_module(here, there)
    next_door = make_released(there, title="Meals missed")
    PageTheme.objects.create(page=next_door, theme=THEME)
    for title in ("What the school saw", "Two letters"):
        ReleasedPage.objects.filter(pk=make_released(here, title=title).pk).update(
            released_on="2026-03-04"
        )
    gone = make_released(here, title="For a while", focus="A zephyrgone was said.")
    briefings.withdraw(gone, by=here.coordinator, notice="We took it down.", why="zephyrwhy")
    report = make_offered(here)
    elsewhere.show(report, by=here.executive, seen=report.version)
    Report.objects.bulk_create(
        Report(
            partnership=here.partnership,
            key=f"k{number}",
            whose="other",
            title=f"Report {number}",
            public_title=f"Report {number}",
            link=f"https://collection.example/{number}",
            text="zephyrtext",
            state=ReportState.SHOWN,
        )
        for number in range(51)
    )
    make_released(here, readers="partnership", title="zephyrinside")
    make_draft(here, title="zephyrdraft")
    polish = begun(here, page, FormKind.TRANSLATION, "pl")
    operations.save_form(polish, by=here.coordinator, seen=polish.version, title="zephyrpolish")
    make_module(here, title="zephyrmodule")
    make_report(here, id="N-78", title="zephyrreport", text="zephyrtext", link="")
    page.refresh_from_db()
    return World(page, gone, former)


def walked(client: Client, start: str) -> dict[str, tuple[int, str]]:
    """Every reading address of ours that links lead to, with what it answers."""
    found: dict[str, tuple[int, str]] = {}
    waiting = [start]
    while waiting:
        address = waiting.pop()
        path = address.split("?")[0]
        if address in found or path.startswith("/static/") or named(path) in NO_READING:
            continue
        answer = client.get(address)
        body = b"".join(answer) if answer.streaming else answer.content
        html = answer["Content-Type"].startswith("text/html") and answer.status_code == 200
        found[address] = (answer.status_code, body.decode() if html else "")
        if answer.status_code in (301, 302):
            waiting.append(answer["Location"])
        for link in LINK.findall(found[address][1]):
            link = unescape(link).partition("#")[0]
            waiting += [path + link] if link.startswith("?") else []
            waiting += [link] if re.match(r"/(?!/)", link) else []
    return found


def named(path: str) -> str:
    return str(resolve(path).view_name)


def words(html: str) -> str:
    """What a page says in its main part, but for where it leads into the machine."""
    main = re.search(r"<main.*?</main>", html, re.S)
    assert main
    said = re.sub(r"<p[^>]*>Do you work with children here\?.*?</p>", "", main[0], flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", said)).split())


def test_every_address_of_the_live_library_has_its_file_and_nothing_else_got_in(
    world: World, client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "A_LIST", 2)
    site, folder = Site("https://learning.example"), tmp_path / "library"
    write(folder, site.drawn())
    assert not site.left_out
    _has_each_address(folder, world, client)
    _holds_nothing_else(folder)
    place = folder / f"harrowmere/learning/{world.page.slug}"
    page, arabic = (place / "index.html").read_text(), (place / "in/ar/index.html").read_text()
    assert 'lang="ar" dir="rtl"' in arabic
    assert '<meta name="robots" content="noindex">' in arabic
    assert '<meta name="robots" content="noindex">' in page
    assert (place / "recording.mp3").read_bytes() == FRAMES
    assert 'src="recording.mp3"' in page
    assert TEXT in page
    chart = folder / f"harrowmere/learning-themes/{THEME}/papers"
    assert [one.name for one in chart.rglob("*.pdf")] == ["Chart_of_a_day_é.pdf"]


def test_a_papers_long_name_is_cut_and_keeps_its_ending(
    two_partnerships: Houses, tmp_path: Path
) -> None:
    here, there = two_partnerships
    shared_module(here, there, paper=f"{'学' * 120}.pdf")
    site, folder = Site(), tmp_path / "library"
    report = write(folder, site.drawn())
    assert not (*site.left_out, *report.left_out)
    (paper,) = (folder / f"harrowmere/learning-themes/{THEME}/papers").rglob("*.pdf")
    assert paper.name == f"{'学' * 65}.pdf"
    assert quote(paper.name) in (paper.parents[2] / "index.html").read_text()


def _has_each_address(folder: Path, world: World, client: Client) -> None:
    live = walked(client, "/")
    for slug in (world.former, world.withdrawn.slug):
        live |= walked(client, f"/harrowmere/learning/{slug}/")
    assert {named(at.split("?")[0]) for at in live} >= LED_TO
    for address, (status, html) in live.items():
        place, name = folder / file_of(address), named(address.split("?")[0])
        papers = name == "library:theme-paper"
        file = (
            next(place.iterdir()) if papers else place / "index.html" if place.is_dir() else place
        )
        assert file.is_file(), f"{address} ({status}) has no file {place}"
        if status == 200 and name in SAME:
            assert words(file.read_text()) == words(html), address
    assert len(live) > 45


def _holds_nothing_else(folder: Path) -> None:
    met = 0
    for file in folder.rglob("*.*"):
        body = file.read_bytes()
        said = body.decode(errors="replace") + file.name
        if body.startswith(b"%PDF-") and len(body) > 100:
            said = " ".join(one.extract_text() for one in PdfReader(BytesIO(body)).pages)
        for kept_back in ("zephyr", "csrfmiddlewaretoken", "127.0.0.1", "sign-in", "HRW-"):
            assert kept_back not in said, f"{file} holds {kept_back}"
        for link in LINK.findall(said) if file.suffix == ".html" else ():
            if not re.match(r"mailto:|https?:|#|tel:", link):
                met += 1
                to = file.parent / unquote(unescape(link).partition("#")[0].partition("?")[0])
                to = to / "index.html" if to.is_dir() else to
                assert to.is_file(), f"{file} leads to {link}"
    assert met > 500
