"""Reads the feed of another library: Atom, or JSON Feed. What it took down comes as taken down.

A feed says that an entry is gone by a tombstone: in Atom ``at:deleted-entry`` (RFC 6721) or an
entry whose category is "withdrawn"; in JSON an item that says so under ``_heed``. A library of
ours leaves the entry under its id, with a title that says so.
"""

from typing import Any
from xml.etree import ElementTree

from heed.elsewhere.reading.rows import (
    BY_WHOM,
    DATE,
    ID,
    KEYWORDS,
    LINK,
    MOST_ROWS,
    TAKEN_DOWN,
    TEXT,
    TITLE,
    Rows,
    word,
    words_of_html,
)
from heed.papers.checking import Unfit

HEAD = [ID, TITLE, BY_WHOM, TEXT, KEYWORDS, LINK, DATE, TAKEN_DOWN]
ATOM = "{http://www.w3.org/2005/Atom}"
TOMB = "{http://purl.org/atompub/tombstones/1.0}"
#: The title that stands in the feed of a library like ours where a page was taken down.
NOTICE = "this page has been taken down"
GONE = {"withdrawn", "taken-down", "taken down"}
NOT_A_FEED = "This file is not an Atom feed. Use Atom, or a JSON feed whose name ends in .json."
NO_DOCTYPE = "This file defines its own marks (a DOCTYPE), which a feed has no need of. Not read."


def of_atom(content: bytes) -> Rows:
    """The entries of an Atom feed. Raises Unfit with a sentence."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unfit("This feed is not UTF-8 text. Save it again as UTF-8.") from None
    if "<!doctype" in text.lower() or "<!entity" in text.lower():
        raise Unfit(NO_DOCTYPE)
    try:
        feed = ElementTree.fromstring(text)  # noqa: S314 it defines no entity, as was just seen
    except (ElementTree.ParseError, ValueError, RecursionError):
        raise Unfit(NOT_A_FEED) from None
    if feed.tag != f"{ATOM}feed":
        raise Unfit(NOT_A_FEED)
    whose = _by_whom(feed) or _said(feed, "title")
    rows = [_of_entry(one, whose) for one in feed.findall(f"{ATOM}entry")]
    rows += [
        [word(one.get("ref")), "", whose, "", "", "", "", "Yes"]
        for one in feed.findall(f"{TOMB}deleted-entry")
    ]
    return _numbered(rows)


def of_json(feed: dict[str, Any]) -> Rows:
    """The items of a JSON feed."""
    whose = word(feed.get("authors")) or word(feed.get("title"))
    items = feed.get("items")
    rows = []
    for one in items if isinstance(items, list) else []:
        if not isinstance(one, dict):
            continue
        ours = one.get("_heed")
        gone = isinstance(ours, dict) and (
            bool(ours.get("withdrawn")) or ours.get("state") == "taken_down"
        )
        said = one.get("content_text") or words_of_html(word(one.get("content_html")))
        rows.append(
            [
                word(one.get("id")),
                word(one.get("title")),
                word(one.get("authors")) or whose,
                word(said) or word(one.get("summary")),
                word(one.get("tags")),
                word(one.get("url")),
                word(one.get("date_published") or one.get("date_modified"))[:10],
                "Yes" if gone or GONE & {str(tag).casefold() for tag in _list(one, "tags")} else "",
            ]
        )
    return _numbered(rows)


def _list(item: dict[str, Any], name: str) -> list[Any]:
    value = item.get(name)
    return value if isinstance(value, list) else []


def _numbered(rows: list[list[str]]) -> Rows:
    if not rows:
        raise Unfit("This feed holds no entries.")
    if len(rows) > MOST_ROWS:
        raise Unfit(f"This feed holds more than {MOST_ROWS:,} entries. Part it in two.")
    return Rows(HEAD, list(enumerate(rows, start=1)))


def _of_entry(entry: ElementTree.Element, whose: str) -> list[str]:
    terms = [one.get("label") or one.get("term") or "" for one in entry.findall(f"{ATOM}category")]
    marks = {(one.get("term") or "").casefold() for one in entry.findall(f"{ATOM}category")}
    links = entry.findall(f"{ATOM}link")
    link = next((one for one in links if one.get("rel", "alternate") == "alternate"), None)
    day = _said(entry, "published") or _said(entry, "updated")
    return [
        _said(entry, "id"),
        _said(entry, "title"),
        _by_whom(entry) or whose,
        _said(entry, "content") or _said(entry, "summary"),
        "; ".join(filter(None, terms)),
        word(link.get("href")) if link is not None else "",
        day[:10],
        "Yes" if GONE & marks or _said(entry, "title").casefold() == NOTICE else "",
    ]


def _by_whom(element: ElementTree.Element) -> str:
    name = element.find(f"{ATOM}author/{ATOM}name")
    return word(name.text) if name is not None else ""


def _said(element: ElementTree.Element, name: str) -> str:
    found = element.find(f"{ATOM}{name}")
    if found is None:
        return ""
    text = "".join(found.itertext())
    return words_of_html(text) if found.get("type") == "html" else word(text)
