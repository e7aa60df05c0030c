"""Named reads of a page's other forms: those being made, and those that stand."""

from dataclasses import replace
from typing import Any

from heed.briefings.models import ReleasedPage
from heed.library import access, queries
from heed.library.models import OtherForm
from heed.library.states import ENGLISH, FormKind, FormState
from heed.partnership.models import Partnership, Person
from heed.partnership.queries import register
from heed.release import gate
from heed.release.reading import PageReading, SeenHit, register_of
from heed.wording import Kind

QUESTIONS = "questions"


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
    sentence. That is why somebody reads it in its own language.
    """
    said: list[tuple[str, str]] = [("title", form.title), ("focus", form.focus)]
    said += [(one["id"], f"{mine['heading']}\n{mine['text']}") for one, mine in translated(form)]
    briefing: Any = form.page.briefing
    names = register_of(register(briefing.case)) if briefing else gate.NOBODY
    found = gate.read(
        [*said, ("words", form.words)],
        partnership=form.partnership,
        kept=form.kept,
        but={form.page.slug},
        register=names,
    )
    if form.language == ENGLISH:
        return found
    return replace(found, identity=tuple(one for one in found.identity if _tells_abroad(one)))


def _tells_abroad(found: SeenHit) -> bool:
    """Whether a hit in another language is one. The reader of names knows English and takes plain
    words of another language for names: those without a capital, or with that of a sentence."""
    if found.hit.kind not in (Kind.NAME, Kind.INITIALS):
        return True
    begins = found.before.rstrip("“„«\"'( ")[-1:] in ("", ".", "?", "!", ":", "…", "-", "–")
    words = found.hit.text.split()[1 if begins else 0 :]
    return any(word[:1].isupper() for word in words)
