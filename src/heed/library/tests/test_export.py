"""The library as files: whole, led from file to file, incremental, recalled, swapped at once."""

import hashlib
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.db import OperationalError

from heed.briefings import operations
from heed.briefings.models import PageReach
from heed.briefings.tests.factories import make_released
from heed.library import talking
from heed.library.export import jobs, search, site
from heed.library.export.site import Site
from heed.library.export.writing import CannotWrite, Draft, Report, differences, write
from tests.houses import House

Houses = tuple[House, House]
LINK = re.compile(r'\s(?:href|src)="([^"]+)"')


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        """Says nothing."""


@contextmanager
def served(folder: Path) -> Iterator[HTTPConnection]:
    """The folder as Python's own file server serves it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    there = HTTPConnection("127.0.0.1", server.server_address[1])
    try:
        yield there
    finally:
        there.close()
        server.shutdown()
        server.server_close()
        thread.join()


def got(there: HTTPConnection, path: str) -> tuple[int, bytes, str]:
    there.request("GET", path)
    answer = there.getresponse()
    return answer.status, answer.read(), answer.getheader("Content-Type", "")


def walked(there: HTTPConnection, start: str) -> dict[str, bytes]:
    """Every file that links lead to from ``start``."""
    found: dict[str, bytes] = {}
    waiting = [start]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        status, body, kind = got(there, path)
        assert status == 200, path
        found[path] = body
        if kind.startswith("text/html"):
            for link in LINK.findall(body.decode()):
                if not re.match(r"(?:mailto:|tel:|https?:|#)", link):
                    waiting.append(urlsplit(urljoin(path, link)).path)
    return found


def export(folder: Path, base: str = "https://learning.example") -> Report:
    return write(folder, Site(base).drawn())


def test_a_file_server_serves_the_same_reading(two_partnerships: Houses, tmp_path: Path) -> None:
    here, there = two_partnerships
    made = make_released(here)
    inside = make_released(here, readers="partnership", title="Only for us here")
    PageReach.objects.create(page=made, kind="age", value="under-1")
    export(tmp_path / "any" / "path")
    with served(tmp_path) as server:
        found = walked(server, "/any/path/")
    whole = b"".join(found.values()).decode(errors="replace")
    place = "/any/path/harrowmere"
    page = found[f"{place}/learning/{made.slug}/"].decode()
    assert "Asking felt like accusing." in page
    assert (
        f'rel="canonical" href="https://learning.example/harrowmere/learning/{made.slug}/"' in page
    )
    assert '<meta name="robots" content="noindex">' in page
    assert found[f"{place}/learning/{made.slug}/{made.slug}.pdf"] == bytes(made.pdf)
    for part in (
        f"learning-months/{made.released_on:%Y-%m}/",
        "learning-themes/",
        "learning-themes/fathers-male-carers/",
        "learning-themes/fathers-male-carers/all/",
        "learning-ages/under-1/",
        "learning-a-to-z/",
        "library/follow/",
        "library/feed.xml",
        "library/feed.json",
        "library/themes/fathers-male-carers/feed.xml",
        "library/learning.csv",
        "learning/",
    ):
        assert f"{place}/{part}" in found, part
        assert made.title in found[f"{place}/{part}"].decode() or part in (
            "learning-themes/",
            "library/follow/",
        )
    assert "/any/path/selby-vale/learning/" in found
    assert "/any/path/privacy/" in found
    for kept_back in (inside.title, inside.slug, "127.0.0.1", "sign-in", "referrals/", "HRW-"):
        assert kept_back not in whole, kept_back
    assert there.partnership.name in whole


def _counted(sheet: Any, drawn: list[int]) -> Any:
    def counting(*args: Any, **kwargs: Any) -> Any:
        drawn.append(1)
        return sheet(*args, **kwargs)

    return counting


def test_what_did_not_change_is_not_touched_and_everything_is_summed(
    two_partnerships: Houses, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house, folder = two_partnerships[0], tmp_path / "library"
    made = make_released(house)
    drawn: list[int] = []
    monkeypatch.setattr(talking, "sheet", _counted(talking.sheet, drawn))
    first = export(folder)
    assert first.changed == first.files
    again = export(folder)
    assert (again.changed, again.gone) == (0, 0)
    PageReach.objects.create(page=made, kind="role", value="schools")
    assert export(folder).changed > 0
    assert len(drawn) == 1, "lists changed, and the page that is talked over did not"
    place = f"harrowmere/learning/{made.slug}"
    before = (folder / place / "index.html").stat().st_ino
    newer = make_released(house, title="What the school saw")
    third = export(folder)
    assert 0 < third.changed < third.files
    assert (folder / f"{place}/{made.slug}.pdf").stat().st_nlink == 1
    assert (folder / f"harrowmere/learning/{newer.slug}/index.html").is_file()
    # The older page now leads to the newer one, close to it: it is a new file.
    assert (folder / place / "index.html").stat().st_ino != before
    told = json.loads((folder / "manifest.json").read_text())["files"]
    written = {
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and path.name not in ("manifest.json", "SHA256SUMS")
    }
    assert set(told) == written
    for name, digest in told.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
        assert (folder / name).stat().st_mode & 0o777 == 0o644
    assert folder.stat().st_mode & 0o777 == 0o755
    assert sorted(path.name for path in tmp_path.iterdir()) == [".library.lock", "library"]


def test_withdrawal_and_a_new_address_reach_the_files(
    two_partnerships: Houses, tmp_path: Path
) -> None:
    house, folder = two_partnerships[0], tmp_path / "library"
    made, other = make_released(house), make_released(house, title="What the school saw")
    export(folder)
    operations.withdraw(made, by=house.coordinator, notice="We took it down.", why="A cousin rang.")
    before = other.slug
    operations.change_address(other, by=house.coordinator, slug="the-school")
    export(folder)
    assert not (folder / f"harrowmere/learning/{made.slug}/{made.slug}.pdf").exists()
    notice = (folder / f"harrowmere/learning/{made.slug}/index.html").read_text()
    assert "We took it down." in notice
    moved = (folder / f"harrowmere/learning/{before}/index.html").read_text()
    assert 'content="0; url=../the-school/"' in moved
    for path in folder.rglob("*"):
        if path.is_file():
            said = path.read_bytes().decode(errors="replace")
            assert made.title not in said, path
            assert "cousin" not in said, path
    items = json.loads((folder / "harrowmere/library/feed.json").read_text())["items"]
    assert [one["_heed"]["state"] for one in items] == ["standing", "taken_down"]


def test_without_an_address_nothing_names_one(two_partnerships: Houses, tmp_path: Path) -> None:
    make_released(two_partnerships[0])
    export(tmp_path / "library", base="")
    names = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert not [name for name in names if name.endswith((".xml", ".csv")) or "feed" in name]
    with served(tmp_path / "library") as server:
        whole = b"".join(walked(server, "/").values()).decode(errors="replace")
    assert "Follow what we learn" not in whole
    assert "canonical" not in whole


def test_a_folder_of_somebody_elses_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("Ten years of work.")
    with pytest.raises(CannotWrite, match="holds something that is no export"):
        write(tmp_path, [("index.html", b"")])
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_writing_that_stops_on_the_way_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    write(folder, [("index.html", b"before")])

    def broken() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"after"
        raise RuntimeError("the lights went out")

    with pytest.raises(RuntimeError):
        write(folder, broken())
    assert (folder / "index.html").read_bytes() == b"before"
    assert write(folder, [("index.html", b"after")]).changed == 1
    (folder / "index.html").write_bytes(b"meddled with")
    assert write(folder, [("index.html", b"after")]).changed == 1
    assert (folder / "index.html").read_bytes() == b"after"


@pytest.mark.parametrize("name", ["學" * 120 + ".txt", "x" * 300, "a\0b.txt"])
def test_a_name_that_no_disk_takes_stops_nothing(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "library"
    write(folder, [("index.html", b"front"), ("gone/index.html", b"withdrawn since")])
    made = write(folder, [("index.html", b"front"), (f"a/{name}", b"x"), ("z.html", b"last")])
    assert not (folder / "gone/index.html").exists()
    assert (made.files, made.gone) == (2, 1)
    assert made.left_out == (f"a/{name}: its name is not one that a disk takes",)
    assert differences(folder)[0] == []


def test_one_page_that_cannot_be_drawn_stops_neither_the_recall_nor_what_else_is_due(
    two_partnerships: Houses, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house, folder = two_partnerships[0], tmp_path / "library"
    made, other = make_released(house), make_released(house, title="What the school saw")
    assert "Wrote the library out" in jobs.renew(str(folder), "https://learning.example")
    operations.withdraw(made, by=house.coordinator, notice="We took it down.", why="A cousin rang.")
    drawn = site.drawn

    def broken(address: str, *args: Any) -> Any:
        if address.endswith(f"/{other.slug}/"):
            raise KeyError("zephyrsecret")
        return drawn(address, *args)

    monkeypatch.setattr(site, "drawn", broken)
    told = jobs.renew(str(folder), "https://learning.example")
    page = f"harrowmere/learning/{other.slug}/index.html"
    assert f"Left out of the library's files: {page}: it could not be drawn (KeyError)" in told
    assert "zephyrsecret" not in told
    assert (
        "We took it down." in (folder / f"harrowmere/learning/{made.slug}/index.html").read_text()
    )
    assert not (folder / page).exists()


def test_where_the_database_does_not_answer_the_files_stand_as_they_were(
    two_partnerships: Houses, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, folder = make_released(two_partnerships[0]), tmp_path / "library"
    jobs.renew(str(folder), "")
    PageReach.objects.create(page=made, kind="role", value="schools")

    def locked(*_: Any) -> Any:
        raise OperationalError("database is locked")

    monkeypatch.setattr(site, "drawn", locked)
    assert "was not written out (OperationalError)" in jobs.renew(str(folder), "")
    assert (folder / f"harrowmere/learning/{made.slug}/index.html").is_file()


def test_what_takes_long_is_made_again_only_when_what_it_is_made_from_changed(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "library"
    made: list[bytes] = []

    def once(made_from: str, content: bytes | None) -> Report:
        def draw() -> bytes | None:
            made.append(content or b"")
            return content

        return write(folder, [("index.html", b"front"), ("a.docx", Draft(made_from, draw))])

    once("first", b"one")
    assert once("first", b"never drawn").changed == 0
    assert (folder / "a.docx").read_bytes() == b"one"
    (folder / "a.docx").write_bytes(b"meddled with")
    once("first", b"one")
    once("second", b"two")
    assert (folder / "a.docx").read_bytes() == b"two"
    assert made == [b"one", b"one", b"two"]
    assert once("third", None).gone == 1
    assert not (folder / "a.docx").exists()
    assert differences(folder)[0] == []


def test_what_styles_load_comes_along_and_nothing_from_another_machine(
    two_partnerships: Houses, settings: Any, tmp_path: Path
) -> None:
    settings.STATIC_ROOT = tmp_path
    for name, body in {
        "heed/heed.css": "@font-face { src: url('../fonts/a.woff2?x=1') } a { background: "
        'url("/static/heed/b.svg#c") } b { background: url("data:image/svg+xml,%3Csvg/%3E") }',
        "heed/parts.css": '@import "more.css";',
        "heed/more.css": "a { background: url(b.svg) }",
        "heed/b.svg": "<svg/>",
        "fonts/a.woff2": "letters",
        "heed/print.css": "a { background: url(https://fonts.example/a.woff2) }",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(body)
    drawn = Site()
    files: dict[str, Any] = dict(drawn.drawn())
    for name in ("heed/heed.css", "heed/parts.css", "heed/more.css", "heed/b.svg", "fonts/a.woff2"):
        assert f"assets/{name}" in files, name
    style = files["assets/heed/heed.css"].decode()
    assert "url('../fonts/a.woff2?x=1')" in style
    assert 'url("b.svg#c")' in style
    assert "assets/heed/print.css" not in files
    (told,) = drawn.left_out
    assert told.startswith("assets/heed/print.css: ")
    page = files["harrowmere/learning/index.html"].decode()
    assert re.search(r'href="../../assets/heed/parts\.css\?v=\w{8}"', page)
    assert "print.css" not in page


def test_names_that_lead_on_and_links_for_a_disk(
    two_partnerships: Houses, settings: Any, tmp_path: Path
) -> None:
    made = make_released(two_partnerships[0])
    (tmp_path / "disk").mkdir()
    (tmp_path / "library").symlink_to(tmp_path / "disk")
    from_disk = Site("https://learning.example", from_disk=True)
    write(tmp_path / "library", from_disk.drawn())
    assert (tmp_path / "library").is_symlink()
    page = (tmp_path / "disk/harrowmere/learning/index.html").read_text()
    assert f'href="{made.slug}/index.html"' in page
    assert 'href="../learning-a-to-z/index.html"' in page
    index = (tmp_path / "disk/harrowmere/learning/search-index.js").read_text()
    assert f'"u":"{made.slug}/index.html"' in index


def test_the_index_holds_what_people_search_for(two_partnerships: Houses) -> None:
    from heed.library.publishing import entries

    made = make_released(two_partnerships[0])
    script = search.index_of(list(entries.standing(entries.houses())), str.upper).decode()
    index = json.loads(script.removeprefix("heedSearch(").removesuffix(");\n"))
    (page,) = index["pages"]
    assert (page["t"], page["f"], page["h"]) == (made.title, made.focus, [0])
    assert page["u"] == f"/HARROWMERE/LEARNING/{made.slug.upper()}/"
    assert index["words"]["asking"] == [0, search.TITLE + search.BODY]
    assert "the" not in index["words"]
    (fathers,) = index["themes"]
    assert "hidden men" in fathers["s"]
    assert fathers["h"]
    assert search.words("Siân’s café, the WNB") == ["sians", "cafe", "wnb"]
