"""A copy filled in elsewhere comes back the same, and nothing that was written is dropped."""

import copy
import io
import re
import time
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from heed.design.text import plain
from heed.papers.checking import Unfit
from heed.pathways import packs
from heed.referrals.copies import Given, Read, asks, copy_of, read
from heed.referrals.copies.asks import Ask

PACK = packs.load("plymouth")
AGENCIES = [("3", "Harrowmere Community Health"), ("8", "Moorland police")]
ROWS = asks(PACK, agencies=AGENCIES)
TODAY = date(2026, 11, 22)
FULL = Given(
    {
        "asking_for": "learning",
        "representative": "not_agreed",
        "representative_why": "They would rather wait.",
        "about": "children",
        "what_happened": "The midwife stayed in touch.\n\nThe school did too.",
        "period": "spring 2026",
        "agencies": ["3", "8"],
        "worked_well": "not_known",
        "learning": "How to keep in touch.",
        "told": "partly",
        "processes": ["police", "complaint"],
    },
    (
        {"name": "Zofia Wrześniewska", "other_names": "Zosia", "born_on": "2019-04-03"},
        {"name": "Ade Bankole", "age_band": "1 to 3 years"},
    ),
)


def filled(given: Given = FULL, rows: list[Ask] = ROWS) -> bytes:
    return copy_of(PACK, number=1, asks=rows, given=given)


def back(content: bytes, name: str = "copy.docx") -> Read:
    return read(name, content, pack=PACK, number=1, asks=ROWS, today=TODAY)


def expected(given: Given) -> dict[str, Any]:
    return {row.key: value for row in ROWS if (value := given.of(row.key)) is not None}


def changed(content: bytes, change: Callable[[Any], None]) -> bytes:
    document = docx.Document(io.BytesIO(content))
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def drop_controls(document: Any) -> None:
    """What is left where a word processor keeps the words of a control and not the control."""
    for control in list(document.element.body.iter(qn("w:sdt"))):
        for one in list(control.find(qn("w:sdtContent"))):
            control.addprevious(one)
        control.getparent().remove(control)


def row_of(document: Any, label: str) -> Any:
    return next(row for row in document.tables[0].rows if row.cells[0].text.startswith(label))


def test_what_is_written_comes_back() -> None:
    assert back(filled()) == Read(expected(FULL))


def test_it_comes_back_by_the_rows_where_the_controls_are_gone() -> None:
    assert back(changed(filled(), drop_controls)) == Read(expected(FULL))


@pytest.mark.parametrize("pack_id", ["england", "cornwall", "bexley", "isle-of-wight", "leeds"])
@pytest.mark.parametrize("route", ["", "good_practice", "statutory"])
def test_every_way_of_working_has_a_copy_for_each_answer(pack_id: str, route: str) -> None:
    pack = packs.load(pack_id)
    rows = asks(pack, agencies=AGENCIES, route=route)
    given = Given({"asking_for": route or "learning", "what_happened": "It was seen early."})
    content = copy_of(pack, number=4, asks=rows, given=given)
    every = asks(pack, agencies=AGENCIES)
    found = read("copy.docx", content, pack=pack, number=4, asks=every, today=TODAY)
    assert found == Read(dict(given.answers))
    keys = {row.key for row in rows}
    assert ("harm" in keys) == (route != "good_practice")


said = st.text(max_size=300).map(lambda text: plain(text).strip())


@settings(max_examples=25, deadline=None)
@given(
    story=said,
    line=said.map(lambda text: " ".join(text.split())[:200].strip()),
    choice=st.sampled_from([one for one, _, _ in ROWS[0].choices]),
    agencies=st.lists(st.sampled_from(["3", "8"]), unique=True).map(sorted),
    dropped=st.booleans(),
)
def test_any_answer_comes_back_the_same(
    story: str, line: str, choice: str, agencies: list[str], dropped: bool
) -> None:
    answers = {"asking_for": choice, "what_happened": story, "period": line, "agencies": agencies}
    content = filled(Given({key: value for key, value in answers.items() if value}))
    found = back(changed(content, drop_controls) if dropped else content)
    assert found.answers == {key: value for key, value in answers.items() if value}
    assert not found.left


def test_a_label_written_anew_is_known_by_its_control_and_a_near_one_by_its_words() -> None:
    def rename(document: Any) -> None:
        row_of(document, "When was this?").cells[0].paragraphs[0].runs[0].text = "The dates, please"

    assert back(changed(filled(), rename)).answers["period"] == "spring 2026"

    def near(document: Any) -> None:
        drop_controls(document)
        cell = row_of(document, "When was this?").cells[0]
        cell.paragraphs[0].runs[0].text = "When was  this ?:"

    assert back(changed(filled(), near)).answers["period"] == "spring 2026"


def test_a_row_of_their_own_and_words_beside_the_table_are_kept() -> None:
    def more(document: Any) -> None:
        cells = document.tables[0].add_row().cells
        cells[0].text, cells[1].text = "Genogram", "Drawn by hand, see the file."
        document.add_paragraph("We would be glad to talk.")
        row_of(document, "When was this?").cells[0].add_paragraph("It began before.")

    found = back(changed(filled(), more))
    assert found.answers == expected(FULL)
    assert [(one.label, one.text, one.under) for one in found.left] == [
        ("When was this?", "It began before.", "period"),
        ("Genogram", "Drawn by hand, see the file.", ""),
        ("", "We would be glad to talk.", ""),
    ]


def test_an_answer_that_is_none_of_the_choices_is_kept_beside_its_question() -> None:
    def other(document: Any) -> None:
        row = row_of(document, "What are you asking for?")
        row._tr.find(f".//{qn('w:sdtContent')}").find(f".//{qn('w:t')}").text = "A bit of both"
        row_of(document, "Which agencies").cells[1].add_paragraph("The swimming club")

    found = back(changed(filled(), other))
    assert "asking_for" not in found.answers
    assert found.answers["agencies"] == ["3", "8"]
    assert {(one.text, one.under) for one in found.left} == {
        ("A bit of both", "asking_for"),
        ("The swimming club", "agencies"),
    }


def test_a_typed_list_and_typed_crosses_are_understood() -> None:
    def typed(document: Any) -> None:
        drop_controls(document)
        cell = row_of(document, "Which agencies").cells[1]
        for extra in cell.paragraphs[1:]:
            extra._p.getparent().remove(extra._p)
        cell.paragraphs[0].text = "moorland police; Harrowmere community health"
        for paragraph in row_of(document, "Is anything else under way?").cells[1].paragraphs:
            paragraph.text = re.sub("☒", "[x]", re.sub("☐", "[ ]", paragraph.text))

    found = back(changed(filled(), typed))
    assert found.answers["agencies"] == ["3", "8"]
    assert found.answers["processes"] == ["police", "complaint"]
    assert not found.left


def test_a_table_that_came_apart_into_paragraphs_is_still_read() -> None:
    def apart(document: Any) -> None:
        table = document.tables[0]
        for row in table.rows:
            for cell in row.cells:
                for paragraph in cell.paragraphs:
                    table._tbl.addprevious(paragraph._p)
        table._tbl.getparent().remove(table._tbl)

    def both(document: Any) -> None:
        drop_controls(document)
        apart(document)

    for change in (apart, both):
        found = back(changed(filled(), change))
        assert found.answers["what_happened"] == FULL.answers["what_happened"]
        assert found.answers["agencies"] == ["3", "8"]
        assert found.answers["person_1_name"] == "Zofia Wrześniewska"


def test_swapped_columns_and_a_row_copied_twice_lose_nothing() -> None:
    def swap(document: Any) -> None:
        row = row_of(document, "When was this?")._tr
        row.append(row.tc_lst[0])
        story = row_of(document, "What happened")
        again = copy.deepcopy(story._tr)
        again.find(f".//{qn('w:sdtContent')}").find(f".//{qn('w:t')}").text = "Another telling."
        story._tr.addnext(again)

    found = back(changed(filled(), swap))
    assert found.answers["period"] == "spring 2026"
    assert any("Another telling." in one.text for one in found.left)


def test_tracked_changes_are_read_as_accepted_and_it_says_so() -> None:
    def track(document: Any) -> None:
        cell = row_of(document, "When was this?").cells[1]._tc
        content = cell.find(f".//{qn('w:sdtContent')}")
        gone = docx.oxml.OxmlElement("w:del")
        gone.append(content.find(qn("w:r")))
        for one in gone.iter(qn("w:t")):
            one.tag = qn("w:delText")
        put = docx.oxml.OxmlElement("w:ins")
        run = docx.oxml.OxmlElement("w:r")
        run.text = "summer 2026"
        put.append(run)
        content.append(gone)
        content.append(put)

    found = back(changed(filled(), track))
    assert found.answers["period"] == "summer 2026"
    assert any("tracked" in one for one in found.told)


def test_a_copy_of_an_earlier_edition_is_read_and_said_so() -> None:
    found = read("c.docx", filled(), pack=PACK, number=3, asks=ROWS, today=TODAY)
    assert found.answers == expected(FULL)
    assert "edition 1" in found.told[0]


def test_a_comment_in_the_margin_is_kept() -> None:
    def remark(document: Any) -> None:
        run = document.paragraphs[0].runs[0]
        document.add_comment(run, text="Ask the school first.", author="", initials="")

    found = back(changed(filled(), remark))
    assert [(one.label, one.text) for one in found.left] == [
        ("A comment in the margin", "Ask the school first.")
    ]


def other_file(words: str = "Minutes of the parish council") -> bytes:
    return changed(copy_of(PACK, number=1, asks=[]), lambda d: _only(d, words))


def _only(document: Any, words: str) -> None:
    for one in list(document.element.body):
        if one.tag != qn("w:sectPr"):
            document.element.body.remove(one)
    document.add_paragraph(words)


def repacked(content: bytes, **parts: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as was,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as now,
    ):
        for name in was.namelist():
            key = name.replace("/", "__").replace(".", "_")
            now.writestr(name, parts.pop(key, was.read(name)))
        for key, value in parts.items():
            now.writestr(f"word/{key.replace('_', '.')}", value)
    return out.getvalue()


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)
NESTED = (
    BOMB[BOMB.index(b"<w:document") : BOMB.index(b"<w:p>")]
    + b"<w:tbl><w:tr><w:tc>" * 80
    + b"<w:p/>" * 4_900
    + b"</w:tc></w:tr></w:tbl>" * 80
    + b"</w:body></w:document>"
)
REFUSED = {
    "blank": ("a.docx", filled(Given()), "Nothing is filled in here yet"),
    "another document": ("a.docx", other_file(), "None of our questions is in this file"),
    "an old Word": ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "older Word"),
    "a name of macros": ("a.docm", filled(), "macros"),
    "macros": ("a.docx", repacked(filled(), vbaProject_bin=b"x"), "macros"),
    "a PDF": ("a.pdf", b"%PDF-1.7", "not a Word document"),
    "a PDF by another name": ("a.docx", b"%PDF-1.7 and more", "not what its name says"),
    "nothing": ("a.docx", b"", "empty"),
    "cut short": ("a.docx", filled()[:9000], "not what its name says"),
    "no words": ("a.docx", repacked(filled(), word__document_xml=b"<w"), "not a Word document"),
    "entities": ("a.docx", repacked(filled(), word__document_xml=BOMB), "not a Word document"),
    "paragraphs without end": (
        "a.docx",
        repacked(filled(), word__document_xml=NESTED.replace(b"<w:p/>", b"<w:p/>" * 9)),
        "far more than",
    ),
    "a bomb": (
        "a.docx",
        repacked(filled(), word__document_xml=b" " * 210_000_000),
        "far more than",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "says"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_answered_with_how_to_put_it_right(
    name: str, content: bytes, says: str
) -> None:
    with pytest.raises(Unfit, match=says) as refused:
        back(content, name)
    assert str(refused.value).endswith(".")


def test_tables_in_tables_hold_nobody_up() -> None:
    """A few hundred bytes of them, packed, took minutes: each paragraph asked of all around it."""
    began = time.process_time()
    with pytest.raises(Unfit):
        back(repacked(filled(), word__document_xml=NESTED), "a.docx")
    assert time.process_time() - began < 3
