"""Named reads of a page's other forms: those being made, and those that stand."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from heed.briefings.models import ReleasedPage
from heed.library import access, queries
from heed.library.models import OtherForm
from heed.library.states import ENGLISH, FormKind, FormState
from heed.partnership.models import Partnership, Person
from heed.partnership.queries import register
from heed.release import gate
from heed.release.reading import PageReading, SeenHit, register_of
from heed.wording import Kind, is_forename

QUESTIONS = "questions"
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_OPENING = "“„«\"'( "


def page_here(person: Person, partnership: str, slug: str) -> ReleasedPage:
    """A released page by its address, among those that the person may read."""
    house = Partnership.objects.get(slug=partnership)
    return queries.page(person, house, slug)


def other_form(person: Person, partnership: str, number: int) -> OtherForm:
    """One other form on which the person works."""
    return (
        access.other_forms(person)
        .select_related("page__partnership", "page__briefing__case", "paper", "agreed_by")
        .defer("page__pdf")
        .get(page__partnership__slug=partnership, pk=number)
    )


def of_page(person: Person, page: ReleasedPage) -> list[OtherForm]:
    """Every other form of a page, shown or not."""
    return list(access.other_forms(person).filter(page=page))


def shown(page: ReleasedPage) -> list[OtherForm]:
    """The other forms that readers of the page find."""
    found = OtherForm.objects.filter(page=page, state=FormState.SHOWN)
    return list(found.select_related("paper"))


def parts(page: ReleasedPage) -> list[dict[str, str]]:
    """What there is to translate beside title and focus: id, heading and text of each section,
    with the questions for teams last."""
    found = [
        {name: section[name] for name in ("id", "heading", "kind", "text")}
        for section in page.content["sections"]
    ]
    if page.content["questions"]:
        asked = "\n".join(f"{at}. {one}" for at, one in enumerate(page.content["questions"], 1))
        heading = page.content["questions_heading"]
        found.append({"id": QUESTIONS, "heading": heading, "kind": QUESTIONS, "text": asked})
    return found


def translated(form: OtherForm) -> list[tuple[dict[str, str], dict[str, str]]]:
    """Each part of the page with its translation, empty where there is none yet."""
    nothing = {"heading": "", "text": ""}
    return [(one, form.sections.get(one["id"], nothing)) for one in parts(form.page)]


def still_missing(form: OtherForm) -> list[str]:
    """What is still to come before a second reader can be asked."""
    if form.kind == FormKind.TRANSLATION:
        missing = [name for name in ("title", "focus") if not getattr(form, name).strip()]
        return [f"the {name}" for name in missing] + [
            f"“{said['heading']}”"
            for said, mine in translated(form)
            if not (mine["heading"].strip() and mine["text"].strip())
        ]
    missing = [] if form.paper_id else ["the file"]
    if form.kind == FormKind.AUDIO and not form.words.strip():
        missing.append("the words that are said")
    return missing


def read(form: OtherForm) -> PageReading:
    """What the wording check finds in its words, with the register of the page's case.

    Names of the register, numbers and addresses are found in any language. What English alone can
    tell apart is not asked of another: there a name is what has a capital in the middle of a
    sentence, and at the beginning of one what is a name elsewhere in the text or a known given
    name. That is why somebody reads it in its own language.
    """
    said: list[tuple[str, str]] = [("title", form.title), ("focus", form.focus)]
    said += [(one["id"], f"{mine['heading']}\n{mine['text']}") for one, mine in translated(form)]
    briefing: Any = form.page.briefing
    names = register_of(register(briefing.case)) if briefing else gate.NOBODY
    said.append(("words", form.words))
    found = gate.read(
        said,
        partnership=form.partnership,
        kept=form.kept,
        but={form.page.slug},
        register=names,
    )
    if form.language == ENGLISH:
        return found
    abroad = _Abroad.of(text for _, text in said)
    return replace(found, identity=tuple(one for one in found.identity if abroad.tells(one)))


@dataclass(frozen=True)
class _Abroad:
    """How a text in another language writes its words: ``named`` with a capital in the middle of a
    sentence, ``small`` without one."""

    named: frozenset[str]
    small: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "_Abroad":
        named, small = set(), set()
        for text in texts:
            for word in _WORD.finditer(text):
                if word[0][0].islower():
                    small.add(word[0])
                    continue
                before = text[max(0, word.start() - 9) : word.start()].rstrip(_OPENING)[-1:]
                if before.isalpha() or before in (",", ";"):
                    named.add(word[0].casefold())
        return cls(frozenset(named), frozenset(small))

    def tells(self, found: SeenHit) -> bool:
        """Whether a hit is one. The reader of names knows English and takes plain words of another
        language for names: those without a capital, or with that of a sentence."""
        if found.hit.kind not in (Kind.NAME, Kind.INITIALS):
            return True
        begins = found.before.rstrip(_OPENING)[-1:] in ("", ".", "?", "!", ":", "…", "-", "–")
        first, *others = found.hit.text.split()
        if any(word[:1].isupper() for word in others):
            return True
        return self._is_name(first) if begins else first[:1].isupper() or self._is_name(first)

    def _is_name(self, word: str) -> bool:
        """Whether a word where a sentence begins is a name: by the rest of the text, or by the
        lists. Those hold short names that are everyday words elsewhere, and so stand small too."""
        word = "".join(_WORD.findall(word)[:1])
        low = word.casefold()
        if not word or word[0].islower():
            return False
        return low in self.named or (low not in self.small and is_forename(word))
