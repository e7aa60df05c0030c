"""What fields take, what they say, and that nothing a person typed is lost."""

import datetime
from typing import Any

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from heed import clock
from heed.design import fields
from heed.design.forms import PlainForm

TODAY = datetime.date(2026, 11, 23)


def bound(field: forms.Field, *typed: str, files: dict[str, Any] | None = None) -> PlainForm:
    """A form of this field alone, after something was typed in it."""
    data = QueryDict(mutable=True)
    data.setlist("it", list(typed))
    return type("One", (PlainForm,), {"it": field})(data, files)


def said(field: forms.Field, *typed: str) -> list[str]:
    """The sentences for what was typed."""
    return [str(one) for one in bound(field, *typed).errors.get("it", [])]


def got(field: forms.Field, *typed: str) -> Any:
    """What the field makes of what was typed."""
    form = bound(field, *typed)
    assert form.errors == {}
    return form.cleaned_data["it"]


# ── What a gap is told ──


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        (fields.LineField(label="Your agency"), "Enter your agency"),
        (fields.LineField(label="GP practice"), "Enter GP practice"),
        (fields.LineField(label="Who leads?"), "Answer “Who leads?”"),
        (fields.LineField(label="X", missing="Write who leads"), "Write who leads"),
        (fields.LineField(label="X", error_messages={"required": "Name it"}), "Name it"),
        (fields.LongField(label="What shows this"), "Enter what shows this"),
        (fields.WhenField(label="Date"), "Enter the date, for example 3 April 2026"),
        (fields.WhenField(label="Date", missing="Enter when you met"), "Enter when you met"),
        (fields.OneOfField(label="The route", choices=[("a", "A")]), "Choose the route"),
        (fields.AnyOfField(label="The agencies", choices=[("a", "A")]), "Choose the agencies"),
        (fields.PickField(label="Area", choices=[("a", "A")]), "Choose area"),
        (fields.YesNoField(label="Is it known?"), "Choose yes or no: is it known?"),
        (fields.YesNoField(label="Known"), "Choose known"),
        (fields.MailField(label="Work email"), "Enter work email"),
        (fields.WholeNumberField(label="How many"), "Enter how many"),
        (fields.FileField(label="Your file"), "Choose your file"),
        (fields.TickField(label="I have read it"), "Tick the box: I have read it"),
        (fields.CodeField(label="The code"), "Enter the code"),
        (fields.PasswordField(label="Password"), "Enter password"),
    ],
)
def test_a_gap_is_told_what_to_do(field: forms.Field, sentence: str) -> None:
    assert said(field) == [sentence]


def test_spaces_and_invisible_marks_are_a_gap() -> None:
    assert said(fields.LineField(label="Agency"), " \u200b\u00a0\u2060 ") == ["Enter agency"]


# ── Text ──


def test_a_long_text_is_measured_in_a_sentence_and_kept() -> None:
    typed = "a" * 20_001
    form = bound(fields.LongField(label="Story"), typed)
    assert form.errors["it"] == [
        "This is 20,001 characters long. Shorten it to 20,000 or fewer. "
        "Everything you wrote is still here"
    ]
    assert typed in str(form["it"])


def test_a_text_of_just_the_limit_is_taken() -> None:
    assert got(fields.LongField(label="Story"), "a" * 20_000) == "a" * 20_000
    assert said(fields.LineField(label="Line", max_length=5), "abcdef")


def test_line_ends_are_counted_once() -> None:
    assert got(fields.LongField(label="Story", max_length=3), "a\r\nb") == "a\nb"


def test_the_browser_is_never_told_to_cut() -> None:
    for field in (fields.LineField(label="A"), fields.LongField(label="A"), fields.MailField()):
        assert "maxlength" not in str(bound(field)["it"])


KEPT = [
    "שלום, Ruth",
    "مرحبا \u200f(1)",
    "e\u0301 and Zoë",
    "👩🏽‍🦱 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️",
    "a \u200d\u0915\u094d\u0937",
    "“quoted” – dash … £5 <b>&amp;",
]


@pytest.mark.parametrize("typed", KEPT)
def test_every_script_and_mark_survives(typed: str) -> None:
    assert got(fields.LineField(label="A"), typed) == typed
    form = bound(fields.LongField(label="A"), typed)
    assert form.is_valid()
    assert form.cleaned_data["it"] == typed


def test_controls_and_reordering_are_taken_out() -> None:
    assert (
        got(fields.LineField(label="A"), "Ma\x00ry\x07 \u202eexe.doc\u2066x\u2069")
        == "Mary exe.docx"
    )
    assert got(fields.LongField(label="A"), "one\x0b\ttwo\x85three") == "one\ttwo\nthree"


def test_a_line_stays_a_line() -> None:
    assert got(fields.LineField(label="A"), "one\r\ntwo\tthree") == "one two three"


@given(st.text(max_size=60))
def test_what_is_kept_is_kept_again(typed: str) -> None:
    field = fields.LongField(label="A", required=False)
    once = field.clean(typed)
    assert field.clean(once) == once
    assert "\x00" not in once
    assert not set(once) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_details_of_a_child_are_not_remembered_by_the_browser() -> None:
    assert 'autocomplete="off"' in str(bound(fields.LineField(label="A", private=True))["it"])
    assert "autocomplete" not in str(bound(fields.LineField(label="A"))["it"])
    named = fields.LineField(label="A", autocomplete="name")
    assert 'autocomplete="name"' in str(bound(named)["it"])


# ── Days ──


def test_a_day_comes_back_in_words() -> None:
    form = type("One", (PlainForm,), {"it": fields.WhenField(label="A")})(
        initial={"it": datetime.date(2026, 4, 3)}
    )
    assert 'value="3 April 2026"' in str(form["it"])


def test_an_impossible_day_stays_in_its_box() -> None:
    form = bound(fields.WhenField(label="A"), "31/2/2026")
    assert form.errors["it"] == ["February 2026 has 28 days. Check the day"]
    assert 'value="31/2/2026"' in str(form["it"])


def test_yesterday_is_counted_from_heeds_own_day() -> None:
    with clock.at(TODAY):
        assert got(fields.WhenField(label="A"), "yesterday") == datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("rules", "typed", "sentence"),
    [
        ({"not_future": True}, "24/11/2026", "Enter a date that is today or earlier"),
        ({"not_past": True}, "22/11/2026", "Enter a date that is today or later"),
        (
            {"earliest": datetime.date(2026, 1, 1)},
            "31/12/2025",
            "Enter a date that is 1 January 2026 or later",
        ),
        (
            {"latest": lambda: datetime.date(2026, 12, 24)},
            "25/12/2026",
            "Enter a date that is 24 December 2026 or earlier",
        ),
        (
            {"not_future": True, "too_late": "It must have happened"},
            "2027-01-01",
            "It must have happened",
        ),
        ({"not_past": True, "too_early": "Choose a day to come"}, "1/1/26", "Choose a day to come"),
    ],
)
def test_a_day_outside_its_rules_is_told_them(
    rules: dict[str, Any], typed: str, sentence: str
) -> None:
    with clock.at(TODAY):
        assert said(fields.WhenField(label="A", **rules), typed) == [sentence]
        assert said(fields.WhenField(label="A", **rules), "not a day") != [sentence]


def test_the_day_itself_is_within_its_rules() -> None:
    with clock.at(TODAY):
        field = fields.WhenField(label="A", not_future=True, not_past=True)
        assert got(field, "today") == TODAY


def test_a_day_that_may_be_left_out_is_none() -> None:
    assert got(fields.WhenField(label="A", required=False), "  ") is None


def test_a_day_has_changed_only_if_it_is_another() -> None:
    field = fields.WhenField(label="A")
    assert not field.has_changed(datetime.date(2026, 4, 3), "3.4.26")
    assert field.has_changed(datetime.date(2026, 4, 3), "4.4.26")
    assert field.has_changed(datetime.date(2026, 4, 3), "soon")


# ── Choices ──


def test_yes_and_no() -> None:
    assert got(fields.YesNoField(label="A"), "yes") is True
    assert got(fields.YesNoField(label="A"), "no") is False
    assert got(fields.YesNoField(label="A", required=False), "") is None


@pytest.mark.parametrize(("kept", "value"), [(True, "yes"), (False, "no")])
def test_a_kept_yes_or_no_is_marked(kept: bool, value: str) -> None:
    form = type("One", (PlainForm,), {"it": fields.YesNoField(label="A")})(initial={"it": kept})
    assert [choice.value for choice in form["it"].choices if choice.checked] == [value]


def test_an_answer_that_is_not_listed() -> None:
    listed = [("a", "A"), ("b", "B")]
    assert said(fields.OneOfField(label="A", choices=listed), "z") == [
        "Choose one of the answers listed"
    ]
    assert said(fields.PickField(label="A", choices=listed), "z") == ["Choose one from the list"]
    assert said(fields.AnyOfField(label="A", choices=listed), "z") == [
        "Choose from the answers listed"
    ]


def test_none_of_these_stands_alone() -> None:
    field = fields.AnyOfField(
        label="A", choices=[("a", "A"), ("none", "None of these")], alone="none"
    )
    assert said(field, "a", "none") == ["Choose “None of these” alone, or take it away"]
    assert got(field, "none") == ["none"]


def test_a_list_begins_at_no_answer() -> None:
    form = bound(fields.PickField(label="A", choices=[("a", "A")], empty="Choose an area"))
    assert '<option value="" selected>Choose an area</option>' in str(form["it"])


# ── Email, numbers, codes, files ──


@pytest.mark.parametrize("typed", ["sam", "sam@", "sam@school", "sam smith@school.sch.uk"])
def test_an_email_address_is_shown_by_example(typed: str) -> None:
    assert said(fields.MailField(label="A"), typed) == [
        "Enter an email address, for example name@school.sch.uk"
    ]


def test_an_email_address_is_tidied() -> None:
    assert got(
        fields.MailField(label="A"), " Sam.O'Neil@School.SCH.UK\u200b ".replace("\u200b", "")
    ) == ("Sam.O'Neil@school.sch.uk")
    assert got(fields.MailField(label="A", required=False), "") == ""


@pytest.mark.parametrize(
    ("typed", "number"), [("12", 12), (" 1,200 ", 1200), ("1 200", 1200), ("0", 0)]
)
def test_a_number_may_be_written_any_usual_way(typed: str, number: int) -> None:
    assert got(fields.WholeNumberField(label="A"), typed) == number


def test_a_number_out_of_range_or_not_a_number() -> None:
    assert said(fields.WholeNumberField(label="A", min_value=1, max_value=40), "41") == [
        "Enter a number from 1 to 40"
    ]
    assert said(fields.WholeNumberField(label="A", min_value=1), "0") == [
        "Enter a number that is 1 or more"
    ]
    assert said(fields.WholeNumberField(label="A", max_value=5), "6") == [
        "Enter a number that is 5 or less"
    ]
    for typed in ("twelve", "1.5", "9" * 5000):
        assert said(fields.WholeNumberField(label="A"), typed) == [
            "Enter a whole number, for example 12"
        ]


def test_a_code_may_be_pasted_with_its_spaces() -> None:
    assert got(fields.CodeField(label="A"), " 123-456 ") == "123456"
    assert 'autocomplete="one-time-code"' in str(bound(fields.CodeField(label="A"))["it"])


def test_a_password_is_kept_to_the_letter() -> None:
    assert got(fields.PasswordField(label="A"), " three random words ") == " three random words "
    assert 'autocomplete="new-password"' in str(bound(fields.PasswordField(new=True))["it"])
    assert "three" not in str(bound(fields.PasswordField(), "three random words")["it"])


def sent(name: str, content: bytes = b"x") -> dict[str, Any]:
    """A file as a browser sends it."""
    return {"it": SimpleUploadedFile(name, content)}


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (sent("report.exe"), "Choose a file that ends in .pdf or .docx"),
        (sent("report"), "Choose a file that ends in .pdf or .docx"),
        (sent("report.pdf", b""), "This file is empty. Choose another"),
        (sent("report.pdf", b"x" * 3000), "This file is 3KB. Choose one of 1KB or less"),
    ],
)
def test_a_file_that_cannot_be_taken(file: dict[str, Any], sentence: str) -> None:
    form = bound(fields.FileField(label="A", kinds=["pdf", ".DOCX"], max_bytes=1024), files=file)
    assert form.errors["it"] == [sentence]


def test_a_file_that_can() -> None:
    form = bound(fields.FileField(label="A", kinds=["pdf"]), files=sent("Report.PDF"))
    assert form.is_valid()
    assert 'accept=".pdf"' in str(form["it"])


def test_a_file_too_large_is_told_by_how_much() -> None:
    field = fields.FileField(label="A", max_bytes=1024 * 1024)
    form = bound(field, files=sent("a.pdf", b"x" * (1024 * 1024 * 12)))
    assert form.errors["it"] == ["This file is 12MB. Choose one of 1.0MB or less"]
