"""Forms: in order, once, carrying their version, shown in one shape."""

import re
from typing import Any

import pytest
from django import forms
from django.http import QueryDict
from django.template import Context, Template
from django_cotton.compiler_regex import CottonCompiler

from heed.design import fields
from heed.design.forms import LOST_VERSION, PlainForm, problems
from heed.design.renderer import PlainFormRenderer
from heed.design.shapes import Problem


class Invitation(PlainForm):
    """A reply in which two answers ask more."""

    name = fields.LineField(label="Name")
    coming = fields.YesNoField(label="Will you come?", reveals={"no": ["instead", "why"]})
    instead = fields.LineField(label="Who instead")
    why = fields.OneOfField(
        label="Why", choices=[("ill", "Illness"), ("other", "Other")], reveals={"other": "words"}
    )
    words = fields.LongField(label="In your words")


def shown(markup: str, **things: Any) -> str:
    """The markup as it is shown."""
    return Template(CottonCompiler().process(markup)).render(Context(things))


def test_what_is_to_be_put_right_stands_in_the_order_of_the_page() -> None:
    class Late(Invitation):
        def clean(self) -> None:
            self.add_error("name", "Write the name in full")
            self.add_error(None, "The event is over")

    form = Late({"name": "S", "coming": "no"})
    assert form.problems() == [
        Problem("The event is over"),
        Problem("Write the name in full", "id_name"),
        Problem("Enter who instead", "id_instead"),
        Problem("Choose why", "id_why"),
    ]


def test_what_was_not_asked_is_not_missed() -> None:
    form = Invitation(
        {"name": "Sam", "coming": "yes", "instead": "typed before", "why": "nonsense"}
    )
    assert form.is_valid()
    assert form.cleaned_data == {
        "name": "Sam",
        "coming": True,
        "instead": "",
        "why": "",
        "words": "",
    }


def test_what_was_asked_is_missed() -> None:
    form = Invitation({"name": "Sam", "coming": "no", "instead": "Jo", "why": "other"})
    assert list(form.errors) == ["words"]
    assert Invitation({"name": "Sam", "coming": "no", "instead": "Jo", "why": "ill"}).is_valid()


def test_a_field_inside_an_unasked_one_is_not_asked() -> None:
    form = Invitation({"name": "Sam", "coming": "yes", "why": "other", "words": "left over"})
    assert form.is_valid()
    assert form.cleaned_data["words"] == ""


def test_each_field_is_on_the_page_once() -> None:
    page = shown('<c-fields :form="form" />', form=Invitation(seen=4))
    ids = re.findall(r'\bid="(id_\w+?)"', page)
    assert len(ids) == len(set(ids))
    for name in ("name", "coming", "instead", "why", "words", "seen"):
        assert page.count(f'name="{name}"') == (2 if name in {"coming", "why"} else 1)


def test_the_version_a_person_started_from_comes_back() -> None:
    assert '<input type="hidden" name="seen" value="4"' in str(Invitation(seen=4)["seen"])
    form = Invitation({"name": "Sam", "coming": "yes", "seen": "3"}, seen=4)
    assert form.is_valid()
    assert form.cleaned_data["seen"] == 3


def test_a_lost_version_is_told_without_a_link() -> None:
    for sent in ({}, {"seen": "x"}):
        form = Invitation({"name": "Sam", "coming": "yes", **sent}, seen=4)
        assert form.problems() == [Problem(LOST_VERSION)]


def test_two_forms_do_not_share_their_sentences() -> None:
    first, second = Invitation({}), Invitation({})
    first.fields["name"].error_messages["required"] = "Changed"
    assert second.problems()[0].sentence == "Enter name"


def test_what_need_not_be_answered_says_so() -> None:
    class Optional(PlainForm):
        a = fields.LineField(label="Name", required=False)
        b = fields.LineField(label="Search", required=False, mark_optional=False)
        c = fields.TickField(label="Tell me", required=False)

    form: Any = Optional()
    assert [bound.asked for bound in form] == ["Name (optional)", "Search", "Tell me"]


def test_no_field_is_required_by_the_browser() -> None:
    page = shown('<c-fields :form="form" />', form=Invitation({"coming": "no"}))
    assert " required" not in page
    assert "aria-invalid" not in page


def test_a_form_of_a_library_takes_the_same_shape() -> None:
    class Theirs(forms.Form):
        default_renderer = PlainFormRenderer
        login = forms.EmailField(label="Email", help_text="At work")
        password = forms.CharField(widget=forms.PasswordInput)
        remember = forms.BooleanField(required=False, label="Remember me")
        size = forms.ChoiceField(choices=[("a", "A")])

    page = str(Theirs({"login": "x"}))
    assert 'class="govuk-input govuk-input--error"' in page
    assert "govuk-password-input__wrapper" in page
    assert 'class="govuk-checkboxes__input" id="id_remember"' in page
    assert '<select name="size"' in page
    assert '<span class="govuk-visually-hidden">Error:</span>' in page
    assert problems(Theirs({"login": "x"}))[0].field_id == "id_login"


def test_an_error_summary_links_each_sentence_to_its_field() -> None:
    form = Invitation({"coming": "no"})
    page = shown('<c-error-summary :form="form" /><c-fields :form="form" />', form=form)
    links = re.findall(r'<a href="#([^"]+)">', page)
    assert links == ["id_name", "id_instead", "id_why"]
    for link in links:
        assert page.count(f' id="{link}"') == 1
    for described in re.findall(r'aria-describedby="([^"]+)"', page):
        for one in described.split():
            assert page.count(f' id="{one}"') == 1


def test_no_error_summary_where_there_is_nothing_to_put_right() -> None:
    assert shown('<c-error-summary :form="form" />', form=Invitation()).strip() == ""
    sent = Invitation({"name": "Sam", "coming": "yes"})
    assert shown('<c-error-summary :form="form" />', form=sent).strip() == ""
    assert shown("<c-error-summary />").strip() == ""


def test_a_whole_form_carries_its_files_and_its_method() -> None:
    class WithFile(PlainForm):
        paper = fields.FileField(label="Paper")

    page = shown('<c-form :form="form" action="/x/" button="Send it" />', form=WithFile())
    assert 'method="post" action="/x/" enctype="multipart/form-data" novalidate' in page
    assert "Send it" in page
    page = shown('<c-form :form="form" method="get">inside</c-form>', form=Invitation())
    assert 'method="get"' in page
    assert "csrf" not in page
    assert "govuk-button" not in page


def test_what_was_typed_is_escaped() -> None:
    typed = '"><script>alert(1)</script>'
    form = Invitation({"name": typed, "coming": typed, "instead": typed})
    page = shown('<c-error-summary :form="form" /><c-fields :form="form" />', form=form)
    assert "<script" not in page


def test_a_form_may_add_fields_after_it_was_made() -> None:
    class Grown(PlainForm):
        known = fields.YesNoField(label="Known?", reveals={"yes": "how"})
        how = fields.LineField(label="How")

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self.fields["since"] = fields.WhenField(label="Since when")
            self.arrange()

    assert [problem.sentence for problem in Grown({"known": "yes"}).problems()] == [
        "Enter how",
        "Enter the date, for example 3 April 2026",
    ]


def test_a_field_shown_by_two_choices_is_refused() -> None:
    class Twice(PlainForm):
        route = fields.OneOfField(
            label="Route", choices=[("a", "A"), ("b", "B")], reveals={"a": "why", "b": "why"}
        )
        why = fields.LineField(label="Why")

    with pytest.raises(ValueError, match="asked twice"):
        Twice()


def test_a_form_starts_again_from_another_version_with_what_was_typed() -> None:
    sent = QueryDict("name=Sam&coming=yes&seen=3")
    form = Invitation(sent, seen=3).started_again(seen=7)
    assert 'value="7"' in str(form["seen"])
    assert 'value="Sam"' in str(form["name"])
    assert sent["seen"] == "3"


@pytest.mark.parametrize(
    "inside", ["{{ form.name.as_field_group }}", '<c-fields :form="form" />', ""]
)
def test_the_version_is_sent_once_however_the_form_is_written(inside: str) -> None:
    page = shown(f'<c-form :form="form">{inside}</c-form>', form=Invitation(seen=4))
    assert page.count('name="seen"') == 1


def test_tasks_of_one_list_have_ids_of_their_own() -> None:
    page = shown(
        '<c-task-list><c-task href="#a" heading="What you knew" status="Done" />'
        '<c-task href="#b" heading="What helped" status="Begun" /></c-task-list>'
    )
    assert re.findall(r'aria-describedby="([^"]+)"', page) == re.findall(r'id="([^"]+)"', page)
    assert "task-what-you-knew-status" in page
