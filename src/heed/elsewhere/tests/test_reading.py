"""Records, feeds and documents become rows; what cannot be read says why."""

import json

import pytest

from heed.briefings import operations as briefings
from heed.briefings.tests.factories import make_released
from heed.elsewhere import reading
from heed.elsewhere.reading.rows import words_of_html
from heed.elsewhere.tests.factories import as_pdf, as_word, as_zip, scanned_pdf
from heed.library.publishing import feeds
from heed.papers.checking import Unfit
from heed.papers.words import LOCKED, MACROS, SCANNED
from tests.houses import House

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
<title>Selby Vale learning</title><id>urn:x</id><updated>2026-05-01T09:00:00Z</updated>
<entry><id>urn:x:1</id><title>Fathers are asked</title><published>2026-04-03T09:00:00Z</published>
<link rel="self" href="https://vale.example/feed"/><link href="https://vale.example/1"/>
<category term="fathers-male-carers" label="Fathers and men"/>
<content type="html">&lt;p&gt;One question.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</content>
</entry>
<entry><id>urn:x:2</id><title>Taken down</title><category term="withdrawn"/></entry>
<at:deleted-entry ref="urn:x:3" when="2026-05-01T09:00:00Z"/></feed>"""
TEXT = "What happened, and what we learnt together. Published in June 2023 by the partnership."


def test_json_records_keep_their_own_names_for_the_columns() -> None:
    told = reading.read(
        "records.json",
        json.dumps({"records": [{"title": "One", "tags": ["a", "b"]}, {"year": 2020}]}).encode(),
    )
    assert told.head == ["title", "tags", "year"]
    assert told.rows == [(1, ["One", "a; b", ""]), (2, ["", "", "2020"])]


def test_an_atom_feed_gives_its_entries_and_its_tombstones() -> None:
    rows = [row for _, row in reading.read("feed.xml", ATOM.encode()).rows]
    assert rows[0] == [
        "urn:x:1", "Fathers are asked", "Selby Vale learning", "One question.",
        "Fathers and men", "https://vale.example/1", "2026-04-03", "",
    ]  # fmt: skip
    assert [(row[0], row[-1]) for row in rows[1:]] == [("urn:x:2", "Yes"), ("urn:x:3", "Yes")]


def test_a_json_feed_gives_its_items_and_what_it_withdrew() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Vale",
        "items": [
            {"id": "1", "title": "A", "content_html": "<p>Words</p>", "url": "https://v.example/1"},
            {"id": "2", "title": "Gone", "_heed": {"state": "taken_down"}},
            {"id": "3", "title": "B", "_heed": {"state": "standing"}},
        ],
    }
    rows = [row for _, row in reading.read("feed.json", json.dumps(feed).encode()).rows]
    assert rows[0][:4] == ["1", "A", "Vale", "Words"]
    assert [row[-1] for row in rows] == ["", "Yes", ""]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.json", b"[1, 2", "could not be read as JSON"),
        ("a.json", b'{"a": 1}', "no list of records"),
        ("a.json", b"[" * 200_000, "could not be read as JSON"),
        ("a.xml", b"<rss/>", "not an Atom feed"),
        ("a.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>', "DOCTYPE"),
        ("a.zip", b"nothing", "not a zip"),
        ("a.zip", as_zip({"folder/.hidden": b"x"}), "no document here"),
        ("a.pdf", b"", "is empty"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, content: bytes, says: str) -> None:
    with pytest.raises(Unfit, match=says):
        reading.read(name, content)


def test_documents_give_words_a_title_and_a_day_and_each_that_cannot_says_why() -> None:
    macros = as_zip({"word/vbaProject.bin": b"x", "[Content_Types].xml": b"x"})
    told = reading.read(
        "learning.zip",
        as_zip(
            {
                "2023/who-is-at-home.docx": as_word(
                    "Asking who is at home", TEXT, "3rd April 2023"
                ),
                "review.pdf": as_pdf("Babies and sleep: what we learnt", TEXT),
                "scan.pdf": scanned_pdf(),
                "locked.pdf": scanned_pdf("secret"),
                "old.docm": macros,
                "new.docx": macros,
                "notes.txt": b"words",
                "broken.pdf": b"%PDF-1.7 nothing more",
                "__MACOSX/._review.pdf": b"x",
            }
        ),
    )
    rows = {row[0]: row for _, row in told.rows}
    assert rows["who-is-at-home.docx"][1:3] == ["Asking who is at home", "2023-06-01"]
    assert TEXT in rows["who-is-at-home.docx"][3]
    assert rows["review.pdf"][1] == "Babies and sleep: what we learnt"
    assert "we learnt together" in rows["review.pdf"][3]
    whys = {name: row[4] for name, row in rows.items()}
    assert whys["scan.pdf"] == SCANNED
    assert whys["locked.pdf"] == LOCKED
    assert whys["old.docm"] == whys["new.docx"] == MACROS
    assert "neither a PDF nor a Word" in whys["notes.txt"]
    assert "could not be read" in whys["broken.pdf"]
    assert len(rows) == 8


def test_a_zip_that_would_unpack_to_too_much_is_refused() -> None:
    bomb = as_zip({"a.pdf": b"0" * 11_000_000})
    assert "10 MB or less" in reading.read("a.zip", bomb).rows[0][1][4]
    with pytest.raises(Unfit, match="more than 500"):
        reading.read("a.zip", as_zip({f"{n}.pdf": b"x" for n in range(501)}))


def test_html_leaves_words_alone() -> None:
    assert words_of_html("<p>a<b>b</b></p><style>x</style><p>c &amp; d") == "ab\nc & d"


def test_the_feeds_of_a_library_like_ours_are_understood(
    two_partnerships: tuple[House, House],
) -> None:
    house = two_partnerships[0]
    standing, gone = make_released(house), make_released(house, title="Homes that change")
    briefings.withdraw(gone, by=house.coordinator, notice="Taken down.", why="Old.")
    where = "http://testserver"
    feed = feeds.feed_of(house.partnership, None, base=where)
    for name, content in (("a.xml", feeds.as_atom(feed)), ("a.json", feeds.as_json(feed))):
        rows = {row[0]: row for _, row in reading.read(name, content).rows}
        assert len(rows) == 2
        by_title = {row[1]: row for row in rows.values()}
        assert by_title[standing.title][5].endswith(f"/learning/{standing.slug}/")
        assert by_title[standing.title][7] == ""
        assert by_title["This page has been taken down"][7] == "Yes"
