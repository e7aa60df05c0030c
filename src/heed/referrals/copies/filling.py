"""A copy of the form as Word: a table of two columns, each answer in a control of its own.

The controls stand inside a line of text: some word processors drop those that stand around
paragraphs. Each carries a tag by which the answer is found again, whatever becomes of the words
beside it.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from heed.design import dates
from heed.design.text import plain
from heed.papers.sheets import word
from heed.papers.sheets.shape import Heading, Points, Text
from heed.pathways.answers import NOT_KNOWN_WORDS, is_not_known
from heed.pathways.shapes import NOT_KNOWN, Pack
from heed.referrals.copies.asks import Ask, Given

TITLE = "Refer a case or good practice"
FILLING, QUESTIONS = "How to fill it in", "Questions"
TYPE_HERE, CHOOSE_ONE = "Type here", "Choose one"
TICKED, EMPTY = "☒", "☐"
TAG, MOST = "heed", 64
"""What a tag begins with, and how long Word lets it be."""
HOW = (
    "Write in the right-hand column. Leave a row empty if it is not about your referral.",
    "Leave names out, but for the rows that ask for them: write “the child”, “the school”.",
    "Then open Heed, choose Refer a case or good practice, and add this file there. You see what "
    "was understood before anything is sent.",
    "Do not send it by email: it holds what was said about a child.",
)
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def tag_of(key: str, choice: str = "") -> str:
    """The tag of a row's control, or of one of its boxes."""
    return ".".join(part for part in (TAG, key, choice) if part)[:MOST]


def intro(pack: Pack) -> list[str]:
    """What stands above the table, line by line."""
    danger = [
        f"{one.question} {one.message}" for one in pack.referral.gates if one.stops_on == "yes"
    ]
    return [
        TITLE,
        pack.name,
        *danger,
        pack.referral.purpose,
        "How to fill it in",
        *HOW,
        "Questions",
    ]


def edition_line(pack: Pack, number: int) -> str:
    """By which a copy says of which form it is."""
    return f"This copy: {pack.id}, edition {number}."


def copy_of(
    pack: Pack, *, number: int, asks: list[Ask], given: Given | None = None, reference: str = ""
) -> bytes:
    """A Word file with every row in ``asks``; ``given`` fills it in.

    ``number`` is the edition of the way of working. A filled copy carries the case's reference.
    """
    given = given or Given()
    document = word.begin(title=TITLE, reference=reference, marking=pack.marking)
    title, under, *said = intro(pack)
    word.write(document.add_paragraph(style="Heading 1"), title)
    word.write(document.add_paragraph(style="Under"), under)
    for line in said[: -len(HOW) - 2]:
        word.add(document, Text(line))
    word.add(document, Heading(FILLING))
    word.add(document, Points(HOW))
    word.add(document, Heading(QUESTIONS))
    table = word.rows(document, 2, widths=(70, 96))
    for ask in asks:
        asked, answered = table.add_row().cells
        _label(asked, ask)
        _answer(answered, ask, given.of(ask.key))
    document.add_paragraph()
    word.write(document.add_paragraph(style="Under"), edition_line(pack, number))
    return word.finish(document)


def _label(cell: Any, ask: Ask) -> None:
    word.write(cell.paragraphs[0], ask.label, strong=True)
    hints = [one for one in (ask.only, ask.hint) if one]
    if ask.kind == "one":
        hints += [f"{words}: {hint}" if hint else words for _, words, hint in ask.choices]
    for hint in hints:
        paragraph = cell.add_paragraph(style="Under")
        paragraph.paragraph_format.space_after = Pt(2)
        word.write(paragraph, hint)


def _answer(cell: Any, ask: Ask, value: Any) -> None:
    first = cell.paragraphs[0]
    if ask.kind == "any":
        chosen = value if isinstance(value, list) else [value]
        for number, (choice, words, _) in enumerate(ask.choices):
            paragraph = first if number == 0 else cell.add_paragraph()
            _box(paragraph, tag_of(ask.key, choice), words, ticked=choice in chosen)
        return
    if ask.kind == "one":
        labels = {choice: words for choice, words, _ in ask.choices}
        _control(first, ask, labels.get(str(value), ""), _list(labels))
        return
    unknown = is_not_known(value)
    said = "" if value is None or unknown else str(value)
    if said and ask.kind == "date":
        said = dates.day(date.fromisoformat(said))
    _control(first, ask, said, _element("text", multiLine="1" if ask.kind == "long" else "0"))
    if ask.box:
        _box(cell.add_paragraph(), tag_of(ask.key, NOT_KNOWN), NOT_KNOWN_WORDS, ticked=unknown)


def _control(paragraph: Any, ask: Ask, said: str, kind: Any) -> None:
    shown = plain(said) or (CHOOSE_ONE if ask.kind == "one" else TYPE_HERE)
    _place(paragraph, tag_of(ask.key), ask.label, shown, kind, is_empty=not said)


def _box(paragraph: Any, tag: str, words: str, *, ticked: bool) -> None:
    kind = OxmlElement("w14:checkbox", nsdecls={"w14": _W14})
    for name, values in (
        ("checked", {"val": "1" if ticked else "0"}),
        ("checkedState", {"val": "2612", "font": "MS Gothic"}),
        ("uncheckedState", {"val": "2610", "font": "MS Gothic"}),
    ):
        part = kind.makeelement(
            f"{{{_W14}}}{name}", {f"{{{_W14}}}{k}": v for k, v in values.items()}
        )
        kind.append(part)
    _place(paragraph, tag, words, TICKED if ticked else EMPTY, kind, is_empty=False)
    paragraph.paragraph_format.space_after = Pt(2)
    word.write(paragraph, f" {words}")


def _place(paragraph: Any, tag: str, name: str, shown: str, kind: Any, *, is_empty: bool) -> None:
    control = OxmlElement("w:sdt")
    told = OxmlElement("w:sdtPr")
    told.append(_element("alias", val=name[:MOST]))
    told.append(_element("tag", val=tag))
    if is_empty:
        told.append(OxmlElement("w:showingPlcHdr"))
    told.append(kind)
    content = OxmlElement("w:sdtContent")
    run = OxmlElement("w:r")
    run.text = shown
    content.append(run)
    control.append(told)
    control.append(content)
    paragraph._p.append(control)


def _list(labels: Mapping[str, str]) -> Any:
    found = OxmlElement("w:dropDownList")
    for choice, words in labels.items():
        found.append(_element("listItem", displayText=words[:255], value=choice))
    return found


def _element(name: str, **values: str) -> Any:
    found = OxmlElement(f"w:{name}")
    for key, value in values.items():
        found.set(qn(f"w:{key}"), value)
    return found
