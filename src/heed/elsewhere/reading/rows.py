"""Rows of words with their head, and the names of the columns that our readers fill."""

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

ID, TITLE, BY_WHOM, TEXT = "Id", "Title", "Whose", "Abstract"
KEYWORDS, LINK, DATE = "Keywords", "Link", "Date"
TAKEN_DOWN, UNREAD = "Taken down", "Could not be read"
#: The most characters of one cell; a report of 300 pages holds fewer.
LONGEST = 1_000_000
MOST_ROWS = 5000


@dataclass(frozen=True)
class Rows:
    """The head, and each row with its number in the file."""

    head: list[str]
    rows: list[tuple[int, list[str]]]


def word(value: Any) -> str:
    """A value of a record as words; several are parted by semicolons."""
    if value is None or isinstance(value, bool):
        return "" if value is None else ("Yes" if value else "No")
    if isinstance(value, list):
        return "; ".join(filter(None, (word(one) for one in value)))
    if isinstance(value, dict):
        return word(next((value[key] for key in ("name", "title", "url") if key in value), ""))
    return str(value).replace("\x00", "").strip()[:LONGEST]


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.hidden += tag in ("script", "style")
        if tag in ("p", "br", "li", "div", "h1", "h2", "h3", "h4", "tr"):
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if self.hidden <= 0:
            self.parts.append(data)


def words_of_html(text: str) -> str:
    """The words of a piece of HTML, in lines; no tag, script or style is left."""
    reader = _Text()
    reader.feed(text[:LONGEST])
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return "\n".join(line for line in lines if line)
