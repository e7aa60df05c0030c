"""Pages: closed by default, every template in use, plain words, nothing marked safe unseen."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.template.utils import get_app_template_dirs
from django.urls import URLPattern, URLResolver, get_resolver

from tests.repository.reading import HEED, files, name_of, ours, room_of, told, tree

#: Views that others wrote: where they come from, and why they need no door of ours.
GUARDED_BY_OTHERS = {
    "allauth.": "signing in and out, which somebody without an account must reach",
    "ninja.": "the read API, which gives what everyone may read and asks nobody who they are",
}

#: Templates that Django looks for by name.
LOOKED_FOR = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}

NEVER_SAID = re.compile(
    r"\b(?:fail(?:ed|ings?|ures?)|overdue|non-complian(?:t|ce)|hard to reach|"
    r"disengaged|please note)\b",
    re.I,
)
#: Where such a word has to stand, and why.
MAY_BE_SAID: dict[str, str] = {}

UNSAFE = re.compile(
    r"\bmark_safe\(|\|\s*safe\b|autoescape off|\.raw\(|\.extra\(|shell=True|\beval\("
)
#: Where one of these stands for a good reason.
SEEN_TO_BE_SAFE = {
    "src/heed/memory/snippets.py": "each piece of a snippet is escaped before its marks are put in",
}


def patterns(within: Any = None, address: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every page's address and pattern."""
    for entry in (within or get_resolver()).url_patterns:
        here = address + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from patterns(entry, here)
        else:
            yield here, entry


def test_every_page_says_who_may_open_it() -> None:
    wrong = []
    for address, pattern in patterns():
        view = pattern.callback
        module = getattr(view, "view_class", view).__module__
        if not hasattr(view, "heed_door") and not module.startswith(tuple(GUARDED_BY_OTHERS)):
            wrong.append(f"/{address} ({module}.{view.__name__})")
    told(wrong, "Say @needs(PERMISSION, load) or @open_to_all above the view.")


def test_no_exemption_outlives_its_pages() -> None:
    modules = [
        getattr(pattern.callback, "view_class", pattern.callback).__module__
        for _, pattern in patterns()
    ]
    for prefix in GUARDED_BY_OTHERS:
        assert any(module.startswith(prefix) for module in modules), (
            f"Take out {prefix!r}: no page."
        )


def test_addresses_are_kebab_case() -> None:
    wrong = [
        f"/{address}"
        for address, pattern in patterns()
        if pattern.callback.__module__.startswith("heed.")
        and re.search(r"[A-Z_]", re.sub(r"<[^>]*>", "", address))
    ]
    told(wrong, "Write addresses in small letters with hyphens.")


def templates() -> Iterator[tuple[str, Path]]:
    """Each template's name, as Django knows it, and its file."""
    for path in ours(".html", ".txt"):
        parts = path.parts
        if "templates" in parts:
            yield "/".join(parts[parts.index("templates") + 1 :]), path


def test_every_template_is_used() -> None:
    written = "\n".join(path.read_text() for path in ours(".py", ".html", ".txt"))
    elsewhere = [
        folder for folder in get_app_template_dirs("templates") if HEED not in folder.parents
    ]
    wrong = []
    for name, path in templates():
        folder, stem = name.rsplit("/", 1)[0], path.stem
        component = "<c-" + name.removeprefix("cotton/").removesuffix(".html").replace("/", ".")
        if name.startswith("cotton/"):
            used = component.replace("_", "-") + " " in re.sub(r"[\n/>]", " ", written)
        else:
            # Named in full, or put together from its folder and a word.
            used = f'"{name}"' in written or (f"{folder}/{{" in written and f'"{stem}"' in written)
        overrides = any((there / name).exists() for there in elsewhere)
        if not used and not overrides and name not in LOOKED_FOR:
            wrong.append(name_of(path))
    told(wrong, "Nothing shows it: use it, or take it away.")


def test_every_page_names_its_screen() -> None:
    wrong = []
    for _, path in templates():
        text = path.read_text()
        if re.search(r'{% extends "design/(?:work|ask|public)\.html" %}', text):
            screen = re.search(r"{% block screen %}(.*?){% endblock", text)
            if not screen or not re.fullmatch(r"[a-z]+(?:-[a-z]+)*|[a-z-]*{{ screen }}", screen[1]):
                wrong.append(name_of(path))
    told(wrong, "Give it {% block screen %}a-slug-in-small-letters{% endblock %}.")


def shown_text(path: Path) -> Iterator[tuple[int, str]]:
    """Text of a file that a person may read: a template's lines, a Python file's strings."""
    if path.suffix != ".py":
        text = re.sub(r"{#.*?#}|{% comment.*?endcomment %}", "", path.read_text(), flags=re.S)
        yield from enumerate(text.splitlines(), 1)
        return
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree(path)):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings
        ):
            yield node.lineno, node.value


def test_no_page_blames() -> None:
    wrong = []
    for path in ours(".html", ".txt", ".py", ".toml"):
        # `wording` holds the words in order to find them.
        if room_of(path) == "wording" or name_of(path) in MAY_BE_SAID:
            continue
        for line, text in shown_text(path):
            if said := NEVER_SAID.search(text):
                wrong.append(f"{name_of(path)}:{line} says “{said[0]}”")
    told(wrong, "Say what happened and what to do: “past its date”, “could not be sent”.")


def test_nothing_is_marked_safe_unseen() -> None:
    wrong = []
    for path in ours(".py", ".html"):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if UNSAFE.search(line) and name_of(path) not in SEEN_TO_BE_SAFE:
                wrong.append(f"{name_of(path)}:{number} {line.strip()[:80]}")
    told(wrong, "Use format_html, a template or the ORM; else name the file here with its reason.")


def test_no_style_or_script_stands_in_a_page() -> None:
    inline = re.compile(r"\sstyle=|<style|<script(?![^>]*\bsrc=)|\son[a-z]+=\"|javascript:", re.I)
    wrong = [
        f"{name_of(path)}:{number}"
        for path in files(".html")
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if inline.search(line)
    ]
    told(wrong, "The content security policy refuses it: use a class, or a file under static/.")
