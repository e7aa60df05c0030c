"""Putting a page into another form: a translation, a recording, an Easy Read."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from heed.briefings.models import ReleasedPage
from heed.briefings.text import blocks
from heed.design.forms import PlainForm
from heed.doors import DOORS, allows, needs
from heed.library import forms, operations, other_forms
from heed.library.access import AGREE_FORM, MAKE_FORM, SEE_FORM, WRITE_FORM
from heed.library.models import OtherForm
from heed.library.states import ENGLISH, FormKind
from heed.papers.checking import Unfit
from heed.partnership.requests import Request
from heed.refusals import NotNow


@needs(MAKE_FORM, other_forms.page_here)
def of_page(request: Request, page: ReleasedPage) -> HttpResponse:
    """The other forms of a page, and beginning another."""
    form = forms.BeginForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            made = operations.begin_form(
                page,
                by=request.user,
                kind=FormKind(data["kind"]),
                language=data["language"] or ENGLISH,
                made_by=data["made_by"],
            )
            return redirect(_at("other-form", request, made))
        except NotNow as refused:
            form.add_error(None, refused.sentence)
    return render(
        request,
        "library/other_forms.html",
        {"released": page, "made": other_forms.of_page(request.user, page), "form": form},
    )


@needs(SEE_FORM, other_forms.other_form)
def other_form(request: Request, form: OtherForm) -> HttpResponse:
    """One other form: what it says beside the page, what was found, what comes next."""
    may_agree = allows(request.user, AGREE_FORM, form)
    return render(
        request,
        "library/other_form.html",
        {
            "other": form,
            "parts": [
                (said, mine["heading"], blocks(mine["text"], said["kind"]))  # type: ignore[arg-type]
                for said, mine in other_forms.translated(form)
            ]
            if form.kind == FormKind.TRANSLATION
            else [],
            "reading": other_forms.read(form),
            "missing": other_forms.still_missing(form),
            "may_write": allows(request.user, WRITE_FORM, form),
            "may_agree": may_agree,
            "may_not_agree": DOORS[AGREE_FORM].says,
            "form": PlainForm(seen=form.version),
        },
    )


@needs(WRITE_FORM, other_forms.other_form)
def edit(request: Request, form: OtherForm) -> HttpResponse:
    """Save its words, and its file."""
    data, files = request.POST or None, request.FILES or None
    asked: PlainForm
    if form.kind == FormKind.TRANSLATION:
        asked = forms.TranslationForm(data, form=form)
    elif form.kind == FormKind.AUDIO:
        asked = forms.AudioForm(data, files, seen=form.version, initial={"words": form.words})
    else:
        asked = forms.EasyReadForm(data, files, seen=form.version)
    if request.method == "POST" and asked.is_valid():
        said = asked.cleaned_data
        words = (
            asked.written
            if isinstance(asked, forms.TranslationForm)
            else {name: said[name] for name in ("words",) if name in said}
        )
        try:
            operations.save_form(
                form, by=request.user, seen=said["seen"], file=said.get("file"), **words
            )
            return redirect(_at("other-form", request, form))
        except Unfit as unfit:
            asked.add_error("file", str(unfit))
    return _ask(request, asked, form, screen="other-form-edit", heading=_heading(form))


@needs(AGREE_FORM, other_forms.other_form)
def agree(request: Request, form: OtherForm) -> HttpResponse:
    """Show it, on the word of somebody who reads its language."""
    asked = forms.AgreeForm(request.POST or None, seen=form.version)
    if request.method == "POST" and asked.is_valid():
        said = asked.cleaned_data
        try:
            operations.agree_to_form(
                form, by=request.user, seen=said["seen"], checked_by=said["checked_by"]
            )
            messages.success(request, "It is in the library.")
            return redirect(_at("other-form", request, form))
        except NotNow as refused:
            asked.add_error(None, refused.sentence)
    return _ask(
        request, asked, form, screen="other-form-agree", heading="Show it", button="Show it"
    )


@require_POST
@needs(WRITE_FORM, other_forms.other_form)
def step(request: Request, form: OtherForm, *, step: str) -> HttpResponse:
    """Send it to a second reader, take it down or back, or keep words with a reason."""
    asked = PlainForm(request.POST, seen=form.version)
    try:
        if asked.is_valid():
            seen = asked.cleaned_data["seen"]
            if step == "send":
                operations.send_form(form, by=request.user, seen=seen)
            elif step == "take-down":
                operations.take_form_down(form, by=request.user, seen=seen)
            else:
                operations.keep_form_words(
                    form,
                    by=request.user,
                    mark=request.POST.get("mark", ""),
                    reason=request.POST.get("reason", ""),
                )
    except NotNow as refused:
        messages.error(request, refused.sentence)
    return redirect(_at("other-form", request, form))


def _heading(form: OtherForm) -> str:
    if form.kind == FormKind.TRANSLATION:
        return f"Into {form.language_name}"
    return form.kind_word


def _at(name: str, request: Request, form: OtherForm) -> str:
    return reverse(f"library:{name}", args=[request.partnership.slug, form.pk])


def _ask(
    request: Request,
    asked: PlainForm,
    form: OtherForm,
    *,
    screen: str,
    heading: str,
    button: str = "Save",
) -> HttpResponse:
    return render(
        request,
        "library/ask_form.html",
        {"form": asked, "other": form, "screen": screen, "heading": heading, "button": button},
    )
