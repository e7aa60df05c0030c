"""Links from file to file: relative, so that the folder works under any address.

What leads into the machine itself (signing in, referring) leads nowhere from a file: such a link
stays as its words.
"""

import re
from collections.abc import Callable, Mapping
from posixpath import dirname, relpath
from types import MappingProxyType
from urllib.parse import parse_qs, urlsplit

_ATTRIBUTE = re.compile(r'\s(href|src|action)="([^"]*)"')
_NARROWED = {"theme": "learning-themes", "role": "learning-readers", "age": "learning-ages"}
ABOUT = ("accessibility/", "privacy/", "cookies/")
_LINK = re.compile(r'<link\b[^>]*?\shref="[^"]*"[^>]*>')


def file_of(address: str) -> str:
    """Where the file of an address of ours stands in the folder, and how links name it.

    ``/p/learning/?theme=neglect`` is a folder of its own, as are readers and ages.
    """
    parts = urlsplit(address)
    path = parts.path.lstrip("/") or "index.html"
    if path.startswith("static/"):
        return f"assets/{path.removeprefix('static/')}"
    if sheet := re.fullmatch(r"([^/]+/learning/([^/]+)/)sheet/", path):
        return f"{sheet[1]}{sheet[2]}.pdf"
    if house := re.fullmatch(r"([^/]+)/(?:learning/)?", path):
        asked = {name: said[0] for name, said in parse_qs(parts.query).items()}
        if len(asked) == 1 and (name := next(iter(asked))) in _NARROWED:
            # A theme has a page of its own, and a list beside it.
            end = "all/" if name == "theme" else ""
            return f"{house[1]}/{_NARROWED[name]}/{asked[name]}/{end}"
        return path if path == f"{house[1]}/" in ABOUT else f"{house[1]}/learning/"
    return path


def joined(
    html: str,
    at: str,
    there: Callable[[str], bool],
    named: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """The page with every link of ours made relative to ``at``, the file in which it stands.

    ``there`` says whether a file (or a folder with a page, its name ending in a slash) is part of
    what is written; ``named`` gives, by address, files whose names are their own. A stylesheet or
    feed that is not there goes; any other such link loses its address and keeps its words. Raises
    ValueError for a form that would post into the machine.
    """

    def link(found: re.Match[str]) -> str:
        name, address = found[1], found[2]
        if not address.startswith("/"):
            return found[0]
        file = named.get(address) or file_of(address.replace("&amp;", "&"))
        if not there(file):
            if name == "action":
                raise ValueError(f"{at}: a form leads to {address}")
            return ""
        anchor = urlsplit(address).fragment
        to = relpath(file, dirname(at) or ".") + ("/" if file.endswith("/") else "")
        return f' {name}="{to}{"#" + anchor if anchor else ""}"'

    def kept(found: re.Match[str]) -> str:
        made = _ATTRIBUTE.sub(link, found[0])
        return made if ' href="' in made else ""

    return _ATTRIBUTE.sub(link, _LINK.sub(kept, html))
