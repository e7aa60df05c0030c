"""Links from file to file: relative, so that the folder works under any address.

What leads into the machine itself (signing in, referring) leads nowhere from a file: such a link
stays as its words.
"""

import re
from collections.abc import Callable
from html import escape, unescape
from posixpath import dirname, relpath
from urllib.parse import parse_qs, quote, urlsplit

_ATTRIBUTE = re.compile(r'(\s(?:href|src|action)="|\scontent="0; url=)([^"]*)"')
_NARROWED = {"theme": "learning-themes", "role": "learning-readers", "age": "learning-ages"}
#: What other pages than the list may be asked for, by the end of their address.
_ASKED = {"/library/embed/": "theme", "/learning-space/": "role"}
_VALUE = re.compile(r"[a-z0-9-]+")
_LINK = re.compile(r'<link\b[^>]*?\shref="[^"]*"[^>]*>')
_PAPER = re.compile(r"([^/]+/learning/([^/]+)/)(sheet|easy-read)/")
_LIST = re.compile(r"([^/]+)/(?:learning/)?")
ABOUT = ("accessibility/", "privacy/", "cookies/", "help/")


def file_of(address: str) -> str:
    """Where the file of an address of ours stands in the folder, and how links name it.

    What an address asks for becomes a folder: ``/p/learning/?theme=neglect`` is
    ``p/learning-themes/neglect/all/``, and ``?page=2`` of any other list is its ``page-2/``. The
    list of everything has its months for pages.
    """
    parts = urlsplit(address)
    path = parts.path.lstrip("/") or "index.html"
    said = parse_qs(parts.query).items()
    asked = {name: values[0] for name, values in said if _VALUE.fullmatch(values[0])}
    if path.startswith("static/"):
        return f"assets/{path.removeprefix('static/')}"
    if paper := _PAPER.fullmatch(path):
        return f"{paper[1]}{paper[2]}{'-easy-read' if paper[3] == 'easy-read' else ''}.pdf"
    if house := _LIST.fullmatch(path):
        if len(asked) == 1 and (name := next(iter(asked))) in _NARROWED:
            # A theme has a page of its own, and a list beside it.
            end = "all/" if name == "theme" else ""
            return f"{house[1]}/{_NARROWED[name]}/{asked[name]}/{end}"
        return path if path in ABOUT else f"{house[1]}/learning/"
    for ending, name in _ASKED.items():
        if path.endswith(ending) and name in asked:
            return f"{path}{asked[name]}/"
    number = asked.get("page", "1")
    return f"{path}page-{number}/" if path.endswith("/") and number != "1" else path


def joined(
    html: str,
    at: str,
    *,
    own: str,
    place: Callable[[str], str | None],
    ours: str,
    named: str = "",
) -> str:
    """The page with every link of ours made relative to ``at``, the file in which it stands.

    ``own`` is the page's address, from which ``?page=2`` is understood. ``place`` says by which
    file an address is written (a folder with a page ends in a slash), or that it is not. A style
    sheet or feed that is not there goes; any other such link loses its address and keeps its
    words. ``ours`` begins whole addresses of this machine: where somebody wrote one, it leads to
    the file that there is. ``named`` is put behind a folder, for readers without a server. Raises
    ValueError for a form that would post into the machine.
    """

    def link(found: re.Match[str]) -> str:
        before, address = found[1], unescape(found[2])
        whole = bool(ours) and address.startswith(f"{ours}/")
        address = address.removeprefix(ours) if whole else address
        address = own.split("?")[0] + address if address.startswith("?") else address
        if not address.startswith("/") or address.startswith("//"):
            return found[0]
        file = place(address)
        if file is None:
            if before.startswith(" action"):
                raise ValueError(f"{at}: a form leads to {address}")
            return found[0] if whole else ""
        return f'{before}{escape(link_to(at, file, named) + _anchor(address))}"'

    def kept(found: re.Match[str]) -> str:
        made = _ATTRIBUTE.sub(link, found[0])
        return made if ' href="' in made else ""

    return _ATTRIBUTE.sub(link, _LINK.sub(kept, html))


def link_to(at: str, file: str, named: str = "") -> str:
    """The way from one file to another; ``named`` is put behind a folder."""
    to = relpath(file, dirname(at) or ".")
    return quote(f"{to}/{named}" if file.endswith("/") else to, safe="/?=")


def _anchor(address: str) -> str:
    anchor = urlsplit(address).fragment
    return f"#{anchor}" if anchor else ""
