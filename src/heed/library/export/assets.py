"""What pages load: styles, scripts, pictures, and the fonts and pictures that styles name."""

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from posixpath import dirname, normpath, relpath

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import Http404

_NAMED = re.compile(r"""(url\(\s*|@import\s+)(['"]?)([^'")]+)\2""")
_ELSEWHERE = ("data:", "#")


def content_of(name: str) -> bytes:
    """A file by its name under ``/static/``; Http404 where there is none."""
    gathered = Path(settings.STATIC_ROOT) / name
    found = gathered if gathered.is_file() else finders.find(name)
    if not found:
        raise Http404(f"/static/{name}")
    return Path(str(found)).read_bytes()


def mark_of(content: bytes, *beside: str | None) -> str:
    """By which an address changes with what stands there and what that loads, so that no cache
    keeps an old style."""
    return sha256(content + repr(beside).encode()).hexdigest()[:8]


def named_in(name: str, content: bytes) -> Iterator[str]:
    """The names under ``/static/`` that a style sheet loads. Raises ValueError where it would load
    something from another machine."""
    if not name.endswith(".css"):
        return
    for found in _NAMED.finditer(content.decode()):
        if not found[3].startswith(_ELSEWHERE):
            yield _name(name, found[3])


def relative(name: str, content: bytes) -> bytes:
    """A style sheet with what it loads beside it named from where it stands."""
    if not name.endswith(".css"):
        return content

    def to(found: re.Match[str]) -> str:
        if found[3].startswith(_ELSEWHERE):
            return found[0]
        there = relpath(_name(name, found[3]), dirname(name) or ".")
        ending = re.search(r"[?#].*", found[3])
        return f"{found[1]}{found[2]}{there}{ending[0] if ending else ''}{found[2]}"

    return _NAMED.sub(to, content.decode()).encode()


def _name(sheet: str, address: str) -> str:
    path = re.sub(r"[?#].*", "", address)
    if path.startswith("/static/"):
        return path.removeprefix("/static/")
    name = normpath(f"{dirname(sheet)}/{path}").lstrip("/")
    if "://" in path or path.startswith("/") or name.startswith(".."):
        raise ValueError(f"{sheet} loads {address}, which is not ours")
    return name
